"""Why something is so: the way from a unit, patchset, requirement, decision or question back to the PRD's lines."""

import re
from collections.abc import Iterator

from agents.builtin.planning.quoting import spans
from handlers import markdown as m
from handlers.replies import words as w
from handlers.replies.abilities import is_advised_against
from handlers.replies.card import state_of
from handlers.replies.gates import gates_shown
from handlers.replies.reasons_of_plan import planned, prd_lines
from handlers.replies.view import View
from policies.run import Run, UnitRun
from policies.stages import UnitState

_ID = re.compile(r"\b([A-Za-z]{1,4})[ -]?([0-9]{1,4})\b", re.ASCII)
_QUESTION = re.compile(r"(?:question )?#?([0-9]{1,3})", re.IGNORECASE | re.ASCII)


def because(run: Run | None, about: str, view: View, *, thread: int = 0) -> str:
    """What is known of the thing a person named by its id; in a unit's issue nothing named means the unit."""
    here = run.unit_of_issue(thread) if run is not None else None
    words = about.strip().strip("`?. ") or (here.id if here else "")
    if run is not None and run.triage is not None and is_advised_against(run) and words in {"", "triage"}:
        verdict, reasons = run.triage
        said = m.listed([m.sentence(reason) for reason in reasons])
        return w.blocks(f"Triage says {w.advice(verdict)}:", said)
    if run is None or not words:
        return (
            "Name what you mean: a requirement (`/why FR-3`), a unit (`/why U-01`), a patchset (`/why PS-1`), a decision "
            "(`/why D1`) or a question (`/why Q1`)."
        )
    for wanted in dict.fromkeys((words, *_ids_in(words))):
        found = _unit(run, wanted.upper(), view) or (
            planned(view.pack, wanted.casefold(), view) if view.pack else None
        )
        if found := found or _whole(run, wanted, view):
            return found
    return f"I know no {m.code(words, limit=40)} in this run. {_known(run, view)}".rstrip()


def _ids_in(words: str) -> Iterator[str]:
    """What these words may name: their ids as they stand, with or without the hyphen, and a bare number as a question."""
    for kind, number in _ID.findall(words):
        yield f"{kind}-{number}"
        yield f"{kind}{number}"
    if number := _QUESTION.fullmatch(words):
        yield f"Q{number[1]}"
    yield words.split(" ", maxsplit=1)[0].strip("`,")


def _whole(run: Run, wanted: str, view: View) -> str | None:
    """What is said of a plan, a backlog or a slice as a whole: what is in it, and where it is explained."""
    kind = wanted.casefold()
    version = {"plan": run.plan, "backlog": run.backlog}.get(kind)
    if version is not None:
        shown = w.linked(f"{kind} v{version.number}", view, f"{kind} {version.number}")
        return f"{shown} says what it is made of, and why. {_known(run, view)}"
    part = (
        next((each for each in view.backlog.slices if each.id == wanted.upper()), None)
        if view.backlog
        else None
    )
    if part is None or view.backlog is None:
        return None
    units = [each.id for each in view.backlog.units if each.slice == part.id]
    after = f"It starts once {w.and_(part.starts_after)} is under way." if part.starts_after else ""
    return w.blocks(f"**{part.id} {m.line(part.title)}**", f"Its units: {spans(units)}. {after}".rstrip())


def _known(run: Run, view: View) -> str:
    """The ids that can be asked about."""
    pack, backlog = view.pack, view.backlog
    ids = [each.id for each in (*pack.requirements, *pack.nfrs)] if pack else []
    if pack:
        ids += [each.id for each in pack.architecture.decisions]
        ids += [each.id for each in pack.clarifications]
    if backlog:
        ids += [each.id for each in backlog.slices]
        ids += [each.id for each in backlog.units]
    ids += [unit.patchset.number for unit in run.units.values() if unit.patchset]
    if not ids:
        return "There is nothing with an id yet: ask again when the plan is here."
    return f"You can ask about {spans(ids)}."


def _unit(run: Run, wanted: str, view: View) -> str | None:
    unit = run.units.get(wanted) or run.unit_of_patchset(wanted)
    planned = None
    if view.backlog:
        planned = next(
            (each for each in view.backlog.units if each.id == (unit.id if unit else wanted)), None
        )
    if unit is None and planned is None:
        return None
    title = f"**{planned.id} {m.line(planned.title)}**" if planned else f"**{unit.id if unit else wanted}**"
    texts = {each.id: each for each in (*view.pack.requirements, *view.pack.nfrs)} if view.pack else {}
    serves = [
        f"{m.line(each, limit=60)}: {m.line(texts[each].text) if each in texts else ''}{prd_lines(texts[each].lines if each in texts else ())}"
        for each in (planned.requirement_ids if planned else ())
    ]
    seen = unit.patchset if unit else None
    return w.blocks(
        f"{title}{_state(run, unit)}.",
        m.sentence(unit.reason) if unit and unit.reason else None,
        m.listed(serves) if serves else "It serves the whole plan.",
        f"Proved by: {m.line(planned.test)}" if planned and planned.test else None,
        f"{seen.number} {m.code(w.short(seen.digest))} on {m.code(seen.base_sha[:7])}:" if seen else None,
        gates_shown(seen.gates) if seen and seen.gates else None,
    )


def _state(run: Run, unit: UnitRun | None) -> str:
    if unit is None:
        return " is in the backlog"
    if unit.state is UnitState.WAITING_USER_APPROVAL and unit.patchset:
        return f" waits for approval of {unit.patchset.number}"
    return f": {state_of(run, unit)}"
