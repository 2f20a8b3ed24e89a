"""Orders of two machines' calls on a shared queue with at most two switches, drawn by the seed, until all are played or the time is over.

Those that differ most come first: the sorts of orders take turns, and of one sort the first machine has stood still after each of
its calls once before it does so after any of them again.
"""

import itertools
import random
import sys
import tempfile
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from bot.clock import ticks
from tests.crash.flows import Flow
from tests.crash.interleaved import APPROVE, SYNC
from tests.crash.laboratory import laboratory
from tests.crash.runner import Runner
from tests.postgres.orders import RENAMED, TAKEN_OVER, WITHDRAWN, Orders
from tests.soak.in_turn import in_turn
from tests.soak.tell import tell
from tests.stand_ins.postgres_server import NoServerError, running_server


@dataclass(frozen=True, slots=True)
class Case:
    """One order: its sort, after how many calls the first machine stands still, and how it is played."""

    sort: str
    after: int
    play: Callable[[], Awaitable[list[str]]]


# The first stands still after every one of its calls. When it wakes, the second has made a multiple of so many, or all of its own.
EVERY, ALL = 4, 1000


async def machines(*, seconds: float, seed: int) -> bool:
    """Orders until there are none left; where no server can start, that is said, and nothing else."""
    end, played, wrong = ticks() + seconds, 0, 0
    try:
        with tempfile.TemporaryDirectory() as folder, running_server() as server:
            async with laboratory(Path(folder)) as lab:
                every = await _cases(Orders(Runner(lab), server))
                random.Random(seed).shuffle(every)
                every = in_turn(every, by=lambda case: (case.sort, case.after))
                for case in in_turn(every, by=lambda case: case.sort):
                    if ticks() > end:
                        break
                    found = await case.play()
                    sys.stderr.write("".join(f"{line}\n" for line in found))
                    played, wrong = played + 1, wrong + bool(found)
    except NoServerError as error:
        sys.stderr.write(f"no PostgreSQL here: {error}\n")
        return True
    how = (
        f"of {len(every):,} orders of two machines' calls with at most two switches, {len({case.sort for case in every})} sorts of"
        f" them in turn, seed {seed}; `tests/postgres/orders.py`"
    )
    tell("orders_of_two_machines_played", played, "runs", aim=1, how=how, most=False)
    return tell(
        "orders_of_two_machines_wrong", wrong, "runs", aim=0, how="the end is another than one machine's"
    )


async def _cases(orders: Orders) -> list[Case]:
    """The first stands still after any of its calls; the second has made none, some or all of its own when the first goes on."""
    cases: list[Case] = []
    for flow in TAKEN_OVER:
        total = (await orders.alone(flow)).total
        cases += [_case(orders.taken_over, *pair, flow=flow) for pair in _both(total, total, EVERY)]
        cases += [_case(orders.restarted, after, flow=flow) for after in range(0, total, EVERY)]
    for flow in (APPROVE, RENAMED):
        calls, *_ = (await orders.alone(flow)).calls
        cases += [_case(orders.beside, after, flow=flow) for after in range(calls)]
    withdrawn = (await orders.alone(WITHDRAWN)).total
    cases += [_case(orders.withdrawn, *pair) for pair in _both(withdrawn, withdrawn, withdrawn)]
    first, second = (await orders.alone(SYNC)).calls
    return cases + [_case(orders.pausing, *pair) for pair in _both(first, second, 1)]


def _both(first: int, second: int, every: int) -> list[tuple[int, int]]:
    return list(itertools.product(range(first), [*range(0, second, every), ALL]))


def _case(play: Callable[..., Awaitable[list[str]]], *calls: int, flow: Flow | None = None) -> Case:
    about = (flow, *calls) if flow else calls

    async def played() -> list[str]:
        try:
            return await play(*about)
        except AssertionError as error:
            return [f"{play.__name__} {about}: {error}"]

    return Case(f"{play.__name__} {flow.name if flow else ''}", calls[0], played)
