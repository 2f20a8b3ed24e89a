"""Files and folders by their paths.

https://docs.github.com/rest/repos/contents
"""

from __future__ import annotations

from typing import Any

from sandbox import downloads, push, respond
from sandbox.api.git_data import SIGNER, decoded, signer
from sandbox.dispatch import Context, Route
from sandbox.git import Entry
from sandbox.permissions import allows, reads, writes
from sandbox.respond import Reply
from sandbox.shapes import git as shapes

READ = reads("contents")
WRITE = writes("contents", role="write")
WORKFLOW_WRITE = writes("workflows", role="write")
WORKFLOWS = ".github/workflows/"


def get(ctx: Context) -> Reply:
    """A file in base64, its bytes when `Accept` asks for raw, or what is in a folder."""
    at = ctx.query.get("ref") or ctx.repo.default_branch
    commit = ctx.repo.git.resolve(at)
    if commit is None:
        if ctx.query.get("ref"):
            respond.refuse(404, f"No commit found for the ref {at}")
        respond.refuse(404, "This repository is empty.")
    entry = ctx.repo.git.entry(ctx.repo.git.tree_of(commit), ctx.params.get("path", ""))
    if entry is None:
        respond.not_found()
    return _shown(ctx, entry, at=at)


def readme(ctx: Context) -> Reply:
    """The README at the top of the repository."""
    at = ctx.query.get("ref") or ctx.repo.default_branch
    commit = ctx.repo.git.resolve(at)
    entries = ctx.repo.git.entries(ctx.repo.git.tree_of(commit)) if commit else []
    found = next((entry for entry in entries if entry.path.lower().startswith("readme")), None)
    if found is None:
        respond.not_found()
    return _shown(ctx, found, at=at)


def put(ctx: Context) -> Reply:
    """Writes one file in a commit of its own; `sha` has to be the blob that is there."""
    path = ctx.params["path"].strip("/")
    if any(step in {"", ".", ".."} or step.lower() == ".git" for step in path.split("/")):
        respond.refuse(422, "path contains a malformed path component", errors=[])
    data = decoded(ctx.body.get("content"), "base64")
    branch, parent, old = _target(ctx, path)
    if old is not None and old.type == "tree":
        respond.refuse(422, f"{path} is a directory", errors=[])
    given = ctx.body.get("sha")
    if old is not None and given is None:
        respond.refuse(422, 'Invalid request.\n\n"sha" wasn\'t supplied.', errors=[])
    if given is not None and (old is None or old.sha != given):
        respond.refuse(409, f"{path} does not match {given}")
    sha = _commit(ctx, branch, parent, {path: data})
    tree = ctx.repo.git.tree_of(sha)
    new = ctx.repo.git.entry(tree, path)
    return respond.json(200 if old else 201, _file_commit(ctx, sha, new, branch=branch))


def delete(ctx: Context) -> Reply:
    """Removes one file in a commit of its own."""
    path = ctx.params["path"].strip("/")
    given = ctx.body.get("sha") or ctx.query.get("sha")
    ctx.body = {**ctx.query, **ctx.body}
    branch, parent, old = _target(ctx, path)
    if old is None:
        respond.not_found()
    if given is None:
        respond.refuse(422, 'Invalid request.\n\n"sha" wasn\'t supplied.', errors=[])
    if old.sha != given:
        respond.refuse(409, f"{path} does not match {given}")
    sha = _commit(ctx, branch, parent, {path: None})
    return respond.json(200, _file_commit(ctx, sha, None, branch=branch))


def archive(ctx: Context) -> Reply:
    """302 to where the whole repository at a ref can be downloaded.

    https://docs.github.com/rest/repos/contents#download-a-repository-archive-tar
    """
    commit = ctx.repo.git.resolve(ctx.params.get("ref") or ctx.repo.default_branch)
    if commit is None:
        respond.not_found()
    kind = "zip" if "/zipball" in ctx.path else "tar.gz"
    return Reply(302, headers={"Location": downloads.archive_url(ctx.world, ctx.repo, commit, kind)})


def _target(ctx: Context, path: str) -> tuple[str, str | None, Entry | None]:
    """The branch that is written to, its head, and what stands at the path now."""
    branch = str(ctx.body.get("branch") or ctx.repo.default_branch)
    parent = ctx.repo.git.ref(push.HEADS + branch)
    if parent is None and (ctx.repo.git.refs(push.HEADS) or branch != ctx.repo.default_branch):
        respond.refuse(404, f"Branch {branch} not found")
    token = ctx.caller.token
    by_app = ctx.installation is not None and token is not None
    # https://docs.github.com/rest/authentication/permissions-required-for-github-apps#repository-permissions-for-workflows
    if path.startswith(WORKFLOWS) and by_app and token and not allows(token.permissions, WORKFLOW_WRITE):
        respond.refuse(403, "Resource not accessible by integration")
    push.check_protection(ctx.world, ctx.repo, branch, by=ctx.actor, status=409)
    entry = ctx.repo.git.entry(ctx.repo.git.tree_of(parent), path) if parent else None
    return branch, parent, entry


def _commit(ctx: Context, branch: str, parent: str | None, files: dict[str, bytes | None]) -> str:
    git = ctx.repo.git
    message = ctx.text("message", resource="Commit")
    tree = git.write_files(git.tree_of(parent) if parent else None, files)
    committer = signer(ctx, ctx.body.get("committer"))
    author = signer(ctx, ctx.body.get("author")) if ctx.body.get("author") else committer
    sha = git.write_commit(
        tree, parents=(parent,) if parent else (), message=message, author=author, committer=committer
    )
    push.move(ctx.world, ctx.repo, push.HEADS + branch, to=sha, by=ctx.actor)
    return sha


def _shown(ctx: Context, entry: Entry, *, at: str) -> Reply:
    world, repo = ctx.world, ctx.repo
    if entry.type == "tree":
        inside = [
            Entry(f"{entry.path}/{item.path}".lstrip("/"), item.mode, item.sha)
            for item in repo.git.entries(entry.sha)
        ]
        return respond.json(200, [shapes.content(world, repo, item, at=at) for item in inside])
    if "raw" in ctx.accept:
        return respond.raw(repo.git.blob(entry.sha), content_type="application/vnd.github.raw; charset=utf-8")
    return respond.json(200, shapes.content_file(world, repo, entry, at=at))


def _file_commit(ctx: Context, sha: str, entry: Entry | None, *, branch: str) -> dict[str, Any]:
    """What writing a file answers (`file-commit`)."""
    return {
        "content": shapes.content(ctx.world, ctx.repo, entry, at=branch) if entry else None,
        "commit": shapes.git_commit(ctx.world, ctx.repo, sha),
    }


FILE = {
    "message": "text",
    "content": "text",
    "sha": "text",
    "branch": "text",
    "author": SIGNER,
    "committer": SIGNER,
}
ROUTES = (
    Route("GET", "/repos/{owner}/{repo}/readme", readme, READ),
    Route("GET", "/repos/{owner}/{repo}/tarball/{ref...}", archive, READ),
    Route("GET", "/repos/{owner}/{repo}/zipball/{ref...}", archive, READ),
    Route("GET", "/repos/{owner}/{repo}/contents", get, READ),
    Route("GET", "/repos/{owner}/{repo}/contents/{path...}", get, READ),
    Route("PUT", "/repos/{owner}/{repo}/contents/{path...}", put, WRITE, FILE),
    Route("DELETE", "/repos/{owner}/{repo}/contents/{path...}", delete, WRITE, FILE),
)
