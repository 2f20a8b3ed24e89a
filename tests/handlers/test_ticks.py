"""Which edits of the App's own comments are ticks: refusals first, then the one thing that counts."""

from typing import Any

import pytest

from handlers.route import commands, run_key, touched
from handlers.ticks import box, ticked
from policies import commands as c
from tests.handlers.payloads import BOT, MONA, comment, event, issue

ASKED = """<!-- signalbox:v1 kind=turn run=12 seq=6 -->
### 3 questions

**1 · Who may see it?**
- [ ] <!-- sb:q1=a --> **Members** (default)
- [ ] <!-- sb:q1=b --> Support too

**2 · How long?**
- [x] ~~One year~~ ✅ by `@raj` 10:41 UTC

**3 · How many?**
- [ ] <!-- sb:q3=a --> **A thousand** (default)

<!-- signalbox:ledger
{"seq":6}
-->"""
A, B, C = ("Q1", "a"), ("Q1", "b"), ("Q3", "a")


def tick(body: str, *marks: tuple[str, str]) -> str:
    for question, letter in marks:
        body = body.replace(box(question, letter), box(question, letter).replace("[ ]", "[x]"))
    return body


NOTHING: dict[str, tuple[str, str]] = {
    "the same text": (ASKED, ASKED),
    "another word": (ASKED, ASKED.replace("How long", "How short")),
    "a tick and another word": (ASKED, tick(ASKED, A).replace("Members", "Everybody")),
    "a tick and a changed record": (ASKED, tick(ASKED, A).replace('"seq":6', '"seq":7')),
    "a tick and a lost record": (ASKED, tick(ASKED, A).partition("<!-- signalbox:ledger")[0]),
    "a tick and a changed marker": (ASKED, tick(ASKED, A).replace("sb:q3=a", "sb:q3=b")),
    "a tick and a command": (ASKED, tick(ASKED, A) + "\n\n/approve plan"),
    "a box without a marker": (ASKED, ASKED.replace("### 3", "- [x] yes\n\n### 3")),
    "a marker nobody wrote": (ASKED, ASKED + "\n- [x] <!-- sb:q9=a --> Mine"),
    "a marker twice": (ASKED + f"\n{box(*A)} again", tick(ASKED + f"\n{box(*A)} again", A)),
    "a letter that is none": (ASKED.replace("q1=a", "q1=z"), ASKED.replace("[ ] <!-- sb:q1=a", "[x] <!-- sb:q1=z")),
    "unticking": (tick(ASKED, A), ASKED),
    "ticking one and unticking another": (tick(ASKED, A), tick(ASKED, C)),
    "unticking an answered row": (ASKED, ASKED.replace("- [x] ~~One", "- [ ] ~~One")),
    "two boxes of one question": (ASKED, tick(ASKED, A, B)),
    "everything gone": (ASKED, ""),
}  # fmt: skip


@pytest.mark.parametrize(("before", "after"), NOTHING.values(), ids=NOTHING)
def test_any_other_edit_is_no_tick(before: str, after: str) -> None:
    assert ticked(before, after) == ()


TICKS = {
    "one box": (tick(ASKED, B), (B,)),
    "boxes of two questions": (tick(ASKED, A, C), (A, C)),
    "a capital X": (tick(ASKED, A).replace("[x] <!--", "[X] <!--"), (A,)),
    "line ends of a browser": (tick(ASKED, A).replace("\n", "\r\n"), (A,)),
    "a line more at the end": (tick(ASKED, A) + "\n", (A,)),
}


@pytest.mark.parametrize(("after", "marks"), TICKS.values(), ids=TICKS)
def test_a_box_that_was_open_and_is_ticked_counts(after: str, marks: tuple[tuple[str, str], ...]) -> None:
    assert ticked(ASKED, after) == marks


def test_a_box_counts_when_another_was_ticked_before() -> None:
    assert ticked(tick(ASKED, A), tick(ASKED, A, C)) == (C,)


