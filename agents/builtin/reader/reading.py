"""A whole document read: cleaned, cut into blocks, classified, restatements joined, names and steps found."""

import re

from agents.builtin.reader.blocks import Block
from agents.builtin.reader.classify import MOST_FINDINGS, classify
from agents.builtin.reader.clean import clean
from agents.builtin.reader.cutting import blocks
from agents.builtin.reader.entities import entities
from agents.builtin.reader.findings import Findings, Flow, Unreadable
from agents.builtin.reader.joining import joined
from agents.builtin.reader.matter import front_matter
from agents.builtin.reader.names import actors
from agents.builtin.reader.places import place_of
from agents.builtin.reader.sections import topic_of
from agents.builtin.reader.systems import integrations
from agents.builtin.reader.tongue import tongue
from agents.builtin.reader.topic_words import Topic
from agents.builtin.reader.topics import announced

GENERAL_TITLE = re.compile(
    r"\b(?:product|software|system|business|technical|functional)?\s*requirements?(?:\s+(?:document|specification|definition|doc|& use cases))?\b|\b(?:lastenheft|pflichtenheft|anforderungsdokument|documento de requisitos|documento de requerimientos|cahier des charges|prd|srs|brd|mvp|spec(?:ification)?|overview|definition|feature|design doc(?:ument)?|proposal|product brief|one[- ]pager|draft|rfc|original|initial|updated)\b|产品需求文档|要件定義書|产品|需求|文档|\(\s*\)|（\s*）|\bv?\d+(?:\.\d+)+\b",
    re.IGNORECASE,
)
NAMED = re.compile(
    r"(?:^|\n)\s{0,3}(?:>\s*)?(?:\*\*|`)?(?P<name>[A-Z][\w.+-]*(?:\s[A-Z][\w.+-]*){0,3})(?:\*\*|`)?\s+(?:is|are|will be|–|—|-)\s+(?:an?|the|designed|intended)?\b"
)
MOST_BLOCKS = 4000
THE_PRODUCT = re.compile(
    r"\b[Tt]he ((?:[A-Z][\w-]+\s){1,3}(?:Service|System|Platform|App|Tool|Bot|SDK|Library|Portal|Engine))\b"
)
NOT_NAMES = frozenset(
    {
        "It",
        "This",
        "That",
        "There",
        "They",
        "We",
        "The",
        "Users",
        "User",
        "Each",
        "All",
        "Our",
        "These",
        "Here",
        "Who",
        "What",
        "Goal",
        "Purpose",
        "Status",
        "Modern",
        "Current",
        "Many",
        "Most",
    }
)


def read(text: str) -> Findings | Unreadable:
    """What `text` says; a value that says why when it cannot be read."""
    cleaned = clean(text)
    if isinstance(cleaned, Unreadable):
        return cleaned
    found = blocks(cleaned.text)
    if len(found) > MOST_BLOCKS:
        return Unreadable(
            f"The PRD has {len(found)} headings, entries and paragraphs; {MOST_BLOCKS} is the most I read.",
            "Split the PRD into one issue per product or release.",
        )
    title = _title(found)
    heading = title.text if title else front_matter(cleaned.text).get("title", "")
    listed = classify(found, title=title)
    if len(listed) > MOST_FINDINGS:
        return Unreadable(
            f"I found more than {MOST_FINDINGS} statements; that is the most one plan can hold.",
            "Split the PRD into one issue per product or release.",
        )
    findings = joined(listed)
    product = _product(heading, cleaned.text)
    places: tuple[tuple[Block, Topic | None], ...] = tuple(
        (block, _topic(block, title)) for block in found if block is not title
    )
    outside = integrations(places, product=product)
    language, note = tongue(cleaned.text)
    people = actors(findings, places, language=language)
    return Findings(
        title=heading,
        product=product,
        language=language,
        findings=findings,
        actors=people,
        entities=entities(
            findings,
            places,
            source=cleaned.text,
            product=product,
            apart=(*outside, *people),
            language=language,
        ),
        integrations=outside,
        flows=_flows(places),
        notes=(*cleaned.notes, *note),
    )


def _topic(block: Block, title: Block | None) -> Topic | None:
    if block.shape == "heading":
        return topic_of((*block.above, block), title=title)
    return place_of(block, title=title).topic


def _title(found: tuple[Block, ...]) -> Block | None:
    headings = [block for block in found if block.shape == "heading"]
    if len(headings) < 2:
        return None
    top = min(block.depth for block in headings)
    firsts = [block for block in headings if block.depth == top]
    first = headings[0]
    if first is found[0] and not _is_section(first):
        return first
    return (
        first
        if first.depth == top and (len(firsts) == 1 or first is found[0]) and not _is_section(first)
        else None
    )


def _is_section(heading: Block) -> bool:
    return bool(
        re.fullmatch(
            r"(?:\d+\.?\s*)?(?:overview|introduction|summary|background|概述)",
            heading.text.strip(),
            re.IGNORECASE,
        )
    )


def _product(title: str, text: str) -> str:
    """The product's name: what the title says beside “requirements document”, or who the first sentences are about."""
    rest = GENERAL_TITLE.sub(" ", re.sub(r"\([^)]*\)", " ", title))
    quoted = re.search(r"[\"“„]([^\"”“]{2,60})[\"”“]", rest)
    if quoted:
        return quoted[1].strip()
    parts = [
        re.sub(r"^[^\w(\"“„]+", "", part).strip(" :–—-|()[]#") for part in re.split(r"\s[–—-]\s|:|\|", rest)
    ]
    name = next(
        (
            part
            for part in parts
            if re.search(r"\w{2}", part)
            and not (announced(part) and len(part.split()) < 3 and len(parts) == 1)
            and part.casefold() not in {"and", "for", "the", "of", "later", "future"}
        ),
        "",
    )
    if 0 < len(name.split()) <= 6 and not re.fullmatch(r"(?:for|and|the|of|&|\s)+", name, re.IGNORECASE):
        name = re.sub(r"^(?:for|of|the)\s+", "", name, flags=re.IGNORECASE)[:120]
        return name.title() if name.isupper() and " " in name else name
    for pattern in (NAMED, THE_PRODUCT):
        for each in pattern.finditer(text[:6000]):
            name = each["name"] if pattern is NAMED else each[1]
            if name.split()[0] not in NOT_NAMES:
                return name[:120]
    return ""


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
