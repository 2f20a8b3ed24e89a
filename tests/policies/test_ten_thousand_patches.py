"""Ten thousand made-up patchsets: the paths the gates judge are those of the tree that results, and none gets out.

The oracle shares nothing with the code: it keeps a dictionary of files, has dulwich compute the id of its tree, and
asks git itself for every hundredth.
"""

import random
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pytest
from dulwich.index import commit_tree, validate_path_element_hfs, validate_path_element_ntfs
from dulwich.object_store import MemoryObjectStore

from agents.schemas.proposal import Proposal, ProposedFile
from policies.gates import scope
from policies.patchset import Numbered, Patchset, PinnedBase, build
from policies.tree import EXECUTABLE, FILE, TreeEntry, blob_sha, diff, tree_sha
from policies.verdict import Block
from tests.policies.gates.patchsets import before_gates
from tests.policies.git_repository import GitRepository

# So many proposals make more than ten thousand patchsets, and as many that cannot be one.
COUNT = 28_000
PARTS = 4
LINK, SUBMODULE = 0o120000, 0o160000
NAMED = Numbered(run="42#7", unit_id="U-03", number="PS-1", version=1)
PLAIN = (
    "a",
    "b",
    "A",
    "src",
    "Src",
    "docs",
    "x.py",
    "X.py",
    "read me",
    "é",
    "中",
    "ﬁ",
    "fi",
    "ß",
    "ss",
    "link",
    "module",
)
NASTY = (
    "..", ".", "", ".git", ".GIT", "git~1", ".git ", ".g\u200cit", "a\\b", "C:", "con", "a:b", "a.", " a", "e\u0301", "a\nb",
    "a\u202eb", "\u2025", "\uff0e\uff0e", "\uff0egit", "GITMOD~1", '"a"', "a\0b", "a" * 300,
)  # fmt: skip
CONTENTS = (
    "",
    "x = 1\n",
    "x = 2\n",
    "--- a/x\n+++ b/y\n@@ -1 +1 @@\n",
    "diff --git a/q b/q\n",
    "no end",
    "\u202e\n",
)


@dataclass(frozen=True, slots=True)
class Case:
    base: dict[str, TreeEntry]
    contents: dict[str, bytes]
    files: tuple[ProposedFile, ...]


