"""A wish that changed nothing makes no new version, and the one that stood stands; one that changed a letter makes one."""

from collections.abc import Callable

import pytest

from agents.schemas import backlog as backlogs
from agents.schemas import pack as packs
from agents.schemas import proposal as proposals
from agents.schemas.backlog import Backlog
from agents.schemas.pack import Applied, ArchitecturePack
from agents.schemas.proposal import Proposal
from config.repo_policy import Approvals, RepoPolicy
from policies import commands as c
from policies import entries as e
from policies.coverage import complete
from policies.decide.standing import LONGEST, MOST
from policies.decision import Decision, Moved
from policies.stages import UnitState
from policies.verdict import Warn
from tests.policies.approving import approved, refused
from tests.policies.build import BLOCKED, MONA, PASSED, backlog, pack, proposal, said, tags
from tests.policies.journey import Journey, until
from tests.policies.situations import SITUATIONS

NO_USE = Applied(text="smaller", by="raj", outcome="Nothing is left to take out.")


def _applied(*each: Applied) -> ArchitecturePack:
    plain = pack()
    return plain.model_copy(update={"refinement": plain.refinement.model_copy(update={"applied": each})})


def _stored(before: ArchitecturePack) -> bytes:
    """A plan as it is kept: with the links between requirements and components complete."""
    return packs.canonical(complete(before))


def _wished(target: str, last: str) -> Journey:
    j = until(last)
    j.take(c.Refine(said(), target, "smaller"))
    return j


def _kept(decision: Decision) -> e.VersionKept:
    assert isinstance(decision, Moved), decision
    entry = decision.entries[1]
    assert isinstance(entry, e.VersionKept), entry
    return entry


def test_a_plan_that_says_the_same_stands_and_says_what_came_of_each_wish() -> None:
    j = _wished("plan", "planned")
    before = _stored(_applied(Applied(text="older", outcome="Done.")))
    again = _applied(
        Applied(text="older", outcome="Done."),
        NO_USE,
        Applied(text="default", outcome="Nothing changes."),
    )
    kept = _kept(j.answer_role(packs.canonical(again), before=before))
    assert (kept.target, kept.version, kept.digest) == ("plan", 1, j.digest("plan"))
    assert kept.came == (
        "“smaller” (`@raj`): Nothing is left to take out.",
        "“default”: Nothing changes.",
    )
    assert (j.run.stage, j.run.waiting, len(j.run.plans)) == ("plan_proposed", ("plan",), 1)
    assert j.run.refinements == ()


def test_a_plan_looked_at_again_while_its_backlog_waits_leaves_the_backlog_waiting() -> None:
    j = _wished("plan", "backlog proposed")
    _kept(j.answer_role(packs.canonical(_applied(NO_USE)), before=_stored(pack())))
    assert (j.run.stage, j.run.waiting, j.run.asked) == ("backlog_proposed", ("backlog",), None)


def test_a_backlog_that_says_the_same_stands_and_its_new_notes_are_told() -> None:
    j = _wished("backlog", "backlog proposed")
    before = backlog().model_copy(update={"notes": ("Known.",)})
    again = backlog().model_copy(update={"notes": ("Known.", "Each piece is small already.")})
    kept = _kept(j.answer_role(backlogs.canonical(again), before=backlogs.canonical(before)))
    assert (kept.target, kept.version, kept.came) == ("backlog", 1, ("Each piece is small already.",))
    assert (j.run.stage, j.run.waiting, len(j.run.backlogs)) == ("backlog_proposed", ("backlog",), 1)


def test_an_approved_backlog_that_says_the_same_is_worked_on() -> None:
    j = SITUATIONS["backlog-refined"]()
    _kept(j.answer_role(backlogs.canonical(backlog()), before=backlogs.canonical(backlog())))
    assert (j.run.stage, j.run.waiting, j.run.approved_backlog) == (
        "delivering",
        ("PS-1",),
        j.run.backlogs[0],
    )


def test_what_is_said_of_wishes_is_cut_to_what_people_read() -> None:
    j = _wished("plan", "planned")
    many = _applied(*(Applied(text=f"{n} {'x' * 300}", outcome="y" * 300) for n in range(MOST + 2)))
    kept = _kept(j.answer_role(packs.canonical(many), before=_stored(pack())))
    assert [each[:4] for each in kept.came] == [f"“{n} x" for n in range(MOST)]
    assert {len(each) for each in kept.came} == {LONGEST}


def _same(each: Backlog) -> Backlog:
    return each


@pytest.mark.parametrize(
    ("change", "before", "tag"),
    [
        pytest.param(_same, backlogs.canonical(backlog()), "version_kept", id="the same"),
        pytest.param(
            lambda b: b.model_copy(update={"units": b.units[:2]}),
            backlogs.canonical(backlog()),
            "backlog_proposed",
            id="a unit less",
        ),
        pytest.param(_same, None, "backlog_proposed", id="nobody knows what was there"),
    ],
)
def test_a_backlog_is_a_new_version_when(
    change: Callable[[Backlog], Backlog], before: bytes | None, tag: str
) -> None:
    j = _wished("backlog", "backlog proposed")
    assert tags(j.answer_role(backlogs.canonical(change(backlog())), before=before))[1] == tag


def test_a_plan_drawn_again_because_of_an_answer_alone_is_a_new_version() -> None:
    j = until("planned")
    j.take(c.Answer(said(MONA), "Q2", "Dutch"))
    decision = j.answer_role(packs.canonical(pack()), before=_stored(pack()))
    assert tags(decision)[1] == "plan_proposed"


