"""What a statement is by its own words, whatever heading it stands below: a question, an exclusion, a choice of technology."""

import re

from agents.builtin.reader.findings import Kind
from agents.builtin.reader.text.labels import OF_EITHER
from agents.builtin.reader.text.places import Place
from agents.builtin.reader.words import excluding, nature, verbs
from agents.builtin.reader.words.choices import SAID, bounds, is_choice, is_made_of
from agents.builtin.reader.words.doubt import doubts
from agents.builtin.reader.words.limits import is_fact
from agents.builtin.reader.words.rule_words import CHANGED_BY, PRICE
from agents.builtin.reader.words.technology import is_technology, names_only, technologies
from agents.builtin.reader.words.topic import Topic
from agents.builtin.seldom import Seldom

LIST_KINDS: dict[Topic, Kind] = {
    "non_goal": "non_goal",
    "question": "question",
    "metric": "metric",
    "acceptance": "acceptance",
    "deferred": "deferred",
}
# Where a choice of technology is one whatever else stands there.
OPEN_TOPICS: frozenset[Topic | None] = frozenset(
    {None, "feature", "functional", "overview", "goal", "technical", "integration", "workflow", "assumption"}
)


# Below `Monetization` an entry may say what the product lives on: `Model: free with ads`.
EARNS = re.compile(r"\bmoneti[sz]|\bbusiness\b|\brevenue\b|\bpricing\b", re.IGNORECASE)
MODEL = re.compile(
    r"(?:(?:business|pricing|revenue|licen[cs]ing) )?(?:model|price|licen[cs]e)$", re.IGNORECASE
)
# `Done when all screens pass`: how it is accepted, and nothing more to build.
DONE_WHEN = re.compile(
    r"(?:done|finished|accepted|fertig|erledigt) (?:when|if|once|wenn|sobald)\b", re.IGNORECASE
)

# `Format not supported → say which ones are`: a case, and what happens then.
REACTS = re.compile(r"\s(?:→|->|=>|⇒|➔)\s")


# `Ranking: who is interrupted most?` names what a function answers, and no doubt of the document.
ANSWERS = re.compile(
    r"[^:：?？]{3,80}[:：]\s+(?:who(?:se|m)?|which|what|where|when|how (?:many|much|often|long|far)|wer|wen|wem|was|wo|wann|welche\w*"
    r"|wie (?:viele?|oft|lange|weit)|qui|quel\w*|combien|où|quand|quién|cuál\w*|cuánt\w*|dónde|quem|qual|quant\w*|onde|chi|dove)\b"
    r"(?![^?？]*\b(?:we|should|shall|do you|sollen|sollten|wir|devons|devrait|debemos|debería|devemos|dobbiamo)\b)[^?？]*[?？]",
    re.IGNORECASE,
)


# `Backend strategy: WASAPI`, `Database choice: MySQL`: what was decided, even among numbered functions.
DECIDED_IN = re.compile(r"\b(?:strategy|choice|selection)$", re.IGNORECASE)
# `Single-user app (no accounts needed)`: what may be left out, among what is assumed.
NEEDLESS = re.compile(r"\w.{0,200}[(,;–—] ?no [\w ,/-]{3,60} (?:required|needed|necessary)\b", re.IGNORECASE)
# `Edge cases: no printer (queue the bills)`
CASES = re.compile(r"(?:(?:edge|corner|special|error|failure) cases?|error handling)$", re.IGNORECASE)
# `Availability: no SLA requirements for the pilot`: asked for in so many words is nothing.
NOTHING_ASKED = re.compile(
    r"(?:there (?:is|are) )?no (?:(?:formal|particular|production|special|specific|strict) )?(?:[\w-]+ ){0,2}(?:requirements?|guarantees?|targets?)\b",
    re.IGNORECASE,
)
QUALITIES: frozenset[Topic | None] = frozenset({"nonfunctional", "quality"})
# `Android: location in the background may be needed`: what a system asks for, whoever builds for it.
SYSTEM = re.compile(r"android|chrome|firefox|ios|ipados|linux|mac ?os|safari|windows", re.IGNORECASE)
SYSTEM_ASKS = re.compile(
    r"\b(?:is|are|may be|might be) (?:[a-z]+ )?(?:limited|needed|required|restricted)\b", re.IGNORECASE
)
# `Heading: which link shall be kept?`: words on a screen.
ON_SCREEN = re.compile(
    r"(?:[\w/-]+ ){0,3}(?:title|heading|label|copy|message|placeholder|caption|headline|button|tooltip|titel|beschriftung|titre|libellé|título|rótulo)$"
    r"|.{0,12}(?:제목|문구|메시지|타이틀|버튼|라벨|标题|文案|提示语|按钮|タイトル|文言|ラベル|メッセージ|ボタン)$",
    re.IGNORECASE,
)
# `success: bool` in a model of data.
FIELD = re.compile(r"[a-z]\w*\s*[:：]\s*[\w<>\[\]]+[?]?$")


def sells(text: str, place: Place) -> bool:
    """Whether words say what the product costs those who use it, where a document tells how it earns its money."""
    return bool(EARNS.search(place.heading) and PRICE.search(text))


