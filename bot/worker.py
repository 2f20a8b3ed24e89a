"""The loop: claims jobs and sees each through to done, later, or given up; the one place with a broad `except`."""

import asyncio
import contextlib
import json
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from bot import events, merge_groups, pushes
from bot.aside import Aside
from bot.clock import Clock
from bot.errors import (
    Forbidden,
    Garbled,
    GitHubError,
    Halted,
    Limited,
    Moved,
    NoAccess,
    NotFound,
    QueueUnavailable,
    ReadOnly,
    Retry,
    Unauthorized,
)
from bot.halt import Halt
from bot.holding import holding
from bot.ledger import LedgerBroken
from bot.log import about, logger
from bot.merge_groups import MergeGroups
from bot.place import Place
from bot.pushes import Pushes
from bot.queue import MAX_ATTEMPTS, MOST_RETRIES, Job, Queue
from bot.queue_order import Kind, kind_of
from bot.speech import Speech
from bot.step import Step
from bot.syncing import Syncing
from bot.views import held_up_key, late_key
from bot.whereabouts import Whereabouts
from handlers.replies.view import Hurdle

LOG = logger(__name__)
# How long a job that failed for a reason of its own waits before each further attempt, in seconds.
PATIENCE = (1.0, 5.0, 30.0, 120.0)
# Tries where the App was uninstalled, suspended or lost the repository; somebody may be about to undo that.
MOST_WITHOUT_ACCESS = 3


