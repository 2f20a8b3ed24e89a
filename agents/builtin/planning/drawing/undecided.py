"""What words name without deciding on it: what may come later, what others have, what is one of several, and mere examples."""

import re

from agents.builtin.planning.drawing.sought import Sought
from agents.builtin.reader.words.technology import NAMES, SLASHED, technologies, technology_at

_STORES = f"(?:{NAMES['store']}|{NAMES['queue']}|H2|HSQLDB)"

# `ECS for now (EKS maybe later)`, `Swift port later`: what may come later is not decided.
POSTPONED = Sought(
    ("later",),
    re.compile(
        r"[^.;:,(\n]{0,60}\b(?:maybe|perhaps|possibly|might come|may come|comes?|ports?|support|versions?) later\b"
        # `Python 3.12 or later` is a version from which on any will do.
        r"|[A-Z][\w.+# ]{0,30}(?<! or)(?<! and) later\b(?=\s*(?:[,.;)]|$))",
        re.IGNORECASE,
    ),
)
# What others offer is not what this is built with: `the Shopify Admin API (GraphQL)`, `push via Firebase Cloud Messaging`.
THEIRS = re.compile(
    r"(?<= API )\([^()]*\)"
    r"|\bFirebase (?:Cloud Messaging|Analytics|Crashlytics|Remote Config|Auth\w*)\b"
    r"|\bFirebase for (?:the )?(?:push|authentication|sign-in|login)\b"
    r"|\bWebSocket (?:feeds?|APIs?)\b"
    r"|\bthe (?:[A-Z][\w.]* ){1,2}(?:app|client|frontend|website) (?:already )?(?:calls|consumes|expects|needs|reads|shows|uses)\b"
    r"|\b(?:projects?|repositor(?:y|ies)|code ?bases?) (?:that|which) (?:uses?|runs? on|are written in|is written in) [^.;,()]{0,40}"
    r"|\bjust like [^.;()]{0,80}"
    # What a program runs for its user, on a system where such a shell is: `PowerShell on Windows`.
    r"|\b(?:PowerShell|[Bb]ash) (?:on (?:Windows|Linux|macOS|Unix)|with cmd|(?:by )?default)\b"
    r"|\b[Bb]ack-?end: [^\n()]{0,60}\((?:already|existing|exists)\b[^()]*\)"
    r"|\b[Ii]nspired by[:* ]{1,4}[^.;()]{0,160}"
)
# `SQLite (dev)`, `SQLite for tests`, `development: SQLite`: with what those work who build it; it runs with something else.
_BUILDING = (
    r"(?:local(?:ly)? )?(?:dev(?:elop\w*)?|(?:unit |integration )?test(?:s|ing)?|ci|prototyp(?:e|es|ing))"
)
# Both, where it goes on: `in development and production`.
_AND_LIVE = r"(?!\w|(?:,| and|/| &|\+| as well as)\s*(?:in )?(?:prod|live|staging))"
WHILE_BUILDING = Sought(
    ("ci", "dev", "prototyp", "test"),
    re.compile(
        rf"(?<![\w./-])(?:(?P<first>{_STORES})(?: v?\d[\w.]*)?(?: only)?(?: ?\(| (?:in|for|during|on|while|as) (?:the )?| )(?:only )?(?:in |for )?{_BUILDING}{_AND_LIVE}(?: (?:environments?|machines?|only|stage))?\)?"
        rf"|(?:\b{_BUILDING})(?: database| db| store)?\s?[:=] ?(?P<second>{_STORES})(?![\w]))",
        re.IGNORECASE,
    ),
)
# How a repository is kept says nothing of what is built in it: `Git Flow`, `git-ignored`.
KEPT_WITH = re.compile(
    r"\bgit[- ](?:branch\w*|commits?|flow|history|hooks?|ignored?|repo(?:sitor(?:y|ies)|s)?|tags?)\b",
    re.IGNORECASE,
)
# `If using PHP, then JSON` leaves open what is used.
SUPPOSED = re.compile(r"\bif (?:we |you |one )?(?:are )?(?:choos(?:e|ing)|us(?:e|ing)|going with) [^.;,()]{0,40}", re.IGNORECASE)  # fmt: skip
# Of several examples none is chosen: `an object store such as S3 or Azure Blob`.
EXAMPLES = re.compile(r"\b(?:such as|like) [^.;()]{0,60}? or (?:[A-Z][\w.+#-]* ?){1,3}")
# `Bun + Hono (or Node.js + Fastify)`: the second choice stands in brackets.
OTHER_CHOICE = re.compile(r"\((?:or|alternatively|alternative:?|oder|ou|o) [^()]*\)", re.IGNORECASE)
# `SQLite is acceptable for the first demo`, `Optional: Redis`: what would do, and is not asked for.
WOULD_DO = re.compile(
    r"[A-Z][\w.+#-]{0,30} (?:is |would be )?(?:acceptable|tolerable|thinkable|possible|(?:an option|an alternative|a fallback)\b)"
    r"|^[Oo]ptional(?:ly)?(?:[:,] | \()[^.;\n]{0,80}",
)
# `React/Vue`, `MySQL or Postgres`; in `shadcn/ui` and `Pub/Sub` the stroke is part of the name.
CHOICE = re.compile(r"\s+(?:or|oder|ou|o)\s+|\s+/\s*|(?<!\bPub)/(?=[A-Z0-9])")
# `Redis only if we need it`, `SQLite, if necessary`: what would be taken in a case that nobody knows of yet.
IN_CASE = re.compile(
    r"[A-Z][\w.+#-]{0,30}(?:,| \()? ?(?:only )?(?:if|when|once|in case)(?: and when)? (?:(?:really|ever|absolutely|it is|it becomes|it turns out to be) )*(?:needed|necessary|required)\b"
    r"|[A-Z][\w.+#-]{0,30}[,:]? only (?:if|when|once|in case)\b[^.;\n]{0,80}"
    r"|\b(?:[Aa]dd|[Ii]ntroduce|[Bb]ring in) [A-Z][\w.+#-]{0,30} (?:only )?(?:if|when|once|as soon as)\b[^.;\n]{0,80}"
)
# `We looked at MongoDB and gave it up`: what was weighed, and not taken.
GIVEN_UP = re.compile(
    r"\b(?:looked (?:at|into)|considered|evaluated|weighed|tried|thought (?:about|of)) [^.;\n]{0,60}?"
    r"\b(?:and|but) (?:(?:we|it was|were|then|later|finally) )*(?:gave (?:it|them|that) up|decided against|discarded|dropped|rejected|turned (?:it|them) down|went (?:back|with)(?= )|use(?= )|chose(?= )|took(?= )|picked(?= ))"
    r"|[A-Z][\w.+#-]{0,30} (?:was|were|has been) (?:\w+ )?(?:considered|evaluated|discussed|weighed|tried)\b"
    r"|[A-Z][\w.+#-]{0,30} (?:was|were|has been|is) (?:\w+ )?(?:rejected|dropped|discarded|abandoned|turned down|given up|decided against)\b",
    re.IGNORECASE,
)
# `Vector store: OpenSearch or pgvector (to be decided)`
OPEN_YET = re.compile(
    r"[^.;\n]{0,120}\((?:to be decided|tbd|undecided|open|not decided(?: yet)?)\)", re.IGNORECASE
)
# What stands in a text that holds any of the above.
OPEN_WORDS = re.compile(r"\b(?:if|when|once|case|considered|evaluated|weighed|looked|tried|thought|rejected|dropped|discarded|abandoned|turned|given|decided)\b", re.IGNORECASE)  # fmt: skip
OR = re.compile(r"\bo(?:r|der|u)\b", re.IGNORECASE)
# Words that say of something what it is like, with which no name begins.
PLAIN = re.compile(
    r"(?:any|best|cheap|current|custom|dedicated|existing|fast|free|full|good|high|internal|latest|lightweight|local|low|managed|matches|modern|native"
    r"|none|open|queues?|same|self|shared|simple|single|standard|stable|tbd|the|this|to|uses?|version|widely|your|our)\b.*",
    re.IGNORECASE,
)
# Each is looked for only where one of its signs stands, in small letters.
BESIDE = (
    Sought(("(",), OPEN_YET),
    Sought(
        (
            " api ",
            "firebase",
            "websocket",
            "app ",
            "client ",
            "frontend ",
            "website ",
            "project",
            "repositor",
            "code base",
            "codebase",
            "just like",
            "powershell",
            "bash",
            "back-end:",
            "backend:",
            "inspired by",
        ),
        THEIRS,
    ),
    Sought(("git",), KEPT_WITH),
    Sought(("if ",), SUPPOSED),
    Sought((" or ",), EXAMPLES),
    Sought(("(",), OTHER_CHOICE),
    Sought(
        ("acceptable", "tolerable", "thinkable", "possible", "option", "alternative", "fallback"), WOULD_DO
    ),
)