def test_a_plan_with_another_letter_is_a_new_version() -> None:
    j = _wished("plan", "planned")
    other = pack().model_copy(
        update={"architecture": pack().architecture.model_copy(update={"headline": "Two services."})}
    )
    assert tags(j.answer_role(packs.canonical(other), before=_stored(pack())))[1] == "plan_proposed"


def test_a_backlog_waits_while_its_plan_is_drawn_again() -> None:
    j = until("backlog proposed")
    yes = c.Approve(said(), "backlog", j.digest("backlog"))
    j.take(c.Refine(said(), "plan", "smaller"))
    assert refused(j.decide(yes)) == ("SB-111", "/signalbox status")


def test_once_work_has_begun_a_backlog_of_an_older_prd_is_not_drawn_again_by_itself() -> None:
    j = SITUATIONS["backlog-2-proposed"]()
    yes = c.Approve(said(), "backlog", j.digest("backlog"))
    assert approved(j.decide(yes)).target == "backlog"
    assert refused(j.decide(yes, prd_sha256="0" * 64)) == ("SB-204", "/signalbox stop the PRD has changed")
    first = until("backlog proposed")
    decision = first.decide(c.Approve(said(), "backlog", first.digest("backlog")), prd_sha256="0" * 64)
    assert refused(decision) == ("SB-204", "/signalbox refine plan read the PRD again")


UNIT = proposal("U-01")


def _with_notes(*notes: str) -> bytes:
    plain = proposals.load(UNIT)
    assert isinstance(plain, Proposal)
    return proposals.canonical(plain.model_copy(update={"notes": notes, "reading": "in other words"}))


def _unit_wished(situation: str) -> Journey:
    j = SITUATIONS[situation]()
    j.take(c.Refine(said(), "U-01", "smaller"))
    return j


def test_a_patchset_whose_files_come_back_as_they_were_stands_and_says_what_came_of_the_wish() -> None:
    j = _unit_wished("delivering-patchset-waits")
    before = SITUATIONS["delivering-patchset-waits"]().unit()
    again = _with_notes("Known.", "“smaller” not done: it is small already.")
    decision = j.answer_unit(again, before=_with_notes("Known."))
    assert isinstance(decision, Moved)
    assert decision.entries[1] == e.PatchsetKept(
        cause=decision.entries[1].cause,
        unit="U-01",
        number="PS-1",
        digest=j.digest("PS-1"),
        came=("“smaller” not done: it is small already.",),
    )
    unit = j.unit()
    assert (unit.state, unit.patchset, unit.judged) == (before.state, before.patchset, before.judged)
    assert (j.run.waiting, j.run.refinements) == (("PS-1",), ())
    assert approved(j.approve("PS-1")).digest == j.digest("PS-1")


def test_a_patchset_that_a_rule_stops_stands_stopped_whatever_the_wish() -> None:
    j = _unit_wished("delivering-unit-blocked")
    assert tags(j.answer_unit(UNIT, before=UNIT, gates=BLOCKED))[1] == "patchset_kept"
    unit = j.unit()
    assert (unit.state, unit.reason) == (UnitState.BLOCKED_POLICY, "it changes how CI runs")
    assert j.run.waiting == ()
    assert refused(j.decide(c.Approve(said(), "PS-1", j.digest("PS-1"))))[0] in {"SB-111", "SB-301"}


def test_a_wish_keeps_earlier_wishes_that_led_to_what_stands() -> None:
    j = _unit_wished("delivering-patchset-waits")
    j.answer_unit(proposal("U-01", 2), before=UNIT)
    j.take(c.Refine(said(), "U-01", "greener"))
    assert tags(j.answer_unit(proposal("U-01", 2), before=proposal("U-01", 2)))[1] == "patchset_kept"
    assert [wish.text for wish in j.run.refinements] == ["smaller"]


@pytest.mark.parametrize(
    ("situation", "facts"),
    [
        pytest.param("delivering-patchset-waits", {"before": None}, id="nobody knows what was there"),
        pytest.param(
            "delivering-patchset-waits",
            {"gates": (*PASSED, Warn("size", "many", "split it"))},
            id="a gate says more",
        ),
        pytest.param("delivering-patchset-waits", {"gates": BLOCKED}, id="a rule stops it now"),
        pytest.param("delivering-unit-blocked", {"gates": PASSED}, id="no rule stops it any more"),
        pytest.param(
            "delivering-unit-overridden", {"gates": BLOCKED}, id="somebody made an exception for it"
        ),
        pytest.param("delivering-write-voided", {}, id="somebody said yes to it before"),
        pytest.param("delivering-pull-request-open", {}, id="it is in a pull request"),
    ],
)
def test_the_same_files_are_a_new_version_with_a_digest_of_its_own_when(
    situation: str, facts: dict[str, object]
) -> None:
    j = _unit_wished(situation)
    old = j.digest("PS-1")
    again = j.reply("implementation", j.run.unit_asks["U-01"], UNIT)
    assert tags(j.take(again, **{"before": UNIT, **facts}))[1] == "patchset_proposed"
    assert j.digest("PS-1") != old


def test_the_same_files_are_a_new_version_where_one_of_two_has_said_yes() -> None:
    j = SITUATIONS["delivering-patchset-waits"]()
    j.policy = RepoPolicy(approvals=Approvals(minimum=2))
    assert tags(j.approve("PS-1")) == ["endorsed"]
    j.take(c.Refine(said(MONA), "U-01", "smaller"))
    assert tags(j.answer_unit(UNIT, before=UNIT))[1] == "patchset_proposed"


def test_other_files_are_a_new_version() -> None:
    j = _unit_wished("delivering-patchset-waits")
    assert tags(j.answer_unit(proposal("U-01", 2), before=UNIT))[1] == "patchset_proposed"
