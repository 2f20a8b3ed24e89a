"""What one heading says of itself, for where it stands: some name a thing by the name of a part of a document."""

import re
from collections.abc import Iterable

from agents.builtin.reader.text.blocks import LABEL_LEVEL, Block
from agents.builtin.reader.text.inline import plain
from agents.builtin.reader.text.labels import split_label
from agents.builtin.reader.text.topics import announced
from agents.builtin.reader.words.neutral_words import ATTENDED, MEETING
from agents.builtin.reader.words.topic import Topic

# `Story 4.2: Terminology guide` tells a story, whatever its name would announce elsewhere.
STORY_ID = re.compile(r"(?:user )?story \d[\d.]*\s*[:.–—-]", re.IGNORECASE)
# `## User journeys`, then `### Journey 2 — Marta: the last tram`; `Use case 3: Close a door`
SCENE = re.compile(
    r"(?:user |main |primary |error )?(?:journey|scenario|use[- ]case) \d[\d.]{0,6}\s*[:.–—-]+\s*(?P<told>\S.*)$",
    re.IGNORECASE,
)
# Within a scope such headings only group its entries: `Week 1: Scanner`.
PERIOD = re.compile(r"^\W*(?:week|phase|sprint|milestone|stage|iteration|day|release)s?\s*\d", re.IGNORECASE)
# A product told as on the day it comes out, where the answers below say what it does.
PRESS = re.compile(r"\bpress release\b|\bpr ?/? ?faqs?\b|\bworking backwards\b", re.IGNORECASE)
FAQ = re.compile(r"\bfaqs?\b|\bfrequently asked questions\b", re.IGNORECASE)
# `**Sources:**` names where something comes from; a part of that name lists what was read.
SOURCES = re.compile(r"\W*sources\W*$", re.IGNORECASE)

# What a requirement with an id may be called without being about that: `TR-7: Approval gates`.
DEMANDED = frozenset({"functional", "nonfunctional", "constraint"})
CALLED_LIKE: frozenset[Topic | None] = frozenset(
    {"neutral", "risk", "question", "actor", "overview", "background", "goal"}
)
# A record among the data may be called like a part of a document: `Idea`, `Team`, `User story`.
RECORD = re.compile(
    r"(?!.*(?:\b(?:logic|scope|mvp|ui|ux|interface|experience|in|nice|summary|overview|context)|[^su]s)$)"
    r"[a-z][\w-]*(?: [a-z][\w-]*)?$",
    re.IGNORECASE,
)
# Why a function is wanted, told below a heading of functions, is none itself: `Epic 7: Scanning`, then `Background`.
WHY_WANTED = re.compile(
    r"(?:(?:key|user|customer|business|expected|main) )?"
    r"(?:background|motivation|benefits?|(?:business )?value(?: delivery| delivered)?|problems?|problem statement|pain points?|current (?:state|situation)|why)\W*$",
    re.IGNORECASE,
)
RECORDED: frozenset[Topic | None] = CALLED_LIKE | {"functional", "story", "metric"}


# `Risk register` with features of its own is a part of the product, where `Roadmap` and `Phase 2` only plan them.
OF_MODULE = re.compile(
    r"\W*(?:[\d.]+\s*)?(?:(?:key|core|main) )?(?:features|functional requirements|user stories)\W*$",
    re.IGNORECASE,
)
PLANNED = re.compile(
    r"\b(?:road ?map|phases?|plan(?:ning)?|timelines?|milestones?|sprints?|weeks?|releases?|schedule|competit\w*|alternatives?|market\w*"
    r"|appendix|examples?|estimat\w+|team|history|changes?|change ?log|v\d+)\b",
    re.IGNORECASE,
)
PLAYED = re.compile(r"\b(?:game ?play|(?:core|game) loops?|(?:core|game) mechanics)\b", re.IGNORECASE)
MODULES: frozenset[Topic | None] = frozenset(
    {"neutral", "risk", "quality", "metric", "question", "constraint"}
)


def mark_modules(found: Iterable[Block]) -> None:
    """Set `module` on the headings that have features or stories of their own below them."""
    for block in found:
        named = block.shape == "heading" and block.depth < LABEL_LEVEL and OF_MODULE.match(plain(block.text))
        if named and block.above and not PLANNED.search(block.above[-1].text):
            block.above[-1].module = True


def own_topic(
    heading: Block, current: Topic | None, *, title: Block | None, phased: bool = False
) -> Topic | None:
    """What a heading announces, where `current` is what the headings above it are about."""
    words = plain(heading.text)
    if STORY_ID.match(words) or (current == "story" and SCENE.match(words)):
        return "story"
    if title and ATTENDED.match(words) and MEETING.search(title.text):
        return "neutral"
    own = announced(heading.text)
    if own in CALLED_LIKE and split_label(words)[1] in DEMANDED:
        return None
    if current == "functional" and own == "background" and WHY_WANTED.match(words):
        return "neutral"
    if current == "entity" and own in RECORDED and RECORD.match(words):
        return current
    if own == "goal" and any(PLAYED.search(above.text) for above in heading.above):
        # `Core loop`, then `Aim`: what is done in a game, and no aim of the work.
        return None
    if heading.module and own in MODULES:
        return None
    if own != "neutral":
        return own
    if phased and PERIOD.match(words):
        return None
    if heading.depth >= LABEL_LEVEL and SOURCES.match(heading.text):
        return None
    answers = title and PRESS.search(title.text) and FAQ.search(heading.text)
    return "functional" if answers else own
