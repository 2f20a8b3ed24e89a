"""Measures what judging a patchset costs: computing its tree on ten thousand files, and every gate on four hundred changed lines.

`python -m bench.gates`. The peer is git itself, which reads the same tree into an index and writes the changed one.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from agents.schemas.proposal import Proposal, ProposedFile
from bench.lines import show
from config.repo_policy import RepoPolicy
from policies.gates import judge_all
from policies.gates.input import GateInput
from policies.patchset import Numbered, Patchset, PinnedBase, build
from policies.tree import FILE, TreeEntry, blob_sha, tree_sha

FILES = 10_000
CHANGED = 8
LINES = 25
ROUNDS = 5
AIM = 1.0


def content(number: int) -> str:
    """A file of plain Python."""
    return "".join(
        f"def step_{number}_{line}(value: int) -> int:\n    return value + {line}\n" for line in range(LINES)
    )


def main() -> None:
    """Measure and print."""
    files = {f"src/part_{number % 100:02}/module_{number}.py": content(number) for number in range(FILES)}
    entries = {path: TreeEntry(FILE, blob_sha(text.encode())) for path, text in files.items()}
    base = PinnedBase(1, "acme/shop", "main", "0" * 40, tree_sha(entries), entries)
    chosen = list(files)[:CHANGED]
    changed = {path: files[path].replace("value +", "value -") for path in chosen}
    proposal = Proposal(
        unit_id="U-01",
        reading="Steps go down.",
        files=tuple(ProposedFile(path=path, content=text, reason="down") for path, text in changed.items()),
    )
    before = {path: files[path].encode() for path in chosen}
    named = Numbered("acme/shop#7", "U-01", "PS-1", 1)
    built = build(proposal, named=named, base=base, contents=before)
    if not isinstance(built, Patchset):
        sys.exit(built.reason)
    judged = GateInput(built, tuple(chosen), RepoPolicy.default())
    lines = 2 * CHANGED * LINES
    tree = seconds(lambda: build(proposal, named=named, base=base, contents=before))
    gates = seconds(lambda: judge_all(judged))
    git, same = by_git(files, changed, built.tree_sha)
    how = f"the median of {ROUNDS}; {FILES} files, {lines} changed lines in {CHANGED} files"
    show("gates: a patchset's tree", tree, "s", aim=f"<= {AIM:.0f}", holds=tree <= AIM, how=how)
    show("gates: all of them", gates, "s", aim=f"<= {AIM:.0f}", holds=gates <= AIM, how=how)
    told = f"{how}; git's read-tree, update-index and write-tree take {git * 1000:.0f} ms and make {'the same' if same else 'ANOTHER'} tree"
    show("gates: a patchset's tree, ours : git", tree / git, "ratio", aim="", holds=same, how=told)


def seconds(work: Callable[[], object]) -> float:
    """The median time."""
    taken = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)


def by_git(files: dict[str, str], changed: dict[str, str], expected: str) -> tuple[float, bool]:
    """What the same takes git, and whether it makes the same tree."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "GIT_DIR": f"{folder}/git", "GIT_WORK_TREE": folder}

        def git(*arguments: str, given: str = "") -> str:
            done = subprocess.run(["git", *arguments], env=environment, input=given, text=True, check=True, capture_output=True, cwd=folder)  # fmt: skip
            return done.stdout.strip()

        git("init", "-q")
        for path, text in files.items():
            target = Path(folder, path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text)
        git("add", "src")
        before = git("write-tree")
        for path, text in changed.items():
            Path(folder, path).write_text(text)
        blobs = [git("hash-object", "-w", path) for path in changed]
        listed = "".join(f"100644 {blob}\t{path}\n" for blob, path in zip(blobs, changed, strict=True))
        made: list[str] = []

        def cycle() -> None:
            git("read-tree", before)
            git("update-index", "--index-info", given=listed)
            made.append(git("write-tree"))

        return seconds(cycle), set(made) == {expected}


if __name__ == "__main__":
    main()
