"""What a sentence is by its own words: a demand, a doubt, an exclusion, something for later."""

import re
from functools import lru_cache

from agents.builtin.reader.words import nature_abroad
from agents.builtin.reader.words.doubt import asks, doubts
from agents.builtin.reader.words.excluding import EXCLUDED
from agents.builtin.reader.words.occurring import occurring
from agents.builtin.reader.words.verbs import PRESENT, VERBS

STRONG = occurring(
    r"\b(?:must|shall|should|needs? to|has to|have to|(?:is|are) (?:required|expected|supposed) to"
    r"|it is (?:expected|required) that|(?:is|are) (?:not (?:allowed|permitted)|forbidden|prohibited)"
    r"|(?:is|are) to be (?!decided|determined|updated|defined|confirmed|clarified|discussed|seen|found|expected|understood|read|taken|noted|an?\b|the\b)[a-z]+"
    r"|ought to|may not|cannot|can['’]t|must not|never)\b"
    rf"|{nature_abroad.DEMAND}"
)
WEAK = occurring(
    r"\b(?:will|can|could|be able to|may|allows?|lets?|enables?|supports?|provides?|offers?|includes?"
    r"|handles?|generates?|creates?|sends?|displays?|shows?|stores?|returns?|accepts?|tracks?"
    r"|notif(?:y|ies)|detects?|automatically|is responsible for"
    r"|I(?:['’]d| would| want)(?: also)? (?:like|want|to)|(?:we|and) would like to)\b"
    rf"|{nature_abroad.ABILITY}"
)
# Whether a sentence says no to something.
NOT = re.compile(r"\b(?:not|never|cannot|without|neither|nor|except|unless|no)\b|n['’]t\b", re.IGNORECASE)
# Words on a screen are no question of the document: `Greeting: "How are you?"`.
QUOTED = re.compile(r"[\"“„][^\"”“]*[?？][\"”“][^?？]*$")
# Nothing but words that somebody says: `“Where does my money go?”` among the topics of a help page.
SPOKEN = re.compile(
    r"^[\"“„«「][^\"“”„«»「」]*[?？][^\w\"”“»」]{0,6}[\"”“»」](?:\s*[（(][^()（）]{1,40}[)）])?\W*$"
)
# `"Still on the couch?` is said on, and what is said on a screen asks nobody.
BEGUN = re.compile(r"[\"“„][^\"”“]*[?？]$")
# `name, status, dueDate?`: a field that may be left out, as code writes it.
OPTIONAL_FIELD = re.compile(
    r",\s*[a-z]+(?:[A-Z]\w*)?[?]$|\b[a-z]+[A-Z]\w*[?]$"
    r"|[:：]\s*(?:[Ss]tring|str|[Ii]nt(?:eger|64)?|[Bb]ool(?:ean)?|[Dd]ouble|[Ff]loat|[Nn]umber|[Dd]ate(?:[Tt]ime)?|[Tt]ime(?:stamp)?"
    r"|[Ll]ist|[Mm]ap|[Aa]ny|[Oo]bject|Data|Uint8List|URL|UUID)(?:<[^<>]{1,40}>)?[?]$"
)
QUESTION = re.compile(r"[?？؟](?:[\"'”’)\]]|\s*\([^)]*\))?\s*$")
PLACEHOLDER = occurring(
    # `to be updated every hour` is a demand.
    r"\bTBD\b|\bTBC\b|\bto be (?:decided|determined|defined|confirmed(?! (?:automatically|via|by (?:e-?mail|mail|phone|push|sms|text))\b)|(?:updated|written)(?! (?:automatically|by|daily|each|every|hourly|in|nightly|via|when|with)\b))\b|\bis a placeholder\b|待定|待补充|未定"
)
RATIONALE = re.compile(
    r"^(?:this "
    r"(?:ensures?|is|provides?|allows?|mirrors?|could|would|type|extends?|long-term|narrative|choice"
    r"|approach|process occurs|entire)"
    r"|examples?|similar to|inspired by|by \w+ing|while\b|it is (?:crucial|important)|in a market"
    r"|unlike)\b",
    re.IGNORECASE,
)
# What it does then: `It creates a credit memo and posts a note.`
IT_DOES = re.compile(
    r"^(?:they|he or she) (?:then |also )?have (?:at most |up to )?\w+ "
    r"(?:seconds|minutes|hours|days|weeks) to\b"
    r"|^(?:it|this) (?:then |also )?"
    r"(?:creates|posts|sends|writes|stores|saves|opens|closes|shows|displays|lists|deletes|removes"
    r"|updates|notifies|asks|checks|copies|moves|adds|marks|prints|starts|stops|retries|returns|reads"
    r"|imports|exports)\b",
    re.IGNORECASE,
)
# What somebody does with the product, told as it will be: `A volunteer hands it over and marks it as collected.`
SOMEBODY_DOES = re.compile(
    r"^(?:an?|the|each|every) (?:[\w-]+ )?"
    r"(?:user|member|volunteer|customer|client|visitor|admin|administrator|manager|teacher|student"
    r"|pupil|parent|coach|driver|nurse|doctor|patient|player|owner|seller|buyer|guest|host|clerk"
    r"|librarian|operator|reviewer|editor|organi[sz]er|coordinator|employee|moderator|tenant|landlord"
    r"|technician|courier|trainer|dispatcher|supervisor|receptionist|cashier)"
    r"(?: (?!is|was|has|needs|wants|likes|knows|does|says|thinks|cannot|always|often|usually|currently"
    r"|already)[a-z]{2,}"
    r"(?:ss|[^s\W]s)\b"
    r"| then\b)",
    re.IGNORECASE,
)
LATER = occurring(
    r"\b(?:in (?:a |the )?(?:future|later) (?:version|release|phase|iteration|implementation)?s?"
    r"|future (?:version|release|phase|enhancement|implementation|exploration)s?"
    r"|later (?:version|release|phase)s?|^(?:some ?day|one day|eventually),? "
    r"|^later(?: on)?,? (?:we|it|they|this|there)\b|post[- ]mvp|post[- ]launch|phase [2-9]"
    r"|(?<!API )(?<!api )(?<!/)v[2-9](?:\.\d)?\b(?! ?(?:api|documented|endpoint))"
    r"|planned for (?:a )?(?:future|later)|down the road|at a later|could be introduced"
    r"|nice to have later|deferred(?! (?!to\b|until\b|for\b|from\b|and\b|or\b|by\b|in\b|as\b|out\b)[\w-]+ (?:[\w-]+ )?(?:shall|must|should|will|is|are)\b)|(?:maybe|perhaps|possibly) later\b(?!\))"
    r"|^later(?: on)? (?:maybe|perhaps|possibly)|(?<=[\w)][:,] )(?:maybe |perhaps )?later(?=\W*$)|(?<= [–—-] )(?:maybe |perhaps )?later(?=\W*$)"
    r"|(?:can|may|might|could) (?:come|follow|happen) (?:in a |in the )?(?:second|later|next|another) (?:step|phase|round|time|year)"
    r"|(?:is|are) (?:something )?for (?:later|another (?:time|day)|next (?:year|season|winter|summer|spring|autumn))|can wait(?= (?:for|until|till)\b|\W*$)"
    r"|not in the first (?:cut|version|release|round|step|iteration)|(?:maybe|perhaps) (?:one day|some ?day|next (?:year|season|winter|summer))"
    r"|not this (?:year|season|quarter)"
    r"|^not (?:at launch|yet|initially|in the first version)(?=\W*$)"
    r"|(?:added|done|come|comes|follow|considered|built|supported|introduced) later(?: on)?)\b"
    # `(Later) charts`, `charts (future)`
    r"|^\((?:later|future|post-launch)\)\s|\((?:later|future|post-launch)\)\s*\.?$"
    rf"|{nature_abroad.LATER}"
)
# What is said in brackets about a part of a demand: `must have one of three colours; gold by hand (post-MVP)`.
ASIDE = re.compile(r"\([^()]{1,60}\)")
# `Tailwind CSS v4`, `gopkg.in/yaml.v3`, `a Python library (v2.4)`.
OF_PROGRAM = re.compile(
    r"(?<=[A-Za-z.])[./]v\d[\w.]*|\b[\w-]+\.[a-z]{1,5} v\d[\w.]*(?:/v\d[\w.]*)*"
    r"|\b(?:(?!(?:App|MVP|Version|Release|Phase|Beta|Product|Roadmap|Plan|PRD|Support|Mode|Scope|In|For|Until"
    r"|Post) )[A-Z][\w.]+"
    r"(?: [A-Z]{2,})?"
    r"|library|package|framework|model|engine|sdk|api) \(?[vV]\d+"
    r"(?:\.\d+)*\)?"
    r"|\(v\d+\.[1-9]\d*\)"
)
# `✓ Export of the bills (v2.0)`: what is ticked off came with that version, and waits for none.
DONE = re.compile(r"[✓☑]")
VERSION = re.compile(r"\bv\d+(?:\.\d+)*\b|\bphase \d+\b", re.IGNORECASE)
# Words that are only finished by the entries below them: `The tool must:`.
_MODAL = r"\b(?:must|shall|should|can|will|may|cannot|needs? to|able to|has to|have to)"
AWAITS = re.compile(
    rf"(?:{_MODAL}(?: also)?(?: not)?(?: be(?: able to)?| (?:support|provide|offer|allow|enable|cover|handle|deliver|do)(?: at least)?(?: (?:all )?(?:of )?(?:the following|these))?)?"
    r"|\b(?:something|tool|app|system|place|page|website|service) (?:where|that|which))\s*[:：]?$",
    re.IGNORECASE,
)
# Below such words stands what the thing has to be, and not what it does: `The app must be:`.
IS_TO_BE = re.compile(r"\b(?:must|shall|should|needs? to|has to) be\s*[:：]$", re.IGNORECASE)
FORBIDS = re.compile(r"\b(?:must|shall|should|may|can|will)(?: not|not)\s*[:：]$", re.IGNORECASE)
SUCCESS = occurring(
    r"^if (?:it|this|that) (?:works|succeeds)\b"
    r"|^if\b.{3,80}\b"
    r"(?:i['’]m|i am|we['’]re|we are|i['’]d be|i['’]ll be|we['’]d be|we['’]ll be|i would be"
    r"|we would be) "
    r"(?:already |more than )?(?:happy|satisfied|glad|content)\b"
    r"|\b(?:i['’]m|i am|i['’]ll be|we['’]re|we['’]ll be|we will be|i will be) "
    r"(?:happy|satisfied|glad|content) (?:if|when|once)\b"
    r"|\bsuccess(?:ful)? (?:if|when|means|is measured|will be measured)\b|^success ?(?:=|:|-)"
    # `We are done when …`, `good enough when …`, `I'd call it done when …`, `If …, I'll know it works`
    r"|^(?:we(?:['’]re| are) (?:done|happy|there)|(?:it is |it['’]s |for us it['’]s )?good(?: enough)?|(?:i(?:['’]m| am) )?happy|worth it) (?:when|if|once|as soon as)\b"
    r"|\bcall (?:it|this|that) (?:done|finished|a win)\b|\bknow (?:that )?(?:(?:it|this) (?:works|worked|has worked)|we(?:['’]re| are| were) (?:right|done|there|successful))\b"
    r"|^(?:if|when|once) .{10,160}, (?:then )?(?:(?:it|this|that) (?:is|was|will be) (?:good|fine|worth it|a success)\b"
    r"|(?:we|i) (?:go on|carry on|continue|keep going|(?:shall |will )?stop complaining|(?:shall|will) be (?:happy|satisfied|quiet))\b)"
    r"|\bcall(?:ed)? (?:it|this) a success\b|\bmeasure success by\b"
    r"|\bwir (?:messen|sehen) (?:den )?erfolg\b|\béxito si\b|\bsuccès si\b|\bsucesso se\b"
)
UNIVERSAL = re.compile(
    r"^(?:all|every|each|no|only|any|if|when|whenever|once|after|upon|unless|by default)\b", re.IGNORECASE
)
# `If a valve does not report within 5 seconds, then`: when the rest holds.
CONDITION = re.compile(r"^(?:if|when|whenever|while|where|once)\b[^,]{3,120}, (?:then )?", re.IGNORECASE)
HEDGED = re.compile(
    r"\b(?:could(?! not\b)|possibly|perhaps|maybe|optional(?:ly)?|nice to have|might|ideally|suggested|if (?:it is |it['’]s |that is |that['’]s )?(?:easy|simple|cheap|possible|not too (?:much|hard|difficult|expensive))(?=[ ,.;)]|$)"
    r"|only if (?:it|that)(?: is|['’]s) (?:not (?:too )?(?:much|hard|difficult|expensive)|easy|simple|cheap)|if (?:there is|there['’]s|we have) (?:enough )?(?:time|money)(?: left)?)\b"
    rf"|\b(?:{nature_abroad.HEDGED})",
    re.IGNORECASE,
)
IDLE = re.compile(
    r"^(?:not part of (?:this|it|the (?:mvp|first version))\W*$"
    r"|this (?:section|document|prd|table|list|spec(?:ification)? (?:has|is|was|does|focuses|defines|describes|covers|addresses|assumes))|this (?-i:[A-Z]{2,6}) (?:(?:also )?(?:describes|outlines|specifies|proposes|defines|covers|explains|summari[sz]es))\b|\w+ in this context\b|the following|below(?! \d)"
    r"|see\b(?! (?:(?:the|my|your|his|her) (?:current|own|next|latest|last|whole|full|open|free|upcoming|remaining|status|place|price|history)\b"
    r"|all|at a glance|at once|each|every|who|how|what|when|where|whether|which|their"
    # `See harvest share`: somebody looks at it, unless it is told elsewhere.
    r"|(?!(?:the|also|acceptance|adr|attached|chapter|design|details?|diagrams?|docs?|documentation|earlier|examples?|existing|figures?|https?|issues?"
    r"|linked|links?|more|notes?|other|pages?|pr|previous|readme|related|requirements?|rfc|separate|specs?|specifications?|tables?|tickets?|wiki)\b)(?-i:[a-z]{3,}(?: [a-z]{3,}){1,4})(?=\W*(?:$|[:,;(|]))"
    r"|[\w-]+ (?:scores?|lists?|results?|profiles?|history|status|progress)\b|[a-z]+-[a-z]+ )"
    r"(?!.*\b(?:section|below|above|appendix)\b))"
    r"|we believe (?:that )?[^.]{3,300}\bbecause\b"
    r"|you are (?:an?|the|my) |note that|for (?:example|instance)|e\.g\.|i\.e\.|here(?:'s| is| are)"
    r"|as (?:shown|described|noted)|useful for|tradeoff|trade-off|rationale"
    r"|complex(?:ity)?\b(?=\s*(?:[:.,;]|$))|pain(?: points?| today)?\s*[:：]|p[0-4]\s*=|p[0-4]\s*[（(][^()（）]{1,20}[)）]$"
    r"|[\w ]{1,20}:\s*https?://\S+$|requires? (?:more|further)|would (?:require|complicate)"
    r"|i (?:have (?:searched|read|checked|verified|looked)|agree to (?:follow|abide)|confirm that i"
    r"|understand that|am willing|would like to work on|['’]m willing)\b"
    r"|implemented\b|example\b(?! (?:d?apps?|projects?|pages?|clients?|servers?|sites?|applications?|plug-?ins?|scripts?|integrations?|templates?)\b| [\w -]{2,40} (?:can|must|shall|should|will|may)\b)|none\b|n/?a\b|as (?:an?|the) (?:[\w'’-]+ ){0,3}[\w'’-]+\W*$"
    r"|[\W_]?(?:document )?last[ -](?:updated|modified|edited|revised|reviewed)\b"
    r"|(?:priority|status)\s*[:：](?!(?:[^,/|]+[,/|]){2})|(?:owner|estimate|effort|complexity|version|author|date)\s*[:：]"
    r"|(?:situação|situación|estado|statut|stato|zustand|状态)(?: d[aoe]\w* \w+)?\s*[:：](?!(?:[^,/|]+[,/|]){2})"
    r"|(?:작성일|작성자|상태|버전|최종 ?수정일?|作成日|作成者|更新日|创建日期)\s*[:：]"
    r"|(?:versão|versión|versione|data|fecha|datum|版本|日期)\s*[:：]\s*v?\d"
    r"|(?:the |os |las? |los |die )?(?:requirements|requisitos|anforderungen) "
    r"(?:in this|below|desta|deste|de est[ae]|in diese[mr]|are (?:grouped|numbered|listed|prioriti[sz]ed|classified|organi[sz]ed))\b"
    r"|[\w ]{2,20}\s*[:：]\s*(?:N?FR|F|REQ|US|UC|BR|RN?F)(?-i:-[A-Z]{2,8})?[-_]?\d{1,4}(?:\.\d{1,3}){0,3}"
    r"(?:\s*(?:[,|·/(;]|(?:and|to)\b)|\.?\s*$)"
    r"|let (?:me|us) know\b|feel free to\b|happy to (?:discuss|clarify|answer|change|talk)\b|(?:any )?(?:thoughts|feedback)\?"
    r"|(?:each |all |both |they )?(?:maps?|traces?) (?:back )?to\b"
    r"|(?:related|traces|trace|refs?|see also)\s*:|maps\s*:\s*[A-Z]{1,4}[-~]?\d"
    r"|(?:needs|covers|depends(?: on)?|tags)\s*:\s*[\w~, -]{0,60}$|[a-z]{2,8}~[\w-]+(?:~\d+)?$)",
    re.IGNORECASE,
)
COPULA = re.compile(r"\b(?:is|are|was|were|has|have|had|been|means|because|due to)\b|['’]s\b", re.IGNORECASE)
# So do sentences of running text begin, and list entries seldom.
RUNNING = re.compile(
    r"^(?:the|this|that|these|those|we|it|its|there|i|our|they|he|she|you|your|in|on|at|as|but|and|so"
    r"|because|however|currently|today|while|since|for|by|if|when|such|e\.g|see|note)\b",
    re.IGNORECASE,
)
# How things are before there is a product: `Today swaps happen in a group chat.`
BEFORE = re.compile(
    r"(?:(?<=^)|(?<=[.!?;] ))"
    r"(?:today|currently|at the moment|at present|right now|as of (?:now|today)|presently"
    r"|aujourd['’]hui|actuellement|heute|derzeit|zur ?zeit|momentan|bisher|hoy(?: en día)?|ahora"
    r"|actualmente|oggi|attualmente|hoje|atualmente|vandaag|momenteel"
    r"|last (?:week|month|quarter|year|summer|winter|spring|autumn|fall|sprint|semester)|yesterday"
    r"|(?:once|twice|(?:three|four|five|\d+) times) (?:this|last) (?:week|month|quarter|year)|nowadays"
    r"|these days|so far|until now"
    r"|(?:the|our) (?:current|existing|present) (?:way|process|approach|workflow|implementation|behaviou?r|solution|method|setup|situation))\b"
    r"(?! only\b)(?![^.!?;]*\b(?:must|shall|should|will|want|wants)\b)[^.!?;]*",
    re.IGNORECASE,
)
STORY = re.compile(
    r"^(?:[\[(]?[A-Z]{1,5}-?[\w.-]{0,20}[\])]?[:.]?\s+)?(?:\"|“)?"
    rf"(?:as an?\b|as the\b|as (?-i:[A-Z])[\w '’/-]{{0,40}},|{nature_abroad.STORY})",
    re.IGNORECASE,
)
STORY_WANT = re.compile(
    r",\s+(?-i:[A-Z])\w+ (?:would like|wants?|needs?|should be able|can|must be able)\b"
    r"|,\s+(?:I|we) (?!(?:want|need|would|can|could|should|must|wish|expect|will|have)\b)(?=[a-z])"
    r"|\b(?:I|we) (?:want|need|would like|can|should|must|wish|expect)|\bI['’]d like"
    r"|(?<=[\w)]) (?:I|we) (?!(?:want|need|would|can|could|should|must|wish|expect|will|have)\b)(?=[a-z]{3,} )"
    rf"|{nature_abroad.STORY_WANT}",
    re.IGNORECASE,
)
# `When a bill is late, I want to see who owes it`.
STORY_OF_JOB = re.compile(
    r"when(?:ever)? (?!(?:this|that|it) (?:happens|occurs|is)\b)[^.?!]{3,200}, (?:I|we) (?:want|need|would like) [^?]{8,}$",
    re.IGNORECASE,
)
# `To settle complaints, as a clerk, I want to see who changed a bill`: a story behind its reason.
STORY_WITHIN = re.compile(
    r"[,:;–—-] (?P<story>as an? [^,.;]{3,50}, (?:I|we) (?:want|need|would like|wish|should be able)\b.{8,})$",
    re.IGNORECASE,
)
GHERKIN = re.compile(
    rf"^(?:given|when|then|and|but|scenario|feature|{nature_abroad.GHERKIN})\b.{{3,}}", re.IGNORECASE
)
WORD = re.compile(r"\w+(?:['’-]\w+)*")
HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@lru_cache(maxsize=4096)
def is_question(text: str) -> bool:
    """Whether the words ask something or say that they are not settled."""
    asked = QUESTION.search(text) and not (QUOTED.search(text) and text[:1] not in '"“„')
    asked = asked and not BEGUN.match(text)
    asked = asked and not OPTIONAL_FIELD.search(text) and not SPOKEN.match(text)
    return bool(asked or asks(text) or doubts(text))


