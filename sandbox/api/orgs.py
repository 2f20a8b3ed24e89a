"""Organizations, their members and teams.

https://docs.github.com/rest/orgs and https://docs.github.com/rest/teams
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox import respond
from sandbox.accounts import Org, Team
from sandbox.api.repos import WORDS as SETTINGS
from sandbox.api.repos import create_in
from sandbox.clock import stamp
from sandbox.dispatch import Context, Route
from sandbox.permissions import ANYONE, LEVELS, SIGNED_IN
from sandbox.shapes.repos import repository
from sandbox.shapes.users import full_organization, organization, simple_user, team

if TYPE_CHECKING:
    from sandbox.accounts import User
    from sandbox.respond import Reply

TEAM = "/orgs/{org}/teams/{slug}"
ROLES_BY_WORD = {
    "pull": "read",
    "triage": "triage",
    "push": "write",
    "maintain": "maintain",
    "admin": "admin",
}


def get(ctx: Context) -> Reply:
    """An organization."""
    return respond.json(200, full_organization(ctx.world, _org(ctx)))


def list_repos(ctx: Context) -> Reply:
    """The organization's repositories that the caller may see."""
    org = _org(ctx)
    found = [
        repo for repo in ctx.world.repos_by_id.values() if repo.owner is org and _sees(ctx, repo.private)
    ]
    return respond.page(ctx, found, lambda repo: repository(ctx.world, repo))


def create_repo(ctx: Context) -> Reply:
    """A new repository of the organization."""
    org = _org(ctx)
    need_admin(ctx, org, permission="administration", members_too=True)
    return create_in(ctx, org)


def list_members(ctx: Context) -> Reply:
    """The members."""
    found = [user for login in _org(ctx).members if (user := ctx.world.user(login)) is not None]
    return respond.page(ctx, found, lambda user: simple_user(ctx.world, user))


def check_member(ctx: Context) -> Reply:
    """204 for a member, 404 for anybody else."""
    if ctx.params["login"].lower() not in _org(ctx).members:
        respond.not_found()
    return respond.nothing()


def get_membership(ctx: Context) -> Reply:
    """A member's role."""
    org, user = _org(ctx), _user(ctx)
    if user.login.lower() not in org.members:
        respond.not_found()
    return respond.json(200, _membership(ctx, org, user))


def set_membership(ctx: Context) -> Reply:
    """Makes a user a member or an owner; there are no invitations to accept here."""
    org, user = _org(ctx), _user(ctx)
    need_admin(ctx, org, permission="members")
    org.members[user.login.lower()] = "admin" if ctx.body.get("role") == "admin" else "member"
    return respond.json(200, _membership(ctx, org, user))


def list_teams(ctx: Context) -> Reply:
    """The teams."""
    return respond.page(ctx, list(_org(ctx).teams.values()), lambda found: team(ctx.world, found))


def create_team(ctx: Context) -> Reply:
    """A new team."""
    org, name = _org(ctx), ctx.text("name", resource="Team")
    need_admin(ctx, org, permission="members", members_too=True)
    slug = "-".join("".join(c if c.isalnum() else " " for c in name.lower()).split())
    if slug in org.teams:
        respond.refuse(
            422, "Validation Failed", errors=[{"resource": "Team", "code": "already_exists", "field": "name"}]
        )
    found = Team(
        ctx.world.next_id(), slug, name, org, ctx.body.get("description"), ctx.body.get("privacy") or "closed"
    )
    if ctx.installation is None:
        found.members[ctx.actor.login.lower()] = "maintainer"
    for login in ctx.body.get("maintainers") or []:
        found.members[str(login).lower()] = "maintainer"
    org.teams[slug] = found
    return respond.json(201, _full_team(ctx, found))


def get_team(ctx: Context) -> Reply:
    """One team."""
    return respond.json(200, _full_team(ctx, _team(ctx)))


def list_team_members(ctx: Context) -> Reply:
    """Who is in the team."""
    found = [user for login in _team(ctx).members if (user := ctx.world.user(login)) is not None]
    return respond.page(ctx, found, lambda user: simple_user(ctx.world, user))


def get_team_membership(ctx: Context) -> Reply:
    """A user's place in the team."""
    found, user = _team(ctx), _user(ctx)
    if user.login.lower() not in found.members:
        respond.not_found()
    return respond.json(200, _team_membership(ctx, found, user))


def set_team_membership(ctx: Context) -> Reply:
    """Puts a user into the team, and into the organization if need be."""
    found, user = _team(ctx), _user(ctx)
    need_admin(ctx, found.org, permission="members")
    found.members[user.login.lower()] = "maintainer" if ctx.body.get("role") == "maintainer" else "member"
    found.org.members.setdefault(user.login.lower(), "member")
    return respond.json(200, _team_membership(ctx, found, user))