def decided(text: str) -> str:
    """The words without what they only mention."""
    text = WHILE_BUILDING.out_of(POSTPONED.out_of(text))
    if OPEN_WORDS.search(text):
        text = IN_CASE.sub(" ", GIVEN_UP.sub(" ", text))
    for each in BESIDE:
        text = each.out_of(text)
    return text


def is_second(name: str, others: tuple[str, ...], text: str) -> bool:
    """Whether this is the B of “A or B”, where A is one of the `others` or any name that no list has."""
    if "/" not in text and not OR.search(text):
        return False
    key = re.escape(name)
    if re.search(rf"\b[A-Z][\w.+#]{{0,30}},? or {key}(?!\w)", text):
        return True
    return any(
        re.search(
            rf"{re.escape(other)}\s*(?:,?\s+or\s+|\s+oder\s+|\s+ou\s+|/){key}(?!\w)", text, re.IGNORECASE
        )
        for other in others
    )


def instead(name: str, text: str) -> str:
    """What else of the same use the words offer: MariaDB in `MySQL or MariaDB`, Fastify in `Hono (or Fastify)`; empty without any."""
    text = SLASHED.sub(r"\1 / ", text)
    pattern = rf"(?<!\w){re.escape(name)}(?: \d[\w.]*)?(?:\s+or\s+|\s*/\s*|\s*\((?:or|alternatively)[: ]\s*)"
    use = next((use for use, each in technologies(text) if each == name), "")
    others = (technology_at(text, found.end()) for found in re.finditer(pattern, text))
    return next((other[0] for other in others if other and other.lastgroup in {use, "runtime"}), "")
