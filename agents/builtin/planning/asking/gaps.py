"""What a text about one kind of product leaves open and others need not say."""

import re
from collections.abc import Iterator

from agents.builtin.planning.asking.answered import ONE_DEVICE, SEVERAL_DEVICES
from agents.builtin.planning.asking.drafted import Draft
from agents.builtin.planning.asking.gap_rows import AGENT, BOT, BOX, GAPS, MANY, MOVE
from agents.builtin.planning.drawing.moving import move_of
from agents.builtin.planning.drawing.shape_agent import hands_on
from agents.builtin.planning.drawing.shapes_alike import in_a_chat
from agents.builtin.planning.drawing.shapes_box import on_a_box
from agents.builtin.planning.entries import Entries
from agents.schemas.architecture import ProductKind

PATTERNS = tuple((gap, re.compile("|".join(gap.answered), re.IGNORECASE)) for gap in GAPS)


def sort_of(kind: ProductKind, entries: Entries) -> str:
    """The kind of product, or what is of that kind and asked other things: a box in the field, a bot in a chat."""
    if kind == "service":
        return (
            BOX if on_a_box(entries) else BOT if in_a_chat(entries) else AGENT if hands_on(entries) else kind
        )
    return MOVE if kind == "infrastructure" and move_of(entries.opening) else kind


def gaps(kind: ProductKind, entries: Entries, body: str) -> Iterator[Draft]:
    """What this sort of product should say and the text does not."""
    sort = sort_of(kind, entries)
    for gap, answered in PATTERNS:
        counted = (
            sort == BOX
            and gap.changes == MANY
            and ONE_DEVICE.search(body)
            and not SEVERAL_DEVICES.search(body)
        )
        if sort in gap.sorts and not answered.search(body) and not counted:
            yield Draft(gap.weight, gap.text, gap.why, gap.changes, gap.options[0], gap.options)
