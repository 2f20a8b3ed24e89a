"""Which paths a pattern covers: the few wildcards people know from `.gitignore`, matched in linear time."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Protocol

import re2

from policies.paths import fold

MAX_PATTERN = 400
# What re2 may take for one pattern, which is twice what the longest needs; beyond it, it reads more slowly, and still in linear time.
# Without a limit of ours, patterns made for it would hold megabytes each in a process that serves everybody.
MOST_MEMORY = 256 * 1024

_WILDCARDS = (("**/", "(?:.*/)?"), ("**", ".*"), ("*", "[^/]*"), ("?", "[^/]"))


class _Expression(Protocol):
    """What re2 compiles to; the package brings no types."""

    def fullmatch(self, text: str, /) -> object | None:
        """A match of the whole text, or None."""


def covers(pattern: str, path: str) -> bool:
    """Whether `pattern`, read from the repository's root, is `path` itself or a folder around it.

    `*` and `?` stay within a name, `**` crosses folders. Case counts. A pattern too long to mean anything covers
    nothing.
    """
    return len(pattern) <= MAX_PATTERN and _compiled(pattern).fullmatch(path) is not None


def is_directly(pattern: str, path: str) -> bool:
    """Whether `pattern` is `path` itself, and not only a folder around it."""
    return len(pattern) <= MAX_PATTERN and _compiled(pattern, below="").fullmatch(path) is not None


def first_match(patterns: Iterable[str], path: str) -> str | None:
    """The first pattern that covers `path` in any case or Unicode form; without a slash it does so in any folder."""
    folded = fold(path)
    for pattern in patterns:
        anywhere = pattern if "/" in pattern.rstrip("/") else f"**/{pattern}"
        if covers(fold(anywhere), folded):
            return pattern
    return None


@lru_cache(maxsize=1024)
def _compiled(pattern: str, *, below: str = "(?:/.*)?") -> _Expression:
    rest = pattern.removeprefix("/").rstrip("/")
    translated = ""
    while rest:
        for wildcard, expression in _WILDCARDS:
            if rest.startswith(wildcard):
                translated += expression
                rest = rest[len(wildcard) :]
                break
        else:
            translated += re2.escape(rest[0])
            rest = rest[1:]
    # What is under a folder is covered with it.
    options = re2.Options()
    options.log_errors = False
    options.max_mem = MOST_MEMORY
    compiled: _Expression = re2.compile(f"(?s){translated}{below}", options)
    return compiled
