"""The git database: blobs, trees, commits, tags and refs.

https://docs.github.com/rest/git
"""

from __future__ import annotations

import base64
import binascii
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sandbox import push, respond
from sandbox.dispatch import Context, Route
from sandbox.git import SHA, Author, Entry, is_ref_name
from sandbox.history import is_ancestor
from sandbox.permissions import reads, writes
from sandbox.shapes import git as shapes
from sandbox.shapes.repos import api_url
from sandbox.world import author_of, email_of

if TYPE_CHECKING:
    from sandbox.records import Repo
    from sandbox.respond import Reply

READ = reads("contents")
WRITE = writes("contents", role="write")
MODES = {0o100644: "blob", 0o100755: "blob", 0o120000: "blob", 0o040000: "tree", 0o160000: "commit"}
OCTAL = re.compile(r"[0-7]{6}")
MOST_TREE_ENTRIES = 100_000


def get_blob(ctx: Context) -> Reply:
    """A blob in base64, or its bytes when `Accept` asks for raw."""
    sha = ctx.params["sha"]
    if ctx.repo.git.kind(sha) != "blob":
        respond.not_found()
    if "raw" in ctx.accept:
        return respond.raw(ctx.repo.git.blob(sha), content_type="application/vnd.github.raw; charset=utf-8")
    return respond.json(200, shapes.blob(ctx.world, ctx.repo, sha))


def create_blob(ctx: Context) -> Reply:
    """Stores bytes, given as utf-8 or base64."""
    sha = ctx.repo.git.write_blob(decoded(ctx.body.get("content"), ctx.body.get("encoding") or "utf-8"))
    url = f"{api_url(ctx.world, ctx.repo)}/git/blobs/{sha}"
    return respond.json(201, {"sha": sha, "url": url}, headers={"Location": url})


def get_tree(ctx: Context) -> Reply:
    """The tree that a tree sha, a commit or a branch names; with `recursive`, everything under it."""
    git, name = ctx.repo.git, ctx.params["tree_sha"]
    if git.kind(name) == "tree":
        tree = name
    else:
        commit = git.resolve(name)
        if commit is None:
            respond.not_found()
        tree = git.tree_of(commit)
    entries = list(git.walk(tree)) if ctx.query.get("recursive") else git.entries(tree)
    return respond.json(200, _tree(ctx, tree, entries))


def create_tree(ctx: Context) -> Reply:
    """A tree of the given entries, put into `base_tree` if there is one."""
    git, base = ctx.repo.git, ctx.body.get("base_tree")
    if base is not None:
        base = git.tree_of(base) if git.kind(base) == "commit" else base
        if git.kind(base) != "tree":
            respond.refuse(422, "base_tree is not a valid tree oid", errors=[])
    listed = ctx.body.get("tree")
    if not isinstance(listed, list) or not listed:
        respond.refuse(422, "Invalid tree info", errors=[])
    if len(listed) > MOST_TREE_ENTRIES:
        respond.refuse(422, "The tree has too many entries", errors=[])
    changes = {str(item.get("path", "")): _tree_item(ctx.repo, item) for item in listed}
    sha = git.write_changes(base, changes)
    return respond.json(201, _tree(ctx, sha, git.entries(sha)))


def get_commit(ctx: Context) -> Reply:
    """A commit of the git database."""
    if ctx.repo.git.kind(ctx.params["sha"]) != "commit":
        respond.not_found()
    return respond.json(200, shapes.git_commit(ctx.world, ctx.repo, ctx.params["sha"]))


def create_commit(ctx: Context) -> Reply:
    """A commit object; no branch is moved. One that an App makes in its own name GitHub signs itself.

    https://docs.github.com/authentication/managing-commit-signature-verification/about-commit-signature-verification#signature-verification-for-bots
    """
    git = ctx.repo.git
    message = ctx.text("message", resource="Commit")
    tree, parents = ctx.text("tree", resource="Commit"), list(ctx.body.get("parents") or [])
    if git.kind(tree) != "tree":
        respond.refuse(422, "Tree SHA does not exist", errors=[])
    if any(git.kind(parent) != "commit" for parent in parents):
        respond.refuse(422, "Parent SHA does not exist or is not a commit object", errors=[])
    author = signer(ctx, ctx.body.get("author"))
    committer = signer(ctx, ctx.body.get("committer")) if ctx.body.get("committer") else author
    sha = git.write_commit(tree, parents=parents, message=message, author=author, committer=committer)
    if ctx.caller.who == "installation" and not {"author", "committer", "signature"} & set(ctx.body):
        ctx.world.signed.add(sha)
    shown = shapes.git_commit(ctx.world, ctx.repo, sha)
    return respond.json(201, shown, headers={"Location": shown["url"]})


def get_ref(ctx: Context) -> Reply:
    """One ref by its exact name."""
    name = "refs/" + ctx.params["ref"]
    sha = ctx.repo.git.ref(name)
    if sha is None:
        respond.not_found()
    return respond.json(200, shapes.ref(ctx.world, ctx.repo, name, sha))


