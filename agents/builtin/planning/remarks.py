"""What people asked for since the plan was first drawn: each remark edit by edit, in order, some of them taken back."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from agents.builtin.planning.entries import Entries
from agents.builtin.planning.outcome import Outcome, unchanged
from agents.builtin.planning.redraw import redrawn, without
from agents.builtin.planning.refine import refined
from agents.builtin.planning.wishes import Wishes
from agents.builtin.wording import pieces, plain
from agents.schemas.architecture import Architecture
from agents.schemas.pack import Applied
from agents.schemas.planner import Remark

_UNDO = re.compile(
    r"undo(?: (?:(?:that|it|this)|(?:the |my )?(?:last|latest|previous) (?:change|refinement|wish|edit|one)|the change))?(?: again)?|"
    r"(?:take|roll) (?:that|it|the last (?:change|one)) back|go back to (?:the )?(?:previous|last|old)(?: version| plan)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Heard:
    """One edit in somebody's words, and what came of it."""

    text: str
    by: str
    outcome: Outcome


def heard(remarks: Sequence[Remark], *, entries: Entries, wishes: Wishes) -> tuple[Heard, ...]:
    """Every edit carried out on the entries; those on components wait for the drawing."""
    found: list[Heard] = []
    for remark, undone in _standing(remarks):
        if undone is not None:
            said = (
                f"Took back “{undone.text[:160]}”."
                if undone.text
                else unchanged("There is nothing to take back").said
            )
            found.append(Heard(remark.text, remark.by, Outcome(said)))
            continue
        parts = pieces(remark.text)
        outcomes = [
            refined(part, entries=entries, wishes=wishes)
            for part in (parts if len(parts) > 1 else (remark.text,))
        ]
        texts = parts if len(parts) > 1 else (remark.text,)
        found += [Heard(text, remark.by, outcome) for text, outcome in zip(texts, outcomes, strict=True)]
    return tuple(found)


def _standing(remarks: Sequence[Remark]) -> Iterator[tuple[Remark, Remark | None]]:
    """The remarks that count, and each undoing with the remark it takes back (an empty one where there is none)."""
    standing: list[tuple[Remark, Remark | None]] = []
    for remark in remarks:
        if not _UNDO.fullmatch(plain(remark.text)):
            standing.append((remark, None))
            continue
        last = next((index for index in reversed(range(len(standing))) if standing[index][1] is None), None)
        undone = standing.pop(last)[0] if last is not None else Remark(text="")
        standing.append((remark, undone))
    yield from standing


def finished(
    drawn: Architecture, edits: Sequence[Heard], *, entries: Entries, wishes: Wishes
) -> tuple[Architecture, tuple[Applied, ...]]:
    """The drawing with the edits that had to wait for it, and what came of every edit."""
    drawn = without(drawn, frozenset(wishes.unwanted))
    known = frozenset(each.id for each in (*entries.requirements, *entries.nfrs))
    texts = {each.id: each.text for each in (*entries.requirements, *entries.nfrs)}
    done: list[Heard] = []
    for each in edits:
        if each.outcome.component:
            drawn, outcome = redrawn(drawn, each.outcome.component, known=known, texts=texts)
            done.append(replace(each, outcome=outcome))
        else:
            done.append(each)
    return drawn, tuple(_applied(each) for each in done)


def _applied(edit: Heard) -> Applied:
    return Applied(
        text=edit.text[:4000],
        by=edit.by[:100],
        outcome=edit.outcome.said[:4000],
        changed_ids=edit.outcome.ids,
    )
