"""What the words of one heading announce: functional requirements, exclusions, questions, or background nobody has to build."""

import re
from functools import lru_cache

from agents.builtin.reader.text.inline import plain
from agents.builtin.reader.words.occurring import Occurring, occurring
from agents.builtin.reader.words.topic import Topic
from agents.builtin.reader.words.topic_words import WORDS
from agents.builtin.reader.words.topic_words_abroad import ABROAD
from agents.builtin.reader.words.topic_words_typed import TYPED

# The last row of a topic takes its words of other languages along.
PATTERNS: tuple[tuple[Topic, Occurring], ...] = (
    *((topic, occurring(pattern)) for topic, pattern in TYPED),
    *(
        (
            topic,
            occurring(
                "|".join((pattern, *(ABROAD.get(topic, ()) if topic not in dict(WORDS[index + 1 :]) else ())))
            ),
        )
        for index, (topic, pattern) in enumerate(WORDS)
    ),
)
# Most words name none of them, which is seen sooner of all lists together.
ANY = occurring("|".join(each.pattern for _, each in PATTERNS))
NUMBER = re.compile(
    r"^(?:(?:section|part|chapter|kapitel|abschnitt|secci[óo]n|cap[íi]tulo|hoofdstuk|раздел)\s+)?"
    r"(?!v\d)(?:[\dIVX]+(?:[.\-](?:\d+|[A-Z](?=[.\-]\d)))*[.):]?\s+|(?-i:[A-Z])[.)]\s+(?=(?-i:[A-Z]))|[一二三四五六七八九十]+、\s*|第[一二三四五六七八九十\d]+[章节節]\s*)",
    re.IGNORECASE,
)
# Emoji and other signs in front of a heading.
SIGNS = re.compile(r"^[^\w(]+")


# `Workflow Requirements`, `Features and User Flow`: such words only say which functions are meant.
QUALIFIERS: frozenset[Topic] = frozenset(
    {"workflow", "integration", "actor", "overview", "background", "goal", "story"}
)
REMARKED: frozenset[Topic] = frozenset({"quality", "technical"})
# Behind what a part is about, brackets say what else it has: `Features (with acceptance criteria)`.
BRACKETED: frozenset[Topic] = QUALIFIERS | REMARKED | {"neutral", "acceptance"}
SAYS_SO = re.compile(
    r"^mvp\b(?! (?:flow|workflow|users?|audience|goals?|overview|problem))"
    r"|(?<!ui )(?<!business )\brequirements$|\bfeatures\b|\bfeature (?:catalog(?:ue)?|list|set|breakdown|overview)\b|\bfunctionalit(?:y|ies)\b|^(?:main |key )?screens\b"
    r"|\b(?:user interface|ui|ux|ui/ux) design goals\b|\berror handling\b(?! (?:and|&) (?:resil|reli|robust|recov))|错误处理|异常处理",
    re.IGNORECASE,
)

