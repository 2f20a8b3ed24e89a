"""Which lists of a document gave nothing to the plan, so that the plan can say so."""

from agents.builtin.reader.findings import Finding, Flow
from agents.builtin.reader.text.blocks import Block
from agents.builtin.reader.text.matter import navigation
from agents.builtin.reader.text.rows import cells_of, is_sheet
from agents.builtin.reader.words.topic import Topic

# Lists under these headings are not expected to say what to build; who and what they name is read elsewhere.
ELSEWHERE: frozenset[Topic | None] = frozenset(
    {"neutral", "risk", "background", "actor", "entity", "integration", "technical"}
)
FEWEST = 2
MOST_NAMED = 3


def unread(
    places: tuple[tuple[Block, Topic | None], ...],
    findings: tuple[Finding, ...],
    flows: tuple[Flow, ...],
) -> tuple[str, ...]:
    """One sentence that names the headings whose lists gave nothing; none when every list gave something."""
    used = {line for each in findings for line in range(each.lines[0], each.lines[-1] + 1)}
    used |= {line for flow in flows for line in flow.lines}
    lists: dict[int, list[Block]] = {}
    for block, topic in places:
        if (
            block.shape in {"item", "row"}
            and block.above
            and topic not in ELSEWHERE
            and not is_sheet(block.columns, cells_of(block).lead)
            and not navigation(block)
        ):
            lists.setdefault(block.above[-1].first, []).append(block)
    silent = [
        entries[0].above[-1]
        for entries in lists.values()
        if len(entries) >= FEWEST and not any(_gave(entry, used) for entry in entries)
    ]
    if not silent:
        return ()
    named = ", ".join(f"“{head.text[:80]}” (line {head.first})" for head in silent[:MOST_NAMED])
    more = f" and {len(silent) - MOST_NAMED} more" if len(silent) > MOST_NAMED else ""
    return (f"I took nothing to build from the lists under {named}{more}.",)


def _gave(entry: Block, used: set[int]) -> bool:
    """Whether an entry, or what announces it, is part of a statement."""
    return bool(used.intersection(entry.lines)) or bool(
        entry.parent and used.intersection(entry.parent.lines)
    )
