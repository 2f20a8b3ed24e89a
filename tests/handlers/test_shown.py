"""What people hear who only ask: why something is so, what a command would come to, what works now and what does not."""

from dataclasses import replace

import pytest

from config.repo_policy import RepoPolicy
from handlers.replies import shown
from handlers.replies.happenings import would
from handlers.replies.words import day_and_time
from policies import entries as e
from policies.decision import Decision, Ignored, Moved, Refused, Shown
from policies.people import Actor, Right
from policies.run import Run
from policies.stages import Overlay, Stage, UnitState
from tests.handlers import artifacts as a
from tests.handlers import shop as s
from tests.handlers.scenes import READER, SAID, WRITER

DELIVERING, BLOCKED, DONE = s.run_of(s.JUDGED), s.run_of(s.BLOCKED), s.run_of(s.DONE)
EARLY = replace(DELIVERING, stage=Stage.INGESTED, triage=None)


def why(about: str, run: Run | None = DELIVERING, **view: object) -> str:
    return shown(Shown(SAID, "why", about), run, WRITER, s.view(**view))


@pytest.mark.parametrize(
    ("about", "says"),
    [
        ("", "Name what you mean"),
        ("fr-1", "**FR-1**"),
        ("U-02", "**U-02 Invoice as PDF**"),
        ("u-03", "It serves the whole plan."),
        ("PS-1", "waits for approval of PS-1"),
        ("`U-01` please", "Proved by: "),
        ("d1", "**D1 "),
        ("Q2", "**Q2 "),
        ("FR-99", "I know no `FR-99` in this run."),
    ],
)
def test_why_tells_what_is_known_of_a_thing(about: str, says: str) -> None:
    assert says in why(about)


def test_why_knows_nothing_where_there_is_nothing() -> None:
    assert "Name what you mean" in why("FR-1", None)
    assert why("FR-1", pack=None, backlog=None) == "I know no `FR-1` in this run. You can ask about PS-1."
    asked = why("FR-1", s.run_of(s.PLANNING), pack=None, backlog=None)
    assert (
        asked
        == "I know no `FR-1` in this run. There is nothing with an id yet: ask again when the plan is here."
    )
    assert "U-01" in why("U-01", pack=None, backlog=None)
    assert "Units that build it" not in why("FR-1", backlog=None)


def test_a_requirement_no_part_serves_is_a_gap() -> None:
    pack = a.pack()
    bare = pack.model_copy(update={"architecture": pack.architecture.model_copy(update={"components": ()})})
    assert "a gap" in why("FR-1", pack=bare)
    assert "a gap" not in why("FR-1")


@pytest.mark.parametrize(
    ("outcome", "says"),
    [
        (Moved(()), "It would be accepted"),
        (Refused("SB-111", "Nothing waits.", "Wait.", "/signalbox status"), "It would be refused like this:"),
        (Shown(SAID, "status"), "It only shows something"),
        (Ignored("the run has begun"), "It would change nothing: the run has begun."),
        (None, "I cannot tell what it would come to."),
    ],
    ids=["accepted", "refused", "shown", "ignored", "nobody knows"],
)
def test_a_simulation_says_that_nothing_was_done_and_what_would_be(
    outcome: Decision | None, says: str
) -> None:
    reply = shown(Shown(SAID, "simulated", outcome=outcome), DELIVERING, WRITER, s.view())
    assert reply.startswith("**Simulated: nothing was done.**")
    assert says in reply


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        (e.RoleAsked(role="planner", subject="plan 2"), "ask the planner for plan v2"),
        (s.approved("plan", s.PLAN_2), "record the approval of plan `9f2c41ab77d0` by raj"),
        (
            e.RefinementAsked(target="plan", text="x", by=s.RAJ, comment_id=1),
            "record the wish for another version of the plan",
        ),
        (s.ANSWERED, "record the answer to Q2: Germany"),
        (e.BudgetRaised(cap=10_000_000, by=s.RAJ), "let this run spend"),
        (e.Rejected(target="PS-1", why="x", by=s.RAJ), "record the no to PS-1"),
        (e.Paused(by=s.RAJ, why="x"), "record: "),
    ],
    ids=lambda value: value.type if not isinstance(value, str) else "",
)
def test_what_would_be_recorded_is_said_in_words(entry: e.Entry, says: str) -> None:
    assert says in would(entry).replace("@", "").replace("`raj`", "raj")


