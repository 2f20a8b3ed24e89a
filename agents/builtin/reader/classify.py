"""Every block of the document put where it belongs: by its own label first, then by its heading, then by its words."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from agents.builtin.reader import nature
from agents.builtin.reader.blocks import Block
from agents.builtin.reader.findings import Finding, Kind
from agents.builtin.reader.inline import plain, split_lead
from agents.builtin.reader.labels import priority_in, split_label, split_priority
from agents.builtin.reader.quality import category_named, category_of
from agents.builtin.reader.rows import cells_of, row_topic
from agents.builtin.reader.sentences import sentences
from agents.builtin.reader.technology import technologies
from agents.builtin.reader.topic_words import Topic
from agents.builtin.reader.topics import announced, topic_of

LIST_KINDS: dict[Topic, Kind] = {
    "non_goal": "non_goal",
    "question": "question",
    "metric": "metric",
    "acceptance": "acceptance",
    "deferred": "deferred",
}
SILENT: frozenset[Topic] = frozenset({"neutral", "risk"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand: their topic, heading, priority of the heading, and what the block says about itself."""

    topic: Topic | None
    area: str = ""
    priority: str = "unstated"
    label: str = ""
    lead: str = ""
    prose: bool = False
    firm: bool = False


def classify(found: tuple[Block, ...], *, title: Block | None) -> tuple[Finding, ...]:
    """The findings of all blocks, in document order."""
    listed: list[Finding] = []
    for block in found:
        if block.shape == "heading" or navigation(block):
            continue
        place = place_of(block, title=title)
        if place.topic in SILENT:
            continue
        listed.extend(_of_row(block, place) if block.shape == "row" else _of_words(block, place))
    return tuple(listed)


def place_of(block: Block, *, title: Block | None) -> Place:
    """The topic of a block from its headings and from what announces its list."""
    topic = topic_of(block.above, title=title)
    area = block.above[-1].text if block.above and block.above[-1] is not title else ""
    for above in _announcers(block):
        own = announced(split_lead(above.raw)[0] or above.text) if nature.size(above.text) <= 6 else None
        if own in {
            "non_goal",
            "question",
            "deferred",
            "acceptance",
            "technical",
            "nonfunctional",
            "metric",
            "constraint",
        }:
            topic = own
    priority = next(
        (p for p in map(priority_in, (h.text for h in reversed(block.above))) if p != "unstated"), "unstated"
    )
    return Place(topic=topic, area=area[:200], priority=priority if topic != "metric" else "unstated")


def navigation(block: Block) -> bool:
    """Whether the block only links elsewhere: a table of contents, a list of references."""
    raw = block.raw
    return raw.startswith(("[", "![")) and raw.endswith(")") and raw.count("](") == 1


def _announcers(block: Block) -> Iterator[Block]:
    chain: list[Block] = []
    while block.parent and len(chain) < 20:
        block = block.parent
        chain.append(block)
    yield from reversed(chain)


def _of_row(block: Block, place: Place) -> Iterator[Finding]:
    cells = cells_of(block)
    if not cells.text:
        return
    topic = row_topic(block.columns, place.topic) or cells.topic or place.topic
    if topic in SILENT or topic in {"entity", "actor", "integration"}:
        return
    priority = cells.priority if cells.priority != "unstated" else place.priority
    place = replace(place, topic=topic, label=cells.label, lead=cells.lead, priority=priority, firm=True)
    yield from _entry(cells.text, block.lines, place)


def _of_words(block: Block, place: Place) -> Iterator[Finding]:
    label, labelled, rest = split_label(block.raw)
    if labelled in SILENT:
        return
    if label:
        place = replace(place, label=label, firm=True)
        if labelled:
            place = replace(place, topic=labelled)  # type: ignore[arg-type]  # every key of KINDS is a topic
    lead, words = split_lead(rest)
    if block.shape == "item" or label:
        place = replace(place, lead=lead)
        yield from _item(block, place, lead=lead, words=words)
    elif not block.quoted:
        yield from _prose(block, replace(place, prose=True))


