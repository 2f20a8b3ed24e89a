"""What the id of an entry says it is, beside its heading."""

from agents.builtin.reader.text.blocks import Block
from agents.builtin.reader.text.labels import split_label
from agents.builtin.reader.text.places import Place
from agents.builtin.reader.words.entry_words import VAGUE
from agents.builtin.reader.words.topic import WHOLE, Topic

TOLD_BY_HEADING: frozenset[Topic | None] = frozenset(
    {"functional", "nonfunctional", "quality", "constraint", "testing", "technical", "metric", "non_goal"}
)


def is_vague(label: str, place: Place) -> bool:
    """Whether an id begins with one letter, as in `P1` or `E2`, under a heading that says what it is about."""
    return bool(VAGUE.match(label)) and place.topic in TOLD_BY_HEADING


def topic_of_label(label: str, labelled: str, place: Place) -> Topic | None:
    """What an entry with an id is: its letters say so, unless a vague one stands under a plain heading."""
    if (
        not labelled
        or is_vague(label, place)
        or (len(label.rstrip("0123456789.-")) == 1 and place.topic in WHOLE)
    ):
        return place.topic
    return labelled  # type: ignore[return-value]  # every key of KINDS is a topic


def own_id(block: Block) -> str:
    """The id of an entry that is one of a requirement; empty for any other block."""
    if block.shape != "item":
        return ""
    label, labelled, _ = split_label(block.raw)
    return label if labelled in {"functional", "nonfunctional"} else ""


def series_of(id_: str) -> str:
    """What the ids of a document's requirements begin with alike: `R-` of `R-07`."""
    return id_.rstrip("0123456789.")
