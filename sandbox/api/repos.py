"""Repositories: read, create, change, delete, topics, languages.

https://docs.github.com/rest/repos/repos
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sandbox import hooks, install, respond
from sandbox.accounts import Org
from sandbox.dispatch import Context, Route
from sandbox.permissions import ANYONE, METADATA, PERSON, reads, writes
from sandbox.push import HEADS
from sandbox.shapes import repos as shapes
from sandbox.shapes.users import team

if TYPE_CHECKING:
    from sandbox.accounts import Account
    from sandbox.records import Repo
    from sandbox.respond import Reply

REPO = "/repos/{owner}/{repo}"
NAME = re.compile(r"[A-Za-z0-9._-]{1,100}")
TOPIC = re.compile(r"[a-z0-9][a-z0-9-]{0,49}")
ADMIN = writes("administration", role="admin")
SETTINGS = frozenset((*shapes.SETTINGS, *shapes.MERGE_SETTINGS))


def get(ctx: Context) -> Reply:
    """A repository."""
    return respond.json(200, shapes.full_repository(ctx.world, ctx.repo, viewer=ctx.caller.user))


def update(ctx: Context) -> Reply:
    """Renames a repository or changes its settings."""
    repo, body, before = ctx.repo, ctx.body, ctx.repo.name
    changes: dict[str, Any] = {}
    branch = body.get("default_branch")
    if branch is not None and branch != repo.default_branch:
        if repo.git.ref(HEADS + str(branch)) is None:
            text = f"The branch {branch} was not found. Please push that ref first or create it via the Git Data API."
            respond.invalid("Repository", "default_branch", "invalid", message=text)
        changes["default_branch"] = {"from": repo.default_branch}
        repo.default_branch = str(branch)
        repo.git.set_head(repo.default_branch)
    for field in ("description", "homepage"):
        if field in body and body[field] != getattr(repo, field):
            changes[field] = {"from": getattr(repo, field)}
            setattr(repo, field, body[field])
    repo.settings |= {name: value for name, value in body.items() if name in SETTINGS and value is not None}
    _set_archived(ctx, repo)
    _set_visibility(ctx, repo)
    repo.updated_at = ctx.world.clock()
    if body.get("name") is not None and body["name"] != before:
        _check_name(ctx, repo.owner, str(body["name"]))
        ctx.world.rename(repo, str(body["name"]))
        _tell(ctx, repo, "renamed", changes={"repository": {"name": {"from": before}}})
    if changes:
        _tell(ctx, repo, "edited", changes=changes)
    return respond.json(200, shapes.full_repository(ctx.world, repo, viewer=ctx.caller.user))


def delete(ctx: Context) -> Reply:
    """Deletes the repository."""
    repo = ctx.repo
    _tell(ctx, repo, "deleted")
    del ctx.world.repos[repo.owner.login.lower(), repo.name.lower()]
    del ctx.world.repos_by_id[repo.id]
    repo.git.close()
    return respond.nothing()


def create_own(ctx: Context) -> Reply:
    """A new repository of the user."""
    return create_in(ctx, ctx.actor)


def list_own(ctx: Context) -> Reply:
    """Every repository the user was given a role on."""
    found = [
        repo
        for repo in ctx.world.repos_by_id.values()
        if repo.owner is ctx.actor
        or ctx.world.role(repo, ctx.actor) not in {"none", "read"}
        or ctx.actor.login.lower() in repo.collaborators
    ]
    return respond.page(ctx, found, lambda repo: shapes.repository(ctx.world, repo))


def list_of_user(ctx: Context) -> Reply:
    """A user's public repositories."""
    account = ctx.world.account(ctx.params["login"])
    if account is None:
        respond.not_found()
    found = [repo for repo in ctx.world.repos_by_id.values() if repo.owner is account and not repo.private]
    return respond.page(ctx, found, lambda repo: shapes.repository(ctx.world, repo))


def create_in(ctx: Context, owner: Account) -> Reply:
    """A new repository of the account, with a first commit when `auto_init` is set."""
    name = ctx.text("name", resource="Repository")
    _check_name(ctx, owner, name)
    private = bool(ctx.body.get("private", ctx.body.get("visibility") == "private"))
    repo = ctx.world.add_repo(owner, name, private=private)
    repo.description, repo.homepage = ctx.body.get("description"), ctx.body.get("homepage")
    repo.settings = {key: value for key, value in ctx.body.items() if key in SETTINGS and value is not None}
    _tell(ctx, repo, "created")
    _install(ctx, repo)
    if ctx.body.get("auto_init"):
        text = f"# {repo.name}\n" + (f"{repo.description}\n" if repo.description else "")
        ctx.world.seed(repo, {"README.md": text.encode()}, message="Initial commit", by=ctx.actor)
    shown = shapes.full_repository(ctx.world, repo, viewer=ctx.actor)
    return respond.json(201, shown, headers={"Location": shown["url"]})


