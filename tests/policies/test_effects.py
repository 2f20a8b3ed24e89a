"""What entries want of the world, and what a run still wants when nobody knows what was done of it."""

import pytest

from agents.schemas import pack as packs
from policies import commands as c
from policies import effects as f
from policies import entries as e
from policies.checks import Standing
from policies.effects import effects_of
from policies.fold import Recorded
from policies.outstanding import outstanding
from policies.stages import UnitState
from tests.policies.build import COMMIT, RAJ, pack, proposal, said
from tests.policies.journey import Journey, until
from tests.policies.situations import SITUATIONS
from tests.policies.wanting import wanted


def wanted_by_last(j: Journey) -> tuple[f.Effect, ...]:
    return wanted(j, len(j.records) - 1)


def after(situation: str, command: c.Command, **facts: object) -> tuple[Journey, tuple[f.Effect, ...]]:
    j = SITUATIONS[situation]()
    since = len(j.records)
    j.take(command, **facts)
    return j, wanted(j, since)


def test_a_label_asks_triage() -> None:
    _, effects = after("no-run", c.Start(RAJ))
    assert effects == (f.AskRole("triage", "triage"),)


@pytest.mark.parametrize(("verdict", "told"), [("GO", 0), ("NO-GO", 1), ("DEFER", 1)])
def test_people_hear_of_triage_only_when_it_is_their_turn(verdict: str, told: int) -> None:
    j = until("started")
    j.record(e.TriageRecommended.model_validate({"verdict": verdict, "reasons": ("x",)}))
    assert len(wanted_by_last(j)) == told


@pytest.mark.parametrize(
    "situation",
    [
        "waiting-answers",
        "plan-proposed",
        "backlog-proposed",
        "planning-planner-failed",
        "delivering-write-unknown",
    ],
)
def test_it_is_somebody_s_turn_so_there_is_one_new_comment_on_the_intake_issue(situation: str) -> None:
    j = SITUATIONS[situation]()
    assert wanted_by_last(j) == (f.Tell(12, len(j.records) - 1),)


def test_a_void_yes_is_told_and_the_patchset_asks_again() -> None:
    j = SITUATIONS["delivering-write-voided"]()
    tell, again = f.Tell(12, len(j.records) - 1), f.Redraw(34, j.unit().judged[-1])
    assert wanted_by_last(j) == (tell, again, f.LookAround())


def test_a_patchset_is_told_on_its_unit_s_issue() -> None:
    j = until("proposed")
    assert wanted_by_last(j) == (f.Tell(34, len(j.records) - 1),)


def test_a_unit_drawn_again_is_told_in_its_thread_when_the_base_or_an_answer_is_why() -> None:
    for source, told in (("base", (f.Tell(34, 1),)), ("answer", (f.Tell(34, 1),)), ("review", ())):
        j = SITUATIONS["delivering-pull-request-open"]()
        entry = e.DrawnAgain.model_validate({"unit": "U-01", "source": source, "why": "x", "feedback": "x"})
        effects = effects_of(j.run, [Recorded(1, "2026-11-21T12:00:00Z", "", entry)])
        assert effects == told, source


def test_a_unit_that_is_given_up_is_told_in_its_thread_and_looked_after_anew() -> None:
    j = SITUATIONS["delivering-pull-request-open"]()
    entry = e.GivenUp(unit="U-01", reason="enough was tried")
    effects = effects_of(j.run, [Recorded(1, "2026-11-21T12:00:00Z", "", entry)])
    assert effects == (f.Tell(34, 1), f.LookAround())


def test_a_rule_let_pass_is_told_and_its_gates_are_drawn_again() -> None:
    j = SITUATIONS["delivering-unit-overridden"]()
    seq = next(each.seq for each in j.recorded if isinstance(each.entry, e.Overridden))
    assert wanted_by_last(j)[-2:] == (f.Tell(34, seq), f.Redraw(34, j.unit().judged[-1]))


def test_a_refusal_is_told_where_the_command_stood() -> None:
    j, effects = after("delivering-patchset-waits", c.Approve(said(thread=34), "PS-1", None))
    assert effects == (f.Tell(34, len(j.records) - 1),)


