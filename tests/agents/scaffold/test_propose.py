"""One proposal at a time: what it needs, what it leaves alone, what reviewers may ask of it."""

from pathlib import Path

import pytest

from agents.builtin.decompose import DecompositionInputs, Wish, decompose
from agents.builtin.scaffold import ImplementationInputs, propose, reads
from agents.schemas.backlog import Backlog
from agents.schemas.pack import ArchitecturePack
from agents.schemas.proposal import CannotPropose, Proposal, canonical, load
from tests.agents.scaffold.building import built, run_tests
from tests.agents.scaffold.plans import invoices

PACK = invoices()
BACKLOG = decompose(DecompositionInputs(pack=PACK))


def unit_of(kind: str, *, backlog: Backlog = BACKLOG) -> str:
    return next(unit.id for unit in backlog.units if unit.kind == kind)


def proposal(
    kind: str,
    *,
    tree: tuple[str, ...] = (),
    files: dict[str, str] | None = None,
    feedback: tuple[str, ...] = (),
    pack: ArchitecturePack = PACK,
) -> Proposal:
    backlog = decompose(DecompositionInputs(pack=pack, tree=tree))
    answer = propose(
        ImplementationInputs(
            pack=pack,
            backlog=backlog,
            unit_id=unit_of(kind, backlog=backlog),
            tree=tree,
            files=files or {},
            feedback=tuple(Wish(text=text) for text in feedback),
        )
    )
    assert isinstance(answer, Proposal), answer
    return answer


def refusal(kind: str, *, tree: tuple[str, ...] = (), pack: ArchitecturePack = PACK) -> CannotPropose:
    backlog = decompose(DecompositionInputs(pack=pack, tree=tree))
    unit_id = unit_of(kind, backlog=backlog)
    answer = propose(ImplementationInputs(pack=pack, backlog=backlog, unit_id=unit_id, tree=tree))
    assert isinstance(answer, CannotPropose), answer
    return answer


def contents(answer: Proposal) -> dict[str, str]:
    return {file.path: file.content or "" for file in answer.files}


def test_the_same_question_gets_the_same_bytes_and_they_load_again() -> None:
    answer = proposal("skeleton")
    assert canonical(answer) == canonical(proposal("skeleton"))
    assert load(canonical(answer)) == answer
    assert load(canonical(refusal("workflow"))) == refusal("workflow")


def test_a_unit_that_is_not_in_the_backlog_is_refused() -> None:
    answer = propose(ImplementationInputs(pack=PACK, backlog=BACKLOG, unit_id="U-99"))
    assert answer == CannotPropose(
        unit_id="U-99",
        reason="The backlog holds no such unit.",
        what_would_help="Name a unit of the approved backlog.",
    )


def test_an_entity_waits_for_the_value_checks_it_uses() -> None:
    answer = refusal("entity")
    assert answer.reason == "The base has no invoice_desk/domain/fields.py."
    assert answer.what_would_help.startswith("Merge U-")


def test_a_plan_in_another_language_gets_documents_and_an_honest_no() -> None:
    pack = invoices(language="Rust")
    assert "this plan is in Rust" in refusal("skeleton", pack=pack).reason
    assert "cargo test" in contents(proposal("local", pack=pack))["docs/development.md"]


def test_a_readme_that_is_there_keeps_every_word_and_gains_one_section() -> None:
    answer = proposal("skeleton", tree=("README.md",), files={"README.md": "# Ours\n\nOur words.\n"})
    text = contents(answer)["README.md"]
    assert text.startswith("# Ours\n\nOur words.\n\n## Health check and tests\n")
    assert "python -m unittest" in text


def test_a_readme_nobody_showed_is_left_alone_and_that_is_said() -> None:
    answer = proposal("skeleton", tree=("README.md",))
    assert "README.md" not in contents(answer)
    assert answer.notes == ("`README.md` exists already and is left as it is.",)


