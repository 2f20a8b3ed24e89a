"""The line that points from where people wished for something to where the answer stands."""

from typing import Literal

import pytest

from handlers.replies import kept_for_later, landed, pointer
from policies import commands as c
from policies import entries as e
from policies.people import Person
from tests.handlers import shop as s
from tests.handlers import shop_delivered as d

PLAN_PULL, UNIT_PULL = 40, 41
AT = "https://github.com/acme/shop/issues/12#issuecomment-"
KEYS = ("plan 3", "questions", "kept", "backlog 2", "PS-1")
VIEW = s.view(links={key: f"{AT}{number}" for number, key in enumerate(KEYS)})
STAYS = " This pull request stays as it is until that one is approved, and is closed then."

OPEN = (
    *s.BACKLOG,
    e.Written(
        subject="plan",
        digest=s.PLAN_2,
        branch="signalbox/run-12-plan-v2",
        commit_sha="d" * 40,
        tree_sha="e" * 40,
        pull_request=PLAN_PULL,
    ),
)
MERGED = (*OPEN, e.PullRequestEnded(pull_request=PLAN_PULL, merged=True, merge_sha="f" * 40, by=s.RAJ))
NEXT = e.PlanProposed(
    version=3, digest="9" * 64, prd_sha256="b" * 64, files={"architecture_pack.json": "1" * 64}
)
ASKED = e.QuestionsAsked(questions=s.QUESTIONS, blocking=("Q2",), draft="1" * 64)


def wish(target: str, thread: int = PLAN_PULL, by: Person = s.RAJ) -> e.RefinementAsked:
    return e.RefinementAsked(target=target, text="x", by=by, comment_id=71, thread=thread)


def kept(target: Literal["plan", "backlog"], version: int, digest: str) -> e.VersionKept:
    return e.VersionKept(target=target, version=version, digest=digest)


BOTH = (*OPEN, wish("plan"), wish("plan", by=s.MONA), wish("plan"))
BACKLOG_2 = d.BACKLOG_2[-1]


@pytest.mark.parametrize(
    ("entries", "thread", "line"),
    [
        ((*OPEN, wish("plan"), NEXT), PLAN_PULL, f"🔵 `@raj`: [plan v3]({AT}0) says what came of your wish.{STAYS}"),
        ((*MERGED, wish("plan"), NEXT), PLAN_PULL, f"🔵 `@raj`: [plan v3]({AT}0) says what came of your wish."),
        ((*BOTH, NEXT), PLAN_PULL, f"🔵 `@raj` and `@mona`: [plan v3]({AT}0) says what came of your wish.{STAYS}"),
        (
            (*OPEN, wish("plan"), ASKED),
            PLAN_PULL,
            f"🟡 `@raj`: your wish leads to [a question without a safe default]({AT}1). The next version of the plan waits for its answer.",
        ),
        (
            (*OPEN, wish("plan"), kept("plan", 2, s.PLAN_2)),
            PLAN_PULL,
            f"🔵 `@raj`: [your wish changed nothing in plan v2]({AT}2), so that version stands.",
        ),
        (
            (*OPEN, wish("backlog"), BACKLOG_2),
            PLAN_PULL,
            f"🔵 `@raj`: [backlog v2]({AT}3) says what came of your wish.",
        ),
        (
            (*s.GREEN, wish("U-01", UNIT_PULL), *d.REDRAWN[-2:]),
            UNIT_PULL,
            f"🔵 `@raj`: [the next version of PS-1]({AT}4) says what came of your wish.{STAYS}",
        ),
        (
            (*s.JUDGED, wish("U-01", 12), d.PATCHSET_KEPT[-2], d.PATCHSET_KEPT[-1]),
            12,
            f"🔵 `@raj`: [your wish changed no file of PS-1]({AT}2), so that version stands.",
        ),
    ],
    ids=["plan", "a merged plan", "two people", "a question", "nothing", "backlog", "unit", "no file"],
)  # fmt: skip
def test_a_thread_is_told_where_the_answer_stands(
    entries: tuple[e.Entry, ...], thread: int, line: str
) -> None:
    assert pointer(s.run_of(entries), s.told(entries)[-1], thread, VIEW) == line


def test_without_an_address_the_line_still_says_what_came() -> None:
    entries = (*OPEN, wish("plan"), NEXT)
    run, record = s.run_of(entries), s.told(entries)[-1]
    assert pointer(run, record, PLAN_PULL, s.view(links={})).startswith("🔵 `@raj`: plan v3 says what came")


def test_what_answers_no_wish_points_nowhere() -> None:
    entries = (*OPEN, wish("plan"))
    with pytest.raises(ValueError, match="no wish is answered by refinement_asked"):
        pointer(s.run_of(entries), s.told(entries)[-1], PLAN_PULL, VIEW)


def said(thread: int, by: Person = s.RAJ) -> c.Said:
    return c.Said(by=by, comment_id=81, body_sha256="0" * 64, thread=thread, at="2026-11-21T10:44:00Z")


