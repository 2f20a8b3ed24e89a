"""Orders of two workers, pairs of faults, and every call of every flow with every fault: a third of the time each."""

import itertools
import random
import sys
import tempfile
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from pathlib import Path

from bot.clock import ticks
from tests.crash import interleaved
from tests.crash.faults import FAULTS, Fault
from tests.crash.flows import FLOWS, Flow
from tests.crash.laboratory import laboratory
from tests.crash.port import Passed
from tests.crash.runner import Runner
from tests.crash.singles import TOLERATED
from tests.soak.pairs import Pair, pairs
from tests.soak.tell import tell

Single = tuple[Flow, int, Fault]
Order = Callable[[], Awaitable[list[str]]]
WRONG = "the end is another than undisturbed"


async def crash_points(*, seconds: float, seed: int) -> bool:
    """All drawn by the seed, so that a short soak sees something of everything; time that is left over is the next one's."""
    began, drawn = ticks(), random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        async with laboratory(Path(folder)) as lab:
            runner = Runner(lab)
            in_order = await _orders(runner, drawn, until=began + seconds / 3)
            flows = {flow: (await runner.undisturbed(flow)).calls for flow in FLOWS}
            twice = await _pairs(runner, pairs(drawn, flows), flows, until=began + seconds * 2 / 3)
            every = _singles(flows)
            drawn.shuffle(every)
            return await _alone(runner, every, until=began + seconds) and in_order and twice


async def _orders(runner: Runner, drawn: random.Random, *, until: float) -> bool:
    """Orders of two workers' calls, of which none may end otherwise."""
    sync, approve = await interleaved.serial_sync(runner), await interleaved.serial_approve(runner)

    def syncing(at: int, pause: int) -> Order:
        return lambda: interleaved.sync_while_pausing(runner, sync, at, pause)

    def approving(at: int) -> Order:
        return lambda: interleaved.approve_while_approving(runner, approve, at)

    orders = [syncing(*each) for each in itertools.product(range(sync.first), range(sync.second))]
    orders += [approving(at) for at in range(approve.first)]
    drawn.shuffle(orders)
    played = wrong = 0
    for order in orders:
        if ticks() > until:
            break
        played, wrong = played + 1, wrong + _told(await order())
    how = f"of {len(orders)}, at most two switches between a sync and a pause, and two approvals of one plan"
    tell("orders_of_two_workers_played", played, "runs", aim=1, how=how, most=False)
    return tell("orders_of_two_workers_wrong", wrong, "runs", aim=0, how="the end is another than one by one")


async def _pairs(
    runner: Runner, drawn: Iterator[Pair], flows: Mapping[Flow, Sequence[Passed]], *, until: float
) -> bool:
    """Two faults in one run; what a fault is tolerated for where it struck is not looked at."""
    played = wrong = both = 0
    places, couples = set[str](), set[tuple[str, str]]()
    for pair in drawn:
        if ticks() > until:
            break
        found = await runner.judged(pair.flow, {pair.first: pair.faults[0]}, {pair.second: pair.faults[1]})
        struck = runner.lab.port.struck
        played += 1
        wrong += not TOLERATED.keys() & set(struck) and _told(found)
        if len(struck) > 1:
            both += 1
            places.add(struck[1][1])
            couples.add((struck[0][0], struck[1][0]))
    every = {call.site for calls in flows.values() for call in calls}
    how = (
        f"of some {_all_pairs(flows):,} in {len(flows)} flows; in {both} of them both came, {len(couples)} of {len(FAULTS) ** 2} couples of"
        f" faults, the second at {len(places & every)} of {len(every)} places in the code; `tests/soak/pairs.py`"
    )
    tell("crash_pairs_played", played, "runs", aim=1, how=how, most=False)
    return tell("crash_pairs_wrong", wrong, "runs", aim=0, how=WRONG)


async def _alone(runner: Runner, every: Sequence[Single], *, until: float) -> bool:
    played = wrong = 0
    for flow, number, fault in every:
        if ticks() > until:
            break
        played, wrong = played + 1, wrong + _told(await runner.judged(flow, {number: fault}))
    how = f"of {len(every):,} (call, fault) in {len(FLOWS)} flows; `tests/crash`"
    tell("crash_points_played", played, "runs", aim=1, how=how, most=False)
    return tell("crash_points_wrong", wrong, "runs", aim=0, how=WRONG)


def _told(found: Sequence[str]) -> bool:
    """Whether something is wrong; it is told at once."""
    sys.stderr.write("".join(f"{line}\n" for line in found))
    return bool(found)


def _all_pairs(flows: Mapping[Flow, Sequence[Passed]]) -> int:
    """How many unordered pairs there are of two faults in one flow."""
    return sum(
        sum(fault.fits(call.method) for call in calls for fault in FAULTS) ** 2 // 2
        for calls in flows.values()
    )


def _singles(flows: Mapping[Flow, Sequence[Passed]]) -> list[Single]:
    return [
        (flow, number, fault)
        for flow, calls in flows.items()
        for number, call in enumerate(calls)
        for fault in FAULTS
        if fault.fits(call.method) and (fault.name, call.site) not in TOLERATED
    ]
