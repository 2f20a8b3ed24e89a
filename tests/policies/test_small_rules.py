"""The small rules: checks taken together, branch names, artifacts and their digests, and the gravest verdict."""

import hashlib
from dataclasses import replace

import pytest
from pydantic import ValidationError

from agents.schemas import backlog as backlogs
from agents.schemas import pack as packs
from policies import artifacts
from policies import commands as c
from policies.branches import branch, read_branch
from policies.characters import visible
from policies.checks import State, state_of
from policies.codes import CODES, table
from policies.globs import covers
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


# Branches.


@pytest.mark.parametrize(
    ("issue", "subject", "version", "name"),
    [
        (12, "plan", 1, "signalbox/run-12-plan-v1"),
        (12, "U-03", 2, "signalbox/run-12-u-03-v2"),
        (9999999999, "U-1234", 9999, "signalbox/run-9999999999-u-1234-v9999"),
    ],
)
def test_a_branch_is_named_by_us_alone(issue: int, subject: str, version: int, name: str) -> None:
    assert branch(issue, subject, version) == name
    assert read_branch(name) == issue


@pytest.mark.parametrize(
    ("issue", "subject", "version"),
    [
        (0, "plan", 1),
        (-1, "plan", 1),
        (12, "plan", 0),
        (12, "plan", 10_000),
        (12, "", 1),
        (12, "main", 1),
        (12, "U-1", 1),
        (12, "U-03/../../main", 1),
        (12, "U-03.lock", 1),
        (12, "U-03\n", 1),
        (12, "U-03@{0}", 1),
        (12, "U-٠٣", 1),
        (10_000_000_000, "plan", 1),
    ],
)
def test_nothing_else_can_be_a_branch(issue: int, subject: str, version: int) -> None:
    with pytest.raises(ValueError, match="not a subject or version of ours"):
        branch(issue, subject, version)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "main",
        "signalbox/run-12",
        "signalbox/run-12-plan",
        "signalbox/run-0-plan-v1",
        "signalbox/run-12-plan-v0",
        "signalbox/run-12-plan-v1 ",
        "signalbox/run-12-plan-v1\n",
        "x-signalbox/run-12-plan-v1",
        "signalbox/run-12-plan-v1/more",
        "Signalbox/run-12-plan-v1",
        "signalbox/run-12-U-03-v1",
        "refs/heads/signalbox/run-12-plan-v1",
    ],
)
def test_a_branch_that_is_not_ours_belongs_to_no_run(name: str) -> None:
    assert read_branch(name) is None


# Artifacts.


def test_a_plan_and_a_backlog_consist_of_these_files() -> None:
    assert list(artifacts.plan_files(pack())) == [
        "architecture_pack.json",
        "architecture_pack_summary.md",
        "architecture_pack_diagram.mmd",
    ]
    assert list(artifacts.backlog_files(backlog())) == [
        "decomposition_plan.json",
        "decomposition_plan_summary.md",
    ]


def test_files_made_again_from_the_stored_bytes_are_the_same_files() -> None:
    assert artifacts.plan_files_of(packs.canonical(pack())) == artifacts.plan_files(pack())
    assert artifacts.backlog_files_of(backlogs.canonical(backlog())) == artifacts.backlog_files(backlog())


def test_the_stored_bytes_themselves_are_kept() -> None:
    content = packs.canonical(pack()).replace(b"{", b"{ ", 1)
    assert artifacts.plan_files_of(content)[artifacts.PACK] == content


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"null", b"\xff"])
def test_what_is_no_artifact_has_no_files(content: bytes) -> None:
    with pytest.raises(ValidationError):
        artifacts.plan_files_of(content)


def test_a_digest_is_sha_256() -> None:
    assert artifacts.sha256(b"") == hashlib.sha256(b"").hexdigest()
    assert artifacts.digests({"a": b""}) == {"a": hashlib.sha256(b"").hexdigest()}


def test_a_blob_of_github_s_api_has_line_breaks() -> None:
    assert artifacts.from_base64("c2ln\nbmFs\n") == b"signal"


BOUND: dict[str, object] = {
    "run": "1#12",
    "kind": "plan",
    "version": 1,
    "prd_sha256": "b" * 64,
    "files": {"a.json": "1" * 64},
}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("run", "1#13"),
        ("run", "2#12"),
        ("kind", "backlog"),
        ("version", 2),
        ("prd_sha256", "c" * 64),
        ("files", {}),
        ("files", {"a.json": "2" * 64}),
        ("files", {"b.json": "1" * 64}),
        ("files", {"a.json": "1" * 64, "b.json": "1" * 64}),
    ],
)
def test_what_is_approved_depends_on_each_part(name: str, value: object) -> None:
    changed = {**BOUND, name: value}
    assert artifacts.approval_digest(**changed) != artifacts.approval_digest(**BOUND)  # type: ignore[arg-type]  # a table


def test_the_order_of_files_changes_nothing() -> None:
    one = artifacts.approval_digest(**{**BOUND, "files": {"a": "1", "b": "2"}})  # type: ignore[arg-type]  # a table
    other = artifacts.approval_digest(**{**BOUND, "files": {"b": "2", "a": "1"}})  # type: ignore[arg-type]  # a table
    assert one == other


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
