"""What “this” means in a comment on a line, or behind an id and a colon: the one entry that is shown or named there."""

import re
from typing import get_args

from agents.builtin.pieces import Piece
from agents.builtin.planning.entries import Entries
from agents.builtin.planning.refining.lists import demands
from agents.builtin.planning.refining.loosely import CHATTER
from agents.builtin.planning.refining.named import ID
from agents.builtin.seldom import Seldom
from agents.builtin.wording import begins, is_question, key_of, plain
from agents.schemas.architecture import ComponentKind

_THIS = Seldom(
    r"\b(?:this|that|it)\b(?: (?:requirement|feature|demand|constraint|non-?goal|story|line|point|item|one)\b)?",
    re.IGNORECASE,
)
_LEADING = Seldom(rf"(?P<id>{ID})(?::|\s+[–—-])\s+(?P<words>.+)", re.DOTALL)
# A component's row in the summary of a plan; what it serves stands behind, and is not what the line is about.
_PART = Seldom(r"\s*\|\s*(?P<name>[^|]*[^|\s])\s*\|\s*(?P<kind>[a-z]+)\s*\|")
# The rows of decisions and the lines of questions in it. No entry has an id of these letters.
_DECISION = Seldom(r"\s*\|\s*(?P<id>D[0-9]{1,6})\s+(?P<title>[^|]*[^|\s])\s*\|")
_QUESTION = Seldom(r"\s*[-*]\s+Q(?P<number>[0-9]{1,3})\s")
_KINDS = frozenset(get_args(ComponentKind))
_NAMED = Seldom(rf"(?<![\w-]){ID}(?![\w-])")
# What people write beside a line without naming it, and the verb that makes it a sentence.
_ALONE = Seldom(r"(?:drop|split|defer|restore)", re.IGNORECASE)
_AT_IT = Seldom(rf"{_ALONE.pattern}(?: {_THIS.pattern})?\.?", re.IGNORECASE)
_UNWANTED = Seldom(r"(?:we|i) (?:do not|don['’]t) (?:need|want)\b", re.IGNORECASE)
_GOES_ON = Seldom(
    r"(?:(?:should|must|shall|could)\b(?=\s+[^\W\d_]{2})|can wait|comes? later|later|is|has to|needs to)\b",
    re.IGNORECASE,
)
_STATE = Seldom(
    r"(?:not needed|no longer needed|not in scope|out of scope|obsolete|unnecessary|superfluous|an? nice to have|nice to have|optional)\b"
    r"|(?:must|should|could)(?:[- ]have)?\W*$",
    re.IGNORECASE,
)


def pointed(piece: Piece, entries: Entries) -> str | None:
    """The words of a comment on a line with the id of what it is about, where they leave that to the line.

    None when the words point at the line and nothing there says at what, or at what no edit changes: see `at_what`.
    """
    words = piece.text
    known = _known(entries)
    named = _LEADING.match(words)
    if named and key_of(named["id"]) in known:
        return _of(named["words"], known[key_of(named["id"])]) or words
    if not piece.about or any(key_of(each) in known for each in _NAMED.findall(words)):
        return words
    if _asks(piece.about):
        return words if _says_more(words) else None
    what = shown(piece.about, entries)
    if not what or _DECISION.match(_place(piece.about)):
        return None if _AT_IT.fullmatch(plain(words)) else words
    return _of(words, what) or words


def at_what(piece: Piece) -> str:
    """Half a sentence that says why words beside a line were left alone, and what to say instead."""
    asks, decided = _asks(piece.about), _DECISION.match(_place(piece.about))
    if asks:
        number = asks["number"]
        said = "…" if _AT_IT.fullmatch(plain(piece.text)) else " ".join(piece.text.split())[:200]
        return f"That line is question {number}, and a question takes an answer: `/answer {number} {said}`"
    if decided:
        return f"{decided['id']} follows from what the plan demands: say what you want instead, such as “use MySQL instead of PostgreSQL”"
    return "I cannot tell which entry of the plan that line is about: say it by id"


def _asks(about: str) -> re.Match[str] | None:
    return _QUESTION.match(_place(about))


def _says_more(words: str) -> bool:
    """Whether words beside a question are about something else: an edit that names it, a question, or only kind."""
    said = plain(words)
    if is_question(words) or CHATTER.fullmatch(said.rstrip(" .!")):
        return True
    return begins(words) and not _ALONE.fullmatch(said) and _THIS.search(said) is None


def _place(about: str) -> str:
    """The line that is quoted, without where it stands."""
    return about.partition(": ")[2] or about


def _of(words: str, id_: str) -> str | None:
    """The words as a sentence about the entry; None where they are none about something they leave unnamed."""
    said = plain(words)
    if _ALONE.fullmatch(said):
        return f"{said} {id_}"
    if _STATE.match(words):
        return f"{id_} is {words}"
    if _GOES_ON.match(said):
        return f"{id_} {said}"
    if _THIS.match(said) or ((begins(words) or _UNWANTED.match(said)) and _THIS.search(said)):
        return _THIS.sub(id_, said, count=1)
    return None


def _known(entries: Entries) -> dict[str, str]:
    groups = (*demands(entries), *entries.constraints, *entries.non_goals, *entries.stories, *entries.metrics)
    return {key_of(each.id): each.id for each in groups}


def shown(about: str, entries: Entries) -> str:
    """What a line of the plan is about, as people name it: an id, `component Worker`, or `decision D1` and its title.

    Empty where it cannot be told.
    The first id on the line where it leads the line or stands alone; else that of the entry whose text it holds.
    """
    known = _known(entries)
    ids = [known[key] for each in _NAMED.finditer(about) if (key := key_of(each[0])) in known]
    place = _place(about)
    decided = _DECISION.match(place)
    if decided:
        return f"decision {decided['id']} (" + re.sub(r"\\(.)", r"\1", decided["title"]) + ")"
    part = _PART.match(place)
    if part and part["kind"] in _KINDS:
        return "component " + re.sub(r"\\(.)", r"\1", part["name"])
    led = re.match(rf"[\s>*|+-]*(?P<id>{ID})(?![\w-])", place)
    if led and key_of(led["id"]) in known:
        return known[key_of(led["id"])]
    if len(set(ids)) == 1:
        return ids[0]
    holds = [each.id for each in demands(entries) if len(each.text) > 20 and each.text.rstrip(".") in about]
    return holds[0] if len(holds) == 1 and not ids else ""
