"""The built-in planner: the right kind of product, one architecture, few questions, answers that land where they belong."""

import json
from pathlib import Path

import pytest

from agents.builtin.planner import plan
from agents.builtin.reader import Unreadable
from agents.builtin.summary import summary
from agents.schemas import pack as packs
from agents.schemas.pack import ArchitecturePack
from agents.schemas.planner import Answer, PlannerInputs
from tests.stories.prds import TOOLS

PRDS = Path(__file__).parents[1] / "prds"
ALL = sorted(PRDS.glob("*.md"))


def planned(body: str, **given: object) -> ArchitecturePack:
    outcome = plan(PlannerInputs.model_validate({"body": body, **given}))
    assert isinstance(outcome, ArchitecturePack), outcome
    return outcome


def prd(name: str) -> str:
    return (PRDS / f"{name}.md").read_text()


@pytest.mark.parametrize(
    ("name", "kind", "language"),
    [
        ("clinic-booking", "web_app", ""),
        ("vereinsapp", "mobile_app", ""),
        ("log-mover", "pipeline", "Python"),
        ("tab-keeper", "extension", ""),
        ("dungeon-notes", "game", "TypeScript"),
        ("pedidos", "web_app", ""),
        ("receipt-library", "library", "TypeScript"),
    ],
)
def test_the_kind_of_product_follows_from_the_text(name: str, kind: str, language: str) -> None:
    drawn = planned(prd(name)).architecture
    assert drawn.kind == kind
    assert drawn.language == language


@pytest.mark.parametrize("path", ALL, ids=[path.stem for path in ALL])
def test_every_requirement_has_a_component_and_a_source(path: Path) -> None:
    pack = planned(path.read_text())
    served = {each for part in pack.architecture.components for each in part.requirement_ids}
    assert {each.id for each in (*pack.requirements, *pack.nfrs)} <= served
    assert all(each.lines for each in (*pack.requirements, *pack.nfrs))
    assert len(pack.prd.understood) == 5
    assert pack.architecture.decisions
    assert len(pack.clarifications) <= 5


@pytest.mark.parametrize("path", ALL, ids=[path.stem for path in ALL])
def test_the_same_input_gives_the_same_bytes(path: Path) -> None:
    body = path.read_text()
    assert packs.canonical(planned(body)) == packs.canonical(planned(body))


def test_a_mobile_app_gets_no_web_service() -> None:
    body = "# Stroll\nA mobile app for iOS and Android.\n## Features\n- Record a walk\n- Show walks on a map\n- Save photos\n- Delete a walk\n"
    pack = planned(body)
    assert pack.architecture.kind == "mobile_app"
    assert "PostgreSQL" not in json.dumps(pack.model_dump(mode="json"))
    assert {part.kind for part in pack.architecture.components} <= {"client", "domain", "files"}


def test_mandated_technology_is_obeyed() -> None:
    body = "# Ledger service\n## Functional requirements\n- Store bookings\n- List bookings\n- Delete bookings\n- Send a monthly report\n## Technology\n- Database: MySQL\n- Language: Java\n"
    drawn = planned(body).architecture
    assert drawn.language == "Java"
    assert [part.technology for part in drawn.components if part.kind == "store"] == ["MySQL"]


def test_the_organisation_s_constraints_are_obeyed() -> None:
    pack = planned(prd("pedidos"), constraints="stack:\n  language: Kotlin\n  database: MariaDB\n")
    assert [each.text for each in pack.org_constraints] == [
        "stack.language: Kotlin",
        "stack.database: MariaDB",
    ]
    assert pack.architecture.language == "Kotlin"
    assert "MariaDB" in [part.technology for part in pack.architecture.components]


def test_one_sentence_gives_questions_and_no_inventions() -> None:
    pack = planned(prd("one-sentence"))
    assert [each.text for each in pack.requirements] == ["An app where neighbours can lend each other tools."]
    assert (
        pack.clarifications[0].text
        == "What shall a person be able to do with it, step by step, from start to finish?"
    )
    assert pack.clarifications[0].blocking
    assert [each.question for each in pack.open_questions] == ["Q1"]
    assert 3 <= len(pack.clarifications) <= 5


def test_nothing_is_asked_when_nothing_matters() -> None:
    assert planned(prd("receipt-library")).clarifications == ()


def test_the_first_answer_brings_requirements() -> None:
    answer = Answer(question_id="q1", text="- List a tool\n- Ask for a tool\n- Return a tool", by="mona")
    pack = planned(prd("one-sentence"), answers=(answer,))
    assert [each.text for each in pack.requirements[1:]] == ["List a tool", "Ask for a tool", "Return a tool"]
    assert (pack.clarifications[0].answer, pack.clarifications[0].by) == (answer.text, "mona")
    assert pack.refinement.applied[0].outcome == "Q1: 3 requirements read from the answer."
    assert pack.open_questions == ()