# A form that is filled in: `Team name: Otters` is no heading about a team, and `Q2: Who are your users?` is no question.
FILLED_IN = re.compile(
    r"(?:team|group|product|project|app|author|student|course|client|company)(?: (?:names?|no\.?|number|id|title))?\s*[:：]\s*\S",
    re.IGNORECASE,
)
ASKED = re.compile(r"^(?:Q|Question )\d+\s*[:.)–—-]?\s+(?=\w)", re.IGNORECASE)
# `Team leader requirements`: what somebody requires, though a part of a document has such a name.
OF_ITS_OWN = re.compile(
    r"^(?!.*\b(?:market|compet\w+|marketing(?!.*\b(?:seo|pages?|(?:web)?site|content|editorial)\b)|resources?|pricing|references?|estimat\w+|timelines?|milestones?|renamed|these)\b).*\brequirements$",
    re.IGNORECASE,
)
# `Core features and system requirements`: the second half names no limits there.
OF_FEATURES = re.compile(r"\b(?:features?|functional)\b.{0,80}\brequirements$", re.IGNORECASE)
# `Appendix A: Detailed user stories` is about stories.
APPENDIX = re.compile(
    r"(?:appendix|annex|anhang|annexe|anexo)(?: [a-z\d]{1,2})?\s*[:：–—.-]+\s*(?P<title>\S.*)$", re.IGNORECASE
)
# `Epic 4: Security` is about a quality, as `Epic 3: Checkout` is about a function.
PART = re.compile(r"^\W{0,4}(?:epic|module|feature|area)\s+\d+\s*[:.–—-]\s*", re.IGNORECASE)
# `CPU budget`, `Error budget`: how much of it the product may take.
OF_A_QUALITY = re.compile(
    r"\b(?:cpu|memory|ram|gpu|performance|error|latency|battery|power|energy|frame|size|bundle|bandwidth|disk|storage) budgets?\b",
    re.IGNORECASE,
)
# `Budget tracking`, `Licence management`: a limit of others that the product looks after.
MANAGED = re.compile(
    r"\b(?:budget|costs?|licen[cs]es?|deadlines?)\b.{0,40}"
    r"\b(?:tracking|tracker|planner|reports?|reporting|alerts?|dashboards?|calculator|management|systems?|mechanics?)$"
    r"|^(?:the )?(?:move|action|turn|step|point|skill|energy|mana|guess)s? budgets?\b"
    r"|^(?:track|watch|manage|set|edit|view|see|plan|monitor|compare|calculate|renew) (?:[\w-]+ ){0,3}"
    r"(?:budgets?|costs?|licen[cs]es?|deadlines?)$",
    re.IGNORECASE,
)
# What such a part is called is the name of something to build: `Requirement: Security questions`, `Proposal: Shared dependencies`, `Feature 4: Roadmap`.
NAMED_PART = re.compile(
    r"^\W{0,4}(?:(?:requirement|proposal)(?:\s+[\d.]{1,9})?|(?:epic|module|feature|component)\s+\d+)(?:[:.]|\s[–—-])\s*\S",
    re.IGNORECASE,
)
# `Requirement: Keys in the V3 format`; what comes later says so in other words.
DEMAND = re.compile(
    r"\W{0,4}requirement(?:\s+[\d.]{1,9})?\s*[:：](?!.*\b(?:future|later|deferred|postponed|post-mvp|stretch)\b)",
    re.IGNORECASE,
)
CALLED_LIKE: frozenset[Topic] = QUALIFIERS | {
    *("neutral", "risk", "question", "metric", "entity", "assumption", "constraint", "technical"),
}
# `User question answered:` is what a figure is for, and `Why these metrics matter` says why there are any.
ANSWERS = re.compile(r"\bquestions? (?:it |this |they |that )?(?:is |are )?answer(?:s|ed)\b", re.IGNORECASE)
WHY = re.compile(r"^why\b", re.IGNORECASE)
FOR_PHASE = re.compile(
    r" (?:for|of|in) (?:the )?(?:phase|stage|sprint|week|milestone) \d+\W*$", re.IGNORECASE
)
# `Workflow runs stay inside a thread`: a whole sentence heads no part of a document.
TOLD_SHORT: frozenset[Topic] = QUALIFIERS | {"neutral", "technical", "entity"}
SENTENCE = re.compile(
    r"^(?!(?:what|how|why|who|when|where|which|this|it|there)\b)(?:[\w-]+ ){1,5}(?:is|are|stays?|remains?) [\w-]+ \w",
    re.IGNORECASE,
)
LONGEST = 200
# `Account overview` is what somebody looks at.
OF_SOMETHING = re.compile(
    r"^(?!(?:product|project|system|solution|executive|general|high-level|technical|architectur\w+|features?|business|document|scope|market|company"
    r"|design|process|app|application|platform|brief|short|quick|overall|service|program|module|initial|functional|requirements?)\b)"
    r"[a-z][\w-]* overview$",
    re.IGNORECASE,
)
# `Schedule tab`, `Pricing page`: something on a screen.
ON_SCREEN = re.compile(
    r"^(?!(?:title|cover|contents) )(?:[\w-]+ ){1,3}(?:tabs?|pages?|panels?|dialogs?|modals?|pop-?ups?|side ?bars?|views?|screens?)(?: \((?:existing|new|current|updated)\))?$",
    re.IGNORECASE,
)
# `Roadmap generation`, `Glossary editor`: what the product makes, by the name of a part of a document.
MADE = re.compile(
    r"\b(?:generat(?:ion|or)|creation|creator|editor|builder|viewer|track(?:ing|er)|versioning|sharing|search|browser)$",
    re.IGNORECASE,
)
ASIDE = re.compile(r"\s*\([^()]*\)\s*$")
# `In 30 days, this team will deliver:`, `By week 4 users can:`: what is to be there by then, and neither a team nor a plan.
DELIVERED = re.compile(
    r"^(?!(?:what|how|why|who|when|where|which)\b)(?!.*\b(?:later|next|future|phase [2-9]|v[2-9])\b).{0,80}\b"
    r"(?:will|shall|must|should|can)(?: be able to| have)?"
    r"(?: (?:then |also |only |already )?(?:deliver|ship|build|release|launch|include|provide|offer|contain|support|cover|add|create|make|do|get|see|have"
    r"|have (?:built|shipped|delivered))(?: with)?)?(?: the following)?$",
    re.IGNORECASE,
)

