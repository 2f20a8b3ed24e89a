"""Patchsets, writes, checks and merges."""

from dataclasses import replace
from typing import assert_never

from policies import entries as e
from policies.folding.steps import Recorded, promote, unit_stepped
from policies.machine import UnitTrigger
from policies.run import Override, PatchsetSeen, PullRequest, Run, UnitRun, with_unit
from policies.stages import UNIT_ENDED, Overlay, UnitState

# The pull request shows the unit's newest version.
_SHOWN = frozenset({UnitState.PR_OPEN, UnitState.VERIFYING_CI, UnitState.CHECKS_RED})
_NEEDS_A_LOOK = frozenset({"missing", "stuck"})


def units(
    run: Run,
    entry: e.PatchsetProposed | e.GatesJudged | e.PatchsetKept | e.UnitWaits,
    record: Recorded,
) -> Run:
    """The run after a patchset, its gates, or a unit that waits."""
    unit = run.units[entry.unit]
    match entry:
        case e.PatchsetProposed():
            seen = PatchsetSeen(
                **entry.model_dump(exclude={"type", "cause", "unit"}), at=record.at, seq=record.seq
            )
            run = replace(run, patchsets=max(run.patchsets, int(entry.number.removeprefix("PS-"))))
            proposed = unit_stepped(unit, UnitTrigger.PROPOSED)
            seen_now = replace(proposed, patchset=seen, earlier=unit.patchset, approval=None, reason="")
            return with_unit(run, seen_now)
        case e.GatesJudged():
            trigger = UnitTrigger.GATES_BLOCKED if entry.blocked else UnitTrigger.GATES_PASSED
            seen_or_none = replace(unit.patchset, gates=entry.gates) if unit.patchset else None
            judged = replace(unit_stepped(unit, trigger), patchset=seen_or_none, reason=_stopped(entry.gates))
            return with_unit(run, replace(judged, judged=(*unit.judged, record.seq)))
        case e.PatchsetKept():
            return _kept(run, unit)
        case e.UnitWaits():
            return with_unit(run, replace(unit_stepped(unit, UnitTrigger.WAITS), reason=entry.reason))
        case _:
            assert_never(entry)


def _stopped(gates: tuple[e.GateResult, ...]) -> str:
    """Why rules stop a patchset; empty where none does."""
    return "; ".join(gate.reason for gate in gates if gate.result == "block")


def _kept(run: Run, unit: UnitRun) -> Run:
    """The run with a unit back where its patchset stood: what its gates said decides, and no word of the entry.

    What changed nothing is not asked for again with the next version.
    """
    gates = unit.patchset.gates if unit.patchset else ()
    since = unit.patchset.seq if unit.patchset else 0
    blocked = any(gate.result == "block" for gate in gates)
    stands = unit_stepped(unit, UnitTrigger.STANDS_BLOCKED if blocked else UnitTrigger.STANDS)
    wishes = tuple(wish for wish in run.refinements if wish.target != unit.id or wish.seq < since)
    return with_unit(replace(run, refinements=wishes), replace(stands, reason=_stopped(gates)))


def spoken_for(unit: UnitRun, entry: e.Approved) -> UnitRun:
    """The unit with what its owners' gate says once they have said yes."""
    if unit.patchset is None or not entry.owners:
        return unit
    said = e.GateResult(rule="owners", result="pass", evidence=entry.owners)
    gates = tuple(said if gate.rule == said.rule else gate for gate in unit.patchset.gates)
    return replace(unit, patchset=replace(unit.patchset, gates=gates))


def overridden(run: Run, entry: e.Overridden, record: Recorded) -> Run:
    """The run with one rule let pass; when nothing blocks the patchset any more, it waits for its approval."""
    said = entry.model_dump(exclude={"type", "cause", "by"})
    run = replace(
        run, overrides=(*run.overrides, Override(**said, by=entry.by, at=record.at, seq=record.seq))
    )
    unit = run.unit_of_patchset(entry.target)
    if unit is None or unit.patchset is None or unit.patchset.digest != entry.digest:
        return run
    reason = f"@{entry.by.login} let it pass: {entry.why}"
    passed = e.GateResult(rule=entry.rule, result="overridden", reason=reason)
    others = [gate for gate in unit.patchset.gates if gate.rule != entry.rule]
    place = next((n for n, gate in enumerate(unit.patchset.gates) if gate.rule == entry.rule), len(others))
    gates = (*others[:place], passed, *others[place:])
    unit = replace(unit, patchset=replace(unit.patchset, gates=gates))
    if unit.state is UnitState.BLOCKED_POLICY and not any(gate.result == "block" for gate in gates):
        unit = replace(unit_stepped(unit, UnitTrigger.OVERRIDDEN), reason="")
    return with_unit(run, unit)


