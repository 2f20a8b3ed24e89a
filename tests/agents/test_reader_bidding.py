"""Requests for proposals: what they ask of the product, and what of those who offer to build it."""

import pytest

from tests.agents.kinds import Found, kinds
from tests.agents.stated import read_whole

HEAD = "# Request for Proposals (RFP)\n\n**Booking desk for the village halls**\n\n## Features\n- Show free halls\n- Book a hall\n- Print a bill\n"
HEADS = [("functional", 6), ("functional", 7), ("functional", 8)]
ASKED: dict[str, tuple[str, Found]] = {
    "what a proposal has to hold": (
        "## Proposal requirements\n1. **Approach**: architecture and hosting\n2. **Team**: roles and rates\n",
        [("constraint", 10), ("constraint", 11)],
    ),
    "to whom it belongs": (
        "## Ownership & post-launch\n- All code will belong to the county\n- The bidder must hand over the repository\n",
        [("constraint", 10), ("constraint", 11)],
    ),
    "by when": (
        "## Timeline\n| Phase | Timeline | Notes |\n|---|---|---|\n| Design | May 2026 | Screens |\n| Build | Summer–Fall 2026 | All of it |\n| Trial | Week 3 | With two halls |\n",
        [("constraint", 12), ("constraint", 13)],
    ),
    "what is there already": (
        "## Hosting\n- The county already runs its own map server\n- Logo and colours already defined\n- The existing site of the east halls can be used as a reference\n",
        [("constraint", 10), ("constraint", 11), ("constraint", 12)],
    ),
    "what those must assume who offer": (
        "## Operations support\nProposals should therefore not assume that all work is done by the vendor.\n",
        [("constraint", 10)],
    ),
    "vendors who use the product": (
        "## Functional requirements\n- Vendors must describe each stall\n- Vendors can include photos\n",
        [("functional", 10), ("functional", 11)],
    ),
    "what the first version has": (
        "## Scope\nThe first version should include:\n- **Halls**: pages with photos\n- **Calendar**: one for each hall\n",
        [("functional", 11), ("functional", 12)],
    ),
}


@pytest.mark.parametrize("name", ASKED)
def test_what_is_asked_of_those_who_offer_binds_and_is_not_built(name: str) -> None:
    text, expected = ASKED[name]
    assert kinds(HEAD + text) == [*HEADS, *expected]


def test_the_parts_of_one_thing_stay_with_it() -> None:
    found = read_whole(HEAD + "## Bills\nThe bill must include:\n- Name\n- Sum\n")
    assert [each.text for each in found.findings][-1] == "The bill must include"


@pytest.mark.parametrize(
    ("title", "below", "name"),
    [
        ("Request for Proposals (RFP)", "**Booking desk for the village halls**", "Booking desk for the village halls"),
        ("Request for Tender", "**Published:** March", ""),
        ("Cookie Command", "## What this is\n\nAn app for bakers.", "Cookie Command"),
        ("Tally Browser Extension PRD", "## Overview\nTally is a browser extension that counts loaves.", "Tally"),
        ("Loaf Browser Extension PRD", "## Overview\nBread is a browser extension that counts loaves.", "Loaf Browser Extension"),
    ],
)  # fmt: skip
def test_a_title_that_says_what_the_page_is_names_nothing(title: str, below: str, name: str) -> None:
    assert read_whole(f"# {title}\n\n{below}\n\n## Features\n- Count loaves\n").product == name