def matching_refs(ctx: Context) -> Reply:
    """All refs whose names start so."""
    found = ctx.repo.git.refs("refs/" + ctx.params.get("ref", ""))
    return respond.page(ctx, list(found.items()), lambda ref: shapes.ref(ctx.world, ctx.repo, *ref))


def create_ref(ctx: Context) -> Reply:
    """A new ref; 422 when there is one of that name, which makes this a compare-and-set."""
    name, sha = ctx.text("ref", resource="Reference"), ctx.text("sha", resource="Reference")
    git = ctx.repo.git
    if not is_ref_name(name):
        respond.refuse(
            422,
            "Reference name is not valid"
            if name.startswith("refs/")
            else "Reference name must start with 'refs/' and contain at least two slashes.",
            errors=[],
        )
    if git.kind(sha) is None or (name.startswith(push.HEADS) and git.kind(sha) != "commit"):
        respond.refuse(422, "Object does not exist", errors=[])
    if git.ref(name) is not None:
        respond.refuse(422, "Reference already exists", errors=[])
    if any(other.startswith(name + "/") or name.startswith(other + "/") for other in git.refs()):
        respond.refuse(
            422, "Reference cannot be created: it conflicts with the name of another one.", errors=[]
        )
    push.move(ctx.world, ctx.repo, name, to=sha, by=ctx.actor)
    shown = shapes.ref(ctx.world, ctx.repo, name, sha)
    return respond.json(201, shown, headers={"Location": shown["url"]})


def update_ref(ctx: Context) -> Reply:
    """Moves a ref; without `force` only forward."""
    name, sha = "refs/" + ctx.params["ref"], ctx.text("sha", resource="Reference")
    git = ctx.repo.git
    before = git.ref(name)
    if before is None:
        respond.refuse(422, "Reference does not exist", errors=[])
    if git.kind(sha) is None or (name.startswith(push.HEADS) and git.kind(sha) != "commit"):
        respond.refuse(422, "Object does not exist", errors=[])
    straight = git.kind(before) == git.kind(sha) == "commit" and is_ancestor(git, before, of=sha)
    if not ctx.body.get("force") and not straight and before != sha:
        respond.refuse(422, "Update is not a fast forward", errors=[])
    if name.startswith(push.HEADS):
        push.check_protection(ctx.world, ctx.repo, name.removeprefix(push.HEADS), by=ctx.actor, status=422)
    push.move(ctx.world, ctx.repo, name, to=sha, by=ctx.actor)
    return respond.json(200, shapes.ref(ctx.world, ctx.repo, name, sha))


def delete_ref(ctx: Context) -> Reply:
    """Removes a ref; the default branch stays."""
    name = "refs/" + ctx.params["ref"]
    if ctx.repo.git.ref(name) is None:
        respond.refuse(422, "Reference does not exist", errors=[])
    if name == push.HEADS + ctx.repo.default_branch:
        respond.refuse(422, "Cannot delete the default branch", errors=[])
    if name.removeprefix(push.HEADS) in ctx.repo.protections:
        respond.refuse(422, "Cannot delete a protected branch", errors=[])
    push.move(ctx.world, ctx.repo, name, to=None, by=ctx.actor)
    return respond.nothing()


def create_tag(ctx: Context) -> Reply:
    """An annotated tag object; the ref is made apart."""
    git = ctx.repo.git
    name, target = ctx.text("tag", resource="Tag"), ctx.text("object", resource="Tag")
    if git.kind(target) is None:
        respond.refuse(422, "Object does not exist", errors=[])
    message = ctx.text("message", resource="Tag")
    sha = git.write_tag(name, sha=target, message=message, tagger=signer(ctx, ctx.body.get("tagger")))
    return respond.json(201, _tag(ctx, sha))


def get_tag(ctx: Context) -> Reply:
    """An annotated tag object."""
    if ctx.repo.git.kind(ctx.params["sha"]) != "tag":
        respond.not_found()
    return respond.json(200, _tag(ctx, ctx.params["sha"]))


def decoded(content: object, encoding: str) -> bytes:
    """The bytes of a `content` field; 422 when it is not what `encoding` says."""
    if not isinstance(content, str):
        respond.refuse(422, 'Invalid request.\n\n"content" wasn\'t supplied.', errors=[])
    if encoding in {"utf-8", "utf8"}:
        return content.encode()
    if encoding != "base64":
        respond.invalid("Blob", "encoding", "invalid")
    try:
        return base64.b64decode("".join(content.split()), validate=True)
    except (binascii.Error, ValueError):
        respond.refuse(422, "content is not valid Base64", errors=[])