# Headings in traditional signs announce what the same words in simplified ones do.
SIMPLIFIED = str.maketrans(
    "專業務術設計資庫實體規範圍驗標準應該變歷參獻詞錄難點問題確認討論後續優級競數據結構儲關聯權戶場圖畫產簡願風險對約條測試環與國驅動檔報員團隊項類會單開發現時間處導創個選擇態頁護維擴隱穩響價營運週檢輸稱說詳細長賴築棧網頻預達當來無總覽觀狀廣擬屬層異備還併雲軟責為尋註統譜記讓從幾裡樣轉換刪編輯帳號購買賣訂貨學習課師醫藥診",
    "专业务术设计资库实体规范围验标准应该变历参献词录难点问题确认讨论后续优级竞数据结构储关联权户场图画产简愿风险对约条测试环与国驱动档报员团队项类会单开发现时间处导创个选择态页护维扩隐稳响价营运周检输称说详细长赖筑栈网频预达当来无总览观状广拟属层异备还并云软责为寻注统谱记让从几里样转换删编辑账号购买卖订货学习课师医药诊",
)

# Below such a heading stands whatever stood nowhere else.
REMARKS = re.compile(
    r"\W*(?:(?:(?:other|further|additional|miscellaneous|general|random|more|some|important|side) )?"
    r"(?:things|notes?|remarks?|details|points|stuff|comments|thoughts|facts|bits(?: and pieces)?)(?: to know| to note)?"
    r"|other|misc(?:ellaneous)?|good to know|also|anything else|what else"
    r"|bemerkungen|sonstiges|anmerkungen|hinweise|weiteres|remarques|divers|notas|otros|varios)\W*",
    re.IGNORECASE,
)

# `Room availability`, `Sales performance`: of what the product is about, and none of its own qualities.
OF_A_THING = re.compile(
    r"\b(?!(?:and|or|of|the|for|on|with|our|system|services?|high|app|application|platform|operator|data(?:base)?|server|network|site"
    r"|website|api|cloud|runtime|page|load(?:ing)?|query|front-?end|back-?end|end|web|rendering|game|ui|ux|mobile|technical|general|good"
    r"|overall|target|expected|minimum|error|uptime|infrastructure|production|security|operational|health|logging|requirements?|quality"
    r"|scalability|reliability|usability|speed)\b)[a-z][\w-]{0,30} (?:availability|performance|monitoring)\b"
    # `Privacy policy page`, `Monitoring dashboard`: what is shown or made, by the name of a quality.
    r"|\b(?:availability|performance|monitoring|privacy|security|compliance|accessibility|localization) (?:[\w-]{1,30} )?"
    r"(?:polic(?:y|ies)|pages?|screens?|reports?|reporting|dashboards?|charts?|calendars?|calculators?|checks?|search|evaluation"
    r"|settings|mode|cameras?|management|banners?|editor|viewer|history|panels?|widgets?|analytics|tracking|tracker|alerts|notifications?)$",
    re.IGNORECASE,
)


