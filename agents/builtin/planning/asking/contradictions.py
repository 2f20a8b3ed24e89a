"""Statements that cannot both hold: two technologies for one job, and counts that do not add up."""

import re
from collections.abc import Iterator

from agents.builtin.planning.asking.contradiction import Contradiction, between
from agents.builtin.planning.drawing.mandates import REFUSED, REFUSED_AFTER, named
from agents.builtin.planning.entries import Entries
from agents.builtin.reader.words.technology import Use
from agents.schemas.requirements import Entry

# Words that give a technology its own place beside another.
SCOPES = re.compile(
    r"\b(?:front-?end|client|back-?end|server|api|mobile|ios|android|web|cli|script\w*|tests?|testing"
    r"|infrastructure|ci|build|cache|caching|session|search|analytics|reporting|"
    r"queue|vector|local|device|offline|development|production|prototype|mvp|firmware|embedded|worker"
    r"|ml|data|admin|landing|logs?|files?)\b",
    re.IGNORECASE,
)
EXCLUSIVE: dict[Use, tuple[str, str]] = {
    "language": (r"\b(?:written|implemented|developed|coded|built) (?:\w+ )?in\b|\blanguage\b|^(?:the )?(?:back-?end|front-?end|server|client|api|app|service|everything) (?:is |must be |shall be )?in\b", "which language it is written in"),
    "store": (r"\b(?:database|db|datastore|data store|stored in|kept in|persist\w*)\b|\buses?\b", "which database keeps its data"),
}  # fmt: skip
WORDS_FOR = {
    word: number
    for number, words in enumerate(
        ("one", "two zwei dos deux", "three drei tres trois", "four vier cuatro quatre", "five fünf cinco cinq", "six sechs seis", "seven sieben siete sept", "eight acht ocho huit", "nine neun nueve neuf", "ten zehn diez dix"),
        start=1,
    )
    for word in words.split()
}  # fmt: skip
NUMBER = r"(?P<number>[2-9]|1\d|" + "|".join(word for word, n in WORDS_FOR.items() if n > 1) + ")"
TOOLKITS = re.compile(r"\b(React Native|Flutter|Ionic|Xamarin|NativeScript|Kotlin Multiplatform)\b")
LISTED = re.compile(
    rf"(?:^|[^\w.-]){NUMBER} (?P<what>(?:[\w-]+ ){{0,2}}[\w-]+(?:s|en|es))"
    r"(?P<rest>(?: (?:are|is|sind|son))?\s*[:：])\s*(?P<list>[^.:;()]*)$",
    re.IGNORECASE,
)
LOOSE = re.compile(
    r"\b(?:at least|up to|or more|at most|e\.g\.|such as|including|minimum|maximum|about|around|mindestens|bis zu)\b",
    re.IGNORECASE,
)
# So many weeks announce no list of them.
TIMES = re.compile(r"\b(?:second|minute|hour|day|week|month|year|time|percent|point|step)s?$", re.IGNORECASE)
ITEM = re.compile(r"^(\s*)(?:[-*+•]|\d+[.)])\s+\S")


def rivals(entries: Entries) -> Iterator[Contradiction]:
    """Two technologies that are each named for the same job."""
    stated = (*entries.organisation, *entries.constraints, *entries.nfrs, *entries.requirements)
    for use, (words, about) in EXCLUSIVE.items():
        first = None
        for each in stated:
            if not re.search(words, each.text, re.IGNORECASE):
                continue
            names = [name for kind, name in named(each.text) if kind == use]
            if len(names) != 1:
                continue
            if first is None:
                first = (each, names[0])
            elif names[0].casefold() != first[1].casefold() and _one_place(first[0].text, each.text):
                yield between(about, first[0], each, "every file", (f"{first[1]}.", f"{names[0]}."))
                break


def toolkits(entries: Entries) -> Iterator[Contradiction]:
    """Two toolkits, each of which is for the whole app."""
    stated = (*entries.organisation, *entries.constraints, *entries.nfrs, *entries.requirements)
    built = [(each, name) for each in stated if (name := _toolkit(each))]
    for each, name in built[1:]:
        first, other = built[0]
        if name != other:
            options = (first.text[:160], each.text[:160])
            yield between("which toolkit the app is built with", first, each, "every screen", options)
            return


def _toolkit(stated: Entry) -> str:
    """The one toolkit these words name and do not refuse."""
    if not TOOLKITS.search(stated.text):
        return ""
    names = {
        name.casefold() for name in TOOLKITS.findall(REFUSED.sub(" ", REFUSED_AFTER.sub(" ", stated.text)))
    }
    return names.pop() if len(names) == 1 else ""


def miscounts(body: str) -> Iterator[Contradiction]:
    """A number of things, and a list of them that is longer or shorter; in one line, or in the items below it."""
    lines = unfenced(body.split("\n")[:20_000])
    for index, line in enumerate(lines):
        found = LISTED.search(line[:600].strip().rstrip("*_"))
        if not found or LOOSE.search(line[:600]) or TIMES.search(found["what"]):
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
            )  # fmt: skip


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


def _one_place(one: str, other: str) -> bool:
    """Whether nothing in the two sentences gives each technology a place of its own."""
    places = [{each.casefold() for each in SCOPES.findall(text)} for text in (one, other)]
    return places[0] == places[1]
