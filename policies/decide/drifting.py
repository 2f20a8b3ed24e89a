"""What a push to the base branch means for a run, and what people answer to a note about it."""

from policies import commands as c
from policies import entries as e
from policies.decide.rounds import another_round, were
from policies.decision import Decision, Ignored, Moved, Refused
from policies.drift import WAITING, requirements_of
from policies.facts import Facts
from policies.run import Run
from policies.stages import FINISHED, UnitState

_SHOWN = 3
# A proposal of these units is made or waits for a yes, so it can be made anew; a pull request is for people to decide about.
REDRAWN = frozenset({UnitState.PATCHING, UnitState.WAITING_USER_APPROVAL, UnitState.BLOCKED_POLICY})


def pushed(run: Run, command: c.Pushed, facts: Facts) -> Decision:
    """Patchsets whose paths moved are drawn again; changed files of merged units raise one note for each requirement."""
    entries: list[e.Entry] = []
    if run.stage not in FINISHED:
        entries += [
            another_round(
                unit, "base", f"`{facts.base_ref}` moved under {_named(facts.moved_under[unit.id])}"
            )
            for unit in run.units.values()
            if unit.id in facts.moved_under and unit.state in WAITING
        ]
    drifted = requirements_of(run, facts.backlog, facts.changed) if facts.backlog else {}
    if drifted:
        paths = {path for each in drifted.values() for path in each}
        blobs = {path: facts.changed[path] for path in sorted(paths)}
        entries.append(e.Drifted(sha=command.sha, by=command.by, requirements=drifted, blobs=blobs))
    return Moved(tuple(entries)) if entries else Ignored("nothing of this run was touched")


def accept(run: Run, command: c.Accept) -> Decision:
    """The changes are right as they are."""
    return _answered(run, command, e.DriftAnswered(**_said(command), how="accepted"))


def amend(run: Run, command: c.Amend, facts: Facts) -> Decision:
    """The requirement says something else from now on, also to the units that are still to be built for it."""
    entry = e.DriftAnswered(**_said(command), how="amended", text=command.text.strip()[:2000])
    decision = _answered(run, command, entry)
    if not isinstance(decision, Moved) or facts.backlog is None:
        return decision
    why = were(command.requirements, "amended")
    serving = {u.id for u in facts.backlog.units if set(u.requirement_ids) & set(command.requirements)}
    again = tuple(
        another_round(unit, "answer", why)
        for unit in run.units.values()
        if unit.id in serving and unit.state in REDRAWN
    )
    return Moved((*decision.entries, *again))


def _answered(run: Run, command: c.Accept | c.Amend, entry: e.DriftAnswered) -> Decision:
    stranger = next((each for each in command.requirements if each not in run.drifts), None)
    if stranger is None:
        return Moved((entry,))
    noted = ", ".join(f"`{each}`" for each in run.drifts) or "none"
    return Refused(
        "SB-111",
        f"No note about `{stranger}` is open, so there is nothing to answer.",
        f"Open notes: {noted}.",
    )


def _said(command: c.Accept | c.Amend) -> dict[str, object]:
    return {
        "requirements": command.requirements,
        "by": command.said.by,
        "comment_id": command.said.comment_id,
    }


def _named(paths: tuple[str, ...]) -> str:
    more = f" and {len(paths) - _SHOWN} more" if len(paths) > _SHOWN else ""
    return ", ".join(f"`{path}`" for path in paths[:_SHOWN]) + more
