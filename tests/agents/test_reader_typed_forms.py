"""Lists as people type them in haste: lines that only stand further in below a few words, without a mark or a colon."""

import pytest

from agents.builtin.reader import Findings, read
from tests.agents.kinds import Found, kinds

FORMS: dict[str, tuple[str, Found]] = {
    "further in below one word": (
        (
            "TITLE: kiosk for the farm shop\n\nneeds\n  a price list on the screen\n  pay by card, the reader from the bank or another one that we find\n  a photo of each sale\n\n"
            "rules\n  nobody under 16 buys cider\n  the till must not lose a sale\n"
        ),
        [
            ("functional", 4),
            ("functional", 5),
            ("functional", 6),
            ("functional", 9),
            ("nonfunctional", 10),
        ],
    ),
    "with a colon, and tabulators": (
        "# Hives\n\nwhat it does:\n\tweighs each hive every hour\n\twarns when a hive loses 2 kg\n\nnot now:\n\tan app\n\ta cloud\n",
        [("functional", 4), ("functional", 5), ("non_goal", 8), ("non_goal", 9)],
    ),
    "what is there already": (
        "# Hives\n\nwe have\n  an old raspberry\n  120 euros\n\nwants\n  weigh each hive\n  warn when a hive is light\n",
        [("constraint", 4), ("constraint", 5), ("functional", 8), ("functional", 9)],
    ),
    "questions": (
        "Keys of the hall\n\nwants\n  a list of all keys\n  a mail after two weeks\n\nopen\n  who pays for a lost key\n  a deposit or not\n",
        [("functional", 4), ("functional", 5), ("question", 8), ("question", 9)],
    ),
    "a label in small letters ends with its list": (
        "# Bills\n\ndoes\n- split a bill\n\nwon't\n- send mails\n\nlimits: python 3.11, mit licence\n",
        [("functional", 4), ("non_goal", 7), ("constraint", 9)],
    ),
    "the same without any heading": (
        "bill splitter\n\nhas to\n- split a bill\n\nwon't\n- send mails\n\nlimits: python 3.11, mit licence\n",
        [("functional", 4), ("non_goal", 7), ("constraint", 9)],
    ),
    "properties somebody cares about": (
        "# Bills\n\nProposal\n1. Split a bill\n\nProperties I care about\n- pluggable printers\n- works if the printer is away\n",
        [("functional", 4), ("nonfunctional", 7), ("nonfunctional", 8)],
    ),
    "boundaries, and what is not part": (
        "# Buoy\n\n**We need**\n1. A chart of the wind\n\n**It must be**\n- honest\n- ready to hand over\n\n**Boundaries**\n- LTE modem\n\n**Not part**\n- forecasts\n",
        [
            ("functional", 4),
            ("nonfunctional", 7),
            ("nonfunctional", 8),
            ("constraint", 11),
            ("non_goal", 14),
        ],
    ),
    "a dash of a typewriter": (
        "Wood workshop\n\nMust\n– book a machine for an hour\n– show who is in\n\n? who pays for the key\n",
        [("functional", 4), ("functional", 5), ("question", 7)],
    ),
}


@pytest.mark.parametrize(("text", "expected"), FORMS.values(), ids=FORMS)
def test_lines_without_marks_are_entries(text: str, expected: Found) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        # A sentence that was wrapped further in.
        "# Hives\n\nweight\n  the weight of a hive is what the scale below it shows at\n  that moment, without the roof and without the stones on it\n",
        # Settings, and a program.
        "# Hives\n\nservices\n  scale=1\n  port=2\n",
        "# Hives\n\nmain\n  weigh(hive);\n  warn(keeper);\n",
    ],
)
def test_what_stands_further_in_for_another_reason_is_no_list(text: str) -> None:
    outcome = read(text)
    assert isinstance(outcome, Findings)
    assert len(outcome.findings) < 2


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("museum audio guide", "museum audio guide"),
        ("bill splitter (cli)", "bill splitter (cli)"),
        ("we need a list of bills", ""),
        ("print all bills", ""),
        ("hi all together", ""),
    ],
)
def test_a_first_line_in_small_letters_is_the_title_unless_it_says_something(first: str, title: str) -> None:
    outcome = read(f"{first}\n\nA bill has to be printed in colour.\n")
    assert isinstance(outcome, Findings)
    assert outcome.title == title
