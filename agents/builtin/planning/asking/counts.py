"""A number of things and a list of another length, and a numbered series with a gap."""

import re
from collections.abc import Iterator

from agents.builtin.planning.asking.contradiction import Contradiction
from agents.builtin.reader.words.occurring import occurring

NUMBER_WORDS = (
    "one",
    "two zwei dos deux",
    "three drei tres trois",
    "four vier cuatro quatre",
    "five fünf cinco cinq",
    "six sechs seis",
    "seven sieben siete sept",
    "eight acht ocho huit",
    "nine neun nueve neuf",
    "ten zehn diez dix",
)
WORDS_FOR = {word: number for number, words in enumerate(NUMBER_WORDS, start=1) for word in words.split()}
# In Portuguese `dos` is no number.
PORTUGUESE = re.compile(r"[ãõ]")
NUMBER = r"(?P<number>[2-9]|1\d|" + "|".join(word for word, n in WORDS_FOR.items() if n > 1) + ")"
NUMBERED = occurring(r"[2-9]|1\d|" + "|".join(rf"\b{word}\b" for word, n in WORDS_FOR.items() if n > 1))
LISTED = re.compile(
    rf"(?:^|[^\w.-]){NUMBER} (?P<what>(?:[\w-]+ ){{0,2}}[\w-]+(?:s|en|es))"
    r"(?P<rest>(?: (?:are|is|sind|son))?\s*[:：])\s*(?P<list>[^.:;()|]*)(?:$|\|)",
    re.IGNORECASE,
)
LOOSE = re.compile(
    r"\b(?:at least|up to|or more|at most|e\.g\.|such as|including|minimum|maximum|about|around|mindestens|bis zu)\b",
    re.IGNORECASE,
)
# So many weeks announce no list of them.
TIMES = re.compile(r"\b(?:second|minute|hour|day|week|month|year|time|percent|point|step)s?$", re.IGNORECASE)
ITEM = re.compile(r"^(\s*)(?:[-*+•]|\d+[.)])\s+\S")
SERIES = re.compile(
    r"^\s*(?:#{1,6}\s+|[-*+]\s+|\d{1,2}[.)]\s+)?(?:\*\*|__)?"
    r"(?P<name>tier|level|stage|layer|mode|phase|role|class) (?P<number>[1-9])\b\s*[:(–—.-]",
    re.IGNORECASE,
)
# Numbered things so many lines apart are no series.
NEAR = 40


def miscounts(body: str) -> Iterator[Contradiction]:
    """A number of things, and a list of them that is longer or shorter; in one line, or in the items below it."""
    lines = unfenced(body.split("\n")[:20_000])
    for index, line in enumerate(lines):
        announces = (":" in line or "：" in line) and NUMBERED.search(line[:600])
        found = LISTED.search(line[:600].strip().rstrip("*_")) if announces else None
        if not found or LOOSE.search(line[:600]) or TIMES.search(found["what"]):
            continue
        if found["number"].casefold() == "dos" and PORTUGUESE.search(body):
            continue
        said = WORDS_FOR.get(found["number"].casefold()) or int(found["number"])
        inside = [
            each
            for each in re.split(r",\s*(?:and |und |y |or )?|\s+(?:and|und|y)\s+", found["list"].strip(" ."))
            if each
        ]
        there = len(inside) if inside else _items(lines[index + 1 : index + 60])
        if there >= 2 and there != said:
            what = " ".join(found["what"].split())
            yield Contradiction(
                f"how many {what} there are",
                f"It says {found['number']} {what}.",
                f"It lists {there}.",
                "the data model, the backlog",
                (f"There are those that are listed, {there}.", f"There are {said}; the list is not right."),
                (index + 1,),
            )


def gaps(body: str) -> Iterator[Contradiction]:
    """A numbered series with a number left out: tier 1, tier 3."""
    last: dict[str, tuple[int, int]] = {}
    for index, line in enumerate(body.split("\n")[:20_000], start=1):
        found = SERIES.match(line[:200])
        if not found:
            continue
        name, number = found["name"].casefold(), int(found["number"])
        before, at = last.get(name, (0, index))
        if before >= 1 and number == before + 2 and index - at <= NEAR:
            missing = f"{name} {before + 1}"
            yield Contradiction(
                f"which {name}s there are",
                f"It names {name} {before} and {name} {number}.",
                f"It names no {missing}.",
                "how many of them are built",
                ("There are those that are named.", f"A {missing} is missing; its words follow."),
                (at, index),
                minor=True,
            )
        last[name] = (number, index)


def unfenced(lines: list[str]) -> list[str]:
    """The lines with those of code blocks emptied."""
    inside = False
    kept: list[str] = []
    for line in lines:
        fence = line.lstrip().startswith(("```", "~~~"))
        kept.append("" if inside or fence else line)
        inside = inside != fence
    return kept


def _items(lines: list[str]) -> int:
    """How many items of the first list below there are, at its outer level."""
    depth: int | None = None
    count = 0
    for line in lines:
        item = ITEM.match(line)
        if item:
            depth = len(item[1]) if depth is None else depth
            if len(item[1]) < depth:
                break
            count += len(item[1]) == depth
        elif line.strip() and not line.startswith((" ", "\t")):
            break
    return count
