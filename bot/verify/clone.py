"""Runs in a clone of their repository: the plans that were merged, and the ledger that led to each."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dulwich.errors import NotGitRepository
from dulwich.objects import Blob, Commit, Tree
from dulwich.refs import Ref
from dulwich.repo import Repo

from bot.verify.problems import NotChecked, NotVerified
from policies import artifacts as files
from policies import entries as e
from policies.chain import Broken, Record, from_jsonl
from policies.characters import visible
from policies.entries import from_data

LARGEST = 64 * 1024 * 1024
_HEADS = (Ref(b"refs/remotes/origin/HEAD"), Ref(b"HEAD"))
_RUN = re.compile(r"[1-9][0-9]{0,9}")


@dataclass(frozen=True, slots=True)
class Landed:
    """One run's folder as it stands at `commit`: its ledger up to the write, and the files beside it."""

    issue: int
    commit: str
    records: tuple[Record, ...]
    files: Mapping[str, bytes]


def is_clone(folder: Path) -> bool:
    """Whether this is a git repository, bare or with a work tree."""
    try:
        with Repo(str(folder)):
            return True
    except NotGitRepository:
        return False


def landed(folder: Path, issue: int | None) -> tuple[Landed, ...]:
    """The runs on the default branch as the clone knows it, or the one that is asked for."""
    with Repo(str(folder)) as repo:
        commit = _default(repo)
        root = _at(repo, commit.tree, ".signalbox", "runs")
        names = [item.path.decode() for item in root.items()] if isinstance(root, Tree) else []
        runs = sorted(int(name) for name in names if _RUN.fullmatch(name))
        if issue is not None and issue not in runs:
            raise NotChecked(f"there is no {files.folder(issue)} on the default branch")
        if not runs:
            raise NotChecked("there is no .signalbox/runs on the default branch: no plan was merged")
        wanted = runs if issue is None else [issue]
        return tuple(_landed(repo, commit, number) for number in wanted)


def file_problem(run: Landed) -> NotVerified | None:
    """What does not fit between the ledger's last approval of a plan and the files beside it."""
    entries = [from_data(record.type, record.data) for record in run.records]
    intent = entries[-1]
    if not isinstance(intent, e.WriteIntended) or intent.subject != "plan":
        return NotVerified(
            f"entry {len(entries) - 1} is not the intent to write a plan, which is where it must end"
        )
    plan = next(
        (each for each in entries if isinstance(each, e.PlanProposed) and each.digest == intent.digest), None
    )
    if plan is None:
        return NotVerified(f"entry {len(entries) - 1} writes a plan that was never proposed")
    for name, digest in plan.files.items():
        if name not in run.files:
            return NotVerified(f"{visible(name)} is named by the approved plan and is not here")
        if hashlib.sha256(run.files[name]).hexdigest() != digest:
            return NotVerified(f"{visible(name)} is not the file that was approved: its SHA-256 differs")
    others = run.files.keys() - plan.files.keys() - {files.LEDGER}
    if others:
        return NotVerified(f"{visible(min(others))} lies beside the plan and nobody approved it")
    return None


def _default(repo: Repo) -> Commit:
    for name in _HEADS:
        try:
            found = repo[name]
        except KeyError:
            continue
        if isinstance(found, Commit):
            return found
    raise NotChecked("the repository has no commit yet")


def _landed(repo: Repo, commit: Commit, issue: int) -> Landed:
    folder = _at(repo, commit.tree, ".signalbox", "runs", str(issue))
    if not isinstance(folder, Tree):
        raise NotChecked(f"{files.folder(issue)} is no folder")
    found: dict[str, bytes] = {}
    for item in folder.items():
        blob = repo[item.sha]
        if isinstance(blob, Blob):
            if blob.raw_length() > LARGEST:
                raise NotChecked(f"{files.folder(issue)} holds a file that is too large to check")
            found[item.path.decode(errors="replace")] = blob.data
    if files.LEDGER not in found:
        raise NotChecked(f"{files.folder(issue)} holds no {files.LEDGER}")
    records = from_jsonl(found[files.LEDGER])
    if isinstance(records, Broken):
        raise NotVerified(f"broken at entry {records.seq}: {records.reason}")
    if not records:
        raise NotVerified(f"{files.LEDGER} is empty")
    return Landed(issue, commit.id.decode(), records, found)


def _at(repo: Repo, tree: bytes, *parts: str) -> object:
    """The object at a path, None when there is none."""
    found: object = repo[tree]
    for part in parts:
        if not isinstance(found, Tree) or part.encode() not in found:
            return None
        found = repo[found[part.encode()][1]]
    return found