APP = {"id": 3, "slug": "signalbox"}
OTHER_BOT = {"id": 98, "login": "helper[bot]", "type": "Bot"}


def edited(before: str, after: str, *, sender: dict[str, Any] = MONA, **more: Any) -> dict[str, Any]:
    ours = {"user": BOT, "performed_via_github_app": APP, **more}
    return event(
        "edited",
        issue=issue(),
        comment=comment(after, **ours),
        changes={"body": {"from": before}},
        sender=sender,
    )


def asked_for(payload: dict[str, Any]) -> tuple[tuple[str, c.Command], ...]:
    return commands("issue_comment", payload, delivery="d1")


def test_a_tick_names_who_the_entry_and_the_box_and_counts_once() -> None:
    payload = edited(ASKED, tick(ASKED, B))
    ((cause, command),) = asked_for(payload)
    assert run_key("issue_comment", payload) == "acme/shop#12"
    assert cause == "70/q1=b"
    assert isinstance(command, c.Tick)
    assert (command.said.by.login, command.said.comment_id, command.seq) == ("mona", 70, 6)
    assert command.marks == (B,)


def test_ticks_made_at_once_are_one_command_by_all_their_boxes() -> None:
    ((cause, command),) = asked_for(edited(ASKED, tick(ASKED, A, C)))
    assert cause == "70/q1=a,q3=a"
    assert isinstance(command, c.Tick)
    assert command.marks == (A, C)


@pytest.mark.parametrize("sender", [BOT, OTHER_BOT], ids=["this App", "another App"])
def test_an_edit_by_a_bot_is_none_of_ours_to_read(sender: dict[str, Any]) -> None:
    payload = edited(ASKED, tick(ASKED, A), sender=sender)
    assert run_key("issue_comment", payload) is None
    assert asked_for(payload) == ()
    assert touched("issue_comment", payload) is None


NOT_OURS: dict[str, dict[str, Any]] = {
    "a person's comment": {"user": {"id": 8, "login": "raj", "type": "User"}, "performed_via_github_app": None},
    "a person's comment through an App": {"user": {"id": 8, "login": "raj", "type": "User"}},
    "a bot account that is no App": {"performed_via_github_app": None},
}  # fmt: skip


@pytest.mark.parametrize("more", NOT_OURS.values(), ids=NOT_OURS)
def test_a_tick_in_a_comment_of_somebody_else_asks_for_nothing(more: dict[str, Any]) -> None:
    payload = edited(ASKED, tick(ASKED, A), **more)
    assert not any(isinstance(command, c.Tick) for _, command in asked_for(payload))
    assert touched("issue_comment", payload) is None


@pytest.mark.parametrize("kind", ["card", "reply", "page", "part"])
def test_a_tick_in_a_comment_that_asks_nothing_is_not_read(kind: str) -> None:
    before = ASKED.replace("kind=turn", f"kind={kind}")
    assert run_key("issue_comment", edited(before, tick(before, A))) is None


def test_a_comment_of_ours_that_names_no_entry_is_not_read() -> None:
    before = ASKED.replace(" seq=6", "")
    assert before != ASKED
    assert run_key("issue_comment", edited(before, tick(before, A))) is None


def test_another_edit_of_ours_asks_for_nothing_but_has_touched_the_comment() -> None:
    payload = edited(ASKED, "Gone.")
    assert run_key("issue_comment", payload) == "acme/shop#12"
    assert asked_for(payload) == ()
    found = touched("issue_comment", payload)
    assert found is not None
    assert (found.thread, found.comment_id, found.seq) == (12, 70, 6)


def test_a_comment_in_the_issue_of_a_unit_belongs_to_the_run_of_its_marker() -> None:
    payload = edited(ASKED, "Gone.") | {"issue": issue(34)}
    found = touched("issue_comment", payload)
    assert run_key("issue_comment", payload) == "acme/shop#12"
    assert found is not None
    assert found.thread == 34