# Where a heading has the words of a topic and is about something else: which topics, by what it is seen, and the topic instead.
# `Question bank`, `Security questions`; and a sentence in which somebody has questions.
NOT_ASKED = re.compile(
    r"\bquestions? (?:banks?|pools?|sets?|types?|papers?|generat\w+|management|editor|builder|form|library|upload|import|export|screens?|pages?"
    r"|engine|answering|format|model|difficulty|timer|navigation)\b"
    r"|\b(?:security|quiz|exam|test|survey|interview|practice|multiple[- ]choice|mcq|sample|trivia|frequently asked|screening|poll) questions?\b"
    r"|^(?:manage|create|add|edit|import|export|assign|generate|browse|search|view|upload|filter) (?:[\w-]+ )?questions?$"
    # `Fragen-Regeln`, `Question rules`: what is done with them.
    r"|\bquestions? (?:rules|workflows?|threads?|handling|lifecycle|states|status(?:es)?|templates?|feed|queue|cards?|boards?|tracking)\b|\bfragen-(?=[^\W\d_])"
    r"|\b(?:rules|handling|workflow|process|regeln|umgang|règles|reglas) (?:for|of|with|around|für|mit|pour|para) (?:[\w-]+ ){0,2}(?:questions?|fragen|preguntas)\b"
    r"|^(?!.*\b(?:open|unresolved|remaining|outstanding|unanswered|pending|still|decide[ds]?|tbd)\b)(?:\S+ ){7}",
    re.IGNORECASE,
)
# `Architecture (tech stack deferred)` puts off the stack, and not what stands below; `Exports (all deferred)` does.
OF_ANOTHER = re.compile(
    r"(?<=\w) \((?!(?:all|mostly|partly|currently|explicitly|intentionally|deliberately|still|now|for|to|until)\b)(?:[\w-]+ ){1,2}"
    r"(?:deferred|postponed|later|excluded|out of scope)\)$",
    re.IGNORECASE,
)
# `Technical MVP scope`: what it is made with in the first step.
OF_TECHNOLOGY = re.compile(r"^technical (?:[\w-]+ )?scope$", re.IGNORECASE)
# `In scope for v2`: what is built now, whichever version it is.
IN_SCOPE = re.compile(r"\bin[- ]scope (?:for|in|of) (?:the |this )?(?:v|version |release )\d", re.IGNORECASE)
SPOKEN_OF: tuple[tuple[frozenset[Topic], re.Pattern[str], Topic | None], ...] = (
    (TOLD_SHORT, SENTENCE, None),
    (frozenset({"question"}), NOT_ASKED, None),
    (frozenset({"quality"}), OF_A_THING, None),
    (QUALIFIERS, SAYS_SO, "functional"),
    (frozenset({"overview"}), OF_SOMETHING, None),
    (frozenset({"constraint"}), OF_FEATURES, "functional"),
    (frozenset({"constraint"}), MANAGED, None),
    (frozenset({"constraint"}), OF_A_QUALITY, "quality"),
    (frozenset({"functional"}), OF_TECHNOLOGY, "technical"),
    (frozenset({"deferred"}), IN_SCOPE, "functional"),
    (frozenset({"question"}), ANSWERS, "background"),
    (frozenset({"metric"}), WHY, "background"),
    (frozenset({"neutral"}), OF_ITS_OWN, "functional"),
    (CALLED_LIKE, ON_SCREEN, None),
    (frozenset({"neutral"}), MADE, None),
    (frozenset({"neutral"}), DELIVERED, "functional"),
)


@lru_cache(maxsize=16384)
def announced(title: str) -> Topic | None:
    """The topic the words of one heading name, or None when they are just the name of a thing."""
    words = NUMBER.sub("", SIGNS.sub("", plain(title))).strip(" :：").replace("_", " ")
    if FILLED_IN.match(words):
        return None
    words = ASKED.sub("", words)
    part = PART.sub("", words)
    if part != words and _announced(part) == "quality":
        return "quality"
    if NAMED_PART.match(words) and _announced(words) in CALLED_LIKE:
        return "functional"
    if DEMAND.match(words) and _announced(words) in {"deferred", "acceptance", "testing"}:
        return "functional"
    return _announced(words) or (None if words.isascii() else _announced(words.translate(SIMPLIFIED)))


@lru_cache(maxsize=4096)
def _announced(words: str) -> Topic | None:
    if appended := APPENDIX.match(words):
        return _announced(appended["title"]) or "neutral"
    # `Acceptance criteria for phase 1` are criteria, and no plan.
    words = FOR_PHASE.sub("", OF_ANOTHER.sub("", words)) or words
    for topic, pattern in PATTERNS if ANY.search(words) else ():
        if pattern.search(words):
            for topics, spoken_of, instead in SPOKEN_OF:
                if topic in topics and spoken_of.search(words):
                    return instead
            # `MVP scope (today's goal)` is about the scope.
            # Nor does `In scope (phases 1 and 2)` become a mere plan by them.
            before = _bare(words) if topic in BRACKETED else words
            if before == words:
                return topic
            # A quality in brackets is a remark: `Second channel (accessibility model)`.
            return _announced(before) or (None if topic in REMARKED | {"overview"} else topic)
    shorter = _bare(words)
    named = None if shorter == words else _announced(shorter)
    # `Scenarios (BDD)`: what stands in brackets only says more. Behind people stands who they are: `Secondary users (nurses)`.
    return None if named == "actor" else named


def _bare(words: str) -> str:
    """A heading without what its last brackets say; nobody writes a longer one, and of such a text nothing is taken away."""
    return ASIDE.sub("", words) if len(words) <= LONGEST else words