@dataclass(frozen=True, slots=True)
class Worker:
    """Works off the queue; several of these loops share one queue, which keeps each run to one of them."""

    queue: Queue
    step: Step
    aside: Aside
    syncing: Syncing
    speech: Speech
    halt: Halt
    pushes: Pushes
    merge_groups: MergeGroups
    whereabouts: Whereabouts
    clock: Clock

    async def run(self) -> None:
        """Claim and work until the queue is woken to stop."""
        async with asyncio.TaskGroup() as beside:
            while True:
                try:
                    job = await self.queue.claim()
                except QueueUnavailable as error:
                    LOG.critical("queue_unavailable", why=str(error))
                    await asyncio.sleep(1.0)
                    continue
                if job is None:
                    return
                if kind_of(job.delivery.event) is not Kind.STEP:
                    # A model takes minutes, and many issues take hours; neither may take a place from people's commands.
                    beside.create_task(self._kept(job))
                else:
                    await self._kept(job)

    async def _kept(self, job: Job) -> None:
        """See the job through; when the queue itself fails, the job stays the queue's and comes back."""
        with about(delivery=job.delivery.id, run=_named(job)):
            try:
                async with self.queue.lease(job):
                    with holding(lambda: self.queue.holds(job)):
                        await self._see_through(job)
            except QueueUnavailable as error:
                LOG.critical("queue_unavailable", why=str(error))
                with contextlib.suppress(QueueUnavailable):
                    await self.queue.retry_at(job, self.clock() + 1.0, str(error))

    async def _see_through(self, job: Job) -> None:
        if job.lost >= MAX_ATTEMPTS:
            await self._later(
                job, self.clock(), f"the process ended in the middle of it {job.lost} times", most=0
            )
            return
        try:
            await self._work(job)
            await self.queue.done(job)
        except Halted as error:
            LOG.info("halted", why=str(error))
            await self.queue.done(job)
        except Retry as error:
            await self._held_up(job, _hurdle(error), max(error.at, self.clock()))
            vain = self.aside.in_vain(job, error.why) if job.delivery.event == events.ASK else ""
            at = max(error.at, self.clock() + 0.05)
            await self._later(job, at, error.why, most=MOST_RETRIES, vain=vain)
        except LedgerBroken as error:
            LOG.critical("ledger_broken", seq=error.seq, why=error.reason)
            await self.speech.ledger_broken(_place(job), error)
            await self.queue.dead(job, str(error))
        except QueueUnavailable:
            raise
        except NoAccess as error:
            await self._without_access(job, error)
        except (Forbidden, NotFound) as error:
            # A token that was minted before we lost a repository shows it like this; the next one tells for certain.
            self._doubt_access(job)
            await self._failed(job, str(error))
        except Moved as error:
            await self._moved(job, error)
        except GitHubError as error:
            await self._held_up(job, _hurdle(error), self.clock())
            await self._failed(job, str(error))
        except Exception as error:  # a mistake of ours must not stop the other runs
            LOG.exception("job_failed", attempt=job.attempt)
            # Should GitHub have answered rubbish, it must not be what the next try reads as well.
            self._doubt_access(job)
            await self._held_up(job, "stumbled", self.clock())
            await self._failed(job, f"{type(error).__name__}: {error}")

    async def _work(self, job: Job) -> None:
        payload = json.loads(job.delivery.body)
        place = events.place_of(payload, job.delivery.run_key)
        if place is None:
            LOG.info("nobody_to_act_for", github_event=job.delivery.event)
            return
        place = await self.whereabouts.of(place, payload)
        match job.delivery.event:
            case events.ASK:
                await self.aside.ask(job, place, payload)
            case pushes.PUSH:
                await self.pushes.spread(place, payload)
            case merge_groups.GROUP:
                await self.merge_groups.answer(place, payload)
            case events.SYNC:
                await self.halt.until_halted(place, self.syncing.sync(job, place, payload))
            case _:
                await self.step.take(job, place, payload)

    async def _moved(self, job: Job, error: Moved) -> None:
        """The repository was renamed after the job was told; it is done under the new name, which is no failure."""
        if await self._found(self.whereabouts.follow, job):
            await self._later(job, self.clock(), str(error), most=MOST_RETRIES)
        else:
            await self._failed(job, str(error))

    async def _found(self, look: Callable[[Place], Awaitable[bool]], job: Job) -> bool:
        """Whether the repository is to be found elsewhere than the job says."""
        place = _place(job)
        try:
            return place is not None and await look(place)
        except (GitHubError, Retry, KeyError, TypeError, ValueError) as trouble:
            # Rubbish, too, must not end the loop.
            LOG.info("not_found_again", why=repr(trouble))
            return False

    async def _without_access(self, job: Job, error: NoAccess) -> None:
        """Nobody can be told where we may not write, so after a few tries the work is put away with a line in the log.

        It is forgotten and not done: when we are let in again, the sweep reads back what people said meanwhile, and a
        woken run asks again for what it waits for.
        """
        self._doubt_access(job)
        refused = await self._times(job, "without access")
        if not isinstance(error, ReadOnly) and await self._found(self.whereabouts.let_in, job):
            await self._later(job, self.clock(), str(error), most=MOST_RETRIES)
            return
        if refused < MOST_WITHOUT_ACCESS:
            await self.queue.retry_at(job, self.clock() + PATIENCE[refused - 1], str(error))
            await self._held_up(job, _hurdle(error), self.clock() + PATIENCE[refused - 1])
            return
        LOG.warning("no_access", attempts=job.attempt, why=str(error))
        await self.queue.forget(job, also=events.outcome_of(job.delivery.id))

    def _doubt_access(self, job: Job) -> None:
        place = _place(job)
        if place is not None:
            self.speech.hub.forget_installation(place.installation)

    async def _held_up(self, job: Job, by: Hurdle | None, at: float) -> None:
        """Kept for the status card, which can be written only when it is over."""
        place = _place(job)
        if by is not None and place is not None and kind_of(job.delivery.event) is Kind.STEP:
            await self.queue.cache(held_up_key(place), json.dumps({"by": by, "at": at}).encode())

    async def _failed(self, job: Job, why: str) -> None:
        LOG.warning("attempt_failed", attempt=job.attempt, why=why)
        failed = await self._times(job, "failed")
        patience = PATIENCE[min(failed, len(PATIENCE)) - 1]
        most = MOST_RETRIES if failed < MAX_ATTEMPTS else 0
        await self._later(job, self.clock() + patience, why, most=most)

    async def _times(self, job: Job, what: Literal["failed", "without access"]) -> int:
        """How often the job has come to this by now, in whichever process; what GitHub only held up counts against nothing."""

        def once_more(kept: Sequence[bytes | None]) -> tuple[Sequence[bytes], int]:
            times = int(kept[0] or b"0") + 1
            return [str(times).encode()], times

        return await self.queue.change([f"{what}/{job.id}"], once_more)

    async def _later(self, job: Job, at: float, why: str, *, most: int, vain: str = "") -> None:
        if job.attempt < most:
            await self.queue.retry_at(job, at, why)
            return
        # People are told first: whoever is ended between the two tries once more, and tells them under the same id.
        await self._tell_that_it_is_stuck(job, why, vain=vain)
        await self.queue.dead(job, why)

    async def _tell_that_it_is_stuck(self, job: Job, why: str, *, vain: str) -> None:
        place = _place(job)
        if place is None or job.delivery.event in {"stuck", pushes.PUSH, merge_groups.GROUP}:
            return
        reason = vain or f"a step did not succeed in {job.attempt} tries (incident {job.id}): {why}"
        if vain:
            # What is asked next has not been waited for yet.
            await self.queue.cache(late_key(place), b"")
        stuck = events.event(
            place,
            name="stuck",
            id_=f"stuck/{job.delivery.id}",
            fields={"reason": reason[:400]},
            now=self.clock(),
        )
        await self.queue.put(stuck)


def _hurdle(error: Retry | GitHubError) -> Hurdle | None:
    """What people are told of it; None for what is over before anybody looks."""
    match error:
        case Limited():
            return "limited"
        case Garbled():
            return "unreadable"
        case Unauthorized():
            return "refused"
        case ReadOnly():
            return "read only"
        case NoAccess():
            return "no access"
        case _:
            return None


def _named(job: Job) -> str:
    """The run as the log calls it; what cannot be read is found out, and told, where it is worked on."""
    with contextlib.suppress(AttributeError, KeyError, TypeError, ValueError):
        place = _place(job)
        return job.delivery.run_key if place is None else events.named(place)
    return job.delivery.run_key


def _place(job: Job) -> Place | None:
    return events.place_of(json.loads(job.delivery.body), job.delivery.run_key)
