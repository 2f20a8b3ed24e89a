"""Long lists of words looked for at once: each is tried only where its first letter stands.

Python tries every alternative of a pattern at every place, and a document is asked some hundred such lists. Here alternatives
share the test for the beginning of a word and are sorted by their first letter, which `re` decides without trying the rest.
List and text are both put into small letters first: `re` would ask for every letter of the text which others it stands for.
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


class Occurring:
    """A list of words, prepared when it is first asked: most are looked for in small letters, others in the text as it is."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern

    @cached_property
    def _small(self) -> re.Pattern[str]:
        words = (each for each in alternatives(self._pattern) if CASED not in each)
        return re.compile(_sorted(SPELLED.sub(_small_letters, each) for each in words) or NOTHING)

    @cached_property
    def _cased(self) -> re.Pattern[str] | None:
        words = "|".join(each for each in alternatives(self._pattern) if CASED in each)
        return re.compile(words, re.IGNORECASE) if words else None

    def search(self, text: str) -> re.Match[str] | None:
        """A place where one of the words stands."""
        found = self._small.search(_in_small(text))
        return found if found or self._cased is None else self._cased.search(text)

    def match(self, text: str) -> re.Match[str] | None:
        """One of the words at the beginning."""
        found = self._small.match(_in_small(text))
        return found if found or self._cased is None else self._cased.match(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All places where the words stand."""
        found = self._small.finditer(_in_small(text))
        return found if self._cased is None else chain(found, self._cased.finditer(text))


def occurring(pattern: str) -> Occurring:
    """`pattern` ignoring case, for asking whether it matches; where two alternatives match, it may take the other one."""
    return Occurring(pattern)


# What a pattern says by its letters, and what by a sign and a letter.
SPELLED = re.compile(r"\\.|[^\\]+", re.DOTALL)


def _small_letters(found: re.Match[str]) -> str:
    return found[0] if found[0].startswith("\\") else _in_small(found[0])


@lru_cache(maxsize=1024)
def _in_small(text: str) -> str:
    """The text in small letters, as long as it was; kept, because one text is asked for many lists."""
    for letter, same in SAME.items():
        text = text.replace(letter, same)
    return text.lower()


def _sorted(words: Iterable[str]) -> str:
    by_anchor: dict[str, list[str]] = {}
    for each in words:
        anchor = next((anchor for anchor in ANCHORS if each.startswith(anchor)), "")
        by_anchor.setdefault(anchor, []).append(each.removeprefix(anchor))
    return "|".join(f"{anchor}(?:{by_first_letter(each)})" for anchor, each in by_anchor.items())


def by_first_letter(words: Iterable[str]) -> str:
    """Alternatives with those of one first letter together, in their order; what begins with no letter stands behind them."""
    rests: dict[str, list[str]] = {}
    others: list[str] = []
    for word in chain.from_iterable(map(_spelled_out, words)):
        if LETTER.match(word):
            rests.setdefault(word[0], []).append(word[1:])
        else:
            others.append(word)
    return "|".join((*(f"{first}(?:{'|'.join(rest)})" for first, rest in rests.items()), *others))


def _spelled_out(alternative: str) -> Iterator[str]:
    """An alternative that begins with a choice of words, once for each of them: `(?:a|b) c` is `a c` and `b c`."""
    if not alternative.startswith("(?:"):
        yield alternative
        return
    end = next(index for index, depth in _depths(alternative) if depth == 0 and alternative[index] == ")")
    rest = alternative[end + 1 :]
    optional = rest.startswith("?") and not rest.startswith(("??", "?+"))
    rest = rest.removeprefix("?") if optional else rest
    if rest.startswith(("*", "+", "{", "?")) or len(rest) > LONGEST_REPEATED:
        yield alternative
        return
    for each in alternatives(alternative[len("(?:") : end]):
        yield from _spelled_out(each + rest)
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
