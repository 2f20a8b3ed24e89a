"""What the other runs of a repository have under way, so that two runs never start what one run would not.

The ledgers as they were kept last tell it, so it costs no call; only a ledger that was lost is read from its comments.
One step of a repository is taken at a time, so nothing is started elsewhere while this run decides.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from cachetools import LRUCache

from bot import events
from bot.artifacts import Artifacts, backlog_of
from bot.clock import Clock
from bot.errors import NotFound
from bot.ledger import Ledger, LedgerBroken
from bot.log import logger
from bot.place import Place
from bot.pushes import Pushes
from bot.queue import Queue
from policies.run import Run
from policies.side_by_side import Held, could_start, kept_by
from policies.stages import FINISHED, Stage, UnitState

LOG = logger(__name__)
ROOM = "room"
# Runs whose units are remembered; runs end, and nobody asks for what they kept again.
MOST = 1_000


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Looks at the other runs, and tells those that wait when there is room again."""

    ledger: Ledger
    artifacts: Artifacts
    pushes: Pushes
    queue: Queue
    clock: Clock
    # Run -> the head of its ledger when its units were looked at, and what they kept then.
    _known: LRUCache[str, tuple[str, tuple[Held, ...]]] = field(
        default_factory=lambda: LRUCache(maxsize=MOST)
    )

    async def touches(self, place: Place, run: Run | None) -> Mapping[str, tuple[str, ...]]:
        """The files that the units of the approved backlog declare, while some of them have not begun."""
        return await self._declared(place, run) if run is not None and _may_start(run) else {}

    async def elsewhere(self, place: Place, run: Run | None) -> tuple[Held, ...]:
        """The units of other runs that keep their files from this one, while it may start some."""
        if run is None or not _may_start(run):
            return ()
        found: list[Held] = []
        for there in await self._others(place):
            found += await self._kept(there)
        return tuple(found)

    async def tell(self, place: Place, before: Run | None, run: Run) -> None:
        """Send word to the runs that wait for room, when this one has given some back since `before`, or nobody knows."""
        was, now = _taken(before), _taken(run)
        if before is not None and was <= now:
            return
        for there in await self._others(place):
            other = await self._run(there)
            if other is None or not could_start(other):
                continue
            id_ = f"{ROOM}/{there.run}/{place.issue}/{run.length}"
            await self.queue.put(events.event(there, name=ROOM, id_=id_, fields={}, now=self.clock()))

    async def _others(self, place: Place) -> tuple[Place, ...]:
        issues = await self.pushes.open_runs(place)
        return tuple(replace(place, issue=issue) for issue in issues if issue != place.issue)

    async def _kept(self, there: Place) -> tuple[Held, ...]:
        run = await self._run(there)
        if run is None:
            return ()
        known = self._known.get(there.run)
        if known is None or known[0] != run.head:
            known = run.head, kept_by(run, await self._declared(there, run))
            self._known[there.run] = known
        return known[1]

    async def _run(self, there: Place) -> Run | None:
        """The other run; None where there is none, or a ledger that is broken, with which nothing goes on before a person looks."""
        try:
            return (await self.ledger.peek(there)).run
        except (LedgerBroken, NotFound) as error:
            LOG.info("other_run_not_read", other=there.run, why=str(error))
            return None

    async def _declared(self, place: Place, run: Run) -> Mapping[str, tuple[str, ...]]:
        backlog = await backlog_of(self.artifacts, place, run.approved_backlog)
        return {unit.id: unit.files for unit in backlog.units} if backlog else {}


def _may_start(run: Run) -> bool:
    if run.approved_backlog is None or run.stage not in {Stage.SYNCING, Stage.DELIVERING}:
        return False
    waits = any(unit.state in {UnitState.QUEUED, UnitState.READY} for unit in run.open_units)
    return not run.units or waits


def _taken(run: Run | None) -> set[tuple[str, bool]]:
    """The units that keep their files, and whether each takes a place."""
    if run is None or run.stage in FINISHED:
        return set()
    return {(held.unit, held.active) for held in kept_by(run, {})}
