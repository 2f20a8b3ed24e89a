"""Every written file is UTF-8 text that reads as it runs: no binary, no reordering, no hidden characters."""

import re
import unicodedata
from collections.abc import Iterator

from policies.characters import BIDI, is_hidden, visible
from policies.gates.input import GateInput
from policies.sources import is_python
from policies.sources.python import foreign_encoding
from policies.tree import Change, Numbered, numbered_lines
from policies.verdict import Block, Pass, Verdict, Warn

RULE = "text"

_WORD = re.compile(r"\w+")
# Scripts whose letters pass for Latin ones. https://www.unicode.org/reports/tr39/
_LOOKALIKE = ("CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE")
_BYTE_ORDER_MARK = "\ufeff"
# Code behind so many blanks stands outside of the window in which people read a diff.
_FAR_RIGHT = re.compile(r"\S[ \t\u3000]{80,}\S")
# Letters that are drawn like Latin ones in common fonts. https://www.unicode.org/Public/security/latest/confusables.txt
_LATIN_TWINS = str.maketrans(
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0455\u0456\u0458\u04bb\u0501\u051b\u051d"
    "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425\u0405\u0406\u0408"
    "\u03bf\u03bd\u03c1\u03b9\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7",
    "aeopcyxsijhdqwABEKMHOPCTXSIJovpiABEZHIKMNOPTYX",
)


def judge(gate_input: GateInput) -> Verdict:
    """Blocks binary files, bidirectional controls and foreign encodings; warns of other hidden characters, mixed scripts and line ends.

    Only what the patchset brings counts: lines that stay as they are on the base are not looked at again. An encoding
    that a Python file asks for counts wherever it comes from, because the new lines are read by it too.
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
        if is_python(change.path, text) and (foreign := foreign_encoding(text)) is not None:
            refused.append(f"{change.path}:{foreign[0]}: asks Python for the encoding {foreign[1][:40]}")
        lines = _new_lines(change, text)
        refused += [
            f"{change.path}:{number}: {visible(line.strip())[:120]}"
            for number, line in lines
            if not BIDI.isdisjoint(line)
        ]
        odd += [f"{change.path}{finding}" for finding in _oddities(change, text, lines)]
    if refused:
        return Block(
            rule=RULE,
            reason="Some contents are not text, or read otherwise than they run.",
            remedy="Write UTF-8 text without bidirectional controls, and ask Python for no other encoding.",
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


def _oddities(change: Change, text: str, lines: tuple[Numbered, ...]) -> Iterator[str]:
    """What a person should look at, as the end of a line that begins with the path: each finding once."""
    before = _decoded(change.before or b"") or ""
    if text.startswith(_BYTE_ORDER_MARK) and not before.startswith(_BYTE_ORDER_MARK):
        yield ":1: starts with a byte order mark"
    if _mixes_line_ends(text) and not _mixes_line_ends(before):
        yield ": mixes line ends"
    plain_words = {word for word in _WORD.findall(text) if word.isascii()}
    seen: set[str] = set()
    for number, line in lines:
        for finding in _in_line(line, plain_words):
            if finding not in seen:
                seen.add(finding)
                yield f":{number}: {finding}"


def _in_line(line: str, plain_words: set[str]) -> Iterator[str]:
    shown = line.removesuffix("\r").removeprefix(_BYTE_ORDER_MARK)
    for char in sorted(set(shown) - BIDI):
        if char != "\t" and is_hidden(char):
            yield f"holds U+{ord(char):04X}"
    if _FAR_RIGHT.search(shown):
        yield "goes on far to the right, behind blanks"
    for word in _WORD.findall(shown):
        if _mixes_scripts(word):
            yield f"`{word[:40]}` mixes letters that look alike"
        elif not word.isascii() and (twin := word.translate(_LATIN_TWINS)) in plain_words:
            yield f"`{word[:40]}` looks like `{twin[:40]}` in the same file and is another word"


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


def _new_lines(change: Change, text: str) -> tuple[Numbered, ...]:
    """The lines the change adds; all of them when what was there before was not text."""
    if change.before is not None and _decoded(change.before) is None:
        return tuple(enumerate(text.split("\n"), start=1))
    return numbered_lines(change)[1]


def _decoded(content: bytes) -> str | None:
    if b"\0" in content:
        return None
    try:
        return content.decode()
    except UnicodeDecodeError:
        return None
