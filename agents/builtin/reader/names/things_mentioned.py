"""The things a short text mentions in its wishes: one of many, or a certain one, and of a kind that somebody keeps a record of."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from agents.builtin.reader.findings import Finding
from agents.builtin.reader.names.people import PERSONS
from agents.builtin.reader.names.people_mentioned import WITH_A_WORD
from agents.builtin.reader.names.phrases import is_adjective, is_form, stem
from agents.builtin.reader.words.entity_words import COMMON, DOUBTFUL, GENERAL
from agents.builtin.reader.words.nouns import plural, singular
from agents.builtin.reader.words.phrase_words import DETERMINERS
from agents.builtin.reader.words.record_words import LISTS, PLACES, RECORDS, TIMES

WORD: Final = re.compile(r"[A-Za-z][A-Za-z'’-]*|\d+|\S")
# People who are kept as a list of names where others act.
LISTED: Final = frozenset(
    "speaker follower supplier vendor recipient sender participant attendee contact member".split()  # noqa: SIM905  # a list of words reads best as one string
)
THINGS: Final = ((COMMON | RECORDS) - DOUBTFUL - PLACES - PERSONS) | LISTS | LISTED
WISHES: Final = frozenset({"functional", "story"})
DEMANDS: Final = WISHES | {"nonfunctional"}
# `each bed`, `a friendly reminder`: so many words may stand between.
CERTAIN: Final = DETERMINERS | {"one", "per", "a", "an", "which"}
NEAR: Final = 3
SHORT: Final = 3
# Behind these a verb stands: `a function I pass in`.
ACTING: Final = frozenset(
    "i we you they who to can cannot must should will would could may might".split()  # noqa: SIM905  # see above
)
# What there is one of for each of many is kept, whatever it is: `per clip`.
ONE_OF_MANY: Final = frozenset({"each", "every", "per"})


def things_mentioned(findings: Iterable[Finding]) -> Iterator[str]:
    """The things in the singular, in the order in which they are mentioned."""
    for each in findings:
        if each.kind in DEMANDS:
            words = [word.casefold() for word in WORD.findall(_without_lead(each))]
            yield from (one for index in range(len(words)) if (one := _of_many(words, index)))
            if each.kind in WISHES:
                yield from (one for index in range(len(words)) if (one := _certain(words, index)))


def _without_lead(each: Finding) -> str:
    """The words of a wish without those that are only its name."""
    return each.text.removeprefix(each.lead) if len(each.lead.split()) <= SHORT else each.text


def _certain(words: list[str], index: int) -> str:
    """The thing that is mentioned at a place as a certain one or as several; nothing where it only says which other is meant."""
    word, after = words[index], words[index + 1] if index + 1 < len(words) else "."
    before = words[index - 1] if index else "."
    thing = singular(word)
    if thing not in THINGS or before in ACTING:
        return ""
    several = thing != word
    says_which = singular(after) in THINGS | PERSONS | WITH_A_WORD or (
        singular(after) != after and not stem(after)
    )
    if says_which and not several:
        return ""
    pair = f"{singular(before)} {thing}" if _is_noun(before) else thing
    return pair if several or CERTAIN & set(words[max(0, index - NEAR) : index]) else ""


def _is_noun(word: str) -> bool:
    """Whether a word before a thing says which thing, as in `floor plan`."""
    known = singular(word) in THINGS | PERSONS and not word.endswith("'s")
    return known and not (is_adjective(word) or is_form(word))


def _of_many(words: list[str], index: int) -> str:
    """What stands behind `each`, without what says which of them is meant."""
    if words[index] not in ONE_OF_MANY:
        return ""
    behind = words[index + 1 : index + 3]
    while len(behind) > 1 and (is_adjective(behind[0]) or is_form(behind[0])):
        behind = behind[1:]
    thing = behind[0] if behind else "."
    general = (
        ({thing, plural(thing)} & GENERAL and thing not in RECORDS) or thing in TIMES or thing in DETERMINERS
    )
    return (
        ""
        if general
        or len(thing) < 3
        or not thing.isalpha()
        or singular(thing) in PERSONS
        or is_adjective(thing)
        else thing
    )
