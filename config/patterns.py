"""Patterns that people write in settings: re2, which takes linear time on every input and has no look-around.

https://github.com/google/re2/wiki/Syntax
"""

from functools import lru_cache
from typing import Annotated, Protocol

import re2
from pydantic import AfterValidator, StringConstraints

MAX_LENGTH = 200
_MAX_MEMORY = 1024 * 1024


class Expression(Protocol):
    """What re2 compiles to; the package brings no types."""

    def search(self, text: str, /) -> object | None:
        """The first match anywhere in the text, or None."""


@lru_cache(maxsize=512)
def compiled(pattern: str) -> Expression:
    """The pattern, ready to search; raises ValueError with what is wrong with it."""
    options = re2.Options()
    options.log_errors = False
    options.max_mem = _MAX_MEMORY
    try:
        expression: Expression = re2.compile(pattern, options=options)
    except re2.error as error:
        said = error.args[0]
        raise ValueError(
            f"no pattern of re2: {said.decode(errors='replace') if isinstance(said, bytes) else said}"
        ) from None
    if expression.search("") is not None:
        raise ValueError("the pattern matches nothing at all, so it would match every line")
    return expression


def _judged(pattern: str) -> str:
    compiled(pattern)
    return pattern


Pattern = Annotated[str, StringConstraints(min_length=1, max_length=MAX_LENGTH), AfterValidator(_judged)]
