"""Titles of units and slices read as a person would write them: the point of a requirement, and whose it is."""

import pytest

from agents.builtin.decompose import DecompositionInputs, decompose
from agents.builtin.planner import plan
from agents.schemas.backlog import Backlog
from agents.schemas.pack import ArchitecturePack
from agents.schemas.planner import PlannerInputs


def backlog(body: str) -> Backlog:
    pack = plan(PlannerInputs(body=body))
    assert isinstance(pack, ArchitecturePack), pack
    return decompose(DecompositionInputs(pack=pack))


@pytest.mark.parametrize(
    ("demand", "title"),
    [
        ("The system shall be able to print a receipt", "Print a receipt"),
        ("The ticket booking platform must refund a ticket", "Refund a ticket"),
        ("Each ticket shall only be used once;", "Each ticket shall only be used once"),
        ("A ticket shall contain a seat and a date;", "A ticket shall contain a seat and a date"),
        ("The system shall store a seat,", "Store a seat"),
    ],
)
def test_a_title_keeps_whose_it_is_unless_it_is_the_whole_product(demand: str, title: str) -> None:
    titles = [
        unit.title for unit in backlog(f"# Stalls\nA web application.\n## Requirements\n- {demand}\n").units
    ]
    assert title in titles


def test_a_slice_has_the_name_of_its_section_without_its_id() -> None:
    listed = "".join(f"- The system shall store note {number} of a seat\n" for number in range(13))
    few = "- The system shall store a fee\n- The system shall refund a fee\n"
    body = f"# Stalls\nA web application.\n## Requirements\n### FR-1: Seat notes\n{listed}\n### FR-2: Fees\n{few}"
    titles = [part.title for part in backlog(body).slices]
    assert {"Seat notes", "Fees"} <= set(titles)
    assert not any("FR-" in title for title in titles)


def test_sections_that_are_only_counted_are_slices_of_their_own() -> None:
    sections = "".join(
        f"## Area {area}\n"
        + "".join(f"- A member can keep and list thing {area}.{number}\n" for number in range(1, 6))
        for area in range(1, 6)
    )
    titles = [part.title for part in backlog(f"# Stalls\nA web application.\n{sections}").slices]
    assert {f"Area {area}" for area in range(1, 6)} <= set(titles)
