"""Five plain sentences that say back what was understood, so that a misreading shows before anything is built."""

import re

from agents.builtin.planning.entries import Entries
from agents.builtin.planning.shapes import SHAPES
from agents.schemas.architecture import Architecture
from agents.schemas.questions import Clarification


def understood(
    entries: Entries, drawn: Architecture, *, product: str, questions: tuple[Clarification, ...]
) -> tuple[str, ...]:
    """What it is and for whom; what it does; how well; with what; what is left out and open."""
    name = product or "The product"
    people = _list([each.name for each in entries.actors[:4]])
    first = _list([f"“{_short(each.text)}”" for each in entries.requirements[:3]])
    numbers = [each for each in entries.nfrs if each.target]
    kept = _list([each.name for each in entries.entities[:6]])
    talks = _list([each.name for each in entries.integrations[:6]])
    asked = sum(not each.answer for each in questions)
    waiting = sum(each.blocking for each in questions)
    return (
        f"{name} is {SHAPES[drawn.kind].title}{f' for {people}' if people else ''}.",
        f"It has to do {_count(len(entries.requirements), 'thing')}{f', beginning with {first}' if first else ''}.",
        f"It has to meet {_count(len(entries.nfrs), 'demand')} on quality, {len(numbers)} with a number{f', such as “{_short(numbers[0].text)}”' if numbers else ''}.",
        f"It handles {kept or 'no data that the text names'}, and talks to {talks or 'no outside system that the text names'}.",
        f"It leaves out {_count(len(entries.non_goals), 'thing')} on purpose; {_count(asked, 'question')} still open{f', {waiting} of them without a safe default' if waiting else ''}.",
    )


def _short(text: str) -> str:
    words = re.sub(r"\s+", " ", text).strip().rstrip(".;,")
    return words if len(words) <= 90 else f"{words[:87].rsplit(' ', 1)[0]}…"


def _list(names: list[str]) -> str:
    return " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else "".join(names)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
