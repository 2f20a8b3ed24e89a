"""What asked people for something asks for nothing any more once that is done, or of no use; it stays to be read."""

import pytest

from handlers.replies.over import folded
from policies import entries as e
from policies.turns import YourTurn
from tests.handlers import artifacts as a
from tests.handlers import shop as s
from tests.handlers import shop_delivered as d
from tests.handlers.scenes import Entries, drawn_again, said_of

STOPPED = e.Stopped(by=s.RAJ, why="we buy it")
REPLACED = (
    e.RefinementAsked(target="plan", text="smaller", by=s.RAJ, comment_id=71),
    e.PlanProposed(
        version=3, digest="9" * 64, prd_sha256="b" * 64, files={"architecture_pack.json": "1" * 64}
    ),
)
TAKEN_BACK = e.ApprovalVoided(target="plan", digest=s.PLAN_2, reason="the yes was edited")


def rejected(target: str) -> e.Rejected:
    return e.Rejected(target=target, why="", by=s.RAJ)


@pytest.mark.parametrize(
    ("entries", "later", "head"),
    [
        (s.PROPOSED, (rejected("plan"),), "### ⚫ Plan v1, rejected\n"),
        (s.PROPOSED, (STOPPED,), "### ⚫ Plan v1, not decided on before the run was ended\n"),
        (s.PROPOSED, (rejected("plan"), STOPPED), "### ⚫ Plan v1, rejected\n"),
        (s.BACKLOG, (rejected("backlog"),), "### ⚫ Backlog v1, rejected\n\nNothing of it is made. Say what"),
        (s.BACKLOG, (STOPPED,), "### ⚫ Backlog v1, not decided on before the run was ended\n"),
        (s.BACKLOG, REPLACED, "### ⚫ Backlog v1, of a plan that was taken back\n\nOnce the plan"),
        (s.BACKLOG, (TAKEN_BACK,), "### ⚫ Backlog v1, of a plan that was taken back\n\nOnce the plan"),
        (
            s.BACKLOG,
            (*REPLACED, s.approved("plan", "9" * 64, version=3)),
            "### ⚫ Backlog v1, of a plan that was taken back\n\nOnce the plan",
        ),
        (s.JUDGED, (rejected("PS-1"),), "### ⚫ PS-1 for `acme/shop`, rejected\n"),
        (s.JUDGED, (STOPPED,), "### ⚫ PS-1 for `acme/shop`, not decided on before the run was ended\n"),
        (s.JUDGED, (e.UnitTaken(unit="U-01", to=s.MONA, by=s.RAJ),), "### ⚫ PS-1 for `acme/shop`, left to `@mona`\n"),
        (
            s.JUDGED,
            (e.UnitsDropped(units=("U-01",), why="closed by @raj"),),
            "### ⚫ PS-1 for `acme/shop`, not wanted any more\n",
        ),
        (
            s.BLOCKED,
            (e.UnitsDropped(units=("U-01",), why="closed by @raj", done_by_person=True),),
            "### ⚫ PS-1 for `acme/shop`, not needed any more: done by a person\n",
        ),
    ],
)  # fmt: skip
def test_what_nobody_decides_on_any_more_says_so_and_asks_for_no_yes(
    entries: Entries, later: Entries, head: str
) -> None:
    view = s.view(patchset=a.patchset(), pack=a.pack(version=1))
    told = drawn_again(entries, *later, view=view)
    assert told.startswith(head)
    assert "/signalbox approve" not in told
    assert "Your turn" not in told


def test_a_rejected_backlog_after_another_says_that_the_one_before_stands() -> None:
    asked = e.RefinementAsked(target="backlog", text="x", by=s.RAJ, comment_id=71)
    entries = (*s.DELIVERING, asked, d.BACKLOG_2[-1].model_copy(update={"units": {"U-01": ()}}))
    told = drawn_again(entries, rejected("backlog"), view=s.view(backlog=a.second_backlog()))
    assert told.startswith("### ⚫ Backlog v2, rejected\n\nWhat was approved before stands, and goes on.")


TRIAGED = e.TriageOverruled(by=s.RAJ)
RESUMED = e.Resumed(by=s.RAJ)


@pytest.mark.parametrize(
    ("turn", "title"),
    [
        (YourTurn("triage", 12, 3, "DEFER"), "Triage advised DEFER, settled since"),
        (YourTurn("stuck", 12, 3), "A person was needed, settled since"),
        (YourTurn("budget", 12, 3), "The budget was reached, settled since"),
        (YourTurn("quiet", 12, 3), "It had been quiet, settled since"),
        (YourTurn("void", 12, 3, "1" * 64), "An approval counted no longer, settled since"),
        (YourTurn("endorsed", 12, 3, "1" * 64), "More people had to approve, settled since"),
        (YourTurn("as it was", 12, 3, "1" * 64), "A wish changed nothing, settled since"),
        (YourTurn("no fix", 34, 3, "U-01"), "There was no fix for U-01, settled since"),
        (YourTurn("given up", 34, 3, "U-01"), "U-01 needed a person, settled since"),
        (YourTurn("exception", 34, 3, "1" * 64), "An exception to a rule was made, settled since"),
        (YourTurn("kept", 34, 3, "U-01", 41), "#&#8203;41 was left to a person, merged since"),
        (YourTurn("checks", 34, 3, "U-01", 41, "silent"), "Nobody had checked #&#8203;41, merged since"),
    ],
    ids=lambda each: each.kind if isinstance(each, YourTurn) else "",
)
def test_each_turn_is_folded_behind_what_it_was_about(turn: YourTurn, title: str) -> None:
    run = s.run_of(s.MERGED)
    assert folded(run, turn, "As it was told.") == (
        f"<details><summary>{title}</summary>\n\nAs it was told.\n\n</details>"
    )


@pytest.mark.parametrize(
    ("entries", "later"),
    [(s.NO_GO, (TRIAGED,)), (s.STUCK, (RESUMED,)), (s.GREEN, (s.MERGED[-1],))],
    ids=["triage", "stuck", "checks"],
)
def test_a_folded_comment_says_what_it_said(entries: Entries, later: Entries) -> None:
    told = said_of(entries)
    assert drawn_again(entries, view=s.view()) == told
    assert told in drawn_again(entries, *later, view=s.view())
