"""One comment taken apart into its edits: by lines and lists, by sentences, and where one sentence holds several."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from agents.builtin.seldom import Seldom
from agents.builtin.wording import ASKING, VERB, begins, plain

_BULLET = Seldom(r"^\s*(?:[-*•+]|\(?[0-9]{1,2}[.)]|\(?[a-h]\))\s+(?:\[[ xX]\]\s+)?")
# What marks the beginning of an edit beyond doubt, in the middle of a sentence.
_OBJECT = (
    r"(?:(?:the|an?|our|these?|both|new|following)\s+)*(?:[A-Za-z]{1,10}[-_.]?[0-9]|requirements?\b|features?\b|components?\b|"
    r"constraints?\b|non-?goals?\b|units?\b|slices?\b|priority\b|it (?:an?|as)\b|[\w ]{1,40}? (?:instead of|rather than)\b)"
)
_PAIRED = r"(?:rename|replace|swap|split|merge)\s+[\w -]{1,60}?\s+(?:to|into|with|by|for|and)\s"
_AGAIN = Seldom(
    r"(?:\s*[,;]\s*(?:and |then |also |and then |and also |(?:and )?(?:finally|lastly),? )?"
    r"|\s+(?:and|then)\s+(?:then |also |please )?)"
    rf"(?=(?:{VERB})\s+{_OBJECT}|{_PAIRED}|(?:constraint|non-?goal): )",
    re.IGNORECASE,
)
_SENTENCE = Seldom(
    rf"(?:(?<=[.!])\s+|\s*;\s*|\s+\(?[0-9]{{1,2}}[.)]\s+)(?=(?:{ASKING.pattern})*(?:{VERB})\b|(?:constraint|non-?goal)\b"
    r"|(?:(?:also|and|then),? )?[A-Z]{1,4}-[0-9]+ (?:is|are|can|should|shall|must|has|belongs?)\b"
    r"|(?:also|additionally|furthermore|besides|in addition|plus|finally|lastly)\b"
    r"|(?:we|i)(?:['’]d| would)? also (?:need|want|like)\b|there (?:should|must|has to) be\b"
    # Something else that is wanted, and no reason for what stands before: `Drop R-4. Invoices need a logo.`
    r"|(?!(?:it|they|this|that|these|those|nobody|no one|none|we|you|i|he|she|everybody|everyone|people)\b)"
    r"(?:(?:the|an?|each|every|all) )?[^\W\d_]{2,30}(?: [^\W\d_]{2,30}){0,2} (?:needs?|should|must|shall|can|has to|have to)\b)",
    re.IGNORECASE,
)
# A row that says something of an entry: `R-1: must`, `R-4 can wait`.
_OF_ONE = Seldom(r"[`*_\"“]*[A-Z]{1,4}-[0-9]+[`*_\"”]*(?::| (?:is|are|can|should|shall|must|has|belongs?)\b)")
# What leads in a list: `please add:`, `drop these requirements:`.
_LEAD = re.compile(
    r"(?P<verb>add|drop|defer|restore)(?: (?:these|those|the following|some|a few|new|more))*"
    r"(?: (?:requirements|features|demands|items|points|things|ones))?"
)
_ENTRY = r"[A-Za-z]{1,10}[-_.]?[0-9]+"
_ENTRIES = rf"{_ENTRY}(?:(?:\s*(?:[,&/+–-]|\b(?:and|or|with|to|through)\b)){{1,2}}\s*{_ENTRY})*?"
_SAYS = r"(?:is|are|can|comes?|belongs?|has to|isn['’]?t|(?:should|must|could|shall)(?=\s+\w))\b"
_WEIGHT = r"(?:must|should|could|optional)\b"
# Behind a verb and its ids, or behind what is said of one entry, stands what can only be another wish.
_AND = r"(?:\s*,\s*(?:and |then |but )?|\s+(?:and|then|plus|but)\s+(?:then |also )?)"
_TWO_WISHES = Seldom(
    rf"(?P<one>(?:{ASKING.pattern})?(?:{VERB})\s+(?:[a-z]+\s+){{0,3}}{_ENTRIES}(?P<weight> (?:to |as )?{_WEIGHT})?)"
    rf"{_AND}(?P<other>(?:(?:{VERB})\b|(?:we|i|let|allow|there|build)\b|{_ENTRY}(?::| {_SAYS})|(?(weight){_ENTRY} {_WEIGHT}|(?!))).*)"
    rf"|(?P<said>{_ENTRIES}(?::| {_SAYS}| {_WEIGHT}).{{0,80}}?){_AND}(?P<also>{_ENTRY}(?::| {_SAYS}| {_WEIGHT}).*)",
    re.IGNORECASE | re.DOTALL,
)
# A sentence that is longer holds no wishes side by side, and would take long to look through.
_LONGEST = 300
_GREETING = Seldom(
    r"(?:hi|hello|hey|good (?:morning|afternoon|evening)|thanks|thank you|please|ok(?:ay)?|also|and|then|additionally|furthermore|besides|finally|lastly|plus|next)"
    r"(?: (?:all|there|everybody|everyone|team|again))?[.!,:]*"
    r"|(?:just )?(?:a few|some|two|three|several|my)(?: more| small| minor)? "
    r"(?:things?|notes?|remarks?|comments?|points?|nits?|wishes|thoughts|suggestions)"
    r"(?: (?:below|inline|from me|on (?:the|single) lines))?[.!,:]*",
    re.IGNORECASE,
)

_PRAISE = Seldom(
    r"(?:yes|lgtm|(?:this |that |it )?looks (?:good|fine|great)(?: to me)?|perfect|great|nice|cool)[.!,:]*",
    re.IGNORECASE,
)


class Piece(NamedTuple):
    """One edit in somebody's words, and the quotation it stands below, if any."""

    text: str
    about: str = ""


