"""What the id of an entry says it is, beside its heading."""

import re

from agents.builtin.reader.text.blocks import Block
from agents.builtin.reader.text.labels import OF_EITHER, split_label
from agents.builtin.reader.text.places import NAMED_BY_HEADING, Place
from agents.builtin.reader.words.entry_words import VAGUE
from agents.builtin.reader.words.topic import WHOLE, Topic

TOLD_BY_HEADING: frozenset[Topic | None] = NAMED_BY_HEADING | {
    "functional",
    "technical",
    "metric",
    "non_goal",
}
# `TC-3` is a test case, and a technical constraint below a heading that says so.
TEST_OR_TERM = re.compile(r"\W*TC[-_. ]?\d", re.IGNORECASE)
# Whatever is asked for there, with an id or without, is not asked for now: `Could have (future)`.
LATER_OR_NEVER: frozenset[Topic | None] = frozenset({"deferred", "non_goal"})
LIMITING: frozenset[Topic | None] = frozenset({"constraint", "assumption"})


def is_vague(label: str, place: Place) -> bool:
    """Whether an id begins with one letter, as in `P1` or `E2`, under a heading that says what it is about."""
    return bool(VAGUE.match(label)) and place.topic in TOLD_BY_HEADING


def topic_of_label(label: str, labelled: str, place: Place) -> Topic | None:
    """What an entry with an id is: its letters say so, unless a vague one stands under a plain heading."""
    if (
        not labelled
        or is_vague(label, place)
        or (OF_EITHER.match(label) and place.topic in NAMED_BY_HEADING)
        or (TEST_OR_TERM.match(label) and place.topic in LIMITING)
        or place.topic in LATER_OR_NEVER
        or (len(label.rstrip("0123456789.-")) == 1 and place.topic in WHOLE)
    ):
        return place.topic
    return labelled  # type: ignore[return-value]  # every key of KINDS is a topic


def own_id(block: Block) -> str:
    """The id of an entry that is one of a requirement; empty for any other block."""
    if block.shape not in {"item", "row"}:
        return ""
    label, labelled, _ = split_label(block.raw)
    return label if labelled in {"functional", "nonfunctional"} else ""


def series_of(id_: str) -> str:
    """What the ids of a document's requirements begin with alike: `R-` of `R-07`."""
    return id_.rstrip("0123456789.")
