"""A wish of two to four typed lines: each sentence is read, or the plan says that it was not."""

import pytest

from agents.builtin.planner import plan
from agents.builtin.reader import Findings, read
from agents.schemas.pack import ArchitecturePack
from agents.schemas.planner import PlannerInputs
from tests.agents.kinds import Found, kinds
from tests.agents.stated import stated

TITLES: dict[str, tuple[str, Found]] = {
    "a deed": ("Convert notes to PDF\nKeep the links", [("functional", 1), ("functional", 2)]),
    "a deed below a mark": (
        "# Convert notes to PDF\n\nKeep the links.",
        [("functional", 1), ("functional", 3)],
    ),
    "a deed for somebody": (
        "Let guests pick a seat\nHold it for ten minutes",
        [("functional", 1), ("functional", 2)],
    ),
    "a deed in the third person": (
        "Renames scans by date\nSkips duplicates",
        [("functional", 1), ("functional", 2)],
    ),
    "a deed with a word that announces": (
        "Show the tides of tomorrow on the hall screen\nUpdate every hour",
        [("functional", 1), ("functional", 2)],
    ),
    "a thing to do it with": (
        "Tool to rename scans by date\nSkip duplicates",
        [("functional", 1), ("functional", 2)],
    ),
    "a thing that does it": (
        "A bot that answers questions\nIt reads our wiki",
        [("functional", 1), ("functional", 2)],
    ),
    "a thing where it is done": (
        "Site where neighbours lend tools\nThe lender sets how long",
        [("functional", 1), ("functional", 2)],
    ),
    "a deed that no list knows": (
        "Swap plants with neighbours\nChat included",
        [("functional", 1), ("functional", 2)],
    ),
    "a sentence": ("Gardeners barter plants.\n\nChat is part of it", [("functional", 1), ("functional", 3)]),
    "a demand": (
        "Members should find each other by instrument\nOnly those who agree are shown",
        [("functional", 1), ("functional", 2)],
    ),
    "a last line without a full stop": (
        "List of all games we own\nWho has borrowed what",
        [("functional", 2)],
    ),
    "said again below": (
        "Rename scans by date\nThe script renames all scans by their date",
        [("functional", 2)],
    ),
    "a thing": ("Scan renamer\nIt renames scans by date.", [("functional", 2)]),
    "a thing with a verb in front": (
        "Order book for bakeries\nBakers enter orders by noon",
        [("functional", 2)],
    ),
    "a list with a verb in front": ("Watch list for films\nFriends see what I watched", [("functional", 2)]),
    "what stands below such words": ("Open questions for the team\n\nWho pays?", [("question", 3)]),
    "a document": (
        "# Convert notes to PDF\n\n## Requirements\n\n- Keep the links\n- Keep the images",
        [("functional", 5), ("functional", 6)],
    ),
}


@pytest.mark.parametrize(("text", "expected"), TITLES.values(), ids=TITLES)
def test_a_first_line_that_says_a_deed_is_a_wish_and_no_mere_title(text: str, expected: Found) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("We want a page where parents sign up for trips.", "functional"),
        ("I'm looking for a tool that backs up my notes.", "functional"),
        ("I teach yoga and need a way to sell cards for ten lessons.", "functional"),
        ("The office sees who is missing.", "functional"),
        ("The customers get a mail when their order is on its way.", "functional"),
        ("The app plans my week.", "functional"),
        ("Guests order by phone or on the web.", "functional"),
        ("See which rooms are free right now and later today.", "functional"),
        ("We need a page for our festival with a programme and a map.", "functional"),
        ("We lend bikes in the village.", None),
        ("Our office in Lyon is small.", None),
        ("Bills get lost.", None),
        ("The app users of last year complained.", None),
    ],
)
def test_a_sentence_with_one_more_line_below_it_is_read(words: str, kind: str | None) -> None:
    found = kinds(f"{words}\nIt should send reminders.")
    assert found == [*([(kind, 1)] if kind else []), ("functional", 2)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "No payment, please keep it simple.",
            [("non_goal", "No payment"), ("nonfunctional", "Keep it simple.")],
        ),
        ("No ads, keep it clean.", [("non_goal", "No ads"), ("nonfunctional", "Keep it clean.")]),
        (
            "No login, everyone can see all boats.",
            [("non_goal", "No login"), ("functional", "Everyone can see all boats.")],
        ),
        (
            "No payment, but a link to the bank should be shown.",
            [("non_goal", "No payment"), ("functional", "A link to the bank should be shown.")],
        ),
        ("No chat, we tried that.", [("non_goal", "No chat, we tried that.")]),
        ("No ratings, just a list.", [("non_goal", "No ratings, just a list.")]),
        ("No app, it can stay a page.", [("non_goal", "No app, it can stay a page.")]),
        (
            "Members order boxes. No payment. Please keep it simple.",
            [
                ("functional", "Members order boxes."),
                ("non_goal", "No payment."),
                ("nonfunctional", "Keep it simple."),
            ],
        ),
    ],
)
def test_what_is_asked_for_behind_what_is_left_out_is_read_too(
    words: str, expected: list[tuple[str, str]]
) -> None:
    found = stated(f"# Boats\n\nMembers book a boat.\n\n{words}\n")
    assert found == [("functional", "Members book a boat."), *expected]


