"""What a document calls its limits, what it leaves out behind a demand, and what a list only has by name; invented documents."""

import pytest

from agents.builtin.reader.text.topics import announced
from agents.builtin.reader.words.topic import Topic
from tests.agents.kinds import Found, kinds

HEADINGS: dict[str, Topic | None] = {
    "Simplifications": "constraint",
    "Known simplifications": "constraint",
    "Rules": "functional",
    "House rules of conduct": None,
    "Input architecture": None,
    "Control architecture (one rule)": None,
    "System architecture": "technical",
    "Lint & format": "constraint",
    "Build, lint and type checks": "constraint",
    "Build": None,
    "Review these requirements critically": "neutral",
    "Review requirements": "functional",
    "Background": "background",
    "Background jobs": None,
    "Background sync": None,
}
LIMITS: dict[str, tuple[str, Found]] = {
    "known limitations": (
        "# Harbour log\n## Features\n- List berths\n## Known limitations of v1\n### Platform limitations\n- No watch app\n- No printing (yet)\n- Danish only\n- Limited to 40 berths\n- Runs on the harbour's old server\n",
        [
            ("functional", 3),
            ("non_goal", 6),
            ("non_goal", 7),
            ("nonfunctional", 8),
            ("nonfunctional", 9),
            ("constraint", 10),
        ],
    ),
    "limitations with a name in front": (
        "# Harbour log\n## Features\n- List berths\n## Mocks & limitations\n- **Scales**: No real scales, only files.\n- **Map**: Uses a drawn map; no GPS and no compass.\n- **Weather**: Uses made-up winds.\n",
        [("functional", 3), ("non_goal", 5), ("non_goal", 6), ("constraint", 7)],
    ),
    "what a document calls constraints": (
        "# Harbour log\n## Features\n- List berths\n## Constraints and limitations\n- Limited to 40 berths\n- No internet on the quay\n",
        [("functional", 3), ("constraint", 5), ("constraint", 6)],
    ),
    "simplifications": (
        "# Harbour log\n## Features\n- List berths\n## Simplifications\n- **No ledger:** Keep the berths in a file\n- **No locking:** Accept this for now\n- **Clock:** Assume harbour time\n- **Boat names:** Any text is accepted\n",
        [("functional", 3), ("non_goal", 5), ("non_goal", 6), ("constraint", 7), ("functional", 8)],
    ),
}
LEFT_OUT: dict[str, tuple[str, Found]] = {
    "behind what a requirement demands": (
        "# Harbour log\n## Functional requirements\n- **FR-1**: The system must list berths. However, there is no UI for adding berths.\n- **FR-2**: The system must tell the master. Text messages are excluded.\n- **FR-3**: The system must keep a log. It must show the log to the master.\n",
        [
            ("functional", 3),
            ("non_goal", 3),
            ("functional", 4),
            ("non_goal", 4),
            ("functional", 5),
        ],
    ),
    "out of a scope of some kind": (
        "# Harbour log\n## Scope\n- List berths\n- Cranes are out of the development scope\n",
        [("functional", 3), ("non_goal", 4)],
    ),
    "not required behind a name": (
        "# Harbour log\n## Features\n- **Sorting:** by berth\n- **Paging:** Not required for the pilot (show all)\n- **Password:** Not required on the quay\n",
        [("functional", 3), ("non_goal", 4), ("functional", 5)],
    ),
    "words on a screen": (
        "# Harbour log\n## Features\n- Say why the place is asked for (“we won't include your route”)\n- We won't include routes\n",
        [("functional", 3), ("non_goal", 4)],
    ),
    "a quality that nobody asks for": (
        "# Harbour log\n## Quality attributes\n- **Availability**: No SLA requirements for the pilot.\n- **Availability**: No outage longer than an hour.\n",
        [("non_goal", 3), ("nonfunctional", 4)],
    ),
}
NAMED: dict[str, tuple[str, Found]] = {
    "an engine among the concepts": (
        "# Kite game\n## Concept\n- **Engine**: Godot 4, GDScript, home-made pictures\n- **Kite**: colour, length, wind\n## Features\n- Fly a kite\n",
        [("constraint", 3), ("functional", 6)],
    ),
    "a part that is called an engine": (
        "# Kite game\n## System design\n1. **Wind Engine**: evaluates gusts using a table of the coast\n2. **Physics**: Box2D\n",
        [("functional", 3), ("constraint", 4)],
    ),
    "a record that is called like a part": (
        "# Kite game\n## Database requirements\n- **Queue**: `flight_id`, `pilot_id`, `state`\n- **Queue**: RabbitMQ\n",
        [("functional", 3), ("constraint", 4)],
    ),
    "a room that is no library": (
        "# Hut booking\n## Status codes\n| Code | Usage |\n|---|---|\n| 404 | Room or bunk not found |\n## Storage\n- Room for local data\n",
        [("functional", 5), ("constraint", 7)],
    ),
    "what begins like a pointer to what stands below": (
        "# Hut booking\n## Features\n- Above 80 → full\n- Below 20 → empty\n- Below you find the list\n",
        [("functional", 3), ("functional", 4)],
    ),
}
ROWS = {**LIMITS, **LEFT_OUT, **NAMED}


@pytest.mark.parametrize(("heading", "topic"), HEADINGS.items())
def test_a_heading_is_about_what_its_words_mean_together(heading: str, topic: Topic | None) -> None:
    assert announced(heading) == topic


@pytest.mark.parametrize(("text", "found"), ROWS.values(), ids=ROWS)
def test_what_is_no_part_of_it_is_told_from_what_binds(text: str, found: Found) -> None:
    assert kinds(text) == found
