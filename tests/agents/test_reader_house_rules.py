"""Rules of the house and deeds that are wished, whatever number or price stands in them: they are built, and limit nobody's work."""

import pytest

from tests.agents.kinds import kinds

TALK = (
    "# Kennel\n\nWe need an app for the kennel where each keeper sees the dogs of the day. {}\n\n"
    "Owners get a photo when the dog is fed.\n"
)
BELOW = "# Shelf\n\n## Requirements\n- Lenders list a tool with a photo\n\n## Constraints\n- {}\n- Hosting below 20 € a month.\n"


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Max three dogs per keeper at the same time, that's the law here.", "functional"),
        ("At most two visits for each family, the board insists.", "functional"),
        ("On Fridays I want the bills to come out by themselves, so nights times 18 euros.", "functional"),
        ("We want the invoices to go out by e-mail on the last day of the month.", "functional"),
        ("Hosting may cost at most 15 euros a month.", "constraint"),
        ("We want the thing to be out by Easter.", "constraint"),
    ],
)
def test_a_rule_or_a_wished_deed_is_built_where_somebody_talks(said: str, kind: str) -> None:
    assert [each for each, line in kinds(TALK.format(said)) if line == 3 and each == "constraint"] == (
        ["constraint"] if kind == "constraint" else []
    )
    assert ("functional", 3) in kinds(TALK.format(said)) or kind == "constraint"


@pytest.mark.parametrize(
    ("entry", "kind"),
    [
        ("New members join only with an invitation code from the letterbox.", "functional"),
        ("Guests may enter only after the caretaker agreed", "functional"),
        ("Max 3 loans per member", "functional"),
        ("Up to four open wishes for each household", "functional"),
        ("Users sign in only with Keycloak", "constraint"),
        ("At most 20 MB per file", "constraint"),
        ("Max two developers per team", "constraint"),
    ],
)
def test_among_constraints_a_rule_of_the_house_is_still_to_be_built(entry: str, kind: str) -> None:
    assert [each for each, line in kinds(BELOW.format(entry)) if line == 7] == [kind]
    assert ("constraint", 8) in kinds(BELOW.format(entry))
