"""The words the reader makes of a document: single statements, plain prose, and the product's name."""

import pytest

from agents.builtin.reader import Findings, read

PROSE = """Shed Map

We run a garden and want a small web application for our members.

Members can sign in and see the map. The system will remind them by e-mail before the harvest.

It has to work on phones because people stand in the garden. Pages must load within three seconds.

It must be built with Django because a volunteer knows it, and hosting may not cost more than 20 euros a month.

We want to be ready by March 1.

We do not want a shop in the first version. A forum could be added later.

We will call it a success if half of the members use it. We are not sure yet whether guests may look.
"""


def test_plain_prose_is_read_sentence_by_sentence() -> None:
    outcome = read(PROSE)
    assert isinstance(outcome, Findings)
    assert (outcome.title, outcome.product) == ("Shed Map", "Shed Map")
    assert [(each.kind, each.category, each.lines[0]) for each in outcome.findings] == [
        ("functional", "", 5),
        ("functional", "", 5),
        ("nonfunctional", "compatibility", 7),
        ("nonfunctional", "performance", 7),
        ("constraint", "", 9),
        ("nonfunctional", "cost", 9),
        ("constraint", "", 11),
        ("non_goal", "", 13),
        ("deferred", "", 13),
        ("metric", "", 15),
        ("question", "", 15),
    ]


def test_deeds_and_exclusions_are_entries_of_their_own() -> None:
    outcome = read(
        "# Bills\n## Features\n- Printer: checks the bill, prints it now, stores a copy\n## Out of scope\nCharts, a mobile app, offline use.\n"
    )
    assert isinstance(outcome, Findings)
    assert [each.text for each in outcome.of("functional")] == [
        "Printer: checks the bill",
        "Prints it now",
        "Stores a copy",
    ]
    assert [each.text for each in outcome.of("non_goal")] == ["Charts", "a mobile app", "offline use"]


def test_what_stands_below_must_not_is_forbidden() -> None:
    outcome = read("# Bills\n## Requirements\nThe tool must not:\n\n- Print a bill twice\n- Lose a bill\n")
    assert isinstance(outcome, Findings)
    assert [each.text for each in outcome.findings] == ["Must not print a bill twice", "Must not lose a bill"]


def test_the_point_in_an_id_ends_no_sentence() -> None:
    outcome = read(
        "# Bills\n## Requirements\n- **R1.1** The system shall print a bill.\n- R1.2.1 Clerks find a bill.\n"
    )
    assert isinstance(outcome, Findings)
    assert [(each.label, each.text) for each in outcome.findings] == [
        ("R1.1", "The system shall print a bill."),
        ("R1.2.1", "Clerks find a bill."),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Bill Printer — Product Requirements Document (v2)\n## Features\n- Print\n", "Bill Printer"),
        ("# Functional Specification Document (FSD): bill_printer\n## Features\n- Print\n", "bill_printer"),
        ("# Requirements\n**App name:** Bill Printer\n## Features\n- Print\n", "Bill Printer"),
        ("# PRD\n## Project Name\n\nBillie (B) - prints bills\n## Features\n- Print\n", "Billie"),
        ('# App idea\nThe app is called "Billie". It prints.\n## Features\n- Print\n', "Billie"),
        ("# Requisitos del Impresor de Facturas\n## Funciones\n- Imprimir\n", "Impresor de Facturas"),
        ("# Bills for bakers\n**Billie** is a small web service.\n## Features\n- Print\n", "Billie"),
        (
            "# Bill Printer\nBill Printer uses Brave.\n**Brave** is a browser.\n## Features\n- Print\n",
            "Bill Printer",
        ),
        ("# Требования к проекту Счёт\n## Функции\n- Печать\n", "Счёт"),
        ("## 1. Purpose\nBills are printed.\n## 2. Features\n- Print\n", ""),
        (
            "# PRD — Bill Desk para Base de Datos de Facturas\nImprime facturas.",
            "Bill Desk para Base de Datos de Facturas",
        ),
        ("# Requirements\nThis document specifies BillCheck V1, a paid service.", "BillCheck V1"),
        ("# PRD.md\nBills are printed here.", ""),
    ],
)
def test_the_product_has_the_name_people_gave_it(text: str, expected: str) -> None:
    outcome = read(text)
    assert isinstance(outcome, Findings)
    assert outcome.product == expected


def test_a_language_of_which_only_common_words_are_known_is_named() -> None:
    outcome = read(
        "# Rekeningen\n## Functionele eisen\n- Het systeem moet een rekening afdrukken\n- De gebruiker kan niet een rekening wissen\n"
    )
    assert isinstance(outcome, Findings)
    assert outcome.language == "nl"
    assert outcome.notes == (
        "The document is in Dutch; I read its structure and only common words, so look closely.",
    )
