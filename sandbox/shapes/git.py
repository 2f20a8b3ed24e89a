"""Commits, trees, refs, files and comparisons as JSON."""

from __future__ import annotations

import base64
import re
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from sandbox.clock import stamp
from sandbox.diff import changes
from sandbox.history import parents
from sandbox.shapes import node_id
from sandbox.shapes.repos import api_url, html_url
from sandbox.shapes.users import simple_user

if TYPE_CHECKING:
    from dulwich.objects import Commit

    from sandbox.accounts import User
    from sandbox.diff import Change
    from sandbox.git import Entry
    from sandbox.records import Repo
    from sandbox.world import World

SIGNATURE = re.compile(r"(?P<name>.*?) ?<(?P<email>[^>]*)>")
NOREPLY = re.compile(r"(\d+)\+.+@users\.noreply\.github\.com")
UNSIGNED = {"verified": False, "reason": "unsigned", "signature": None, "payload": None, "verified_at": None}
LINE_WIDTH = 60


def person(signature: bytes, seconds: int, zone: int) -> dict[str, Any]:
    """A name, an address and a date out of a commit."""
    match = SIGNATURE.match(signature.decode(errors="replace"))
    moment = datetime.fromtimestamp(seconds, tz=timezone(timedelta(seconds=zone))).astimezone(UTC)
    name, email = (match["name"], match["email"]) if match else ("", "")
    return {"name": name, "email": email, "date": stamp(moment)}


def git_commit(world: World, repo: Repo, sha: str) -> dict[str, Any]:
    """A commit as the git database gives it (`git-commit`)."""
    api, page = api_url(world, repo), html_url(world, repo)
    found = repo.git.commit(sha)
    tree = found.tree.decode()
    return {
        "sha": sha,
        "node_id": node_id("C", repo.id) + sha[:12],
        "url": f"{api}/git/commits/{sha}",
        "html_url": f"{page}/commit/{sha}",
        "author": person(found.author, found.author_time, found.author_timezone),
        "committer": person(found.committer, found.commit_time, found.commit_timezone),
        "tree": {"sha": tree, "url": f"{api}/git/trees/{tree}"},
        "message": found.message.decode(errors="replace"),
        "parents": [
            {"sha": parent, "url": f"{api}/git/commits/{parent}", "html_url": f"{page}/commit/{parent}"}
            for parent in parents(repo.git, sha)
        ],
        "verification": _signed(found) if sha in world.signed else dict(UNSIGNED),
    }


def _signed(found: Commit) -> dict[str, Any]:
    """What GitHub says of a commit that it has signed itself; the signature here is none."""
    signature = "-----BEGIN PGP SIGNATURE-----\n\nstand-in\n-----END PGP SIGNATURE-----"
    at = stamp(datetime.fromtimestamp(found.commit_time, tz=UTC))
    payload = f"tree {found.tree.decode()}\n"
    return {
        "verified": True,
        "reason": "valid",
        "signature": signature,
        "payload": payload,
        "verified_at": at,
    }


def commit(world: World, repo: Repo, sha: str) -> dict[str, Any]:
    """A commit as the repository shows it (`commit`), without its files."""
    api, page = api_url(world, repo), html_url(world, repo)
    inner = git_commit(world, repo, sha)
    return {
        "sha": sha,
        "node_id": inner["node_id"],
        "commit": {
            "author": inner["author"],
            "committer": inner["committer"],
            "message": inner["message"],
            "tree": inner["tree"],
            "url": inner["url"],
            "comment_count": 0,
            "verification": inner["verification"],
        },
        "url": f"{api}/commits/{sha}",
        "html_url": f"{page}/commit/{sha}",
        "comments_url": f"{api}/commits/{sha}/comments",
        "author": _account(world, inner["author"]["email"]),
        "committer": _account(world, inner["committer"]["email"]),
        "parents": [{**parent, "url": f"{api}/commits/{parent['sha']}"} for parent in inner["parents"]],
    }


def commit_with_files(world: World, repo: Repo, sha: str) -> dict[str, Any]:
    """A commit with what it changed against its first parent."""
    before = parents(repo.git, sha)
    changed = changes(repo.git, before[0] if before else None, sha)
    additions = sum(change.additions for change in changed)
    deletions = sum(change.deletions for change in changed)
    return {
        **commit(world, repo, sha),
        "stats": {"total": additions + deletions, "additions": additions, "deletions": deletions},
        "files": [diff_entry(world, repo, change, ref=sha) for change in changed],
    }


def diff_entry(world: World, repo: Repo, change: Change, *, ref: str) -> dict[str, Any]:
    """One changed file (`diff-entry`)."""
    api, page, path = api_url(world, repo), html_url(world, repo), quote(change.path)
    shown: dict[str, Any] = {
        "sha": change.sha,
        "filename": change.path,
        "status": change.status,
        "additions": change.additions,
        "deletions": change.deletions,
        "changes": change.additions + change.deletions,
        "blob_url": f"{page}/blob/{ref}/{path}",
        "raw_url": f"{page}/raw/{ref}/{path}",
        "contents_url": f"{api}/contents/{path}?ref={ref}",
    }
    if change.patch is not None:
        shown["patch"] = change.patch
    if change.previous_path is not None:
        shown["previous_filename"] = change.previous_path
    return shown