def test_a_refusal_without_a_place_is_told_on_the_intake_issue() -> None:
    j = until("planned")
    j.record(e.CommandRefused(by=RAJ, command="start", code="SB-114", reason="paused"))
    assert wanted_by_last(j) == (f.Tell(12, len(j.records) - 1),)


def test_a_quiet_refusal_wants_nothing() -> None:
    _, effects = after("plan-proposed", c.Stop(said(), ""), actor=None)
    assert effects == ()


def test_an_approved_plan_is_written_and_cut_into_units() -> None:
    j = until("planned")
    since = len(j.records)
    j.approve("plan")
    assert wanted(j, since) == (
        f.Redraw(12, 6),
        f.WriteApproved("plan", j.digest("plan")),
        f.AskRole("decomposition", "backlog 1"),
    )


def test_an_approved_backlog_is_brought_in_step() -> None:
    j = until("backlog proposed")
    since = len(j.records)
    j.approve("backlog")
    assert wanted(j, since) == (f.SyncIssues(1), f.Redraw(12, 12))


def test_an_approved_patchset_is_written_under_its_digest() -> None:
    j = until("proposed")
    since = len(j.records)
    j.approve("PS-1")
    told = j.unit().judged[-1]
    assert wanted(j, since) == (f.Redraw(34, told), f.WriteApproved("U-01", j.digest("PS-1")))


def test_a_pull_request_shows_its_gates_when_it_opens_and_when_checks_report() -> None:
    assert wanted_by_last(until("unit written")) == (
        f.ShowGates(41),
        f.HandOver(41),
        f.LookAgain(41, ""),
    )
    j = SITUATIONS["delivering-checks-red"]()
    red, again = wanted(j, len(j.records) - 2)[:2], wanted_by_last(j)
    assert red == (f.ShowGates(41), f.Tell(34, len(j.records) - 2))
    assert again[0] == f.RunAgain(41)


@pytest.mark.parametrize(("pull_request", "shown"), [(41, (f.ShowGates(41),)), (0, ())])
def test_a_run_that_stands_because_of_a_pull_request_says_so_in_its_check(
    pull_request: int, shown: tuple[f.Effect, ...]
) -> None:
    j = until("unit written")
    j.record(e.NeedsHuman(reason="somebody pushed to the branch", unit="U-01", pull_request=pull_request))
    assert wanted_by_last(j) == (f.Tell(12, len(j.records) - 1), *shown)


@pytest.mark.parametrize(
    ("state", "tells"),
    [
        ("pending", 0),
        ("settling", 0),
        ("green", 1),
        ("red", 1),
        ("missing", 1),
        ("stuck", 1),
        ("silent", 1),
    ],
)
def test_checks_are_told_in_the_unit_s_thread_when_it_is_somebody_s_turn(state: Standing, tells: int) -> None:
    j = until("unit written")
    again = "2026-11-21T11:00:00+00:00"
    j.record(e.ChecksSeen(pull_request=41, head_sha=COMMIT, state=state, look_at=again))
    told = (f.Tell(34, len(j.records) - 1),) * tells
    proof = (f.ShowProof(41),) if state in {"green", "red"} else ()
    over = (f.HandOver(41, green=True),) if state in {"green", "silent"} else ()
    assert wanted_by_last(j) == (f.ShowGates(41), *over, *told, f.LookAgain(41, again), *proof)
    assert f.LookAgain(41, again) in outstanding(j.run)


def test_the_checks_of_a_plan_are_nobody_s_turn() -> None:
    j = until("synced")
    j.record(e.ChecksSeen(pull_request=40, head_sha="", state="red"))
    assert wanted_by_last(j) == (f.ShowGates(40),)


def test_a_newer_pull_request_closes_the_older_one_of_its_unit_alone() -> None:
    j = SITUATIONS["delivering-second-version-approved"]()
    seen = j.patchset()
    j.record(
        e.Written(
            subject="U-01",
            digest=seen.digest,
            branch="signalbox/run-12-u-01-v2",
            commit_sha="9" * 40,
            tree_sha=seen.tree_sha,
            pull_request=42,
        )
    )
    assert j.run.pull_requests.keys() == {40, 41, 42}
    assert wanted_by_last(j) == (
        f.ShowGates(42),
        f.ClosePullRequest(41),
        f.HandOver(42),
        f.LookAgain(42, ""),
    )


