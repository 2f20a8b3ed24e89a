"""Apps seen by themselves: installations, tokens, hook settings; and by others.

https://docs.github.com/rest/apps
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox import install, respond
from sandbox.accounts import App, Installation, Org
from sandbox.dispatch import Context, Route
from sandbox.permissions import AN_INSTALLATION, ANYONE, APP_ITSELF, LEVELS, PERSON
from sandbox.shapes import apps as shapes
from sandbox.shapes.repos import permissions, repository

if TYPE_CHECKING:
    from sandbox.accounts import Account
    from sandbox.respond import Reply

INSTALLATION = "/app/installations/{installation_id:int}"


def get_itself(ctx: Context) -> Reply:
    """The App that the JWT is of."""
    return respond.json(200, shapes.app_itself(ctx.world, _app(ctx)))


def get_by_slug(ctx: Context) -> Reply:
    """An App by its slug."""
    found = ctx.world.app(ctx.params["slug"])
    if found is None:
        respond.not_found()
    return respond.json(200, shapes.app(ctx.world, found))


def list_installations(ctx: Context) -> Reply:
    """Where the App is installed."""
    app = _app(ctx)
    found = [installation for installation in ctx.world.installations.values() if installation.app is app]
    return respond.page(ctx, found, lambda installation: shapes.installation(ctx.world, installation))


def get_installation(ctx: Context) -> Reply:
    """One installation of the App."""
    return respond.json(200, shapes.installation(ctx.world, _installation(ctx)))


def delete_installation(ctx: Context) -> Reply:
    """Uninstalls the App."""
    found = _installation(ctx)
    install.uninstall(ctx.world, found, by=install.sender_for(ctx.world, found.account))
    return respond.nothing()


def suspend(ctx: Context) -> Reply:
    """Suspends the installation."""
    found = _installation(ctx)
    install.suspend(ctx.world, found, by=install.sender_for(ctx.world, found.account))
    return respond.nothing()


def unsuspend(ctx: Context) -> Reply:
    """Lifts the suspension."""
    found = _installation(ctx)
    install.unsuspend(ctx.world, found, by=install.sender_for(ctx.world, found.account))
    return respond.nothing()


def installation_of_repo(ctx: Context) -> Reply:
    """The App's installation that has the repository."""
    app, repo = _app(ctx), ctx.repo
    found = next((entry for entry in ctx.world.installations_on(repo) if entry.app is app), None)
    if found is None:
        respond.not_found()
    return respond.json(200, shapes.installation(ctx.world, found))


def installation_of_account(ctx: Context) -> Reply:
    """The App's installation on a user or organization."""
    app, account = _app(ctx), ctx.world.account(ctx.params["account"])
    found = next((e for e in ctx.world.installations.values() if e.app is app and e.account is account), None)
    if found is None or (ctx.path.startswith("/orgs/") != isinstance(account, Org)):
        respond.not_found()
    return respond.json(200, shapes.installation(ctx.world, found))


def create_token(ctx: Context) -> Reply:
    """A token good for an hour, for all that the installation was given or for a part of it; 422 for more."""
    found = _installation(ctx)
    if found.suspended_at is not None:
        respond.refuse(403, "This installation has been suspended")
    wanted = ctx.body.get("permissions")
    granted = dict(found.permissions) if not wanted else _subset(found, wanted)
    token = ctx.world.installation_token(found, permissions=granted, repo_ids=_repositories(ctx, found))
    return respond.json(201, shapes.token(ctx.world, token))


def revoke_token(ctx: Context) -> Reply:
    """Ends the token that the call carries."""
    if ctx.caller.token is not None:
        ctx.caller.token.revoked = True
    return respond.nothing()


def list_repositories(ctx: Context) -> Reply:
    """The repositories that the token reaches."""
    token, installation = ctx.caller.token, ctx.installation
    if token is None or installation is None:
        respond.not_found()
    found = [
        repo
        for repo in ctx.world.installed_repos(installation)
        if token.repo_ids is None or repo.id in token.repo_ids
    ]
    reply = respond.page(ctx, found, lambda repo: repository(ctx.world, repo), key="repositories")
    for shown in reply.value["repositories"]:
        shown["permissions"] = permissions("read")
    reply.value["repository_selection"] = "all" if installation.repo_ids is None else "selected"
    return reply


def convert_manifest(ctx: Context) -> Reply:
    """The App and its secrets for the code of the manifest flow, once.

    https://docs.github.com/apps/sharing-github-apps/registering-a-github-app-from-a-manifest
    """
    app = ctx.world.manifests.pop(ctx.params["code"], None)
    if app is None:
        respond.not_found()
    return respond.json(201, shapes.registered_app(ctx.world, app))