def test_only_the_readme_is_asked_for() -> None:
    assert reads(BACKLOG.units[0], tree=("README.md", "x.py")) == ("README.md",)
    assert reads(BACKLOG.units[1], tree=("README.md",)) == ()


def test_a_file_that_is_there_is_never_rewritten() -> None:
    answer = proposal("skeleton", tree=(".gitignore", "tests/__init__.py"))
    assert {".gitignore", "tests/__init__.py"}.isdisjoint(contents(answer))
    assert "`.gitignore` exists already and is left as it is." in answer.notes


def test_nothing_left_to_write_is_said_plainly() -> None:
    assert refusal("architecture", tree=("docs/architecture.md",)).reason == (
        "Everything this unit would write is there already."
    )


def test_decisions_are_numbered_after_those_that_are_there() -> None:
    answer = proposal("decision", tree=("docs/decisions/0007-old.md", "docs/decisions/README.md"))
    assert sorted(contents(answer)) == [
        "docs/decisions/0008-one-service.md",
        "docs/decisions/0009-postgresql.md",
    ]


def test_a_python_repository_with_code_keeps_its_package_and_gains_a_health_check(tmp_path: Path) -> None:
    tree = {
        "pyproject.toml": "[project]\nname = 'desk'\n",
        "desk/__init__.py": "",
        "tests/__init__.py": "",
        "README.md": "# Desk\n",
    }
    result = built(PACK, tree=tree)
    assert "desk/health.py" in result.tree
    assert "desk/domain/invoice.py" in result.tree
    assert result.tree["pyproject.toml"] == tree["pyproject.toml"]
    assert not any(path.startswith("invoice_desk/") for path in result.tree)
    run_tests(result.tree, folder=tmp_path)


def test_a_node_repository_with_code_gains_modules_that_are_modules_whatever_its_manifest_says(
    tmp_path: Path,
) -> None:
    result = built(invoices(language="TypeScript"), tree={"package.json": '{"name": "desk"}\n'})
    assert "src/domain/invoice.mjs" in result.tree
    assert result.tree["package.json"] == '{"name": "desk"}\n'
    run_tests(result.tree, folder=tmp_path)


def test_the_proposed_workflow_is_a_document_and_says_so() -> None:
    files = contents(proposal("ci", tree=("invoice_desk/health.py",)))
    assert sorted(files) == ["docs/ci/README.md", "docs/ci/checks.yml"]
    assert "no permission to change workflows" in files["docs/ci/README.md"]


def test_local_stores_listen_on_this_machine_only_and_hold_no_secret() -> None:
    files = contents(proposal("local"))
    assert '"127.0.0.1:5432:5432"' in files["compose.yaml"]
    assert "POSTGRES_PASSWORD=\n" in files[".env.example"]


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("use a nicer style", "not done: the scaffolder has no model"),
        ("drop file nowhere.md", "not done: this proposal has no file nowhere.md"),
        ("rename a.py to ../b.py", "not done: this proposal has no file a.py"),
        ("rename Invoice to class", "not done: class cannot be a name in code"),
        ("rename dataclass to thing", "not done: dataclass is not a name these files define themselves"),
        ("rename Invoice to parse", "not done: parse is used in these files already"),
        ("name the package other", "not done: the package is named by the skeleton unit"),
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
        if not key.endswith(("/invoice.py", "_invoice.py", "/invoice.js", "invoice.test.js"))
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


def test_a_dropped_file_is_left_out() -> None:
    answer = proposal("skeleton", feedback=("drop file .gitignore",))
    assert ".gitignore" not in contents(answer)
    assert answer.notes == ("“drop file .gitignore” done: .gitignore is left out; what uses it may fail.",)


def test_a_package_named_by_a_reviewer_is_followed_by_the_units_after_it(tmp_path: Path) -> None:
    skeleton = proposal("skeleton", feedback=("name the package Bills",))
    assert "bills/service.py" in contents(skeleton)
    assert "`bills/service.py` is not among the files the unit names." in skeleton.notes
    tree = contents(skeleton)
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
