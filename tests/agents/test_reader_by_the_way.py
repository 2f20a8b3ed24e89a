"""What a part of a document holds whatever it is called, and what binds the makers by the way; invented documents."""

import pytest

from tests.agents.kinds import Found, kinds

FEATURES = "## Features\n- Book a kite\n- Return a kite\n- Repair a kite\n- Sell a kite\n- Lend a reel\n"
PLACES: dict[str, tuple[str, Found]] = {
    "the moves of a game that are called like parts of a document": (
        "# Kite duel\n## The core loop\n### Aim\n- The kite has one range: 40 degrees\n- Wind turns the kite\n## Aim\n- Joy\n",
        [("functional", 4), ("functional", 5)],
    ),
    "a table of what is pressed": (
        "# Kite duel\n## Input architecture\n| Device | Turn | Dive |\n|---|---|---|\n| Stick | left and right | hold A |\n| Voice | “left” | “down” |\n",
        [("functional", 5), ("functional", 6)],
    ),
    "the rules below the people they are for": (
        f"# Kite club\n{FEATURES}## Sign-in and users\n### Rules\n- Each kite belongs to one member\n- Any name is taken\n",
        [*(("functional", line) for line in range(3, 8)), ("functional", 10), ("functional", 11)],
    ),
    "what people use it for": (
        "# Kite club\n## Actors\n- **Keeper**: People who use the Store Desk to:\n  - Verify notes from the repair room\n  - Use the Loan Calendar\n- **Guest**: People who use the harbour bus\n",
        [("functional", 4), ("functional", 5)],
    ),
    "what is said to whoever reads the document": (
        f"# Kite club\n## Before the work\n**Review these requirements critically:**\n- Name what is missing\n- Wait for our answer\n{FEATURES}",
        [("functional", line) for line in range(7, 12)],
    ),
    "with what something is tested, in a heading": (
        f"# Kite club\n{FEATURES}## Test plan\n### Unit tests (JUnit)\n- Book, then return\n### Manual tests (at the beach)\n- Fly one\n",
        [
            *(("functional", line) for line in range(3, 8)),
            ("constraint", 9),
            ("acceptance", 10),
            ("acceptance", 12),
        ],
    ),
    "what a build goes through, among tests": (
        "# Kite club\n## Features\n- Book a kite\n## Test plan\n### Lint & build\n- Prettier in every check\n- `make kite` gives a zip for the shop\n",
        [("functional", 3), ("constraint", 6), ("constraint", 7)],
    ),
}
BINDING: dict[str, tuple[str, Found]] = {
    "what there is already": (
        f"# Kite club\n{FEATURES}## Design\nThe club already has a way to send notes:\n- A nightly job (`cron-mail` on FastAPI)\n",
        [*(("functional", line) for line in range(3, 8)), ("constraint", 10)],
    ),
    "what a system asks for": (
        "# Kite club\n## Features\n- Ask for the place:\n  - iOS: “Always” is needed for the map.\n  - Android: the place may be required twice.\n  - iOS: shows where a kite is required.\n  - Members: a note is needed.\n",
        [("constraint", 4), ("constraint", 5), ("functional", 6), ("functional", 7)],
    ),
    "how the code is to be, and what matters more": (
        "# Kite club\n## Features\n- Book a kite\n## Implementation notes\n- Keep the code simple\n- Use consistent names across all pages\n- Focus on the store, not on the shop\n- Keep the kites dry\n- Prioritize loans by day\n",
        [
            ("functional", 3),
            ("nonfunctional", 5),
            ("nonfunctional", 6),
            ("constraint", 7),
            ("functional", 8),
            ("functional", 9),
        ],
    ),
    "what is not to be drawn in, and how much it weighs": (
        "# Kite club\n## Features\n- Book a kite\n- Avoid external UI libs\n- Avoid double bookings\n- Keep the bundle under 40 kB\n- Keep the bundle of notes\n",
        [
            ("functional", 3),
            ("constraint", 4),
            ("functional", 5),
            ("nonfunctional", 6),
            ("functional", 7),
        ],
    ),
    "what it spares, and into what it fits": (
        "# Kite club\n## Goals\n- Be battery-safe and spam-safe (few notes, none at night)\n- Fit into the existing desk: `notes` and rosters\n## Features\n- Book a kite\n- Request the minimum access for the map\n",
        [("nonfunctional", 3), ("constraint", 4), ("functional", 6), ("nonfunctional", 7)],
    ),
    "how two parts talk": (
        "# Kite club\n## Functional requirements\n- The page must show new loans via polling\n- The page must show polling stations\n",
        [("constraint", 3), ("functional", 3), ("functional", 4)],
    ),
    "whom a sentence says that it calls": (
        f"# Kite club\n## Objective\nCreate a desk. The desk calls OpenAI to draft a note.\n{FEATURES}## Data flow\n1. The desk reads the key, calls `https://api.example.org/notes`.\n2. The keeper calls the guest.\n",
        [("constraint", 3), *(("functional", line) for line in range(5, 10)), ("constraint", 11)],
    ),
    "what there is instead of the real thing": (
        f"# Kite club\n{FEATURES}## Scope\nThe notes of the harbour will be simulated for testing.\nThe wind must be simulated by the table of the coast.\n",
        [*(("functional", line) for line in range(3, 8)), ("constraint", 9), ("functional", 10)],
    ),
    "a thing on a screen that is light": (
        f"# Kite club\n{FEATURES}- A tap on the note leads to the loan and to a lightweight “Back?” prompt\n- Lightweight and small\n",
        [*(("functional", line) for line in range(3, 9)), ("nonfunctional", 9)],
    ),
    "how long the work is thought to take": (
        "# Kite club\n## Features\n- Book a kite\n## Roadmap\nFor all this, 2 to 3 months of work are planned.\nThree months of rain are expected.\n",
        [("functional", 3), ("constraint", 5)],
    ),
}
ROWS = {**PLACES, **BINDING}


@pytest.mark.parametrize(("text", "found"), ROWS.values(), ids=ROWS)
def test_what_binds_is_found_wherever_it_stands(text: str, found: Found) -> None:
    assert kinds(text) == found