def _item(block: Block, place: Place, *, lead: str, words: str) -> Iterator[Finding]:
    text = plain(split_label(block.raw)[2])
    if nature.is_story(text):
        yield Finding("story", text, block.lines, label=place.label, area=place.area)
        return
    if block.children and _only_announces(block, lead=lead, words=words):
        return
    if _is_value(block):
        return
    parts = tuple(sentences(block))
    if len(parts) > 1 and place.topic not in {
        "story",
        "non_goal",
        "question",
        "metric",
        "acceptance",
        "deferred",
    }:
        yield from _sentences_of_item(parts, place, block)
        return
    details = tuple(plain(child.raw) for child in block.children if _is_value(child))
    for finding in _entry(text, block.lines, place):
        yield replace(finding, details=details)


def _sentences_of_item(
    parts: tuple[tuple[str, tuple[int, ...]], ...], place: Place, block: Block
) -> Iterator[Finding]:
    """A list entry of several sentences: the first is the entry, later ones count when they demand more themselves."""
    for index, (words, lines) in enumerate(parts):
        if index == 0:
            text = split_label(words)[2]
            yield from _entry(text, lines, place)
        elif nature.STRONG.search(words) or nature.is_question(words) or nature.EXCLUDED.search(words):
            yield from _entry(words, lines, replace(place, label="", lead="", prose=True))
    del block


def _only_announces(block: Block, *, lead: str, words: str) -> bool:
    """Whether a list entry is no more than a heading for the entries below it."""
    text = words if not lead else (words or lead)
    if not words and lead:
        return True
    ends = block.text.endswith((":", "："))
    values = all(_is_value(child) for child in block.children)
    if ends:
        return not (values and nature.is_demand(text) and nature.size(text) >= 3)
    return nature.size(block.text) <= 4 and not values and not nature.VERBS.match(text)


def _is_value(block: Block) -> bool:
    """Whether a list entry merely enumerates a value of the entry that announces it."""
    parent = block.parent
    if parent is None or not _speaks(parent):
        return False
    lead, words = split_lead(block.raw)
    return not nature.states_behaviour(words, lead=lead) and not nature.is_question(words)


def _speaks(block: Block) -> bool:
    """Whether the words that announce a list are a demand themselves, as in `shall extract these fields:`."""
    text = split_lead(split_label(block.raw)[2])[1].rstrip(":： ")
    return nature.size(text) >= 4 and nature.is_demand(text)


def _prose(block: Block, place: Place) -> Iterator[Finding]:
    whole = block.text
    if nature.is_story(whole):
        yield Finding("story", whole, block.lines, area=place.area)
        return
    if block.children and not _announces_values(block):
        return
    for words, lines in sentences(block):
        yield from _entry(words, lines, place)


def _announces_values(block: Block) -> bool:
    return _speaks(block) and all(_is_value(child) for child in block.children)


def _entry(text: str, lines: tuple[int, ...], place: Place) -> Iterator[Finding]:
    """One statement as a finding, by topic."""
    priority, text = split_priority(text)
    if place.priority == "unstated" or priority != "unstated":
        place = replace(place, priority=priority)
    if not text or not any(sign.isalnum() for sign in text):
        return
    kind = _own_kind(text, place) or BY_TOPIC.get(place.topic, _by_nature)(text, place)
    if kind is None:
        return
    if place.priority == "wont" and kind == "functional":
        kind = "non_goal"
    category = (
        (category_named(place.lead) if place.lead else None)
        or category_of(text)
        or category_named(place.area)
    )
    yield Finding(
        kind,
        text[:4000],
        lines,
        label=place.label,
        lead=place.lead,
        area=place.area,
        priority=place.priority,
        category=(category or "other") if kind == "nonfunctional" else "",
        tentative=bool(nature.HEDGED.search(text)),
    )


def _own_kind(text: str, place: Place) -> Kind | None:
    """What the words are whatever the heading says."""
    if place.topic in LIST_KINDS:
        return None
    if nature.is_question(text) and place.topic not in {"story"}:
        return "question"
    if (
        nature.GHERKIN.match(text)
        and text.casefold().startswith(("given ", "when ", "then "))
        and place.topic == "story"
    ):
        return "acceptance"
    if nature.EXCLUDED.search(text) and not place.firm and place.topic not in {"functional", "nonfunctional"}:
        return "non_goal"
    if nature.LATER.search(text) and place.topic not in {"nonfunctional", "metric", "overview", "goal"}:
        return "deferred"
    return None


def _listed(kind: Kind) -> Callable[[str, Place], Kind | None]:
    def rule(text: str, place: Place) -> Kind | None:
        if place.prose and (text.endswith((":", "：")) or nature.is_idle(text)):
            return None
        return kind if not nature.IDLE.match(text) or kind == "question" else None

    return rule


