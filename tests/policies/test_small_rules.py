"""The small rules: one check's state, the gravest verdict, patterns, characters, silence, and the codes of refusals."""

from dataclasses import replace

import pytest

from policies import commands as c
from policies.answering import as_amended
from policies.characters import visible
from policies.checks import State, state_of
from policies.codes import CODES, table
from policies.counting import beyond, listed
from policies.globs import MAX_PATTERN, covers
from policies.verdict import Block, Pass, Verdict, Warn, worst
from policies.writes import approved_backlog
from tests.policies.build import COMMIT, RAJ, backlog, pack, tags
from tests.policies.permits import PLAN_CASE
from tests.policies.situations import SITUATIONS

# Checks.


@pytest.mark.parametrize(
    ("status", "conclusion", "state"),
    [
        ("queued", None, "pending"),
        ("in_progress", None, "pending"),
        ("waiting", None, "pending"),
        ("requested", None, "pending"),
        ("in_progress", "success", "pending"),
        ("completed", None, "red"),
        ("completed", "failure", "red"),
        ("completed", "cancelled", "red"),
        ("completed", "timed_out", "red"),
        ("completed", "action_required", "red"),
        ("completed", "stale", "red"),
        ("completed", "startup_failure", "red"),
        ("completed", "SUCCESS", "red"),
        ("completed", "something new", "red"),
        ("completed", "success", "green"),
        ("completed", "neutral", "green"),
        ("completed", "skipped", "green"),
    ],
)
def test_only_what_github_calls_passing_is_green(status: str, conclusion: str | None, state: State) -> None:
    assert state_of(status, conclusion) == state


# Verdicts.

P, W, B = Pass("p"), Warn("w", "", ""), Block("b", "", "")


@pytest.mark.parametrize(
    ("verdicts", "gravest"),
    [
        ((P,), P),
        ((P, W), W),
        ((W, P), W),
        ((B, W, P), B),
        ((P, W, B), B),
        ((W, Warn("w2", "", "")), W),
        ((B, Block("b2", "", "")), B),
    ],
)
def test_the_gravest_verdict_speaks(verdicts: tuple[Verdict, ...], gravest: Verdict) -> None:
    assert worst(verdicts) is gravest


def test_silence_is_not_a_pass() -> None:
    with pytest.raises(ValueError, match="empty"):
        worst(())


# Patterns and characters.


@pytest.mark.parametrize(
    ("pattern", "path", "covered"),
    [
        ("", "a", False),
        ("a" * 401, "a" * 401, False),
        ("src/*.py", "src/a/b.py", False),
        ("src/**", "lib/a.py", False),
        ("SRC", "src/a.py", False),
        ("a?c", "a/c", False),
        ("a.c", "abc", False),
        ("src", "src/a/b.py", True),
        ("/src/", "src/a.py", True),
        ("src/**/b.py", "src/b.py", True),
        ("**/b.py", "a/c/b.py", True),
        ("*.md", "README.md", True),
    ],
)
def test_what_a_pattern_covers(pattern: str, path: str, covered: bool) -> None:  # noqa: FBT001  # a column of a table
    assert covers(pattern, path) is covered


@pytest.mark.parametrize("piece", ["?", "?*", "a?", "**/", "**", "**/?", "é*", "𐀀", "(", "\\"])
def test_the_longest_pattern_of_anything_still_fits_into_what_it_may_take(piece: str) -> None:
    longest = (piece * MAX_PATTERN)[:MAX_PATTERN]
    written = longest.replace("*", "a").replace("?", "b")
    assert covers(longest, written)
    assert not covers(f"x{longest[:-1]}", written)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("tab\tand\nline", "tab\tand\nline"),
        ("\u202eevil", "[U+202E]evil"),
        ("zero\u200bwidth", "zero[U+200B]width"),
        ("a\u3164b", "a[U+3164]b"),
        ("é日本\u3000語", "é日本\u3000語"),
    ],
)
def test_what_cannot_be_seen_is_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    ("only", "units"),
    [((), ["U-01", "U-02", "U-03"]), (("U-03",), ["U-03"]), (("U-02",), ["U-01", "U-02"])],
    ids=["all", "a unit alone", "a unit and what it waits for"],
)
def test_of_a_backlog_what_was_cleared_is_approved(only: tuple[str, ...], units: list[str]) -> None:
    approval = replace(PLAN_CASE.run.approvals[0], only=only)
    assert [unit.id for unit in approved_backlog(backlog(), approval).units] == units


# Silence.


@pytest.mark.parametrize(
    ("situation", "later", "comes_to"),
    [
        ("plan-proposed", 0, ["nudged"]),
        ("plan-proposed", 1, ["Ignored"]),
        ("planning", 0, ["Ignored"]),
        ("done", 0, ["Ignored"]),
    ],
)
def test_silence_is_broken_once_and_only_while_people_are_waited_for(
    situation: str, later: int, comes_to: list[str]
) -> None:
    j = SITUATIONS[situation]()
    quiet = c.Quiet(j.run.length - later)
    assert tags(j.take(quiet)) == comes_to
    assert tags(j.take(quiet)) == ["Ignored"]
    assert tags(j.take(c.Quiet(j.run.length))) == ["Ignored"] or comes_to == ["Ignored"]


# A run's pull requests by their heads.


def test_a_pull_request_goes_where_its_approval_says() -> None:
    run = SITUATIONS["delivering-pull-request-open"]().run
    assert run.base_of(COMMIT) == "main"
    assert run.base_of("0" * 40) == ""
    taken_back = replace(run, approvals=(), base_ref="trunk")
    assert taken_back.base_of(COMMIT) == "trunk"


# A word that is out of date.


def test_a_unit_whose_issue_is_open_again_stays_as_it_is() -> None:
    j = SITUATIONS["delivering-patchset-waits"]()
    closed = c.UnitIssueClosed(34, RAJ, completed=True)
    assert tags(j.decide(closed, reopened=True)) == ["Ignored"]
    assert tags(j.decide(closed))[0] == "units_dropped"


# Codes.


def test_every_code_has_a_row_in_the_table_for_people() -> None:
    rows = table().splitlines()[2:]
    assert [row.split(" | ")[0] for row in rows] == [f"| {code}" for code in sorted(CODES)]


def test_what_is_there_more_often_is_beyond_what_was_there() -> None:
    assert beyond("abca", "ab") == ("c", "a")
    assert beyond((), "a") == ()


def test_words_are_listed_as_people_say_them() -> None:
    assert [listed(words) for words in (["1"], ["1", "3"], ["1", "2", "3"])] == ["1", "1 and 3", "1, 2 and 3"]


def test_a_plan_of_which_nothing_was_amended_is_the_plan() -> None:
    assert as_amended(SITUATIONS["plan-proposed"]().run, pack()) == pack()
