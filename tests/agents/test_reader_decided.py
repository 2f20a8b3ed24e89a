"""What decisions, statuses and the parts of a product say in documents of engineers: small invented documents."""

import pytest

from tests.agents.kinds import Found, kinds

HEAD = "# Bills\n## Features\n- Print a bill\n- Send a bill\n- Sort the bills\n"
DECIDED: dict[str, tuple[str, Found]] = {
    "a decision that says several things": (
        (
            "## Implementation decisions\n- **Turns:** each desk runs its own clock; the hall shows 30 fps. Clerks send orders and the till resolves them.\n"
            "- **Store:** `desk:sqlite`. Save the basket of every clerk; never the total.\n"
        ),
        [("functional", 7), ("nonfunctional", 7), ("constraint", 8), ("functional", 8)],
    ),
    "a decision that names what it is made with": (
        "## Implementation decisions\n- **Transport:** WebSocket, binary frames. Clients send orders.\n- **Clock:** the desk is right about the hour\n",
        [("constraint", 7), ("functional", 7), ("constraint", 8)],
    ),
    "decisions in a table: what people see, and how it is made": (
        (
            "## Key decisions\n| Decision | Why | Outcome |\n|---|---|---|\n| Three-column dashboard | Like the desk | ✓ v2.0 |\n| Mail to one recipient | Simple | ✓ v2.0 |\n"
            "| No mail library | Small | ✓ v2.5 |\n| Dashboard with Grafana | Known | ✓ v2.5 |\n| Defer the archive to v3.0 | Later | open |\n"
        ),
        [("functional", 9), ("functional", 10), ("constraint", 11), ("constraint", 12), ("deferred", 13)],
    ),
    "what is ticked off came with its version": (
        "## Requirements\n### Validated\n- ✓ Labels for each bill (v2.0)\n- ☑ Export of the month (v2)\n- Letters by post (v2)\n### Active (for the next milestone)\n- [ ] Bills of several desks\n",
        [("functional", 8), ("functional", 9), ("deferred", 10), ("functional", 12)],
    ),
    "the part of a component, and the part of a person": (
        "## Architecture\n| Component | Role |\n|---|---|\n| `sorter` | Sorts the bills by name |\n| `web` | React with Vite |\n",
        [("functional", 9), ("constraint", 10)],
    ),
    "what is lost and may be": (
        "## Cleanup requirements\n- The list of the day is lost on restart (acceptable for now)\n- Double prints are expected and accepted\n- A clerk can mark a print as accepted\n",
        [("constraint", 7), ("constraint", 8), ("functional", 9)],
    ),
    "a case is no machine that runs already": (
        "## Flow\n- If a print is already running, the new one waits\n- The printer is already in use\n",
        [("functional", 7), ("constraint", 8), ("functional", 8)],
    ),
    "on which devices it must work among the constraints": (
        "## Constraints\n- **Devices**: must work on the phones of the clerks\n- **Performance**: a bill within 2 seconds\n",
        [("constraint", 7), ("nonfunctional", 8)],
    ),
}


@pytest.mark.parametrize("name", DECIDED)
def test_a_decision_is_what_it_decides(name: str) -> None:
    text, expected = DECIDED[name]
    assert kinds(HEAD + text) == [("functional", 3), ("functional", 4), ("functional", 5), *expected]


@pytest.mark.parametrize(
    ("entry", "kind"),
    [
        ("The client must never crash the host page", "nonfunctional"),
        ("The plug-in must never throw errors", "nonfunctional"),
        ("The clerk must never print twice", "functional"),
        ("Require minimal ongoing maintenance by the office", "nonfunctional"),
        ("Require a password of every clerk", "functional"),
        ("Host up to 40 shops", "nonfunctional"),
        ("All prints are rate-limited and logged", "nonfunctional"),
        ("Alignment and brand consistency across all letters", "nonfunctional"),
        ("Visual consistency: the same view of each desk", "functional"),
        ('Write a bill from a sentence ("three nights, budget $3k")', "functional"),
        ("Notes on open questions of the guests", "functional"),
        ("It is not intended to be a full rebuild of the till", "non_goal"),
        ("Complement, not replace, the till", "non_goal"),
        ("No need to redesign the letters", "non_goal"),
        ("No need to sign in for guests", "functional"),
        ("Warn when the roll ends (not implemented in v1)", "non_goal"),
    ],
)
def test_a_feature_a_quality_and_what_is_left_out(entry: str, kind: str) -> None:
    assert [each for each, line in kinds(f"{HEAD}- {entry}\n") if line == 6] == [kind]