def cases(part: int) -> Iterator[Case]:
    """A quarter of all cases, the same ones each time."""
    draw = random.Random(part)
    for _ in range(COUNT // PARTS):
        base, contents = _base(draw)
        files = tuple(_file(draw, tuple(base)) for _ in range(draw.randint(1, 4)))
        yield Case(base, contents, files)


def _base(draw: random.Random) -> tuple[dict[str, TreeEntry], dict[str, bytes]]:
    base: dict[str, TreeEntry] = {}
    contents: dict[str, bytes] = {}
    for _ in range(draw.randint(0, 8)):
        path = _path(draw, nasty=0)
        inside = any(path.startswith(f"{other}/") or other.startswith(f"{path}/") for other in base)
        if inside or path in base:
            continue
        mode = draw.choice((FILE, FILE, FILE, EXECUTABLE, LINK, SUBMODULE))
        content = draw.choice(CONTENTS).encode()
        base[path] = TreeEntry(mode, "1" * 40 if mode == SUBMODULE else blob_sha(content))
        if mode != SUBMODULE:
            contents[path] = content
    return base, contents


def _file(draw: random.Random, there: tuple[str, ...]) -> ProposedFile:
    path = draw.choice(there) if there and draw.random() < 0.4 else _path(draw, nasty=0.04)
    # Something below what may be a file, a link or a submodule.
    path = f"{path}/{draw.choice(PLAIN)}" if draw.random() < 0.05 else path
    content = None if path in there and draw.random() < 0.3 else draw.choice(CONTENTS)
    return ProposedFile(
        path=path, content=content, executable=content is not None and draw.random() < 0.2, reason="r"
    )


def _path(draw: random.Random, *, nasty: float) -> str:
    parts = [
        draw.choice(NASTY) if draw.random() < nasty else draw.choice(PLAIN) for _ in range(draw.randint(1, 3))
    ]
    # The schema of proposals refuses an empty path before anybody reads it.
    return "/".join(parts) or "/"


@cache
def built(part: int) -> tuple[tuple[Case, Patchset | Block], ...]:
    made = []
    for case in cases(part):
        base = PinnedBase(42, "octo/shop", "main", "a" * 40, tree_sha(case.base), case.base)
        proposal = Proposal(unit_id="U-03", reading="r", files=case.files)
        made.append((case, build(proposal, named=NAMED, base=base, contents=case.contents)))
    return tuple(made)


def expected(case: Case) -> dict[str, TreeEntry]:
    """The files after the proposal, as a person would work them out."""
    after = dict(case.base)
    for file in case.files:
        if file.content is None:
            del after[file.path]
        else:
            after[file.path] = TreeEntry(
                EXECUTABLE if file.executable else FILE, blob_sha(file.content.encode())
            )
    return after


def dulwich_tree(entries: dict[str, TreeEntry]) -> str:
    listed = [(path.encode(), entry.sha.encode(), entry.mode) for path, entry in entries.items()]
    return commit_tree(MemoryObjectStore(), listed).decode()  # type: ignore[arg-type]  # ids are hexadecimal bytes


def escapes(path: str) -> bool:
    """Whether a checkout of this path may touch anything but a file of this name below the folder."""
    parts = path.split("/")
    return (
        path.startswith("/")
        or bool({"", ".", ".."} & set(parts))
        or any(ord(char) < 32 or char in '\\:<>"|?*' for char in path)
        or not all(
            validate_path_element_ntfs(each.encode()) and validate_path_element_hfs(each.encode())
            for each in parts
        )
    )


@pytest.mark.parametrize("part", range(PARTS))
def test_the_paths_judged_are_the_paths_of_the_tree_that_results(part: int) -> None:
    for case, outcome in built(part):
        if isinstance(outcome, Block):
            continue
        after = expected(case)
        touched = sorted(
            path for path in case.base.keys() | after.keys() if case.base.get(path) != after.get(path)
        )
        verdict = scope.judge(before_gates(*outcome.changes, unit_files=()))
        assert isinstance(verdict, Block)
        assert [line.removesuffix(": not named by the unit") for line in verdict.evidence] == touched
        assert outcome.tree_sha == dulwich_tree(after)
        headers = [line for line in diff(outcome.changes).split("\n") if line.startswith("diff --git ")]
        assert headers == [f"diff --git a/{path} b/{path}" for path in touched]


@pytest.mark.parametrize("part", range(PARTS))
def test_no_path_gets_out_and_no_link_is_written_or_written_through(part: int) -> None:
    for case, outcome in built(part):
        if isinstance(outcome, Block):
            continue
        odd = {path for path, entry in case.base.items() if not stat.S_ISREG(entry.mode)}
        for change in outcome.changes:
            assert not escapes(change.path), change.path
            assert change.after is None or change.mode in {FILE, EXECUTABLE}
            assert not any(change.path == path or change.path.startswith(f"{path}/") for path in odd)


def test_both_outcomes_are_common_and_every_nasty_part_was_tried() -> None:
    outcomes = [each for part in range(PARTS) for each in built(part)]
    assert len(outcomes) == COUNT
    made = sum(isinstance(outcome, Patchset) for _, outcome in outcomes)
    assert 10_000 <= made <= COUNT - 10_000
    tried = {part for case, _ in outcomes for file in case.files for part in file.path.split("/")}
    assert set(NASTY) <= tried
    refused = {outcome.reason.partition("` ")[2] for _, outcome in outcomes if isinstance(outcome, Block)}
    assert len(refused) > 20


def test_git_makes_the_same_tree_of_every_hundredth(tmp_path_factory: pytest.TempPathFactory) -> None:
    git = GitRepository(tmp_path_factory.mktemp("sample"))
    made = [
        (case, outcome)
        for part in range(PARTS)
        for case, outcome in built(part)
        if isinstance(outcome, Patchset)
    ]
    for case, outcome in made[::100]:
        assert outcome.tree_sha == git.write_tree(expected(case))
