"""An answer of an assistant copied from its page: emoji head its parts, blank lines part its entries, and its code has `Copy` above it."""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from agents.builtin.reader.notations.icons import ICON
from agents.builtin.reader.text.marks import ITEM

HEADING = re.compile(r"^ {0,3}#{1,6}\s")
# What the page writes above code: the name of its language, then the words of two buttons.
TONGUE = re.compile(r"^[a-z][\w+#-]{0,15}$")
BUTTONS = (re.compile(r"^Copy(?: code)?$"), re.compile(r"^Edit$"))
# Lines below the first one that are code all the same.
CODE = re.compile(r"^(?:\s+\S|[{}\[\]()<>#$/@\"'`]|[\w.-]+\s*[=(]|.*[;{}]\s*$)")
# So many lines with an emoji in front, far from one another, head the parts of a document.
FEWEST_HEADS = 3
LONGEST_HEAD = 8
# What is told in more sentences, or at such length, is no entry.
SEVERAL = re.compile(r"[.!?] +[A-Z]")
LONGEST_ENTRY = 160
FEWEST_ENTRIES = 2


def as_copied(lines: list[str]) -> list[str]:
    """The lines in Markdown, each where it stands; unchanged where no emoji head several parts, or headings are marked."""
    if any(map(HEADING.match, lines)):
        return lines
    heads = set(_heads(lines))
    if len(heads) < FEWEST_HEADS:
        return lines
    told = _without_code(lines)
    first = min(heads)
    for at in heads:
        words = ICON.sub(r"\g<words>", lines[at]).replace("**", "").rstrip(" :")
        told[at] = f"{'#' if at == first == _first(lines) else '##'} {words}"
    for part in _parts(told, heads):
        for at in _entries(told, part):
            told[at] = f"- {told[at].strip()}"
    return told


def _first(lines: list[str]) -> int:
    return next((at for at, line in enumerate(lines) if line.strip()), -1)


def _heads(lines: list[str]) -> Iterator[int]:
    """The lines on which an emoji stands before a few words that say nothing themselves; many in a row are entries."""
    for iconic, group in groupby(enumerate(lines), key=lambda each: bool(ICON.match(each[1]))):
        together = list(group)
        if iconic and len(together) < FEWEST_HEADS:
            yield from (at for at, line in together if _is_head(line))


def _is_head(line: str) -> bool:
    words = ICON.sub(r"\g<words>", line).replace("**", "").rstrip(" :")
    short = len(words.split()) <= LONGEST_HEAD or ":" in words
    return short and words[:1].isupper() and words[-1:] not in ".!?;,"


def _without_code(lines: list[str]) -> list[str]:
    """The lines without what stands below the buttons of the page."""
    told = list(lines)
    at = 0
    while at < len(lines):
        begin = _below_buttons(lines, at)
        if begin == at:
            at += 1
            continue
        end = begin + 1
        while end < len(lines) and lines[end].strip() and CODE.match(lines[end]):
            end += 1
        told[at:end] = [""] * (end - at)
        at = end
    return told


def _below_buttons(lines: list[str], at: int) -> int:
    """The line on which the code begins whose language is named on line `at`; `at` itself where none is."""
    if not TONGUE.match(lines[at]) or not any(map(BUTTONS[0].match, lines[at + 1 : at + 2])):
        return at
    return at + 3 if any(map(BUTTONS[1].match, lines[at + 2 : at + 3])) else at + 2


def _parts(lines: list[str], heads: set[int]) -> Iterator[range]:
    for head, after in pairwise([*sorted(heads), len(lines)]):
        yield range(head + 1, after)


def _entries(lines: list[str], part: range) -> list[int]:
    """The lines of a part that stand alone, each saying one thing; what ends in a colon announces the next ones."""
    alone = [at for at in part if _is_alone(lines, at)]
    entries = [at for at in alone if not lines[at].rstrip().endswith((":", "："))]
    return entries if len(entries) >= FEWEST_ENTRIES else []


def _is_alone(lines: list[str], at: int) -> bool:
    line = lines[at]
    beside = (lines[at - 1], lines[at + 1] if at + 1 < len(lines) else "")
    apart = all(not other.strip() or other.startswith("#") for other in beside)
    plain = bool(line.strip()) and not (ITEM.match(line) or "\t" in line or line[:1].isspace())
    return apart and plain and len(line) <= LONGEST_ENTRY and not SEVERAL.search(line)