def test_an_answer_about_the_kind_redraws_the_plan() -> None:
    pack = planned(prd("one-sentence"), answers=(Answer(question_id="Q2", text="a mobile app", by="mona"),))
    assert pack.architecture.kind == "mobile_app"
    shape = pack.architecture.decisions[0]
    assert shape.why.startswith("the answer to question 2 asks for a mobile app; ")
    assert shape.because == ("Q2",)


def test_a_technology_in_an_answer_is_decided_because_of_it() -> None:
    language = next(each.id for each in planned(TOOLS).clarifications if "language" in each.text)
    pack = planned(TOOLS, answers=(Answer(question_id=language, text="Go", by="mona"),))
    assert [(each.title, each.why, each.because) for each in pack.architecture.decisions if language in each.because] == [
        ("Use Go", f"the answer to question {language[1:]} names it", (language,))
    ]  # fmt: skip
    assert pack.refinement.applied[0].outcome == f"{language}: the plan uses Go."


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("default", "Until its owner deletes it; deletion is complete within 30 days."),
        ("b", "One year after the last use."),
        ("Ten years, by law", "Ten years, by law"),
    ],
)
def test_defaults_letters_and_words_are_answers(text: str, stored: str) -> None:
    pack = planned(prd("clinic-booking"), answers=(Answer(question_id="2", text=text, by="raj"),))
    assert pack.clarifications[1].answer == stored
    assert not any(each.origin == "answer" for each in pack.prd.constraints)
    # The question's own line tells it all, so it is no decision of the drawing.
    assert pack.architecture.decisions == planned(prd("clinic-booking")).architecture.decisions
    assert f"(answered by raj: {stored.rstrip('.')};" in summary(pack)
    assert "Q2" not in [each.question for each in pack.assumptions]


def test_an_answer_to_no_question_is_said_so() -> None:
    pack = planned(prd("receipt-library"), answers=(Answer(question_id="Q9", text="yes", by="raj"),))
    assert pack.refinement.applied[0].outcome == "There is no question Q9; nothing changed."


def test_a_requirement_that_is_also_excluded_becomes_a_question() -> None:
    body = "# Tool\nA web app.\n## Requirements\n- Export invoices as spreadsheet\n- Show invoices\n- Pay invoices\n- Delete invoices\n## Out of scope\n- Export invoices\n"
    pack = planned(body)
    asked = [each for each in pack.clarifications if "whether this is in scope" in each.text]
    assert [each.lines for each in asked] == [(4, 9)]
    assert asked[0].options[0] == "It is out of scope: Export invoices"


def test_stories_are_planned_when_there_is_nothing_else() -> None:
    pack = planned(
        "# Tool\nA web app.\n\n- As a cook, I want to print recipes so that I can use them.\n- As a cook I want to rate recipes so that others know.\n"
    )
    assert [(each.text, each.origin, each.lines) for each in pack.requirements] == [
        ("Print recipes", "derived", (4,)),
        ("Rate recipes", "derived", (5,)),
    ]


def test_a_story_that_wants_a_quality_is_planned_as_one() -> None:
    pack = planned(
        "# Tool\nA web app.\n\n- As a cook, I want to print recipes so that I can use them.\n- As a developer, I want rate limiting on all routes so that nobody floods us.\n"
    )
    assert [each.text for each in pack.requirements] == ["Print recipes"]
    assert [(each.text, each.category, each.origin, each.lines) for each in pack.nfrs] == [
        ("Rate limiting on all routes", "security", "derived", (5,))
    ]
    assert len(pack.prd.user_stories) == 2


def test_own_ids_are_kept_and_the_others_numbered() -> None:
    pack = planned(
        "# T\n## Requirements\n- FR-1: Send mail\n- Read mail\n- FR-1: Delete mail\n- R-1: Sort mail\n"
    )
    assert [each.id for each in pack.requirements] == ["FR-1", "R-2", "R-3", "R-1"]


def test_what_cannot_be_read_is_a_value() -> None:
    assert isinstance(plan(PlannerInputs(body="")), Unreadable)


def test_numbers_are_read_from_quality_demands() -> None:
    targets = [each.target for each in planned(prd("clinic-booking")).nfrs]
    assert [(each.comparison, each.quantity, each.unit) for each in targets if each] == [
        ("<", 2.0, "seconds"),
        ("=", 99.5, "%"),
    ]
