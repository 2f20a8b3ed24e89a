"""How a ledger is laid out in comments: what the card holds, and what moves from it to a page."""

from collections.abc import Sequence

from handlers.blocks import ledger_block
from policies.chain import Record

# The card's block may hold this many characters; what people read on the card needs its share of GitHub's 65,536.
BLOCK = 45_000


def page_of(records: Sequence[Record]) -> tuple[Record, ...]:
    """As many of the oldest records as fit on one page; at least one, because no entry is as long as a comment."""
    size, page = 0, list[Record]()
    for record in records:
        size += len(ledger_block((record,)))
        if page and size > BLOCK:
            break
        page.append(record)
    return tuple(page)
