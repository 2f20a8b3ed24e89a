"""What a source file imports and names, read without running it.

Seen are static imports, and dynamic ones of a plain name; what is imported under a name that is computed is reported
as unclear. Not seen is what a program looks up by a text, such as `getattr(os, name)`, and what it runs from a text.
JavaScript is not parsed: whatever looks like an import or a call counts, in comments and strings too, because what only
looks like a comment may be code.
"""

from collections.abc import Callable, Mapping

from policies.sources import golang, javascript, python
from policies.sources.found import Mention, Source, Unread

__all__ = ["Mention", "Source", "Unread", "read"]

_READERS: Mapping[str, Callable[[str, str], Source | Unread]] = {
    **dict.fromkeys(("py", "pyi", "pyw"), python.read),
    **dict.fromkeys(javascript.SUFFIXES, javascript.read),
    "go": golang.read,
}


def read(path: str, content: bytes) -> Source | Unread | None:
    """What the file imports and names; None for a file of no language that is read here."""
    reader = _READERS.get(path.rpartition("/")[2].rpartition(".")[2].lower())
    if reader is None:
        return None
    try:
        return reader(path, content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return Unread(1, "is not UTF-8 text")
