"""Branch protection, and what there is to say of rules and code owners.

https://docs.github.com/rest/branches/branch-protection
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox import respond
from sandbox.dispatch import Context, Route
from sandbox.permissions import METADATA, Needs, reads
from sandbox.push import HEADS
from sandbox.shapes.protection import protection

if TYPE_CHECKING:
    from sandbox.respond import Reply

READ = Needs("signed-in", permissions=(("administration", "read"),), role="admin")
WRITE = Needs("signed-in", permissions=(("administration", "write"),), role="admin")
PROTECTION = "/repos/{owner}/{repo}/branches/{branch...}/protection"
REQUIRED = ("required_status_checks", "enforce_admins", "required_pull_request_reviews", "restrictions")
OWNERS_FILES = (".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS")


def get(ctx: Context) -> Reply:
    """What protects the branch."""
    name = _branch(ctx)
    if name not in ctx.repo.protections:
        respond.refuse(404, "Branch not protected")
    return respond.json(200, protection(ctx.world, ctx.repo, name))


def put(ctx: Context) -> Reply:
    """Replaces what protects the branch."""
    name = _branch(ctx)
    for field in REQUIRED:
        if field not in ctx.body:
            respond.refuse(422, f'Invalid request.\n\n"{field}" wasn\'t supplied.', errors=[])
    ctx.repo.protections[name] = dict(ctx.body)
    return respond.json(200, protection(ctx.world, ctx.repo, name))


def delete(ctx: Context) -> Reply:
    """Takes the protection away."""
    if ctx.repo.protections.pop(_branch(ctx), None) is None:
        respond.refuse(404, "Branch not protected")
    return respond.nothing()


def rules_of_branch(ctx: Context) -> Reply:
    """The rules that the repository's ruleset lays on a branch."""
    source = {"ruleset_source_type": "Repository", "ruleset_source": ctx.repo.full_name, "ruleset_id": 1}
    rules = ctx.repo.rules.get(ctx.params["branch"], [])
    return respond.page(ctx, rules, lambda rule: {**rule, **source})


def codeowners_errors(ctx: Context) -> Reply:
    """Errors in the CODEOWNERS file: 404 without such a file, none that this stand-in finds with one."""
    commit = ctx.repo.git.resolve(ctx.query.get("ref") or ctx.repo.default_branch)
    tree = ctx.repo.git.tree_of(commit) if commit else None
    if tree is None or not any(ctx.repo.git.entry(tree, path) for path in OWNERS_FILES):
        respond.not_found()
    return respond.json(200, {"errors": []})


def _branch(ctx: Context) -> str:
    name = ctx.params["branch"]
    if ctx.repo.git.ref(HEADS + name) is None:
        respond.refuse(404, "Branch not found")
    return name


CHECK = {"context": "text", "app_id": "number"}
RULES = {
    "required_status_checks": {"strict": "truth", "contexts": "texts", "checks": (CHECK,)},
    "enforce_admins": "truth",
    "required_pull_request_reviews": {"required_approving_review_count": "number"},
    "restrictions": {"users": "texts", "teams": "texts", "apps": "texts"},
}
ROUTES = (
    Route("GET", PROTECTION, get, READ),
    Route("PUT", PROTECTION, put, WRITE, RULES),
    Route("DELETE", PROTECTION, delete, WRITE),
    Route("GET", "/repos/{owner}/{repo}/rules/branches/{branch...}", rules_of_branch, METADATA),
    Route("GET", "/repos/{owner}/{repo}/codeowners/errors", codeowners_errors, reads("contents")),
)
