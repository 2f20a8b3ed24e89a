"""Two technologies of which a document names both: people choose one, or the plan takes the first where nobody minds."""

import pytest

from agents.builtin.decompose import DecompositionInputs, decompose
from agents.builtin.planner import plan
from agents.schemas.pack import ArchitecturePack
from agents.schemas.planner import Answer, PlannerInputs

SHELF = """# Shelf

A web application for 50 members of a library.

## Requirements

- Members register with a mail address.
- Members can lend a book.
- Members can return a book.
- Members can rate a book.

## Constraints

- {}
"""
BOX = """# Plant waterer

A small box that waters my balcony plants while I am away.

- It measures the soil moisture in each of four pots every hour.
- It waters a pot for ten seconds when the soil is dry.
- A button waters all pots at once.
- A red light shows when the tank is empty.

ESP32 board. {}
No app. I do not want more than one box.
"""


def planned(body: str, *answers: Answer) -> ArchitecturePack:
    pack = plan(PlannerInputs(body=body, answers=answers))
    assert isinstance(pack, ArchitecturePack)
    return pack


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("The back end is written in Django or FastAPI.", "Django or FastAPI?"),
        ("Database: PostgreSQL or MySQL", "PostgreSQL or MySQL?"),
        ("Hosting on Fly.io or Heroku.", "Fly.io or Heroku?"),
    ],
)
def test_two_that_are_named_are_a_question_and_the_first_is_taken(line: str, asked: str) -> None:
    pack = planned(SHELF.format(line))
    (question,) = [each for each in pack.clarifications if each.text == asked]
    first, second = question.options
    assert question.default == first
    assert line.rstrip(".") in question.why
    for answer, taken, left in ((None, first, second), ("b", second, first)):
        given = () if answer is None else (Answer(question_id=question.id, text=answer, by="mona"),)
        made = " ".join(each.title for each in planned(SHELF.format(line), *given).architecture.decisions)
        assert taken.rstrip(".") in made
        assert left.rstrip(".") not in made


@pytest.mark.parametrize(
    "line",
    [
        "The back end is written in Django.",
        "It works in Chrome or Firefox.",
        "Files are exported as Excel or CSV.",
        "The back end is written in Django or FastAPI, whichever is easier.",
        "PostgreSQL or MySQL, we do not mind.",
    ],
)
def test_one_a_pair_for_people_and_a_choice_that_is_left_to_us_are_no_question(line: str) -> None:
    assert not [
        each.text
        for each in planned(SHELF.format(line)).clarifications
        if " or " in each.text and each.text.count(" ") < 4
    ]


@pytest.mark.parametrize(
    ("line", "language", "gone"),
    [
        ("Arduino or MicroPython, whichever is easier.", "C++", "MicroPython"),
        ("MicroPython or Arduino, I don't care.", "MicroPython", "Arduino"),
    ],
)
def test_a_choice_that_is_left_to_us_is_one_decision_that_all_units_obey(
    line: str, language: str, gone: str
) -> None:
    pack = planned(BOX.format(line))
    said = [each.text for each in pack.clarifications] + [each.text for each in pack.open_questions]
    assert not any("MicroPython" in each for each in said)
    assert pack.architecture.language == language
    assert not any(gone in each.title for each in pack.architecture.decisions)
    titles = [each.title for each in decompose(DecompositionInputs(pack=pack)).units]
    assert "Project skeleton of Plant waterer: it starts and is tested" in titles
    assert not any("/health" in each for each in titles)


def test_firmware_without_a_named_language_is_written_in_what_its_chip_runs() -> None:
    assert planned(BOX.format("")).architecture.language == "C++"
