"""What a statement is, by the topic it stands under: one small rule per topic, and the rule of its own words."""

import re
from collections.abc import Callable

from agents.builtin.reader.findings import Kind
from agents.builtin.reader.statements import casual
from agents.builtin.reader.statements.about_quality import (
    PLAIN_QUALITIES,
    QUALITY_LEADS,
    is_hard_quality,
    is_quality,
)
from agents.builtin.reader.statements.bare import bare, is_supposed
from agents.builtin.reader.statements.features import announces, demanded, feature, is_idle
from agents.builtin.reader.statements.givens import chosen_or_measured, constraint, technical
from agents.builtin.reader.statements.held_to import held_to
from agents.builtin.reader.statements.laments import tells_why
from agents.builtin.reader.statements.own_words import LIST_KINDS, by_its_words
from agents.builtin.reader.statements.plainly import plainly
from agents.builtin.reader.statements.quality import category_of
from agents.builtin.reader.statements.remarks import remark, stands_among_remarks
from agents.builtin.reader.statements.stacks import LONGEST_STATEMENT
from agents.builtin.reader.statements.targets import target_of
from agents.builtin.reader.statements.terse import listed_tersely
from agents.builtin.reader.statements.weighed import silent, weighed
from agents.builtin.reader.text.labels import OF_EITHER
from agents.builtin.reader.text.places import Place
from agents.builtin.reader.words import nature, typed_limits, verbs
from agents.builtin.reader.words.choices import mandates
from agents.builtin.reader.words.house_rules import is_house_rule
from agents.builtin.reader.words.rule_words import (
    AIMED,
    ANSWERED,
    CAN,
    CHANGES,
    COMPARED,
    KEPT_FOR,
    LOAD,
    NAMED_FLOWS,
    NOTHING_OPEN,
    OF_LANGUAGE,
    PRODUCT,
    RISKY,
    ROLE_DOES,
)
from agents.builtin.reader.words.tickets import SAYS_WRONG, STAYS_AS_IT_IS, TELLS_WHERE
from agents.builtin.reader.words.topic import Topic

# What a form says where nobody filled it in.
UNANSWERED = re.compile(r"no response\W*", re.IGNORECASE)
# Who settles a question that stands before it: `Marta decides.`
DECIDES = re.compile(
    r"(?!(?:who|nobody|no one|somebody|someone|what|which)\b)(?:(?:the|our) )?[\w-]+(?: and [\w-]+)? (?:(?:will|has to|must|should) )?"
    r"(?:decides?|settles?|checks?|finds? out|clarif(?:y|ies))(?: (?:it|that|this))?(?: (?:by|until|before|on|in) [^?]{1,40})?[.!]?",
    re.IGNORECASE,
)
BINDING = re.compile(r"\b(?:must|shall)\b", re.IGNORECASE)

FEWEST_WORDS = 4
FEWEST_BINDING = 6
# Where a rule of those who use the product is one, whatever it limits.
RULED = casual.OPEN | {"constraint"}


def kind_of(text: str, place: Place) -> Kind | None:
    """The kind of a statement, or None when it states nothing to build or to respect."""
    before = (place.prose or place.casual) and nature.tells_of_before(text)
    wrong = place.ticket and SAYS_WRONG.match(text)
    if before or wrong or tells_why(text, place) or UNANSWERED.fullmatch(text):
        return None
    if place.typed and place.prose and is_supposed(text) and not nature.is_for_later(text):
        said = bare(text)
        return "nonfunctional" if plainly(said) or is_quality(said, place) else "functional"
    if place.ticket and (TELLS_WHERE.match(text) or STAYS_AS_IT_IS.search(text)):
        return "constraint"
    listed = place.typed and not place.prose and place.topic in casual.OPEN
    if listed and typed_limits.SIZE.match(text):
        return "nonfunctional"
    if stands_among_remarks(place):
        return remark(text, place)
    if place.topic in RULED and is_house_rule(text) and not nature.is_question(text):
        return "functional"
    if place.casual and place.topic in casual.OPEN:
        kind = _typed(text, place)
    else:
        kind = by_its_words(text, place) or BY_TOPIC.get(place.topic, feature)(text, place)
        kind = _beside_a_list(kind, text, place)
    return "nonfunctional" if _asks_plainly(kind, text, place) else kind


# Where the prose of a short text may say more than its lists.
BESIDE = casual.OPEN | {"overview", "technical", "background"}