def helped(run: Run | None, actor: Actor | None = WRITER, about: str = "", **view: object) -> str:
    return shown(Shown(SAID, "help", about), run, actor, s.view(**view))


def unstuck(reply: str) -> tuple[str, str]:
    """What can be said now, and what cannot."""
    can, _, cannot = reply.partition("<details><summary>Not now")
    return can, cannot


@pytest.mark.parametrize(
    ("run", "hindrance"),
    [
        (DONE, "`/pause`: the run has ended"),
        (replace(DELIVERING, overlay=Overlay.PAUSED), "`/approve`: the run is paused"),
        (
            replace(DELIVERING, stage=Stage.SYNCING),
            "`/refine`: the issues are being made; say it when they stand",
        ),
        (EARLY, "`/plan`: triage is still reading the issue"),
        (EARLY, "`/refine`: there is no plan yet; edit the text of the issue"),
        (DELIVERING, "`/override`: no rule blocks anything"),
        (DELIVERING, "`/plan`: the run is past that"),
        (DELIVERING, "`/resume`: the run is not held"),
        (BLOCKED, "`/approve`: nothing waits for approval"),
        (BLOCKED, "`/answer`: no open question"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_help_tells_what_does_not_work_now_and_why(run: Run, hindrance: str) -> None:
    assert hindrance in unstuck(helped(run))[1]


def test_help_says_what_a_run_waits_for_that_triage_advised_against() -> None:
    can, cannot = unstuck(helped(s.run_of(s.NO_GO)))
    assert "**Triage advised against planning now, and this run waits for your word.**" in can
    assert "`/plan`: " not in cannot


def test_help_fills_in_what_waits_and_what_blocks() -> None:
    digest = s.PS_1[:12]
    assert f"/approve PS-1 {digest}" in unstuck(helped(DELIVERING))[0]
    assert "/reject PS-1 …" in unstuck(helped(DELIVERING))[0]
    admin = WRITER.model_copy(update={"right": Right.ADMIN})
    assert f"PS-1 {digest} because …" in unstuck(helped(BLOCKED, admin))[0]
    held = replace(DELIVERING, overlay=Overlay.NEEDS_HUMAN)
    assert "**This run needs a person.**" in helped(held)
    assert "`/resume`" not in unstuck(helped(held))[1]
    stuck = replace(
        DELIVERING, units={"U-01": replace(DELIVERING.units["U-01"], state=UnitState.NEEDS_HUMAN)}
    )
    assert "`/retry`" not in unstuck(helped(stuck))[1]
    assert "**Units are being built.**" in helped(BLOCKED)


def test_help_tells_who_may_by_the_rule_that_judges() -> None:
    assert "`/approve`: needs write access" in helped(DELIVERING, READER)
    named = RepoPolicy.model_validate({"approvals": {"approvers": {"users": ["zoe"]}}})
    assert "`/approve`: for those the configuration names" in helped(DELIVERING, policy=named)
    apart = RepoPolicy.model_validate({"approvals": {"author_may_approve": False}})
    author = Actor(person=s.MONA, right=Right.WRITE, is_human=True)
    assert "`/approve`: for somebody other than the PRD’s author" in helped(DELIVERING, author, policy=apart)
    bot = WRITER.model_copy(update={"is_human": False})
    assert "`/approve`: not for you" in helped(DELIVERING, bot)
    assert helped(DELIVERING, None).startswith("**This run waits for approval of PS-1.** You can:")


def test_help_of_refine_tells_what_is_understood_without_a_model() -> None:
    reply = helped(DELIVERING, about="refine")
    assert "Of a plan, without a model" in reply
    assert "without a model" not in helped(DELIVERING, about="/pause")


def test_short_forms_that_another_bot_hears_are_named() -> None:
    assert "but for those of" in helped(DELIVERING, taken=frozenset({"plan", "help"}))


@pytest.mark.parametrize(
    ("at", "says"), [("2026-11-21T10:44:00Z", "21 Nov, 10:44 UTC"), ("some day", "some day"), ("", "")]
)
def test_a_time_that_cannot_be_read_is_shown_as_it_is(at: str, says: str) -> None:
    assert day_and_time(at) == says
