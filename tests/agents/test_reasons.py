"""Every decision says what it rests on and what it costs; every risk is one of this product."""

import re
from pathlib import Path

import pytest

from agents.builtin.planner import plan
from agents.schemas.architecture import Architecture
from agents.schemas.pack import ArchitecturePack
from agents.schemas.planner import PlannerInputs

PRDS = sorted((Path(__file__).parents[1] / "prds").glob("*.md"))


def drawn(*requirements: str, quality: str = "", constraints: str = "", kind: str = "A web app.", **given: object) -> Architecture:  # fmt: skip
    body = f"# Shelf\n{kind}\n## Requirements\n- Members can list books\n- Members can lend a book\n- Members can rate a book\n"
    body += "".join(f"- {each}\n" for each in requirements)
    body += f"## Non-functional requirements\n- {quality}\n" if quality else ""
    body += f"## Constraints\n- {constraints}\n" if constraints else ""
    outcome = plan(PlannerInputs.model_validate({"body": body, **given}))
    assert isinstance(outcome, ArchitecturePack), outcome
    return outcome.architecture


def why(architecture: Architecture) -> dict[str, str]:
    return {each.title: each.why for each in architecture.decisions}


@pytest.mark.parametrize(
    ("architecture", "title", "reason"),
    [
        (drawn(constraints="Written in Kotlin"), "Use Kotlin", "C-1 says “Written in Kotlin”"),
        (drawn(constraints="Database: MySQL or MariaDB"), "Keep data in MySQL", "C-1 says “Database: MySQL or MariaDB”; of the choice left there, MySQL is taken"),
        (drawn(constraints="Built with React/Vue"), "Use React", "C-1 says “Built with React/Vue”; of the choice left there, React is taken"),
        (drawn(constraints="Built with React Native / Expo"), "Use React Native and Expo", "C-1 says “Built with React Native / Expo”"),
        (drawn(constraints="Database: MySQL"), "Keep data in MySQL", "C-1 says “Database: MySQL”"),
        (drawn("A reminder is sent by e-mail the day before"), "Do slow work apart from requests", "R-4 needs it"),
        (drawn("Members sign in with a password"), "Check who asks in one place, the server", "R-4 limits who may do what"),
        (drawn("Lent books are shown in real time"), "Push changes to whoever is looking, over one open connection", "R-4 must show changes at once"),
        (drawn("Members can upload photos of books"), "Keep files apart from records", "R-4 needs it"),
        (drawn(quality="Up to 50,000 users at the same time"), "Run several copies that keep nothing of their own", "N-1 asks for more than one machine can promise"),
        (drawn("Covers are fetched from Goodreads"), "Reach Goodreads through an adapter", "the rules must not change when somebody else's system does"),
        (drawn("Jobs are kept in a queue", constraints="RabbitMQ is used"), "Hand work over through RabbitMQ", "C-1 says “RabbitMQ is used”; R-4 needs it"),
        (drawn("Covers are cached", constraints="MySQL, Redis and RabbitMQ"), "Keep what is asked for often in Redis", "C-1 says “MySQL, Redis and RabbitMQ”; R-4 needs it"),
        (drawn(constraints="MySQL, Redis and RabbitMQ"), "Keep what is asked for often in Redis", "C-1 says “MySQL, Redis and RabbitMQ”"),
        (drawn(constraints="MySQL, Redis and RabbitMQ"), "Hand work over through RabbitMQ", "C-1 says “MySQL, Redis and RabbitMQ”"),
        (drawn("Each Book has a title and a shelf"), "Keep data in PostgreSQL", "Book must survive a restart"),
        (drawn(kind="A desktop program."), "Keep data in one SQLite file", "Book belongs where it is used"),
    ],
)  # fmt: skip
def test_a_decision_names_what_it_rests_on(architecture: Architecture, title: str, reason: str) -> None:
    assert why(architecture)[title] == reason


