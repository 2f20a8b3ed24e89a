"""The topic of a place in the document, from all headings above it."""

import re
from functools import lru_cache
from typing import NamedTuple

from agents.builtin.reader.text.blocks import INLINE, LABEL_LEVEL, Block
from agents.builtin.reader.text.inline import plain
from agents.builtin.reader.text.kept import kept
from agents.builtin.reader.text.labels import priority_of_heading, split_label
from agents.builtin.reader.text.own_heading import PERIOD, own_topic
from agents.builtin.reader.text.topics import NUMBER, SIGNS, announced
from agents.builtin.reader.words.neutral_words import CONTENTS, REVIEWED
from agents.builtin.reader.words.occurring import occurring
from agents.builtin.reader.words.topic import LOOK, QUALITY_NAMES, Topic
from agents.schemas.requirements import Priority

# Below these, a heading that is merely about a quality or a feature says nothing new.
FIRM: frozenset[Topic] = frozenset(
    {
        "functional",
        "nonfunctional",
        "non_goal",
        "question",
        "metric",
        "neutral",
        "deferred",
        "acceptance",
        "risk",
    }
)
# What a heading has to be to change the subject inside each of those.
LEAVES: dict[Topic, frozenset[Topic]] = {
    "functional": frozenset(
        {
            "nonfunctional",
            "non_goal",
            "question",
            "acceptance",
            "story",
            "metric",
            "neutral",
            "entity",
            "technical",
            "deferred",
            "constraint",
            "overview",
            "risk",
            "assumption",
        }
    ),
    "nonfunctional": frozenset(
        {"non_goal", "question", "acceptance", "story", "risk", "functional", "constraint"}
    ),
    "non_goal": frozenset(),
    "question": frozenset({"non_goal", "risk", "assumption"}),
    "metric": frozenset({"non_goal", "question", "assumption", "constraint"}),
    "neutral": frozenset({"non_goal", "question", "story", "metric"}),
    "deferred": frozenset({"non_goal", "question"}),
    "acceptance": frozenset({"story", "nonfunctional", "non_goal", "metric", "question", "constraint"}),
    "risk": frozenset({"question", "non_goal", "assumption"}),
}

# A heading longer than this names no topics one by one.
LONGEST_HEADING = 200
# The joints of a heading that names several things.
PARTS = re.compile(r"\s*(?:[&/,+;]|\b(?:and|und|et|y|e|en|och|oraz)\b|与|和|及|と|및)\s*", re.IGNORECASE)
# A heading that names qualities and nothing else.
PURE = re.compile(
    rf"^\W*(?:(?:epic|module|part|feature)\s+)?(?:[\d.]+\s*[:–—-]?\s*)?(?:(?:{QUALITY_NAMES})(?:,| and| &|/)?\s*)+(?:requirements|considerations)?\W*$"
    rf"|^\W*(?:[\d.]+\s*)?(?:{QUALITY_NAMES}) ?(?:and|&|/) ?[a-z-]+\W*$|{LOOK}",
    re.IGNORECASE,
)

# Only headings like these decide for an entry whatever its words say.
FIRMLY = occurring(
    r"\bfunctional\b|\buser stories\b|\bfunktionale|\bexigences fonctionnelles"
    r"|\brequisitos funcionales|\brequisitos funcionais|功能需求|機能要件|функциональные"
)

# `Functional Requirements - Shop`, `Enhanced functional requirements`; a `… document` has parts of other kinds.
TITLED = re.compile(
    r"(?:[\w.]+[ :–—-]+){0,5}?(?P<non>non[- ]?)?functional requirements\b(?! (?:document|specification)|.*\bnon\b)",
    re.IGNORECASE,
)

# Among qualities, a heading about screens is about their quality unless it says that functions follow.
FUNCTIONAL = occurring(
    r"functional|\bfeatures?\b|\brequirements?\b|\buse cases?|funktional|fonctionnel|funciona|功能|機能|функциональн"
)
# Among functions, only a heading that is nothing else opens an overview.
BEFORE = re.compile(
    r"^\W*(?:[\d.]+\s*)?"
    r"(?:(?:project|product|business|executive|technical|system|general|brief|short|high-level|problem"
    r"|solution|feature|document|app|user|main|overall)"
    r"(?:/\w+)? )?"
    r"(?:overview|introduction|summary|context|description|motivation|abstract|vision|purpose|mission"
    r"|概述|简介|概要)\W*$",
    re.IGNORECASE,
)


