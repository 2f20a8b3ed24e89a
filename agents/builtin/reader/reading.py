"""A whole document read: cleaned, cut into blocks, classified, restatements joined, names and steps found."""

import re
from functools import lru_cache

from agents.builtin.reader.findings import Finding, Findings, Flow, Unreadable
from agents.builtin.reader.names.actors import actors
from agents.builtin.reader.names.entities import entities
from agents.builtin.reader.names.product import product_of, title_of
from agents.builtin.reader.names.systems import integrations
from agents.builtin.reader.notations.bold_heads import with_heads
from agents.builtin.reader.notations.markup import as_markdown
from agents.builtin.reader.notations.pasted import as_lists
from agents.builtin.reader.statements.classify import MOST_FINDINGS, classify
from agents.builtin.reader.statements.joining import joined, without_repeated_means
from agents.builtin.reader.statements.stack_in_prose import with_stack
from agents.builtin.reader.statements.titled import with_last_line_said, with_wish_of_title
from agents.builtin.reader.statements.tried import with_criteria
from agents.builtin.reader.statements.unread import passed_over, unread
from agents.builtin.reader.text.blocks import Block
from agents.builtin.reader.text.clean import clean
from agents.builtin.reader.text.cutting import blocks
from agents.builtin.reader.text.matter import front_matter
from agents.builtin.reader.text.own_heading import mark_modules
from agents.builtin.reader.text.places import Places
from agents.builtin.reader.text.tongue import tongue
from agents.builtin.reader.text.trail import trails
from agents.builtin.reader.text.wrapped import unwrapped
from agents.builtin.reader.words.tickets import is_change
from agents.builtin.reader.words.topic import Topic

MOST_BLOCKS = 4000


@lru_cache(maxsize=2)
def read(text: str) -> Findings | Unreadable:
    """What a document says; a value that says why when it cannot be read. Kept, because triage and planner read the same text."""
    return read_anew(text)


def read_anew(text: str) -> Findings | Unreadable:
    """The same for words that are read once, such as a wish: they put no document out of what is kept."""
    cleaned = clean(text)
    if isinstance(cleaned, Unreadable):
        return cleaned
    source = unwrapped(cleaned.text)
    written = as_markdown(source)
    found = blocks(as_lists(with_heads(written.text)))
    if len(found) > MOST_BLOCKS:
        return Unreadable(
            f"The PRD has {len(found)} headings, entries and paragraphs; {MOST_BLOCKS} is the most I read.",
            "Split the PRD into one issue per product or release.",
        )
    found = with_last_line_said(found, written.text)
    mark_modules(found)
    title = title_of(found)
    heading = title.text if title else front_matter(source).get("title", "")
    known = Places(title)
    ticket = is_change(source, title=heading)
    listed = classify(found, known=known, ticket=ticket)
    if not listed and title is None and found and found[0].shape == "heading":
        # Whatever such a heading announces elsewhere, here stands below it all there is: `Glossary` is what is to be built.
        known = Places(found[0])
        listed = classify(found, known=known, ticket=ticket)
    if len(listed) > MOST_FINDINGS:
        return Unreadable(
            f"I found more than {MOST_FINDINGS} statements; that is the most one plan can hold.",
            "Split the PRD into one issue per product or release.",
        )
    product = product_of(heading, source)
    places: tuple[tuple[Block, Topic | None], ...] = tuple(
        (block, _topic(block, known)) for block in found if block is not title
    )
    findings = with_stack(places, _whole(listed, found, title))
    outside = integrations(findings, places, product=product)
    language, note = tongue(source)
    people = actors(findings, places, language=language)
    flows = _flows(places)
    said = Findings(
        title=heading,
        product=product,
        language=language,
        findings=findings,
        actors=people,
        entities=entities(
            findings,
            places,
            source=source,
            product=product,
            systems=outside,
            people=people,
            language=language,
        ),
        integrations=outside,
        flows=flows,
        notes=(*cleaned.notes, *note, *unread(places, findings, flows), *passed_over(places, findings)),
    )
    return written.in_source(said)


def _whole(listed: tuple[Finding, ...], found: tuple[Block, ...], title: Block | None) -> tuple[Finding, ...]:
    """The findings with the wish in the title, without restatements, each with its criteria and with the headings above it."""
    listed = with_criteria(with_wish_of_title(listed, found, title), found, title=title)
    findings = joined(without_repeated_means(listed))
    above = trails(found, title=title)
    return tuple(
        each._replace(trail=above.get(each.lines[0], ())) if each.lines else each for each in findings
    )


def _topic(block: Block, known: Places) -> Topic | None:
    if block.shape == "heading":
        return known.headed((*block.above, block)).topic
    return known.of(block).topic


def _flows(places: tuple[tuple[Block, Topic | None], ...]) -> tuple[Flow, ...]:
    """Numbered steps under headings about flows, and numbered lists that an entry named “flow” announces."""
    gathered: dict[int, list[Block]] = {}
    names: dict[int, str] = {}
    for block, topic in places:
        if block.shape != "item" or not re.search(r"\d", block.mark):
            continue
        head = block.parent or (block.above[-1] if block.above else None)
        if head is None or not (
            topic == "workflow"
            or re.search(r"\b(?:flow|steps|workflow|journey|process)\b|流程", head.text, re.IGNORECASE)
        ):
            continue
        gathered.setdefault(head.first, []).append(block)
        names[head.first] = head.text.strip(" :：")
    return tuple(
        Flow(names[key], tuple(block.text[:1000] for block in steps), tuple(block.first for block in steps))
        for key, steps in gathered.items()
        if len(steps) >= 2
    )
