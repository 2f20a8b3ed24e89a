"""What “this” means in a comment on a line, or behind an id and a colon: the one entry that is shown or named there."""

import re
from typing import get_args

from agents.builtin.planning.entries import Entries
from agents.builtin.planning.refine_grammar import ID
from agents.builtin.planning.refine_lists import demands
from agents.builtin.wording import Piece, begins, key_of, plain
from agents.schemas.architecture import ComponentKind

_THIS = re.compile(
    r"\b(?:this|that|it)\b(?: (?:requirement|feature|demand|constraint|non-?goal|story|line|point|item|one)\b)?",
    re.IGNORECASE,
)
_LEADING = re.compile(rf"(?P<id>{ID})(?::|\s+[–—-])\s+(?P<words>.+)", re.DOTALL)
# A component's row in the summary of a plan; what it serves stands behind, and is not what the line is about.
_PART = re.compile(r"\s*\|\s*(?P<name>[^|]*[^|\s])\s*\|\s*(?P<kind>[a-z]+)\s*\|")
_KINDS = frozenset(get_args(ComponentKind))
_NAMED = re.compile(rf"(?<![\w-]){ID}(?![\w-])")
# What people write beside a line without naming it, and the verb that makes it a sentence.
_ALONE = re.compile(r"(?:drop|split|defer|restore)", re.IGNORECASE)
_AT_IT = re.compile(rf"{_ALONE.pattern}(?: {_THIS.pattern})?\.?", re.IGNORECASE)
_UNWANTED = re.compile(r"(?:we|i) (?:do not|don['’]t) (?:need|want)\b", re.IGNORECASE)
_GOES_ON = re.compile(
    r"(?:should|must|shall|could|can wait|comes? later|later|is|has to|needs to)\b", re.IGNORECASE
)
_STATE = re.compile(
    r"(?:not needed|no longer needed|not in scope|out of scope|obsolete|unnecessary|superfluous|an? nice to have|nice to have|optional)\b",
    re.IGNORECASE,
)


def pointed(piece: Piece, entries: Entries) -> str | None:
    """The words of a comment on a line with the id of what it is about, where they leave that to the line.

    None when the words point at the line and nothing there says at what.
    """
    words = piece.text
    known = _known(entries)
    named = _LEADING.match(words)
    if named and key_of(named["id"]) in known:
        return _of(named["words"], known[key_of(named["id"])]) or words
    if not piece.about or any(key_of(each) in known for each in _NAMED.findall(words)):
        return words
    what = shown(piece.about, entries)
    if not what:
        return None if _AT_IT.fullmatch(plain(words)) else words
    return _of(words, what) or words


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
    """What a line of the plan is about, as people name it: an id, or `component Worker`; empty where it cannot be told.

    The first id on the line where it leads the line or stands alone; else that of the entry whose text it holds.
    """
    known = _known(entries)
    ids = [known[key] for each in _NAMED.finditer(about) if (key := key_of(each[0])) in known]
    place = about.partition(": ")[2] or about
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
