"""Where a block stands: what its headings and the words that announce its list say about it."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from agents.builtin.reader.text.announcing import FOLLOWED, announcers
from agents.builtin.reader.text.blocks import LABEL_LEVEL, Block
from agents.builtin.reader.text.gains import gained
from agents.builtin.reader.text.inline import split_lead
from agents.builtin.reader.text.kept import (
    OF_RETENTION,
    PERSONAS,
    STACKED,
    TO_BE_MADE,
    acts,
    is_running,
    is_step_of_process,
    names_stack,
    stays,
)
from agents.builtin.reader.text.labels import OF_EITHER, split_label
from agents.builtin.reader.text.own_heading import SCENE
from agents.builtin.reader.text.rights import is_granted, may_be_done
from agents.builtin.reader.text.sections import Headed, headed_by, held_by, topic_of
from agents.builtin.reader.text.topics import announced
from agents.builtin.reader.words import excluding, nature, verbs
from agents.builtin.reader.words.topic import LOOK, Topic

# An introducing line changes the subject of its list only for these.
TURNS: frozenset[Topic] = frozenset(
    {"non_goal", "question", "deferred", "acceptance", "technical", "nonfunctional", "metric", "constraint"}
)
LONGEST_TURN = 6
FEWEST_WORDS = 3
# `Answers typical questions:` is a deed.
ASKING = re.compile(
    r"(?:answers?|asks?|shows?|displays?|suggests?|handles?|supports?|collects?|generates?)\b.{0,40}\bquestions?$",
    re.IGNORECASE,
)
FEATURES = re.compile(r"(?:(?:key|main|core) )?(?:features|functions|capabilities)", re.IGNORECASE)
SHOWING: frozenset[Topic | None] = frozenset(
    ("functional", "feature", "nonfunctional", "quality", "technical")
)
OF_SUCCESS = re.compile(r"\b(?:success|kpis?|key|targets?|goals?|launch)\b", re.IGNORECASE)
LOOKS = re.compile(LOOK, re.IGNORECASE)
# Below a heading like these, an id that says no more than `demanded` leaves an entry what the heading calls it.
NAMED_BY_HEADING: frozenset[Topic | None] = frozenset({"nonfunctional", "quality", "testing", "constraint"})
# Below an entry with such an id stand its parts, whoever's heading it stands under.
DEMANDED: dict[str, Topic] = {"functional": "functional", "nonfunctional": "nonfunctional"}


# `Rebuilds the page when bills are pushed`: below `Automatic deployment` among features, what it does.
DOES_IT = re.compile(r"[A-Z][a-z]{2,}s (?:the|an?|all|each|every|new|its)\b")


class Place(NamedTuple):
    """Where words stand: topic, heading, priority of the heading, and what the block says about itself.

    `firm` is set where the document itself calls its entries functional, or gives them ids. `asked` is set when the words that
    announce the list are a demand (`Support:`), `inside` where a heading about how it is made stands among features, `casual` in a short
    text that was typed rather than written, `to_be` below words like `The app must be:`, `listed` for an entry without a number
    that stands below no other, `begun` behind the first words that say what is wanted, `entry` for a paragraph that is one of
    several with a label each, which are a list without marks, `stacked` below a label in the part that says what the product is
    made with, `typed` anywhere in a text of few words, whatever lists it has, `talks` in one that tells several, `ticket` in one
    about something that exists.
    """

    topic: Topic | None
    area: str = ""
    heading: str = ""
    priority: str = "unstated"
    label: str = ""
    lead: str = ""
    prose: bool = False
    firm: bool = False
    asked: bool = False
    inside: bool = False
    loose: bool = False
    casual: bool = False
    row: bool = False
    to_be: bool = False
    boxed: bool = False
    listed: bool = False
    begun: bool = False
    before: bool = False
    entry: bool = False
    stacked: bool = False
    typed: bool = False
    talks: bool = False
    ticket: bool = False

    def behind_lead(self, text: str) -> str:
        """What a statement here says behind the words in front of its colon."""
        return text.removeprefix(self.lead).lstrip(" :：–—-|")


@dataclass(slots=True)
class Places:
    """Where each block of a document stands; several rules ask, and it is worked out once.

    `phased` is set when the features themselves stand under `Phase 1: …`.
    """

    title: Block | None
    phased: bool = False
    _known: dict[int, Place] = field(default_factory=dict)
    _headed: dict[tuple[int, ...], Headed] = field(default_factory=dict)

    def of(self, block: Block) -> Place:
        """The place of a block of this document."""
        known = self._known.get(id(block))
        if known is None:
            known = self._known[id(block)] = place_of(block, self.headed(block.above), title=self.title)
        return known

    def headed(self, above: tuple[Block, ...]) -> Headed:
        """What these headings say of all that stands below them."""
        key = tuple(map(id, above))
        known = self._headed.get(key)
        if known is None:
            known = self._headed[key] = headed_by(above, title=self.title, phased=self.phased)
        return known

    def read_phases(self) -> None:
        """From now on the phases of the document are taken for what it is about, and not for a mere plan."""
        self.phased = True
        self._known.clear()
        self._headed.clear()


def place_of(block: Block, headed: Headed, *, title: Block | None) -> Place:
    """The topic of a block from its headings and from what announces its list."""
    topic, firm = headed.topic, headed.firm
    within = topic == "technical" and topic_of(block.above[:-1], title=title) in {"functional", "feature"}
    inside = within and bool(firm or DOES_IT.match(block.text))
    asked = False
    for above in announcers(block):
        own = _turned(above) or _opened(above, topic)
        topic = topic if stays(topic, own, above) else own
        asked = nature.is_demand(above.text)
    # What stands below a numbered step of a flow is what the product does there.
    asked = asked or (topic == "workflow" and _below_step(block))
    if topic == "workflow" and is_step_of_process(block):
        topic = "feature" if topic_of(block.above[:-1], title=title) in SHOWING else topic
    topic = _of_entry(topic, block, title=title)
    if topic == "story" and _is_step(_outermost(block)):
        topic = "workflow"
    if any(nature.is_story(above.text) for above in block.above[-2:]):
        # Steps below a user story say how it is tried; other entries tell what it takes.
        topic = "acceptance" if block.mark[:1].isdigit() else "feature"
    if topic == "story" and any(STEPPED.match(above.text) for above in announcers(block)):
        topic = "acceptance"
    if topic == "quality" and acts(block, announcers(block)):
        topic = "feature"
    if topic == "actor" and (is_granted(block) or may_be_done(block)):
        topic, firm = "functional", firm or may_be_done(block)
    return Place(
        topic=topic,
        area=headed.area,
        heading=block.above[-1].text if block.above else "",
        priority=headed.priority if topic != "metric" else "unstated",
        firm=firm and topic == "functional",
        asked=asked,
        inside=inside,
        boxed=block.boxed,
        listed=block.shape == "item" and block.parent is None and not block.mark[:1].isdigit(),
        stacked=_is_below_a_layer(block) or any(map(names_stack, announcers(block))),
        to_be=bool(block.parent and nature.IS_TO_BE.search(block.parent.text)),
    )


def _of_entry(topic: Topic | None, block: Block, *, title: Block | None) -> Topic | None:
    """The topic of an entry that says more of itself than what stands around it."""
    if block.shape != "item":
        return topic
    if (found := gained(block)) and _tells_why(topic, block, title=title):
        return found
    if topic == "neutral" and announced(split_lead(block.raw)[0]) == "non_goal":
        # What an appendix says is left out is left out.
        return "non_goal"
    return "functional" if topic == "overview" and held_by(title) == "functional" else topic


def _tells_why(topic: Topic | None, block: Block, *, title: Block | None) -> bool:
    """Whether a block stands where a document says what the product is good for; below a plan or an appendix nothing does."""
    return topic == "background" or (
        topic == "neutral" and topic_of(block.above[:-1], title=title) != "neutral"
    )


def _opened(above: Block, topic: Topic | None) -> Topic | None:
    """The topic of a list from the few words above it; `topic`, what its place is about, where they say nothing."""
    words = (split_lead(above.raw)[0] or above.text).strip(" :：")
    # `The implementation must:` demands, and names no part of a document.
    short = nature.size(above.text) <= LONGEST_TURN or PERSONAS.match(words)
    names = short and not nature.AWAITS.search(above.text)
    own = announced(words) if names and not ASKING.match(words) else None
    label, labelled, _ = split_label(above.raw)
    either = OF_EITHER.match(label) and topic in NAMED_BY_HEADING
    named = topic if either else DEMANDED.get(labelled, topic)
    shows = above.shape == "item" or verbs.VERBS.match(words)
    shown = shows and topic in SHOWING and not OF_SUCCESS.search(words)
    if own == "metric" and shown:
        # `System metrics:` among functions are figures that the product shows.
        return named
    if own == "technical" and above.shape == "item" and topic == "functional" and not STACKED.search(words):
        # `Detection architecture` among functions is one of them.
        return named
    opens = own == "functional" and (
        topic in {"goal", "overview"} or (topic == "technical" and FEATURES.fullmatch(words))
    )
    told = own == "actor" and PERSONAS.match(words)
    return own if own in TURNS or opens or told or LOOKS.match(words) else named


def _is_below_a_layer(block: Block) -> bool:
    """Whether a block stands below a label like `AI and search:` in a part about the stack."""
    part, label = block.above[-2:] if len(block.above) > 1 else (None, None)
    if not (part and label):
        return False
    return bool(label.depth >= LABEL_LEVEL and STACKED.search(part.text)) or is_running(part)


def _below_step(block: Block) -> bool:
    step = block.parent.mark if block.parent and block.shape == "item" else ""
    return step[:1].isdigit() and not block.mark[:1].isdigit()


# `It also comes with some disadvantages:`, `Pros:`
WEIGHED = re.compile(
    r"(?:.{0,200}\b)?(?:pros|cons|advantages|disadvantages|benefits|drawbacks|downsides|upsides|trade-?offs|vorteile|nachteile"
    r"|avantages|inconvénients|ventajas|desventajas|vantagens|desvantagens|vantaggi|svantaggi|优点|缺点|优势|劣势|メリット|デメリット|장점|단점)"
    r"\s*[:：]?\W*$"
    r"|(?:[\w-]+ ){0,2}(?:inspirations?|influences|mood ?boards?|tone references|design references)\s*[:：]\W*$",
    re.IGNORECASE,
)
# `If you want, I can also write the schema:` is what an assistant offers below a text it wrote.
OFFER = re.compile(
    r"(?:.{0,80}[.!。！] ?)?(?:if (?:you['’]d like|you (?:want|like|wish|need))\b[^.:：]{0,40}\bi (?:can|could)\b|(?:would you like|do you want|want) me to\b"
    r"|next,? i can\b"
    r"|(?:如果|若)?(?:你|您)(?:需要|愿意|想要?)[^。：:]{0,30}我(?:可以|能)|需要我|(?:这份|本)文档可以作为|必要であれば|ご希望(?:であれば|でしたら)|(?:필요|원)하(?:시)?면)",
    re.IGNORECASE,
)
# `Each epic includes:` says how the document is made.
HOLDS_PARTS = re.compile(
    r"(?:each|every) (?:epic|story|feature|section|chapter|requirement|phase|task)s? (?:below |here )?(?:includes?|contains?|has|lists?|comes with|is described (?:by|with))(?: the following)?\s*[:：]$",
    re.IGNORECASE,
)
# `For us success is that bills come back:`
SUCCEEDS = re.compile(
    r"\bsuccess (?:is|means|will be|would be|looks like)\b[^.?!]{0,120}[:：]$"
    r"|\b(?:succeeds?|(?:be|is|are|was) (?:a success|successful)|know (?:it|this|that|we)(?:['’]re| \w+){1,3})\b"
    r"[^.?!:]{0,60}\b(?:if|when|once)\b[^.?!:]{0,60}[:：]$",
    re.IGNORECASE,
)
# What follows `Reasoning:` says why something was chosen.
REASONS = re.compile(
    r"(?:(?:the )?(?:reason(?:s|ing)?|rationale|justification)(?: (?:for|behind) [^.:]{2,60})?|why|(?:결정|선택) ?근거)\s*[:：]$",
    re.IGNORECASE,
)
# `Example request flow:`
SAMPLES = re.compile(r"(?:for )?examples?\b(?! of (?:what|things|how))[^.:]{0,60}[:：]$", re.IGNORECASE)
# `Adhere to the following constraints:`, `The shop already has a pattern for mails:`
LIMITED = re.compile(
    r"^(?:the |our )?[\w-]+(?: [\w-]+){0,2} already (?:ha(?:s|ve)|offers?|provides?|runs?|uses?) [^.:;]{3,80}[:：]$|"
    r"\b(?:constraints|limitations|restrictions|guard ?rails)\s*[:：]$"
    rf"|{FOLLOWED.pattern}",
    re.IGNORECASE,
)


# `**THEN** the answer must include:` announces what a scenario ends in.
STEPPED = re.compile(r"(?:given|when|then|and)\b.{3,}", re.IGNORECASE)


def _outermost(block: Block) -> Block:
    """The entry of the list in which a block stands, however deep."""
    return next((above for above in announcers(block) if above.shape == "item"), block)


def _is_step(block: Block) -> bool:
    """Whether an entry is a step of a journey with a name, or of a `Primary flow:`: below `User journeys` stand whole journeys."""
    if block.shape != "item" or not block.mark[:1].isdigit() or not block.above:
        return False
    if split_lead(block.raw)[0] or nature.is_story(block.text):
        return False
    head = block.parent or block.above[-1]
    if SCENE.match(head.text.rstrip(" :：")):
        return True
    return announced(head.text.rstrip(" :：")) == "workflow" or (
        block.parent is None
        and len(block.above) > 1
        and announced(head.text) is None
        and not split_label(head.raw)[0]
    )


def _turned(above: Block) -> Topic | None:
    """What a sentence says about the list it announces: `The project does not include:` lists exclusions."""
    if WEIGHED.match(above.text) and (above.shape == "paragraph" or nature.size(above.text) <= FEWEST_WORDS):
        return "neutral"
    if above.shape != "paragraph":
        return None
    if any(
        each.search(above.text) for each in (excluding.EXCLUDED, excluding.LEFT_TO_OTHERS, excluding.IS_NOT)
    ):
        return "non_goal"
    if any(each.match(above.text) for each in (OFFER, HOLDS_PARTS, REASONS, SAMPLES)):
        return "neutral"
    if SUCCEEDS.search(above.text):
        return "metric"
    if announced(above.text) == "metric":
        # `Metrics after launch:` are measures all the same.
        return None
    if LIMITED.search(above.text):
        return "constraint"
    if TO_BE_MADE.search(above.text) or OF_RETENTION.search(above.text):
        return "feature" if TO_BE_MADE.search(above.text) else "quality"
    return "deferred" if nature.LATER.search(above.text) else None
