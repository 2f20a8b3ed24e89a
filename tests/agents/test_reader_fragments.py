"""Notes of a few words a line, in the words people type to themselves, also in other languages."""

import pytest

from agents.builtin.reader.text.cutting import blocks
from tests.agents.stated import read_whole, stated

NOTE = """Zettel an mich: Werkstatt-Board

- Auftrag anlegen: Kunde, Rad, was kaputt
- SMS an Kunde wenn fertig
- Preise pflegt Oma selbst
- Handy reicht, kein Login
- evtl. Fotos vom Rad
- läuft aufm alten iPad in der Werkstatt
- Kasse bleibt wie sie ist
- keine Rechnungen, macht Acme
- bis Saisonstart
offen: Pfand für Schlösser?
max 10 Euro im Monat
"""


def test_a_note_in_german_is_read_line_by_line() -> None:
    assert stated(NOTE) == [
        ("functional", "Auftrag anlegen: Kunde, Rad, was kaputt"),
        ("functional", "SMS an Kunde wenn fertig"),
        ("functional", "Preise pflegt Oma selbst"),
        ("functional", "Handy reicht"),
        ("non_goal", "Kein Login"),
        ("functional", "evtl. Fotos vom Rad"),
        ("constraint", "läuft aufm alten iPad in der Werkstatt"),
        ("non_goal", "Kasse bleibt wie sie ist"),
        ("non_goal", "keine Rechnungen, macht Acme"),
        ("constraint", "bis Saisonstart"),
        ("question", "Pfand für Schlösser?"),
        ("constraint", "max 10 Euro im Monat"),
    ]


def test_what_is_perhaps_wanted_is_tentative_in_german_too() -> None:
    tentative = [each.text for each in read_whole(NOTE).findings if each.tentative]
    assert tentative == ["evtl. Fotos vom Rad"]


def test_the_end_of_a_word_is_no_thing() -> None:
    assert "Reise" not in {each.name for each in read_whole(NOTE).entities}


def test_a_label_to_oneself_names_what_follows() -> None:
    assert read_whole(NOTE).product == "Werkstatt-Board"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- print a bill\nopen: who may print?\n", ["print a bill", "open", "who may print?"]),
        ("- print a bill\nNext bill is free\n", ["print a bill", "Next bill is free"]),
        ("- print a bill\nmax 10 euros a month\n", ["print a bill", "max 10 euros a month"]),
    ],
)
def test_below_a_short_entry_something_else_begins(text: str, said: list[str]) -> None:
    assert [each.text for each in blocks(text)] == said


@pytest.mark.parametrize(
    "text",
    [
        "- print a bill with the name of the member, the date\nand the sum\n",
        "- print a bill,\nthe sum and the date\n",
        "- print a bill\n  with the sum\n",
        "- the bill is printed with the name of the member who\nBorrowed the tool\n",
    ],
)
def test_a_line_that_goes_on_belongs_to_its_entry(text: str) -> None:
    assert len(blocks(text)) == 1
