"""Reads JavaScript and TypeScript by their looks, on purpose too widely: comments and strings count as code."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from agents.repository.places import folded
from policies.sources.found import Mention, Source, Unread

_MAX_LENGTH = 1024 * 1024
SUFFIXES = ("js", "jsx", "ts", "tsx", "mjs", "cjs", "mts", "cts", "vue", "svelte")

# What may stand between two words of a program; taken once and never given back, so that searching takes linear time.
_GAP = r"(?>(?:\s+|/\*(?:[^*]|\*(?!/)){0,300}\*/|//[^\n]{0,300}\n){0,8})"
_TEXT = r"""(?:"([^"\n\\]{0,500})"|'([^'\n\\]{0,500})'|`([^`$\\]{0,500})`)"""
_STATIC = re.compile(rf"\b(?:from|import){_GAP}{_TEXT}")
_DYNAMIC = re.compile(
    rf"\b(?:import|require|require{_GAP}\.{_GAP}resolve){_GAP}(?:\?\.)?{_GAP}\({_GAP}(?:{_TEXT}{_GAP}[,)])?"
)
_ESCAPED = ("writes letters as escapes", re.compile(r"\\u(?:00|\{0*)(?:4[1-9A-Fa-f]|5[0-9Aa]|6[1-9A-Fa-f]|7[0-9Aa])"
r"|\\x(?:4[1-9A-Fa-f]|5[0-9Aa]|6[1-9A-Fa-f]|7[0-9Aa])"))  # fmt: skip
# What hands the importing function on, or writes an address so that it cannot be found.
_HIDDEN = (
    ("hands `require` on", re.compile(r"[=(,:\[]\s*(?:module\.)?require\s*(?:[;,)\]}]|$)", re.MULTILINE)),
    ("imports behind a long comment", re.compile(rf"\b(?:from|import|require){_GAP}\(?{_GAP}/[*/]")),
    ("makes its own `require`", re.compile(r"\bcreateRequire\b")),
    ("imports an address that is written with escapes", re.compile(rf"""\b(?:from|import|require){_GAP}\(?{_GAP}(?:"[^"\n]{{0,500}}\\|'[^'\n]{{0,500}}\\)""")),
)  # fmt: skip
_DOT = rf"{_GAP}(?:\?\.|\.){_GAP}"
_CHAIN = re.compile(
    rf"""(?<![\w$.])([A-Za-z_$][\w$]{{0,100}}(?:{_DOT}[A-Za-z_$][\w$]{{0,100}}|\[{_GAP}["'][\w$]{{1,100}}["']{_GAP}\]){{0,12}}){_GAP}(?:\?\.)?{_GAP}[(`]"""
)
_BETWEEN = re.compile(rf"""{_GAP}(?:\?\.|\.|\[|["']|\]){_GAP}""")
_PASSING = re.compile(r"\.(?:call|apply|bind)$")


# `e = eval` and `(0, eval)` hand a function on, so each word counts, but for those in the middle of a sentence.
_WORD = re.compile(
    rf"(?<![\w$.])(?:(?:globalThis|window|self|global){_DOT})?([A-Za-z_$][\w$]{{0,100}})(?![\w$])"
)
_BEFORE_A_VALUE = frozenset(
    [
        "as",
        "async",
        "await",
        "case",
        "default",
        "delete",
        "do",
        "else",
        "export",
        "extends",
        "from",
        "import",
        "in",
        "instanceof",
        "is",
        "new",
        "of",
        "return",
        "throw",
        "typeof",
        "void",
        "yield",
    ]
)


def read(path: str, text: str) -> Source | Unread:
    """Imports and calls of a JavaScript or TypeScript file; nothing of it is beyond reading but its size."""
    if len(text) > _MAX_LENGTH:
        return Unread(1, "is too large to be read")
    breaks = [match.start() for match in re.finditer("\n", text)]
    dynamic = tuple(_DYNAMIC.finditer(text))
    imports = [*_STATIC.finditer(text), *(match for match in dynamic if _named(match) is not None)]
    unclear = [
        (_line(breaks, match.end()), "imports what is computed") for match in dynamic if _named(match) is None
    ]
    hidden = [(_line(breaks, match.end()), _ESCAPED[0]) for match in _ESCAPED[1].finditer(text)]
    for words, pattern in _HIDDEN:
        unclear += [(_line(breaks, match.end()), words) for match in pattern.finditer(text)]
    return Source(
        imports=tuple(
            Mention(_line(breaks, match.end()), _spellings(path, _named(match) or "")) for match in imports
        ),
        names=tuple(_calls(text, breaks)),
        unclear=(*unclear, *hidden),
        words=tuple(_words(text, breaks)),
        hidden=tuple(hidden),
    )


def _named(match: re.Match[str]) -> str | None:
    return next((group for group in match.groups() if group is not None), None)


def _line(breaks: list[int], position: int) -> int:
    return bisect_left(breaks, position) + 1


def _spellings(path: str, name: str) -> tuple[str, ...]:
    """The package by its name, or the paths where a file of this repository may lie."""
    if name.startswith("."):
        found = folded(path.rpartition("/")[0], name)
        paths = [found] if found is not None else []
    elif name.startswith(("@/", "~/", "#/", "/")):
        # What the letters stand for is said in files of the repository; its root and `src` are usual.
        rest = name.lstrip("@~#/")
        paths = [rest, f"src/{rest}"]
    else:
        bare = name.removeprefix("node:")
        return (bare, name) if bare != name else (name,)
    stems = [re.sub(r"\.(?:[cm]?[jt]sx?|vue|svelte)$", "", each) for each in paths]
    return tuple(dict.fromkeys((*paths, *stems, *(f"{stem}/index" for stem in stems), name)))


def _calls(text: str, breaks: list[int]) -> Iterator[Mention]:
    for match in _CHAIN.finditer(text):
        parts = [part for part in _BETWEEN.split(match[1]) if part]
        dotted = ".".join(parts)
        name = _PASSING.sub("", dotted)
        bare = re.sub(r"^(?:globalThis|window|self|global)\.", "", name)
        yield Mention(_line(breaks, match.end(1)), tuple(dict.fromkeys((bare, name))))


def _words(text: str, breaks: list[int]) -> Iterator[Mention]:
    last, end = "", 0
    seen: set[tuple[int, str]] = set()
    for match in _WORD.finditer(text):
        between = text[end : match.start()]
        in_a_sentence = bool(last) and not between.strip(" \t") and last not in _BEFORE_A_VALUE
        last, end = match[1], match.end()
        line = _line(breaks, match.end())
        if not in_a_sentence and (line, last) not in seen:
            seen.add((line, last))
            yield Mention(line, (last,))
