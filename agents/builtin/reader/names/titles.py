"""What stands in titles around a name, and titles that are a sentence about a change and name nothing."""

import re

from agents.builtin.reader.text.inline import capital

# `[Draft]`, `[WIP]`
TAGS = re.compile(r"\[[^\]\n]{1,20}\]")
# `RFC 12:`, `TEP-0162:`, `SHOP-1234:`, `#42`; and the word before a colon that says what kind of page it is.
NUMBERED = re.compile(
    r"^\W{0,8}(?:"
    r"(?i:rfc|prd|adr|tep|kep|rfe|epic|issue|ticket|brd|srs|frd|spec|proposal|idea)[-_ #]{0,2}\d{1,6}\s*[:.)–—-]?\s+"
    r"|[A-Za-z]{2,8}-\d{1,6}\s*(?:[:)]|\s[–—-])\s+"
    r"|#\d{1,6}\s*[:.)–—-]?\s+"
    r")"
)
NAMES_PAGE = re.compile(
    # `RFP 2024-07: Trail pages`, `Design: Log Shipper`
    r"^\W{0,8}(?:(?:technical |system )?design(?: doc(?:ument)?)?|rf[pqi]|request for (?:proposals?|quotations?|information)|(?:invitation to )?tender|(?:technical|feature|project|product) (?:brief|proposal|concept)"
    r"|statement of work|sow|ausschreibung|appel d['’]offres|licitación)(?:[ #-]{1,2}[\d./-]{1,10})?\s*[:：]\s*"
    r"|^\W{0,8}(?:title|titel|titre|t[íi]tulo|epic|wip|feature(?: request)?|story|idea|request|initiative|subject|fwd?|re|aw|wg|memo|note(?: to self)?"
    r"|(?:meeting )?(?:minutes|notes)|protokoll)\s*[:：]\s*"
    r"|^\W{0,8}(?:(?:kurze )?notiz(?:en)?|zettel)(?: an mich)?(?:\s*[:–—-]\s*|\s+(?=(?-i:[A-ZÄÖÜ])))"
    r"|^\W{0,8}(?:voice|audio) (?:memo|note|message)s?(?:\s*[:：–—-]\s*|\s+(?:about|on|for|re)\s+(?:(?:the|my|our|an?)\s+)?|\s+(?=[^()]*\b(?:transcribed|transcript|dictated)\b|[^()]*\((?:transcribed|transcript|dictated)\)))",
    re.IGNORECASE,
)
# What a title says of the day and of who met: `…, equipment meeting, 14 March`.
OF_A_MEETING = re.compile(
    r"(?<=\w)\s*[,–—|-]\s+(?:[\w-]+ ){0,2}(?:meeting|call|sync|workshop|committee|(?:short |meeting )?notes|minutes|sitzung|besprechung|réunion|reunión)\b.{0,40}$"
    r"|(?<=\w)\s*[,–—|-]\s+(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?\d{1,2}(?:st|nd|rd|th|\.)? (?:of )?[a-z]{3,9}\.?(?: \d{4})?$",
    re.IGNORECASE,
)
VERSION = re.compile(
    r"(?:[,;(]?\s*\b(?:version|ver\.?|rev(?:ision)?\.?|draft|iteration)\s{0,2}\d{1,3}(?:\.\d{1,3}){0,3}|\s+v\d{1,3})\s*[)\]]?\s*$",
    re.IGNORECASE,
)
TRAILING = re.compile(r"[^\w)\"”!?+#.'’%]+$")
# A year, a quarter or a bare number beside the name.
NUMBERS = re.compile(r"(?:(?:19|20)\d\d|[QH][1-4]|\d+|[\s/.-])+", re.IGNORECASE)
# Pages that tell people what to do, and no product.
OF_PEOPLE = re.compile(
    r"\b(?:polic(?:y|ies)|guidelines?|runbook|handbook|(?:meeting|kick-?off) notes\b.{0,40})(?:\s(?:for|of)\s.{1,80})?$",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"^(?:please\s+)?(?:add|build|create|make|let|allow|enable|support|improve|reduce|increase|fix|remove|replace|implement"
    r"|introduce|migrate|move|upgrade|convert|switch|provide|show|send|automate|integrate|refactor|rewrite|develop|design"
    r"|migrating|moving|upgrading|converting|switching|adding|building|replacing|as an?|how|why|what|where|when|who)\b",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\b(?:can|can['’]t|cannot|should|must|needs?|wants?|is|are|don['’]t|doesn['’]t|won['’]t|could|would|might|shall|will"
    r"|wird|werden|ist|sind|kann|können|fehlt|fehlen)\b"
)
_CHANGES = re.compile(
    r"^(?:migrat\w*|mov(?:e|ing)|upgrad\w*|convert\w*|switch\w*)\b.{0,60}?\b(?:from|to)\s|^(?:what|why|how|when|can|could|should|do|does|is|are)\b.*\?$",
    re.IGNORECASE,
)
# Words that begin with a small letter: a name has hardly any.
_SMALL = re.compile(r"(?<![\w'’-])[a-zäöüß][\w'’-]*")
FEWEST = 2


def without_marks(title: str) -> str:
    """The title without its number, its tags, its version and what says that it is a page of some kind."""
    if not title.strip().count(" "):
        title = title.replace("_", " ")
    bare = TAGS.sub(" ", title).strip() or title
    for pattern in (NUMBERED, NAMES_PAGE, VERSION, OF_A_MEETING):
        bare = pattern.sub("", bare, count=1).strip() or bare
    return bare


def is_sentence(title: str) -> bool:
    """Whether a title asks for something, asks a question or states something: `Add dark mode to the settings page`."""
    if _CHANGES.match(title):
        return True
    small = len(_SMALL.findall(title))
    if small < FEWEST:
        return False
    return bool(
        _ASKS.match(title) or title.rstrip().endswith("?") or (small > FEWEST and _SAYS.search(title))
    )


def as_name(words: str) -> str:
    """The words with a capital at the beginning where several are typed in small letters; a single one may be a command."""
    first, *others = words.split(" ")
    return capital(words) if others and first.isalpha() and first.islower() else words
