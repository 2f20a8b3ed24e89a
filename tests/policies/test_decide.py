"""What commands come to beyond the table of cells: the details of each command, refusals first."""

from dataclasses import replace
from typing import get_args

import pytest

from agents.schemas import pack as packs
from policies import commands as c
from policies import entries as e
from policies.decide import decide, foreseen
from policies.decision import Ignored, Moved, Refused, Shown
from policies.entries import AskedQuestion
from policies.facts import Facts
from policies.run import Run
from policies.stages import FINISHED, Stage
from tests.policies.build import ADMIN, MONA, NOW, PRD, RAJ, pack, proposal, said, tags
from tests.policies.cells import PEOPLE, human_commands, work_commands
from tests.policies.journey import Journey, until
from tests.policies.outcomes import moved, refused
from tests.policies.situations import SITUATIONS


def test_the_table_of_cells_holds_every_command() -> None:
    asked = {type(command) for command in human_commands(Journey()).values()}
    worked = {type(command) for command, _ in work_commands(Journey()).values()}
    assert asked == set(get_args(c.HumanCommand))
    assert worked == set(get_args(c.WorkCommand))


# One cause, one decision.


def test_a_cause_counts_once_in_a_run() -> None:
    j = until("planned")
    facts = Facts(now=NOW, actor=PEOPLE["writer"])
    known = next(iter(j.run.causes))
    assert decide(j.run, c.Pause(said(), ""), facts, cause=known) == Ignored("this has been dealt with")


def test_every_entry_of_a_decision_carries_its_cause() -> None:
    j = until("planned")
    entries = moved(j.decide(c.Approve(said(), "plan", j.digest("plan")))).entries
    assert {entry.cause for entry in entries} == {f"cause-{j.counted}"}


def test_a_refused_command_counts_once_too() -> None:
    j = until("planned")
    j.take(c.Resume(said()))
    assert j.run.refusals == 1
    assert f"cause-{j.counted - 1}" in j.run.causes


# Refusals that are recorded and answered, and those that are a reaction and nothing else.


def test_a_refusal_in_a_run_is_recorded_with_who_where_and_what_would_work() -> None:
    j = until("unit written")
    decision = refused(j.decide(c.Resume(c.Said(RAJ, 81, "5" * 64, 34, "2026-11-21T12:00:00Z"))))
    assert decision.entry == e.CommandRefused(
        cause=f"cause-{j.counted}",
        by=RAJ,
        command="resume",
        code="SB-111",
        reason="The run is not held, so there is nothing to resume.",
        paste="/signalbox status",
        thread=34,
        comment_id=81,
    )


@pytest.mark.parametrize("who", ["nobody", "bot", "stranger", "reader"])
def test_strangers_and_bots_cannot_make_the_bot_talk_or_the_ledger_grow(who: str) -> None:
    decision = refused(until("planned").decide(c.Stop(said(), ""), actor=PEOPLE[who]))
    assert decision.quiet
    assert decision.entry is None


def test_what_is_said_on_a_thread_that_is_not_the_runs_own_moves_nothing() -> None:
    for name, situation in SITUATIONS.items():
        j = situation()
        if j.maybe_run is None:
            assert tags(j.decide(c.Plan(said(thread=99), anyway=False))) == ["SB-123"], name
            continue
        for command in human_commands(j).values():
            if isinstance(command, c.Start | c.Show | c.Simulate | c.Misread | c.Nod):
                continue
            elsewhere = replace(command, said=replace(command.said, thread=99))
            code = refused(j.decide(elsewhere, actor=PEOPLE["admin"])).code
            held = "SB-114" if name.endswith("-paused") else "SB-111" if j.run.stage in FINISHED else ""
            assert code in {held, "SB-123"}, (name, command)


@pytest.mark.parametrize("name", ["done", "cancelled"])
def test_an_ended_run_records_nothing_any_more_but_what_was_paid_for_it(name: str) -> None:
    j = SITUATIONS[name]()
    for command in human_commands(j).values():
        decision = j.decide(command)
        assert not isinstance(decision, Moved)
        assert not isinstance(decision, Refused) or decision.entry is None
    for work, facts in work_commands(j).values():
        if isinstance(work, c.Pushed) and name == "done":
            # What a run has brought is watched for as long as it stands.
            continue
        decision = j.decide(work, **facts)
        if isinstance(work, c.Paid):
            assert tags(decision) == ["calls_paid"]
            continue
        assert decision == Ignored("the run has ended")


