"""Patterns that are prepared when they are first asked: they find what `re` finds, and none of them is broken."""

import re
import sys
from collections.abc import Iterator

import agents.builtin.decompose
import agents.builtin.planner  # noqa: F401  # so that the patterns of both are there to be looked at
from agents.builtin.reader.words.occurring import Occurring
from agents.builtin.seldom import Seldom

TEXT = "One Two, two three"


def test_it_finds_what_the_pattern_finds() -> None:
    plain, seldom = re.compile("(t)wo", re.IGNORECASE), Seldom("(t)wo", re.IGNORECASE)
    assert seldom.pattern == plain.pattern
    for text in (TEXT, "two", "twofold", "one"):
        for name in ("search", "match", "fullmatch"):
            found, meant = getattr(seldom, name)(text), getattr(plain, name)(text)
            assert (found and found.span()) == (meant and meant.span())
        assert [each.span() for each in seldom.finditer(text)] == [
            each.span() for each in plain.finditer(text)
        ]
        assert seldom.findall(text) == plain.findall(text)
        assert seldom.split(text) == plain.split(text)
        assert seldom.sub(r"\1", text) == plain.sub(r"\1", text)
        assert seldom.sub(lambda found: found[0].upper(), text, count=1) == plain.sub("TWO", text, count=1)


def test_every_one_can_be_prepared() -> None:
    kept = list(everywhere())
    assert len(kept) > 100
    for each in kept:
        each.search(TEXT)


def everywhere() -> Iterator[Seldom | Occurring]:
    for name, module in list(sys.modules.items()):
        if name.startswith("agents."):
            yield from within(list(vars(module).values()))


def within(values: object) -> Iterator[Seldom | Occurring]:
    """Those among some values, in tuples and in mappings too."""
    match values:
        case Seldom() | Occurring():
            yield values
        case list() | tuple():
            for each in values:
                yield from within(each)
        case dict():
            yield from within(list(values.values()))
        case _:
            return
