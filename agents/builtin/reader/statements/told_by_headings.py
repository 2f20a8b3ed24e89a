"""User stories that only their headings tell, `### US-2: Bring a book back`, and the scenarios by which stories are tried."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from agents.builtin.reader.findings import Finding
from agents.builtin.reader.text.blocks import LABEL_LEVEL, Block
from agents.builtin.reader.text.labels import split_label
from agents.builtin.reader.text.sentences import SCENARIO
from agents.builtin.reader.words import nature


def stories_of_headings(findings: tuple[Finding, ...], found: tuple[Block, ...]) -> tuple[Finding, ...]:
    """The findings with a story for each heading that has the id of one and tells it alone; scenarios of stories are no demands."""
    headings = [block for block in found if block.shape == "heading"]
    told = [line for each in findings if each.kind == "story" for line in each.lines]
    added = tuple(_untold(headings, told))
    if not added and not told:
        return findings
    whole = (*findings, *added) if added else findings
    # `**Acceptance criteria:**` opens no part of its own.
    starts = [heading.first for heading in headings if heading.depth < LABEL_LEVEL]
    with_story = {bisect_right(starts, line) for line in (*told, *(each.lines[0] for each in added))}
    tried = (
        replace(each, kind="acceptance")
        if SCENARIO.match(each.text) and bisect_right(starts, each.lines[0]) in with_story
        else each
        for each in whole
    )
    return tuple(sorted(tried, key=lambda each: each.lines[0])) if added else tuple(tried)


def _untold(headings: list[Block], told: list[int]) -> Iterator[Finding]:
    """The stories of headings with an id, below which no line tells one."""
    for at, heading in enumerate(headings):
        label, labelled, rest = split_label(heading.raw)
        if labelled != "story" or nature.size(rest) < 2:
            continue
        after = (other.first for other in headings[at + 1 :] if other.depth <= heading.depth)
        end = next(after, None)
        if not any(heading.first <= line and (end is None or line < end) for line in told):
            yield Finding("story", rest.strip(" *"), heading.lines, label=label)
