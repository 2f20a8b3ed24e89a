"""What the built-in scaffolder proposes for a new project gets past the gates, unit after unit, without a block."""

import pytest

from agents.builtin.decompose import DecompositionInputs, decompose
from agents.builtin.planner import plan
from agents.builtin.scaffold import ImplementationInputs, propose, reads
from agents.schemas.backlog import Backlog, ready
from agents.schemas.pack import ArchitecturePack
from agents.schemas.planner import PlannerInputs
from agents.schemas.proposal import Proposal
from config.repo_policy import RepoPolicy
from policies.gates import judge_all
from policies.gates.input import GateInput
from policies.patchset import Numbered, Patchset, PinnedBase, build
from policies.tree import FILE, TreeEntry, blob_sha, tree_sha
from policies.verdict import Block, Pass, Verdict

PYTHON = """\
# Lending Desk

A web service in Python that tells a library who has which book. Data is kept in PostgreSQL.

## Functional requirements
- FR-1: The service must lend a book to a member.
- FR-2: The service must take a book back.
- FR-3: A librarian can list overdue books.

## Non-functional requirements
- NFR-1: 95 % of requests are answered within 200 ms.
"""

TYPESCRIPT = """\
# Colour Names

A TypeScript library that finds the nearest named colour.

## Requirements
- R1: The library must return the nearest name for a hex value.
- R2: The library must accept a palette of one's own.
"""

Contents = dict[str, bytes]


def on_base(proposal: Proposal, *, contents: Contents) -> Patchset:
    entries = {path: TreeEntry(FILE, blob_sha(content)) for path, content in contents.items()}
    base = PinnedBase(42, "octo/lending", "main", "a" * 40, tree_sha(entries), entries)
    named = Numbered("octo/lending#1", proposal.unit_id, "PS-1", 1)
    patchset = build(proposal, named=named, base=base, contents=contents)
    assert isinstance(patchset, Patchset), patchset
    return patchset


def proposals(
    pack: ArchitecturePack, backlog: Backlog, *, contents: Contents, done: list[str], tried: set[str]
) -> tuple[Proposal, ...]:
    """What can be proposed now on what the units before have left."""
    tree = tuple(sorted(contents))
    answers = []
    for unit in ready(backlog, done):
        if unit.id not in tried:
            tried.add(unit.id)
            files = {path: contents[path].decode() for path in reads(unit, tree=tree)}
            answers.append(
                propose(
                    ImplementationInputs(pack=pack, backlog=backlog, unit_id=unit.id, tree=tree, files=files)
                )
            )
    return tuple(answer for answer in answers if isinstance(answer, Proposal))


@pytest.mark.parametrize("prd", [PYTHON, TYPESCRIPT], ids=["python", "typescript"])
def test_scaffolded_units_get_past_the_gates_in_dependency_order(prd: str) -> None:
    pack = plan(PlannerInputs(body=prd))
    assert isinstance(pack, ArchitecturePack)
    backlog = decompose(DecompositionInputs(pack=pack))
    files = {unit.id: unit.files for unit in backlog.units}
    contents: Contents = {}
    done: list[str] = []
    tried: set[str] = set()
    findings: list[tuple[str, Verdict]] = []
    while pending := proposals(pack, backlog, contents=contents, done=done, tried=tried):
        for proposal in pending:
            patchset = on_base(proposal, contents=contents)
            verdicts = judge_all(GateInput(patchset, files[proposal.unit_id], RepoPolicy.default()))
            findings += [(proposal.unit_id, each) for each in verdicts if not isinstance(each, Pass)]
            contents |= {change.path: change.after or b"" for change in patchset.changes}
            done.append(proposal.unit_id)
    assert len(done) >= 3
    assert [finding for finding in findings if isinstance(finding[1], Block)] == []
    # What a new project installs and runs is shown to whoever approves the units that bring it.
    assert {finding.rule for _, finding in findings} == {"dependencies", "new-dependencies", "build-files"}
    assert [unit for unit, finding in findings if finding.rule == "dependencies"] == ["U-01"]
