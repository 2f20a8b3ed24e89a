"""What a source file imports and names, read without running it.

Seen are static imports, and dynamic ones of a plain name; what is imported under a name that is computed is reported
as unclear. Not seen is what a program looks up by a text, such as `getattr(os, name)`, and what it runs from a text.
JavaScript is not parsed: whatever looks like an import or a call counts, in comments and strings too, because what only
looks like a comment may be code.
"""

import re
from collections.abc import Callable, Mapping

from policies.sources import golang, javascript, python
from policies.sources.found import Mention, Source, Unread

__all__ = ["Mention", "Source", "Unread", "is_python", "read"]

_PYTHON = ("py", "pyi", "pyw")
_RUN_BY_PYTHON = re.compile(r"\ufeff?#![^\n\r]*(?:python|pypy|\buv run\b|\bpipx run\b)")
_RUN_BY_JAVASCRIPT = re.compile(r"\ufeff?#![^\n\r]*\b(?:node|deno|bun|tsx|ts-node)\b")
_READERS: Mapping[str, Callable[[str, str], Source | Unread]] = {
    **dict.fromkeys(_PYTHON, python.read),
    **dict.fromkeys(javascript.SUFFIXES, javascript.read),
    "go": golang.read,
}


def read(path: str, content: bytes) -> Source | Unread | None:
    """What the file imports and names; None for a file of no language that is read here."""
    reader = _READERS.get(_suffix(path)) or _by_first_line(content)
    if reader is None:
        return None
    try:
        return reader(path, content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return Unread(1, "is not UTF-8 text")


def _by_first_line(content: bytes) -> Callable[[str, str], Source | Unread] | None:
    first = content[:500].decode(errors="replace")
    if _RUN_BY_PYTHON.match(first):
        return python.read
    return javascript.read if _RUN_BY_JAVASCRIPT.match(first) else None


def is_python(path: str, text: str) -> bool:
    """Whether Python runs the file: by its suffix, or by its first line."""
    return _suffix(path) in _PYTHON or _RUN_BY_PYTHON.match(text) is not None


def _suffix(path: str) -> str:
    return path.rpartition("/")[2].rpartition(".")[2].lower()
