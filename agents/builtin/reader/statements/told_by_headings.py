"""What only headings tell: stories and requirements by their ids, commands by their names; and the scenarios by which stories are tried."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from agents.builtin.reader.findings import Finding, Kind
from agents.builtin.reader.statements.demanding import CALLED
from agents.builtin.reader.statements.entry import entry
from agents.builtin.reader.text.blocks import LABEL_LEVEL, Block
from agents.builtin.reader.text.inline import plain, split_lead
from agents.builtin.reader.text.labels import split_label
from agents.builtin.reader.text.own_heading import SCENE
from agents.builtin.reader.text.places import Place, Places
from agents.builtin.reader.text.sentences import SCENARIO
from agents.builtin.reader.text.topics import NUMBER
from agents.builtin.reader.words import nature
from agents.builtin.reader.words.choices import is_choice
from agents.builtin.reader.words.technology import begins_with_technology, technologies
from agents.builtin.reader.words.topic import Topic

# `### CLI command: `loans check``
COMMAND = re.compile(
    r"(?:[\w-]+ )?(?:command|endpoint|route|subcommand)s?\s*[:：–—-]\s*`[^`]+`$", re.IGNORECASE
)
# Below these a heading may stand for a function.
LISTS: frozenset[Topic | None] = frozenset({"functional", "feature"})
# Below these a scene with a number is somebody's way through the product.
TELLING: frozenset[Topic | None] = frozenset({"story", "workflow"})
BUILT: frozenset[Kind] = frozenset({"functional", "nonfunctional"})


def told_by_headings(
    findings: tuple[Finding, ...], found: tuple[Block, ...], known: Places
) -> tuple[Finding, ...]:
    """The findings with what each heading tells alone; scenarios of stories are no demands."""
    headings = [block for block in found if block.shape == "heading"]
    findings = _told_once(findings, headings)
    added = (
        *_stories(headings, findings, known),
        *_requirements(headings, findings, known),
        *_choices(headings, findings),
        *_fields(headings, found, findings, known),
    )
    stories = [line for each in (*findings, *added) if each.kind == "story" for line in each.lines]
    # `**Acceptance criteria:**` opens no part of its own.
    starts = [heading.first for heading in headings if heading.depth < LABEL_LEVEL]
    with_story = {bisect_right(starts, line) for line in stories}
    tried = tuple(
        each._replace(kind="acceptance")
        if SCENARIO.match(each.text) and bisect_right(starts, each.lines[0]) in with_story
        else each
        for each in findings
    )
    return tuple(sorted((*tried, *added), key=lambda each: each.lines[0])) if added else tried


def _told_once(findings: tuple[Finding, ...], headings: list[Block]) -> tuple[Finding, ...]:
    """The findings without entries that only name a story again by the id of its heading, as in a list of what comes first."""
    labels = [split_label(heading.raw)[0] for heading in headings]
    told: dict[str, int] = {}
    for at, each in enumerate(findings):
        if each.kind == "story" and not each.label and nature.is_story(each.text):
            below = bisect_right([heading.first for heading in headings], each.lines[0]) - 1
            if below >= 0 and labels[below]:
                told.setdefault(labels[below], at)
    again = {
        at: told[each.label]
        for at, each in enumerate(findings)
        if each.kind == "story" and each.label in told and not nature.is_story(each.text)
    }
    lines = {
        at: tuple(findings[other].lines[0] for other, first in again.items() if first == at)
        for at in again.values()
    }
    return tuple(
        each._replace(lines=tuple(dict.fromkeys((*each.lines, *lines.get(at, ())))))
        for at, each in enumerate(findings)
        if at not in again
    )


def _stories(headings: list[Block], findings: tuple[Finding, ...], known: Places) -> Iterator[Finding]:
    """The stories of headings with the id of one or the name of a scene, below which no line tells one."""
    told = sorted(line for each in findings if each.kind == "story" for line in each.lines)
    for heading, end in _parts(headings):
        label, labelled, rest = split_label(heading.raw)
        scene = SCENE.match(heading.text.strip(" :："))
        if scene and known.headed(heading.above).topic in TELLING:
            labelled, rest = "story", scene["told"]
        if labelled == "story" and nature.size(rest) >= 2 and not _any_within(told, heading.first, end):
            yield Finding("story", rest.strip(" *"), heading.lines, label=label)


def _requirements(headings: list[Block], findings: tuple[Finding, ...], known: Places) -> Iterator[Finding]:
    """The requirements of headings with an id or the name of a command, below which no function is told."""
    told = sorted(line for each in findings if each.kind == "functional" for line in each.lines)
    lined = {line for each in findings if each.kind in BUILT for line in each.lines}
    for heading, end in _parts(headings):
        label, labelled, rest = split_label(heading.raw)
        called = COMMAND.match(heading.raw) or CALLED.match(heading.raw)
        asks = labelled == "functional" and nature.size(rest) >= 2
        if not (asks or called) or heading.first in lined or _any_within(told, heading.first, end):
            continue
        topic = known.headed(heading.above).topic
        if topic not in LISTS and not (asks and topic is None):
            continue
        for each in entry(rest.strip(" *"), heading.lines, Place("functional", label=label)):
            if each.kind == "functional":
                yield each


# Nobody names a part of the stack and what it is made with in more words.
LONGEST_CHOICE = 9


def _choices(headings: list[Block], findings: tuple[Finding, ...]) -> Iterator[Finding]:
    """What headings choose, as `### Frontend: React` and beside it `### Hosting: Acme`: one of them at least names a technology."""
    lined = {line for each in findings for line in each.lines}
    chosen = [
        heading
        for heading in headings
        if heading.depth < LABEL_LEVEL
        and all(split_lead(heading.raw))
        and nature.size(heading.text) <= LONGEST_CHOICE
        and is_choice(*split_lead(heading.raw))
    ]
    known = {
        heading.above[-1:] and heading.above[-1].first for heading in chosen if technologies(heading.text)
    }
    tested = [heading for heading in headings if _tested_with(heading)]
    beside = [heading for heading in chosen if (heading.above[-1:] and heading.above[-1].first) in known]
    for heading in (*tested, *beside):
        if heading.first not in lined:
            yield Finding("constraint", plain(heading.text), heading.lines)


# `### Unit tests (JUnit)`
TESTED_WITH = re.compile(
    r"(?:[\w/-]+ ){0,2}test(?:s|ing)\s*\((?:with |using )?(?P<named>[^()]{2,40})\)$", re.IGNORECASE
)


def _tested_with(heading: Block) -> bool:
    """Whether a heading says with what something is tested."""
    found = TESTED_WITH.match(NUMBER.sub("", plain(heading.text)))
    return bool(found and begins_with_technology(found["named"]))


# `Required fields`, `Payment methods` below the data: what a form asks for, and between what people choose.
FIELDS = re.compile(
    r"(?:(?:custom|editable|form|input|mandatory|optional|required) )+(?:fields|information|data)"
    r"|(?:[\w-]+ ){1,2}(?:categories|kinds|labels|levels|methods|statuses|tags|types)",
    re.IGNORECASE,
)
HOLDING: frozenset[Topic | None] = LISTS | {"entity"}
FEWEST_FIELDS = 2
LONGEST_FIELD = 9
LONGEST_LIST = 4000


def _fields(
    headings: list[Block], found: tuple[Block, ...], findings: tuple[Finding, ...], known: Places
) -> Iterator[Finding]:
    """Lists of fields and of values below headings that name them, as one function each; what stands there says nothing alone."""
    lined = {line for each in findings for line in each.lines}
    named = {heading.first: heading for heading in headings if FIELDS.fullmatch(_bare(heading))}
    below: dict[int, list[Block]] = {first: [] for first in named}
    for block in found:
        if block.above and block.above[-1].first in below:
            below[block.above[-1].first].append(block)
    for first, listed in below.items():
        heading, items = named[first], [block for block in listed if block.shape == "item"]
        topic = known.headed((*heading.above, heading)).topic
        short = all(nature.size(item.text) <= LONGEST_FIELD for item in items)
        told = any(line in lined for block in listed for line in block.lines)
        if topic in HOLDING and len(items) >= FEWEST_FIELDS and short and not told:
            text = f"{_bare(heading)}: {'; '.join(item.text for item in items)}"
            lines = (*heading.lines, *(line for block in listed for line in block.lines))
            yield Finding("functional", text[:LONGEST_LIST], lines, area=heading.above[-1].text[:200])


def _bare(heading: Block) -> str:
    return NUMBER.sub("", plain(heading.text)).strip(" :：")


def _parts(headings: list[Block]) -> Iterator[tuple[Block, int | None]]:
    """Each heading with the line on which the next one of its rank or above begins."""
    for at, heading in enumerate(headings):
        yield (
            heading,
            next((other.first for other in headings[at + 1 :] if other.depth <= heading.depth), None),
        )


def _any_within(lines: list[int], first: int, end: int | None) -> bool:
    at = bisect_right(lines, first)
    return at < len(lines) and (end is None or lines[at] < end)
