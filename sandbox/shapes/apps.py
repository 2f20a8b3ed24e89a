"""Apps, installations and installation tokens as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.clock import stamp, stamp_or_none
from sandbox.shapes import node_id
from sandbox.shapes.repos import repository
from sandbox.shapes.users import simple_user, user_or_none

if TYPE_CHECKING:
    from sandbox.accounts import App, Installation, Token
    from sandbox.records import Repo
    from sandbox.world import World


def app(world: World, found: App) -> dict[str, Any]:
    """An App wherever it is mentioned (`integration`)."""
    return {
        "id": found.id,
        "slug": found.slug,
        "node_id": node_id("A", found.id),
        "client_id": found.client_id,
        "owner": simple_user(world, found.owner),
        "name": found.name,
        "description": found.description,
        "external_url": found.external_url,
        "html_url": f"{world.url}/apps/{found.slug}",
        "created_at": stamp(found.created_at),
        "updated_at": stamp(found.created_at),
        "permissions": dict(found.permissions),
        "events": list(found.events),
    }


def app_or_none(world: World, found: App | None) -> dict[str, Any] | None:
    """Like `app`, for `performed_via_github_app`."""
    return None if found is None else app(world, found)


def app_itself(world: World, found: App) -> dict[str, Any]:
    """An App as it sees itself, with the number of its installations."""
    count = sum(installation.app is found for installation in world.installations.values())
    return {**app(world, found), "installations_count": count}


def registered_app(world: World, found: App) -> dict[str, Any]:
    """An App with its secrets, given once to whoever registered it."""
    return {
        **app(world, found),
        "client_secret": found.client_secret,
        "webhook_secret": found.webhook_secret,
        "pem": found.private_key,
    }


def installation(world: World, found: Installation) -> dict[str, Any]:
    """An installation of an App (`installation`)."""
    account, api = found.account, f"{world.url}/api/v3"
    page = (
        f"{world.url}/organizations/{account.login}/settings/installations/{found.id}"
        if account.type == "Organization"
        else f"{world.url}/settings/installations/{found.id}"
    )
    return {
        "id": found.id,
        "client_id": found.app.client_id,
        "account": simple_user(world, account),
        "repository_selection": "all" if found.repo_ids is None else "selected",
        "access_tokens_url": f"{api}/app/installations/{found.id}/access_tokens",
        "repositories_url": f"{api}/installation/repositories",
        "html_url": page,
        "app_id": found.app.id,
        "app_slug": found.app.slug,
        "target_id": account.id,
        "target_type": account.type,
        "permissions": dict(found.permissions),
        "events": list(found.events),
        "created_at": stamp(found.created_at),
        "updated_at": stamp(found.updated_at),
        "single_file_name": None,
        "has_multiple_single_files": False,
        "single_file_paths": [],
        "suspended_by": user_or_none(world, found.suspended_by),
        "suspended_at": stamp_or_none(found.suspended_at),
    }


def token(world: World, found: Token) -> dict[str, Any]:
    """A fresh installation token (`installation-token`)."""
    shown: dict[str, Any] = {
        "token": found.text,
        "expires_at": stamp_or_none(found.expires_at),
        "permissions": dict(found.permissions),
        "repository_selection": "selected" if found.repo_ids or not _has_all(found) else "all",
    }
    if found.repo_ids is not None:
        repos = [
            world.repos_by_id[number] for number in sorted(found.repo_ids) if number in world.repos_by_id
        ]
        shown["repositories"] = [repository(world, repo) for repo in repos]
    return shown


def slim_repository(repo: Repo) -> dict[str, Any]:
    """The five keys by which installation events name a repository."""
    return {
        "id": repo.id,
        "node_id": node_id("R", repo.id),
        "name": repo.name,
        "full_name": repo.full_name,
        "private": repo.private,
    }


def _has_all(found: Token) -> bool:
    return found.installation is not None and found.installation.repo_ids is None