UNIT_ISSUE = 34
ANSWER = e.QuestionAnswered(question="Q3", text="10 years", by=s.MONA, comment_id=81)
OVERRIDDEN = e.Overridden(
    rule="ci-files", target="PS-1", digest=s.PS_1, by=s.RAJ, comment_id=81, comment_sha256="5" * 64, thread=40, policy_digest="6" * 64, why="read it"
)  # fmt: skip
ALL = (*OPEN, *s.GREEN[len(s.BACKLOG) :])


@pytest.mark.parametrize(
    ("command", "entries", "line"),
    [
        (c.Answer(said(PLAN_PULL, s.MONA), "3", "10 years"), (ANSWER,), "🔵 `@mona`: your answer is recorded. What comes of it, and whose turn it is, stands in #12."),
        (c.Answers(said(PLAN_PULL), ()), (ANSWER,), "🔵 `@raj`: your answers are recorded. What"),
        (c.Answer(said(UNIT_ISSUE), "3", "x"), (ANSWER.model_copy(update={"units": ("U-02", "U-77")}),), "🔵 `@raj`: your answer is recorded. What"),
        (c.Answer(said(UNIT_ISSUE), "3", "x"), (ANSWER.model_copy(update={"units": ("U-01",)}),), None),
        (c.Answer(said(12), "3", "x"), (ANSWER,), None),
        (c.Answer(said(99), "3", "x"), (ANSWER,), None),
        (c.Pause(said(UNIT_PULL), ""), (e.Paused(by=s.RAJ, why=""),), "🔵 `@raj`: the run is paused. What"),
        (c.Retry(said(PLAN_PULL)), (e.Retried(by=s.RAJ),), "🔵 `@raj`: I look again at what is to be done. What"),
        (c.Retry(said(UNIT_ISSUE)), (e.Retried(by=s.RAJ, unit="U-01"),), None),
        (c.Approve(said(PLAN_PULL), "backlog", "7"), (s.approved("backlog", s.BACKLOG_1),), "🔵 `@raj`: the backlog is approved. What comes of it, and whose turn it is, stands in #12."),
        (c.Approve(said(PLAN_PULL), "PS-1", "7"), (s.approved("PS-1", s.PS_1),), "🔵 `@raj`: PS-1 is approved. What comes of it, and whose turn it is, stands in #34."),
        (c.Approve(said(UNIT_ISSUE), "PS-1", "7"), (s.approved("PS-1", s.PS_1),), None),
        (c.Reject(said(UNIT_PULL), "PS-1", ""), (e.Rejected(target="PS-1", why="", by=s.RAJ),), "🔵 `@raj`: PS-1 is rejected. What comes of it, and whose turn it is, stands in #34."),
        (c.Override(said(PLAN_PULL), "ci-files", "PS-1", "7", "read it"), (OVERRIDDEN,), "🔵 `@raj`: your exception for PS-1 is recorded. What"),
        (c.Refine(said(PLAN_PULL), "plan", "smaller"), (wish("plan"),), None),
        (c.Synced(1, (), (), 5), (), None),
    ],
)  # fmt: skip
def test_what_was_said_elsewhere_is_told_where_it_shows(
    command: c.Command, entries: tuple[e.Entry, ...], line: str | None
) -> None:
    told = landed(s.run_of(ALL), command, entries, VIEW)
    assert (told is None) if line is None else (told is not None and told[1].startswith(line))


@pytest.mark.parametrize(
    ("entries", "command", "done"),
    [
        (ALL, c.Answer(said(PLAN_PULL), "3", "x"), f"your answer is recorded [beside its question]({AT}7)."),
        (ALL, c.Answers(said(PLAN_PULL), ()), f"your answers are recorded [beside their questions]({AT}7)."),
        ((*OPEN, wish("plan"), ASKED), c.Answer(said(PLAN_PULL), "3", "x"), f"your answer is recorded [beside its question]({AT}8)."),
    ],
    ids=["in a plan", "all of them", "before the next plan"],
)  # fmt: skip
def test_an_answer_given_elsewhere_is_shown_the_way_to_its_question(
    entries: tuple[e.Entry, ...], command: c.Command, done: str
) -> None:
    view = s.view(links={"plan 2": f"{AT}7", "questions": f"{AT}8"})
    told = landed(s.run_of(entries), command, (ANSWER,), view)
    assert told is not None
    assert told[1].startswith(f"🔵 `@raj`: {done} What comes of it")


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (c.Refine(said(12), "plan", "smaller"), True),
        (c.Answer(said(12), "Q1", "Euro"), True),
        (c.Retry(said(12)), False),
        (c.Start(s.MONA), False),
    ],
    ids=["wish", "answer", "retry", "label"],
)
def test_what_is_said_while_a_person_is_needed_is_told_to_be_kept(command: c.Command, *, told: bool) -> None:
    stuck = s.run_of((*s.PLANNING, e.NeedsHuman(reason="planner: the model refused to answer")))
    found = kept_for_later(stuck, command)
    assert (found is not None) is told
    assert kept_for_later(s.run_of(s.PLANNING), command) is None
    if found is not None:
        assert (
            found[1]
            == "🔵 `@raj`: that is recorded. The run needs a person first; `/retry` goes on with what you said."
        )
