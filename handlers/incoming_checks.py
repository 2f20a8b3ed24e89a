"""From GitHub's payloads about checks to typed events; what lacks something is no event, as in `incoming`."""

from handlers.events import ChecksFinished, MergeGroupFormed, Payload
from handlers.fields import SHA, number_at, repository_of, text_at, value_at

_RED = frozenset(
    {"failure", "timed_out", "cancelled", "action_required", "startup_failure", "stale", "error"}
)


def check_run_completed(payload: Payload) -> ChecksFinished | None:
    """`check_run.completed`."""
    run = value_at(payload, "check_run")
    branch = text_at(run, "check_suite", "head_branch")
    return _checks(payload, run, name=text_at(run, "name"), branches=(branch,))


def check_suite_completed(payload: Payload) -> ChecksFinished | None:
    """`check_suite.completed`."""
    suite = value_at(payload, "check_suite")
    return _checks(
        payload, suite, name=text_at(suite, "app", "slug"), branches=(text_at(suite, "head_branch"),)
    )


def workflow_run_completed(payload: Payload) -> ChecksFinished | None:
    """`workflow_run.completed`."""
    run = value_at(payload, "workflow_run")
    return _checks(payload, run, name=text_at(run, "name"), branches=(text_at(run, "head_branch"),))


def status(payload: Payload) -> ChecksFinished | None:
    """`status`, the older way to report on a commit; a pending one has not ended and is no event."""
    state, branches, sha = text_at(payload, "state"), value_at(payload, "branches"), text_at(payload, "sha")
    repository = repository_of(payload)
    if state == "pending" or not isinstance(branches, list) or repository is None or not SHA.fullmatch(sha):
        return None
    names = tuple(text_at(each, "name") for each in branches)
    return ChecksFinished(repository, text_at(payload, "context"), names, 0, sha, red=state in _RED)


def merge_group_formed(payload: Payload) -> MergeGroupFormed | None:
    """`merge_group.checks_requested`."""
    repository, head = repository_of(payload), text_at(payload, "merge_group", "head_sha")
    return MergeGroupFormed(repository) if repository and SHA.fullmatch(head) else None


def _checks(
    payload: Payload, found: object, *, name: str, branches: tuple[str, ...]
) -> ChecksFinished | None:
    repository, head_sha = repository_of(payload), text_at(found, "head_sha")
    if repository is None or not SHA.fullmatch(head_sha):
        return None
    pulls = value_at(found, "pull_requests")
    first = pulls[0] if isinstance(pulls, list) and pulls else None
    red = text_at(found, "conclusion") in _RED
    return ChecksFinished(repository, name, branches, number_at(first, "number"), head_sha, red=red)
