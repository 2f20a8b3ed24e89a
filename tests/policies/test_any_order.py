"""Commands in any order, from anybody, some thousand of them: nothing raises, and no write is without its yes."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from agents.schemas import backlog as backlogs
from agents.schemas import pack as packs
from agents.schemas import triage as triages
from agents.schemas.triage import Triage
from config.repo_policy import Approvals, RepoPolicy
from policies import commands as c
from policies import entries as e
from policies.authority import AUTHOR_MAY, NEEDED
from policies.checks import Check
from policies.decision import Decision, Moved
from policies.effects import WriteApproved, effects_of
from policies.fold import apply, fold
from policies.outstanding import outstanding
from policies.people import Actor, Person, Right
from policies.run import Run
from policies.stages import FINISHED, Stage, UnitState
from tests.policies.build import (
    BLOCKED,
    ISSUES,
    MONA,
    RAJ,
    SLICES,
    WRITER,
    backlog,
    pack,
    proposal,
    replace_person,
    said,
)
from tests.policies.cells import PEOPLE, human_commands, work_commands
from tests.policies.journey import Journey

ZOE = Person(id=50, login="zoe")
Move = tuple[c.Command, dict[str, object]]


def forward(j: Journey) -> list[Move]:
    """The moves that bring a run on from where it stands, so that random play gets somewhere."""
    run = j.maybe_run
    if run is None:
        return [(c.Start(RAJ), {})]
    moves: list[Move] = [
        (c.Approve(said(by), target, j.digest(target)), {"actor": replace_person(WRITER, by)})
        for target in run.waiting
        for by in (RAJ, ZOE)
    ]
    if run.asked:
        role, subject = run.asked
        moves += [(j.reply(role, subject, content), {}) for content in _replies(role)]
    for unit_id, subject in run.unit_asks.items():
        reply = j.reply("implementation", subject, proposal(unit_id, run.units[unit_id].versions))
        moves += [(reply, {}), (reply, {"gates": BLOCKED})]
    if run.stage is Stage.SYNCING:
        moves += [(c.Synced(run.backlogs[-1].number, ISSUES, SLICES, 3), {})]
    if run.stage is Stage.WAITING_ANSWERS:
        moves += [(c.Answer(said(MONA), "1", "Dollars"), {})]
    if run.overlay:
        moves += [(c.Resume(said()), {})]
    return [*moves, *_written(run), *_ended(run)]


def _replies(role: str) -> list[bytes]:
    match role:
        case "triage":
            return [triages.canonical(Triage(verdict=verdict)) for verdict in ("GO", "NO-GO")]
        case "planner":
            return [packs.canonical(pack()), packs.canonical(pack(blocking=True))]
        case _:
            return [backlogs.canonical(backlog())]


def _written(run: Run) -> list[Move]:
    number = 40 + run.length
    applying = [
        (unit.id, unit.approval.digest)
        for unit in run.units.values()
        if unit.state is UnitState.APPLYING_PATCHES and unit.approval
    ]
    plan = [("plan", run.approved_plan.digest)] if run.approved_plan and not run.pull_requests else []
    return [
        (c.Wrote(subject, digest, "signalbox/run-12-x", f"{number:040x}", "e" * 40, number), {})
        for subject, digest in (*plan, *applying)
    ]


def _ended(run: Run) -> list[Move]:
    moves: list[Move] = []
    for pull in run.pull_requests.values():
        reported = c.ChecksReported(pull.number, pull.commit_sha, "pending", "")
        moves += [
            (reported, {"checks": (Check("ci", "green"),)}),
            (reported, {"checks": (Check("ci", "red"),)}),
        ]
        closed = c.PullRequestClosed(pull.number, merged=True, merge_sha="f" * 40, head_sha="", by=RAJ)
        moves += [(closed, {})]
    return moves


def _drawn(number: int, j: Journey) -> Move:
    """Two of three moves bring the run on; the others are anything at all, from anybody."""
    on, choice = forward(j), number // 6
    if on and number % 3:
        return on[choice % len(on)]
    if number % 2:
        commands, people = list(human_commands(j).values()), list(PEOPLE.values())
        return commands[choice % len(commands)], {"actor": people[choice // len(commands) % len(people)]}
    work = list(work_commands(j).values())
    return work[choice % len(work)]


NUMBERS = st.lists(st.integers(0, 6 * 26 * 9 * 4), min_size=5, max_size=45)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(NUMBERS, st.sampled_from([1, 2]))
def test_whatever_comes_in_whatever_order_the_promises_hold(numbers: list[int], people: int) -> None:
    j = Journey(policy=RepoPolicy(approvals=Approvals(minimum=people)))
    for number in numbers:
        command, facts = _drawn(number, j)
        before, since = j.maybe_run, len(j.records)
        note(f"{before.stage if before else '-'}: {command} {sorted(facts)}")
        decision = j.take(command, **facts)
        for promise in PROMISES:
            promise(j, before, since)
        _only_whom_the_rules_allow(command, facts, decision)
    assert fold(j.recorded) == j.maybe_run


def _an_ended_run_stays_as_it_is_but_for_what_was_paid_for_it(
    j: Journey, before: Run | None, since: int
) -> None:
    if before is not None and before.stage in FINISHED:
        assert {record.type for record in j.records[since:]} <= {"calls_paid"}
        assert _unpaid(j.run) == _unpaid(before)


def _unpaid(run: Run) -> Run:
    """The run without its money, and without where its record ends."""
    units = {unit.id: replace(unit, cost=0) for unit in run.units.values()}
    none = frozenset[str]()
    return replace(run, units=units, spent=(), told_calls=none, causes=none, events=(), length=0, head="")


def _no_unit_is_applied_without_its_own_approval(j: Journey, before: Run | None, since: int) -> None:
    run = before
    for record in j.recorded[since:]:
        was = run
        run = apply(run, record)
        for unit in run.units.values():
            came = was is None or unit.id not in was.units or was.units[unit.id].state is not unit.state
            if unit.state is UnitState.APPLYING_PATCHES and came:
                entry = record.entry
                assert isinstance(entry, e.Approved)
                assert unit.patchset is not None
                assert (entry.target, entry.digest) == (unit.patchset.number, unit.patchset.digest)


def _no_write_is_meant_or_made_without_a_standing_approval(
    j: Journey, before: Run | None, since: int
) -> None:
    run = before
    for record in j.recorded[since:]:
        if isinstance(record.entry, e.WriteIntended | e.Written):
            assert run is not None
            approval = run.approval_of(record.entry.digest)
            assert approval is not None
            wanted = "plan" if record.entry.subject == "plan" else _number(run, record.entry.subject)
            assert approval.target == wanted
        run = apply(run, record)


def _no_effect_writes_what_nobody_approved(j: Journey, before: Run | None, since: int) -> None:
    if j.maybe_run is None:
        return
    for effect in (*effects_of(j.run, j.recorded[since:]), *outstanding(j.run)):
        if isinstance(effect, WriteApproved):
            assert j.run.approval_of(effect.digest) is not None, before


def _no_approval_stands_on_fewer_people_than_wanted(j: Journey, before: Run | None, since: int) -> None:
    run = before
    for record in j.recorded[since:]:
        entry = record.entry
        if isinstance(entry, e.Approved):
            assert run is not None
            earlier = {one.by.id for one in run.endorsements if one.digest == entry.digest}
            assert len(earlier | {entry.by.id}) >= j.policy.approvals.minimum
        run = apply(run, record)


def _no_more_units_are_under_way_than_allowed(j: Journey, before: Run | None, since: int) -> None:
    started = [
        entry
        for entry in (record.entry for record in j.recorded[since:])
        if isinstance(entry, e.RoleAsked) and entry.role == "implementation" and entry.subject.endswith(" 1")
    ]
    if started:
        assert len(j.run.active_units) <= j.policy.max_parallel_units, before


def _number(run: Run, unit_id: str) -> str:
    seen = run.units[unit_id].patchset
    assert seen is not None
    return seen.number


def _only_whom_the_rules_allow(command: c.Command, facts: dict[str, object], decision: Decision) -> None:
    if not isinstance(command, c.HumanCommand) or not isinstance(decision, Moved) or "actor" not in facts:
        return
    actor = facts["actor"]
    assert isinstance(actor, Actor)
    assert actor.is_human
    assert actor.right >= NEEDED[type(command)] or (actor.person == MONA and type(command) in AUTHOR_MAY)
    assert actor.right >= Right.TRIAGE or actor.person == MONA


PROMISES: tuple[Callable[[Journey, Run | None, int], None], ...] = (
    _an_ended_run_stays_as_it_is_but_for_what_was_paid_for_it,
    _no_unit_is_applied_without_its_own_approval,
    _no_write_is_meant_or_made_without_a_standing_approval,
    _no_effect_writes_what_nobody_approved,
    _no_approval_stands_on_fewer_people_than_wanted,
    _no_more_units_are_under_way_than_allowed,
)


@pytest.mark.parametrize("seed", range(40))
def test_random_play_that_only_goes_forward_gets_to_the_end(seed: int) -> None:
    """So that the test above is known to walk the whole way, and a run never gets stuck by itself."""
    random, j = Random(seed), Journey()
    for _ in range(400):
        if j.maybe_run is not None and j.run.stage in FINISHED:
            break
        moves = forward(j) or [(c.Plan(said(), anyway=True), {})]
        stuck = [unit for unit in (j.maybe_run.units.values() if j.maybe_run else ()) if unit.state in _STUCK]
        moves += [(c.Refine(said(), unit.id, "another way"), {}) for unit in stuck]
        command, facts = random.choice(moves)
        j.take(command, **facts)
    assert j.run.stage is Stage.DONE


_STUCK = (UnitState.BLOCKED_POLICY, UnitState.CHECKS_RED)
