"""Scenarios of Given, When and Then within a document in Markdown: steps on lines of their own are one entry, and no step is a demand."""

import re
from dataclasses import dataclass

from agents.builtin.reader.notations.gherkin import STEP

MARK = re.compile(r"^(?P<indent>\s*)(?P<mark>(?:[-*+]|\d{1,2}[.)])\s+(?:\[[ xX]\]\s+)?)?(?P<rest>\S.*)$")
# `**Given** a card`, `_When_ …`, `GIVEN: …`
STRESSED = re.compile(r"^[*_`]{0,3}(?P<word>[A-Za-zäöüéÉ]{1,12})[*_`:]{0,4}[:,]?(?=\s)")
BEGINS = re.compile(
    r"(?:given|angenommen|gegeben sei(?:en)?|soit|étant donné[es]*|dado|dada)\b", re.IGNORECASE
)
DOES = re.compile(r"(?:when|wenn|quand|lorsque|cuando)\b", re.IGNORECASE)
ENDS = re.compile(r"(?:then|dann|alors|entonces)\b", re.IGNORECASE)
MOST_LINES = 30


@dataclass(slots=True)
class _Step:
    """One step: the line it begins on, the line it ends on, and the words of its first line."""

    first: int
    last: int
    words: str


def as_scenarios(lines: list[str]) -> list[str]:
    """The lines with the steps of each scenario joined into one entry; every line stays where it is."""
    told = list(lines)
    at = free = 0
    while at < len(lines):
        before = lines[at - 1] if at != free else ""
        steps = _steps(lines, at) if _opens(lines[at], before) else []
        if any(ENDS.match(step.words) for step in steps[1:]):
            _join(told, steps)
        at = steps[-1].last + 1 if steps else at + 1
        free = at if steps else free
    return told


def _opens(line: str, before: str) -> bool:
    """Whether a step on this line begins something: it is marked as an entry, or continues no paragraph and no entry."""
    found = MARK.match(line)
    return bool(found and found["mark"]) or not before.strip() or before.lstrip().startswith("#")


def _join(lines: list[str], steps: list[_Step]) -> None:
    found = MARK.match(lines[steps[0].first])
    indent, mark = (found["indent"], found["mark"] or "- ") if found else ("", "- ")
    for step in steps:
        begins = step is steps[0]
        # `WHEN` goes on as `when`, and `THEN the answer holds:` announces what stands below it.
        first, _, rest = step.words.partition(" ")
        words = step.words if begins else f"{first.lower()} {rest}"
        lines[step.first] = f"{indent}{mark if begins else ' ' * len(mark)}{words}"
        ended = lines[step.last].rstrip(" .,;")
        stop = "" if ended.endswith((":", "：")) else "."
        lines[step.last] = ended + (stop if step is steps[-1] else ",")


def _steps(lines: list[str], at: int) -> list[_Step]:
    """The steps of the scenario that begins on this line; none where none does."""
    begun = MARK.match(lines[at])
    words = _step(lines[at])
    if begun is None or not (BEGINS.match(words) or DOES.match(words)):
        return []
    steps = [_Step(at, at, words)]
    for number in range(at + 1, min(len(lines), at + MOST_LINES)):
        found = MARK.match(lines[number])
        words = _step(lines[number])
        if found is None or BEGINS.match(words):
            break
        if words and bool(found["mark"]) == bool(begun["mark"]):
            steps.append(_Step(number, number, words))
        elif begun["mark"] and not found["mark"] and len(found["indent"]) > len(begun["indent"]):
            steps[-1].last = number
        else:
            break
    return steps


def _step(line: str) -> str:
    """The words of a step, without marks; empty for any other line."""
    found = MARK.match(line)
    words = STRESSED.sub(r"\g<word>", found["rest"]) if found else ""
    return words if STEP.match(words) and not words.startswith("*") else ""
