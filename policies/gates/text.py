"""Every written file is UTF-8 text that reads as it runs: no binary, no reordering, no hidden characters."""

import re
import unicodedata
from collections.abc import Iterator

from policies.characters import BIDI, is_hidden, visible
from policies.gates.input import GateInput
from policies.tree import Change, changed_lines
from policies.verdict import Block, Pass, Verdict, Warn

RULE = "text"

_WORD = re.compile(r"\w+")
# Scripts whose letters pass for Latin ones. https://www.unicode.org/reports/tr39/
_LOOKALIKE = ("CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE")
_BYTE_ORDER_MARK = "\ufeff"


def judge(gate_input: GateInput) -> Verdict:
    """Blocks binary files and bidirectional controls; warns of other hidden characters, mixed scripts and line ends.

    Only what the patchset brings counts: lines that stay as they are on the base are not looked at again.
    """
    refused: list[str] = []
    odd: list[str] = []
    for change in gate_input.patchset.changes:
        if change.after is None:
            continue
        text = _decoded(change.after)
        if text is None:
            refused.append(f"{change.path}: not UTF-8 text")
            continue
        lines = _new_lines(change, text)
        refused += [
            f"{change.path}: {visible(line.strip())[:120]}" for line in lines if not BIDI.isdisjoint(line)
        ]
        odd += [f"{change.path}: {finding}" for finding in _oddities(change, text, lines)]
    if refused:
        return Block(
            rule=RULE,
            reason="Some contents are not text, or read otherwise than they run.",
            remedy="Write UTF-8 text without bidirectional controls.",
            evidence=tuple(refused),
        )
    if odd:
        return Warn(
            rule=RULE,
            reason="Some contents hold what a reader cannot see.",
            remedy="Look at the marked places in the diff before you approve.",
            evidence=tuple(odd),
        )
    return Pass(RULE, ("all contents are plain UTF-8 text",))


def _oddities(change: Change, text: str, lines: tuple[str, ...]) -> Iterator[str]:
    """What a person should look at: each finding once."""
    before = _decoded(change.before or b"") or ""
    if text.startswith(_BYTE_ORDER_MARK) and not before.startswith(_BYTE_ORDER_MARK):
        yield "starts with a byte order mark"
    if _mixes_line_ends(text) and not _mixes_line_ends(before):
        yield "mixes line ends"
    hidden = {
        char
        for line in lines
        for char in line.removesuffix("\r").removeprefix(_BYTE_ORDER_MARK)
        if char != "\t" and is_hidden(char)
    }
    for char in sorted(hidden - BIDI):
        yield f"holds U+{ord(char):04X}"
    for word in sorted({word for line in lines for word in _WORD.findall(line) if _mixes_scripts(word)}):
        yield f"`{word[:40]}` mixes letters that look alike"


def _mixes_line_ends(text: str) -> bool:
    feeds, pairs, returns = text.count("\n"), text.count("\r\n"), text.count("\r")
    return returns != pairs or 0 < pairs < feeds


def _mixes_scripts(word: str) -> bool:
    if word.isascii():
        return False
    names = [unicodedata.name(char, "") for char in word if char.isalpha()]
    return any(name.startswith("LATIN") for name in names) and any(
        name.startswith(_LOOKALIKE) for name in names
    )


def _new_lines(change: Change, text: str) -> tuple[str, ...]:
    """The lines the change adds; all of them when what was there before was not text."""
    if change.before is not None and _decoded(change.before) is None:
        return tuple(text.split("\n"))
    return changed_lines(change)[1]


def _decoded(content: bytes) -> str | None:
    if b"\0" in content:
        return None
    try:
        return content.decode()
    except UnicodeDecodeError:
        return None
