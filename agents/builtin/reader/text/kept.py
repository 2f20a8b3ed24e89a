"""Headings that change no subject: below features they are features, below limits and stacks a side of those."""

import re
from collections.abc import Iterable

from agents.builtin.reader.text.blocks import Block
from agents.builtin.reader.text.inline import BRACKETS, plain
from agents.builtin.reader.text.topics import NUMBER, SIGNS
from agents.builtin.reader.words.topic import Topic

# Among features these are features, though documents have parts of that name: `Team Management`, `Schedule`, `Pricing page`.
ALIKE = re.compile(
    r"^\W*(?:[\d.]+\s*)?(?!(?:project|development|implementation|delivery|release|launch|build|test) )"
    r"(?:[\w-]+ (?:(?:&|and) )?){0,3}?"
    r"(?:teams?|planning|schedul(?:e|es|ing)|competitions?|milestones?|timelines?|approvals?|version history"
    r"|revisions?|contents?|(?:re)?sources?|prompts?|narratives?|contacts?|pricing|challenges|verification|estimat(?:es?|ions?|ors?|ing)(?: \w+)?"
    r"|references?|inputs?|market(?:s|places?)?|risk (?:rails|limits|rules|distributions?|overview|list|details?|heat ?maps?|matrix|trends?|views?|tables?|forms?|cards?|charts?|map|timeline|scor(?:es?|ing)|checks?|engine|profiles?|levels?|alerts?|controls?))\b"
    r"(?! (?:plan|strategy|analysis|criteria|tests?)\b)",
    re.IGNORECASE,
)
# So is `Assembly risk`, which the product shows, where `Technical risk` is one of making it.
OF_A_RISK = re.compile(
    r"(?!.*\b(?:technical|project|business|product|delivery|implementation|development|schedule|key|main|major|known|potential"
    r"|open|overall|operational|adoption|top|biggest|primary) risk$)"
    r"(?:[\w-]+ (?:(?:&|and) )?){1,4}risk$",
    re.IGNORECASE,
)
# `Create a risk scenario`, `Add milestone`: what is done there with a thing of that name.
DOES = re.compile(
    r"(?:[\d.]+\s*)?(?:add|create|edit|view|manage|log|record|delete|assign|link|import|export|update|browse|filter)"
    r"(?:/\w+)? (?:an? |the |new )?[\w-]+",
    re.IGNORECASE,
)
# Under headings like these, what follows limits the work, whichever side of it a heading further down names.
LIMITS = re.compile(r"\bconstraints?\b|\blimitations?\b|\brestrictions?\b|\bassumptions?\b", re.IGNORECASE)
# What is needed from elsewhere is given, though a heading below calls it a service: `Dependencies`.
NEEDS = re.compile(
    r"^\W*(?:[\d.]+\s*)?(?:(?:external|key|technical) )?(?:dependencies|pre-?requisites)\b", re.IGNORECASE
)
# `SDK and integration examples`: something is made that comes with examples.
WITH_EXAMPLES = re.compile(r"\b(?:and|&|with) (?:\w+ )?examples$", re.IGNORECASE)
# `Data requirements` among technical ones.
SIDED = re.compile(r"(?:data|integration) requirements$", re.IGNORECASE)
OF_OTHERS = re.compile(r"\b(?:services|tools|providers|libraries|apis)$", re.IGNORECASE)
# Below `Tech stack` a heading like `UI` or `Testing` names a layer of it.
STACKED = re.compile(r"\bstack\b|技术栈|技術スタック|기술 ?스택", re.IGNORECASE)
LAYER = re.compile(
    r"(?:[\w-]+ (?:& |and )?)?(?:ui|ux|apis?|testing|tests?|forms?|data(?:base)? schema|performance|monitoring"
    r"|authentication|auth|security|payments?|notifications?|analytics)(?: (?:&|and) [\w-]+)?",
    re.IGNORECASE,
)
# `Docker services`, then `Required for MVP`: the same list in two halves.
RUNNING = re.compile(r"(?:docker|docker[- ]compose|container) services|containers", re.IGNORECASE)
HALF = re.compile(r"(?:required|optional|needed|core|additional)\b", re.IGNORECASE)
SIDES: frozenset[Topic | None] = frozenset(
    {"neutral", "integration", "entity", "actor", "workflow", "background"}
)
# Whoever is told of by these is no function, though it stands below `User experience`.
PERSONAS = re.compile(
    r"^(?:(?:user|target|buyer|customer|key|primary) )*(?:personas?|audiences?|characteristics)$|페르소나$"
    # `The platform has four primary actor surfaces:`
    r"|^(?:the|our|this) [\w-]+ (?:has|knows|serves) (?:[\w-]+ ){0,3}(?:actors?|roles?|personas?|users?|user types|audiences)(?: surfaces| groups| types)?$",
    re.IGNORECASE,
)
# `Personas:` in front of stories are who they are about; below `Persona: the clerk` stand those of one.
OF_ALL = re.compile(r"(?:user |target |key |primary )?personas\W*$", re.IGNORECASE)


def is_running(heading: Block) -> bool:
    """Whether a heading names the containers that a product runs in."""
    return RUNNING.fullmatch(NUMBER.sub("", plain(heading.text))) is not None


