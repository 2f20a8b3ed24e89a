"""Whether a statement among functions is about a quality of the product all the same."""

import re

from agents.builtin.reader.statements.quality import category_of
from agents.builtin.reader.statements.targets import target_of
from agents.builtin.reader.text.inline import BRACKETS
from agents.builtin.reader.text.places import Place
from agents.builtin.reader.words import nature, verbs
from agents.builtin.reader.words.choices import mandates
from agents.builtin.reader.words.rule_words import HARD_SECURITY, PERSON
from agents.builtin.reader.words.services import KNOWN
from agents.builtin.reader.words.technology import technologies
from agents.schemas.requirements import Category

# Under a heading that only names features, these qualities are still qualities; the others are usually features.
PLAIN_QUALITIES: frozenset[Category] = frozenset(
    {
        "privacy",
        "usability",
        "accessibility",
        "compatibility",
        "maintainability",
        "extensibility",
        "testability",
        "scalability",
        "availability",
        "compliance",
        "data-integrity",
    }
)
# In a longer sentence a word about quality is usually a side remark.
# Why something is demanded says nothing about what is demanded.
REASON = re.compile(r",? (?:because|so that|since)\b.*$", re.IGNORECASE)
# `It works for 500 members`, `how many returns a day: ~400`: how many it has to bear, and nothing they do.
BEARS = re.compile(
    r"^(?:(?:it|this|the \w+) )?(?:must |should |shall |has to |needs to )?works? for "
    r"(?:about |around |up to |at least )?\d[\d.,]* \w+\W*$"
    r"|^how (?:many|much|often) [^:?]{3,60}: ?(?:about |around |up to )?~?\d",
    re.IGNORECASE,
)
# `Every change shall pass the formatting check, the unit tests and the build`, `no touch target smaller than 48 dp`: however much is
# told of it, what a change or a control has to live up to.
HELD_AT_LENGTH = re.compile(
    r"^(?:every|each|all|any) (?:changes?|commits?|pull requests?|prs?|merges?|builds?|releases?)\b.{0,40}\bpass\b"
    r"|\b(?:touch|tap) (?:targets?|areas?)\b.{0,50}\d"
    r"|^(?:secrets?|credentials?|passwords?|tokens?|(?:api |private |signing )?keys?)\s+(?:\([^()]{1,60}\)\s+)?(?:must|shall|should|may) (?:not|never) be (?:committed|logged|hard[- ]?coded|exposed|printed)\b"
    r"|\b(?:texts?|labels|messages|strings|interface|ui)\b.{0,40}\b(?:available|written|shown|displayed|provided) in "
    r"(?-i:[A-Z])[a-z]+(?:, (?-i:[A-Z])[a-z]+)*,? and (?-i:[A-Z])[a-z]+\b",
    re.IGNORECASE,
)
LONGEST_QUALITY = 15
# One that says how fast something must be may say at length under which circumstances.
LONGEST_TIMED = 25
ALWAYS = re.compile(r"\b24/7\b|\baround the clock\b|\b99(?:[.,]\d+)? ?%", re.IGNORECASE)
# `Availability during the peak should be so that …`: what a sentence is about from its first word on.
SUBJECT = re.compile(
    r"^(?:the )?(?:(?:system|service|access|overall|data) (?:and )?)?"
    r"(?:availability|performance|security|reliability|response times?|latency|uptime|usability"
    r"|accessibility|scalability|throughput|(?:test|code) coverage)"
    r"(?: \w+)? (?:of|during|must|should|shall|has to|is to|under|for)\b",
    re.IGNORECASE,
)
FAST = re.compile(
    r"\b(?:within|in|under|below|less than|at most|max\.?) (?:half a|a|\d[\d.,]*) ?(?:ms|milli\w*|s|secs?|seconds?)\b",
    re.IGNORECASE,
)
# `All traffic shall occur exclusively over HTTPS`
OVER_TLS = re.compile(
    r"\b(?:traffic|communications?|connections?|interactions?|requests|transmissions?|transfers?|calls|endpoints|data)\b.{0,120}"
    r"\b(?:over|via|through|using|use) (?:an? )?(?:https|tls|ssl|encrypted)\b",
    re.IGNORECASE,
)
# `Network failures must not affect a running session`: what it has to bear.
HELD_UP = re.compile(
    r"\b(?:failures?|errors?|outages?|loss|crash\w*|disconnects?)(?: (?:of|in) [\w-]+(?: [\w-]+){0,3})? (?:must|should|shall|may|will) (?:not|never) (?:affect|interrupt|stop|break|block|crash|bring|take down|spread|reach)\b"
    # `The client must never crash the page`
    r"|\b(?:must|shall|may|should) (?:never|not(?: ever)?) (?:crash|freeze|hang|slow down|throw (?:an? |any )?(?:errors?|exceptions?))\b"
    r"|\b(?:thread|memory|real-?time)[- ]safe\b|^(?:no|zero) (?:broken|dead) (?:pages|links)\b",
    re.IGNORECASE,
)
# These begin like a deed and are none: `Forward compatible`, `Clean, branded layout`.
QUALITY_FIRST = re.compile(
    r"keep (?:(?:all|the|your) )?code (?:as )?(?:clean|maintainable|minimal|readable|short|simple|small|straightforward|tidy)\b"
    r"|keep (?:the )?(?:[\w-]+ )?(?:binary|bundle|footprint|image|package|payload)(?: size)? (?:<|≤|below|under|at most|within) ?\d"
    r"|use (?:a )?consistent (?:[\w-]+ ){1,4}(?:across|everywhere|in all|in every|throughout)\b"
    r"|(?:only )?(?:ask for|request) (?:only )?the (?:fewest|least|minimum|smallest) (?:[\w-]+ )?(?:access|permissions?|scopes?)\b|"
    r"requires? (?:only )?(?:minimal|little|no) (?:(?:ongoing|technical|manual|further|regular) )*(?:administration|attention|effort|intervention|involvement|maintenance|supervision|training|upkeep)\b"
    r"|(?:offers?|provides?|have|be) an? (?:easy[- ]to[- ]use|intuitive|user[- ]friendly|simple) (?:[\w-]+ ){0,2}(?:experience|interface|ui)\b"
    r"|(?:power|serve|host) (?:up to |about |at least )?\d+\+? (?:[\w-]+ ){0,2}(?:sites|websites|shops|stores|schools|branches|tenants|clinics|organi[sz]ations)\b"
    r"|(?:forwards?|backwards?)[ -]compatib|fast (?:page )?load(?:ing)?(?: (?:times?|speeds?))?\b(?! (?:of|for) (?:the |a )?(?:file|data|import))|i18n[\w-]*(?: (?:ready|support))?\W*$"
    r"|(?:clean|simple|clear|focused)\b,? (?:(?:and )?\w+,? ){0,2}"
    r"(?:ui|interface|design|look|layouts?|styling|hierarchy|typography)\b"
    r"(?=\s*(?:$|[,;.(]|(?:with|focus\w*|for|that|consistent|emphasi\w+)\b))",
    re.IGNORECASE,
)
# `Privacy policy link`, `Cookie consent banner`: what stands on a screen, though it is about a quality.
SHOWN_AS = re.compile(
    r"\b(?:links?|pages?|buttons?|banners?|check ?box(?:es)?|forms?|toggle|switch|screens?|menus?|dialogs?|popups?|icons?|metadata|indicators?|badges?|(?:audit|activity|access|change) (?:logs?|trails?))\W*$"
    r"|(?:链接|页面|按钮|勾选框|弹窗|开关|링크|버튼|リンク|ボタン)$",
    re.IGNORECASE,
)
# `Settings: language, reminders, backups, privacy, feedback` lists what there is, and one of it has the name of a quality.
LISTED = re.compile(r"[,、，]")
FEW_COMMAS = 2
# `No names, addresses, mails or keys in the log`: what must not be, however much of it is listed.
DENIED = re.compile(r"(?:no|never)\b|不|永不|绝不|keine?\b|nunca\b|jamais\b", re.IGNORECASE)
SHORTEST_TIMED = 6
# `/api/v1/health: GET, < 50 ms` is a way in, however fast it has to be.
ROUTE = re.compile(r"`?(?:(?:GET|POST|PUT|PATCH|DELETE) )?/[a-z]\S*")
QUALITY_LEADS = frozenset({"observability", "extensibility", "cost"})


