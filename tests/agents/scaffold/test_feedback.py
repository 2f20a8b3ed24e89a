"""What reviewers may ask of a scaffolded proposal, what comes of it, and the honest answer to everything else."""

from pathlib import Path

import pytest

from agents.builtin.decompose import DecompositionInputs, Wish, decompose
from agents.builtin.scaffold import ImplementationInputs, propose
from agents.schemas.proposal import CannotPropose, Proposal
from agents.schemas.requirements import Entity
from tests.agents.scaffold.building import built, run_tests
from tests.agents.scaffold.plans import invoices
from tests.agents.scaffold.proposing import BACKLOG, PACK, contents, proposal, unit_of


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("use a nicer style", "not done: without a model I understand only `rename"),
        ("drop file nowhere.md", "not done: this proposal has no file nowhere.md"),
        ("rename a.py to ../b.py", "not done: this proposal has no file a.py"),
        ("rename Invoice to class", "not done: class cannot be a name in code"),
        ("rename dataclass to thing", "not done: dataclass is not a name these files define themselves"),
        ("rename Invoice to parse", "not done: parse is used in these files already"),
        (
            "call the package other",
            "not done: the backlog names the package and its files, so say `/refine backlog name the package other`",
        ),
        (
            "rename invoice_desk/domain/invoice.py to /etc/x.py",
            "not done: /etc/x.py is taken, or is not a path",
        ),
    ],
)
def test_what_reviewers_ask_and_cannot_have_changes_nothing_and_is_said(text: str, note: str) -> None:
    tree = ("invoice_desk/domain/fields.py", "invoice_desk/health.py", "invoice_desk/__init__.py")
    plan = BACKLOG
    plain = propose(ImplementationInputs(pack=PACK, backlog=plan, unit_id=unit_of("entity"), tree=tree))
    answer = propose(
        ImplementationInputs(
            pack=PACK,
            backlog=plan,
            unit_id=unit_of("entity"),
            tree=tree,
            feedback=(Wish(text=text),),
            version=2,
        )
    )
    assert isinstance(plain, Proposal)
    assert isinstance(answer, Proposal)
    assert answer.files == plain.files
    assert note in answer.notes[0]


@pytest.mark.parametrize(
    ("language", "text", "path", "words"),
    [
        ("Python", "rename Invoice to Bill", "invoice_desk/domain/invoice.py", "class Bill:"),
        ("Python", "rename total_amount to total", "tests/test_invoice.py", '"total": "12.50"'),
        (
            "Python",
            "Rename `invoice_desk/domain/invoice.py` to `invoice_desk/domain/bill.py`.",
            "invoice_desk/domain/bill.py",
            "class Invoice:",
        ),
        ("JavaScript", "rename Invoice to Bill", "src/domain/invoice.js", "@returns {Bill}"),
        ("JavaScript", "rename total_amount to total", "test/invoice.test.js", "total: '12.50'"),
        ("TypeScript", "rename Invoice to Bill", "src/domain/invoice.ts", "export type Bill ="),
        ("TypeScript", "rename total_amount to total", "src/domain/invoice.ts", "  total: string;"),
        ("TypeScript", "rename src/domain/invoice.ts to src/domain/bill.ts", "src/domain/bill.ts", "Invoice"),
        ("JavaScript", "rename src/domain/invoice.js to src/domain/bill.js", "src/domain/bill.js", "Invoice"),
    ],
)
def test_what_is_renamed_still_passes_its_tests(
    language: str, text: str, path: str, words: str, tmp_path: Path
) -> None:
    pack = invoices(language=language)
    result = built(pack)
    unit_id = unit_of("entity", backlog=result.backlog)
    base = {
        key: value
        for key, value in result.tree.items()
        if not key.endswith(
            ("/invoice.py", "_invoice.py", "/invoice.js", "invoice.test.js", "/invoice.ts", "invoice.test.ts")
        )
    }
    answer = propose(
        ImplementationInputs(
            pack=pack, backlog=result.backlog, unit_id=unit_id, tree=tuple(base), feedback=(Wish(text=text),)
        )
    )
    assert isinstance(answer, Proposal)
    assert words in contents(answer)[path]
    assert " done" in answer.notes[0]
    assert "not done" not in answer.notes[0]
    run_tests(base | contents(answer), folder=tmp_path)