def get_topics(ctx: Context) -> Reply:
    """The topics."""
    return respond.json(200, {"names": ctx.repo.topics})


def set_topics(ctx: Context) -> Reply:
    """Replaces the topics."""
    names = ctx.body.get("names")
    if not isinstance(names, list) or not all(isinstance(n, str) and TOPIC.fullmatch(n) for n in names):
        text = "Topics must start with a lowercase letter or number, consist of 50 characters or less, and can include hyphens."
        respond.refuse(422, "Validation Failed", errors=[text])
    before, ctx.repo.topics = ctx.repo.topics, list(dict.fromkeys(names))
    if before != ctx.repo.topics:
        _tell(ctx, ctx.repo, "edited", changes={"topics": {"from": before}})
    return respond.json(200, {"names": ctx.repo.topics})


def list_languages(ctx: Context) -> Reply:
    """Bytes by language; the stand-in does not look."""
    del ctx
    return respond.json(200, {})


def list_teams(ctx: Context) -> Reply:
    """The teams with a role on the repository."""
    teams = ctx.repo.owner.teams.values() if isinstance(ctx.repo.owner, Org) else ()
    found = [entry for entry in teams if ctx.repo.id in entry.repositories]
    return respond.page(ctx, found, lambda entry: team(ctx.world, entry))


def _install(ctx: Context, repo: Repo) -> None:
    """Apps that have everything of the owner get the new repository too, and so does the App that made it."""
    for installation in list(ctx.world.installations.values()):
        mine = installation is ctx.installation
        if installation.account is repo.owner and (installation.repo_ids is None or mine):
            install.add_repos(ctx.world, installation, [repo], by=ctx.actor)


def _set_archived(ctx: Context, repo: Repo) -> None:
    archived = bool(ctx.body.get("archived", repo.archived))
    if archived != repo.archived:
        repo.archived = archived
        _tell(ctx, repo, "archived" if archived else "unarchived")


def _set_visibility(ctx: Context, repo: Repo) -> None:
    private = ctx.body.get("private")
    if private is None and ctx.body.get("visibility") in {"public", "private"}:
        private = ctx.body["visibility"] == "private"
    if private is None or bool(private) == repo.private:
        return
    repo.private = bool(private)
    _tell(ctx, repo, "privatized" if repo.private else "publicized")


def _check_name(ctx: Context, owner: Account, name: str) -> None:
    if not NAME.fullmatch(name) or name in {".", ".."}:
        respond.refuse(
            422,
            "Repository creation failed.",
            errors=[{"resource": "Repository", "code": "invalid", "field": "name"}],
        )
    if ctx.world.repo(owner.login, name) is not None:
        detail = {
            "resource": "Repository",
            "code": "custom",
            "field": "name",
            "message": "name already exists on this account",
        }
        respond.refuse(422, "Repository creation failed.", errors=[detail])


def _tell(ctx: Context, repo: Repo, action: str, **parts: Any) -> None:  # noqa: ANN401 - JSON
    hooks.emit(ctx.world, "repository", action, sender=ctx.actor, repo=repo, **parts)


WORDS = {
    **{
        name: "text" if isinstance(value, str) else "truth"
        for name, value in (shapes.SETTINGS | shapes.MERGE_SETTINGS).items()
    },
    **dict.fromkeys(("name", "description", "homepage", "default_branch", "visibility"), "text"),
    **dict.fromkeys(("private", "archived", "auto_init"), "truth"),
}
ROUTES = (
    Route("GET", REPO, get, METADATA),
    Route("PATCH", REPO, update, ADMIN, WORDS),
    Route("DELETE", REPO, delete, ADMIN),
    Route("GET", REPO + "/topics", get_topics, METADATA),
    Route("PUT", REPO + "/topics", set_topics, ADMIN, {"names": "texts"}),
    Route("GET", REPO + "/languages", list_languages, METADATA),
    Route("GET", REPO + "/teams", list_teams, reads("administration")),
    Route("GET", "/user/repos", list_own, PERSON),
    Route("POST", "/user/repos", create_own, PERSON, WORDS),
    Route("GET", "/users/{login}/repos", list_of_user, ANYONE),
)
