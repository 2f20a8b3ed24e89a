"""Which job is next: first come, first served within a run, and never two jobs of one run at once."""

import heapq
from dataclasses import dataclass, field


@dataclass(slots=True)
class Lane:
    """The waiting jobs of one run and the one that is worked on.

    `held_until` keeps a failed job at the head without letting others overtake it.
    """

    waiting: list[int] = field(default_factory=list)
    current: int | None = None
    held_until: float = 0.0


class Order:
    """Job numbers only, never bodies, so that a long backlog costs little memory.

    A job that is put for later stands outside its lane until it is due and then takes its place by number. A job that
    is tried again keeps its place at the head of the lane, because the ones behind it may depend on it.
    """

    def __init__(self) -> None:
        self._lanes: dict[str, Lane] = {}
        self._ready: list[tuple[int, str]] = []
        self._later: list[tuple[float, int, str]] = []
        self._size = 0

    def __len__(self) -> int:
        """How many jobs wait or are being worked on."""
        return self._size

    def add(self, number: int, run_key: str, *, due_at: float = 0.0, attempted: bool = False) -> None:
        """Take in a job; one that was attempted before goes straight to its place in the lane."""
        self._size += 1
        lane = self._lanes.setdefault(run_key, Lane())
        if attempted:
            self._hold(number, run_key, lane, due_at)
        else:
            heapq.heappush(self._later, (due_at, number, run_key))

    def take(self, now: float) -> tuple[int, str] | None:
        """The next job and its run, which is busy from here on; None when nothing is due."""
        self._wake(now)
        while self._ready:
            _, run_key = heapq.heappop(self._ready)
            lane = self._lanes.get(run_key)
            if lane is None or lane.current is not None or not lane.waiting or lane.held_until > now:
                continue
            lane.current = heapq.heappop(lane.waiting)
            return lane.current, run_key
        return None

    def finish(self, number: int, run_key: str) -> None:
        """The run's current job is over, well or badly; a job that is not the current one any more changes nothing."""
        lane = self._lanes.get(run_key)
        if lane is None or lane.current != number:
            return
        lane.current = None
        lane.held_until = 0.0
        self._size -= 1
        self._offer(run_key, lane)

    def put_back(self, number: int, run_key: str, *, due_at: float) -> None:
        """The run's current job goes back to its place and is tried again when due; see `finish` for any other."""
        lane = self._lanes.get(run_key)
        if lane is None or lane.current != number:
            return
        lane.current = None
        self._hold(number, run_key, lane, due_at)

    def soonest(self) -> float | None:
        """When the next sleeping job may be due, None when none sleeps."""
        return self._later[0][0] if self._later else None

    def _hold(self, number: int, run_key: str, lane: Lane, due_at: float) -> None:
        heapq.heappush(lane.waiting, number)
        lane.held_until = due_at
        # Number -1 marks a lane's alarm: the job itself already stands in the lane.
        heapq.heappush(self._later, (due_at, -1, run_key))

    def _wake(self, now: float) -> None:
        while self._later and self._later[0][0] <= now:
            _, number, run_key = heapq.heappop(self._later)
            lane = self._lanes.setdefault(run_key, Lane())
            if number >= 0:
                heapq.heappush(lane.waiting, number)
            self._offer(run_key, lane)

    def _offer(self, run_key: str, lane: Lane) -> None:
        if lane.current is not None:
            return
        if lane.waiting:
            heapq.heappush(self._ready, (lane.waiting[0], run_key))
        else:
            self._lanes.pop(run_key, None)