# How much something has to change, or how many people have to come: a success, and no quality of the product.
CHANGES = re.compile(
    r"\b(?:down|up|fewer|less often|more (?:often|users|people)|reduc\w+|increas\w+|decreas\w+|improv\w+"
    r"|grow\w*|drop\w*|fall\w*|rise\w*|half|double|today|currently|baseline|adoption|users?|customers?"
    r"|people|teams?|tickets?|mails?|calls?|revenue|sales|conver\w+|retention|satisfaction|nps|csat"
    r"|weeks?|months?|days?|quarters?|years?)\b"
    r"|[+-]\s?\d+\s?%",
    re.IGNORECASE,
)
HELD: frozenset[Category | None] = frozenset({"performance", "availability", "reliability"})


def is_held(text: str) -> bool:
    """Whether a measure of success is a quality as well, one the product has to hold: `available 99.5 % of the time`."""
    return category_of(text) in HELD and target_of(text) is not None and not CHANGES.search(text)


def is_quality(text: str, place: Place) -> bool:
    """Whether a statement under a heading of features is about a quality all the same."""
    if place.lead and nature.size(place.lead) <= 3 and not ROUTE.match(place.lead):
        named = category_of(place.lead)
        if named and named not in QUALITY_LEADS and named != "reliability":
            return True
    text = nature.CONDITION.sub("", REASON.sub("", BRACKETS.sub("", text)))
    if SUBJECT.match(text) or QUALITY_FIRST.match(text) or HELD_UP.search(text):
        return True
    listed = len(LISTED.findall(text)) > FEW_COMMAS and not (nature.STRONG.search(text) or DENIED.match(text))
    if listed and category_of(text) != "compatibility":
        return False
    words = nature.size(text)
    if ROUTE.match(text) or (words <= SHORTEST_TIMED and SHOWN_AS.search(text)):
        return False
    if BEARS.match(text):
        return True
    if (OVER_TLS.search(text) or HELD_AT_LENGTH.search(text)) and nature.STRONG.search(text):
        return True
    if PERSON.search(text) or verbs.VERBS.match(text) or words > LONGEST_TIMED:
        return False
    category = category_of(text)
    held = {"performance": FAST, "availability": ALWAYS}.get(category or "")
    if held and held.search(text) and nature.STRONG.search(text):
        return True
    if words > LONGEST_QUALITY:
        return False
    if category and target_of(text):
        return True
    if category == "performance":
        return bool(target_of(text)) or not place.lead
    return category in PLAIN_QUALITIES or (category == "security" and bool(HARD_SECURITY.search(text)))


