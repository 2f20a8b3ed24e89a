"""Branches, commits, comparisons, tags.

https://docs.github.com/rest/branches and https://docs.github.com/rest/commits
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from sandbox import respond
from sandbox.diff import changes, diff_text, patch_text
from sandbox.dispatch import Context, Route
from sandbox.history import between, log, merge_base, parents
from sandbox.permissions import reads
from sandbox.push import HEADS, TAGS
from sandbox.shapes import git as shapes
from sandbox.shapes import pulls as pull_shapes
from sandbox.shapes.protection import protection
from sandbox.shapes.repos import api_url, html_url

if TYPE_CHECKING:
    from sandbox.respond import Reply

READ = reads("contents")
READ_PULLS = reads("pull_requests", "contents")
REPO = "/repos/{owner}/{repo}"
MOST_FILES = 300


def list_branches(ctx: Context) -> Reply:
    """The branches by name."""
    found = [name.removeprefix(HEADS) for name in ctx.repo.git.refs(HEADS)]
    wanted = ctx.query.get("protected")
    if wanted is not None:
        found = [name for name in found if (name in ctx.repo.protections) == (wanted == "true")]
    return respond.page(ctx, found, lambda name: _short_branch(ctx, name))


def get_branch(ctx: Context) -> Reply:
    """One branch with its head and protection."""
    name = ctx.params["branch"]
    sha = ctx.repo.git.ref(HEADS + name)
    if sha is None:
        respond.refuse(404, "Branch not found")
    api, path = api_url(ctx.world, ctx.repo), quote(name)
    rules = ctx.repo.protections.get(name)
    return respond.json(
        200,
        {
            **_short_branch(ctx, name),
            "commit": shapes.commit(ctx.world, ctx.repo, sha),
            "_links": {
                "self": f"{api}/branches/{path}",
                "html": f"{html_url(ctx.world, ctx.repo)}/tree/{path}",
            },
            "protection": {
                "enabled": rules is not None,
                **(protection(ctx.world, ctx.repo, name) if rules else {}),
            },
            "protection_url": f"{api}/branches/{path}/protection",
        },
    )


def list_commits(ctx: Context) -> Reply:
    """Commits from a branch or sha backwards, newest first."""
    head = ctx.repo.git.resolve(ctx.query.get("sha") or ctx.repo.default_branch)
    if head is None:
        if not ctx.repo.git.refs(HEADS):
            respond.refuse(409, "Git Repository is empty.")
        respond.not_found()
    found = log(ctx.repo.git, head, path=ctx.query.get("path", ""))
    return respond.page(ctx, found, lambda sha: shapes.commit(ctx.world, ctx.repo, sha))


def get_commit(ctx: Context) -> Reply:
    """One commit with its files; its diff, patch or sha alone when `Accept` asks for that."""
    git, name = ctx.repo.git, ctx.params["ref"]
    sha = git.resolve(name)
    if sha is None:
        respond.refuse(422, f"No commit found for SHA: {name}", errors=[])
    if "github.sha" in ctx.accept or ctx.accept.endswith(".sha"):
        return respond.raw(sha.encode(), content_type="application/vnd.github.sha; charset=utf-8")
    before = parents(git, sha)
    for word, text in (("diff", diff_text), ("patch", patch_text)):
        if word in ctx.accept and before:
            data = text(git, before[0], sha)
            return respond.raw(data, content_type=f"application/vnd.github.{word}; charset=utf-8")
    return respond.json(200, shapes.commit_with_files(ctx.world, ctx.repo, sha))


def compare(ctx: Context) -> Reply:
    """What the head has that the base has not, as three dots show it."""
    base_name, _, head_name = ctx.params["basehead"].partition("...")
    git = ctx.repo.git
    base, head = _end(ctx, base_name), _end(ctx, head_name)
    start = merge_base(git, base, head)
    if start is None:
        respond.refuse(404, f"No common ancestor between {base_name} and {head_name}.")
    for word, text in (("diff", diff_text), ("patch", patch_text)):
        if word in ctx.accept:
            data = text(git, start, head)
            return respond.raw(data, content_type=f"application/vnd.github.{word}; charset=utf-8")
    ahead, behind = between(git, base, head), between(git, head, base)
    page = respond.page(ctx, ahead, lambda sha: shapes.commit(ctx.world, ctx.repo, sha))
    return respond.json(
        200,
        _comparison(ctx, (base, head, start), (len(ahead), len(behind)), page.value),
        headers=page.headers,
    )


def pulls_of_commit(ctx: Context) -> Reply:
    """The pull requests that bring, or brought, a commit."""
    sha = ctx.repo.git.resolve(ctx.params["sha"])
    if sha is None:
        respond.refuse(422, f"No commit found for SHA: {ctx.params['sha']}", errors=[])
    found = [
        pull
        for pull in ctx.repo.pulls.values()
        if sha in {pull.head_sha, pull.merge_commit_sha} or sha in pull_shapes.pull_commits(pull)
    ]
    return respond.page(ctx, found, lambda pull: pull_shapes.simple_pull_request(ctx.world, pull))


def list_tags(ctx: Context) -> Reply:
    """The tags by name, newest names first."""
    api = api_url(ctx.world, ctx.repo)

    def shown(ref: tuple[str, str]) -> dict[str, Any]:
        name, sha = ref[0].removeprefix(TAGS), ctx.repo.git.resolve(ref[0]) or ref[1]
        return {
            "name": name,
            "commit": {"sha": sha, "url": f"{api}/commits/{sha}"},
            "zipball_url": f"{api}/zipball/{ref[0]}",
            "tarball_url": f"{api}/tarball/{ref[0]}",
            "node_id": "REF_" + sha[:12],
        }

    return respond.page(ctx, list(ctx.repo.git.refs(TAGS).items())[::-1], shown)


def _short_branch(ctx: Context, name: str) -> dict[str, Any]:
    api, sha = api_url(ctx.world, ctx.repo), ctx.repo.git.ref(HEADS + name)
    return {
        "name": name,
        "commit": {"sha": sha, "url": f"{api}/commits/{sha}"},
        "protected": name in ctx.repo.protections,
        "protection_url": f"{api}/branches/{quote(name)}/protection",
    }


def _end(ctx: Context, name: str) -> str:
    owner, colon, branch = name.partition(":")
    if colon and owner.lower() != ctx.repo.owner.login.lower():
        respond.not_found()
    found = ctx.repo.git.resolve(branch if colon else name)
    if found is None:
        respond.not_found()
    return found


def _comparison(
    ctx: Context, ends: tuple[str, str, str], counts: tuple[int, int], commits: list[dict[str, Any]]
) -> dict[str, Any]:
    base, head, start = ends
    ahead, behind = counts
    status = {(False, False): "identical", (True, False): "ahead", (False, True): "behind"}
    api, page = api_url(ctx.world, ctx.repo), html_url(ctx.world, ctx.repo)
    files = changes(ctx.repo.git, start, head)[:MOST_FILES] if ahead else ()
    html = f"{page}/compare/{quote(ctx.params['basehead'])}"
    return {
        "url": f"{api}/compare/{quote(ctx.params['basehead'])}",
        "html_url": html,
        "permalink_url": f"{page}/compare/{ctx.repo.owner.login}:{base[:7]}...{ctx.repo.owner.login}:{head[:7]}",
        "diff_url": f"{html}.diff",
        "patch_url": f"{html}.patch",
        "base_commit": shapes.commit(ctx.world, ctx.repo, base),
        "merge_base_commit": shapes.commit(ctx.world, ctx.repo, start),
        "status": status.get((ahead > 0, behind > 0), "diverged"),
        "ahead_by": ahead,
        "behind_by": behind,
        "total_commits": ahead,
        "commits": commits,
        "files": [shapes.diff_entry(ctx.world, ctx.repo, change, ref=head) for change in files],
    }


ROUTES = (
    Route("GET", REPO + "/branches", list_branches, READ),
    Route("GET", REPO + "/branches/{branch...}", get_branch, READ),
    Route("GET", REPO + "/commits", list_commits, READ),
    Route("GET", REPO + "/commits/{sha}/pulls", pulls_of_commit, READ_PULLS),
    Route("GET", REPO + "/commits/{ref...}", get_commit, READ),
    Route("GET", REPO + "/compare/{basehead...}", compare, READ),
    Route("GET", REPO + "/tags", list_tags, READ),
)
