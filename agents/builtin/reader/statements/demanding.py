"""Which headings and entries of a document demand something by where they stand and how they are marked."""

import re

from agents.builtin.reader.text.blocks import Block
from agents.builtin.reader.text.inline import plain, split_lead
from agents.builtin.reader.text.labels import split_label
from agents.builtin.reader.text.own_heading import PERIOD
from agents.builtin.reader.text.places import Place
from agents.builtin.reader.words import nature

# `### `shelf add <isbn>``, `### POST /loans`: headings that are called, and not only named.
CALLED = re.compile(r"`[^`]+`$|`?(?:GET|POST|PUT|PATCH|DELETE) /\S*`?$")
# With so many steps that have names of their own, a flow tells the functions of a document that lists none elsewhere.
FEWEST_STEPS = 3


def demands(heading: Block, *, empty: bool) -> bool:
    """Whether a heading is a user story or, with an id, a requirement, as in `### FR-5: The system shall archive bills`."""
    if nature.is_story(heading.text):
        return True
    _, labelled, rest = split_label(heading.raw)
    if labelled not in {"functional", "nonfunctional"} or nature.size(rest) < 2:
        return False
    return empty or bool(nature.STRONG.search(rest))


def is_listed(block: Block, place: Place) -> bool:
    """Whether a block is one of the document's listed functional requirements."""
    if block.shape == "paragraph" and split_label(block.raw)[1] != "functional":
        return False
    return place.topic == "functional"


def tells_a_function(block: Block, place: Place, *, listing: set[int]) -> bool:
    """Whether a block stands in a part that lists nothing, or below a command or an endpoint, and so tells what that does."""
    if place.topic not in {"functional", "feature"} or not block.above:
        return False
    heading = block.above[-1]
    return heading.first not in listing or CALLED.match(heading.raw) is not None


def demands_by_id(block: Block) -> bool:
    """Whether an entry has the id of a requirement and demands something: under `Risk scoring` stand functions, too."""
    label, labelled, rest = split_label(block.raw)
    own = labelled in {"functional", "nonfunctional"} and label[:2].isalpha()
    return block.shape == "item" and own and nature.STRONG.search(rest) is not None


def is_task(block: Block) -> bool:
    """Whether a block is a box to tick below a feature of a phase: `## Phase 1`, `### Search`, `- [ ] Find by name`."""
    phased = any(PERIOD.match(plain(heading.text)) for heading in block.above[:-1])
    return block.boxed and phased


def with_named_steps(places: list[tuple[Block, Place]]) -> list[tuple[Block, Place]]:
    """The places of all blocks, where `2. **Rescheduling:** …` is a function when a document names more of them than it lists elsewhere."""
    steps = {block.first for block, place in places if _is_named_step(block, place)}
    listed = sum(
        block.shape in {"item", "row"} and place.topic in {"functional", "feature", "story"}
        for block, place in places
    )
    if len(steps) < max(FEWEST_STEPS, listed + 1):
        return places
    return [
        (block, place._replace(topic="feature") if block.first in steps else place) for block, place in places
    ]


def _is_named_step(block: Block, place: Place) -> bool:
    if block.shape != "item" or place.topic != "workflow" or block.parent or not block.mark[:1].isdigit():
        return False
    return block.raw.lstrip().startswith("**") and bool(split_lead(block.raw)[0])
