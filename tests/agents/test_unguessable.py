"""Which open questions of a document nobody may guess, and which stay safely open."""

import pytest

from agents.builtin.planner import plan
from agents.builtin.planning.asking.unguessable import stake_of
from agents.schemas.pack import ArchitecturePack
from agents.schemas.planner import PlannerInputs

HOLDING = [
    "Which country's tax rules come first?",
    "Do we charge VAT?",
    "How long must invoices be kept by law?",
    "Is GDPR in scope?",
    "In which countries do we start?",
    "Which jurisdiction applies to disputes?",
    "What licence does the code have?",
    "Who pays for the SMS?",
    "What is the pricing?",
    "How long is personal data kept after an account is closed?",
    "Which dosages may be shown without a doctor?",
    "What interest rate applies to late payment?",
    "Welche Steuer gilt?",
    "¿Qué impuestos se aplican?",
]
SAFE = [
    "Should there be a hint button?",
    "Which colour shall the button have?",
    "How large is a typical library?",
    "How does the system handle duplicate photos?",
    "Do we need a separate calendar per room?",
    "What is the retry interval?",
    "Shall the state of the pruner be stored in a config map?",
    "Is the default page size 20 or 50?",
    "Retention of quarantined files: TBD",
]
TOOL = """# Tool shelf

A web service, written in Python, in which neighbours register, sign in and lend tools; it serves 500 users.

## Requirements

- A member can list a tool with a name.
- A member can borrow a tool for some days.
- A member can return a tool.
- A member can see what is lent.

## Open questions

{}
"""


def planned(*questions: str) -> ArchitecturePack:
    listed = "\n".join(f"- {question}" for question in questions)
    pack = plan(PlannerInputs(title="Tool shelf", body=TOOL.format(listed)))
    assert isinstance(pack, ArchitecturePack)
    return pack


@pytest.mark.parametrize("question", HOLDING)
def test_law_money_and_health_are_not_guessed(question: str) -> None:
    assert stake_of(question) is not None


@pytest.mark.parametrize("question", SAFE)
def test_what_can_stay_open_holds_nothing_up(question: str) -> None:
    assert stake_of(question) is None


def test_a_question_of_law_blocks_and_another_keeps_a_default_that_builds_nothing() -> None:
    pack = planned("Which colour shall the button have?", "Which country's tax rules come first?")
    assert [(each.text, each.blocking) for each in pack.clarifications] == [
        ("Which country's tax rules come first?", True),
        ("Which colour shall the button have?", False),
    ]
    assert pack.clarifications[1].default == (
        "The plainest that meets the requirements, in one place: another can take over later."
    )


def test_nothing_open_asks_nothing() -> None:
    assert planned().clarifications == ()


def test_those_that_block_are_never_left_out_for_others() -> None:
    held = ("Do we charge VAT?", "Is GDPR in scope?", "Who pays for it?", "What is the pricing?")
    pack = planned("Which colour?", "Which font shall it have?", "Which logo shall it have?", *held)
    assert len(pack.clarifications) <= 5
    assert {each.text for each in pack.clarifications if each.blocking} == set(held)


def test_two_numbers_that_contradict_each_other_have_no_default_and_both_choices() -> None:
    numbers = "## Quality\n\n- The list page loads in under 2 seconds.\n- The list page loads in under 5 seconds.\n\n"
    body = TOOL.format("").replace("## Open questions", numbers)
    pack = plan(PlannerInputs(title="Tool shelf", body=body))
    assert isinstance(pack, ArchitecturePack)
    (asked,) = [each for each in pack.clarifications if "a number" in each.text]
    assert asked.blocking
    assert asked.options == (
        "The list page loads in under 2 seconds.",
        "The list page loads in under 5 seconds.",
    )


@pytest.mark.parametrize("body", ["Todo app.", "I want a website", "Build me Uber for dogs"])
def test_one_sentence_is_asked_what_it_shall_do_first(body: str) -> None:
    pack = plan(PlannerInputs(title="Idea", body=body))
    assert isinstance(pack, ArchitecturePack)
    assert 3 <= len(pack.clarifications) <= 5
    assert pack.clarifications[0].text.startswith("What shall a person be able to do with it")
    assert pack.clarifications[0].blocking
    assert not any(each.blocking for each in pack.clarifications[1:])
