"""A patchset is exactly what its proposal makes of its base, and its digest changes with anything a person says yes to."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from agents.schemas.proposal import Proposal, ProposedFile
from policies.patchset import MAX_BYTES, MAX_FILES, Numbered, Patchset, PinnedBase, build
from policies.tree import EXECUTABLE, FILE, Change, TreeEntry, blob_sha, tree_sha
from policies.verdict import Block

CONTENTS = {"README.md": b"# Shop\n", "bin/run": b"#!/bin/sh\n", "src/App.py": b"x = 1\n"}
ENTRIES = {
    "README.md": TreeEntry(FILE, blob_sha(CONTENTS["README.md"])),
    "bin/run": TreeEntry(EXECUTABLE, blob_sha(CONTENTS["bin/run"])),
    "src/App.py": TreeEntry(FILE, blob_sha(CONTENTS["src/App.py"])),
    "old/Twin": TreeEntry(FILE, "1" * 40),
    "old/twin": TreeEntry(FILE, "2" * 40),
}
BASE = PinnedBase(
    repository_id=42,
    repository="octo/shop",
    ref="main",
    sha="a" * 40,
    tree_sha=tree_sha(ENTRIES),
    entries=ENTRIES,
)
NAMED = Numbered(run="octo/shop#7", unit_id="U-03", number="PS-2", version=1)


def file(path: str, content: str | None = "new\n", *, executable: bool = False) -> ProposedFile:
    return ProposedFile(path=path, content=content, executable=executable, reason=f"for {path}")


def built(
    *files: ProposedFile,
    unit: str = "U-03",
    base: PinnedBase = BASE,
    contents: Mapping[str, bytes] = CONTENTS,
    named: Numbered = NAMED,
) -> Patchset | Block:
    proposal = Proposal(unit_id=unit, reading="add it", files=files)
    return build(proposal, named=named, base=base, contents=contents)


def patchset(*files: ProposedFile, base: PinnedBase = BASE, named: Numbered = NAMED) -> Patchset:
    outcome = built(*files, base=base, named=named)
    assert isinstance(outcome, Patchset), outcome
    return outcome


@pytest.mark.parametrize(
    ("outcome", "reason"),
    [
        (built(file("a"), unit="U-04"), "The proposal is for U-04, not for U-03."),
        (built(), "The proposal changes nothing."),
        (built(file("README.md", "# Shop\n")), "The proposal changes nothing."),
        (built(file("a"), file("a", "else")), "`a` is changed twice."),
        (built(file("gone", None)), "`gone` is not on the base, so there is nothing to delete."),
        (built(file("../x")), "`../x` has the part `..`."),
        (built(file("a\u202eb")), "`a[U+202E]b` holds the hidden character U+202E."),
        (built(file("README.md/x")), "`README.md` would be a file and a folder at once."),
        (built(file("README.md"), contents={}), "What `README.md` holds on the base was not read."),
        (
            built(file("README.md"), contents={"README.md": b"moved on\n"}),
            "`README.md` is not the same on the base.",
        ),
        (
            built(file("a"), base=replace(BASE, tree_sha="b" * 40)),
            "The listing of the base is not whole: it does not add up to the base's tree.",
        ),
        (
            built(file("a"), base=replace(BASE, entries={"README.md": ENTRIES["README.md"]})),
            "The listing of the base is not whole: it does not add up to the base's tree.",
        ),
        (
            built(file("readme.md")),
            "On disks that ignore case or Unicode form these are one: README.md = readme.md.",
        ),
        (
            built(file("Src/new.py")),
            "On disks that ignore case or Unicode form these are one: Src = src.",
        ),
        (
            built(*(file(f"f{number}") for number in range(MAX_FILES + 1))),
            "The proposal holds 301 files; at most 300 are read.",
        ),
        (
            built(file("big", "a" * (MAX_BYTES + 1))),
            "The proposal holds 4194305 characters; at most 4194304 are read.",
        ),
        (
            built(file("a").model_copy(update={"content": "\ud800"})),
            "`a` holds text that cannot be written as UTF-8.",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_proposal_that_cannot_be_a_patchset_is_blocked(outcome: Patchset | Block, reason: str) -> None:
    assert isinstance(outcome, Block)
    assert outcome.reason == reason


def test_a_patchset_holds_what_changes_in_order_and_why() -> None:
    made = patchset(
        file("src/App.py", None), file("README.md", "# Shop\n"), file("bin/run"), file("a", executable=True)
    )
    assert made.changes == (
        Change("a", None, b"new\n", EXECUTABLE, FILE),
        Change("bin/run", b"#!/bin/sh\n", b"new\n", FILE, EXECUTABLE),
        Change("src/App.py", b"x = 1\n", None, FILE, FILE),
    )
    assert made.reasons == {"a": "for a", "bin/run": "for bin/run", "src/App.py": "for src/App.py"}
    assert made.tree_sha == tree_sha(
        {
            "README.md": ENTRIES["README.md"],
            "a": TreeEntry(EXECUTABLE, blob_sha(b"new\n")),
            "bin/run": TreeEntry(FILE, blob_sha(b"new\n")),
            "old/Twin": ENTRIES["old/Twin"],
            "old/twin": ENTRIES["old/twin"],
        }
    )
    assert (made.number, made.version, made.repository) == ("PS-2", 1, "octo/shop")
    assert (made.base_ref, made.base_sha, made.base_tree_sha) == ("main", "a" * 40, BASE.tree_sha)


def test_what_the_proposer_says_is_kept_and_no_digest_binds_it() -> None:
    proposal = Proposal(unit_id="U-03", reading="add it", files=(file("a"),), notes=("“shorter” not done.",))
    made = build(proposal, named=NAMED, base=BASE, contents=CONTENTS)
    assert isinstance(made, Patchset)
    assert made.notes == ("“shorter” not done.",)
    assert made.digest == patchset(file("a")).digest


def test_a_renamed_case_is_not_a_twin_of_what_it_replaces() -> None:
    made = patchset(file("src/App.py", None), file("src/app.py", "x = 1\n"))
    assert [change.path for change in made.changes] == ["src/App.py", "src/app.py"]


def test_twins_that_were_there_before_do_not_hold_anybody_up() -> None:
    assert patchset(file("old/other")).changes[0].path == "old/other"


def test_the_order_of_a_proposal_does_not_count() -> None:
    assert patchset(file("a"), file("b")).digest == patchset(file("b"), file("a")).digest


def test_the_digest_is_the_one_anybody_can_compute() -> None:
    made = patchset(file("a"), file("src/App.py", None))
    assert made.tree_sha == "28e25c4659bda44f6c5c53d1f0a2e719e0266e7b"
    # By hand: printf '{"base_ref":"main","base_sha":"aaaa…","files":[{"mode":"100644","path":"a","sha256":"7aa7…"},…' | sha256sum
    assert made.digest == "ca5d7ef4ad9c20dc4d7c563be404e0ecf1d94edda461a561c8661ea18b32b9c2"
    assert made.short == made.digest[:12]


FIRST = patchset(file("a"), file("README.md"))


@pytest.mark.parametrize(
    "other",
    [
        patchset(file("a"), file("README.md", "else\n")),
        patchset(file("a", executable=True), file("README.md")),
        patchset(file("b"), file("README.md")),
        patchset(file("README.md")),
        patchset(file("a"), file("README.md", None)),
        patchset(file("a"), file("README.md"), named=replace(NAMED, version=2)),
        patchset(file("a"), file("README.md"), named=replace(NAMED, run="octo/shop#8")),
        patchset(file("a"), file("README.md"), base=replace(BASE, sha="b" * 40)),
        patchset(file("a"), file("README.md"), base=replace(BASE, ref="release")),
        patchset(file("a"), file("README.md"), base=replace(BASE, repository_id=43)),
    ],
    ids=[
        "content",
        "mode",
        "path",
        "fewer",
        "deleted",
        "version",
        "run",
        "base commit",
        "base branch",
        "repository",
    ],
)
def test_anything_a_yes_is_bound_to_changes_the_digest(other: Patchset) -> None:
    assert other.digest != FIRST.digest


def test_a_unit_is_bound_too() -> None:
    assert replace(FIRST, unit_id="U-04").digest != FIRST.digest