def test_the_end_is_told_and_closes_the_slices() -> None:
    j = SITUATIONS["done"]()
    assert wanted_by_last(j) == (f.CloseSlices(), f.Tell(12, len(j.records) - 1))


@pytest.mark.parametrize(
    "situation",
    ["delivering-merged", "plan-proposed-paused", "plan-proposed-prd-edited", "plan-proposed-rejected"],
)
def test_what_only_the_card_tells_wants_no_comment(situation: str) -> None:
    j = SITUATIONS[situation]()
    assert not any(isinstance(effect, f.Tell) for effect in wanted_by_last(j))


def test_an_answer_redraws_the_comment_that_asks() -> None:
    j = SITUATIONS["waiting-answers"]()
    asked = len(j.records) - 1
    j.take(c.Answer(said(), "Q1", "Euro"))
    given = len(j.records) - 2
    assert effects_of(j.run, j.recorded[given : given + 1]) == (f.Redraw(12, asked),)


@pytest.mark.parametrize("same", [True, False])
def test_after_a_wish_the_same_questions_take_the_place_of_those_before(*, same: bool) -> None:
    j = SITUATIONS["waiting-answers"]()
    first = len(j.records) - 1
    j.take(c.Refine(said(), "plan", "smaller"))
    asks = pack(blocking=True)
    j.answer_role(
        packs.canonical(asks if same else asks.model_copy(update={"clarifications": asks.clarifications[:1]}))
    )
    second = len(j.records) - 1
    if same:
        assert (j.run.asking, j.run.asked_over) == ((second,), {second: first})
        assert wanted_by_last(j) == (f.Tell(12, second, first),)
        # An old delivery that comes back tells of the newest.
        assert effects_of(j.run, j.recorded[first : first + 1]) == (f.Tell(12, second, first),)
    else:
        assert (j.run.asking, j.run.asked_over) == ((first, second), {})
        assert wanted_by_last(j) == (f.Tell(12, second, None), f.Redraw(12, first))


def test_a_yes_of_several_is_told_where_it_was_said() -> None:
    j = SITUATIONS["plan-proposed-endorsed"]()
    assert wanted_by_last(j) == (f.Tell(12, len(j.records) - 1),)


def test_a_unit_that_a_person_takes_is_told_in_its_thread() -> None:
    j = SITUATIONS["delivering-unit-taken"]()
    assert wanted_by_last(j) == (f.Tell(34, len(j.records) - 1), f.Redraw(34, j.unit().judged[-1]))


def test_a_unit_that_a_person_did_is_shown_in_the_plan() -> None:
    j = until("proposed")
    since = len(j.records)
    j.take(c.UnitIssueClosed(34, RAJ, completed=True))
    plan = j.run.plan
    assert plan is not None
    assert f.Redraw(12, plan.seq) in wanted(j, since)


def test_a_merge_of_the_version_before_is_told_at_the_next_one_that_waits() -> None:
    j = SITUATIONS["delivering-pull-request-open"]()
    j.take(c.Refine(said(thread=34), "U-01", "smaller"))
    j.answer_unit(proposal("U-01", 2))
    since = len(j.records)
    j.take(c.PullRequestClosed(41, merged=True, merge_sha="f" * 40, head_sha=COMMIT, by=RAJ))
    assert j.unit().state is UnitState.DONE
    assert f.Redraw(34, j.unit().judged[-1]) in wanted(j, since)


def test_what_red_checks_said_is_told_in_the_unit_s_thread() -> None:
    j = SITUATIONS["delivering-checks-red"]()
    j.record(
        e.FailureRead(
            unit="U-01", pull_request=41, head_sha=COMMIT, checks=("ci",), signature="a", log="b" * 64
        )
    )
    assert wanted_by_last(j) == (f.Tell(34, len(j.records) - 1),)


@pytest.mark.parametrize("situation", ["delivering-checks-red", "delivering-patching"])
def test_a_unit_that_waits_is_told_of_in_its_own_issue(situation: str) -> None:
    j = SITUATIONS[situation]()
    j.record(e.UnitWaits(unit="U-01", reason="it cannot write prose"))
    assert wanted_by_last(j) == (f.Tell(j.unit().issue, len(j.records) - 1),)
