"""The seven deliveries of one history, in each of their 5,040 orders: what came too early is refused by name, and nothing goes back."""

from dataclasses import dataclass, field

from agents.schemas import backlog as backlogs
from agents.schemas import pack as packs
from agents.schemas import triage as triages
from agents.schemas.triage import Triage
from policies import commands as c
from policies.checks import Check
from policies.decision import Ignored, Moved, Refused
from policies.stages import Stage, UnitState
from tests.policies.build import COMMIT, ISSUES, RAJ, SLICES, backlog, pack, proposal, said
from tests.policies.journey import Journey, until

# The order of the journey; a run never goes to an earlier stage by what comes late.
STAGES = (
    Stage.INGESTED,
    Stage.PLANNING,
    Stage.PLAN_PROPOSED,
    Stage.DECOMPOSING,
    Stage.BACKLOG_PROPOSED,
    Stage.SYNCING,
    Stage.DELIVERING,
    Stage.DONE,
)
UNITS = tuple(UnitState)
WAITING = frozenset({"label", "plan", "backlog"})


End = tuple[Stage | None, bool, UnitState | None]


@dataclass
class Tally:
    """What came of every order: where the run ended, by what had counted on the way, and the codes of what was refused."""

    orders: int = 0
    ends: dict[frozenset[str], set[End]] = field(default_factory=dict)
    codes: set[str] = field(default_factory=set)


def history() -> dict[str, c.Command]:
    """What GitHub delivers of one run, with the digests and numbers that its own order makes."""
    straight = until("unit written")
    pull = straight.run.pull_requests[41]
    return {
        "label": c.Start(RAJ),
        "plan": c.Approve(said(), "plan", straight.digest("plan")),
        "backlog": c.Approve(said(), "backlog", straight.digest("backlog")),
        "patchset": c.Approve(said(), "PS-1", straight.digest("PS-1")),
        "checks": c.ChecksReported(41, pull.commit_sha, "pending", ""),
        "merged": c.PullRequestClosed(41, merged=True, merge_sha="f" * 40, head_sha=pull.commit_sha, by=RAJ),
        "pause": c.Pause(said(), "lunch"),
    }


def work(j: Journey) -> None:
    """The App does what the run wants now, until it waits for somebody."""
    replies = {
        "triage": lambda: triages.canonical(Triage(verdict="GO")),
        "planner": lambda: packs.canonical(pack()),
        "decomposition": lambda: backlogs.canonical(backlog()),
    }
    while True:
        run = j.maybe_run
        before = len(j.records)
        if run is None or run.overlay is not None:
            return
        if run.asked:
            j.answer_role(replies[run.asked[0]]())
        elif run.stage is Stage.SYNCING:
            j.take(c.Synced(1, ISSUES, SLICES, 5))
        elif "U-01" in run.unit_asks:
            j.answer_unit(proposal("U-01"))
        elif run.approved_plan and not run.pull_requests:
            j.take(c.Wrote("plan", j.digest("plan"), "signalbox/run-12-plan-v1", "d" * 40, "e" * 40, 40))
        elif run.units and run.units["U-01"].state is UnitState.APPLYING_PATCHES:
            seen = j.patchset()
            branch, pull = "signalbox/run-12-u-01-v1", 41
            j.take(c.Wrote("U-01", seen.digest, branch, COMMIT, seen.tree_sha, pull))
        if len(j.records) == before:
            return


def place(j: Journey) -> tuple[int, int]:
    """How far the run and its unit are."""
    run = j.maybe_run
    if run is None:
        return (-1, -1)
    unit = run.units.get("U-01")
    return (STAGES.index(run.stage), UNITS.index(unit.state) if unit else -1)


def play(j: Journey, left: dict[str, c.Command], tally: Tally, taken: tuple[str, ...]) -> None:
    """Every order of what is left, from here."""
    if not left:
        run = j.maybe_run
        unit = run.units.get("U-01") if run else None
        end = (run.stage if run else None, bool(run and run.overlay), unit.state if unit else None)
        tally.orders += 1
        tally.ends.setdefault(frozenset(taken), set()).add(end)
        return
    for name, command in left.items():
        after = j.copy()
        before, length = place(after), len(after.records)
        decision = after.take(command, **({"checks": (Check("ci", "green"),)} if name == "checks" else {}))
        assert isinstance(decision, Moved | Refused | Ignored), name
        if isinstance(decision, Refused):
            tally.codes.add(decision.code)
        work(after)
        assert place(after)[0] >= before[0], (taken, name)
        assert after.records[:length] == j.records
        came = (*taken, name) if isinstance(decision, Moved) else taken
        play(after, {other: each for other, each in left.items() if other != name}, tally, came)


def test_every_order_ends_in_the_same_state_or_in_refusals_with_a_name() -> None:
    tally = Tally()
    play(Journey(), history(), tally, ())

    assert tally.orders == 5040
    # Nothing to approve yet, a run that is held, a number nobody has proposed yet.
    assert tally.codes == {"SB-111", "SB-114", "SB-115"}
    # Where it ends depends on what counted, and never on the order in which it came.
    assert {counted: len(ends) for counted, ends in tally.ends.items() if len(ends) != 1} == {}
    unpaused = {counted: next(iter(ends)) for counted, ends in tally.ends.items() if "pause" not in counted}
    assert unpaused == {
        frozenset({"label"}): (Stage.PLAN_PROPOSED, False, None),
        frozenset({"label", "plan"}): (Stage.BACKLOG_PROPOSED, False, None),
        WAITING: (Stage.DELIVERING, False, UnitState.WAITING_USER_APPROVAL),
        WAITING | {"patchset"}: (Stage.DELIVERING, False, UnitState.PR_OPEN),
        WAITING | {"patchset", "checks"}: (Stage.DELIVERING, False, UnitState.VERIFYING_CI),
        WAITING | {"patchset", "merged"}: (Stage.DELIVERING, False, UnitState.DONE),
        WAITING | {"patchset", "checks", "merged"}: (Stage.DELIVERING, False, UnitState.DONE),
    }
    for counted, ends in tally.ends.items():
        if "pause" in counted:
            stage, _, unit = unpaused[counted - {"pause"}]
            assert ends == {(stage, True, unit)}
