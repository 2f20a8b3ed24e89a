"""Which requirements hang on a question of the plan; computed here from the plan's own words, never taken from a model.

What the question names, quotes or is about by its topic hangs on it. A question on which nothing hangs alone is about the
whole plan, and its answer is for the plan.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain

from agents.builtin.planning.asking.answered import MONEY, PEOPLE, PERSONAL, SIGN_IN
from agents.builtin.planning.asking.questions import WHOLE
from agents.builtin.triage_alike import stems
from agents.schemas.pack import ArchitecturePack
from agents.schemas.questions import Clarification
from agents.schemas.requirements import NonFunctional, Requirement

Wanted = Requirement | NonFunctional
_PAID = re.compile(r"\bpay|\brefund|\bpric|\btax|\bvat\b|\bfees?\b|\bcharge", re.IGNORECASE)
_LOAD = frozenset({"performance", "scalability", "availability", "reliability"})
_SECRET = frozenset({"security", "privacy"})
# A question and a requirement are about one thing when they share two telling words, or one that few requirements hold.
_SHARED, _RARE = 2, 4


def concerned(questions: Iterable[Clarification], pack: ArchitecturePack) -> Iterator[tuple[str, ...]]:
    """For each question the ids of the requirements and demands that an answer to it would change, in the plan's order."""
    every: tuple[Wanted, ...] = (*pack.requirements, *pack.nfrs)
    words = [stems(each.text) for each in every]
    held = Counter(chain.from_iterable(words))
    rare = {word for word, count in held.items() if count <= max(1, len(every) // _RARE)}
    for question in questions:
        whole = question.changes in WHOLE
        yield () if whole else tuple(_hanging_on(question, zip(every, words, strict=True), rare))


def _hanging_on(
    question: Clarification, every: Iterable[tuple[Wanted, frozenset[str]]], rare: set[str]
) -> Iterator[str]:
    said = " ".join((question.text, question.why, question.changes, *question.options))
    topics = [of for pattern, of in _TOPICS.items() if pattern.search(question.text)]
    about, lines = stems(question.text), set(question.lines)
    for wanted, words in every:
        shared = about & words
        alike = len(shared) >= _SHARED or not rare.isdisjoint(shared)
        by_topic = any(of(wanted) for of in topics) if topics else alike
        if by_topic or not lines.isdisjoint(wanted.lines) or _named(wanted, said):
            yield wanted.id


def _named(wanted: Wanted, said: str) -> bool:
    names = (name for name in (wanted.id, wanted.label) if name)
    return any(name in said and re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", said) for name in names)


def _of_people(wanted: Wanted) -> bool:
    if isinstance(wanted, NonFunctional):
        return wanted.category in _SECRET
    return bool(PEOPLE.search(wanted.text) or SIGN_IN.search(wanted.text))


def _of_personal_data(wanted: Wanted) -> bool:
    private = isinstance(wanted, NonFunctional) and wanted.category == "privacy"
    return private or bool(PERSONAL.search(wanted.text))


def _of_money(wanted: Wanted) -> bool:
    return bool(MONEY.search(wanted.text) or _PAID.search(wanted.text))


def _of_load(wanted: Wanted) -> bool:
    how_much = isinstance(wanted, NonFunctional) and (wanted.category in _LOAD or PEOPLE.search(wanted.text))
    return bool(how_much)


_TOPICS: Mapping[re.Pattern[str], Callable[[Wanted], bool]] = {
    re.compile(r"\bwho they are\b|\bwhose data\b", re.IGNORECASE): _of_people,
    re.compile(r"\bpersonal data\b", re.IGNORECASE): _of_personal_data,
    re.compile(r"\bmoney\b|\btax(?:es)?\b|\bpayments?\b", re.IGNORECASE): _of_money,
    re.compile(r"\bhow many (?:users|requests)\b", re.IGNORECASE): _of_load,
}