# Starting.


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        pytest.param({"author": None}, "Ignored", id="no author: the account is gone"),
        pytest.param({"repository_id": 0}, "Ignored", id="no repository"),
        pytest.param({"unreadable": ("The issue is empty.", "Write what you want.")}, "SB-120", id="no PRD"),
    ],
)
@pytest.mark.parametrize("command", [c.Start(RAJ), c.Plan(said(), anyway=True)], ids=["label", "plan"])
def test_no_run_begins_without_a_readable_prd(
    command: c.Command, facts: dict[str, object], outcome: str
) -> None:
    assert tags(Journey().decide(command, **facts)) == [outcome]


def test_plan_anyway_on_a_fresh_issue_skips_triage() -> None:
    decision = Journey().decide(c.Plan(said(), anyway=True))
    assert tags(decision) == ["run_started", "triage_overruled", "role_asked"]
    assert moved(decision).entries[2] == e.RoleAsked(cause="cause-0", role="planner", subject="plan 1")


def test_a_title_of_any_length_starts_a_run() -> None:
    started = moved(Journey().decide(c.Start(RAJ), title="x" * 5000)).entries[0]
    assert isinstance(started, e.RunStarted)
    assert len(started.title) == 300


@pytest.mark.parametrize(("who", "writes"), [("triager", False), ("writer", True), ("admin", True)])
def test_the_record_says_whether_whoever_started_the_run_may_write(who: str, *, writes: bool) -> None:
    started = moved(Journey().decide(c.Start(RAJ), actor=PEOPLE[who])).entries[0]
    assert isinstance(started, e.RunStarted)
    assert started.writes is writes


def test_plan_while_triage_is_at_work_is_told_so() -> None:
    assert tags(until("started").decide(c.Plan(said(), anyway=True))) == ["SB-111"]


# Answering.


@pytest.mark.parametrize(
    ("question", "text", "code"),
    [("9", "x", "SB-117"), ("", "x", "SB-117"), ("Q", "x", "SB-117"), ("1", "  ", "SB-117")],
)
def test_an_answer_to_nothing_or_with_nothing_is_refused(question: str, text: str, code: str) -> None:
    assert refused(until("planned").decide(c.Answer(said(), question, text))).code == code


def test_a_retry_where_nothing_is_stuck_says_so() -> None:
    for name in ("plan-proposed", "waiting-answers"):
        decision = refused(SITUATIONS[name]().decide(c.Retry(said())))
        assert (decision.code, decision.paste) == ("SB-111", "/signalbox status"), name


def test_without_a_default_there_is_nothing_to_take_by_default() -> None:
    j = SITUATIONS["waiting-answers"]()
    j.take(c.Answer(said(), "2", "German"))
    decision = refused(j.decide(c.Answer(said(), None, "")))
    assert (decision.code, decision.paste) == ("SB-117", "/signalbox answer 1 …")


@pytest.mark.parametrize(
    ("question", "text", "recorded"),
    [
        ("1", "Dollars", "Dollars"),
        ("Q2", "default", "English"),
        ("q2", "YES", "English"),
        ("1", "x" * 9000, "x" * 2000),
    ],
)
def test_an_answer_is_recorded_by_name(question: str, text: str, recorded: str) -> None:
    given = moved(until("planned").decide(c.Answer(said(MONA), question, text))).entries[0]
    assert isinstance(given, e.QuestionAnswered)
    assert (given.text, given.by) == (recorded, MONA)


def test_the_run_waits_until_every_blocking_question_has_its_answer() -> None:
    j = SITUATIONS["waiting-answers"]()
    assert tags(j.take(c.Answer(said(), "2", "German"))) == ["question_answered"]
    assert tags(j.take(c.Answer(said(), "1", "Dollars"))) == ["question_answered", "role_asked"]


def test_an_answer_while_the_planner_thinks_makes_it_think_again() -> None:
    j = SITUATIONS["waiting-answers"]()
    j.take(c.Answer(said(), "1", "Dollars"))
    j.take(c.Answer(said(), "1", "Pounds"))
    assert j.run.replies[-1].text == "Pounds"
    asked = j.run.asked
    assert tags(j.answer_role(b"{}")) == ["role_replied", "role_asked"]
    assert j.run.asked == asked
    assert not j.run.asked_in_vain


# Refining.


@pytest.mark.parametrize("text", ["", " \n"])
def test_a_refinement_says_something(text: str) -> None:
    assert refused(until("planned").decide(c.Refine(said(), "plan", text))).code == "SB-118"


def test_a_second_wish_for_an_approved_plan_is_taken_while_the_first_is_drawn() -> None:
    j = until("backlog proposed")
    assert tags(j.take(c.Refine(said(), "plan", "smaller"))) == ["refinement_asked", "role_asked"]
    assert tags(j.take(c.Refine(said(MONA), "plan", "and blue"))) == ["refinement_asked"]
    other = packs.canonical(pack().model_copy(update={"assumptions": ()}))
    assert tags(j.answer_role(other)) == ["role_replied", "role_asked"]
    assert j.run.stage is Stage.BACKLOG_PROPOSED
    assert tags(j.answer_role(other)) == ["role_replied", "plan_proposed"]
    assert (j.run.stage, j.run.asked) == (Stage.PLAN_PROPOSED, None)


