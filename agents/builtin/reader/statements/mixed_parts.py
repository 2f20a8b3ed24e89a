"""Parts whose heading names a quality beside something else: their entries say whether they are about it."""

from collections import defaultdict

from agents.builtin.reader.statements.quality import category_of
from agents.builtin.reader.statements.targets import target_of
from agents.builtin.reader.text.blocks import Block
from agents.builtin.reader.text.inline import plain
from agents.builtin.reader.text.places import Place
from agents.builtin.reader.text.sections import LONGEST_HEADING, PARTS
from agents.builtin.reader.text.topics import NUMBER, SIGNS, announced

FEWEST_ENTRIES = 3


def asking_entries(places: list[tuple[Block, Place]]) -> list[tuple[Block, Place]]:
    """The places of all blocks, where `Reporting and compliance` lists features when few of its entries speak of a quality."""
    parts: dict[int, list[tuple[Block, Place]]] = defaultdict(list)
    for block, place in places:
        if place.topic == "quality" and block.shape in {"item", "row"} and (part := _mixed(block)):
            parts[part.first].append((block, place))
    features: set[int] = set()
    for entries in parts.values():
        silent = [
            block.first for block, _ in entries if not (category_of(block.text) or target_of(block.text))
        ]
        if len(entries) >= FEWEST_ENTRIES and len(silent) * 2 > len(entries):
            features.update(silent)
    return [
        (block, place._replace(topic="feature") if block.first in features else place)
        for block, place in places
    ]


def _mixed(block: Block) -> Block | None:
    """The heading that makes a quality of a block, where it names something else first."""
    part = next((heading for heading in block.above if announced(heading.text) == "quality"), None)
    if part is None:
        return None
    first, *others = PARTS.split(NUMBER.sub("", SIGNS.sub("", plain(part.text[:LONGEST_HEADING]))))
    return part if others and announced(first) != "quality" else None
