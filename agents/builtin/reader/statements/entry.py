"""One statement as findings: what it is where it stands, and what it asks for besides."""

import re
from collections.abc import Iterator

from agents.builtin.reader.findings import Finding, Kind
from agents.builtin.reader.statements.asides import besides
from agents.builtin.reader.statements.asked import leaves_open
from agents.builtin.reader.statements.bare import bare
from agents.builtin.reader.statements.criteria import FEW
from agents.builtin.reader.statements.hedging import is_tentative
from agents.builtin.reader.statements.of_data import names_fields
from agents.builtin.reader.statements.plainly import plainly
from agents.builtin.reader.statements.quality import category_named, category_of, halves, several
from agents.builtin.reader.statements.rules import kind_of
from agents.builtin.reader.statements.stacks import parts_of_stack
from agents.builtin.reader.statements.targets import LONG, RETAINED, TIME, target_of
from agents.builtin.reader.text.labels import split_priority
from agents.builtin.reader.text.places import Place
from agents.builtin.reader.words import nature, typed_limits
from agents.builtin.reader.words.choices import mandates, prescribes
from agents.builtin.reader.words.doubt import apart
from agents.builtin.reader.words.means import by_named_means
from agents.builtin.reader.words.technology import technologies
from agents.builtin.reader.words.topic import WHOLE

# What a statement names in passing counts only beside these.
BESIDES: frozenset[Kind | None] = frozenset({"functional", "nonfunctional", "constraint", None})


# `A native app: web-only for now` leaves something out, and says where it runs instead.
ONLY_THERE = re.compile(
    r"\b(?:web|browser|mobile|desktop|ios|android|windows|mac(?:os)?|linux|cli|terminal)[- ](?:only|first)\b"
    r"|\bwill be an? (?:[\w-]+ ){0,3}(?:web|mobile|desktop) app(?:lication)? only\b",
    re.IGNORECASE,
)


def entry(text: str, lines: tuple[int, ...], place: Place) -> Iterator[Finding]:
    """One statement as a finding, by topic; a second one when it prescribes a technology besides."""
    priority, text = split_priority(text)
    if place.priority == "unstated" or priority != "unstated":
        place = place._replace(priority=priority)
    if not text or not re.search(r"\w", text) or names_fields(text, place.heading):
        return
    kind = kind_of(text, place)
    aside = tuple(besides(kind, text, lines, place)) if kind in BESIDES and text[-1] not in ":：" else ()
    yield from aside
    if kind is None:
        return
    if kind == "question":
        yield from _asked_of(text, lines, place)
    if place.priority == "wont" and kind in {"functional", "nonfunctional"}:
        kind = "non_goal"
    if kind == "nonfunctional":
        first, *others = halves(text)
        for category, part in several(first) if not place.label else ((None, first),):
            yield _finding(kind, part, lines, place, category=category or "")
        for other in others:
            yield _finding(kind, other, lines, place._replace(label="", lead=""), category="")
    else:
        for part in parts_of_stack(text, place) if kind == "constraint" else (text,):
            yield _finding(kind, part, lines, place, category="")
    if kind == "non_goal" and not place.row and ONLY_THERE.search(text):
        yield Finding("constraint", text, lines, area=place.area)
    if kind == "constraint" and leaves_open(text):
        yield Finding("question", text, lines, area=place.area)
    given = any(each.kind == "constraint" for each in aside)
    if not given and _prescribes(kind, text, place):
        yield Finding("constraint", text, lines, area=place.area)


def _prescribes(kind: Kind, text: str, place: Place) -> bool:
    """Whether a function or a quality says besides what it is met with."""
    if kind not in {"functional", "nonfunctional"}:
        return False
    if by_named_means(text, place.behind_lead(text) if place.lead else text):
        return True
    return kind == "functional" and (
        prescribes(text, lead=place.lead) or (place.topic == "technical" and bool(technologies(text)))
    )


def story(text: str, lines: tuple[int, ...], *, label: str = "", area: str = "") -> Iterator[Finding]:
    """A user story; a technology by which it wants something done is prescribed besides."""
    yield Finding("story", text, lines, label=label, area=area)
    if mandates(text):
        yield Finding("constraint", text, lines, area=area)


def _asked_of(text: str, lines: tuple[int, ...], place: Place) -> Iterator[Finding]:
    """What a statement demands that is a question besides: it has an id, or the doubt stands in brackets after it."""
    settled = apart(text)
    if place.label and place.topic in {"functional", "nonfunctional"}:
        kind: Kind | None = "functional" if place.topic == "functional" else "nonfunctional"
    else:
        kind = kind_of(settled, place) if nature.size(settled) >= FEW and place.topic not in WHOLE else None
    if place.topic == "technical" and technologies(text):
        kind = "constraint"
    if kind and kind != "question":
        yield _finding(kind, text, lines, place, category="")


def _finding(kind: Kind, text: str, lines: tuple[int, ...], place: Place, *, category: str) -> Finding:
    target = target_of(text)
    named = (
        (category_named(place.lead) if place.lead else None)
        or (typed_limits.SIZE.match(text) and "scalability")
        or category_of(text)
        or (place.typed and plainly(text))
        or category_named(place.heading)
        or (target and (LONG.match(target.unit) or RETAINED.search(text)) and "retention")
        or (target and TIME.match(target.unit) and "performance")
    )
    spoken = place.typed and not place.label and kind in {"functional", "nonfunctional"}
    return Finding(
        kind,
        bare(text) if spoken else text[:4000],
        lines,
        label=place.label,
        lead=place.lead,
        area=place.area,
        priority=place.priority,
        category=(category or named or "other") if kind == "nonfunctional" else "",
        tentative=is_tentative(text),
    )
