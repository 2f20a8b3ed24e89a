"""The outside systems a document names: services, platforms and interfaces the product talks to."""

import re
from collections.abc import Iterable, Iterator

from agents.builtin.reader.blocks import Block
from agents.builtin.reader.findings import Named
from agents.builtin.reader.inline import plain, split_lead
from agents.builtin.reader.names import once
from agents.builtin.reader.services import GENERAL, INTERFACE, KNOWN, ORDINARY, WITH
from agents.builtin.reader.topic_words import Topic

# `Apple Health (HealthKit)` is one system with two names.
ALSO_CALLED = re.compile(r"([A-Z][\w.]*(?: [A-Z][\w.]*){0,3}) \(([A-Z][\w.]*(?: [A-Z][\w.]*){0,2})\)")
INTERFACES = frozenset({"api", "apis", "sdk", "webhook", "webhooks", "service"})
# What the product is likened to is nothing it talks to.
LIKENED = re.compile(
    r"\b(?:inspired by|similar to|unlike|compared (?:to|with)|(?:an? )?alternatives? to|think of it as)\b[^.;\n]*",
    re.IGNORECASE,
)
HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


def integrations(places: Iterable[tuple[Block, Topic | None]], *, product: str) -> tuple[Named, ...]:
    """The outside systems named where the document speaks about itself, and not about its market."""
    found: list[Named] = []
    listed = tuple(places)
    for block, topic in listed:
        if (
            topic in {"neutral", "background", "non_goal", "deferred", "question", "risk"}
            or block.shape == "heading"
        ):
            continue
        if topic == "integration" and block.shape in {"item", "row"}:
            lead = (block.cells or (split_lead(block.raw)[0] or plain(block.raw),))[0]
            if 0 < len(lead.split()) <= 5 and block.top:
                found.append(Named(lead.strip(" :."), (block.first,)))
                continue
        found.extend(Named(name, (block.first,)) for name in _systems(block.text))
    own = product.casefold()
    again = _other_names(found, " ".join(block.text for block, _ in listed))
    return once(each for each in found if each.name.casefold() not in {own, "", *again})


def _other_names(found: list[Named], text: str) -> frozenset[str]:
    """Names that mean a system already named: in brackets behind it, its initials, or some of its words."""
    names = dict.fromkeys(each.name for each in found)
    known = {name.casefold() for name in names}
    again = {second.casefold() for first, second in ALSO_CALLED.findall(text) if first.casefold() in known}
    for name in names:
        words = [word for word in name.casefold().split() if word not in INTERFACES]
        for other in names:
            others = [word for word in other.casefold().split() if word not in INTERFACES]
            initials = "".join(word[0] for word in others)
            fewer = len(words) < len(others) and set(words) < set(others)
            if name != other and (
                (len(others) > 2 and words == [initials]) or (fewer and words[0] == others[0])
            ):
                again.add(name.casefold())
    return frozenset(again)


def _systems(text: str) -> Iterator[str]:
    text = LIKENED.sub("", text)
    names = [each.group() for each in KNOWN.finditer(text)]
    sure = {name for name in names if name not in ORDINARY}
    for name in names:
        if (
            name in sure
            or sure
            or HAN.search(text)
            or re.search(rf"\b{name} (?:API|SQL|account|integration|service|server)", text)
        ):
            yield name
    for each in INTERFACE.finditer(text):
        words = [word for word in each.group(1).split() if not GENERAL.match(word)]
        if (words and len(words) == len(each.group(1).split())) or (
            words and each.group(1).split()[-len(words) :] == words
        ):
            yield f"{' '.join(words)} API"
    for each in WITH.finditer(text):
        words = each.group(1).rstrip(".").split()
        if words and not GENERAL.match(words[0]) and len(words) <= 4:
            yield " ".join(words)
