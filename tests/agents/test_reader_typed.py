"""What people type into an issue as they would say it: in a mail, a list without headings, a paragraph; in the words that they use."""

import pytest

from agents.builtin.reader import Findings, read
from tests.agents.kinds import Found, kinds

# A wish on line 1 and the sentence in question on line 3, as in a short note.
NOTE = "We need a page that lists our boats.\n\n{}\n\nMembers book a boat for two hours.\n"


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("I wouldn't do PDF or SFTP now.", "non_goal"),
        ("No card payments, a link is fine.", "non_goal"),
        ("We can live without ratings.", "non_goal"),
        ("We can skip the map.", "non_goal"),
        ("You can skip the first lesson.", "functional"),
    ],
)
def test_a_sentence_of_a_note_is_what_it_says(words: str, kind: str) -> None:
    assert (kind, 3) in kinds(NOTE.format(words))


MAILS: dict[str, tuple[str, str, Found]] = {
    "the subject is the title": (
        "Subject: something for the boats\n\nHi Jonas,\n\nI want to see who has which boat.\n\nBest wishes from the boathouse (it is cold!)\nMarlies\n",
        "something for the boats",
        [("functional", 5)],
    ),
    "a name alone behind a greeting": (
        "Subject: boats\n\nHello,\n\nI want to see who has which boat.\n\nMarlies Brand\n",
        "boats",
        [("functional", 5)],
    ),
    "a name with an initial": (
        "## Boats\n\nI want to see who has which boat.\n\nT. Wessel\n",
        "Boats",
        [("functional", 3)],
    ),
    "the last entry of a list is nobody's name": (
        "Boats\n\nFeatures\n\n- Book a boat\n\nOut of scope\n\n- Refunds\n",
        "Boats",
        [("functional", 5), ("non_goal", 9)],
    ),
}


@pytest.mark.parametrize(("text", "title", "expected"), MAILS.values(), ids=MAILS)
def test_a_mail_is_read_without_its_subject_and_signature(text: str, title: str, expected: Found) -> None:
    outcome = read(text)
    assert isinstance(outcome, Findings)
    assert outcome.title == title
    assert kinds(text) == expected


def test_somebodys_name_is_nothing_that_is_kept() -> None:
    outcome = read(
        "# Lunch\n- Mia posts the restaurant\n- only Mia changes an order\n- Mia sees who ordered\n"
    )
    assert isinstance(outcome, Findings)
    assert "Mia" not in [each.name for each in outcome.entities]
