"""What stands around the wishes of a text and is none: how things are now, how an error is seen again, what others go on doing."""

import pytest

from agents.builtin.reader import Findings, read
from tests.agents.kinds import kinds

BUG = """### Describe the bug
The export drops the last row when there are more than 1000 rows.

### Steps to reproduce
1. Log in as a manager
2. Click Export CSV

### Expected behavior
All rows are exported.

### Actual behavior
The last row is missing.

### Additional context
The export should also have a header row.
"""
PRESS = """# Press release: Fjord Bank launches Pocket Money

**Oslo, 1 September** — Fjord Bank today launched Pocket Money, with which children learn to save.

Parents set an amount and a day.

## FAQ

### What happens if the account is empty?
The transfer is tried again the next day.

### Will there be interest?
Not at launch.

### How will we know it works?
30,000 families in the first year.
"""
GUIDE = PRESS.replace("Press release: Fjord Bank launches Pocket Money", "Pocket Money")


def test_only_what_is_expected_of_a_mended_program_is_asked_for() -> None:
    assert kinds(BUG) == [("functional", 9), ("functional", 15)]


def test_the_answers_below_a_press_release_say_what_the_product_does() -> None:
    assert kinds(PRESS) == [("functional", 5), ("functional", 10), ("deferred", 13), ("metric", 16)]
    assert ("functional", 10) not in kinds(GUIDE)


NOW = "Nurses write swaps on a paper list. The manager copies them into Excel.\n\n"
WISH = "We want a page where a nurse can offer a shift.\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"# Swaps\n\n{NOW}{WISH}", [("functional", 5)]),
        (f"# Swaps\n\n{NOW}", [("functional", 3)]),
        (f"# Swaps\n\n{NOW}- Nurses offer a shift\n\n{WISH}", [("functional", 5), ("functional", 7)]),
        (f"# Swaps\n\nThe list must be printed.\n\n{WISH}", [("functional", 3), ("functional", 5)]),
    ],
    ids=["before the wish", "no wish", "after a list", "a demand"],
)  # fmt: skip
def test_paragraphs_before_the_wish_tell_how_things_are(text: str, found: list[tuple[str, int]]) -> None:
    assert kinds(text) == found


@pytest.mark.parametrize(
    ("item", "found"),
    [
        (
            "Refunds stay in SAP; we only send SAP a message that the goods arrived",
            ["functional", "non_goal"],
        ),
        ("Invoicing remains with the finance team", ["non_goal"]),
        ("Prices will stay in the old pricing system", ["non_goal"]),
        ("Orders stay in the list until they are sent", ["functional"]),
        ("Manifest V3 is used", ["functional"]),
        ("Supports package-lock.json v2/v3 and poetry.lock", ["functional"]),
        ("Groups of tabs come in v2", ["deferred"]),
        ("Marks young packages (asks the registry first; a flag skips this)", ["functional"]),
    ],
)
def test_what_others_keep_and_which_version_a_format_has(item: str, found: list[str]) -> None:
    text = f"# Returns\nA portal.\n## Features\n- Customers send goods back\n- {item}\n"
    assert sorted({kind for kind, line in kinds(text) if line == 5}) == found


LIST = (
    "# Bills\n## Features\n- Print a bill\n- Send a bill\n## {heading}\n- Refunds\n- Reminders\n\n{below}\n"
)


@pytest.mark.parametrize("heading", ["Out of scope", "Won't", "Later"])
@pytest.mark.parametrize(
    ("below", "found"),
    [
        ("Performance: a bill must be printed within 2 seconds.", ["nonfunctional"]),
        ("TypeScript, PostgreSQL.", ["constraint"]),
    ],
)
def test_what_follows_a_list_of_exclusions_is_none_by_what_it_is_about(
    heading: str, below: str, found: list[str]
) -> None:
    assert [kind for kind, line in kinds(LIST.format(heading=heading, below=below)) if line == 9] == found


def test_a_list_of_exclusions_may_go_on_in_words() -> None:
    text = LIST.format(heading="Out of scope", below="Anything about taxes.")
    assert ("non_goal", 9) in kinds(text)


@pytest.mark.parametrize(
    ("sentence", "is_one"),
    [
        ("Java 21 / Spring Boot.", True),
        ("Frontend: Angular.", True),
        ("PostgreSQL 16, Redis and RabbitMQ.", True),
        ("Angular pages show the orders.", False),
    ],
)
def test_a_sentence_of_names_is_what_it_is_built_with(sentence: str, *, is_one: bool) -> None:
    text = f"# Orders\n\nA platform for orders. {sentence}\n\n## Features\n" + "".join(
        f"- Clerks handle order {number}\n" for number in range(6)
    )
    assert (("constraint", 3) in kinds(text)) == is_one


def test_a_word_of_the_product_is_no_open_question() -> None:
    text = "# Lens\n## Features\n- Shows the author of each TODO\n- A command closes a TODO\n- TODO: decide on colours\n"
    assert [kind for kind, line in kinds(text) if line in {3, 4}] == ["functional", "functional"]
    assert ("question", 5) in kinds(text)


WRONG = """# Reminder mail shows the wrong date for boats abroad

**Reported by:** the office, two members
**Severity:** high

### {}
A member who books from Oslo receives a mail that says 3 May. The file shows the same.

### Expected
The mail shows the date at the harbour.

### What we need
- The mail names the zone.

### Unclear
Should the mail also apologise? {}
"""


@pytest.mark.parametrize(
    "label",
    [
        "What happens",
        "What happens now",
        "Actual",
        "Actual behaviour",
        "Current behaviour",
        "What we think",
        "Cause",
        "Root cause",
        "Suspected cause",
        "Why",
        "Our guess",
    ],
)
@pytest.mark.parametrize("last", ["Marta decides.", "The board will decide it until May.", "Ines asks."])
def test_in_a_ticket_only_what_is_expected_and_needed_is_to_be_built(label: str, last: str) -> None:
    assert kinds(WRONG.format(label, last)) == [("functional", 10), ("functional", 13), ("question", 16)]


def test_who_decides_is_no_question_and_what_happens_outside_a_ticket_is_told_as_before() -> None:
    found = read(WRONG.format("Actual", "Marta decides."))
    assert isinstance(found, Findings)
    assert [each.text for each in found.of("question")] == ["Should the mail also apologise?"]
    plan = "# Boats\n\n## What happens\n- The member must confirm the boat\n"
    assert kinds(plan) == [("functional", 4)]


@pytest.mark.parametrize(
    "label", ["Actual", "Actual result", "What happens", "What happens now", "Cause", "Suspected cause"]
)
def test_the_same_in_front_of_a_sentence_of_a_ticket_is_not_built(label: str) -> None:
    text = f"BOX-12 Mail shows the wrong time\n\nReporter: Ines\n\n{label}: the mail uses the zone of the browser.\nExpected: the mail shows the time of the harbour.\n"
    assert kinds(text) == [("functional", 6)]
