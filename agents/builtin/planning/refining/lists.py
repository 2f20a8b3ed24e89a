"""The demands of a plan as refinements name them: found by id, listed, replaced, taken out."""

import re
from collections.abc import Sequence

from agents.builtin.planning.entries import Entries
from agents.builtin.planning.refining.named import ID
from agents.builtin.reader.statements.targets import target_of
from agents.builtin.seldom import Seldom
from agents.builtin.wording import spans, unknown_ends
from agents.schemas.requirements import Demand, NonFunctional

LONGEST = 4000
_ONE = Seldom(
    rf"\s*(?:(?:both|all of|requirements?|features?)\s+)?(?P<id>{ID})"
    r"(?P<after>\s*(?:,\s*(?:and|or)?|[&/+;]|\b(?:and|or|with|plus)\b|[.:]?$|[.:]\s|\s))",
    re.IGNORECASE,
)
# An id behind the others that goes on like this begins a sentence of its own.
_OWN_SENTENCE = Seldom(
    r"(?:is|are|isn['’]?t|aren['’]?t|was|can|could|will|would|should|shall|must|may|has|have|needs?|comes?|belongs?)\b",
    re.IGNORECASE,
)


def demands(entries: Entries) -> tuple[Demand, ...]:
    """Everything that is asked of the product."""
    return (*entries.requirements, *entries.nfrs)


def find(entries: Entries, wanted: str) -> Demand | None:
    """The demand with this id or the document's own label."""
    key = wanted.casefold().strip()
    return next(
        (one for one in demands(entries) if key in {one.id.casefold(), one.label.casefold()} - {""}), None
    )


def listed(entries: Entries, text: str) -> tuple[tuple[Demand, ...], tuple[str, ...]]:
    """The demands listed at the start of the words, and the ids there that are none.

    An id that begins a sentence of its own is not one of them.
    """
    known = [each.id for each in demands(entries)]
    rest = spans(text, known)
    found: dict[str, Demand] = {}
    missing = list(unknown_ends(text, known))
    while match := _ONE.match(rest):
        each, follows = find(entries, match["id"]), match["after"]
        if follows.isspace() and (found or missing) and _OWN_SENTENCE.match(rest[match.end() :].lstrip()):
            break
        if each:
            found[each.id] = each
        else:
            missing.append(match["id"])
        rest = rest[match.end() :]
    return tuple(found.values()), tuple(dict.fromkeys(missing))


def replace(entries: Entries, old: Demand, changes: dict[str, object]) -> None:
    """Put a demand with these changes in the place of the old one."""
    entries.requirements[:] = [
        each.model_copy(update=changes) if each is old else each for each in entries.requirements
    ]
    entries.nfrs[:] = [each.model_copy(update=changes) if each is old else each for each in entries.nfrs]


def missing_said(missing: Sequence[str]) -> str:
    """`There is no R-77 in this plan`, for ids nobody knows."""
    named = [f"no {each}" for each in missing[:5]]
    return (
        f"There is {' and '.join((', '.join(named[:-1]), named[-1])) if named[1:] else ''.join(named)} in this plan"
        if missing
        else ""
    )


def unknown_first(entries: Entries, words: str) -> str:
    """The id that words begin with, where it is of the plan's own kind and nothing in the plan has it; empty otherwise."""
    found = re.match(r"(?P<id>(?P<kind>[A-Z]{1,10}-)\d{1,4})\b", words)
    if found is None or found["id"] in entries.given or find(entries, found["id"]):
        return ""
    return found["id"] if any(each.id.startswith(found["kind"]) for each in demands(entries)) else ""


def with_missing(said: str, missing: Sequence[str]) -> str:
    """What is said, and which ids nobody knows."""
    return f"{said} {missing_said(missing)}." if missing else said


def same_words(one: str, other: str) -> bool:
    """Whether two texts differ in nothing but capitals and punctuation."""
    return " ".join(re.findall(r"\w+", one.casefold())) == " ".join(re.findall(r"\w+", other.casefold()))


def worded(old: Demand, text: str) -> dict[str, object]:
    """What changes in a demand that gets these words."""
    changes: dict[str, object] = {"text": text[:LONGEST], "origin": "refinement"}
    return {**changes, "target": target_of(text)} if isinstance(old, NonFunctional) else changes
