"""What sets a repository up: templates, environments, branch names; and lists that are always empty here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from sandbox import hooks, push, respond
from sandbox.accounts import Org
from sandbox.api.branches import get_branch
from sandbox.api.orgs import need_admin
from sandbox.api.repos import WORDS, create_in
from sandbox.clock import stamp
from sandbox.dispatch import Context, Route, can_see
from sandbox.git import is_ref_name
from sandbox.permissions import METADATA, SIGNED_IN, reads, writes
from sandbox.records import Environment
from sandbox.shapes import node_id
from sandbox.shapes.repos import api_url, full_repository, html_url

if TYPE_CHECKING:
    from sandbox.dispatch import Handler
    from sandbox.records import Repo
    from sandbox.respond import Reply

REPO = "/repos/{owner}/{repo}"
ADMIN = writes("administration", role="admin")


def generate(ctx: Context) -> Reply:
    """A new repository with the files of a template, in one commit of its own.

    https://docs.github.com/rest/repos/repos#create-a-repository-using-a-template
    """
    template = ctx.world.repo(ctx.params["template_owner"], ctx.params["template_repo"])
    if template is None or not can_see(ctx, template):
        respond.not_found()
    if not template.settings.get("is_template"):
        respond.refuse(422, "Could not clone: the repository is not a template.", errors=[])
    owner = ctx.world.account(str(ctx.body.get("owner") or ctx.actor.login))
    if isinstance(owner, Org):
        need_admin(ctx, owner, permission="administration", members_too=True)
    elif owner is not ctx.actor or ctx.installation is not None:
        respond.refuse(403, "You cannot create a repository for this account.")
    ctx.body = {key: value for key, value in ctx.body.items() if key in {"name", "description", "private"}}
    create_in(ctx, owner)
    made = ctx.world.repo(owner.login, str(ctx.body["name"]))
    if made is None:
        respond.not_found()
    head = template.git.ref(push.HEADS + template.default_branch)
    if head is not None:
        entries = template.git.walk(template.git.tree_of(head))
        files = {entry.path: template.git.blob(entry.sha) for entry in entries if entry.type == "blob"}
        ctx.world.seed(made, files, message="Initial commit", by=ctx.actor)
    shown = full_repository(ctx.world, made, viewer=ctx.caller.user)
    return respond.json(201, shown, headers={"Location": shown["url"]})


def put_environment(ctx: Context) -> Reply:
    """Makes an environment, or leaves the one that is there.

    https://docs.github.com/rest/deployments/environments#create-or-update-an-environment
    """
    name, now = ctx.params["name"], ctx.world.clock()
    found = ctx.repo.environments.get(name)
    if found is None:
        found = ctx.repo.environments[name] = _environment(ctx, name)
    found.updated_at = now
    return respond.json(200, _shown(ctx, ctx.repo, found))


def list_environments(ctx: Context) -> Reply:
    """https://docs.github.com/rest/deployments/environments#list-environments ."""
    found = list(ctx.repo.environments.values())
    return respond.page(ctx, found, lambda entry: _shown(ctx, ctx.repo, entry), key="environments")


def rename_branch(ctx: Context) -> Reply:
    """Gives a branch another name; open pull requests move along.

    https://docs.github.com/rest/branches/branches#rename-a-branch
    """
    old, new = ctx.params["branch"], ctx.text("new_name", resource="Branch")
    git, repo = ctx.repo.git, ctx.repo
    sha = git.ref(push.HEADS + old)
    if sha is None:
        respond.refuse(404, "Branch not found")
    if not is_ref_name(push.HEADS + new) or git.ref(push.HEADS + new) is not None:
        respond.invalid("Branch", "new_name", "invalid")
    push.move(ctx.world, repo, push.HEADS + new, to=sha, by=ctx.actor)
    for pull in repo.pulls.values():
        pull.head_ref = new if pull.head_ref == old else pull.head_ref
        pull.base_ref = new if pull.base_ref == old else pull.base_ref
    if repo.default_branch == old:
        repo.default_branch = new
        git.set_head(new)
        changed = {"default_branch": {"from": old}}
        hooks.emit(ctx.world, "repository", "edited", sender=ctx.actor, repo=repo, changes=changed)
    if old in repo.protections:
        repo.protections[new] = repo.protections.pop(old)
    push.move(ctx.world, repo, push.HEADS + old, to=None, by=ctx.actor)
    ctx.params["branch"] = new
    reply = get_branch(ctx)
    reply.status = 201
    return reply


def none_here(ctx: Context) -> Reply:
    """A list of what this stand-in never has: rulesets, releases, invitations, custom properties."""
    return respond.page(ctx, (), lambda entry: entry)


def no_release(ctx: Context) -> Reply:
    """https://docs.github.com/rest/releases/releases#get-the-latest-release ."""
    del ctx
    respond.not_found()


def _environment(ctx: Context, name: str) -> Environment:
    now = ctx.world.clock()
    return Environment(ctx.world.next_id(), name, now, now)


def _shown(ctx: Context, repo: Repo, found: Environment) -> dict[str, Any]:
    return {
        "id": found.id,
        "node_id": node_id("EN", found.id),
        "name": found.name,
        "url": f"{api_url(ctx.world, repo)}/environments/{quote(found.name)}",
        "html_url": f"{html_url(ctx.world, repo)}/deployments/activity_log?environments_filter={quote(found.name)}",
        "created_at": stamp(found.created_at),
        "updated_at": stamp(found.updated_at),
        "protection_rules": [],
        "deployment_branch_policy": None,
    }


EMPTY: tuple[tuple[str, Handler], ...] = (
    ("/rulesets", none_here),
    ("/releases", none_here),
    ("/releases/latest", no_release),
    ("/invitations", none_here),
    ("/properties/values", none_here),
)
ROUTES = (
    Route("POST", "/repos/{template_owner}/{template_repo}/generate", generate, SIGNED_IN, WORDS),
    Route("PUT", REPO + "/environments/{name}", put_environment, ADMIN),
    Route("GET", REPO + "/environments", list_environments, reads("actions")),
    Route(
        "POST", REPO + "/branches/{branch...}/rename", rename_branch, writes("administration", role="write")
    ),
    *(Route("GET", REPO + path, handler, METADATA) for path, handler in EMPTY),
)
