"""Criteria that stand below one requirement, kept with it: `Acceptance: …` below its entry, scenarios below its heading."""

from bisect import bisect_left
from collections.abc import Iterator

from agents.builtin.reader.findings import Finding
from agents.builtin.reader.text.announcing import TRIED
from agents.builtin.reader.text.blocks import LABEL_LEVEL, Block

# A heading with more demands below it is no heading of one requirement.
MOST_DEMANDS = 3


def with_criteria(
    findings: tuple[Finding, ...], found: tuple[Block, ...], *, title: Block | None
) -> tuple[Finding, ...]:
    """The findings; each requirement with the criteria that stand below it and below no story."""
    blocks = {block.first: block for block in found if block.shape != "heading"}
    parts = _parts(found, title=title)
    demands = [index for index, each in enumerate(findings) if each.kind == "functional"]
    lines = [findings[index].lines[0] for index in demands]
    stories = [each.lines[0] for each in findings if each.kind == "story"]
    tried: dict[int, dict[int, str]] = {}
    for each in findings:
        block = blocks.get(each.lines[0]) if each.kind == "acceptance" else None
        if block is None:
            continue
        at = _of_entry(block, lines)
        at = _of_heading(block, lines, stories, parts) if at is None else at
        if at is not None:
            _add(tried.setdefault(demands[at], {}), each, block)
    return tuple(
        each._replace(tried=tuple(tried[index].values())) if index in tried else each
        for index, each in enumerate(findings)
    )


def _add(criteria: dict[int, str], each: Finding, block: Block) -> None:
    """Add one criterion by its line; what another one announces, `the answer must include:`, belongs to that one."""
    words = each.text.removeprefix(each.lead).lstrip(" :：") if TRIED.fullmatch(each.lead) else each.text
    above = block.parent.first if block.parent else 0
    if above in criteria:
        joint = "" if criteria[above].endswith((":", "：")) else ";"
        criteria[above] = f"{criteria[above]}{joint} {words}"
    else:
        criteria[block.first] = words


def _of_entry(block: Block, lines: list[int]) -> int | None:
    """Which demand is told by the entry that a criterion stands below."""
    for above in _entries_above(block):
        at = bisect_left(lines, above.first)
        if at < len(lines) and lines[at] == above.first:
            return at
    return None


def _entries_above(block: Block) -> Iterator[Block]:
    while block.parent:
        block = block.parent
        yield block


def _of_heading(block: Block, lines: list[int], stories: list[int], parts: dict[int, int]) -> int | None:
    """Which demand is the first below the nearest heading that has any: its own, where they are few and no story is told."""
    for heading in reversed(block.above):
        end = parts.get(heading.first)
        if end is None:
            continue
        first, after = bisect_left(lines, heading.first), bisect_left(lines, end)
        told = bisect_left(stories, end) - bisect_left(stories, heading.first)
        if told or after - first > MOST_DEMANDS:
            return None
        if first < after and lines[first] < block.first:
            return first
    return None


def _parts(found: tuple[Block, ...], *, title: Block | None) -> dict[int, int]:
    """The line on which the part below each heading ends; the title and mere labels have no part of their own."""
    ends: dict[int, int] = {}
    open_: list[Block] = []
    last = 0
    for block in found:
        last = max(last, *(line for line, _ in block.parts))
        if block.shape != "heading" or block.depth >= LABEL_LEVEL:
            continue
        while open_ and open_[-1].depth >= block.depth:
            ends[open_.pop().first] = block.first
        open_.append(block)
    ends |= {heading.first: last + 1 for heading in open_}
    if title:
        ends.pop(title.first, None)
    return ends