# Even in an appendix such a heading holds what is to be done.
DEMANDS = re.compile(
    r"\brequirements?\b|^\W*(?:[\d.]+\s*)?(?:must|should|could)[- ]haves?\b|\bmvp (?:scope|features)\b|\bscope\b.*\bmust[- ]haves?\b|\bmelhorias\b|\bmejoras\b"
    r"|\bverbesserungen\b|\baméliorations\b|\bmiglioramenti\b|\bverbeteringen\b|\bulepszenia\b",
    re.IGNORECASE,
)


def is_firm(above: tuple[Block, ...], *, title: Block | None) -> bool:
    """Whether a heading calls what stands below it functional requirements in so many words."""
    return any(
        held_by(title) == "functional" if heading is title else FIRMLY.search(heading.text)
        for heading in above
    )


def held_by(title: Block | None) -> Topic | None:
    """What the title of the document itself says that all of it is: functional requirements, or the others."""
    found = TITLED.match(NUMBER.sub("", SIGNS.sub("", plain(title.text)))) if title else None
    return None if found is None else "nonfunctional" if found["non"] else "functional"


def topic_of(above: tuple[Block, ...], *, title: Block | None, phased: bool = False) -> Topic | None:
    """The topic of a place in the document, from its headings; the document's own title announces nothing.

    In a `phased` document the features themselves stand under `Phase 1: …`, and are not a mere plan.
    """
    current = held_by(title)
    opened: Block | None = None
    for heading in above:
        if heading is title or (heading is not above[-1] and CONTENTS.match(heading.text)):
            continue
        if REVIEWED.search(heading.text):
            return "neutral"
        own = own_topic(heading, current, title=title, phased=phased)
        named = _named_above(current, own, heading, opened)
        turned = kept(current, own, heading, opened, named=named is not None) or named
        turned = turned or _inside(current, own, heading=heading)
        opened = heading if turned != current else opened
        current = turned
    return current


@lru_cache(maxsize=1024)
def topics_of_parts(title: str) -> frozenset[Topic]:
    """The topics of a heading that names several, as in `Goals and Non-Goals`; none when it names one."""
    parts = PARTS.split(plain(title[:LONGEST_HEADING]))
    named = frozenset(topic for topic in map(announced, parts) if topic) if len(parts) > 1 else frozenset()
    return named if len(named) > 1 else frozenset()


def _named_above(
    current: Topic | None, own: Topic | None, heading: Block, opened: Block | None
) -> Topic | None:
    """What a heading is about, when the heading above it names that topic among others."""
    if current == "nonfunctional" and own == "functional" and not FUNCTIONAL.search(heading.text):
        return None
    return own if own and opened and own in topics_of_parts(opened.text) else None


def _describes(heading: Block) -> bool:
    """Whether the heading is the label of a requirement's own description."""
    return heading.depth == LABEL_LEVEL and heading.text.casefold().startswith("desc")


# Here a heading with the id of a requirement opens one.
OPEN: frozenset[Topic | None] = frozenset({None, "functional", "feature", "overview", "goal"})

# `Rationale:` behind a quality says why, however it is marked.
WHYS = re.compile(r"(?:rationale|reason(?:s|ing)?|justification|migration)\b", re.IGNORECASE)
# Among criteria of success, what comes after all of them.
FUTURE = re.compile(
    r"\bfuture (?:\w+ )?(?:enhancements?|features?|work|versions?|releases?)\b", re.IGNORECASE
)
COST = re.compile(r"\W*(?:costs?|budgets?|(?:unit )?economics)\W*$", re.IGNORECASE)
# Among open questions, what stands below these is open no more.
SETTLED = re.compile(
    r"\W*(?:already |recently )?(?:resolved|answered|decided|settled|closed|decisions? made)\b"
    r"|\W*(?:확정|결정됨|已决|已解决|已确定|解決済|決定済|entschieden|geklärt|résolu|resuelt|resolvid)",
    re.IGNORECASE,
)

# What stands below the name of one principle says what follows from it.
PRINCIPLES = re.compile(r"\b(?:principles?|pillars|tenets)\b|原则|原則|원칙", re.IGNORECASE)


def _below_principles(heading: Block) -> bool:
    return bool(heading.above) and PRINCIPLES.search(heading.above[-1].text) is not None


