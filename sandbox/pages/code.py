"""The code of a repository: its folders, files and commits."""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from aiohttp import web

from sandbox.history import log
from sandbox.pages.checks import checks_of
from sandbox.pages.diffs import file_diffs
from sandbox.pages.drawing import page
from sandbox.pages.markdown import render
from sandbox.pages.mermaid import draw
from sandbox.pages.visit import PageError, Visit

if TYPE_CHECKING:
    from markupsafe import Markup

    from sandbox.git import Entry
    from sandbox.records import Repo

LARGEST_SHOWN = 400_000
LISTED = 100
MARKDOWN = (".md", ".markdown")
DIAGRAMS = (".mmd", ".mermaid")
PICTURES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step of a path with its link."""

    name: str
    href: str


@dataclass(frozen=True, slots=True)
class FileView:
    """A file to look at: `html` when it is rendered, `lines` when it is text, neither when it is bytes."""

    name: str
    size: int
    raw: str
    html: Markup | None = None
    picture: str | None = None
    lines: tuple[str, ...] = ()
    binary: bool = False


@dataclass(frozen=True, slots=True)
class CommitView:
    """A commit in one line."""

    sha: str
    title: str
    rest: str
    author: str
    when: datetime


async def home(visit: Visit) -> web.Response:
    """The front page of a repository: its files, its README and where to go from there."""
    repo = visit.repo
    ref = repo.default_branch
    sha = repo.git.resolve(ref)
    if sha is None:
        return page(visit, "empty.html", repo=repo, tab="code")
    return _folder(visit, repo, ref, sha, "")


async def tree(visit: Visit) -> web.Response:
    """A folder at a branch, tag or commit."""
    repo = visit.repo
    ref, sha, path = _split(repo, visit.request.match_info["rest"])
    return _folder(visit, repo, ref, sha, path)


async def blob(visit: Visit) -> web.Response:
    """A file at a branch, tag or commit; Markdown and Mermaid drawn unless `?plain=1`."""
    repo = visit.repo
    ref, sha, path = _split(repo, visit.request.match_info["rest"])
    entry = _entry(repo, sha, path, kind="blob")
    view = _file(visit, repo, ref, path, entry, plain=visit.request.query.get("plain") == "1")
    return page(
        visit,
        "blob.html",
        repo=repo,
        tab="code",
        ref=ref,
        path=path,
        file=view,
        crumbs=_crumbs(repo, ref, path),
    )


async def raw(visit: Visit) -> web.Response:
    """The bytes of a file; a browser may show pictures and text and runs nothing."""
    repo = visit.repo
    _, sha, path = _split(repo, visit.request.match_info["rest"])
    entry = _entry(repo, sha, path, kind="blob")
    kind = mimetypes.guess_type(path)[0] or ""
    return web.Response(
        body=repo.git.blob(entry.sha),
        headers={
            "Content-Type": kind if kind in PICTURES else "text/plain; charset=utf-8",
            "Content-Security-Policy": "default-src 'none'; sandbox",
            "X-Content-Type-Options": "nosniff",
        },
    )


async def commit(visit: Visit) -> web.Response:
    """A commit with its diff."""
    repo = visit.repo
    sha = repo.git.resolve(visit.request.match_info["sha"])
    if sha is None:
        raise PageError(404, "There is no such commit here.")
    shown = await visit.read(f"/repos/{repo.full_name}/commits/{sha}")
    diffs = file_diffs(shown.get("files") or [])
    parents = [parent["sha"] for parent in shown["parents"]]
    return page(
        visit,
        "commit.html",
        repo=repo,
        tab="code",
        commit=commit_view(repo, sha),
        checks=checks_of(visit, repo, sha),
        diffs=diffs,
        parents=parents,
    )


async def compare(visit: Visit) -> web.Response:
    """What one branch, tag or commit has that another has not: `main...topic`."""
    repo, basehead = visit.repo, visit.request.match_info["basehead"]
    shown = await visit.read(f"/repos/{repo.full_name}/compare/{basehead}")
    commits = [commit_view(repo, one["sha"]) for one in shown["commits"]]
    diffs = file_diffs(shown.get("files") or [])
    return page(visit, "compare.html", repo=repo, tab="code", basehead=basehead, commits=commits, diffs=diffs)


async def history(visit: Visit) -> web.Response:
    """The newest hundred commits of a branch, tag or commit."""
    repo = visit.repo
    ref, sha, path = _split(repo, visit.request.match_info["rest"])
    commits = [commit_view(repo, one) for one in log(repo.git, sha, path=path)[:LISTED]]
    return page(
        visit, "history.html", repo=repo, tab="code", ref=f"{ref}/{path}".rstrip("/"), commits=commits
    )


def commit_view(repo: Repo, sha: str) -> CommitView:
    """The commit in one line."""
    found = repo.git.commit(sha)
    title, _, rest = found.message.decode(errors="replace").partition("\n")
    author = found.author.decode(errors="replace").rpartition(" <")[0]
    return CommitView(sha, title, rest.strip(), author, datetime.fromtimestamp(found.author_time, tz=UTC))


def _folder(visit: Visit, repo: Repo, ref: str, sha: str, path: str) -> web.Response:
    folder = _entry(repo, sha, path, kind="tree")
    entries = sorted(
        repo.git.entries(folder.sha), key=lambda entry: (entry.type != "tree", entry.path.lower())
    )
    readme = next(
        (e for e in entries if e.type == "blob" and e.path.lower() in {"readme.md", "readme"}), None
    )
    shown = (
        _file(visit, repo, ref, f"{path}/{readme.path}".strip("/"), readme, plain=False) if readme else None
    )
    return page(
        visit,
        "tree.html",
        repo=repo,
        tab="code",
        ref=ref,
        path=path,
        entries=entries,
        readme=shown,
        commit=commit_view(repo, sha),
        crumbs=_crumbs(repo, ref, path),
        branches=[name.removeprefix("refs/heads/") for name in repo.git.refs("refs/heads/")],
    )


def _file(visit: Visit, repo: Repo, ref: str, path: str, entry: Entry, *, plain: bool) -> FileView:  # noqa: PLR0913 - a file is found by all of these
    data = repo.git.blob(entry.sha)
    name = path.rsplit("/", 1)[-1]
    address = f"/{repo.full_name}/raw/{ref}/{path}"
    if (mimetypes.guess_type(path)[0] or "") in PICTURES:
        return FileView(name, len(data), address, picture=address)
    if b"\0" in data[:8000] or len(data) > LARGEST_SHOWN:
        return FileView(name, len(data), address, binary=True)
    text = data.decode(errors="replace")
    folder = path.rpartition("/")[0]
    if not plain and name.lower().endswith(MARKDOWN):
        return FileView(
            name, len(data), address, html=render(text, place=visit.place(repo, ref=ref, folder=folder))
        )
    if not plain and name.lower().endswith(DIAGRAMS) and draw(text) is not None:
        fenced = f"~~~~~~mermaid\n{text}\n~~~~~~\n"
        return FileView(name, len(data), address, html=render(fenced, place=visit.place(repo, ref=ref)))
    return FileView(name, len(data), address, lines=tuple(text.removesuffix("\n").split("\n")))


def _split(repo: Repo, rest: str) -> tuple[str, str, str]:
    """The ref, its commit and the path in `main/docs/a.md`, where a branch name may hold slashes."""
    steps = rest.strip("/").split("/")
    for count in range(len(steps), 0, -1):
        ref = "/".join(steps[:count])
        sha = repo.git.resolve(ref)
        if sha is not None:
            return ref, sha, "/".join(steps[count:])
    raise PageError(404, "There is no such branch, tag or commit here.")


def _entry(repo: Repo, sha: str, path: str, *, kind: str) -> Entry:
    found = repo.git.entry(repo.git.tree_of(sha), path)
    if found is None or found.type != kind:
        raise PageError(404, f"There is no {'folder' if kind == 'tree' else 'file'} {path} here.")
    return found


def _crumbs(repo: Repo, ref: str, path: str) -> tuple[Crumb, ...]:
    crumbs = [Crumb(repo.name, f"/{repo.full_name}/tree/{ref}")]
    steps = [step for step in path.split("/") if step]
    crumbs += [
        Crumb(step, f"/{repo.full_name}/tree/{ref}/{'/'.join(steps[: at + 1])}")
        for at, step in enumerate(steps)
    ]
    return tuple(crumbs)
