"""One look at the world: what it asks GitHub for more than once is asked once, until something is changed."""

from collections.abc import Awaitable, Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from copy import deepcopy
from typing import Any

_SEEN: ContextVar[dict[Hashable, Any] | None] = ContextVar("seen", default=None)


@contextmanager
def one_moment(*, when: bool = True) -> Iterator[None]:
    """What is read twice within is read once; for reads that one decision follows, and not for the write after it."""
    before = _SEEN.set({} if when else None)
    try:
        yield
    finally:
        _SEEN.reset(before)


async def seen(who: object, what: Hashable, read: Callable[[], Awaitable[Any]]) -> Any:  # noqa: ANN401  # JSON can be anything
    """What `read` returns; a copy of what it returned to `who` earlier in this moment. None is nobody who could be told apart."""
    known = _SEEN.get()
    if known is None or who is None:
        return await read()
    if (who, what) not in known:
        known[who, what] = await read()
    return deepcopy(known[who, what])


def something_changed() -> None:
    """Whatever is read from here on is read anew."""
    known = _SEEN.get()
    if known is not None:
        known.clear()
