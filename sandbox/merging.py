"""Whether a pull request may be merged: conflicts, and what the base branch's protection asks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sandbox.accounts import ROLES
from sandbox.diff import merged_tree
from sandbox.push import HEADS

if TYPE_CHECKING:
    from sandbox.records import PullRequest, Repo
    from sandbox.world import World

GOOD = frozenset({"success", "neutral", "skipped"})


@dataclass(frozen=True, slots=True)
class Mergeability:
    """`mergeable` is about conflicts alone; `state` is GitHub's word; `why_not` is empty when nothing forbids it."""

    mergeable: bool | None
    state: str
    why_not: tuple[str, ...] = ()


def mergeability(world: World, pull: PullRequest) -> Mergeability:
    """What `GET /repos/{owner}/{repo}/pulls/{pull_number}` says of it.

    https://docs.github.com/graphql/reference/enums#mergestatestatus
    """
    if pull.issue.state != "open":
        return Mergeability(None, "unknown", ("Pull Request is not mergeable",))
    base = pull.repo.git.ref(HEADS + pull.base_ref)
    if base is None or merged_tree(pull.repo.git, base, pull.head_sha) is None:
        return Mergeability(mergeable=False, state="dirty", why_not=("Pull Request is not mergeable",))
    if pull.draft:
        return Mergeability(mergeable=True, state="draft", why_not=("Pull Request is still a draft",))
    missing = (*_missing_reviews(world, pull), *_missing_checks(pull))
    if missing:
        return Mergeability(mergeable=True, state="blocked", why_not=missing)
    passing = all(state in GOOD for state in results(pull.repo, pull.head_sha).values())
    return Mergeability(mergeable=True, state="clean" if passing else "unstable")


def results(repo: Repo, sha: str) -> dict[str, str]:
    """The newest result of every check and status on a commit, by name; "pending" while there is none."""
    found: dict[str, str] = {}
    for status in repo.statuses:
        if status.sha == sha:
            found[status.context] = status.state
    for run in repo.check_runs.values():
        if run.suite.head_sha == sha:
            found[run.name] = run.conclusion or "pending"
    return found


def opinions(world: World, pull: PullRequest) -> dict[str, str]:
    """The last word of every reviewer who may push: APPROVED or CHANGES_REQUESTED."""
    found: dict[str, str] = {}
    for review in pull.reviews:
        may_push = ROLES.index(world.role(pull.repo, review.user)) >= ROLES.index("write")
        if may_push and review.state in {"APPROVED", "CHANGES_REQUESTED"}:
            found[review.user.login] = review.state
        elif review.state == "DISMISSED":
            found.pop(review.user.login, None)
    return found


def _missing_reviews(world: World, pull: PullRequest) -> tuple[str, ...]:
    rules = (pull.repo.protections.get(pull.base_ref) or {}).get("required_pull_request_reviews")
    if rules is None:
        return ()
    wanted = int(rules.get("required_approving_review_count") or 0)
    said = list(opinions(world, pull).values())
    if "CHANGES_REQUESTED" in said:
        return ("Changes have been requested by a reviewer.",)
    if said.count("APPROVED") >= wanted:
        return ()
    plural = "" if wanted == 1 else "s"
    verb = "is" if wanted == 1 else "are"
    return (f"At least {wanted} approving review{plural} {verb} required by reviewers with write access.",)


def _missing_checks(pull: PullRequest) -> tuple[str, ...]:
    wanted = required_checks(pull.repo, pull.base_ref)
    there = results(pull.repo, pull.head_sha)
    missing = []
    for name in wanted:
        if name not in there:
            missing.append(f'Required status check "{name}" is expected.')
        elif there[name] not in GOOD:
            missing.append(
                f'Required status check "{name}" is {"pending" if there[name] == "pending" else "failing"}.'
            )
    return tuple(missing)


def required_checks(repo: Repo, branch: str) -> tuple[str, ...]:
    """The names that the branch's protection and its ruleset demand, each once."""
    rules = (repo.protections.get(branch) or {}).get("required_status_checks") or {}
    wanted = [*(rules.get("contexts") or ()), *(check.get("context") for check in rules.get("checks") or ())]
    for rule in repo.rules.get(branch, ()):
        if rule["type"] == "required_status_checks":
            wanted += [check["context"] for check in rule["parameters"]["required_status_checks"]]
    return tuple(dict.fromkeys(wanted))
