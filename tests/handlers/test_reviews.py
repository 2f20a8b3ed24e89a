"""What a review asks for: its words and its comments on lines, as one wish under one cause."""

from typing import Any

import pytest

from handlers import reviews
from handlers.route import commands, review_of, spoken_by
from policies import commands as c
from tests.handlers.payloads import MONA, RAJ, event, pull

PLAN = "<!-- signalbox:v1 kind=pull run=12 -->\nThe plan"
AT = "2026-11-21T10:00:00Z"


def line(body: str, **more: Any) -> dict[str, Any]:
    return {
        "id": 6,
        "user": MONA,
        "path": ".signalbox/runs/12/summary.md",
        "line": 9,
        "diff_hunk": "@@ -0,0 +1,9 @@\n+# Shop\n+- R-2 A member can rate a tool.",
        "body": body,
        "updated_at": AT,
        **more,
    }


def review(state: str = "commented", body: str | None = None) -> dict[str, Any]:
    return {"id": 5, "user": MONA, "state": state, "body": body, "submitted_at": AT}


def asked(
    state: str, body: str | None, *lines: dict[str, Any], on: str = PLAN
) -> tuple[tuple[str, c.Command], ...]:
    payload = event(
        "submitted", pull_request=pull(body=on), review=review(state, body), line_comments=[*lines]
    )
    return commands("pull_request_review", payload, delivery="d1")


def wish(state: str, body: str | None, *lines: dict[str, Any]) -> str:
    ((cause, command),) = asked(state, body, *lines)
    assert cause == "review-5"
    assert isinstance(command, c.Refine)
    assert (command.target, command.said.review) == ("plan", True)
    return command.text


QUOTE = "> summary.md, line 9: - R-2 A member can rate a tool.\n\n"


@pytest.mark.parametrize(
    ("state", "body", "lines", "text"),
    [
        ("changes_requested", "drop R-4", (), "drop R-4"),
        ("commented", "drop R-4", (), "drop R-4"),
        ("commented", None, (line("drop this"),), f"{QUOTE}drop this"),
        ("CHANGES_REQUESTED", "First of all:", (line("why?"), line("no")), f"First of all:\n\n{QUOTE}why?\n\n{QUOTE}no"),
        ("commented", "/signalbox refine plan drop R-4", (line("/refine drop this"),), f"drop R-4\n\n{QUOTE}drop this"),
        ("commented", "Fine", (line("mine", user=RAJ), line("I agree", in_reply_to_id=4)), "Fine"),
        ("commented", "", (line("all of it", line=None, diff_hunk=""),), "> summary.md\n\nall of it"),
        ("commented", "drop R-4", (line(" \n"),), "drop R-4"),
        ("commented", "drop R-4", (line("drop this", updated_at="soon"),), f"drop R-4\n\n{QUOTE}drop this"),
    ],
    ids=[
        "changes", "a comment", "a line", "both", "with the command", "only the reviewer's own", "a whole file",
        "an empty line", "a time nobody can read",
    ],
)  # fmt: skip
def test_a_review_of_the_plan_is_one_wish(
    state: str, body: str | None, lines: tuple[dict[str, Any], ...], text: str
) -> None:
    assert wish(state, body, *lines) == text


@pytest.mark.parametrize(
    ("state", "body", "lines", "on"),
    [
        ("dismissed", "drop R-4", (line("drop this"),), PLAN),
        ("commented", "", (line("I agree", in_reply_to_id=4),), PLAN),
        ("commented", "drop R-4", (line("drop this"),), PLAN.replace("run=12", "run=12 unit=U-03")),
        ("changes_requested", "drop R-4", (), "A fix of my own"),
    ],
    ids=["dismissed", "an answer in a thread", "talk about a unit", "another pull request"],
)
def test_other_reviews_ask_for_nothing(
    state: str, body: str, lines: tuple[dict[str, Any], ...], on: str
) -> None:
    assert asked(state, body, *lines, on=on) == ()


def test_an_approving_review_is_no_wish_and_only_a_reason_to_look() -> None:
    ((_, command),) = asked("approved", "drop R-4", line("drop this"))
    assert isinstance(command, c.ChecksReported)
    assert (command.state, command.summary) == ("pending", "a review approves it")


@pytest.mark.parametrize(
    ("on", "counts"), [(PLAN, True), ("A fix of my own", False)], ids=["ours", "another's"]
)
def test_only_a_review_of_a_pull_request_of_ours_is_read(on: str, counts: bool) -> None:  # noqa: FBT001  # a column of a table
    payload = event("submitted", pull_request=pull(body=on), review=review("changes_requested", "drop R-4"))
    happened = review_of("pull_request_review", payload)
    assert happened is not None
    assert reviews.counts(happened) is counts


@pytest.mark.parametrize(
    ("body", "lines", "code"),
    [
        ("", (), "SB-118"),
        ("x" * 4001, (), "SB-118"),
        ("drop R-4\n\n/approve", (), "SB-113"),
        ("drop R-4", (line("/signalbox stop"),), "SB-113"),
        ("drop R-4", (line("drop R-3", updated_at="2026-11-21T10:00:11Z"),), "SB-102"),
    ],
    ids=["no words", "too many words", "a command", "a command on a line", "an edited line"],
)
def test_a_review_that_cannot_be_taken_as_a_wish_is_told_why(
    body: str, lines: tuple[dict[str, Any], ...], code: str
) -> None:
    ((cause, command),) = asked("changes_requested", body, *lines)
    assert isinstance(command, c.Misread)
    assert (cause, command.code) == ("review-5", code)


def test_a_review_that_is_not_read_whole_is_no_wish() -> None:
    known = {"review": review("changes_requested", "drop R-4"), "line_comments": [line("drop this")]}
    payload = event("submitted", pull_request=pull(body=PLAN), **known, more_lines=True)
    ((cause, command),) = commands("pull_request_review", payload, delivery="d1")
    assert isinstance(command, c.Misread)
    assert (cause, command.code) == ("review-5", "SB-118")


def test_a_comment_on_a_line_leads_to_its_review_and_counts_once_with_it() -> None:
    told = {"id": 6, "user": MONA, "pull_request_review_id": 5, "body": "drop this"}
    payload = event("created", pull_request=pull(body=PLAN), comment=told)
    assert commands("pull_request_review_comment", payload, delivery="d1") == ()

    read = {**payload, "review": review(), "line_comments": [line("drop this")]}
    assert commands("pull_request_review_comment", read, delivery="d1") == asked(
        "commented", None, line("drop this")
    )

    by_line, by_review = (
        spoken_by("pull_request_review_comment", payload),
        spoken_by("pull_request_review", event("submitted", pull_request=pull(body=PLAN), review=review())),
    )
    assert by_line is not None
    assert by_review is not None
    assert (by_line.by, by_line.once) == (by_review.by, by_review.once)
