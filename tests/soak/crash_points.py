"""Every call of every flow with every fault, and then pairs of faults by chance, for as long as there is time."""

import itertools
import random
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

from bot.clock import ticks
from tests.crash import interleaved
from tests.crash.faults import FAULTS, Fault
from tests.crash.flows import FLOWS, Flow
from tests.crash.laboratory import laboratory
from tests.crash.port import Where
from tests.crash.runner import Runner
from tests.crash.singles import TOLERATED
from tests.soak.tell import tell

Case = tuple[Flow, dict[Where, Fault]]


async def crash_points(*, seconds: float, seed: int) -> bool:
    """Singles in an order drawn by the seed, so that a short soak sees all flows; pairs when the singles are through."""
    end, drawn = ticks() + seconds, random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        async with laboratory(Path(folder)) as lab:
            runner = Runner(lab)
            orders, mixed = await _interleaved(runner, until=end)
            every = [case async for case in _singles(runner)]
            drawn.shuffle(every)
            singles, wrong = await _played(runner, iter(every), until=end)
            pairs, twice = await _played(runner, _pairs(drawn, every), until=end)
    how = f"of {len(every)} (call, fault) pairs in {len(FLOWS)} flows, seed {seed}; `tests/crash`"
    tell("crash_points_played", singles, "runs", aim=1, how=how, most=False)
    tell("orders_of_two_workers_played", orders, "runs", aim=1, how=ORDERS, most=False)
    in_order = tell(
        "orders_of_two_workers_wrong", mixed, "runs", aim=0, how="the end is another than one by one"
    )
    alone = tell("crash_points_wrong", wrong, "runs", aim=0, how="the end is another than undisturbed")
    tell("crash_pairs_played", pairs, "runs", aim=0, how=f"two faults in one run, seed {seed}", most=False)
    return (
        tell("crash_pairs_wrong", twice, "runs", aim=0, how="the end is another than undisturbed")
        and alone
        and in_order
    )


ORDERS = "at most two switches between a sync and a pause, and two approvals of one plan; all of them"


async def _interleaved(runner: Runner, *, until: float) -> tuple[int, int]:
    """Every order of two workers' calls, and how many of them end otherwise."""
    sync, approve = await interleaved.serial_sync(runner), await interleaved.serial_approve(runner)
    played = wrong = 0
    for at, pause in itertools.product(range(sync.first), range(sync.second)):
        if ticks() > until:
            return played, wrong
        found = await interleaved.sync_while_pausing(runner, sync, at, pause)
        sys.stderr.write("".join(f"{line}\n" for line in found))
        played, wrong = played + 1, wrong + bool(found)
    for at in range(approve.first):
        if ticks() > until:
            return played, wrong
        found = await interleaved.approve_while_approving(runner, approve, at)
        sys.stderr.write("".join(f"{line}\n" for line in found))
        played, wrong = played + 1, wrong + bool(found)
    return played, wrong


async def _singles(runner: Runner) -> AsyncIterator[Case]:
    for flow in FLOWS:
        for number, call in enumerate((await runner.undisturbed(flow)).calls):
            for fault in FAULTS:
                if fault.fits(call.method) and (fault.name, call.site) not in TOLERATED:
                    yield flow, {number: fault}


def _pairs(drawn: random.Random, every: list[Case]) -> Iterator[Case]:
    """Two faults in the same flow, without end."""
    while True:
        flow, first = drawn.choice(every)
        second = drawn.choice([faults for other, faults in every if other is flow])
        yield flow, {**second, **first}


async def _played(runner: Runner, cases: Iterator[Case], *, until: float) -> tuple[int, int]:
    played = wrong = 0
    for flow, faults in cases:
        if ticks() > until:
            break
        found = await runner.judged(flow, faults)
        sys.stderr.write("".join(f"{line}\n" for line in found))
        played, wrong = played + 1, wrong + bool(found)
    return played, wrong
