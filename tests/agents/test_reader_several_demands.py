"""Two demands in one entry of a short text are two requirements; what only names several things stays one."""

import pytest

from agents.builtin.reader.statements.several_demands import demands_of
from tests.agents.stated import stated

# What people typed, and the demands it holds.
CUT = {
    "members book a boat, and the coach approves it": ("members book a boat", "The coach approves it"),
    "scan the label; the weight comes from the scale": ("scan the label", "The weight comes from the scale"),
    "counts the bees, sends the number at night": ("counts the bees", "Sends the number at night"),
    "it counts the bees of each hive and sends the number at night": (
        "it counts the bees of each hive",
        "It sends the number at night",
    ),
    "export as CSV plus a PDF for the board": ("export as CSV", "A PDF for the board"),
    "driver sees the next stop, and can mark a parcel as delivered": (
        "driver sees the next stop",
        "Driver can mark a parcel as delivered",
    ),
    "the number is printed and the sum is right": ("the number is printed", "The sum is right"),
    "the seller offers a boat, the buyer has 10 days, then it goes to the next one": (
        "the seller offers a boat",
        "The buyer has 10 days",
        "It goes to the next one",
    ),
    "warn when the tank is below 10 %, a pump fails, the door is open": (
        "warn when the tank is below 10 %",
        "Warn when a pump fails",
        "Warn when the door is open",
    ),
    "remind me when a test is due or when a part runs out": (
        "remind me when a test is due",
        "Remind me when a part runs out",
    ),
    "nightly copy of all orders, encrypted before it leaves the house": (
        "nightly copy of all orders",
        "Encrypted before it leaves the house",
    ),
    "all of it in one file, so it works without internet": (
        "all of it in one file",
        "It works without internet",
    ),
    "set which concert a piece belongs to, and write a note": (
        "set which concert a piece belongs to",
        "Write a note",
    ),
    "the screen shows who is next, and the clerk calls them": (
        "the screen shows who is next",
        "The clerk calls them",
    ),
    "the report goes to the clerk of that district, he gets a mail": (
        "the report goes to the clerk of that district",
        "He gets a mail",
    ),
    "water the beds at 6, the minutes I can choose per bed": (
        "water the beds at 6",
        "The minutes I can choose per bed",
    ),
}
WHOLE = [
    "create, edit and delete bookings",
    "upload a photo and add a caption to it",
    "support bills in English, German and Polish",
    "clerks, like members, can see all bills",
    "the clerk offers a bill; another takes it",
    "given a seat is free, when she takes it, then it is held, and nobody else can take it",
    "list of all keys and who has them",
    "a list of members who paid and members who have not",
    "names, addresses and photos are removed after a year",
    "photos, names are removed after a year",
    "tide, wind and water temperature are shown on one page",
    "let members see and change their data",
    "users can edit and delete a note",
    "ask the member to confirm and pay the fee",
    "do not send mails at night and show the names",
    "if the lamp goes out, a ship is lost and its captain is sad",
    "for each new photo, the app finds the faces",
    "after the match, the referee enters the score",
    "one million calls a second would do, we filter pins with it",
    "import the table, ensuring it cannot overwrite anything",
    "mail to housekeeping, not to me",
    'a button "pay, and the clerk sees it" below the list',
    "prices in euros and the total in francs",
    "should members see it, and the coach approves it?",
    "convert all times to UTC; the loggers run on local time",
]


@pytest.mark.parametrize(("text", "demands"), CUT.items())
def test_each_demand_is_one(text: str, demands: tuple[str, ...]) -> None:
    assert demands_of(text) == demands


@pytest.mark.parametrize("text", WHOLE)
def test_what_may_be_one_demand_stays_one(text: str) -> None:
    assert demands_of(text) == (text,)


def test_an_entry_of_a_short_text_becomes_as_many_requirements_as_it_holds() -> None:
    text = (
        "# Boats\n\n## Must\n\n- members book a boat, and the coach approves it\n- nightly copy, encrypted before it leaves the house\n"
        "- a list of all crews, encrypted before it leaves the house\n"
    )
    assert stated(text) == [
        ("functional", "members book a boat"),
        ("functional", "The coach approves it"),
        ("nonfunctional", "nightly copy, encrypted before it leaves the house"),
        ("functional", "a list of all crews"),
        ("nonfunctional", "Encrypted before it leaves the house"),
    ]


def test_an_entry_of_a_long_document_stays_as_it_was_written() -> None:
    entry = "- Members book a boat, and the coach approves it\n"
    filling = "- Members pay a small fee for each of the boats they book in a season\n" * 60
    text = f"# Boats\n\n## Features\n\n{entry}{filling}"
    assert ("functional", "Members book a boat, and the coach approves it") in stated(text)