def signer(ctx: Context, given: dict[str, Any] | None) -> Author:
    """Who a commit is by: as given, or the caller now."""
    now = ctx.world.clock()
    if not given:
        return author_of(ctx.actor, now)
    date = given.get("date")
    try:
        moment = datetime.fromisoformat(date) if isinstance(date, str) else now
    except ValueError:
        respond.invalid("Commit", "date", "invalid")
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return Author(
        str(given.get("name", ctx.actor.login)), str(given.get("email", email_of(ctx.actor))), moment
    )


def _tree(ctx: Context, sha: str, entries: list[Entry]) -> dict[str, Any]:
    return {
        "sha": sha,
        "url": f"{api_url(ctx.world, ctx.repo)}/git/trees/{sha}",
        "tree": [shapes.tree_entry(ctx.world, ctx.repo, entry) for entry in entries],
        "truncated": False,
    }


def _tree_item(repo: Repo, item: dict[str, Any]) -> Entry | None:
    """One entry of a new tree; None takes the path away."""
    path, mode = str(item.get("path", "")), _mode(item.get("mode"))
    steps = path.split("/")
    if any(step in {"", ".", ".."} or step.lower() == ".git" for step in steps):
        respond.refuse(422, f"tree.path contains a malformed path component: {path}", errors=[])
    if item.get("content") is not None:
        return Entry(path, mode, repo.git.write_blob(str(item["content"]).encode()))
    if "sha" not in item:
        respond.refuse(422, "Must supply either tree.sha or tree.content", errors=[])
    sha = item["sha"]
    if sha is None:
        return None
    if not isinstance(sha, str) or not SHA.fullmatch(sha):
        respond.refuse(422, f"The tree parameter sha is not a valid oid: {sha}", errors=[])
    if MODES[mode] != "commit" and repo.git.kind(sha) != MODES[mode]:
        respond.refuse(422, f"tree.sha {sha} is not a valid {MODES[mode]}", errors=[])
    return Entry(path, mode, sha)


def _mode(text: object) -> int:
    if not isinstance(text, str) or not OCTAL.fullmatch(text) or int(text, 8) not in MODES:
        respond.refuse(422, "Must supply a valid tree.mode", errors=[])
    return int(text, 8)


def _tag(ctx: Context, sha: str) -> dict[str, Any]:
    tag = ctx.repo.git.tag(sha)
    target = tag.object[1].decode()
    api, kind = api_url(ctx.world, ctx.repo), ctx.repo.git.kind(target) or "commit"
    return {
        "sha": sha,
        "node_id": "TA_" + sha[:12],
        "url": f"{api}/git/tags/{sha}",
        "tag": tag.name.decode(),
        "message": (tag.message or b"").decode(),
        "tagger": shapes.person(tag.tagger or b"", tag.tag_time or 0, tag.tag_timezone or 0),
        "object": {"type": kind, "sha": target, "url": f"{api}/git/{kind}s/{target}"},
        "verification": dict(shapes.UNSIGNED),
    }


SIGNER = {"name": "text", "email": "text", "date": "text"}
TREE = {"base_tree": "text", "tree": ({"path": "text", "mode": "text", "sha": "text", "content": "text"},)}
COMMIT = {"message": "text", "tree": "text", "parents": "texts", "author": SIGNER, "committer": SIGNER}
TAG = {"tag": "text", "message": "text", "object": "text", "tagger": SIGNER}
REF = {"ref": "text", "sha": "text", "force": "truth"}
ROUTES = (
    Route(
        "POST", "/repos/{owner}/{repo}/git/blobs", create_blob, WRITE, {"content": "text", "encoding": "text"}
    ),
    Route("GET", "/repos/{owner}/{repo}/git/blobs/{sha}", get_blob, READ),
    Route("POST", "/repos/{owner}/{repo}/git/trees", create_tree, WRITE, TREE),
    Route("GET", "/repos/{owner}/{repo}/git/trees/{tree_sha...}", get_tree, READ),
    Route("POST", "/repos/{owner}/{repo}/git/commits", create_commit, WRITE, COMMIT),
    Route("GET", "/repos/{owner}/{repo}/git/commits/{sha}", get_commit, READ),
    Route("POST", "/repos/{owner}/{repo}/git/tags", create_tag, WRITE, TAG),
    Route("GET", "/repos/{owner}/{repo}/git/tags/{sha}", get_tag, READ),
    Route("GET", "/repos/{owner}/{repo}/git/ref/{ref...}", get_ref, READ),
    Route("GET", "/repos/{owner}/{repo}/git/matching-refs", matching_refs, READ),
    Route("GET", "/repos/{owner}/{repo}/git/matching-refs/{ref...}", matching_refs, READ),
    Route("POST", "/repos/{owner}/{repo}/git/refs", create_ref, WRITE, REF),
    Route("PATCH", "/repos/{owner}/{repo}/git/refs/{ref...}", update_ref, WRITE, REF),
    Route("DELETE", "/repos/{owner}/{repo}/git/refs/{ref...}", delete_ref, WRITE),
)
