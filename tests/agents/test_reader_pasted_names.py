"""Names, priorities and titles that short texts give in ways of their own."""

import pytest

from agents.builtin.reader.findings import Findings
from agents.builtin.reader.reading import read
from tests.agents.stated import stated


def test_few_functions_beside_many_criteria_leave_the_criteria_to_be_built() -> None:
    text = "Acceptance:\n- print a bill\n- fold a bill\n- mail a bill\n\nA log entry per print.\n"
    assert {kind for kind, _ in stated(text)} == {"functional"}


def test_a_part_of_a_text_does_not_give_it_its_name() -> None:
    found = read("Fold the bills of the mill at night, all of them.\n\nAcceptance:\n- folded by six\n")
    assert isinstance(found, Findings)
    assert found.title == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Backend: our existing Directus instance.", ["Directus"]),
        ("HR exports hours in the format our payroll (Loga) reads.", ["Loga"]),
        ("Members are kept in the club software (Campai).", ["Campai"]),
        ("Maps by OpenStreetMap (no Google Maps, too dear).", ["OpenStreetMap"]),
        ("It posts to Slack instead of Discord.", ["Slack"]),
        ("The admin portal (React) shows the bills.", []),
        ("Bills are handed over to their maintenance system HELIOS every night.", ["HELIOS"]),
        ("Maps come from mapy.cz.", ["mapy.cz"]),
        ("Teasers come from our Drupal site.", ["Drupal"]),
    ],
)
def test_systems_by_what_is_said_of_them(text: str, expected: list[str]) -> None:
    found = read(f"# Bills\n\n## Requirements\n\n- Print a bill.\n- {text}\n")
    assert isinstance(found, Findings)
    assert [each.name for each in found.integrations] == expected


def test_who_a_list_of_people_names_before_a_bracket() -> None:
    found = read(
        "# Bills\n\n## Who is it for\n\n- Nurses (about 38, look bills up on the phone)\n- Head nurse\n"
    )
    assert isinstance(found, Findings)
    assert {each.name for each in found.actors} == {"Nurses", "Head nurse"}


def test_one_sign_in_a_column_of_priorities() -> None:
    def priorities(column: str, signs: str) -> list[str]:
        rows = "".join(
            f"| {number} | Print bill {number} at night | {sign} |\n" for number, sign in enumerate(signs)
        )
        found = read(f"# Bills\n\n| # | Requirement | {column} |\n|---|---|---|\n{rows}")
        assert isinstance(found, Findings)
        return [each.priority for each in found.findings]

    assert priorities("MoSCoW", "MSCW") == ["must", "should", "could", "wont"]
    assert priorities("Priority", "HML") == ["must", "should", "could"]
    assert priorities("Prio", "123") == ["must", "should", "could"]


def test_who_the_persons_are_whom_a_text_introduces() -> None:
    found = read(
        "# Bills\n\n## Personas\n\nNina (new hire) – starts Monday\nMarc (engineering manager) – forgets\n\n"
        "## Requirements\n\n- My staff can print a bill.\n"
    )
    assert isinstance(found, Findings)
    assert [each.name for each in found.actors] == ["New hire", "Engineering manager"]


@pytest.mark.parametrize(
    ("text", "product"),
    [
        ("# Pitch: Bill folder\n\n## Appetite\n\nSix weeks.\n", "Bill folder"),
        ("**PRESS RELEASE**\n\nToday the mill launches **FoldIt**, which folds bills.\n", "FoldIt"),
    ],
)
def test_what_a_pitch_and_a_press_release_are_about(text: str, product: str) -> None:
    found = read(text)
    assert isinstance(found, Findings)
    assert found.product == product


def test_the_head_of_a_text_without_headings_is_nothing_to_build() -> None:
    text = "Project: Bill folding service\nOwner: the mill\n\nREQUIREMENTS\n\nThe mill SHALL\n a) fold a bill,\n b) keep a bill.\n\nOPERATING CONDITIONS\n\n40 bills a day.\n"
    assert stated(text) == [
        ("functional", "fold a bill,"),
        ("functional", "keep a bill."),
        ("constraint", "40 bills a day."),
    ]


def test_waves_mark_entries() -> None:
    text = "# Bills\n\n## Nice-to-haves\n~ keyboard shortcuts\n~ dark mode\n"
    assert stated(text) == [("functional", "keyboard shortcuts"), ("functional", "dark mode")]
