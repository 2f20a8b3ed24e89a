"""A pull request from a fork is a stranger's: whatever it copies of ours, it moves nothing."""

from datetime import UTC, datetime
from typing import Any

import pytest

from handlers.route import commands
from policies import entries as e
from policies.decide import decide
from policies.decision import Ignored, Moved, Refused
from policies.facts import Facts
from policies.people import Actor, Right
from tests.handlers import shop as s
from tests.handlers.payloads import MONA, RAJ, REPOSITORY, comment, event, issue, pull

OURS = 41
THEIRS = 50
BRANCH = "signalbox/run-12-u-01-v1"
MARKED = "<!-- signalbox:v1 kind=pull run=12 unit=U-01 -->\nCopied"
FORKED = "f" * 40
SAID_YES = f"/signalbox approve PS-1 {s.PS_1[:12]}"
FORK = {"head": {"ref": BRANCH, "sha": FORKED, "repo": {"full_name": "eve/shop"}}, "number": THEIRS}
SUITE = {"head_branch": BRANCH, "head_sha": FORKED}


def from_fork(**more: Any) -> dict[str, Any]:
    return pull(body=MARKED) | FORK | {"maintainer_can_modify": True} | more


CASES: dict[str, tuple[str, dict[str, Any]]] = {
    "merged": ("pull_request", event("closed", pull_request=from_fork(merged=True, merge_commit_sha=FORKED))),
    "closed": ("pull_request", event("closed", pull_request=from_fork(merged=False))),
    "opened": ("pull_request", event("opened", pull_request=from_fork())),
    "its head repository deleted": ("pull_request", event("closed", pull_request=from_fork(head={"ref": BRANCH, "sha": FORKED, "repo": None}))),
    "approved by a comment on it": ("issue_comment", event("created", issue=issue(THEIRS, body=MARKED), comment=comment(SAID_YES, user=RAJ), sender=RAJ)),
    "refined by a comment on it": ("issue_comment", event("created", issue=issue(THEIRS, body=MARKED), comment=comment("/signalbox refine U-01 read keys", user=RAJ), sender=RAJ)),
    "reviewed": ("pull_request_review", event("submitted", pull_request=from_fork(), sender=RAJ, review={"id": 5, "user": RAJ, "state": "changes_requested", "body": "add a key", "submitted_at": "2026-11-21T10:50:00Z"})),
    "a green check that names no pull request": ("check_run", event("completed", check_run={"name": "build", "status": "completed", "conclusion": "success", "head_sha": FORKED, "check_suite": SUITE, "pull_requests": []})),
    "a red check that names no pull request": ("check_run", event("completed", check_run={"name": "build", "status": "completed", "conclusion": "failure", "head_sha": FORKED, "check_suite": SUITE, "pull_requests": []})),
    "a red suite": ("check_suite", event("completed", check_suite={**SUITE, "conclusion": "failure", "app": {"slug": "ci"}, "pull_requests": []})),
    "a status": ("status", {"repository": REPOSITORY, "sender": MONA, "sha": FORKED, "state": "failure", "context": "ci", "branches": [{"name": BRANCH}]}),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_nothing_about_a_forks_pull_request_moves_the_run(case: tuple[str, dict[str, Any]]) -> None:
    run = s.run_of(s.PULL_OPEN)
    assert run.pull_requests[OURS].branch == BRANCH
    facts = Facts(
        now=datetime(2026, 11, 21, 11, tzinfo=UTC),
        actor=Actor(person=s.RAJ, right=Right.WRITE, is_human=True),
    )
    for cause, command in commands(*case, delivery="d-1"):
        outcome = decide(run, command, facts, cause=cause)
        assert isinstance(outcome, Ignored | Refused) or (
            isinstance(outcome, Moved) and {type(entry) for entry in outcome.entries} <= {e.CommandRefused}
        ), outcome


def test_most_of_them_ask_for_something() -> None:
    asking = {name for name, case in CASES.items() if commands(*case, delivery="d-1")}
    assert set(CASES) - asking == {"opened"}


def test_the_same_events_of_our_own_pull_request_do_move_it() -> None:
    """Else the table above would prove nothing."""
    run = s.run_of(s.PULL_OPEN)
    merged = event("closed", pull_request=pull(body=MARKED, branch=BRANCH) | {"number": OURS, "merged": True})
    ((cause, command),) = commands("pull_request", merged, delivery="d-1")
    assert isinstance(
        decide(run, command, Facts(now=datetime(2026, 11, 21, 11, tzinfo=UTC)), cause=cause), Moved
    )