# What stands below the first stays what it is, whatever a line within announces: `Current tools have limitations:` among the problems
# limits nobody, `Quality:` among measures of success only groups them, and what is put off among what is left out is not back in it.
HELD: frozenset[tuple[Topic | None, Topic | None]] = frozenset(
    {("background", "constraint"), ("metric", "nonfunctional"), ("non_goal", "deferred")}
)
# Among these `Examples:` announces the very entries.
EXEMPLIFIED: frozenset[Topic | None] = frozenset({"metric", "non_goal"})
EXAMPLES = re.compile(r"(?:for )?(?:examples?|instance)(?: (?:are|include))?\s*[:：]", re.IGNORECASE)


def stays(topic: Topic | None, own: Topic | None, above: Block) -> bool:
    """Whether a list stays what its heading makes of it, though the line `above` it announces `own`."""
    return (topic, own) in HELD or (topic in EXEMPLIFIED and EXAMPLES.fullmatch(above.text) is not None)


# `We propose the following data retention policy:`
OF_RETENTION = re.compile(r"\bretention (?:polic(?:y|ies)|periods?|rules|times?)\s*[:：]$", re.IGNORECASE)
# `In the reader, the following changes should be made:`, also where a document tells how it is made.
TO_BE_MADE = re.compile(
    r"\bfollowing (?:[\w-]+ )?(?:behaviou?rs?|capabilities|changes|features|functionality|functions|options)\b[^:：]{0,40}"
    r"\b(?:must|need to|shall|should|will|have to) be (?:added|built|implemented|made|offered|provided|supported)\b[^:：]{0,20}[:：]$",
    re.IGNORECASE,
)
# `The reader must handle:`: what comes up, and the product has to do something about, however its part is called.
CAME_UP = re.compile(
    r"\b(?:must|shall|should|has to|needs to) (?:cope with|deal with|handle|react to|respond to)[^:：]{0,40}[:：]$",
    re.IGNORECASE,
)


# `Ship checklist`, then `Safety`: what is there before it goes out, sorted by what it is about.
CHECKED = re.compile(r"\bcheck ?list\W*$", re.IGNORECASE)


def acts(block: Block, above: Iterable[Block]) -> bool:
    """Whether an entry in a part called like a quality says what the product does: it is to be ticked off, or comes up."""
    ticked = block.boxed and any(CHECKED.search(plain(heading.text)) for heading in block.above[:-1])
    return ticked or any(CAME_UP.search(each.text) for each in above)


# In more words somebody tells something.
LONGEST_LABEL = 9


def names_stack(above: Block) -> bool:
    """Whether a line like `**Tech stack** (to begin with):` says that below it stands what the product is made with."""
    if above.shape != "paragraph" or len(above.text.split()) > LONGEST_LABEL:
        return False
    return STACKED.search(BRACKETS.sub("", above.text)) is not None


def kept(
    current: Topic | None, own: Topic | None, heading: Block, opened: Block | None, *, named: bool
) -> Topic | None:
    """The topic from above where a heading names a feature like a part of a document, or a side of a limit or a stack.

    `named` is set when the heading above names the heading's own topic among others.
    """
    words = plain(heading.text)
    if current in {"functional", "story"} and own in {"neutral", "risk", "acceptance"} and ALIKE.match(words):
        return current
    if current == "functional" and own in {"neutral", "risk", "metric"} and DOES.match(words):
        return current
    if current == "functional" and own == "risk" and OF_A_RISK.match(NUMBER.sub("", words)):
        return current
    if current == "functional" and own == "neutral" and WITH_EXAMPLES.search(words):
        return current
    if current == "functional" and own == "actor" and PERSONAS.search(NUMBER.sub("", SIGNS.sub("", words))):
        return own
    if current == "story" and own == "actor" and not named and not OF_ALL.match(words):
        # Stories are told by whom they are about.
        return current
    if current in {"constraint", "assumption"} and opened and LIMITS.search(opened.text):
        return current if own in SIDES else None
    if current == "constraint" and own == "integration" and opened and NEEDS.match(opened.text):
        return current
    if current == "constraint" and SIDED.match(NUMBER.sub("", words)):
        return current
    if current == "technical" and opened and HALF.match(words) and is_running(opened):
        return current
    if current == "technical" and own == "integration" and OF_OTHERS.search(words):
        return current
    parts = (opened, *heading.above[-1:])
    stacked = current == "technical" and any(part and STACKED.search(part.text) for part in parts)
    return (
        current if stacked and LAYER.fullmatch(NUMBER.sub("", SIGNS.sub("", words)).rstrip(" :：")) else None
    )


# `Request process`, a level below what it is a process of: its steps are what the product supports there.
PROCESS = re.compile(r"\bprocess\W*$", re.IGNORECASE)


def is_step_of_process(block: Block) -> bool:
    """Whether an entry is a step of a process that a heading below another one names."""
    numbered = block.shape == "item" and block.parent is None and block.mark[:1].isdigit()
    return numbered and len(block.above) > 1 and PROCESS.search(block.above[-1].text) is not None
