"""The line that points from where people wished for something to where the answer stands."""

from typing import Literal

import pytest

from handlers.replies import pointer
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
            f"🔵 `@raj`: [the next version of PS-1]({AT}4) is drawn with your wish.{STAYS}",
        ),
    ],
    ids=["plan", "a merged plan", "two people", "a question", "nothing", "backlog", "unit"],
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
