"""What people asked for since the plan was first drawn: each remark edit by edit, in order, some of them taken back."""

from collections.abc import Sequence
from typing import NamedTuple

from agents.builtin.pieces import Piece, quoting
from agents.builtin.planning.entries import Entries
from agents.builtin.planning.quoting import listed
from agents.builtin.planning.refining.choosing import apart
from agents.builtin.planning.refining.outcome import Outcome, unchanged
from agents.builtin.planning.refining.pointing import at_what, pointed, shown
from agents.builtin.planning.refining.redraw import redrawn, without
from agents.builtin.planning.refining.refine import refined
from agents.builtin.planning.wishes import Wishes
from agents.builtin.undoing import standing
from agents.schemas.architecture import Architecture
from agents.schemas.pack import Applied
from agents.schemas.planner import Remark


class Heard(NamedTuple):
    """One edit in somebody's words, and what came of it."""

    text: str
    by: str
    outcome: Outcome


def heard(remarks: Sequence[Remark], *, entries: Entries, wishes: Wishes) -> tuple[Heard, ...]:
    """Every edit carried out on the entries; those on components wait for the drawing."""
    found: list[Heard] = []
    for each in standing([remark.text for remark in remarks]):
        remark = remarks[each.place]
        if each.takes_back is not None:
            found.append(Heard(remark.text, remark.by, _taken_back(remarks, each.takes_back)))
            continue
        parts = tuple(
            part._replace(text=words) for part in quoting(remark.text) for words in apart(part.text)
        )
        whole = len(parts) < 2 and not any(part.about for part in parts)
        for part in (parts or (Piece(remark.text),)) if whole else parts:
            wish = pointed(part, entries)
            about = shown(part.about, entries) if part.about else ""
            outcome = (
                unchanged(at_what(part))
                if wish is None
                else refined(wish, entries=entries, wishes=wishes, about=about)
            )
            found.append(Heard(part.text, remark.by, outcome))
    return tuple(found)


def _taken_back(remarks: Sequence[Remark], places: Sequence[int]) -> Outcome:
    if not places:
        return unchanged("There is nothing to take back")
    said = [f"“{remarks[place].text[:160]}”" for place in places]
    return Outcome(f"Took back {listed(said, said)}.")


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
            done.append(each._replace(outcome=outcome))
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
