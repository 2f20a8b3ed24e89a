"""The hours in which a backlog becomes issues: watched between two writes, and told on the status card."""

import json
from dataclasses import dataclass
from typing import Any

from bot import events
from bot.asks import Asks
from bot.clock import Clock
from bot.errors import Retry
from bot.github import Hub
from bot.ledger import Ledger
from bot.place import Place
from bot.queue import Job, Queue
from bot.sync import InStep, NotWanted, Sync
from bot.views import progress_key
from policies.run import Run
from policies.stages import Stage
from policies.writes import approved_backlog

# The card is brought up to date after so many writes, which is itself a write; shorter work is over before anybody looks.
TOLD_EVERY = 100


@dataclass(frozen=True, slots=True)
class Syncing:
    """Brings issues in step beside a run; looks at the run as it was last kept and changes nothing of it."""

    hub: Hub
    queue: Queue
    ledger: Ledger
    asks: Asks
    clock: Clock
    app_id: str

    async def sync(self, job: Job, place: Place, payload: dict[str, Any]) -> None:
        """Bring the issues in step with the approved backlog and say so to the run; ends early when nobody wants it any more."""
        version = int(payload["version"])
        run = await self._wanting(place, version)
        approval = run.approval_of(run.backlog.digest) if run and run.backlog else None
        if run is None or approval is None:
            return
        so_far = InStep()

        async def before_write(done: InStep) -> None:
            nonlocal so_far
            so_far = done
            if await self._wanting(place, version) is None:
                raise NotWanted
            if done.writes % TOLD_EVERY == 0 and done.wanted > TOLD_EVERY:
                await self._tell_progress(job, place, run, done)

        sync = Sync(
            talker=self.hub.talker(place.installation, place.repository_id, bulk=True),
            place=place,
            run=run,
            backlog=approved_backlog(await self.asks.backlog(place, run), approval),
            pack=await self.asks.pack(place, run),
            app_id=self.app_id,
            before_write=before_write,
        )
        try:
            done = await sync.bring_in_step()
        except NotWanted:
            await self.queue.cache(progress_key(place), b"")
            return
        except Retry:
            await self._tell_progress(job, place, run, so_far)
            raise
        await self.queue.cache(progress_key(place), b"")
        fields: dict[str, Any] = {
            "version": version,
            "issues": [(name, number, id_) for name, (number, id_) in done.units.items()],
            "slices": [(name, number, id_) for name, (number, id_) in done.slices.items()],
            "writes": done.writes,
        }
        await self._put(place, "synced", f"synced/{job.delivery.id}", fields)

    async def _wanting(self, place: Place, version: int) -> Run | None:
        """The run, while it waits for its issues and nobody has paused or stopped it."""
        run = (await self.ledger.peek(place)).run
        if run is None or run.stage is not Stage.SYNCING or run.overlay is not None:
            return None
        return run if run.backlog is not None and run.backlog.number == version else None

    async def _tell_progress(self, job: Job, place: Place, run: Run, done: InStep) -> None:
        left = max(0, done.wanted - done.writes)
        if left == 0:
            return
        progress = {
            "issues": len(done.units) + len(done.slices),
            "left": left,
            "at": await self.hub.bulk_through(place.installation, left),
        }
        await self.queue.cache(progress_key(place), json.dumps(progress).encode())
        # The length tells two rounds of one backlog apart: a run that was paused goes on with a new piece of work.
        id_ = f"late/{job.delivery.id}/{run.length}/{job.attempt}/{done.writes}"
        await self._put(place, events.LATE, id_, {})

    async def _put(self, place: Place, name: str, id_: str, fields: dict[str, Any]) -> None:
        await self.queue.put(events.event(place, name=name, id_=id_, fields=fields, now=self.clock()))
