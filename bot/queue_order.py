"""Which job is next: in order within a run, one step of a repository at a time, and the installations take turns.

The rules, which both engines keep. Jobs of one run are worked on one at a time and in order; one that is tried again keeps
its place at the head. Of one repository one step is under way at a time, and of all together as many as there is room for.
Where there is a choice, the installation that was served longest ago comes first, so that a storm in one delays no other;
within an installation what a person said comes before what only keeps the App up to date; then the oldest comes first.
"""

import heapq
from collections import Counter
from dataclasses import dataclass, field
from enum import IntEnum

from bot import events


class Kind(IntEnum):
    """What a job is to the rules: a step of a run, or work beside it that waits for a model or for GitHub's pace."""

    STEP = 0
    ASK = 1
    SYNC = 2


# What nobody waits for in front of a screen: checks that report, pushes, and the App's own looking around.
BACKGROUND = frozenset(
    {"check_run", "check_suite", "push", "status", "wake", "workflow_run", events.LATE, events.SYNC}
)


@dataclass(frozen=True, slots=True)
class Room:
    """How many jobs of each kind are under way at once, in all processes together."""

    steps: int = 5
    asks: int = 5
    syncs: int = 5

    def of(self, kind: Kind) -> int:
        """The room for one kind."""
        return (self.steps, self.asks, self.syncs)[kind]


def kind_of(event: str) -> Kind:
    """The kind of a delivery, told by its event."""
    return {events.ASK: Kind.ASK, events.SYNC: Kind.SYNC}.get(event, Kind.STEP)


def is_urgent(event: str) -> bool:
    """Whether somebody may be waiting for what comes of it."""
    return event not in BACKGROUND


def repository_of(run_key: str) -> str:
    """The number of the repository a run is in (`bot.events`)."""
    return run_key.partition("#")[0]


@dataclass(frozen=True, slots=True, order=True)
class Ticket:
    """A job as the order knows it; the number alone sorts, because it is never given twice."""

    number: int
    run_key: str
    installation: int = 0
    kind: Kind = Kind.STEP
    urgent: bool = True


@dataclass(slots=True)
class Lane:
    """The waiting jobs of one run and the one that is worked on.

    `held_until` keeps a failed job at the head without letting others overtake it.
    """

    waiting: list[Ticket] = field(default_factory=list)
    current: Ticket | None = None
    held_until: float = 0.0