def _functional(text: str, place: Place) -> Kind | None:
    if nature.is_idle(text) or text.endswith((":", "：")) and place.prose:
        return None
    if place.prose and not place.firm:
        return _demanded(text)
    if place.lead and not place.label and place.topic != "functional":
        return "nonfunctional" if category_named(place.lead) else "functional"
    return "nonfunctional" if place.lead and not place.label and _quality_lead(place.lead) else "functional"


def _quality_lead(lead: str) -> bool:
    return nature.size(lead) <= 2 and category_of(lead) not in {
        None,
        "observability",
        "extensibility",
        "cost",
    }


def _nonfunctional(text: str, place: Place) -> Kind | None:
    if text.endswith((":", "：")) or nature.is_idle(text):
        return None
    if place.prose and not (nature.is_demand(text) or category_of(text)):
        return None
    return "nonfunctional"


def _story(text: str, place: Place) -> Kind | None:
    if nature.is_story(text):
        return "story"
    if place.prose:
        return None
    return "story" if nature.size(text) >= 4 else None


def _constraint(text: str, place: Place) -> Kind | None:
    if nature.is_idle(text) or (place.prose and text.endswith((":", "："))):
        return None
    if not place.prose:
        return "constraint"
    if technologies(text) or "constraint" in text.casefold():
        return "constraint"
    if nature.STRONG.search(text):
        return "nonfunctional" if category_of(text) else "constraint"
    return None


def _technical(text: str, place: Place) -> Kind | None:
    if nature.is_idle(text):
        return None
    said = f"{place.lead} {text}"
    if category_of(place.lead or text) in {"testability", "performance", "security", "accessibility"}:
        return "nonfunctional" if not place.prose or nature.STRONG.search(text) else None
    if ENDPOINT.search(said):
        return "functional"
    if technologies(said) or STACK.search(place.lead):
        return "constraint"
    if place.prose:
        return _demanded(text) if nature.STRONG.search(text) else None
    return "functional" if nature.VERBS.match(text) else ("constraint" if place.lead else None)


def _goal(text: str, place: Place) -> Kind | None:
    if place.prose or nature.is_idle(text) or not nature.VERBS.match(text):
        return None
    return "nonfunctional" if category_of(text) else "functional"


def _by_nature(text: str, place: Place) -> Kind | None:
    if nature.is_idle(text) or text.endswith((":", "：")):
        return None
    if place.prose:
        return _demanded(text)
    if category_of(place.lead or text) and not nature.VERBS.match(text):
        return "nonfunctional"
    return "functional"


def _quality(text: str, place: Place) -> Kind | None:
    if nature.is_idle(text) or (place.prose and not nature.is_demand(text)):
        return None
    return "nonfunctional"


def _demanded(text: str) -> Kind | None:
    if nature.is_idle(text) or not nature.is_demand(text):
        return None
    if category_of(text) and not nature.VERBS.match(text):
        return "nonfunctional"
    return "functional"


def _overview(text: str, place: Place) -> Kind | None:
    del place
    return _demanded(text) if nature.STRONG.search(text) or nature.WEAK.search(text) else None


def _nothing(text: str, place: Place) -> Kind | None:
    del text, place
    return None


import re  # noqa: E402

ENDPOINT = re.compile(r"\b(?:GET|POST|PUT|PATCH|DELETE)\s+/|\bapi\b|\bendpoints?\b|接口|端点", re.IGNORECASE)
STACK = re.compile(
    r"\b(?:language|platform|framework|database|backend|frontend|front-end|back-end|hosting|library|runtime|storage|stack|pattern|tooling|build|ci/?cd|orm|cache|queue|auth)\w*|前端|后端|语言|框架|数据库|模式|契约",
    re.IGNORECASE,
)
BY_TOPIC: dict[Topic | None, Callable[[str, Place], Kind | None]] = {
    **{topic: _listed(kind) for topic, kind in LIST_KINDS.items()},
    "functional": _functional,
    "nonfunctional": _nonfunctional,
    "story": _story,
    "constraint": _constraint,
    "assumption": _constraint,
    "technical": _technical,
    "testing": _quality,
    "quality": _quality,
    "goal": _goal,
    "overview": _overview,
    "workflow": _overview,
    "feature": _by_nature,
    "integration": _by_nature,
    "actor": _nothing,
    "entity": _nothing,
}
