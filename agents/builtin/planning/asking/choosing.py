"""Two technologies of which a document names both and takes neither, so that people choose, or it is left to whoever builds it."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from agents.builtin.planning.asking.drafted import Draft
from agents.builtin.planning.entries import Entries
from agents.builtin.planning.quoting import short
from agents.builtin.reader.words.technology import technologies

# What such a question says that it changes, by which its answer is known.
BUILT_WITH = "what it is built with"
# Who writes this has no wish of their own.
LEFT_TO_US = re.compile(
    r"\bwhich ?ever\b|\bwhat ?ever (?:is|you|works)\b|\beither (?:is|would be|will be|will|of them) (?:fine|ok(?:ay)?|do|good)\b|\b(?:up to|your choice|you (?:choose|decide|pick))\b"
    r"|\b(?:do not|don['’]t) (?:care|mind)\b|\bno preference\b|\begal\b",
    re.IGNORECASE,
)
# What is named as a pair because there are several of it, and not because one must be taken.
EACH = re.compile(
    r"\b(?:support|accept|work|run|compatible|export|import|any|either|read|such as|e\.g\.|like|via|sign|log|file|files|users?)\w*\b",
    re.IGNORECASE,
)
SHOWN, MOST = 90, 2


class Choice(NamedTuple):
    """Two technologies of which one is to be taken."""

    first: str
    second: str


def choice_in(text: str) -> Choice | None:
    """The two technologies between which these words leave the choice open; None where they do not."""
    if " or " not in text:
        return None
    names = [name for _, name in technologies(text)]
    for first, second in pairwise(names):
        if re.search(
            rf"{re.escape(first)}(?: \d[\d.]*)?,? or {re.escape(second)}(?!\w)", text, re.IGNORECASE
        ):
            return Choice(first, second)
    return None


def left_to_builder(entries: Entries) -> None:
    """What the document leaves to whoever builds it is a limit of the plan and no open question."""
    for each in tuple(entries.questions):
        if is_left_to_us(each.text):
            entries.questions.remove(each)
            if not any(set(each.lines) & set(other.lines) for other in entries.constraints):
                id_ = entries.new_id("constraint", each.text)
                entries.constraints.append(each.model_copy(update={"id": id_}))


def is_left_to_us(text: str) -> bool:
    """Whether the words leave such a choice to whoever builds it, so that nobody needs to be asked."""
    return LEFT_TO_US.search(text) is not None and choice_in(text) is not None


def choices(entries: Entries) -> Iterator[Draft]:
    """The choices that the document leaves open between two things to build it with."""
    stated = (*entries.questions, *entries.constraints, *entries.nfrs)
    told = [each for each in stated if not EACH.search(each.text) or each in entries.questions]
    found = ((each, choice) for each in told if (choice := choice_in(each.text)) and each.lines)
    open_ones = ((each, choice) for each, choice in found if not is_left_to_us(each.text))
    once = {choice: (each, choice) for each, choice in reversed(tuple(open_ones))}
    for each, choice in sorted(once.values(), key=lambda pair: pair[0].lines)[:MOST]:
        yield Draft(
            65,
            f"{choice.first} or {choice.second}?",
            f"“{short(each.text, longest=SHOWN)}”: the PRD names both and takes neither.",
            BUILT_WITH,
            f"{choice.first}.",
            (f"{choice.first}.", f"{choice.second}."),
            each.lines,
        )
