"""Users, bots and organizations as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from sandbox.clock import stamp
from sandbox.shapes import node_id

if TYPE_CHECKING:
    from sandbox.accounts import Account, Org, Team, User
    from sandbox.world import World

PREFIXES = {"User": "U", "Bot": "BOT", "Organization": "O"}


def simple_user(world: World, account: Account) -> dict[str, Any]:
    """An account wherever another thing mentions it (`simple-user`)."""
    login = quote(account.login)
    api = f"{world.url}/api/v3/users/{login}"
    page = (
        f"{world.url}/apps/{account.login.removesuffix('[bot]')}"
        if account.type == "Bot"
        else f"{world.url}/{login}"
    )
    return {
        "login": account.login,
        "id": account.id,
        "node_id": node_id(PREFIXES[account.type], account.id),
        "avatar_url": f"{world.url}/_standin/avatars/{login}",
        "gravatar_id": "",
        "url": api,
        "html_url": page,
        "followers_url": f"{api}/followers",
        "following_url": f"{api}/following{{/other_user}}",
        "gists_url": f"{api}/gists{{/gist_id}}",
        "starred_url": f"{api}/starred{{/owner}}{{/repo}}",
        "subscriptions_url": f"{api}/subscriptions",
        "organizations_url": f"{api}/orgs",
        "repos_url": f"{api}/repos",
        "events_url": f"{api}/events{{/privacy}}",
        "received_events_url": f"{api}/received_events",
        "type": account.type,
        "user_view_type": "public",
        "site_admin": account.site_admin,
    }


def user_or_none(world: World, account: Account | None) -> dict[str, Any] | None:
    """Like `simple_user`, for somebody who may not be there."""
    return None if account is None else simple_user(world, account)


def public_user(world: World, account: Account) -> dict[str, Any]:
    """An account as its own page shows it (`public-user`)."""
    owned = [repo for repo in world.repos_by_id.values() if repo.owner is account]
    return {
        **simple_user(world, account),
        "name": account.name,
        "company": None,
        "blog": "",
        "location": None,
        "email": None,
        "hireable": None,
        "bio": None,
        "twitter_username": None,
        "public_repos": sum(not repo.private for repo in owned),
        "public_gists": 0,
        "followers": 0,
        "following": 0,
        "created_at": stamp(account.created_at),
        "updated_at": stamp(account.created_at),
    }


def private_user(world: World, user: User) -> dict[str, Any]:
    """A user as shown to themselves (`private-user`)."""
    private = sum(repo.private for repo in world.repos_by_id.values() if repo.owner is user)
    return {
        **public_user(world, user),
        "user_view_type": "private",
        "private_gists": 0,
        "total_private_repos": private,
        "owned_private_repos": private,
        "disk_usage": 0,
        "collaborators": 0,
        "two_factor_authentication": True,
        "plan": {"name": "free", "space": 976562499, "collaborators": 0, "private_repos": 10000},
    }


def organization(world: World, org: Org) -> dict[str, Any]:
    """An organization as webhooks mention it (`organization-simple`)."""
    api = f"{world.url}/api/v3/orgs/{org.login}"
    return {
        "login": org.login,
        "id": org.id,
        "node_id": node_id("O", org.id),
        "url": api,
        "repos_url": f"{api}/repos",
        "events_url": f"{api}/events",
        "hooks_url": f"{api}/hooks",
        "issues_url": f"{api}/issues",
        "members_url": f"{api}/members{{/member}}",
        "public_members_url": f"{api}/public_members{{/member}}",
        "avatar_url": f"{world.url}/_standin/avatars/{org.login}",
        "description": org.description,
    }


def full_organization(world: World, org: Org) -> dict[str, Any]:
    """An organization as its own page shows it (`organization-full`)."""
    owned = [repo for repo in world.repos_by_id.values() if repo.owner is org]
    return {
        **organization(world, org),
        "name": org.name or org.login,
        "company": "",
        "blog": "",
        "location": "",
        "has_organization_projects": True,
        "has_repository_projects": True,
        "public_repos": sum(not repo.private for repo in owned),
        "public_gists": 0,
        "followers": 0,
        "following": 0,
        "html_url": f"{world.url}/{org.login}",
        "created_at": stamp(org.created_at),
        "updated_at": stamp(org.created_at),
        "archived_at": None,
        "type": "Organization",
        "default_repository_permission": org.default_role,
    }


def team(world: World, found: Team) -> dict[str, Any]:
    """A team wherever it is mentioned (`team`)."""
    api = f"{world.url}/api/v3/organizations/{found.org.id}/team/{found.id}"
    return {
        "id": found.id,
        "node_id": node_id("T", found.id),
        "name": found.name,
        "slug": found.slug,
        "description": found.description,
        "privacy": found.privacy,
        "notification_setting": "notifications_enabled",
        "permission": "pull",
        "url": api,
        "html_url": f"{world.url}/orgs/{found.org.login}/teams/{found.slug}",
        "members_url": f"{api}/members{{/member}}",
        "repositories_url": f"{api}/repos",
        "type": "organization",
        "organization_id": found.org.id,
        "parent": None,
    }