def is_hard_quality(text: str) -> bool:
    """Whether a short statement is about a quality and nothing else, even in a list of functions."""
    if verbs.VERBS.match(text) or PERSON.search(text) or nature.size(text) > LONGEST_QUALITY:
        return False
    category = category_of(text)
    return category in {"testability", "data-integrity"} or (
        category == "security" and bool(HARD_SECURITY.search(text))
    )


# On how many kinds of screens it has to work is a demand, while a system named as the one it runs on is given.
ON_SCREENS = re.compile(
    r"\bresponsive\b|\bmobile[- ](?:first|friendly)|\bcross[- ](?:browser|platform|device)|\bscreen sizes|响应式|반응형|レスポンシブ",
    re.IGNORECASE,
)


def is_plain_quality(text: str) -> bool:
    """Whether a short statement asks for a quality and names nothing it is made with: `Modular design`, not `Backups on S3`."""
    named = technologies(text) or KNOWN.search(text) or mandates(text)
    if nature.size(text) > LONGEST_QUALITY or named or PERSON.search(text):
        return False
    category = category_of(text)
    if category == "compatibility":
        return ON_SCREENS.search(text) is not None
    return category in PLAIN_QUALITIES | {"security", "reliability"} or (
        category == "performance" and target_of(text) is not None
    )


# A story in which somebody wants to do a thing, or wants something for people to see, wants a function.
TO_DO = re.compile(
    r"(?:to|the (?:app|system|product|tool|site) to|be able|can|my|me|an? option)\b", re.IGNORECASE
)
SEEN = re.compile(
    r"\b(?:pages?|screens?|dashboards?|reports?|views?|buttons?|banners?|settings|forms?|lists?|links?|badges?|modes?|histor(?:y|ies)|trails?|exports?|imports?|deletions?|mock data)\b",
    re.IGNORECASE,
)
# Whoever builds it wants these; of the others that are about safety or speed most are functions: `secure sign-in`.
WANTED_OF_IT: frozenset[Category | None] = frozenset(
    {
        "testability",
        "maintainability",
        "scalability",
        "accessibility",
        "compatibility",
        "compliance",
        "extensibility",
        "performance",
    }
)
GUARDED = re.compile(
    r"\brate[- ]limit|\bcsrf\b|\bxss\b|\binjection\b|\brow[- ]level security|\bsanitiz|\bencrypt(?:ed|ion) (?:at|in)\b|\bsecurity headers?\b|\bowasp|\bvulnerabilit"
    r"|\binput validation\b|\bhttps\b|\btls\b|\bpenetration test",
    re.IGNORECASE,
)
WATCHED = re.compile(
    r"\b(?:structured|central\w*) logg?|\b(?:error|performance|uptime|health|application|service|infrastructure) (?:monitoring|tracking)\b|\btracing\b|\bobservab|\btelemetry\b",
    re.IGNORECASE,
)
# `A configured testing environment`, and no `mock data for demos`, which somebody wants to show.
TRIED_IN = re.compile(
    r"\btest(?:ing)? (?:environment|infrastructure|set-?up|framework|harness)\b", re.IGNORECASE
)
# `Compliance across all pages` is about no page.
WHERE = re.compile(r" (?:for|on|in|across|with|of|to|using|that)\b", re.IGNORECASE)


def is_quality_wished(want: str) -> bool:
    """Whether what a story wants is how the product is to be, and nothing it does: `rate limiting on all routes`."""
    if TO_DO.match(want) or nature.size(want) > LONGEST_TIMED:
        return False
    if GUARDED.search(want) or WATCHED.search(want) or TRIED_IN.search(want):
        return True
    category = category_of(want)
    if category == "performance" and target_of(want):
        return True
    return category in WANTED_OF_IT and not SEEN.search(WHERE.split(want, maxsplit=1)[0])
