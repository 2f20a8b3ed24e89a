"""Tables about one thing, with a name on the left and what it is on the right: the document itself, or one use case."""

import re
from collections.abc import Iterator

from agents.builtin.reader.findings import Finding
from agents.builtin.reader.text.blocks import Block
from agents.builtin.reader.text.labels import split_label
from agents.builtin.reader.text.places import Place
from agents.builtin.reader.text.rows import FIXED_BY_SHEET, cells_of, is_sheet
from agents.builtin.reader.words.topic import Topic

# What runs in a use case, and what holds behind it; see https://en.wikipedia.org/wiki/Use_case#Templates.
RUNS = re.compile(
    r"(?:(?:main|basic|normal|primary|alternat(?:iv)?e|exception(?:al)?) )?(?:(?:success )?scenarios?|flows?(?: of events)?|course|path|steps)"
    r"|post-?conditions?|success guarantee",
    re.IGNORECASE,
)
# What such a table says once more of the case that its heading names.
CALLED = re.compile(
    r"(?:(?:brief|short|use case) )?(?:description|summary|name|title|goal|id|number|priority|frequency|level)",
    re.IGNORECASE,
)
# `Tier | Price | Includes`: what the product is sold for, where no heading says that its entries are to be built.
SOLD = re.compile(
    r"(?:(?:pricing|subscription) )?(?:editions?|packages?|plans?|tiers?)(?: name)?", re.IGNORECASE
)
PRICED = re.compile(r"(?:(?:annual|monthly|yearly) )?(?:cost|fee|price|pricing)s?\b", re.IGNORECASE)
UNDEMANDED: frozenset[Topic | None] = frozenset({None, "feature", "goal", "overview"})
STEP = re.compile(r"(?:^|\s)\d{1,2}[.)]\s+")
CELLS = 2


def of_sheet(block: Block, place: Place) -> tuple[Finding, ...] | None:
    """What a row of such a table states, often nothing; none where the row is of another table."""
    lead = cells_of(block).lead
    if _is_of_case(block):
        if RUNS.fullmatch(lead):
            return tuple(Finding("acceptance", step, block.lines, area=place.area) for step in _steps(block))
        if CALLED.fullmatch(lead):
            return ()
    if place.topic in UNDEMANDED and _is_price_list(block.columns):
        return (Finding("constraint", cells_of(block).text, block.lines, lead=lead, area=place.area),)
    if not is_sheet(block.columns, lead):
        return None
    if FIXED_BY_SHEET.match(lead):
        return (Finding("constraint", cells_of(block).text, block.lines, area=place.area),)
    return ()


def _is_price_list(columns: tuple[str, ...]) -> bool:
    return bool(columns) and SOLD.fullmatch(columns[0]) is not None and any(map(PRICED.match, columns[1:]))


def _is_of_case(block: Block) -> bool:
    """Whether the heading above names a use case with its id, as `UC-4: Manage berths` does."""
    return len(block.cells) == CELLS and bool(block.above) and split_label(block.above[-1].raw)[1] == "story"


def _steps(block: Block) -> Iterator[str]:
    """What runs in the case, step by step."""
    yield from (step.strip() for step in STEP.split(block.cells[1]) if step.strip())
