"""A demand said twice becomes one entry with the lines of both, and a technology named in passing again limits nothing more."""

import re
from bisect import bisect_right

from agents.builtin.reader.findings import Finding
from agents.builtin.reader.statements.asides import given
from agents.builtin.reader.words.choices import bounds, mandates
from agents.builtin.reader.words.nature import NOT
from agents.builtin.reader.words.technology import relies, technologies

WORD = re.compile(r"\w{3,}")
# Letters tell things apart as numbers do: `Court A`, `Court B`.
NUMBER = re.compile(r"\d+(?:[.,]\d+)*|(?<=\w )[A-HJ-Z]\b")
COMMON = frozenset(
    [
        "the",
        "and",
        "for",
        "with",
        "that",
        "this",
        "from",
        "shall",
        "must",
        "should",
        "will",
        "can",
        "system",
        "user",
        "users",
        "support",
        "supports",
        "provide",
        "allow",
        "into",
        "are",
        "its",
        "all",
        "any",
    ]
)  # a list of words reads best as one string
ALIKE = 0.85
FEWEST = 4
LOOK_BACK = 400


def joined(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings without restatements: of two that say almost the same, the one with an id or the first one stays."""
    kept: list[Finding] = []
    words: list[frozenset[str]] = []
    holding: dict[str, list[int]] = {}
    for each in findings:
        own = _words(each.text)
        twin = _again(each, own, kept, words)
        twin = _twin(each, own, kept, words, holding) if twin is None else twin
        if twin is None:
            for word in own:
                holding.setdefault(word, []).append(len(kept))
            kept.append(each)
            words.append(own)
            continue
        first, second = (each, kept[twin]) if each.label and not kept[twin].label else (kept[twin], each)
        lines = tuple(dict.fromkeys((*first.lines, *second.lines)))
        kept[twin] = first._replace(
            lines=lines,
            details=first.details or second.details,
            tried=(*first.tried, *second.tried),
        )
    return tuple(kept)


def without_repeated_means(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings without constraints that only name in passing a technology which another constraint names already."""
    passing = {
        index
        for index, each in enumerate(findings)
        if each.kind == "constraint"
        and relies(each.text)
        and not (mandates(each.text) or bounds(each.text) or given(each.text))
    } & _beside_functions(findings)
    known = {
        name
        for index, each in enumerate(findings)
        if each.kind == "constraint" and index not in passing
        for name in technologies(each.text)
    }
    kept: list[Finding] = []
    for index, each in enumerate(findings):
        if index in passing:
            named = set(technologies(each.text))
            if named <= known:
                continue
            known |= named
        kept.append(each)
    return tuple(kept)


def _beside_functions(findings: tuple[Finding, ...]) -> set[int]:
    demanded = {(each.text, each.lines) for each in findings if each.kind == "functional"}
    return {index for index, each in enumerate(findings) if (each.text, each.lines) in demanded}


def _words(text: str) -> frozenset[str]:
    return frozenset(word[:7] for word in map(str.casefold, WORD.findall(text)) if word not in COMMON)


def _again(
    each: Finding, own: frozenset[str], kept: list[Finding], words: list[frozenset[str]]
) -> int | None:
    """Where a demand with the same id stands that says the same: a table of what is done repeats ids and names."""
    if not each.label or each.kind != "functional":
        return None
    for index, other in enumerate(kept):
        if other.label == each.label and other.kind == each.kind and each.lines[0] != other.lines[0]:
            fewer = min(len(own), len(words[index]))
            if (each.lead and each.lead == other.lead) or 2 * len(own & words[index]) > fewer > 1:
                return index
    return None


def _twin(
    each: Finding,
    own: frozenset[str],
    kept: list[Finding],
    words: list[frozenset[str]],
    holding: dict[str, list[int]],
) -> int | None:
    """Where one stands that says almost the same, looked for among those that hold one of its rarest words.

    `holding` says of each word in which of the kept ones it stands. What is so much alike misses so few words that it holds
    at least one of any larger number.
    """
    if len(own) < FEWEST or each.kind not in {"functional", "nonfunctional"}:
        return None
    held = sorted((holding.get(word, []) for word in own), key=len)[: int((1 - ALIKE) * len(own)) + 1]
    near = {index for some in held for index in some[bisect_right(some, len(kept) - LOOK_BACK) :]}
    for index in sorted(near, reverse=True):
        size = len(words[index])
        # Sets of so different sizes cannot be so much alike.
        if size < FEWEST or size < ALIKE * len(own) or len(own) < ALIKE * size:
            continue
        other = kept[index]
        if other.kind != each.kind or (each.label and other.label):
            continue
        if len(own & words[index]) / len(own | words[index]) >= ALIKE and _agree(each.text, other.text):
            return index
    return None


def _agree(text: str, other: str) -> bool:
    """Whether two texts contradict each other neither by their numbers nor by a no that one of them says; else both are kept."""
    if bool(NOT.search(text)) != bool(NOT.search(other)):
        return False
    mine, theirs = set(NUMBER.findall(text)), set(NUMBER.findall(other))
    return not mine or not theirs or mine == theirs