def dropped(run: Run, entry: e.UnitsDropped) -> Run:
    """The run without these units: left out, or done by a person's own hand."""
    trigger = UnitTrigger.DONE_BY_PERSON if entry.done_by_person else UnitTrigger.DROPPED
    for unit_id in entry.units:
        run = with_unit(run, replace(unit_stepped(run.units[unit_id], trigger), reason=entry.why))
    return promote(run)


def handed(run: Run, entry: e.UnitTaken | e.UnitGivenBack) -> Run:
    """The run with a unit in a person's hands, or back in its place; what was asked for it is of no use any more."""
    unit = run.units[entry.unit]
    match entry:
        case e.UnitTaken():
            taken = replace(unit_stepped(unit, UnitTrigger.TAKEN), holder=entry.to, reason="")
            return with_unit(run, taken)
        case e.UnitGivenBack():
            return promote(
                with_unit(run, replace(unit_stepped(unit, UnitTrigger.GIVEN_BACK), holder=None, rounds=()))
            )
        case _:
            assert_never(entry)


def writes(
    run: Run,
    entry: e.WriteIntended | e.Written | e.WriteRefused | e.ChecksSeen | e.PullRequestEnded,
    record: Recorded,
) -> Run:
    """The run after something was written, checked, merged or closed."""
    match entry:
        case e.WriteIntended():
            return replace(run, intents={**run.intents, entry.digest: (record.seq, record.hash)})
        case e.WriteRefused():
            return replace(run, overlay=Overlay.NEEDS_HUMAN, overlay_reason=entry.reason)
        case e.Written():
            unit = run.units.get(entry.subject)
            pull = PullRequest(
                entry.pull_request,
                entry.subject,
                entry.branch,
                entry.commit_sha,
                entry.digest,
                patchset=unit.patchset if unit else None,
                opened=record.at,
                approval=run.approval_of(entry.digest),
            )
            run = replace(run, pull_requests={**run.pull_requests, pull.number: pull})
            if unit is None:
                return run
            unit = unit_stepped(unit, UnitTrigger.WRITTEN)
            return with_unit(run, replace(unit, pull_request=pull.number))
        case e.ChecksSeen():
            return _checked(run, entry)
        case e.PullRequestEnded():
            return _ended(run, entry)
        case _:
            assert_never(entry)


def _checked(run: Run, entry: e.ChecksSeen) -> Run:
    pull = replace(run.pull_requests[entry.pull_request], checks=entry.state, results=entry.results)
    pull = replace(pull, look_at=entry.look_at)
    run = replace(run, pull_requests={**run.pull_requests, pull.number: pull})
    unit = run.units.get(pull.subject)
    if unit is None or unit.pull_request != pull.number:
        return run
    if unit.state in _SHOWN:
        reason = entry.summary if entry.state in _NEEDS_A_LOOK else ""
        unit = replace(unit_stepped(unit, UnitTrigger.CHECKS), reason=reason)
    if entry.state == "red" and unit.state is UnitState.VERIFYING_CI:
        unit = replace(unit_stepped(unit, UnitTrigger.RED), reason=entry.summary)
    return with_unit(run, unit)


def _ended(run: Run, entry: e.PullRequestEnded) -> Run:
    pull = replace(run.pull_requests[entry.pull_request], state="merged" if entry.merged else "closed")
    run = replace(run, pull_requests={**run.pull_requests, pull.number: pull})
    unit = run.units.get(pull.subject)
    if unit is None or unit.pull_request != pull.number or unit.state in UNIT_ENDED:
        return run
    # With a newer version under way, closing the older pull request is no news; once that version is being written,
    # neither is merging the older one: the write finds that the base moved.
    if unit.state not in _SHOWN and (not entry.merged or unit.state is UnitState.APPLYING_PATCHES):
        return run
    trigger = UnitTrigger.MERGED if entry.merged else UnitTrigger.CLOSED
    return promote(with_unit(run, unit_stepped(unit, trigger)))
