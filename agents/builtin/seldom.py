"""Patterns that most runs never ask, such as those of wishes, of other languages and of rare notations."""

import re
from collections.abc import Callable, Iterator
from functools import cached_property


class Seldom:
    """A pattern that is prepared when it is first asked: `re` takes .1 to 4 ms for each, and a command starts with a thousand."""

    def __init__(self, pattern: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self.pattern = pattern
        self._flags = flags

    @cached_property
    def _prepared(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._flags)

    def search(self, text: str) -> re.Match[str] | None:
        """As `re.Pattern` does, like all that follow."""
        return self._prepared.search(text)

    def match(self, text: str) -> re.Match[str] | None:
        """At the beginning."""
        return self._prepared.match(text)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The whole text."""
        return self._prepared.fullmatch(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every place."""
        return self._prepared.finditer(text)

    def split(self, text: str) -> list[str]:
        """What stands between the places."""
        return self._prepared.split(text)

    def findall(self, text: str) -> list[str]:
        """The words of every place."""
        return self._prepared.findall(text)

    def sub(self, new: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """The text with every place replaced, or with the first `count`."""
        return self._prepared.sub(new, text, count)