# `Data Model Editor`, `Schema Generation`: what is done with a part of a document, and so a feature.
THINGS: frozenset[Topic | None] = frozenset({"entity", "actor", "technical", "workflow"})
DONE_WITH = re.compile(
    r"\b(?:generat(?:ion|or)|creation|edit(?:or|ing)|builder|viewer|pars(?:er|ing)|imports?|exports?|handling"
    r"|management|administration|customi[sz]ation|integration|enhancements?|improvements?)$",
    re.IGNORECASE,
)


# Within observability these are figures the product gives out, and no measure of its success.
WATCHED = re.compile(
    r"\W*(?:[\d.]+\s*)?(?:(?:key|core|custom|prometheus|application|service|system|runtime) )?metrics(?: (?:to (?:expose|emit|collect)|exposed|emitted))?\W*$",
    re.IGNORECASE,
)


# Where a phase says what it has and what it has not, the first is to be built: `Supported:` over `Not supported:`.
HAD = re.compile(r"(?:supported|included|what (?:is|['’]s) (?:supported|included))\W*$", re.IGNORECASE)


def _had_by_phase(heading: Block) -> bool:
    within = heading.above[-1] if heading.above else None
    return bool(within and PERIOD.match(plain(within.text)) and HAD.match(plain(heading.text)))


def _inside(current: Topic | None, own: Topic | None, *, heading: Block) -> Topic | None:
    if current in OPEN and own and split_label(plain(heading.text))[1] == "functional":
        # `F05: Indicators` names a feature, whatever its name would announce elsewhere.
        return "functional"
    if (
        current == "metric"
        and own == "constraint"
        and heading.depth >= LABEL_LEVEL
        and COST.match(heading.text)
    ):
        # `**Cost.** What a bill costs us to check` is one of the measures.
        return current
    if current == "metric" and own == "deferred" and FUTURE.search(heading.text):
        return own
    if current == "question" and (own == "overview" or SETTLED.match(plain(heading.text))):
        return "neutral"
    if current == "neutral" and _had_by_phase(heading):
        return "functional"
    if own in THINGS and current in OPEN and DONE_WITH.search(plain(heading.text)):
        own = None
    if own is None and current == "quality" and heading.depth < LABEL_LEVEL and _below_principles(heading):
        return "feature"
    if current == "non_goal" and heading.depth >= LABEL_LEVEL and WHYS.match(plain(heading.text)):
        return "neutral"
    if own is None:
        return "feature" if current in {None, "overview", "goal"} and heading.depth < LABEL_LEVEL else current
    if current == "neutral" and own == "functional" and DEMANDS.search(heading.text):
        return own
    if (
        current == "functional"
        and own == "overview"
        and (_describes(heading) or not BEFORE.match(plain(heading.text)))
    ):
        return current
    if current in {"quality", "nonfunctional"} and own == "metric" and WATCHED.match(plain(heading.text)):
        return current
    if (
        current == "functional"
        and own in {"quality", "testing"}
        and (PURE.match(NUMBER.sub("", plain(heading.text))) or PRINCIPLES.search(heading.text))
    ):
        return current if is_firm(heading.above, title=None) else own
    if current == "functional" and own == "neutral" and PERIOD.match(plain(heading.text)):
        return current
    if current == "non_goal" and heading.mark == INLINE and priority_of_heading(heading.text) == "could":
        return own
    if (
        current == "nonfunctional"
        and own == "neutral"
        and (heading.mark == INLINE or WHYS.match(plain(heading.text)))
    ):
        # `Status: done` behind a quality is nothing to build either.
        return own
    if current in FIRM and own not in LEAVES[current]:
        return current
    if current == "nonfunctional" and own == "functional" and not FUNCTIONAL.search(heading.text):
        return current
    return own


class Headed(NamedTuple):
    """What the headings above a block say of it."""

    topic: Topic | None
    firm: bool
    area: str
    priority: Priority


def headed_by(above: tuple[Block, ...], *, title: Block | None, phased: bool = False) -> Headed:
    """The topic, the area and the priority of what stands below these headings, and whether it is firmly called requirements."""
    named = [each for each in reversed(above) if each is not title]
    ranked = (priority_of_heading(each.text) for each in named)
    return Headed(
        topic_of(above, title=title, phased=phased),
        is_firm(above, title=title),
        next((each.text for each in named if announced(each.text) is None), "")[:200],
        next((each for each in ranked if each != "unstated"), "unstated"),
    )