def test_what_is_told_before_somebody_asks_for_a_thing_stays_background() -> None:
    text = "# Boats\n\nMembers phone Ute about boats. Please build a page where they book one.\n"
    assert [kind for kind, _ in stated(text)] == ["functional"]


def test_a_limit_before_the_wish_is_no_background() -> None:
    text = "Budget is 500 euros.\nWe need a page where guests pay."
    assert stated(text) == [
        ("constraint", "Budget is 500 euros."),
        ("functional", "We need a page where guests pay."),
    ]


def test_a_heading_that_is_marked_as_one_stays_one() -> None:
    assert stated("# Desk\n\nPrint bills.\n\n## Who pays what\n") == [("functional", "Print bills.")]


UNREAD: dict[str, tuple[str, str]] = {
    "nobody speaks": (
        "# Rota\n\nLast year a rota got lost.\n\nThe tool must send a list.",
        "“Last year a rota got lost.”",
    ),
    "a thing alone": (
        "I want an app for my running club.\nIt should send reminders.",
        "“I want an app for my running club.”",
    ),
    "two words": ("Show me what I spent.\nBy category.\nIn a pie chart.", "“By category.”"),
    "nothing was read at all": (
        "The app users of last year complained.",
        "“The app users of last year complained.”",
    ),
}


@pytest.mark.parametrize(("text", "quoted"), UNREAD.values(), ids=UNREAD)
def test_a_sentence_of_few_that_gave_nothing_is_quoted(text: str, quoted: str) -> None:
    found = read(text)
    assert isinstance(found, Findings)
    assert any(quoted in each for each in found.notes)


DEMANDS = "".join(
    f"- The desk must print the {each}.\n" for each in ("bill", "label", "list", "rota", "sign")
)


@pytest.mark.parametrize(
    "text",
    [
        "I want a tool that renames scans.\n\nThank you\n\nJo Brand",
        f"# Desk\n\nLast year a rota got lost.\n\n{DEMANDS}",
        "# Desk\n\nA desk where bills are kept.\n\n## Requirements\n\n- The desk must print bills.\n",
    ],
    ids=["courtesy", "a document that lists enough", "a document with few"],
)
def test_what_nobody_takes_for_a_wish_is_not_quoted(text: str) -> None:
    found = read(text)
    assert isinstance(found, Findings)
    assert found.notes == ()


@pytest.mark.parametrize(
    ("title", "body", "told"),
    [
        ("Let guests pick a seat", "Hold it for ten minutes.", True),
        ("[Feature] Add dark mode to the settings", "It should remember the choice.", True),
        ("feat: add dark mode to the settings", "It should remember the choice.", True),
        ("Let guests pick a seat", "Guests can pick their seat. Hold it for ten minutes.", False),
        ("Seats", "Hold it for ten minutes.", False),
        ("Let guests pick a seat", "# Seats\n\nHold it for ten minutes.", False),
    ],
)
def test_a_wish_that_only_the_title_of_the_issue_says_is_told(title: str, body: str, *, told: bool) -> None:
    outcome = plan(PlannerInputs(title=title, body=body))
    assert isinstance(outcome, ArchitecturePack)
    assert any("title of the issue" in each for each in outcome.prd.found) is told