def set_team_repo(ctx: Context) -> Reply:
    """Gives the team a role on a repository."""
    found = _team(ctx)
    repo = ctx.repo
    role = ROLES_BY_WORD.get(str(ctx.body.get("permission", "push")))
    if repo.owner is not found.org or role is None:
        respond.refuse(
            422, "Validation Failed", errors=[{"resource": "Team", "code": "invalid", "field": "permission"}]
        )
    need_admin(ctx, found.org, permission="members")
    found.repositories[repo.id] = role
    return respond.nothing()


def check_team_repo(ctx: Context) -> Reply:
    """204 when the team has a role on the repository."""
    if ctx.repo.id not in _team(ctx).repositories:
        respond.not_found()
    return respond.nothing()


def list_issue_types(ctx: Context) -> Reply:
    """The organization's issue types: none."""
    _org(ctx)
    return respond.json(200, [])


def need_admin(ctx: Context, org: Org, *, permission: str, members_too: bool = False) -> None:
    """Owners may; so may an App that was given the permission on the organization."""
    token = ctx.caller.token
    if ctx.installation is not None and token is not None:
        held = {
            token.permissions.get(permission, "none"),
            token.permissions.get(f"organization_{permission}", "none"),
        }
        if ctx.installation.account is org and max(map(LEVELS.index, held)) >= LEVELS.index("write"):
            return
        respond.refuse(403, "Resource not accessible by integration")
    role = org.members.get(ctx.actor.login.lower())
    if role != "admin" and not (members_too and role is not None):
        respond.refuse(403, "You must be an admin of the organization.")


def _org(ctx: Context) -> Org:
    found = ctx.world.account(ctx.params["org"])
    if not isinstance(found, Org):
        respond.not_found()
    return found


def _user(ctx: Context) -> User:
    found = ctx.world.user(ctx.params["login"])
    if found is None:
        respond.not_found()
    return found


def _team(ctx: Context) -> Team:
    found = _org(ctx).teams.get(ctx.params["slug"])
    if found is None:
        respond.not_found()
    return found


def _sees(ctx: Context, private: bool) -> bool:  # noqa: FBT001 - a filter's only argument
    if not private:
        return True
    org = _org(ctx)
    if ctx.installation is not None:
        return ctx.installation.account is org
    return ctx.caller.user is not None and ctx.caller.user.login.lower() in org.members


def _membership(ctx: Context, org: Org, user: User) -> dict[str, Any]:
    api = f"{ctx.world.url}/api/v3/orgs/{org.login}"
    return {
        "url": f"{api}/memberships/{user.login}",
        "state": "active",
        "role": org.members[user.login.lower()],
        "organization_url": api,
        "organization": organization(ctx.world, org),
        "user": simple_user(ctx.world, user),
        "direct_membership": True,
    }


def _full_team(ctx: Context, found: Team) -> dict[str, Any]:
    return {
        **team(ctx.world, found),
        "members_count": len(found.members),
        "repos_count": len(found.repositories),
        "created_at": stamp(found.org.created_at),
        "updated_at": stamp(found.org.created_at),
        "organization": full_organization(ctx.world, found.org),
    }


def _team_membership(ctx: Context, found: Team, user: User) -> dict[str, Any]:
    url = f"{ctx.world.url}/api/v3/organizations/{found.org.id}/team/{found.id}/memberships/{user.login}"
    return {"url": url, "role": found.members[user.login.lower()], "state": "active"}


TEAM_WORDS = {"name": "text", "description": "text", "privacy": "text", "maintainers": "texts"}
ROUTES = (
    Route("GET", "/orgs/{org}", get, ANYONE),
    Route("GET", "/orgs/{org}/repos", list_repos, ANYONE),
    Route("POST", "/orgs/{org}/repos", create_repo, SIGNED_IN, SETTINGS),
    Route("GET", "/orgs/{org}/members", list_members, ANYONE),
    Route("GET", "/orgs/{org}/members/{login}", check_member, ANYONE),
    Route("GET", "/orgs/{org}/memberships/{login}", get_membership, SIGNED_IN),
    Route("PUT", "/orgs/{org}/memberships/{login}", set_membership, SIGNED_IN),
    Route("GET", "/orgs/{org}/issue-types", list_issue_types, ANYONE),
    Route("GET", "/orgs/{org}/teams", list_teams, SIGNED_IN),
    Route("POST", "/orgs/{org}/teams", create_team, SIGNED_IN, TEAM_WORDS),
    Route("GET", TEAM, get_team, SIGNED_IN),
    Route("GET", TEAM + "/members", list_team_members, SIGNED_IN),
    Route("GET", TEAM + "/memberships/{login}", get_team_membership, SIGNED_IN),
    Route("PUT", TEAM + "/memberships/{login}", set_team_membership, SIGNED_IN),
    Route("GET", TEAM + "/repos/{owner}/{repo}", check_team_repo, SIGNED_IN),
    Route("PUT", TEAM + "/repos/{owner}/{repo}", set_team_repo, SIGNED_IN),
)