def pieces(text: str) -> tuple[str, ...]:
    """The edits of one comment, in their order and in its words; a line that begins none belongs to the one before it."""
    return tuple(piece.text for piece in quoting(text))


def quoting(text: str) -> tuple[Piece, ...]:
    """The same, each with what it quotes; a quotation or a line that ends in a colon leads in what follows."""
    found: list[Piece] = []
    about, fresh, lead = "", True, ""
    for row in text.splitlines():
        if row.startswith(">"):
            about, fresh = row[1:].strip(), True
            continue
        line = " ".join(_BULLET.sub("", row).split())
        leads = _LEAD.fullmatch(plain(line).rstrip(":")) if line.endswith(":") else None
        lead = leads["verb"] if leads else lead
        if not line or leads or (line.endswith(":") and not begins(line)):
            continue
        listed = _BULLET.match(row)
        lead = lead if listed else ""
        if fresh or listed or begins(line) or _OF_ONE.match(line):
            found.append(Piece(_led(line, lead), about))
        else:
            found[-1] = Piece(f"{found[-1].text} {line}", about)
        fresh = False
    parts = tuple(
        Piece(part, piece.about)
        for piece in found
        for one in _SENTENCE.split(piece.text)
        for again in _AGAIN.split(one)
        for part in _wishes(again)
        if part and not _GREETING.fullmatch(part)
    )
    # `Yes, drop R-4` is one wish; praise alone is answered.
    wishes = tuple(part for part in parts if not _PRAISE.fullmatch(part.text))
    return wishes or parts


def _led(line: str, verb: str) -> str:
    """A row of a list with the verb that leads the list in, unless it says that verb itself."""
    if not verb or plain(line).startswith(verb):
        return line
    return f"add requirement: {line}" if verb == "add" else f"{verb} {line}"


def _wishes(text: str) -> Iterator[str]:
    """The wishes of a sentence that names entries: `drop R-4 and use Django`, `R-1 is must, R-4 can wait`."""
    while len(text) <= _LONGEST and (found := _TWO_WISHES.fullmatch(text)):
        yield found["one"] or found["said"]
        text = found["other"] or found["also"]
    yield text
