"""What one sentence leaves out, and what short sentences below a quality, a table of rights or a call for offers say: invented documents."""

import pytest

from agents.builtin.reader.text.topics import announced
from agents.builtin.reader.words.topic import Topic
from tests.agents.kinds import Found, kinds
from tests.agents.stated import stated

BEFORE = (
    "# Herd book\n## Features\n- Add a cow\n- Sell a cow\n- Count cows\n- Print the herd\n- Mail the vet\n"
)
LEFT_OUT: dict[str, tuple[str, list[str]]] = {
    "in front": (
        "\nOut of scope are a milk feed, the webshop, stock keeping and GPS collars.\n",
        ["A milk feed", "The webshop", "Stock keeping", "GPS collars"],
    ),
    "in front, with a colon": (
        "- Not part of this release: calves, feed orders\n",
        ["Calves", "Feed orders"],
    ),
    "at the end": (
        "\nCalves, pedigree charts and the vet portal are out of scope.\n",
        ["Calves", "Pedigree charts", "The vet portal"],
    ),
    "by a version": (
        "- Version 1 excludes calves, pedigree charts (with photos) and a vet portal\n",
        ["Calves", "Pedigree charts (with photos) and a vet portal"],
    ),
    "in German": (
        "## Abgrenzung\nDer Verkauf, die Buchhaltung und ein eigener Shop sind nicht Teil der ersten Version.\n",
        ["Der Verkauf", "die Buchhaltung", "ein eigener Shop"],
    ),
    "in French": (
        "## Hors périmètre\nLa vente de matériel, la comptabilité et l'application mobile sont exclues de cette version.\n",
        ["La vente de matériel", "la comptabilité", "l'application mobile"],
    ),
    "cut without a tear": (
        "\nCut without a tear: milk feed, GPS collars\n\nDropped: the herd map, calf alarms and bulls\n",
        ["Milk feed", "GPS collars", "The herd map", "Calf alarms", "Bulls"],
    ),
    "what is cut by the product": ("- Cut: trims a hoof to its length\n", []),
    "one thing": ("- Login is out of scope\n", ["Login is out of scope"]),
    "told at length": (
        "\nReports that nobody reads, which we can print, are out of scope.\n",
        ["Reports that nobody reads, which we can print, are out of scope."],
    ),
    "nothing": ("\nThe herd book excludes sold cows, calves and bulls from the count.\n", []),
}
SHORT: dict[str, tuple[str, Found]] = {
    "how things are kept": (
        "# Herd book\n## Features\n- Add a cow\n## Privacy\nNo advertising id is read. Addresses are dropped at the gate.\n\nIt is a hard topic. Farmers talk.\n",
        [("functional", 3), ("nonfunctional", 5)],
    ),
    "what somebody sees, and where something is told": (
        "# Herd book\n## Requirements\n| Function | Who |\n|---|---|\n| See harvest share | Farmer |\n| Count cows | Farmer |\n\n- See design notes\n- See section four of the plan\n- See Contributing Guide\n",
        [("functional", 5), ("functional", 6)],
    ),
    "what somebody sees at once, and where it works besides": (
        "# Herd book\nA page for a herd.\n### What the farmer does\n- see which cows are sick\n- mark who was milked (tick list, works offline in the cellar)\n- count cows\n",
        [("functional", 4), ("functional", 5), ("functional", 6)],
    ),
    "by what a part is done": (
        "# Herd book\n## Technical environment\nOur site has many pages. Payments go through Mollie. Cows go through the gate.\n\n- Mails are sent with Postmark\n",
        [("constraint", 3), ("constraint", 5)],
    ),
    "that nothing is lost": (
        "# Herd book\n## Goals\n1. No entry is lost when the barn has no power\n2. Count a cow twice\n",
        [("nonfunctional", 3), ("functional", 4)],
    ),
    "how offers are weighed": (
        "# Herd book\n## Requirements\n- Count cows\n## 6. Evaluation\nOffers are scored on price (40 %) and on past work (60 %).\n## Proposal format\nTen pages at most.\n",
        [("functional", 3)],
    ),
}
HEADINGS: dict[str, Topic | None] = {
    "Evaluation": "neutral",
    "Evaluation of proposals": "neutral",
    "Evaluation of cows": None,
    "Proposal format": "neutral",
    "Regeln für Fragen": None,
    "Handling of customer questions": None,
    "Questions for the board": "question",
}


@pytest.mark.parametrize(("text", "names"), LEFT_OUT.values(), ids=LEFT_OUT)
def test_what_a_sentence_leaves_out_is_read_one_by_one(text: str, names: list[str]) -> None:
    assert [words for kind, words in stated(BEFORE + text) if kind == "non_goal"] == names


@pytest.mark.parametrize(("text", "found"), SHORT.values(), ids=SHORT)
def test_a_short_sentence_is_read_for_where_it_stands(text: str, found: Found) -> None:
    assert kinds(text) == found


@pytest.mark.parametrize(("heading", "topic"), HEADINGS.items())
def test_a_heading_is_about_what_all_its_words_say(heading: str, topic: Topic | None) -> None:
    assert announced(heading) == topic
