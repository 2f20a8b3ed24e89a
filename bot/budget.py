"""The accounts of what models cost: the most a call can cost is held before it is made, and settled when it has ended."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from agents.ask import Call
from bot.clock import Clock
from bot.errors import SignalboxError
from bot.place import Place
from bot.queue import Cache
from config.budgets import Caps
from policies.budget import Over, Spending, dollars, judge
from policies.run import Run


class OverBudget(SignalboxError):
    """A call was not made, because it could break a budget; `over` says which."""

    def __init__(self, over: Over) -> None:
        super().__init__(f"{over.scope}: {dollars(over.spent)} of {dollars(over.cap)}")
        self.over = over


@dataclass(frozen=True, slots=True)
class Hold:
    """What is held for one call, in millionths of a dollar, and the accounts it is held in."""

    accounts: tuple[str, ...]
    worst: int


class Budgets:
    """The accounts of runs, repositories' days and days, kept in the queue's cache and shared by all processes on it.

    A hold that is never settled stays: its call may have been paid for although nobody saw how it ended. Without the
    cache a run's account begins at what its ledger says, and the days' accounts begin anew.
    """

    def __init__(self, *, cache: Cache, caps: Caps, clock: Clock) -> None:
        self._cache = cache
        self._caps = caps
        self._clock = clock

    def purse(self, place: Place, run: Run) -> "Purse":
        """What the run may pay from."""
        cap = self._caps.run if run.budget is None else run.budget
        caps = Caps(self._caps.call, cap, self._caps.repository_day, self._caps.day)
        return Purse(self, place, caps, run.cost)

    async def hold(self, place: Place, worst: int, *, caps: Caps, recorded: int) -> Hold:
        """Hold `worst`, or raise OverBudget; `recorded` is what the run's ledger says it has cost."""
        day = datetime.fromtimestamp(self._clock(), UTC).date().isoformat()
        accounts = (
            f"budget/run/{place.repository_id}/{place.issue}",
            f"budget/day/{day}/{place.installation}/{place.repository_id}",
            f"budget/day/{day}",
        )

        def held(kept: Sequence[bytes | None]) -> tuple[Sequence[bytes] | None, Over | None]:
            run, repository_day, whole_day = (_amount(each) for each in kept)
            spending = Spending(max(run, recorded), repository_day, whole_day)
            over = judge(worst, spending=spending, caps=caps)
            if over is not None:
                return None, over
            after = (spending.run + worst, repository_day + worst, whole_day + worst)
            return [str(each).encode() for each in after], None

        over = await self._cache.change(accounts, held)
        if over is not None:
            raise OverBudget(over)
        return Hold(accounts, worst)

    async def settle(self, hold: Hold, cost: int) -> None:
        """The call has ended and cost this much."""

        def settled(kept: Sequence[bytes | None]) -> tuple[Sequence[bytes], None]:
            return [str(_amount(each) + cost - hold.worst).encode() for each in kept], None

        await self._cache.change(hold.accounts, settled)


def _amount(kept: bytes | None) -> int:
    return int(kept) if kept else 0


@dataclass(frozen=True, slots=True)
class Purse:
    """What pays for the calls of one question; `calls` are those its answer is made of so far, in the order they ended."""

    budgets: Budgets
    place: Place
    caps: Caps
    recorded: int
    calls: list[Call] = field(default_factory=list)

    async def hold(self, worst: int) -> Hold:
        """Hold the most a call can cost, before it is made; raises OverBudget."""
        return await self.budgets.hold(self.place, worst, caps=self.caps, recorded=self.recorded)

    async def settle(self, hold: Hold, cost: int) -> None:
        """Pay what the call cost, and let go of the rest."""
        await self.budgets.settle(hold, cost)
