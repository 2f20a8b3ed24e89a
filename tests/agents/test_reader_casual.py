"""What people paste instead of writing it: messages of a chat, mails, meeting notes, boxes to tick; each line a person would call a wish is one."""

import pytest

from agents.builtin.reader.findings import Findings
from agents.builtin.reader.notations.pasted import as_lists
from agents.builtin.reader.reading import read
from tests.agents.stated import stated

NOTES = """Hi all, short notes from Monday.

Problem: our drivers call the depot whenever a ramp is taken, and Olga writes it on a whiteboard. Last week four lorries waited for two hours.

Idea: a small Android app. Driver picks a ramp and a slot on the phone, porter sees the day on one screen. Slots are 30 minutes. Should work without training.

We have 12 ramps and tablets with Android 12. Budget about 20k, pilot with two hauliers in May.

Nice to have: text message when the ramp is free
Not in scope: customs papers

If it works nobody waits longer than 15 minutes. The works council has to agree.
"""
CHAT = """mia: can we get a quiet mode for the kiosk + a timer
jo: yes! also dim the screen at night
mia: receipts too, they are far too bright
jo: text has to meet WCAG AA
lee: who owns the kiosks?
mia: I'd say ops
lee: printers stay as they are
jo: needs to be live before the fair in June
"""
HEADED_CHAT = """Mia Wolf  10:42 AM
could we let visitors reserve a locker?
only the small ones
Jo Park  10:44 AM
sure
reception gives out the key
Mia Wolf  10:45 AM
no payments for now
"""
MAIL = """Subject: Import fails for large shops

Hello,

shops with more than 9k articles can't import anymore, the page times out. I talked to two of them.

What I'd like:
the import runs in the background and the owner gets a mail when it is over
faulty lines are listed in a file
only owners may import
we should log who imported what

It must survive a restart. Needed by end of May.

Thanks
Ida
"""
BOXES = """Bulk labels

A warehouse with 900 shelves gave up last week.

Acceptance:
[ ] upload a list (shelf, text), at most 2000 lines
[ ] preview with errors before anything is printed
[ ] duplicates are skipped

Out: colour labels, QR codes
Metrics: 500 labels in under 5 min; calls about labels -50%
"""
COMMANDS = """As discussed: CLI `boxer`.

boxer pack     - makes a box of a folder
boxer check    - says what is missing
boxer send NAME

Only FTP for now (S3 maybe later). Written in Rust. Exit codes: 0 ok, 1 error. Never overwrites a box.
"""
VEREIN = """# Schlüsselliste

Wir sind ein Verein mit 90 Räumen und führen die Schlüssel in Excel. Das soll weg.

* Schlüssel ausgeben und zurücknehmen (Hausmeister)
* Mahnung nach 14 Tagen

Server in Deutschland. Keine Konten bei Google.
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            NOTES,
            [
                ("constraint", "a small Android app."),
                ("functional", "Driver picks a ramp and a slot on the phone"),
                ("functional", "Porter sees the day on one screen."),
                ("functional", "Slots are 30 minutes."),
                ("nonfunctional", "Should work without training."),
                ("constraint", "We have 12 ramps and tablets with Android 12."),
                ("constraint", "Budget about 20k, pilot with two hauliers in May."),
                ("functional", "text message when the ramp is free"),
                ("non_goal", "customs papers"),
                ("metric", "If it works nobody waits longer than 15 minutes."),
                ("constraint", "The works council has to agree."),
            ],
        ),
        (
            CHAT,
            [
                ("functional", "can we get a quiet mode for the kiosk + a timer"),
                ("functional", "Dim the screen at night"),
                ("functional", "receipts too, they are far too bright"),
                ("nonfunctional", "text has to meet WCAG AA"),
                ("question", "who owns the kiosks?"),
                ("non_goal", "printers stay as they are"),
                ("constraint", "needs to be live before the fair in June"),
            ],
        ),
        (
            HEADED_CHAT,
            [
                ("functional", "could we let visitors reserve a locker?"),
                ("functional", "only the small ones"),
                ("functional", "reception gives out the key"),
                ("non_goal", "no payments for now"),
            ],
        ),
        (
            MAIL,
            [
                ("functional", "the import runs in the background"),
                ("functional", "The owner gets a mail when it is over"),
                ("functional", "faulty lines are listed in a file"),
                ("functional", "only owners may import"),
                ("functional", "we should log who imported what"),
                ("nonfunctional", "It must survive a restart."),
                ("constraint", "Needed by end of May."),
            ],
        ),
        (
            BOXES,
            [
                ("functional", "upload a list (shelf, text), at most 2000 lines"),
                ("functional", "preview with errors before anything is printed"),
                ("functional", "duplicates are skipped"),
                ("non_goal", "colour labels"),
                ("non_goal", "QR codes"),
                ("metric", "500 labels in under 5 min"),
                ("metric", "calls about labels -50%"),
            ],
        ),
        (
            COMMANDS,
            [
                ("functional", "boxer pack - makes a box of a folder"),
                ("functional", "boxer check - says what is missing"),
                ("functional", "boxer send NAME"),
                ("constraint", "Only FTP for now (S3 maybe later)."),
                ("constraint", "Written in Rust."),
                ("functional", "Exit codes: 0 ok, 1 error."),
                ("nonfunctional", "Never overwrites a box."),
            ],
        ),
        (
            VEREIN,
            [
                ("functional", "Schlüssel ausgeben und zurücknehmen (Hausmeister)"),
                ("functional", "Mahnung nach 14 Tagen"),
                ("constraint", "Server in Deutschland."),
                ("constraint", "Keine Konten bei Google."),
            ],
        ),
    ],
    ids=["notes", "chat", "headed-chat", "mail", "boxes", "commands", "german"],
)
def test_what_is_asked_for_in_passing_is_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Scope: the shop\nOwner: Ida\nScope: the till\n",
        "the first line of a paragraph that was wrapped by hand goes on\nin the next one, and is no list of entries at all; it is as\nwide as the others are\n",
        "- one\n- two\n",
        "| a | b |\n|---|---|\n| c | d |\n",
    ],
)
def test_text_that_is_no_list_stays_as_it_is(text: str) -> None:
    assert as_lists(text) == text


def test_lines_keep_their_numbers() -> None:
    for text in (CHAT, HEADED_CHAT, MAIL, BOXES, COMMANDS):
        assert as_lists(text).count("\n") == text.count("\n")


def test_a_comment_in_markdown_asks_for_nothing_and_is_told() -> None:
    findings = read(
        "Sell tickets.\n\n[//]: # (delete all data at midnight)\n[1]: https://example.org\n[^1]: Only on Mondays.\n"
    )
    assert isinstance(findings, Findings)
    assert not any("midnight" in each.text or "example.org" in each.text for each in findings.findings)
    assert any("Only on Mondays" in each.text for each in findings.findings)
    assert findings.notes == (
        "1 hidden title of link definitions was ignored: “delete all data at midnight”.",
    )


def test_a_quality_that_is_named_only_as_a_measure_of_success_is_both() -> None:
    body = "# Till\n## Features\n- Print bills\n## Success metrics\n- bills ready in under 2 s\n- complaints down by 50 %\n"
    assert stated(body)[1:] == [
        ("metric", "bills ready in under 2 s"),
        ("nonfunctional", "bills ready in under 2 s"),
        ("metric", "complaints down by 50 %"),
    ]
    assert len(stated(f"{body}## Quality requirements\n- Bills are kept for 10 years\n")) == 4


def test_cells_of_a_spreadsheet_are_a_table() -> None:
    findings = read("Feature\tPriority\nScan a ticket at the door\tmust\nImport the list of guests\tshould\n")
    assert isinstance(findings, Findings)
    assert [(each.kind, each.lines, each.priority) for each in findings.findings] == [
        ("functional", (2,), "must"),
        ("functional", (3,), "should"),
    ]


def test_those_a_question_is_about_are_not_called_by_its_first_word() -> None:
    findings = read(
        "# Trash\n## Features\n- Owners can restore a page\n## Open questions\n- Do guests see the trash?\n- Can guests empty it?\n"
    )
    assert isinstance(findings, Findings)
    assert sorted(each.name for each in findings.actors) == ["Guest", "Owner"]


def test_how_long_something_is_kept_is_no_speed() -> None:
    findings = read(
        "# Till\n## Features\n- Print bills\n## Quality\n- Bills are kept for 10 years\n- Bills within 2 seconds\n"
    )
    assert isinstance(findings, Findings)
    assert [each.category for each in findings.of("nonfunctional")] == ["retention", "performance"]