def _beside_a_list(kind: Kind | None, text: str, place: Place) -> Kind | None:
    """What a sentence beside the lists of a text of few words limits, leaves out or aims at; what it only tells stays untold."""
    beside = place.typed and place.prose and place.topic in BESIDE and not place.firm
    if not beside or nature.STRONG.search(text):
        return kind
    if (kind or casual.kind_of(text)) != "functional":
        return kind
    found = weighed(text, named=True, demanded=True)
    if found is None or found.kind == "neutral":
        return kind
    return kind if found.kind == "functional" else found.kind


def _asks_plainly(kind: Kind | None, text: str, place: Place) -> bool:
    """Whether a text of few words asks for a quality in plain words, where no heading or id of its own says otherwise."""
    firm = bool(place.firm or place.label or place.topic == "story")
    said = nature.ASIDE.sub("", text) if verbs.VERBS.match(text) else text
    return place.typed and not firm and kind in {"functional", "constraint"} and plainly(said) is not None


def _typed(text: str, place: Place) -> Kind | None:
    """The kind of a statement in a text of a few lines, which says much without a word of demand."""
    if casual.asks_nothing(text, prose=place.prose):
        return None
    if casual.LEFT_ALONE.search(text):
        return "non_goal"
    if not place.prose and (terse := listed_tersely(text)):
        return terse
    if typed_limits.BY_WHEN.match(text) or typed_limits.RUNS_ON.match(text):
        return "constraint"
    if typed_limits.COSTS.search(text) and not (
        nature.STRONG.search(text) or typed_limits.WISHES_A_DEED.search(text)
    ):
        return "constraint"
    kind = by_its_words(text, place)
    if kind == "question" and casual.is_request(text):
        return "functional"
    wished = typed_limits.WISHES_A_DEED.search(text)
    if typed_limits.FOR_NOW.match(text) or (kind is None and not wished and typed_limits.BINDS.search(text)):
        return "constraint"
    if kind:
        return kind
    about_us = casual.is_about_us(text)
    demanded = None if about_us else BY_TOPIC.get(place.topic, feature)(text, place)
    kind = demanded or (casual.kind_of(text) if place.prose and not about_us else None)
    if kind is None and place.talks and place.prose and not about_us:
        return silent(text)
    if place.talks and (about_us or kind == "functional"):
        named = not place.prose or place.topic in {"functional", "feature"} or bool(place.label)
        found = weighed(text, named=named, demanded=demanded is not None)
        if found:
            return None if found.kind == "neutral" else found.kind
    return kind


def _listed(kind: Kind) -> Callable[[str, Place], Kind | None]:
    def rule(text: str, place: Place) -> Kind | None:
        asks = nature.is_question(text) or "?" in text
        if kind == "question" and RISKY.search(place.heading) and not asks:
            return None
        if kind == "question" and not asks and typed_limits.COSTS.search(text):
            return "constraint"
        settled = ANSWERED.search(text) or NOTHING_OPEN.match(text) or DECIDES.fullmatch(text)
        if kind == "question" and settled:
            return None
        if place.prose and (announces(text) or nature.IDLE.match(text)):
            return None
        if place.prose and nature.is_idle(text) and not _named_alone(kind, text):
            return None
        if kind == "question" and place.prose and nature.tells(text) and not nature.is_question(text):
            return None
        return kind if kind == "question" or not nature.IDLE.match(text) else None

    return rule


def _named_alone(kind: Kind, text: str) -> bool:
    """Whether one word says all: `Exchanges.` among what is left out, `Guests?` among what is open."""
    return kind == "non_goal" or (kind == "question" and nature.is_question(text))


def _functional(text: str, place: Place) -> Kind | None:
    if is_idle(text, place):
        return None
    if place.prose and not place.firm and not _said_to_be(text, place):
        return None
    if place.label and not place.firm and not place.prose and (given := chosen_or_measured(text)):
        return given
    if place.label and not OF_EITHER.match(place.label):
        return "functional"
    if place.firm:
        if is_hard_quality(text):
            return "nonfunctional"
        lead = place.lead and nature.size(place.lead) <= 2 and category_of(place.lead)
        return "nonfunctional" if lead and lead not in QUALITY_LEADS else "functional"
    return "nonfunctional" if is_quality(text, place) else "functional"


def _said_to_be(text: str, place: Place) -> bool:
    """Whether prose under a heading of features demands something; beside lists it has to do so in strong words."""
    if nature.STRONG.search(text) or nature.UNIVERSAL.match(text) or nature.SOMEBODY_DOES.match(text):
        return True
    return (
        nature.is_demand(text)
        if place.loose or not place.prose
        else bool(re.search(r"\bwill\b|\bcan\b", text))
    )