def add_repository(ctx: Context) -> Reply:
    """Gives an installation one more repository."""
    found, repo = _own_installation(ctx)
    install.add_repos(ctx.world, found, [repo], by=ctx.actor)
    return respond.nothing()


def remove_repository(ctx: Context) -> Reply:
    """Takes a repository from an installation of selected ones."""
    found, repo = _own_installation(ctx)
    if found.repo_ids is None or repo.id not in found.repo_ids or len(found.repo_ids) == 1:
        respond.refuse(422, "The repository cannot be removed from this installation.", errors=[])
    install.remove_repos(ctx.world, found, [repo], by=ctx.actor)
    return respond.nothing()


def _app(ctx: Context) -> App:
    if ctx.app is None:
        respond.refuse(401, "A JSON web token could not be decoded")
    return ctx.app


def _installation(ctx: Context) -> Installation:
    found = ctx.world.installations.get(int(ctx.params["installation_id"]))
    if found is None or found.app is not _app(ctx):
        respond.not_found()
    return found


def _own_installation(ctx: Context) -> tuple[Installation, Any]:
    found = ctx.world.installations.get(int(ctx.params["installation_id"]))
    repo = ctx.world.repos_by_id.get(int(ctx.params["repository_id"]))
    if (
        found is None
        or repo is None
        or repo.owner is not found.account
        or not _administers(ctx, found.account)
    ):
        respond.not_found()
    return found, repo


def _administers(ctx: Context, account: Account) -> bool:
    if isinstance(account, Org):
        return account.members.get(ctx.actor.login.lower()) == "admin"
    return account is ctx.actor


def _subset(found: Installation, wanted: dict[str, Any]) -> dict[str, str]:
    for name, level in wanted.items():
        if level not in LEVELS or LEVELS.index(level) > LEVELS.index(found.permissions.get(name, "none")):
            respond.refuse(
                422,
                "The permissions requested are not granted to this installation.",
                errors=[],
            )
    return {"metadata": "read", **wanted}


def _repositories(ctx: Context, found: Installation) -> frozenset[int] | None:
    """The ids of the repositories asked for by name or id; None, when none was named, is all that the installation has."""
    names, ids = ctx.body.get("repositories"), ctx.body.get("repository_ids")
    if not names and not ids:
        return None
    reachable = ctx.world.installed_repos(found)
    by_name = {repo.name.lower(): repo.id for repo in reachable}
    known = {repo.id for repo in reachable}
    chosen = {by_name.get(str(name).lower()) for name in names or ()} | set(ids or ())
    if not chosen <= known:
        respond.refuse(
            422,
            "There is at least one repository that does not exist or is not accessible to the parent installation.",
            errors=[],
        )
    return frozenset(number for number in chosen if number is not None)


ROUTES = (
    Route("GET", "/app", get_itself, APP_ITSELF),
    Route("GET", "/apps/{slug}", get_by_slug, ANYONE),
    Route("POST", "/app-manifests/{code}/conversions", convert_manifest, ANYONE),
    Route("GET", "/app/installations", list_installations, APP_ITSELF),
    Route("GET", INSTALLATION, get_installation, APP_ITSELF),
    Route("DELETE", INSTALLATION, delete_installation, APP_ITSELF),
    Route("PUT", INSTALLATION + "/suspended", suspend, APP_ITSELF),
    Route("DELETE", INSTALLATION + "/suspended", unsuspend, APP_ITSELF),
    Route(
        "POST",
        INSTALLATION + "/access_tokens",
        create_token,
        APP_ITSELF,
        {"permissions": {}, "repositories": "texts"},
    ),
    Route("GET", "/repos/{owner}/{repo}/installation", installation_of_repo, APP_ITSELF),
    Route("GET", "/orgs/{account}/installation", installation_of_account, APP_ITSELF),
    Route("GET", "/users/{account}/installation", installation_of_account, APP_ITSELF),
    Route("GET", "/installation/repositories", list_repositories, AN_INSTALLATION),
    Route("DELETE", "/installation/token", revoke_token, AN_INSTALLATION),
    Route(
        "PUT",
        "/user/installations/{installation_id:int}/repositories/{repository_id:int}",
        add_repository,
        PERSON,
    ),
    Route(
        "DELETE",
        "/user/installations/{installation_id:int}/repositories/{repository_id:int}",
        remove_repository,
        PERSON,
    ),
)
