"""What asked people for something asks for nothing any more once that is done, or of no use; it stays to be read."""

import pytest

from handlers.replies.over import at_rest, folded
from policies import entries as e
from policies.turns import YourTurn
from tests.handlers import artifacts as a
from tests.handlers import shop as s
from tests.handlers import shop_delivered as d
from tests.handlers.scenes import Entries, drawn_again, drawn_of, said_of

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


def asks_nobody(entries: Entries, later: Entries, head: str) -> None:
    """The comment begins like this once `later` has happened, and asks for no yes."""
    view = s.view(patchset=a.patchset(), pack=a.pack(version=1))
    told = drawn_again(entries, *later, view=view)
    assert told.startswith(head)
    assert "/signalbox approve" not in told
    assert "Your turn" not in told


@pytest.mark.parametrize(
    ("entries", "later", "head"),
    [
        (s.PROPOSED, (rejected("plan"),), "### ⚫ Plan v1, rejected\n"),
        (s.PROPOSED, (STOPPED,), "### ⚫ Plan v1, not decided on before the run was ended\n"),
        (s.PROPOSED, (rejected("plan"), STOPPED), "### ⚫ Plan v1, rejected\n"),
        (s.BACKLOG, (rejected("backlog"),), "### ⚫ Backlog v1, rejected\n\nNothing of it is made. Say what"),
        (s.BACKLOG, (STOPPED,), "### ⚫ Backlog v1, not decided on before the run was ended\n"),
        (s.BACKLOG, REPLACED, "### ⚫ Backlog v1, of a plan that is no longer approved\n\nOnce the plan"),
        (s.BACKLOG, (TAKEN_BACK,), "### ⚫ Backlog v1, of a plan that is no longer approved\n\nOnce the plan"),
        (
            s.BACKLOG,
            (*REPLACED, s.approved("plan", "9" * 64, version=3)),
            "### ⚫ Backlog v1, of a plan that is no longer approved\n\nOnce the plan",
        ),
        (s.JUDGED, (rejected("PS-1"),), "### ⚫ PS-1 for `acme/shop`, rejected\n"),
        (s.JUDGED, (STOPPED,), "### ⚫ PS-1 for `acme/shop`, not decided on before the run was ended\n"),
        (s.JUDGED, (e.UnitTaken(unit="U-01", to=s.MONA, by=s.RAJ),), "### ⚫ PS-1 for `acme/shop`, left to `@mona`\n"),
        (
            (*s.GREEN, d.SMALLER, *d.REDRAWN[len(d.AGAIN) :]),
            (e.PullRequestEnded(pull_request=41, merged=True, merge_sha="f" * 40, by=s.RAJ),),
            "### ⚫ PS-1 for `acme/shop`, not needed any more: #41 with the version before is merged\n",
        ),
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
    asks_nobody(entries, later, head)


def test_a_rejected_backlog_after_another_says_that_the_one_before_stands() -> None:
    asked = e.RefinementAsked(target="backlog", text="x", by=s.RAJ, comment_id=71)
    entries = (*s.DELIVERING, asked, d.BACKLOG_2[-1].model_copy(update={"units": {"U-01": ()}}))
    told = drawn_again(entries, rejected("backlog"), view=s.view(backlog=a.second_backlog()))
    assert told.startswith("### ⚫ Backlog v2, rejected\n\nWhat was approved before stands, and goes on.")


THEN = "*As it was said then; nobody needs to do anything about it any more.*"
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
        (YourTurn("no version", 34, 3, "U-01"), "There was no version for U-01, settled since"),
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
        f"<details><summary>{title}</summary>\n\n{THEN}\n\nAs it was told.\n\n</details>"
    )


@pytest.mark.parametrize(
    ("entries", "later"),
    [(s.NO_GO, (TRIAGED,)), (s.STUCK, (RESUMED,)), (s.GREEN, (s.MERGED[-1],))],
    ids=["triage", "stuck", "checks"],
)
def test_a_folded_comment_says_what_it_said_and_asks_for_nothing(entries: Entries, later: Entries) -> None:
    told = said_of(entries)
    assert drawn_again(entries, view=s.view()) == told
    now = drawn_again(entries, *later, view=s.view())
    assert THEN in now
    assert "Your turn" not in now
    assert "```" not in now
    # The words below the head are the same.
    assert max(told.split("\n\n")[1:], key=len) in now


@pytest.mark.parametrize(
    ("told", "rests"),
    [
        ("### 🟢 Your turn, @raj or @acme/core: the checks of #41 are green\n\nx: y", "**The checks of #41 are green**\n\nx: y"),
        ("### 🟠 I need a person for U-01: enough was tried", "**I need a person for U-01: enough was tried**"),
        ("Say it:\n\n```text\n/signalbox answer 1 …\n/signalbox answer 2 …\n```\n\nz", "Say it:\n\n`/signalbox answer 1 …` and `/signalbox answer 2 …`\n\nz"),
        ("```text\nFAILED\n```\n\n```\n/signalbox stop\n```", "```text\nFAILED\n```\n\n```\n/signalbox stop\n```"),
    ],
    ids=["turn", "person", "commands", "output of programs"],
)  # fmt: skip
def test_what_is_at_rest_is_nobody_s_turn_and_not_there_to_be_copied(told: str, rests: str) -> None:
    assert at_rest(told) == f"{THEN}\n\n{rests}"


DRAWN = "so this version cannot be approved now. The next one comes in a comment of its own, with its own line to approve it"


@pytest.mark.parametrize(
    ("entries", "later", "head"),
    [
        (s.PROPOSED, s.REFINED[len(s.PROPOSED) :], f"### 🔵 Plan v1: the next version is being drawn\n\nSomebody asked for a change or answered a question, {DRAWN}"),
        (s.PROPOSED, (rejected("plan"), s.REFINED[len(s.PROPOSED)]), "### 🔵 Plan v1: the next version is being drawn\n"),
        (s.PROPOSED, (*s.REFINED[len(s.PROPOSED) :], s.ASKED[-1]), "### 🔵 Plan v1: the next version waits for an answer\n"),
        (s.BACKLOG, d.BACKLOG_2[len(s.BACKLOG) : -1], f"### 🔵 Backlog v1: the next version is being drawn\n\nSomebody asked for a change, {DRAWN}"),
        (s.JUDGED, (d.SMALLER,), "### 🔵 PS-1 for `acme/shop`: a new version is being made\n\nThe version below cannot be approved any more, and nothing of it was written."),
        (s.JUDGED, (d.AGAIN[-1],), "### 🔵 PS-1 for `acme/shop`: a new version is being made\n"),
        (s.JUDGED, (*s.GREEN[len(s.JUDGED) :], d.SMALLER), "### 🔵 PS-1 for `acme/shop`: a new version is being made\n\nThe version below was approved and is in #41, which stays as it is until the next one is approved."),
        (s.JUDGED, d.NO_VERSION[len(s.JUDGED) :], "### ⚫ PS-1 for `acme/shop`: there is no new version yet\n\nThe version below cannot be approved any more, and nothing of it was written. Why"),
    ],
    ids=["plan", "rejected plan", "plan with a question", "backlog", "wish", "by itself", "in a pull request", "none"],
)  # fmt: skip
def test_while_another_version_is_made_nobody_is_asked_about_the_one_before(
    entries: Entries, later: Entries, head: str
) -> None:
    asks_nobody(entries, later, head)


@pytest.mark.parametrize("kept", [d.PLAN_KEPT, d.APPROVED_PLAN_KEPT])
def test_a_plan_that_stands_is_asked_about_as_before(kept: Entries) -> None:
    proposed = s.PROPOSED if kept == d.PLAN_KEPT else s.PROPOSED_2
    told = drawn_again(proposed, *kept[len(proposed) :], view=s.view(pack=a.pack(version=1)))
    assert "being drawn" not in told


def test_a_patchset_that_stands_is_asked_about_as_before() -> None:
    told = drawn_again(s.JUDGED, *d.PATCHSET_KEPT[len(s.JUDGED) :], view=s.view(patchset=a.patchset()))
    assert told.startswith("### 🟡 Your turn, @mona: approve PS-1 for `acme/shop`")


@pytest.mark.parametrize(
    ("entries", "why", "parts"),
    [
        (s.JUDGED, "", ("No reason was given.", "Nothing of what was rejected is written. U-02 no longer waits for it.")),
        ((*s.GREEN, *d.REDRAWN[len(s.JUDGED) :]), "no", ("**Why:** no.", "The version before it is in #41, which stays open: merge it or close it.")),
    ],
)  # fmt: skip
def test_a_rejected_unit_says_what_becomes_of_what_is_around_it(
    entries: Entries, why: str, parts: tuple[str, ...]
) -> None:
    told = said_of((*entries, e.Rejected(target="PS-1", why=why, by=s.RAJ)))
    assert told.startswith("### ⚫ U-01 ends here: `@raj` rejected PS-1\n")
    assert all(part in told for part in parts)


def test_a_rejected_unit_that_was_the_last_one_says_that_the_run_has_ended() -> None:
    others = e.UnitsDropped(units=("U-02", "U-03"), why="closed by @raj")
    told = said_of((*s.JUDGED, others, rejected("PS-1")))
    assert "ask for a unit of its own" in told
    ended = (*s.JUDGED, others, rejected("PS-1"), e.RunDone())
    assert "The run has ended with it; to have it built after all, open another issue." in drawn_of(ended, -2)


@pytest.mark.parametrize(
    ("more", "made"),
    [((), "**If you approve:** no new issue; those that stand"), (("U-09",), "**If you approve:** 1 new issue; those that stand")],
)  # fmt: skip
def test_a_later_backlog_tells_only_of_the_issues_it_makes_anew(more: tuple[str, ...], made: str) -> None:
    backlog = a.backlog()
    fresh = tuple(backlog.units[0].model_copy(update={"id": each}) for each in more)
    view = s.view(backlog=backlog.model_copy(update={"units": (*backlog.units, *fresh)}))
    asked = e.RefinementAsked(target="backlog", text="x", by=s.RAJ, comment_id=71)
    assert made in said_of((*s.DELIVERING, asked, d.BACKLOG_2[-1]), view)
