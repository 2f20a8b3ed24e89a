"""Reads source files with tree-sitter's grammars: parsed and never run, bounded, and never raising for what they hold.

https://tree-sitter.github.io/tree-sitter/using-parsers/queries/
"""

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

import tree_sitter_go
import tree_sitter_javascript
import tree_sitter_python
import tree_sitter_typescript
from tree_sitter import Language, Node, Parser, Query, QueryCursor

from agents.repository.module import Call, Use

# Larger files are written by programs, and so are files with lines that no one reads to their end.
LARGEST = 512 * 1024
LONGEST_LINE = 20_000
# Of each kind of thing at most so many are kept of one file.
MOST = 4_000

SUFFIXES = {
    "py": "python",
    "pyi": "python",
    "js": "javascript",
    "jsx": "javascript",
    "mjs": "javascript",
    "cjs": "javascript",
    "ts": "typescript",
    "mts": "typescript",
    "cts": "typescript",
    "tsx": "tsx",
    "go": "go",
}
_GRAMMARS: dict[str, Callable[[], object]] = {
    "python": tree_sitter_python.language,
    "javascript": tree_sitter_javascript.language,
    "typescript": tree_sitter_typescript.language_typescript,
    "tsx": tree_sitter_typescript.language_tsx,
    "go": tree_sitter_go.language,
}
Kept = TypeVar("Kept")
CHAIN = re.compile(rb"[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*){0,12}")


@dataclass(frozen=True, slots=True)
class Parsed:
    """A file's syntax tree: its top, and what the language's query found in it, by the capture's name."""

    root: Node
    found: dict[str, list[Node]]


def language_of(path: str) -> str:
    """The language a path's suffix stands for, empty for one that is not read here."""
    name = path.rpartition("/")[2]
    return name if name == "go.mod" else SUFFIXES.get(name.rpartition(".")[2].lower(), "")


def parsed(language: str, content: bytes, query: str) -> Parsed | None:
    """The file's tree; None for one that is too large, or has lines that only a program writes."""
    if len(content) > LARGEST or b"\0" in content:
        return None
    if max(map(len, content.split(b"\n"))) > LONGEST_LINE:
        return None
    root = _parser(language).parse(content).root_node
    return Parsed(root, QueryCursor(_query(language, query)).captures(root))


def text(node: Node | None) -> str:
    """What stands there; empty for nothing."""
    return node.text.decode(errors="replace") if node is not None and node.text is not None else ""


def line(node: Node) -> int:
    """The line, from 1."""
    return node.start_point.row + 1


def field(node: Node, name: str) -> Node | None:
    """The child in this place of the grammar."""
    return node.child_by_field_name(name)


def chain(node: Node | None, bound: Collection[str]) -> str:
    """A plain dotted chain that begins with one of the bound names, such as `shop.db.load`; empty for anything else."""
    raw = node.text if node is not None else None
    if raw is None or raw.partition(b".")[0].decode(errors="replace") not in bound:
        return ""
    return raw.decode() if CHAIN.fullmatch(raw) else ""


def unquoted(node: Node | None) -> str:
    """What a string without escapes or gaps says; empty for any other."""
    raw = text(node)
    return raw[1:-1] if len(raw) > 1 and raw[0] in "\"'`" and "\\" not in raw and "${" not in raw else ""


def few(values: Iterable[Kept]) -> tuple[Kept, ...]:
    """Each once, in order, and no more than are kept."""
    return tuple(dict.fromkeys(values))[:MOST]


def once(uses: Iterable[Use]) -> tuple[Use, ...]:
    """Each way of using a name once, at its first place; of a name that is called, the calls alone."""
    first: dict[tuple[str, Call | None], Use] = {}
    for use in uses:
        if use.chain:
            first.setdefault((use.chain, use.call), use)
    called = {chain for chain, call in first if call is not None}
    return few(use for use in first.values() if use.call is not None or use.chain not in called)


@cache
def _language(name: str) -> Language:
    return Language(_GRAMMARS[name]())


@cache
def _parser(name: str) -> Parser:
    return Parser(_language(name))


@cache
def _query(name: str, source: str) -> Query:
    return Query(_language(name), source)