def test_a_wish_for_an_approved_plan_whose_drawing_failed_is_drawn_after_a_retry() -> None:
    j = until("backlog proposed")
    j.take(c.Refine(said(), "plan", "smaller"))
    j.answer_role(None, reason="the model refused")
    assert tags(j.take(c.Retry(said()))) == ["retried", "role_asked"]
    assert j.run.asked == ("planner", "plan 2")


def test_a_refinement_on_a_pull_request_is_of_its_unit() -> None:
    decision = until("unit written").decide(c.Refine(said(thread=41), None, "name it better"))
    assert moved(decision).entries[0] == e.RefinementAsked(
        cause="cause-11", target="U-01", text="name it better", by=RAJ, comment_id=80, thread=41
    )


def test_a_unit_is_refined_by_its_patchset_s_number() -> None:
    entry = moved(until("proposed").decide(c.Refine(said(), "PS-1", "smaller"))).entries[0]
    assert isinstance(entry, e.RefinementAsked)
    assert entry.target == "U-01"


@pytest.mark.parametrize("target", ["U-99", "PS-9"])
def test_what_is_not_in_the_run_cannot_be_refined(target: str) -> None:
    assert refused(until("proposed").decide(c.Refine(said(), target, "smaller"))).code == "SB-119"


def test_a_refined_patchset_can_no_longer_be_approved() -> None:
    j = until("proposed")
    digest = j.digest("PS-1")
    j.take(c.Refine(said(), "U-01", "smaller"))
    assert refused(j.decide(c.Approve(said(), "PS-1", digest))).code == "SB-111"
    j.answer_unit(proposal("U-01", 2))
    assert refused(j.decide(c.Approve(said(), "PS-1", digest))).code == "SB-201"


# Steering.


def test_pause_holds_everything_but_its_release() -> None:
    j = SITUATIONS["plan-proposed-paused"]()
    for name, command in human_commands(j).items():
        outcome = tags(j.decide(command, actor=ADMIN))
        if isinstance(command, c.Nod):
            assert outcome == ["Ignored"], name
        elif name not in {"resume", "stop", "status", "simulate pause", "misread"}:
            assert outcome == ["SB-114"], name


def test_what_a_command_would_come_to_is_foreseen_without_a_record() -> None:
    j = until("planned")
    facts = Facts(now=NOW, actor=ADMIN, issue=12, base_ref="main", base_sha="a" * 40, prd_sha256=PRD)
    before = len(j.records)
    after = foreseen(j.run, c.Approve(said(), "plan", j.digest("plan")), facts, cause="x")
    assert isinstance(after, Run)
    assert (after.stage, after.waiting) == ("decomposing", ())
    late = foreseen(after, c.Approve(said(), "plan", j.digest("plan")), facts, cause="y")
    assert isinstance(late, Refused)
    assert (late.code, late.entry) == ("SB-111", None)
    assert foreseen(after, c.Show(said(), "status", ""), facts, cause="z") is after
    assert (len(j.records), j.run.waiting) == (before, ("plan",))


def test_a_simulation_is_decided_and_not_recorded() -> None:
    j = until("planned")
    shown = j.decide(c.Simulate(said(), c.Approve(said(), "plan", j.digest("plan"))))
    assert isinstance(shown, Shown)
    assert isinstance(shown.outcome, Moved)
    assert [entry.type for entry in shown.outcome.entries] == ["approved", "write_intended"]
    assert shown.what == "simulated"


@pytest.mark.parametrize(
    ("last", "line"),
    [("proposed", "/signalbox refine U-01 …"), ("synced", "/signalbox refine backlog …")],
)
def test_an_answer_that_comes_while_units_are_built_is_told_where_it_still_counts(
    last: str, line: str
) -> None:
    question = AskedQuestion(id="Q1", text="Which currency?", default="The euro")
    j = until(last)
    j.maybe_run = replace(j.run, questions=(question,))
    late = refused(j.decide(c.Answer(said(), "Q1", "The franc"), actor=PEOPLE["writer"]))
    assert (late.code, late.paste) == ("SB-111", line)
    assert ("what is merged stays as it is" in late.remedy) is (last == "proposed")
    assert not isinstance(
        j.decide(c.Refine(said(), line.split()[2], "the franc"), actor=PEOPLE["writer"]), Refused
    )
