"""A plan draws whoever carries its e-mails and takes its payments, though the document names nobody."""

import pytest

from agents.builtin.planner import plan
from agents.schemas.pack import ArchitecturePack
from agents.schemas.planner import PlannerInputs


def outside(body: str) -> list[tuple[str, tuple[str, ...]]]:
    """The outside systems of the plan, each with the requirements it serves."""
    made = plan(PlannerInputs(body=body))
    assert isinstance(made, ArchitecturePack)
    return [
        (part.name, part.requirement_ids) for part in made.architecture.components if part.kind == "external"
    ]


HEAD = "# Ski bus\n\nA web application for parents.\n\n## Requirements\n- Parents book a seat\n"


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("- Parents get an e-mail when the bus is cancelled\n", [("E-mail service", ("R-2",))]),
        ("- Parents pay by card\n", [("Payment provider", ("R-2",))]),
        ("- Parents get an e-mail through Mailgun when the bus is cancelled\n", [("Mailgun", ("R-2",))]),
        ("- The page shows the e-mail address of the club\n", []),
        ("\n## Out of scope\n- Online payments\n- Reminders by e-mail\n", []),
    ],
)
def test_who_carries_mails_and_takes_payments_is_drawn(
    more: str, expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert outside(HEAD + more) == expected


def test_a_command_line_tool_sends_nothing_by_itself() -> None:
    assert outside("# boxer\n\nA command-line tool.\n\n## Features\n- sends an e-mail with the box\n") == []


def test_a_system_without_a_name_stands_in_a_sentence_as_one_of_its_kind() -> None:
    pack = plan(PlannerInputs(body=HEAD + "- Parents get an e-mail when the bus is cancelled\n"))
    assert isinstance(pack, ArchitecturePack)
    assert "talking to an e-mail service" in pack.architecture.headline
    assert any(
        each.title == "Reach an e-mail service through an adapter" for each in pack.architecture.decisions
    )
    assert any(each.text.startswith("An e-mail service may be slow") for each in pack.architecture.risks)