def _nonfunctional(text: str, place: Place) -> Kind | None:
    if announces(text) or is_idle(text, place):
        return None
    terse = nature.size(text) <= LONGEST_STATEMENT and (
        nature.is_fragment(text) or nature.UNIVERSAL.match(text)
    )
    if place.prose and not (
        nature.is_demand(text) or category_of(text) or terse or LOAD.match(place.heading)
    ):
        return None
    return "nonfunctional"


def _story(text: str, place: Place) -> Kind | None:
    if nature.is_story(text):
        return "story"
    of_one = place.prose and place.heading == place.area
    if of_one and ROLE_DOES.match(text) and nature.size(text) >= FEWEST_WORDS:
        return "story"
    if place.prose:
        return demanded(text, place) if nature.STRONG.search(text) else None
    if place.lead and BINDING.search(text):
        return demanded(text, place)
    return "story" if nature.size(text) >= 4 else None


def _goal(text: str, place: Place) -> Kind | None:
    if is_idle(text, place) or announces(text):
        return None
    if place.prose and OF_LANGUAGE.search(text):
        return "constraint"
    if place.prose:
        return demanded(text, place) if place.loose and nature.STRONG.search(text) else None
    named = category_of(place.lead) if place.lead else None
    target = target_of(text)
    if target and target.unit == "%" and AIMED.search(text) and not named:
        return "metric"
    if named or category_of(text) in PLAIN_QUALITIES | {"performance", "reliability", "security"}:
        return "nonfunctional"
    if AIMED.search(text) or (target and (target.unit == "%" or COMPARED.search(text))):
        return "metric"
    does = verbs.VERBS.match(text) or CAN.match(text) or (place.loose and verbs.DEED.search(text))
    ranked = place.priority != "unstated"
    return "functional" if place.asked or place.boxed or ranked or does else None


def _overview(text: str, place: Place) -> Kind | None:
    if place.prose and (OF_LANGUAGE.search(text) or (mandates(text) and not nature.is_demand(text))):
        return "constraint"
    if (
        place.prose
        and (casual.COMPLAINT.search(text) or casual.is_about_us(text))
        and not nature.STRONG.search(text)
    ):
        return None
    strong = nature.STRONG.search(text) and (PRODUCT.search(text) or not place.prose)
    if place.to_be:
        return "nonfunctional"
    if not place.loose and not strong and not (place.asked and not place.prose):
        return None
    if place.asked and not place.prose and is_quality(text, place):
        return "nonfunctional"
    done = place.asked and verbs.DEED.search(text)
    return "functional" if done else demanded(text, place) if nature.is_demand(text) else None


def _workflow(text: str, place: Place) -> Kind | None:
    """Numbered steps are told as the flow they are; what is merely listed there is what the product does."""
    does = (
        nature.CONDITION.match(text)
        or nature.states_behaviour(text, lead=place.lead)
        or (NAMED_FLOWS.search(place.heading) and nature.size(text) <= FEWEST_WORDS and "→" not in text)
    )
    return feature(text, place) if place.listed and does and not place.prose else _overview(text, place)


def _actor(text: str, place: Place) -> Kind | None:
    """What a role does is a function where no list of functions says it better; what people are like may demand something."""
    if place.prose and nature.STRONG.search(text) and PRODUCT.search(text):
        return "nonfunctional" if category_of(text) else demanded(text, place)
    deed = place.loose and place.lead and not place.prose and verbs.ACTING.match(place.behind_lead(text))
    return "functional" if deed else None


def _entity(text: str, place: Place) -> Kind | None:
    """Among the things a product knows only what binds, or what is to be done to them, is to be built; how long they are kept is a quality."""
    if KEPT_FOR.match(text) and target_of(text):
        return "nonfunctional"
    told = place.prose or nature.size(text) >= FEWEST_BINDING
    binds = BINDING.search(text) or (told and nature.STRONG.search(text))
    if place.row or not (binds or (not place.prose and CHANGES.match(text))):
        return None
    return demanded(text, place)


BY_TOPIC: dict[Topic | None, Callable[[str, Place], Kind | None]] = {
    **{topic: _listed(kind) for topic, kind in LIST_KINDS.items()},
    "functional": _functional,
    "nonfunctional": _nonfunctional,
    "story": _story,
    "constraint": constraint,
    "assumption": constraint,
    "technical": technical,
    "testing": held_to,
    "quality": held_to,
    "goal": _goal,
    "overview": _overview,
    "workflow": _workflow,
    "feature": feature,
    "integration": feature,
    "actor": _actor,
    "entity": _entity,
    "background": lambda _text, _place: None,
}
