"""The verbs of deeds: what a product does or lets people do."""

import re

from agents.builtin.reader.words.occurring import by_first_letter
from agents.builtin.seldom import Seldom

_EACH = (
    r"accept|access|achieve|add|adjust|aggregate|alert|allow|analy[sz]e|append|apply|approve|archive"
    r"|assign|attach|authenticate|authori[sz]e|auto[- ]?\w+|automate|avoid|backup|ban|batch|block|book"
    r"|browse|build|bulk|cache|calculate|call|cancel|capture|categori[sz]e|change|chat|check|choose"
    r"|clean|clear|click|close|collapse|collect|combine|compare|complete|compress|compute|configure"
    r"|confirm|connect|control|convert|copy|correct|count|create|customi[sz]e|cycle|deactivate|decline"
    r"|declare|dedupe|define|delete|deliver|deploy|detect|determine|disable|discover|dismiss|display"
    r"|download|drag|draw|duplicate|edit|email|embed|emit|enable|encrypt|enforce|enter|establish"
    r"|evaluate|exclude|execute|expand|expire|export|expose|extend|extract|fetch|filter|find|flag|follow"
    r"|format|forward|gather|generate|get|give|grant|group|guide|handle|hide|highlight|identify"
    r"|implement|import|include|index|inform|infer|insert|install|integrate|interact|invite|issue|join"
    r"|keep|label|launch|let|like|limit|link|list|load|locate|lock|log|login|make|manage|map|mark|match"
    r"|maintain|measure|merge|migrate|moderate|modify|monitor|move|mute|navigate|normali[sz]e|notify"
    r"|offer|open|optimi[sz]e|order|organi[sz]e|output|override|parse|pause|pay|perform|permit|persist"
    r"|pick|pin|place|play|plot|poll|populate|post|predict|present|preserve|preview|prevent|print"
    r"|prioriti[sz]e|process|produce|promote|prompt|propose|protect|provide|publish|pull|purge|push"
    r"|query|queue|rate|read|reassign|receive|recogni[sz]e|recommend|reconcile|record|recover|redeem"
    r"|redirect|refresh|refund|register|reject|reload|remember|remind|remove|rename|render|reorder"
    r"|repeat|replace|reply|report|request|require|reschedule|reset|resi[sz]e|resolve|restart|restore"
    r"|restrict|resume|retrieve|retry|return|reuse|revert|review|revoke|rotate|route|run|save|scan"
    r"|schedule|score|search|select|send|serve|set|share|show|sign|simulate|skip|snooze|sort|speak"
    r"|specify|split|start|stop|store|stream|submit|subscribe|suggest|summari[sz]e|support|suspend"
    r"|switch|sync|synchroni[sz]e|tag|take|test|throttle|toggle|track|transfer|transform|translate"
    r"|trigger|undo|unlock|unsubscribe|update|upgrade|upload|use|validate|verify|view|visuali[sz]e|vote"
    r"|warn|watch|withdraw|write|answer|ask|buy|commit|cook|decide|drop|earn|explain|explore|finish"
    r"|greet|guess|learn|leave|lose|meet|ping|reach|react|reference|reveal|roll|scroll|sell|shuffle|spin"
    r"|swipe|tap|tell|trade|type|visit|wait|win|zoom|applies|carries|classifies|copies|identifies"
    r"|modifies|notifies|queries|replies|retries|simplifies|specifies|supplies|satisfies|tries|verifies"
    r"|put|bring|borrow|lend|adapt|allocate|annotate|anonymi[sz]e|assess|assist|clone|compile|compose"
    r"|consume|coordinate|crawl|crop|curate|decode|decrypt|defer|delegate|derive|describe|digiti[sz]e"
    r"|discard|dispatch|distinguish|distribute|encode|enqueue|enrich|escalate|estimate|examine|fork"
    r"|fulfil|initiali[sz]e|initiate|inspect|intercept|interpret|introduce|invoke|isolate|listen"
    r"|locali[sz]e|nudge|observe|obtain|orchestrate|personali[sz]e|prefill|prepare|propagate|provision"
    r"|quarantine|randomi[sz]e|raise|rearrange|recalculate|recompute|refine|reflect|refuse|regenerate"
    r"|reindex|reprocess|reroute|respond|revise|saniti[sz]e|seed|sequence|serialise|spawn|strip"
    r"|substitute|surface|transcribe|transmit|traverse|treat|triage|unarchive|unpublish|upsert|wrap"
)
VERB_STEMS = f"(?:{by_first_letter(_EACH.split('|'))})"
# One of them in any form.
VERB = rf"{VERB_STEMS}(?:s|es|ing|/\w+)?\b(?!-)"
VERBS = re.compile(
    r"^(?:(?:also|not|[a-z]{3,}ly|users?|admins?|then|able to|ability to|the ability to|option to|possibility to)\s+)*"
    rf"{VERB}",
    re.IGNORECASE,
)
# Those that end in y change it: verifies, applies.
_CHANGED = r"(?:appl|carr|certif|classif|cop|identif|modif|notif|quantif|quer|repl|retr|satisf|simplif|specif|suppl|tr|verif)ies"
# `The job writes a run record`: a subject and one of the verbs in the third person. Many have the verb without its ending, and
# behind a single word something must follow it. The list stands here once, because it takes long to prepare.
PRESENT = re.compile(
    r"^(?:(?P<many>[a-z]{3,20}s\s+)|(?P<one>[\w'-]{2,20}\s+)"
    r"|(?:the|an?|each|every|it|this|that|when .{3,60}?,|if .{3,60}?,)\s+(?:[\w'’-]+\s+){0,4}?)"
    rf"(?:{VERB_STEMS}(?(many)|(?:s|es))|(?(many)(?!)|{_CHANGED}))\b(?(one)(?=\s+\w))",
    re.IGNORECASE,
)
# In these languages a deed is named at the end: `악보 저장`, `帳票の印刷`.
DEED = Seldom(
    r"(?:입력|출력|추출|미리보기|생성|저장|관리|지원|제공|조회|검색|등록|수정|삭제|공유|표시|알림|다운로드|업로드|분석|변환|인쇄|入力|出力|抽出|生成|保存|管理|表示"
    r"|検索|登録|編集|削除|共有|通知|分析|変換|印刷)"
    r"(?:する|機能|할 수 있(?:다|음))?\s*[.。]?$"
    r"|^(?:支持|实现|生成|导出|导入|打印|查看|搜索|添加|删除|编辑|保存|上传|下载|提供|显示|展示|预览)"
)
# `validates the file and stores it`: deeds in the third person.
ACTING = Seldom(rf"^(?:\w{{3,}}ly\s+)?{VERB_STEMS}(?:s|es)(?:/\w+)?\s+\.?\w", re.IGNORECASE)
