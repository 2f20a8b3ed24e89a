"""Whether the job in hand is still ours, asked right before anything leaves that cannot be taken back.

A process can stand still for longer than others wait for it: its machine was paused, its disk hung, its clock stopped. When
it goes on, another has its work, and has brought it further. It must then send no change that it was about to send, whatever
it read before.
"""

import contextlib
from collections.abc import Awaitable, Callable, Iterator
from contextvars import ContextVar

from bot.errors import QueueUnavailable

Holds = Callable[[], Awaitable[bool]]

_HELD: ContextVar[Holds | None] = ContextVar("held", default=None)


@contextlib.contextmanager
def holding(holds: Holds) -> Iterator[None]:
    """A block, with all tasks begun in it, that works on one job; `holds` tells whether it still may."""
    token = _HELD.set(holds)
    try:
        yield
    finally:
        _HELD.reset(token)


async def still_ours() -> None:
    """Raises QueueUnavailable when another process has the job; work that belongs to no job may always go on."""
    holds = _HELD.get()
    if holds is not None and not await holds():
        raise QueueUnavailable("This process stood still for too long, so another has its job.")