def tells(text: str) -> bool:
    """Whether the words are a full sentence of running text, which says how something is."""
    return bool(RUNNING.match(text) and (COPULA.search(text) or PRESENT.match(text)))


def is_measure(text: str) -> bool:
    """Whether the words say by what the product is called a success."""
    return bool(SUCCESS.search(text))


def tells_of_before(text: str) -> bool:
    """Whether the words say how things are now, without the product."""
    return bool(BEFORE.match(text))


@lru_cache(maxsize=4096)
def is_story(text: str) -> bool:
    """Whether the words are a user story: who, then what they want."""
    return bool((STORY.match(text) and STORY_WANT.search(text[:400])) or STORY_OF_JOB.match(text))


def is_for_later(text: str) -> bool:
    """Whether the words put something off; the version of a program that is named puts off nothing: `Tailwind CSS v4`."""
    if not LATER.search(text) or not LATER.search(OF_PROGRAM.sub("", text)):
        return False
    if DONE.search(text) and not LATER.search(VERSION.sub("", text)):
        return False
    said = ASIDE.sub("", text)
    return not STRONG.search(said) or bool(LATER.search(said))


@lru_cache(maxsize=4096)
def is_demand(text: str) -> bool:
    """Whether the words, wherever they stand, demand something of the product."""
    return bool(STRONG.search(text) or VERBS.match(text) or WEAK.search(text) or PRESENT.match(text))