def by_its_words(text: str, place: Place) -> Kind | None:
    """The kind that the words alone decide; None where the heading has to."""
    return _own(text, place) or _chosen(text, place)


# `Sign-in must go through Entra ID, we won't do passwords`: a demand, and what it makes superfluous.
DEMANDED_FIRST = re.compile(r",\s+(?:so |and )?(?:we|i) ", re.IGNORECASE)


# `shall drop frames whose flags it does not support`: which ones are meant, and nothing that is left out.
RELATIVE = Seldom(r"\b(?:that|what|which|whose|whom|where)\b[^,;:.]{0,60}$", re.IGNORECASE)


def excludes(text: str) -> bool:
    """Whether the words rule something out, and demand nothing before they do."""
    # What somebody is told on a screen leaves nothing out: `Say what happens (“we won't track you”)`.
    text = SAID.sub('""', text)
    found = excluding.EXCLUDED.search(text)
    if found is None:
        return False
    before = text[: found.start()]
    if is_fact(text) or (RELATIVE.search(before) and nature.STRONG.search(before)):
        return False
    behind = DEMANDED_FIRST.search(text, 0, found.end())
    return not (behind and nature.STRONG.search(text[: behind.start()]))


def _own(text: str, place: Place) -> Kind | None:
    """What the words are whatever the heading says."""
    if place.topic in LIST_KINDS:
        # What may come later may be asked about all the same.
        if place.topic == "question" and nature.is_measure(text):
            return "metric"
        return "question" if place.topic == "deferred" and nature.QUESTION.search(text) else None
    if place.topic == "entity" and FIELD.match(text):
        return None
    if place.topic == "functional" and place.firm and not place.prose and ANSWERS.match(text):
        return None
    if place.lead and CASES.match(place.lead) and place.topic not in {"background", "risk"}:
        return "functional"
    if place.lead and ON_SCREEN.match(place.lead) and not doubts(text):
        return None
    if nature.is_question(text) and (place.topic != "story" or nature.QUESTION.search(text)):
        return "question"
    if (
        place.topic == "story"
        and text.casefold().startswith(("given ", "when ", "then ", "and "))
        and nature.GHERKIN.match(text)
        and not nature.STORY_WANT.search(text)
    ):
        return "acceptance"
    if DONE_WHEN.match(text):
        return "acceptance"
    if nature.is_measure(text) or (place.topic == "goal" and not place.prose and CHANGED_BY.match(text)):
        return "metric"
    if place.topic == "assumption" and NEEDLESS.search(text):
        return "non_goal"
    if place.topic in QUALITIES and place.lead and NOTHING_ASKED.match(place.behind_lead(text)):
        return "non_goal"
    if (
        ((excludes(text) and not REACTS.search(text)) or excluding.REFUSED.search(text))
        and not place.firm
        and (place.topic != "nonfunctional" or place.prose)
    ):
        return "non_goal"
    named = place.topic == "constraint" and place.label
    if named or place.topic in {"nonfunctional", "metric", "overview", "goal"}:
        return None
    first = text.split(". ", 1)[0] if place.row else text
    return "deferred" if nature.is_for_later(first) else None


# `Proposals should not assume that …`, `Vendors should expect …`: what those have to keep to who offer to build it.
OF_BIDDERS = re.compile(
    r"(?:the )?(?:(?:selected|successful|winning|interested) )?(?:bidders?|bids?|contractors?|offers?|proposals?|suppliers?|tenders?|vendors?) "
    r"(?:must|should|shall|may|can|will|are|is) (?:(?:therefore|also|not) )*"
    r"(?:assume|demonstrate|describe|expect(?:ed)?|focus|include|offer|price|quote|retain|state|suggest|submit|be (?:based|submitted|evaluated|judged|sent|valid))\b",
    re.IGNORECASE,
)


def _chosen(text: str, place: Place) -> Kind | None:
    """A choice of technology or a bound, where nothing firmer speaks."""
    if place.topic == "quality" and bounds(text):
        return "constraint"
    if place.lead and DECIDED_IN.search(place.lead) and is_choice(place.lead, place.behind_lead(text)):
        return "constraint"
    if place.topic not in {"functional", "story"} and OF_BIDDERS.match(text):
        return "constraint"
    sorted_by_id = place.label and not OF_EITHER.match(place.label)
    if place.topic not in OPEN_TOPICS or place.firm or sorted_by_id:
        return None
    words = place.behind_lead(text)
    if EARNS.search(place.heading) and MODEL.match(place.lead):
        return "constraint"
    asks = SYSTEM.fullmatch(place.lead) and SYSTEM_ASKS.search(words)
    if asks and not verbs.ACTING.match(words):
        return "constraint"
    if (
        is_technology(text)
        or (place.prose and names_only(text))
        or (
            place.lead
            and is_choice(place.lead, words)
            and not (place.row and not place.label and not technologies(text))
        )
    ):
        return "constraint"
    return "constraint" if is_made_of(text) or bounds(text) else None
