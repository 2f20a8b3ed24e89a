"""Answers of an assistant copied from its page, which lose every mark but the emoji: small invented documents."""

import pytest

from agents.builtin.reader.notations.copied import as_copied
from tests.agents.kinds import Found, kinds
from tests.agents.stated import read_whole

COPIED: dict[str, tuple[str, Found]] = {
    "entries with blank lines between, below words that announce them": (
        (
            "📄 Product Requirements Document: Loaf Counter\n\n🧠 Objective\nThe counter does the whole morning:\n\nReads the orders of the day\n\n"
            "Prints a label for each loaf\n\n🧹 Cleanup Requirements\nDelete the orders after 30 days\n\nKeep the labels for a year\n\n"
            "🚫 Out of Scope\nNo payments\n\nNo delivery\n"
        ),
        [
            ("functional", 6),
            ("functional", 8),
            ("functional", 11),
            ("functional", 13),
            ("non_goal", 16),
            ("non_goal", 18),
        ],
    ),
    "cells below a heading, with tabulators between": (
        (
            "📦 Parcel Sorter\n\n🚥 Error Handling\nError\tBehavior\nLabel unreadable\tThe clerk is asked for the address\nBelt stands still\tThe lamp blinks\n"
            "\n🧩 Components\nComponent\tRole\nbelt\tMoves the parcel\nprinter\tPrints the new label\n\n🔮 Open Questions\nWhich belt comes first?\n"
        ),
        [("functional", 5), ("functional", 6), ("functional", 10), ("functional", 11), ("question", 14)],
    ),
    "code below the words of two buttons": (
        (
            '🎵 Choir Plan\n\n🔄 Flow\nThe conductor opens an evening\n\nbash\nCopy\nEdit\nPOST /evenings\n{\n  "day": "Monday"\n}\n'
            "The app sends every singer a message\n\n🚀 Deployment\nRuntime: PostgreSQL and Go\n\n✨ Features\nPrint the list of singers\n\nShow who comes\n"
        ),
        [("functional", 4), ("functional", 13), ("constraint", 16), ("functional", 19), ("functional", 21)],
    ),
}


@pytest.mark.parametrize("name", COPIED)
def test_what_was_copied_from_the_page_of_an_assistant_keeps_its_parts(name: str) -> None:
    text, expected = COPIED[name]
    assert kinds(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "# Bills\n\n🧠 Goal\nPrint bills\n\nSend bills\n\n🚀 Start\nToday\n\n🔧 Tools\nNone\n",
        "Bills\n\n🧠 Goal\nPrint bills\n\nSend bills\n",
        "🥖 bake bread\n🥐 sell rolls\n🍰 order cakes\n",
        "🧠 We want to print bills.\n\n🚀 We start today!\n\n🔧 no tools, please\n",
    ],
    ids=["headings are marked", "one emoji", "a list of entries", "sentences"],
)
def test_other_texts_with_emoji_stay_as_they_are(text: str) -> None:
    lines = text.split("\n")
    assert as_copied(lines) == lines


def test_the_name_stands_below_a_heading_with_an_emoji() -> None:
    text = "📄 Final Product Requirements Document (PRD): Sorting Service\n🔧 Project Name\nparcel-sorter\n\n🧠 Goal\nSort parcels\n"
    assert read_whole(text).product == "parcel-sorter"
