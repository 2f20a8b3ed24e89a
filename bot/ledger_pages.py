"""How a ledger is laid out in comments: what the card holds, and what moves from it to a page; and what may be kept over what."""

import json
from collections.abc import Sequence

from handlers.blocks import ledger_block
from policies.chain import Broken, Record, from_jsonl

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


def goes_on(before: bytes | None, records: str) -> bool:
    """Whether these records are those that were kept, and maybe more; what cannot be read was read from GitHub anew."""
    if not before:
        return True
    kept: str = json.loads(before)["records"]
    return records.startswith(kept) or isinstance(from_jsonl(kept.encode()), Broken)
