"""Long lists of words looked for at once: each is tried only where its first letter stands.

Python tries every alternative of a pattern at every place, and a document is asked some hundred such lists. Here alternatives
share the test for the beginning of a word and are sorted by their first letter, which `re` decides without trying the rest.
List and text are both put into small letters first: `re` would ask for every letter of the text which others it stands for.
Words that begin with other letters than a to z are looked for apart, and only in a text that has such letters.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import chain

ANCHORS = (r"\b", "^")
LETTER = re.compile(r"[^\W\d_](?![?*+{])")
# What `re` takes for the same letter when it ignores case, beside the capital: the dotless i and the dotted one, the long s.
SAME = {"İ": "i", "ı": "i", "ſ": "s"}
# An alternative with such a part tells capitals from small letters.
CASED = "(?-i:"
# What follows a choice of words is repeated behind each of them, unless it is longer.
LONGEST_REPEATED = 30
NOTHING = "(?!)"
# What is looked for in small letters, what of it begins with letters beside a to z, and what tells capitals from small ones.
Apart = tuple[str, str, str]
# Lists that were sorted when the App was installed, by what they were written as; see `bot.patterns`.
KEPT: dict[str, Apart] = {}


class Occurring:
    """A list of words, prepared when it is first asked: most are looked for in small letters, others in the text as it is."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    @cached_property
    def _sorted(self) -> Apart:
        return KEPT.get(self.pattern) or apart(self.pattern)

    @cached_property
    def _small(self) -> re.Pattern[str]:
        return re.compile(self._sorted[0] or NOTHING)

    @cached_property
    def _abroad(self) -> re.Pattern[str] | None:
        words = self._sorted[1]
        return re.compile(words) if words else None

    @cached_property
    def _cased(self) -> re.Pattern[str] | None:
        words = self._sorted[2]
        return re.compile(words, re.IGNORECASE) if words else None

    def search(self, text: str) -> re.Match[str] | None:
        """A place where one of the words stands."""
        small = _in_small(text)
        found = self._small.search(small)
        if not found and not small.isascii() and self._abroad and _has_others(small):
            found = self._abroad.search(small)
        if not found and self._cased:
            found = self._cased.search(text)
        return found

    def match(self, text: str) -> re.Match[str] | None:
        """One of the words at the beginning."""
        return next((found for pattern, words in self._asked(text) if (found := pattern.match(words))), None)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All places where the words stand."""
        return chain.from_iterable(pattern.finditer(words) for pattern, words in self._asked(text))

    def places(self, text: str) -> list[int]:
        """Where a word begins, also within another one; for lists that hold all words of others."""
        small, (plain, abroad, cased) = _in_small(text), self._sorted
        asked = [
            (plain, small, 0),
            (abroad, small if _has_others(small) else "", 0),
            (cased, text, re.IGNORECASE),
        ]
        return sorted(
            {
                found.start()
                for words, given, flags in asked
                if words and given
                for found in _ahead(words, flags).finditer(given)
            }
        )

    def count(self, text: str, places: Iterable[int], *, most: int) -> int:
        """How often the words stand at these places, one behind the other, and at most so often."""
        found = 0
        for pattern, words in self._asked(text):
            end = 0
            for place in places:
                if place >= end and (word := pattern.match(words, place)):
                    found, end = found + 1, word.end()
                if found == most:
                    return found
        return found

    def _asked(self, text: str) -> Iterator[tuple[re.Pattern[str], str]]:
        small = _in_small(text)
        yield self._small, small
        if not small.isascii() and self._abroad and _has_others(small):
            yield self._abroad, small
        if self._cased:
            yield self._cased, text


@lru_cache(maxsize=64)
def _ahead(words: str, flags: int) -> re.Pattern[str]:
    return re.compile(f"(?={words})", flags)


def occurring(pattern: str) -> Occurring:
    """`pattern` ignoring case, for asking whether it matches; where two alternatives match, it may take the other one."""
    return Occurring(pattern)


def apart(pattern: str) -> Apart:
    """The list as it is looked for."""
    words = tuple(_words(pattern))
    return (
        _together(each for each in words if not _is_abroad(each)),
        _together(filter(_is_abroad, words)),
        "|".join(each for each in alternatives(pattern) if CASED in each),
    )


# `(?<!api )\bgraphql`: what must not stand before is asked only where a word begins.
NOT_BEFORE = re.compile(r"((?:\(\?<!(?:[^()\\]|\\.)*\))+)\\b")
# `(?<!api )docs`: asked behind the first letter, of which there are few, it is `d(?<!api d)ocs`.
BACK = re.compile(r"\(\?<!((?:[^()\\]|\\.)*)\)")
LOOKING_BACK = re.compile(rf"(?P<back>(?:{BACK.pattern})+)(?P<letter>[^\W\d_])(?![?*+{{])")
# The test that a word begins with, if any, and the rest of it.
Word = tuple[str, str]


def _words(pattern: str) -> Iterator[Word]:
    """The alternatives that do not tell capitals from small letters, in small letters, choices at their beginning spelled out."""
    for each in alternatives(pattern):
        if CASED in each:
            continue
        small = SPELLED.sub(
            _small_letters, NOT_BEFORE.sub(r"\\b\1", each, count=1) if NOT_BEFORE.match(each) else each
        )
        anchor = next((anchor for anchor in ANCHORS if small.startswith(anchor)), "")
        yield from ((anchor, word) for word in _spelled_out(small.removeprefix(anchor)))


def _is_abroad(word: Word) -> bool:
    anchor, rest = word
    return not anchor and LETTER.match(rest) is not None and not rest[0].isascii()


# A letter beside a to z, which quotation marks and dashes are not.
OTHER = re.compile(r"[^\W\d_a-z]")


@lru_cache(maxsize=4096)
def _has_others(small: str) -> bool:
    return OTHER.search(small) is not None


# What a pattern says by its letters, and what by a sign and a letter.
SPELLED = re.compile(r"\\.|[^\\]+", re.DOTALL)


def _small_letters(found: re.Match[str]) -> str:
    return found[0] if found[0].startswith("\\") else _in_small(found[0])


@lru_cache(maxsize=4096)
def _in_small(text: str) -> str:
    """The text in small letters, as long as it was; kept, because one text is asked for many lists."""
    for letter, same in SAME.items():
        text = text.replace(letter, same)
    return text.lower()


def _together(words: Iterable[Word]) -> str:
    by_anchor: dict[str, list[str]] = {}
    for anchor, rest in words:
        by_anchor.setdefault(anchor, []).append(rest)
    return "|".join(f"{anchor}(?:{by_first_letter(each)})" for anchor, each in by_anchor.items())


def by_first_letter(words: Iterable[str]) -> str:
    """Alternatives with those of one first letter together, in their order; what begins with no letter stands behind them."""
    return "|".join(_by_letter(chain.from_iterable(map(_spelled_out, words))))


def _by_letter(words: Iterable[str]) -> Iterator[str]:
    rests: dict[str, list[str]] = {}
    others: list[str] = []
    for word in words:
        if LETTER.match(word):
            rests.setdefault(word[0], []).append(word[1:])
        else:
            others.append(word)
    yield from (f"{first}(?:{'|'.join(rest)})" for first, rest in rests.items())
    yield from others


def _spelled_out(alternative: str) -> Iterator[str]:
    """An alternative that begins with a choice of words, once for each of them: `(?:a|b) c` is `a c` and `b c`.

    What has much behind it is spelled out once for each first letter: `(?:am|an|be) c` is `a(?:m|n) c` and `be c`.
    """
    if behind := LOOKING_BACK.match(alternative):
        letter, rest = behind["letter"], alternative[behind.end() :]
        yield letter + BACK.sub(lambda found: f"(?<!(?:{found[1]}){letter})", behind["back"]) + rest
        return
    if not alternative.startswith("(?:"):
        yield alternative
        return
    end = next(index for index, depth in _depths(alternative) if depth == 0 and alternative[index] == ")")
    rest = alternative[end + 1 :]
    optional = rest.startswith("?") and not rest.startswith(("??", "?+"))
    rest = rest.removeprefix("?") if optional else rest
    if rest.startswith(("*", "+", "{", "?")):
        yield alternative
        return
    each = tuple(alternatives(alternative[len("(?:") : end]))
    if len(rest) > LONGEST_REPEATED:
        each = tuple(_by_letter(chain.from_iterable(map(_spelled_out, each))))
    for word in each:
        yield from _spelled_out(word + rest)
    if optional:
        yield from _spelled_out(rest)


def alternatives(pattern: str) -> Iterator[str]:
    """What stands between the bars of a pattern that are in no bracket."""
    start = 0
    for index, depth in _depths(pattern):
        if pattern[index] == "|" and depth == 0:
            yield pattern[start:index]
            start = index + 1
    yield pattern[start:]


SIGN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]", re.DOTALL)


def _depths(pattern: str) -> Iterator[tuple[int, int]]:
    """Where brackets and bars stand, and in how many brackets; a closing one counts as outside of its own."""
    depth = 0
    for sign in SIGN.finditer(pattern):
        match sign.group():
            case "(":
                depth += 1
            case ")":
                depth -= 1
            case _:
                pass
        if sign.group() in "()|":
            yield sign.start(), depth
