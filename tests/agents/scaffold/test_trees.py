"""From a PRD to a repository whose tests pass, for products of different kinds, without a model."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from agents.builtin.decompose import DecompositionInputs, decompose
from agents.schemas.backlog import ready
from agents.schemas.pack import ArchitecturePack
from tests.agents.scaffold.building import built, run_tests
from tests.agents.scaffold.plans import (
    CHINESE,
    COMMAND,
    CONTROLLER,
    LIBRARY,
    MOBILE,
    SERVICE,
    WEB_APP,
    invoices,
    planned,
)


@dataclass(frozen=True, slots=True)
class Row:
    """What is expected of one plan: `code` is a file that must be there, or nothing when only documents can be written.

    `today` is how many of its first units can be done at once; where there is little to read, the pages are one of them.
    """

    pack: ArchitecturePack
    units: int
    scaffolded: int
    code: str
    today: int = 3


ROWS = {
    "a service in Python with entities and a store": Row(invoices(), 26, 17, "invoice_desk/api/invoice.py"),
    "the same in TypeScript": Row(invoices(language="TypeScript"), 26, 17, "src/api/invoice.ts"),
    "the same in JavaScript": Row(invoices(language="JavaScript"), 26, 17, "src/api/invoice.js"),
    "a command line in TypeScript with entities": Row(
        invoices(kind="cli", language="TypeScript"), 22, 13, "test/command.test.ts"
    ),
    "a command line with entities": Row(invoices(kind="cli"), 22, 13, "tests/test_command.py"),
    "a library in JavaScript with entities": Row(
        invoices(kind="library", language="JavaScript"), 22, 13, "src/domain/invoice.js"
    ),
}
READ = {
    "a service read from a PRD": Row(planned(SERVICE), 12, 9, "parcel_desk/service.py", today=2),
    "a command line read from a PRD": Row(planned(COMMAND), 10, 7, "tidy/__main__.py", today=2),
    "a library read from a PRD": Row(planned(LIBRARY), 9, 7, "src/health.ts", today=2),
    "a web app read from a PRD": Row(planned(WEB_APP), 10, 8, "src/service.js", today=2),
    "a Chinese PRD": Row(planned(CHINESE), 10, 8, "test/health.test.js", today=2),
    "a mobile app, of which only documents can be written": Row(planned(MOBILE), 8, 4, ""),
    "a controller in Go, of which only documents can be written": Row(planned(CONTROLLER), 8, 2, "", today=1),
}


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS.keys())
def test_a_whole_plan_is_cut_and_scaffolded_and_its_tests_pass(row: Row, tmp_path: Path) -> None:
    result = built(row.pack)
    assert len(result.backlog.units) == row.units
    assert len(result.done) == row.scaffolded
    assert row.code in result.tree
    assert result.notes == []
    run_tests(result.tree, folder=tmp_path)


@pytest.mark.parametrize("row", READ.values(), ids=READ.keys())
def test_a_small_prd_becomes_a_repository_whose_tests_pass(row: Row, tmp_path: Path) -> None:
    result = built(row.pack)
    assert len(result.backlog.units) >= row.units
    assert len(result.done) >= row.scaffolded
    assert result.notes == []
    if row.code:
        assert row.code in result.tree
        run_tests(result.tree, folder=tmp_path)
    else:
        assert {path.rsplit(".", 1)[-1] for path in result.tree} <= {"md", "yml", "yaml", "example"}


@pytest.mark.parametrize("row", (ROWS | READ).values(), ids=(ROWS | READ).keys())
def test_several_of_the_first_dozen_units_can_be_done_today(row: Row) -> None:
    result = built(row.pack)
    first = {unit.id for unit in result.backlog.units[:12]}
    today = {unit.id for unit in ready(result.backlog, ())}
    assert len(first.intersection(result.done)) >= row.today
    assert len(today.intersection(result.done)) >= row.today


@pytest.mark.parametrize("row", (ROWS | READ).values(), ids=(ROWS | READ).keys())
def test_nothing_is_written_where_the_app_must_not(row: Row) -> None:
    forbidden = re.compile(
        r"^\.github/|\.lock$|-lock\.|^\.claude|^CLAUDE\.md$|^AGENTS\.md$|^\.cursor|(^|/)\.\.?/|^/"
    )
    assert [path for path in built(row.pack).tree if forbidden.search(path)] == []


@pytest.mark.parametrize("row", (ROWS | READ).values(), ids=(ROWS | READ).keys())
def test_every_unit_stays_within_the_files_it_names(row: Row) -> None:
    assert [note for note in built(row.pack).notes if "not among" in note] == []


@pytest.mark.parametrize("language", ["JavaScript", "TypeScript"])
def test_the_command_of_the_readme_runs_the_tests(language: str, tmp_path: Path) -> None:
    tree = built(invoices(kind="cli", language=language)).tree
    assert "\nnode --test\n" in tree["README.md"]
    assert "\u2139 fail 0" in run_tests(tree, folder=tmp_path, node=())


def test_what_cannot_be_done_says_that_a_model_or_a_person_is_needed() -> None:
    result = built(invoices())
    reasons = {unit.kind: result.cannot[unit.id] for unit in result.backlog.units if unit.id in result.cannot}
    assert "needs a model or a person" in reasons["requirement"]
    assert reasons["store"] == "A real store needs a driver, credentials and a running server."


def test_the_units_are_the_same_when_only_a_readme_is_there() -> None:
    pack = invoices()
    alone = decompose(DecompositionInputs(pack=pack))
    assert decompose(DecompositionInputs(pack=pack, tree=("LICENSE", "README.md"))) == alone