def adds(text: str) -> bool:
    """Whether a further sentence of an entry demands something of its own, and does not only explain the first."""
    if STRONG.search(text) or is_question(text) or EXCLUDED.search(text) or LATER.search(text):
        return True
    return bool(is_demand(text) or UNIVERSAL.match(text) or is_deed(text)) and not RATIONALE.match(text)


def is_deed(text: str) -> bool:
    """Whether a further sentence of an entry tells what happens next: what it does then, or what somebody does with it."""
    return bool(SOMEBODY_DOES.match(text) or IT_DOES.match(text))


def is_fragment(text: str) -> bool:
    """Whether a further sentence of an entry names one more thing and is no full sentence that explains it."""
    return size(text) >= 3 and not (
        RUNNING.match(text) or COPULA.search(text) or RATIONALE.match(text) or is_idle(text)
    )


def is_idle(text: str) -> bool:
    """Whether the words introduce, comment or refer, and demand nothing."""
    return bool(IDLE.match(text)) or size(text) < 2


def states_behaviour(text: str, *, lead: str = "") -> bool:
    """Whether a list entry says what happens, and is not only a value of the entry above it."""
    if STRONG.search(text) or VERBS.match(text) or (lead and size(text) >= 3):
        return True
    return size(text) >= 6


@lru_cache(maxsize=8192)
def size(text: str) -> int:
    """The number of words; two characters of a script without spaces count as one."""
    if text.isascii():
        return len(WORD.findall(text))
    han = len(HAN.findall(text))
    return len(WORD.findall(HAN.sub(" ", text))) + han // 2
