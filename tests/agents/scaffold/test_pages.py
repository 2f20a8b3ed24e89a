"""The pages of the plan: four units, or one where there is little to read, and the same files in the end."""

from agents.builtin.decompose import DecompositionInputs, decompose
from agents.builtin.planner import plan
from agents.schemas.pack import ArchitecturePack
from agents.schemas.planner import PlannerInputs
from tests.agents.scaffold.building import built

PAGES = {"architecture", "scope", "decision", "glossary", "pages"}
SHELF = "# Shelf\nA web app.\n## Requirements\n- Members can list books\n- Members can lend a book\n- Members can return a book\n"


def planned(body: str) -> ArchitecturePack:
    outcome = plan(PlannerInputs(body=body))
    assert isinstance(outcome, ArchitecturePack)
    return outcome


def test_a_tiny_product_has_its_pages_in_one_unit() -> None:
    pack = planned(SHELF)
    (unit,) = [each for each in decompose(DecompositionInputs(pack=pack)).units if each.kind in PAGES]
    assert unit.title == "Pages of the approved plan: architecture, scope, decisions and glossary"
    assert unit.files == (
        "docs/architecture.md",
        "docs/scope.md",
        "docs/decisions/*.md",
        "docs/glossary.md",
    )
    assert "the non-goals are listed" in unit.acceptance_criteria
    result = built(pack)
    by = {path for path, number in result.owners.items() if number == unit.id}
    assert {"docs/architecture.md", "docs/scope.md", "docs/glossary.md", "docs/decisions/README.md"} < by
    assert "docs/decisions/0001-one-web-application-with-one-database.md" in by


def test_one_entry_more_and_each_page_has_a_unit() -> None:
    more = "- Members can rate a book\n- Members can reserve a book\n- Members can renew a loan\n"
    pack = planned(f"{SHELF}{more}")
    assert len((*pack.requirements, *pack.nfrs, *pack.actors, *pack.entities, *pack.integrations)) == 8
    kinds = [each.kind for each in decompose(DecompositionInputs(pack=pack)).units]
    assert [each for each in kinds if each in PAGES] == ["architecture", "scope", "decision", "glossary"]
