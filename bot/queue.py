"""The durable queue as the App sees it: what is acknowledged is kept, and one run is worked on by one worker at a time, in order.

Two engines stand behind this port: `bot.queue_sqlite`, one file and no set-up, and `bot.queue_postgres`, for many machines.
`bot.queue_order` holds the rules by which both choose what is next.
"""

from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Literal, Protocol, TypeVar

# Attempts are counted when a job is claimed, so that one which kills the process is counted too.
MAX_ATTEMPTS = 5
# A world that is only late is waited for longer than a job that fails; GitHub's limits end within the hour.
MOST_RETRIES = 60

Put = Literal["queued", "duplicate"]
Result = TypeVar("Result")
# The values of some keys -> their new values (None to leave them as they are), and what comes of it; pure, never raises.
Step = Callable[[Sequence[bytes | None]], tuple[Sequence[bytes] | None, Result]]


@dataclass(frozen=True, slots=True)
class Delivery:
    """Something that happened, addressed to a run.

    `id` is GitHub's delivery GUID, or a name the App makes for what it sends itself. `body` is the JSON as received.
    `body_digest` is the SHA-256 of a body from GitHub, in hex, and empty for the App's own events, which are recognised
    by `id` alone. `due_at` is when it may be worked on; times are seconds since 1970. `installation` is whose turn it
    takes.
    """

    id: str
    event: str
    run_key: str
    body: bytes
    body_digest: str
    received_at: float
    due_at: float = 0.0
    installation: int = 0


@dataclass(frozen=True, slots=True)
class Job:
    """A delivery that is being worked on for the `attempt`-th time, counted from 1; `lost` attempts ended with their process."""

    id: int
    delivery: Delivery
    attempt: int
    lost: int = 0


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """A delivery that was given up, and why."""

    id: int
    delivery: Delivery
    attempts: int
    why: str


class Answers(Protocol):
    """A keyed store of what a model answered, so that no question is paid for twice."""

    async def stored(self, digest: str) -> bytes | None:
        """The content stored under `digest`."""

    async def store(self, digest: str, content: bytes) -> None:
        """Keep `content`; it is on the disk when this returns."""


class Cache(Protocol):
    """A keyed store of what may be lost: ledgers as last read, pacing windows, accounts of what models cost."""

    async def cached(self, key: str) -> bytes | None:
        """The value last cached under `key`."""

    async def cache(self, key: str, value: bytes) -> None:
        """Remember `value`, replacing what was there."""

    async def change(self, keys: Sequence[str], step: Step[Result]) -> Result:
        """Change the values of these keys together; nobody, in no process, changes them in between."""


class Queue(Answers, Cache, Protocol):
    """What both engines do; every method raises QueueUnavailable when nothing can be kept."""

    async def put(self, delivery: Delivery) -> Put:
        """Keep a delivery; a known id or body digest is a duplicate. On the disk when this returns."""

    async def known(self, id_: str) -> bool:
        """Whether a delivery of this id was ever put, as far back as the memory of finished ones goes."""

    async def claim(self) -> Job | None:
        """The next job that is due, waiting for one; None from `wake` on."""

    def lease(self, job: Job) -> AbstractAsyncContextManager[None]:
        """The time in which the job is ours to work on; raises QueueUnavailable in it when another process may have it."""

    async def holds(self, job: Job) -> bool:
        """Whether the job is ours still, and stays so for as long as a call to GitHub can take."""

    async def done(self, job: Job) -> None:
        """The job is finished."""

    async def retry_at(self, job: Job, when: float, why: str) -> None:
        """Bring the job back at `when`; the run's later jobs wait behind it."""

    async def dead(self, job: Job, why: str) -> None:
        """Give the job up; the run's later jobs go on."""

    async def forget(self, job: Job, *, also: str = "") -> None:
        """Take the job out as if it had never been put, and the finished one with the id `also`: they count when they come again."""

    async def dead_letters(self) -> tuple[DeadLetter, ...]:
        """What was given up, oldest first."""

    async def beat(self) -> None:
        """Write one thing durably, to know that the queue can."""

    async def depth(self) -> int:
        """How many jobs wait or are being worked on."""

    def wake(self) -> None:
        """No more work: whoever waits in `claim`, or calls it from here on, gets None."""

    async def close(self) -> None:
        """Finish what was handed in and let go of the store."""


def fit_to_keep(why: str) -> str:
    """A reason as both engines can keep it: Unicode, no NUL, and not longer than anybody reads."""
    return why.encode("utf-8", "replace").decode().replace("\0", "?")[:2000]
