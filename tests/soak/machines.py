"""Orders of two machines' calls on a shared queue with at most two switches, drawn by the seed, until all are played or the time is over."""

import itertools
import random
import sys
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path

from bot.clock import ticks
from tests.crash.interleaved import APPROVE, SYNC
from tests.crash.laboratory import laboratory
from tests.crash.runner import Runner
from tests.postgres.orders import RENAMED, TAKEN_OVER, WITHDRAWN, Orders
from tests.soak.tell import tell
from tests.stand_ins.postgres_server import NoServerError, running_server

Case = Callable[[], Awaitable[list[str]]]
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
                for case in every:
                    if ticks() > end:
                        break
                    found = await case()
                    sys.stderr.write("".join(f"{line}\n" for line in found))
                    played, wrong = played + 1, wrong + bool(found)
    except NoServerError as error:
        sys.stderr.write(f"no PostgreSQL here: {error}\n")
        return True
    how = f"of {len(every)} orders of two machines' calls with at most two switches, seed {seed}; `tests/postgres/orders.py`"
    tell("orders_of_two_machines_played", played, "runs", aim=1, how=how, most=False)
    return tell(
        "orders_of_two_machines_wrong", wrong, "runs", aim=0, how="the end is another than one machine's"
    )


async def _cases(orders: Orders) -> list[Case]:
    """The first stands still after any of its calls; the second has made none, some or all of its own when the first goes on."""
    cases: list[Case] = []
    for flow in TAKEN_OVER:
        total = (await orders.alone(flow)).total
        cases += [_bound(orders.taken_over, flow, *pair) for pair in _pairs(total, total, EVERY)]
    withdrawn = (await orders.alone(WITHDRAWN)).total
    cases += [_bound(orders.withdrawn, *pair) for pair in _pairs(withdrawn, withdrawn, withdrawn)]
    first, second = (await orders.alone(SYNC)).calls
    cases += [_bound(orders.pausing, *pair) for pair in _pairs(first, second, 1)]
    cases += [
        _bound(orders.beside, flow, after)
        for flow in (APPROVE, RENAMED)
        for after in range((await orders.alone(flow)).calls[0])
    ]
    cases += [
        _bound(orders.restarted, flow, after)
        for flow in TAKEN_OVER
        for after in range(0, (await orders.alone(flow)).total, EVERY)
    ]
    return cases


def _pairs(first: int, second: int, every: int) -> list[tuple[int, int]]:
    return list(itertools.product(range(first), [*range(0, second, every), ALL]))


def _bound(play: Callable[..., Awaitable[list[str]]], *about: object) -> Case:
    async def case() -> list[str]:
        try:
            return await play(*about)
        except AssertionError as error:
            return [f"{play.__name__} {about}: {error}"]

    return case
