"""Qualities that people ask for in plain words, in a text of few lines; and what sounds alike and is something the product does."""

import pytest

from tests.agents.kinds import kinds

# A wish on line 1 and the sentence in question on line 3.
NOTE = "We need a page that lists our boats.\n\n{}\n\nMembers book a boat for two hours.\n"
# The same as an entry of a list, on line 5.
LIST = "# Boats\n\n## Must\n\n- {}\n- book a boat for two hours\n"

QUALITIES = [
    # The same again, and nothing lost.
    "Two imports of the same file must give the same result.",
    "Importing the same file twice must not double anything.",
    "The original photos are never changed.",
    "No entry may get lost when the battery dies.",
    "The sums must be right to the cent.",
    # It goes on.
    "A broken photo must not stop the import.",
    "If the network is gone, everything goes on.",
    "If the bot crashes it must come back by itself.",
    "After a power cut it starts by itself.",
    "If the mail server is away, letters should wait and not vanish.",
    "It has to work in the cellar where there is no reception.",
    "The box must withstand frost and rain.",
    # How fast and how much.
    "The whole archive should be indexed in a night.",
    "The list must be ready by 6:30.",
    "On the first of May it should not fall over.",
    "It should start in less than three seconds.",
    "One million lookups per second would do.",
    # How easy.
    "My father can join without calling me.",
    "If somebody needs a manual it's too complicated.",
    "Please keep it as simple as a kettle.",
    "It must be understandable for beginners.",
    "Playable with one hand.",
    "Clear error messages, no stack traces.",
    # Who sees what.
    "Nobody except the trainer should be able to read the injury notes.",
    "The phone numbers are not to appear in the list.",
    "Passwords must not be stored in plain text.",
    "Only members get in.",
    # Languages, and who comes after us.
    "It should speak Danish and Polish.",
    "The next treasurer has to understand it in an afternoon.",
    "A new boat type can be added without asking us.",
    "Property-based tests, please.",
    # What people say of the day it goes wrong.
    "If somebody pulls the plug it has to come up again.",
    "When the tablet falls down nothing should be lost.",
    "Same table in, same bill out.",
    "Never send anything anywhere.",
    "The photos should not be seen by everybody.",
    "Nobody needs an account to row.",
    "Nobody may find out when somebody else rows.",
    "Please make it survive a reboot.",
    "It should be quick.",
    "Easy to hand over.",
    "Two clicks to done.",
]
DEEDS = [
    "Only the owner may delete a booking.",
    "If a boat is taken: retry twice, then mail the owner.",
    "If the payment fails, the member must get a mail.",
    "If it rains, the race is moved to Sunday.",
    "Members may not book twice on the same day.",
    "A boat that is scanned at both docks counts once.",
    "Send the names of the crew to the coach.",
    "The names of the winners are shown on the screen.",
    "Cancel a booking without calling the office.",
    "Show the temperature in degrees.",
    "Bookings must be cancelled at most 24 hours before.",
    "The order must be confirmed before 18:00.",
    "The members can export their data as CSV.",
    "Two people can row at the same time.",
]


@pytest.mark.parametrize("words", QUALITIES)
def test_a_short_text_asks_for_a_quality_in_plain_words(words: str) -> None:
    assert [kind for kind, line in kinds(NOTE.format(words)) if line == 3] == ["nonfunctional"]
    assert [kind for kind, line in kinds(LIST.format(words)) if line == 5] == ["nonfunctional"]


@pytest.mark.parametrize("words", DEEDS)
def test_what_the_product_does_is_a_function_however_it_sounds(words: str) -> None:
    assert [kind for kind, line in kinds(NOTE.format(words)) if line == 3] == ["functional"]
    assert [kind for kind, line in kinds(LIST.format(words)) if line == 5] == ["functional"]


def test_a_document_that_calls_them_functional_keeps_the_word() -> None:
    text = (
        "# Boats\n\n## Functional requirements\n\n- A broken photo must not stop the import\n- Book a boat\n"
    )
    assert kinds(text) == [("functional", 5), ("functional", 6)]


def test_ground_rules_hold_qualities_beside_what_is_given() -> None:
    text = "# Boats\n\n## Ground rules\n\n- Python 3.12\n- One bad file may not stop the rest\n- under 8 kB gzipped\n"
    assert kinds(text) == [("constraint", 5), ("nonfunctional", 6), ("nonfunctional", 7)]
