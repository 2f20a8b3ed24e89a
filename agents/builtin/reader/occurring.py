"""Long lists of words looked for at once: each is tried only where its first letter stands.

Python tries every alternative of a pattern at every place, and a document is asked some hundred such lists. Here alternatives
share the test for the beginning of a word and are sorted by their first letter, which `re` decides without trying the rest.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

ANCHORS = (r"\b", "^")
LETTER = re.compile(r"[^\W\d_](?![?*+{])")
# What `re` takes for the same letter when it ignores case, beside the capital: the dotless i, the long s, the sign for kelvin.
ALSO = {"i": "İı", "s": "ſ", "k": "\N{KELVIN SIGN}"}
# What follows a choice of words is repeated behind each of them, unless it is longer.
LONGEST_REPEATED = 30


def occurring(pattern: str) -> re.Pattern[str]:
    """`pattern` ignoring case, for asking whether it matches; where two alternatives match, it may take the other one."""
    sorted_by: dict[str, list[str]] = {}
    for each in alternatives(pattern):
        anchor = next((anchor for anchor in ANCHORS if each.startswith(anchor)), "")
        sorted_by.setdefault(anchor, []).append(each.removeprefix(anchor))
    return re.compile(
        "|".join(
            f"{anchor}(?:{by_first_letter(words, letter=_either_case)})"
            for anchor, words in sorted_by.items()
        ),
        re.IGNORECASE,
    )


def by_first_letter(words: Iterable[str], *, letter: Callable[[str], str] = str) -> str:
    """Alternatives with those of one first letter together, in their order; what begins with no letter stands behind them."""
    rests: dict[str, list[str]] = {}
    others: list[str] = []
    for word in chain.from_iterable(map(_spelled_out, words)):
        if LETTER.match(word):
            rests.setdefault(word[0], []).append(word[1:])
        else:
            others.append(word)
    return "|".join((*(f"{letter(first)}(?:{'|'.join(rest)})" for first, rest in rests.items()), *others))


def _either_case(letter: str) -> str:
    """A letter, large or small; one test of a set, which ignoring case would not be."""
    if not letter.isascii():
        return letter
    return f"(?-i:[{letter.lower()}{letter.upper()}{ALSO.get(letter.lower(), '')}])"


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
