"""What people said, pasted as it was said: a chat with its times and reactions, a transcript with its pauses, the notes of a meeting."""

import pytest

from agents.builtin.reader.notations.pasted import as_lists
from agents.builtin.reader.notations.talk import as_messages
from tests.agents.stated import stated

CHAT = """#proj-returns

Nadia Ferrer  9:02 AM
morning! so the returns desk wants to scan the parcel label
9:03
and print a credit slip

Tom Okafor  9:05 AM
how many returns a day are we talking?

Nadia Ferrer  9:06 AM
~400, before Christmas 1500
:eyes: 2

Tom Okafor  9:10 AM
also no change to the customer website

Lea (ops)  9:14 AM
the scanner must keep working when the network drops

Nadia Ferrer  9:20 AM
+1
can damaged items get a photo?
3 replies

Tom Okafor  9:31 AM
yes, up to 5 photos per item. who is allowed to delete them?
"""
TRANSCRIPT = """[00:00:12] Marta: Okay, shall we start?
[00:00:20] Jonas: Right. Um, so at the moment everybody sends a photo of the meter in October.
[00:00:41] Marta: And what would you like instead?
[00:00:45] Jonas: People should, you know, take a photo in an app and the number is read from it.
[00:01:10] Marta: Mhm.
[00:01:20] Marta: Do you want them to pay in the app?
[00:01:23] Jonas: No no, they pay by bank transfer, that stays as it is.
[00:01:30] Marta: Who may see the numbers?
[00:01:33] Jonas: I'm not sure.
[00:01:50] Marta: Good. I'll write that up by Friday.
"""
NOTES = """Meeting notes 2026-05-06, stage lighting
Present: Tom, Priya, Max

Tom: we need presets per band.
Priya: can we import the old show files?
Max: Only the .xyz ones.
Tom: nobody should be able to change a preset during the show.

Decisions
- we go with Rust on a Raspberry Pi 5
- no web interface this year

Action items
- Priya asks the venue about the boxes

Next meeting: 20 May
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            CHAT,
            [
                ("functional", "the returns desk wants to scan the parcel label"),
                ("functional", "print a credit slip"),
                ("nonfunctional", "how many returns a day are we talking: ~400, before Christmas 1500"),
                ("non_goal", "also no change to the customer website"),
                ("nonfunctional", "the scanner must keep working when the network drops"),
                ("functional", "can damaged items get a photo: up to 5 photos per item."),
                ("question", "Who is allowed to delete them?"),
            ],
        ),
        (
            TRANSCRIPT,
            [
                ("functional", "People should take a photo in an app"),
                ("functional", "The number is read from it."),
                ("non_goal", "they pay by bank transfer, that stays as it is."),
                ("question", "Who may see the numbers?"),
            ],
        ),
        (
            NOTES,
            [
                ("functional", "we need presets per band."),
                ("functional", "can we import the old show files: Only the .xyz ones."),
                ("nonfunctional", "nobody should be able to change a preset during the show."),
                ("constraint", "we go with Rust on a Raspberry Pi 5"),
                ("constraint", "no web interface this year"),
            ],
        ),
    ],
    ids=["chat", "transcript", "notes"],
)
def test_what_was_said_is_read_without_who_said_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize("text", [CHAT, TRANSCRIPT, NOTES])
def test_lines_keep_their_numbers(text: str) -> None:
    assert as_lists(text).count("\n") == text.count("\n")


def test_labels_of_paragraphs_are_no_speakers() -> None:
    lines = ["Users: clerks, drivers", "Stack: Go", "Deadline: 3 May", "Present: nobody", "Tom: is not here"]
    assert as_messages(lines) == lines