def ref(world: World, repo: Repo, name: str, sha: str) -> dict[str, Any]:
    """A ref (`git-ref`)."""
    api, kind = api_url(world, repo), repo.git.kind(sha) or "commit"
    return {
        "ref": name,
        "node_id": node_id("REF", repo.id) + base64.urlsafe_b64encode(name.encode()).decode().rstrip("="),
        "url": f"{api}/git/{quote(name)}",
        "object": {"sha": sha, "type": kind, "url": f"{api}/git/{kind}s/{sha}"},
    }


def tree_entry(world: World, repo: Repo, entry: Entry) -> dict[str, Any]:
    """One line of a tree."""
    api = api_url(world, repo)
    shown: dict[str, Any] = {
        "path": entry.path,
        "mode": f"{entry.mode:06o}",
        "type": entry.type,
        "sha": entry.sha,
    }
    if entry.type == "blob":
        shown["size"] = len(repo.git.blob(entry.sha))
    if entry.type != "commit":
        shown["url"] = f"{api}/git/{entry.type}s/{entry.sha}"
    return shown


def blob(world: World, repo: Repo, sha: str) -> dict[str, Any]:
    """A blob in base64 (`blob`)."""
    data = repo.git.blob(sha)
    return {
        "sha": sha,
        "node_id": node_id("B", repo.id) + sha[:12],
        "size": len(data),
        "url": f"{api_url(world, repo)}/git/blobs/{sha}",
        "content": wrapped_base64(data),
        "encoding": "base64",
    }


def content(world: World, repo: Repo, entry: Entry, *, at: str) -> dict[str, Any]:
    """What stands at a path, without its bytes (`content-directory`, one entry)."""
    api, page, path = api_url(world, repo), html_url(world, repo), quote(entry.path)
    is_dir, is_file = entry.type == "tree", entry.type == "blob"
    url = f"{api}/contents/{path}?ref={quote(at)}"
    git_url = f"{api}/git/{'trees' if is_dir else 'blobs'}/{entry.sha}"
    html = f"{page}/{'tree' if is_dir else 'blob'}/{quote(at)}/{path}"
    return {
        "name": entry.path.rpartition("/")[2],
        "path": entry.path,
        "sha": entry.sha,
        "size": len(repo.git.blob(entry.sha)) if is_file else 0,
        "url": url,
        "html_url": html,
        "git_url": git_url,
        "download_url": f"{page}/raw/{quote(at)}/{path}" if is_file else None,
        "type": {"tree": "dir", "commit": "submodule"}.get(entry.type, "file"),
        "_links": {"self": url, "git": git_url, "html": html},
    }


def content_file(world: World, repo: Repo, entry: Entry, *, at: str) -> dict[str, Any]:
    """A file with its bytes (`content-file`)."""
    shown = content(world, repo, entry, at=at)
    return {**shown, "content": wrapped_base64(repo.git.blob(entry.sha)), "encoding": "base64"}


def push_commit(world: World, repo: Repo, sha: str) -> dict[str, Any]:
    """A commit as a push webhook lists it."""
    inner = git_commit(world, repo, sha)
    before = next(iter(parents(repo.git, sha)), None)
    changed = list(repo.git.changed_names(repo.git.tree_of(before) if before else None, inner["tree"]["sha"]))
    return {
        "id": sha,
        "tree_id": inner["tree"]["sha"],
        "distinct": True,
        "message": inner["message"],
        "timestamp": inner["committer"]["date"],
        "url": inner["html_url"],
        "author": _pusher(world, inner["author"]),
        "committer": _pusher(world, inner["committer"]),
        **{
            word: [path for path, what in changed if what == word]
            for word in ("added", "removed", "modified")
        },
    }


def wrapped_base64(data: bytes) -> str:
    """Base64 in lines of 60 characters, as GitHub sends it."""
    plain = base64.b64encode(data).decode()
    return "".join(plain[i : i + LINE_WIDTH] + "\n" for i in range(0, len(plain), LINE_WIDTH))


def committer_of(world: World, email: str) -> User | None:
    """The account that an address in a commit belongs to."""
    match = NOREPLY.fullmatch(email)
    if match is None:
        return None
    login = email.partition("+")[2].partition("@")[0]
    found = world.user(login)
    return found if found is not None and found.id == int(match[1]) else None


def _account(world: World, email: str) -> dict[str, Any] | None:
    found = committer_of(world, email)
    return None if found is None else simple_user(world, found)


def _pusher(world: World, who: dict[str, Any]) -> dict[str, Any]:
    found = committer_of(world, who["email"])
    shown = {"name": who["name"], "email": who["email"], "date": who["date"]}
    return {**shown, "username": found.login} if found else shown