@pytest.mark.parametrize(
    ("name", "title"),
    [("PostgreSQL", "Keep data in PostgreSQL"), ("RabbitMQ", "Hand work over through RabbitMQ")],
)
def test_a_mandated_store_or_queue_is_told_once(name: str, title: str) -> None:
    titles = list(why(drawn(constraints=f"{name} and Python")))
    assert [each for each in titles if name in each] == [title]
    assert "Use Python" in titles


def test_of_two_places_for_the_same_data_one_is_a_copy() -> None:
    shared = drawn("Friends share their books with each other", "Works offline", kind="A mobile app.")
    assert [each.gives_up for each in shared.decisions if each.title.startswith("Keep data")] == [
        "a copy that has to be kept in step with the other one",
        "moving to another place later would be a migration",
    ]


@pytest.mark.parametrize(
    "requirement",
    [
        "The billing service can list books",
        "Members can repeat a local checkout of the catalogue",
        "Members can play one shelf vs AI",
        "Members see the books on a shelf and the messages of the day",
        "A row has a height, an intensity, or a classification",
    ],
)
def test_words_that_sound_like_a_danger_are_none(requirement: str) -> None:
    assert [each.matter for each in drawn(requirement).risks] == ["defaults"]


@pytest.mark.parametrize(
    ("requirement", "pushed"),
    [
        ("A lent book appears instantly", True),
        ("Real-time updates of the board", True),
        ("Live prices come through WebSocket", True),
        ("Logout instantly invalidates the session", False),
        ("Results change in real-time as the user types", False),
        ("Real-time total calculation of a basket", False),
        ("Support real-time and batch data pipelines", False),
        ("Prices come from a public WebSocket feed", False),
    ],
)
def test_changes_are_pushed_to_who_looks_and_not_for_all_that_is_quick(
    requirement: str, *, pushed: bool
) -> None:
    assert ("live changes" in {each.matter for each in drawn(requirement).decisions}) == pushed


def test_a_small_product_gets_no_decisions_it_does_not_need() -> None:
    assert len(drawn().decisions) == 2


@pytest.mark.parametrize(
    ("requirement", "beginning"),
    [
        ("Members can pay fees by card", "A payment could be taken twice"),
        ("Patients see their medical records", "Personal data could be seen"),
        ("An AI suggests books", "What a model reads or writes may be wrong"),
        ("Trailers are fetched from YouTube", "YouTube may be slow"),
        ("Books can be lent offline", "Two people or devices may change the same thing"),
        ("Members are notified when a book is back", "A message could go out twice"),
        ("A reader gets a short text message when a book is back", "A message could go out twice"),
        ("Members can reserve a book", "Two people may take the last free one"),
        ("Members pick a day and get a slot", "Two people may take the last free one"),
        ("Members can upload covers", "A file that somebody uploads may be hostile"),
        ("Books are imported from CSV", "Data from outside may be wrong"),
    ],
)
def test_a_risk_comes_from_what_requirements_touch(requirement: str, beginning: str) -> None:
    found = [each for each in drawn(requirement).risks if each.text.startswith(beginning)]
    assert [each.requirement_ids for each in found] == [("R-4",)]
    assert [each for each in drawn().risks if each.text.startswith(beginning)] == []


@pytest.mark.parametrize("path", PRDS, ids=[path.stem for path in PRDS])
def test_reasons_read_as_sentences(path: Path) -> None:
    outcome = plan(PlannerInputs(body=path.read_text()))
    assert isinstance(outcome, ArchitecturePack)
    groups = (outcome.requirements, outcome.nfrs, outcome.prd.constraints, outcome.clarifications)
    known = {each.id for group in groups for each in group}
    for each in outcome.architecture.decisions:
        assert each.why
        assert not each.why.endswith(".")
        assert set(re.findall(r"\b(?:FR|NFR|[RNCQ])-?\d+\b", each.why)) <= known
    texts = [each.text for each in outcome.architecture.risks]
    assert len(texts) == len(set(texts)) <= 8
    assert all(text.endswith(".") for text in texts)