@pytest.mark.parametrize("language", ["Python", "JavaScript", "TypeScript"])
def test_fields_that_people_name_become_attributes(language: str, tmp_path: Path) -> None:
    pack = invoices(language=language, entities=(Entity(id="E-1", name="Invoice"),))
    result = built(pack)
    unit_id = unit_of("entity", backlog=result.backlog)
    answer = propose(
        ImplementationInputs(
            pack=pack,
            backlog=result.backlog,
            unit_id=unit_id,
            tree=tuple(result.tree),
            feedback=(Wish(text="fields: supplier, due date and `total amount`"),),
        )
    )
    assert isinstance(answer, Proposal)
    assert answer.notes == (
        "“fields: supplier, due date and `total amount`” done: it now has supplier, due date, total amount too.",
    )
    code = "\n".join(contents(answer).values())
    assert "total_amount" in code
    assert "and those people asked for" in code
    run_tests(result.tree | contents(answer), folder=tmp_path)


def test_a_dropped_file_is_left_out() -> None:
    answer = proposal("skeleton", feedback=("drop file .gitignore",))
    assert ".gitignore" not in contents(answer)
    assert answer.notes == ("“drop file .gitignore” done: .gitignore is left out; what uses it may fail.",)


def test_a_wish_that_is_taken_back_is_not_carried_out() -> None:
    answer = proposal("skeleton", feedback=("drop file .gitignore", "undo", "take that back"))
    assert ".gitignore" in contents(answer)
    assert answer.notes == (
        "“undo” done: “drop file .gitignore” is taken back.",
        "“take that back” not done: there is nothing to take back.",
    )


def test_an_undo_takes_back_the_last_wish_that_was_understood() -> None:
    said = ("drop file .gitignore", "make it nicer", "name the package Bills", "undo", "undo")
    answer = proposal("skeleton", feedback=said)
    assert ".gitignore" in contents(answer)
    assert answer.notes[-2:] == (
        "“undo” done: “drop file .gitignore” is taken back.",
        "“undo” not done: there is nothing to take back.",
    )
    assert len(answer.notes) == 4


def test_a_package_that_is_called_so_already_is_said_to_be() -> None:
    answer = proposal("skeleton", feedback=("name the package Invoice Desk",))
    assert answer.notes == ("“name the package Invoice Desk” done: it is called `invoice_desk` already.",)


def test_fields_that_are_taken_back_are_not_written() -> None:
    tree = ("invoice_desk/domain/fields.py", "invoice_desk/health.py", "invoice_desk/__init__.py")
    answer = propose(
        ImplementationInputs(
            pack=PACK,
            backlog=BACKLOG,
            unit_id=unit_of("entity"),
            tree=tree,
            feedback=(Wish(text="fields: supplier"), Wish(text="nicer"), Wish(text="undo")),
        )
    )
    assert isinstance(answer, Proposal)
    assert "supplier" not in "\n".join(contents(answer).values())


def test_all_files_left_out_is_said_as_it_is_and_how_to_take_it_back() -> None:
    said = propose(
        ImplementationInputs(
            pack=PACK,
            backlog=BACKLOG,
            unit_id=unit_of("scope"),
            feedback=(Wish(text="drop file docs/scope.md"),),
        )
    )
    assert isinstance(said, CannotPropose)
    assert said.reason == "Every file it would write is left out at somebody's wish."
    assert said.what_would_help == f"`/refine {said.unit_id} undo` takes the last wish back."


def test_a_readme_that_is_left_out_by_a_wish_is_not_said_to_be_there_already() -> None:
    answer = proposal(
        "skeleton",
        tree=("README.md",),
        files={"README.md": "# Invoices\n"},
        feedback=("drop file README.md",),
    )
    assert answer.notes == ("“drop file README.md” done: README.md is left out; what uses it may fail.",)


def test_a_package_named_in_the_backlog_is_followed_by_the_units_after_it(tmp_path: Path) -> None:
    skeleton = proposal("skeleton")
    tree = {
        path.replace("invoice_desk/", "bills/"): text.replace("invoice_desk", "bills")
        for path, text in contents(skeleton).items()
    }
    settings = propose(
        ImplementationInputs(pack=PACK, backlog=BACKLOG, unit_id=unit_of("settings"), tree=tuple(tree))
    )
    assert isinstance(settings, Proposal)
    assert "bills/settings.py" in contents(settings)
    run_tests(tree | contents(settings), folder=tmp_path)


def test_a_package_named_in_the_backlog_is_in_every_path() -> None:
    named = decompose(DecompositionInputs(pack=PACK, refinements=(Wish(text="name the package Bills"),)))
    paths = [path for unit in named.units for path in unit.files]
    assert "bills/domain/invoice.py" in paths
    assert not any("invoice_desk" in path for path in paths)