class Order:
    """Numbers and keys only, never bodies, so that a long backlog costs little memory.

    A job that is put for later stands outside its lane until it is due and then takes its place by number. A lane that
    waits for its repository is parked, and offered again when the repository is free.
    """

    def __init__(self, room: Room | None = None) -> None:
        self._room = room or Room()
        self._lanes: dict[str, Lane] = {}
        self._ready: dict[tuple[Kind, int], list[tuple[bool, int, str]]] = {}
        self._later: list[tuple[float, int, Ticket]] = []
        self._parked: dict[str, set[str]] = {}
        self._busy: set[str] = set()
        self._running: Counter[Kind] = Counter()
        self._served: dict[int, int] = {}
        self._turn = 0
        self._size = 0

    def __len__(self) -> int:
        """How many jobs wait or are being worked on."""
        return self._size

    def add(self, ticket: Ticket, *, due_at: float = 0.0, attempted: bool = False) -> None:
        """Take in a job; one that was attempted before goes straight to its place in the lane."""
        self._size += 1
        if attempted:
            self._hold(ticket, self._lanes.setdefault(ticket.run_key, Lane()), due_at)
        else:
            heapq.heappush(self._later, (due_at, ticket.number, ticket))

    def take(self, now: float) -> tuple[int, str] | None:
        """The next job and its run, which is busy from here on; None when nothing may start."""
        self._wake(now)
        best: tuple[tuple[int, bool, int], tuple[Kind, int]] | None = None
        for kind, installation in list(self._ready):
            if self._running[kind] >= self._room.of(kind):
                continue
            top = self._top(kind, installation, now)
            if top is None:
                continue
            rank = (self._served.get(installation, 0), top[0], top[1])
            if best is None or rank < best[0]:
                best = rank, (kind, installation)
        if best is None:
            return None
        _, number, run_key = heapq.heappop(self._ready[best[1]])
        self._start(self._lanes[run_key])
        return number, run_key

    def finish(self, number: int, run_key: str) -> None:
        """The run's current job is over, well or badly; a job that is not the current one any more changes nothing."""
        lane = self._lanes.get(run_key)
        if lane is None or lane.current is None or lane.current.number != number:
            return
        self._free(lane.current)
        lane.current = None
        lane.held_until = 0.0
        self._size -= 1
        self._offer(run_key, lane)

    def put_back(self, number: int, run_key: str, *, due_at: float) -> None:
        """The run's current job goes back to its place and is tried again when due; see `finish` for any other."""
        lane = self._lanes.get(run_key)
        if lane is None or lane.current is None or lane.current.number != number:
            return
        ticket, lane.current = lane.current, None
        self._free(ticket)
        self._hold(ticket, lane, due_at)

    def soonest(self) -> float | None:
        """When the next sleeping job may be due, None when none sleeps."""
        return self._later[0][0] if self._later else None

    def _hold(self, ticket: Ticket, lane: Lane, due_at: float) -> None:
        heapq.heappush(lane.waiting, ticket)
        lane.held_until = due_at
        # Number -1 marks a lane's alarm: the job itself already stands in the lane.
        heapq.heappush(self._later, (due_at, -1, ticket))

    def _wake(self, now: float) -> None:
        while self._later and self._later[0][0] <= now:
            _, number, ticket = heapq.heappop(self._later)
            lane = self._lanes.setdefault(ticket.run_key, Lane())
            if number >= 0:
                heapq.heappush(lane.waiting, ticket)
            self._offer(ticket.run_key, lane)

    def _offer(self, run_key: str, lane: Lane) -> None:
        if lane.current is not None:
            return
        if not lane.waiting:
            self._lanes.pop(run_key, None)
            return
        head = lane.waiting[0]
        # What a person said cannot overtake in its own run, so it lends its haste to what stands before it.
        calm = not any(ticket.urgent for ticket in lane.waiting)
        ready = self._ready.setdefault((head.kind, head.installation), [])
        heapq.heappush(ready, (calm, head.number, run_key))

    def _top(self, kind: Kind, installation: int, now: float) -> tuple[bool, int, str] | None:
        """The first lane of an installation that may start; lanes that may not are taken out, to be offered again."""
        ready = self._ready[kind, installation]
        while ready:
            _, number, run_key = ready[0]
            lane = self._lanes.get(run_key)
            stale = lane is None or lane.current is not None or not lane.waiting or lane.held_until > now
            if lane is not None and not stale and lane.waiting[0].number == number:
                repository = repository_of(run_key)
                if kind is not Kind.STEP or repository not in self._busy:
                    return ready[0]
                self._parked.setdefault(repository, set()).add(run_key)
            heapq.heappop(ready)
        del self._ready[kind, installation]
        return None

    def _start(self, lane: Lane) -> None:
        ticket = lane.current = heapq.heappop(lane.waiting)
        self._running[ticket.kind] += 1
        self._turn += 1
        self._served[ticket.installation] = self._turn
        if ticket.kind is Kind.STEP:
            self._busy.add(repository_of(ticket.run_key))

    def _free(self, ticket: Ticket) -> None:
        self._running[ticket.kind] -= 1
        if ticket.kind is not Kind.STEP:
            return
        repository = repository_of(ticket.run_key)
        self._busy.discard(repository)
        for run_key in sorted(self._parked.pop(repository, ())):
            if run_key in self._lanes:
                self._offer(run_key, self._lanes[run_key])
