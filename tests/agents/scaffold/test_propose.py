"""One proposal at a time: what it needs, what it leaves alone, when it says no."""

from agents.builtin.decompose import DecompositionInputs, decompose
from agents.builtin.scaffold import ImplementationInputs, propose, reads
from agents.schemas.pack import ArchitecturePack
from agents.schemas.proposal import CannotPropose, Proposal, canonical, load
from agents.schemas.requirements import Entity
from tests.agents.scaffold.building import built
from tests.agents.scaffold.plans import invoices
from tests.agents.scaffold.proposing import BACKLOG, PACK, contents, proposal, unit_of


def refusal(kind: str, *, tree: tuple[str, ...] = (), pack: ArchitecturePack = PACK) -> CannotPropose:
    backlog = decompose(DecompositionInputs(pack=pack, tree=tree))
    unit_id = unit_of(kind, backlog=backlog)
    answer = propose(ImplementationInputs(pack=pack, backlog=backlog, unit_id=unit_id, tree=tree))
    assert isinstance(answer, CannotPropose), answer
    return answer


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
    assert "this is in Rust" in refusal("skeleton", pack=pack).reason
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


def test_the_proposed_workflow_is_a_document_and_says_so() -> None:
    files = contents(proposal("ci", tree=("invoice_desk/health.py",)))
    assert sorted(files) == ["docs/ci/README.md", "docs/ci/checks.yml"]
    assert "no permission to change workflows" in files["docs/ci/README.md"]


def test_local_stores_listen_on_this_machine_only_and_hold_no_secret() -> None:
    files = contents(proposal("local"))
    assert '"127.0.0.1:5432:5432"' in files["compose.yaml"]
    assert "POSTGRES_PASSWORD=\n" in files[".env.example"]


def test_an_entity_whose_fields_nobody_named_is_not_guessed() -> None:
    pack = invoices(entities=(Entity(id="E-1", name="Invoice"),))
    backlog = decompose(DecompositionInputs(pack=pack))
    answer = propose(
        ImplementationInputs(
            pack=pack,
            backlog=backlog,
            unit_id=unit_of("entity", backlog=backlog),
            tree=("invoice_desk/health.py", "invoice_desk/domain/fields.py"),
        )
    )
    assert isinstance(answer, CannotPropose)
    assert answer.reason == "The PRD does not say what it holds."
    assert "fields: name, due date`" in answer.what_would_help
    assert "interface" not in [unit.kind for unit in backlog.units]


def test_a_stub_is_not_written_over_an_entity_that_people_changed() -> None:
    tree = {
        path: text
        for path, text in built(PACK).tree.items()
        if "api_invoice" not in path and "api/invoice" not in path
    }
    path = "invoice_desk/domain/invoice.py"
    unit = next(each for each in BACKLOG.units if each.kind == "interface")
    assert reads(unit, tree=tuple(tree)) == ("pyproject.toml", path)
    answers = [
        propose(
            ImplementationInputs(
                pack=PACK, backlog=BACKLOG, unit_id=unit.id, tree=tuple(tree), files={path: text}
            )
        )
        for text in (tree[path], tree[path].replace("Invoice", "Bill"))
    ]
    assert isinstance(answers[0], Proposal)
    assert isinstance(answers[1], CannotPropose)
    assert answers[1].reason == "Invoice is no longer what the plan says, so a stub would not fit it."
