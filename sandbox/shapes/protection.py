"""Branch protection as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from sandbox.shapes.repos import api_url
from sandbox.shapes.users import simple_user

if TYPE_CHECKING:
    from sandbox.records import Repo
    from sandbox.world import World

SWITCHES = (
    "required_linear_history",
    "allow_force_pushes",
    "allow_deletions",
    "block_creations",
    "required_conversation_resolution",
    "lock_branch",
    "allow_fork_syncing",
)


def protection(world: World, repo: Repo, branch: str) -> dict[str, Any]:
    """What was set for the branch (`branch-protection`)."""
    rules = repo.protections[branch]
    url = f"{api_url(world, repo)}/branches/{quote(branch)}/protection"
    shown: dict[str, Any] = {
        "url": url,
        "enforce_admins": {"url": f"{url}/enforce_admins", "enabled": bool(rules.get("enforce_admins"))},
        **{name: {"enabled": bool(rules.get(name))} for name in SWITCHES},
    }
    checks = rules.get("required_status_checks")
    if checks is not None:
        shown["required_status_checks"] = _checks(f"{url}/required_status_checks", checks)
    reviews = rules.get("required_pull_request_reviews")
    if reviews is not None:
        shown["required_pull_request_reviews"] = {
            "url": f"{url}/required_pull_request_reviews",
            "dismiss_stale_reviews": bool(reviews.get("dismiss_stale_reviews")),
            "require_code_owner_reviews": bool(reviews.get("require_code_owner_reviews")),
            "required_approving_review_count": int(reviews.get("required_approving_review_count") or 0),
            "require_last_push_approval": bool(reviews.get("require_last_push_approval")),
        }
    restrictions = rules.get("restrictions")
    if restrictions is not None:
        shown["restrictions"] = _restrictions(world, f"{url}/restrictions", restrictions)
    return shown


def _checks(url: str, rules: dict[str, Any]) -> dict[str, Any]:
    listed = rules.get("checks") or [
        {"context": name, "app_id": None} for name in (rules.get("contexts") or ())
    ]
    return {
        "url": url,
        "strict": bool(rules.get("strict")),
        "contexts": [check.get("context") for check in listed],
        "contexts_url": f"{url}/contexts",
        "checks": [{"context": check.get("context"), "app_id": check.get("app_id")} for check in listed],
    }


def _restrictions(world: World, url: str, rules: dict[str, Any]) -> dict[str, Any]:
    users = [user for login in (rules.get("users") or ()) if (user := world.user(login)) is not None]
    return {
        "url": url,
        "users_url": f"{url}/users",
        "teams_url": f"{url}/teams",
        "apps_url": f"{url}/apps",
        "users": [simple_user(world, user) for user in users],
        "teams": [],
        "apps": [],
    }
