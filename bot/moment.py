"""One look at the world: what it asks GitHub for more than once is asked once, until something is changed."""

from collections.abc import Awaitable, Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from copy import deepcopy
from typing import Any

_SEEN: ContextVar[dict[Hashable, Any] | None] = ContextVar("seen", default=None)


@contextmanager
def one_moment() -> Iterator[None]:
    """What is read twice within is read once; for reads that one decision follows, and not for the write after it."""
    before = _SEEN.set({})
    try:
        yield
    finally:
        _SEEN.reset(before)


async def seen(what: Hashable, read: Callable[[], Awaitable[Any]]) -> Any:  # noqa: ANN401  # JSON can be anything
    """What `read` returns; a copy of what it returned for the same `what` earlier in this moment."""
    known = _SEEN.get()
    if known is None:
        return await read()
    if what not in known:
        known[what] = await read()
    return deepcopy(known[what])


def something_changed() -> None:
    """Whatever is read from here on is read anew."""
    known = _SEEN.get()
    if known is not None:
        known.clear()
