"""Where in a sentence one statement ends and the next begins, by the weight of the words around each place where it may be.

`members book a boat, and the coach approves it` says two things, `names, phones and sizes` says one, and no list of phrases tells
them apart. `joints.json` says in whole numbers how much the joining word and the words around it speak for each;
`bench/joining.py` learns it from `bench/joints/`.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from math import isqrt
from pathlib import Path
from typing import Final, NamedTuple

from agents.builtin.reader.words.verbs import VERB_STEMS
from agents.builtin.reader.words.weighing import sums
from agents.builtin.seldom import Seldom

JOINTS: Final = ("begins", "goes_on")
WEIGHTS: Final = Path(__file__).parent / "joints.json"
# Where a statement may begin.
PLACE: Final = Seldom(
    r"\s*[;；—–]\s+|\s+-\s+|,\s+(?:(?:and|but|or|so|plus|because|then)\s+)?(?:then\s+|also\s+)?"
    r"|\s+(?:and|but|or|so|plus|then|as well as)\s+(?:then\s+|also\s+)?",
    re.IGNORECASE,
)
# What stands in brackets or in quotes belongs together, whatever joins it.
TOGETHER: Final = re.compile(
    r"\([^()]{0,200}\)|\"[^\"]{0,200}\"|“[^”]{0,200}”|„[^“”]{0,200}[“”]|`[^`]{0,200}`"
)
# What follows such a word may still belong to it.
OPENING: Final = re.compile(
    r"\b(?:if|when|whenever|because|that|who|which|where|whether|unless|until|while|before|after|once|since|what|how|as soon as|so that)\b",
    re.IGNORECASE,
)
WORD: Final = re.compile(r"[^\s.,;:!?()\"“”]+")
_CLASSES: Final = (
    (
        "who",
        "i you we they he she it everyone everybody nobody somebody someone anyone each all both who that this there",
    ),
    ("one", "the a an my our their his her its every no any some"),
    (
        "helps",
        (
            "is are was were has have had can may must should will would could needs need gets get wants want does do goes go sees see"
            " knows know shows show stays stay comes come becomes"
        ),
    ),
)
CLASS: Final = {word: name for name, words in _CLASSES for word in words.split()}
BIDS: Final = Seldom(rf"(?:{VERB_STEMS})$", re.IGNORECASE)
TELLS: Final = Seldom(rf"(?:{VERB_STEMS})e?s$", re.IGNORECASE)
ENDINGS: Final = ("ing", "ed", "ly", "s")
# `If the link drops, keep the lines`: up to the comma stands in which case, and nothing that stands alone.
CASE: Final = re.compile(
    r"(?:if|when|whenever|once|as soon as|until|unless|while|after|before|in case|every time|each time|for each|for every|during|within|without|because|since)\b",
    re.IGNORECASE,
)
# `When somebody says yes it goes to the clerk, she approves`: whoever does something after the case is told begins what follows from it;
# `when she says it is broken` and `when the boat they took is late` only go on with the case.
FOLLOWS: Final = Seldom(
    rf"\b(?P<before>[\w'’-]+)(?P<what> (?:(?:it|he|she)(?:['’]s)? (?:(?:also|then|only|just) )?(?:{VERB_STEMS}(?:s|es)|is|has|must|can|should|may|gets|goes|sees|stays|comes|turns)"
    rf"|(?:they|we|i|you|people|everybody|everyone|all) (?:(?:also|then|only|just) )?(?:{VERB_STEMS}|are|have|must|can|should|may|get|see|gets|sees|go)"
    rf"|(?:the|my|our|an?|every|each) (?:[\w'’-]+ ){{1,2}}(?:{VERB_STEMS}(?:s|es)|gets|goes|sees|has to|must|should|comes|turns|stays|rings))\b)",
    re.IGNORECASE,
)
# Behind these the case itself goes on.
WITHIN: Final = re.compile(
    r"(?:if|when|whenever|once|as|soon|until|unless|while|after|before|because|since|that|which|who|whose|where|what|how|whether|than|and|or|but|for|of|to|in|on|at|by"
    r"|with|from|about|into|without|says?|said|thinks?|knows?|sees?|wants?|finds?|means?|tells?|the|an?|my|our|every|each|time|case|day|moment|person|one|is|are|was|has|have)$",
    re.IGNORECASE,
)
ANY_CASE: Final = re.compile(
    r"(?:^|(?<=\band )|(?<=, ))(?:if|when|whenever|once|as soon as|every time|each time)\b", re.IGNORECASE
)
LABEL: Final = re.compile(r"[^,;:]{1,40}:\s+(?=\S)")
# So many words behind a joint show whether a verb follows.
NEAR = 5
MOST_BEFORE, MOST_AFTER = 12, 8
# `when it rains`: fewer words tell no case.
FEWEST_OF_A_CASE = 3
LONGEST_CASE = 12
DETERMINERS: Final = frozenset(("the", "a", "an", "my", "our", "every", "each", "any", "all", "no"))
# By so much the one has to lead before the other, in hundredths of a natural logarithm of the odds.
LEAST = 60


class Joint(NamedTuple):
    """A place where a statement may begin: where the one before ends, where the next begins, and where that ends at the latest."""

    start: int
    end: int
    until: int


def places(text: str) -> tuple[Joint, ...]:
    """All places of a sentence where one statement may end and another begin."""
    hidden = TOGETHER.sub(lambda found: "x" * len(found[0]), text)
    found = [each for each in PLACE.finditer(hidden) if each.start() > 0 and each.end() < len(text)]
    ends = (*(each.start() for each in found), len(text))
    return tuple(Joint(each.start(), each.end(), ends[at + 1]) for at, each in enumerate(found))


def features(text: str, joint: Joint, *, begin: int) -> frozenset[str]:
    """What is weighed of a place: the joining words, how both sides begin, and whether what stands before is finished."""
    joins = " ".join(text[joint.start : joint.end].casefold().split())
    before, behind = text[begin : joint.start], text[joint.end :]
    words, following = WORD.findall(before.casefold()), WORD.findall(behind.casefold())
    near = len(WORD.findall(text[joint.end : joint.until]))
    first, after = (words or [""])[0], (following or [""])[0]
    classes = [_class(word) for word in following[:3]]
    opened = [each[0].casefold() for each in OPENING.finditer(before)]
    last = "open" if OPENING.search(re.split(r"[,;]", before)[-1]) else "closed"
    begins = OPENING.match(behind)
    verb = any(map(_is_verb, following[:NEAR]))
    both = f"{any(map(_does, words))} {verb}"
    return frozenset(
        (
            "",
            joins,
            f"> {after}",
            f"{joins} > {after}",
            *(f"> {' '.join(classes[:count])}" for count in (1, 2, 3)),
            *(f"{joins} > {' '.join(classes[:count])}" for count in (1, 2)),
            f"^ {first}",
            f"^ {_class(first)}",
            f"^ {_class(first)} > {' '.join(classes[:1])}",
            f"^ {_class(first)} {joins} > {' '.join(classes[:1])}",
            f"before {min(len(words), MOST_BEFORE)}",
            f"near {min(near, MOST_AFTER)}",
            f"behind {min(len(following), MOST_BEFORE)}",
            f"opened {opened[-1] if opened else ''}",
            f"{joins} opened {opened[-1] if opened else ''}",
            f"{joins} {last}",
            f"verbs {both}",
            f"{joins} verb {verb}",
            f"begins {begins[0].casefold() if begins else ''}",
        )
    )


def _class(word: str) -> str:
    if word in CLASS:
        return CLASS[word]
    if BIDS.match(word):
        return "bids"
    if TELLS.match(word):
        return "tells"
    if word.isdigit():
        return "number"
    return next((f"-{end}" for end in ENDINGS if word.endswith(end)), "word")


def _is_verb(word: str) -> bool:
    return CLASS.get(word) == "helps" or TELLS.match(word) is not None


def _does(word: str) -> bool:
    return _is_verb(word) or BIDS.match(word) is not None


@lru_cache(maxsize=1)
def _weights() -> dict[str, list[int]]:
    kept: dict[str, list[int]] = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return kept


def leads(found: frozenset[str], weights: Mapping[str, Sequence[int]], *, least: int = LEAST) -> bool:
    """Whether what stands around a place speaks by enough for a statement that begins there."""
    begins, goes_on = sums(found, weights, of=len(JOINTS))
    return (begins - goes_on) // isqrt(len(found)) >= least


def joints(text: str) -> Iterator[Joint]:
    """The places of a sentence where most likely a statement of its own begins; a label in front of it says nothing of that."""
    label = LABEL.match(text)
    begin = label.end() if label else 0
    open_case = CASE.match(text, begin) is not None
    for joint in places(text):
        if joint.start < begin:
            continue
        if open_case and (follows := follows_at(text[begin : joint.start])):
            # Up to here a case and what follows from it are told, and what comes next may stand alone.
            begin, open_case = begin + follows, False
        if open_case:
            open_case = "," not in text[joint.start : joint.end]
        elif leads(features(text, joint, begin=begin), _weights()):
            begin = joint.end
            open_case = CASE.match(text, begin) is not None
            yield joint


def case_of(told: str) -> str:
    """The case in which what was told last happens, as `When a boat is late`; empty where nothing says one."""
    begins = [found.start() for found in ANY_CASE.finditer(told)]
    last = told[begins[-1] :] if begins else ""
    up_to_comma = last.partition(",")[0]
    end = follows_at(up_to_comma) or (len(up_to_comma) if up_to_comma != last else 0)
    case = last[:end].strip()
    return case if len(case.split()) <= LONGEST_CASE else ""


def follows_at(told: str) -> int:
    """Where in a case that is told without a comma that begins which follows from it; 0 where nothing does."""
    for found in FOLLOWS.finditer(told):
        before = told[: found.start("what")].split()
        if (
            len(before) > FEWEST_OF_A_CASE - 1
            and not WITHIN.match(before[-1])
            and not (len(before) > 1 and before[-2].casefold() in DETERMINERS)
        ):
            return found.start("what") + 1
    return 0
