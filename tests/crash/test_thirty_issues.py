"""Thirty issues with their parents and links are brought in step: a sample of calls goes wrong, several in one run; `make soak` strikes each alone."""

import random
from typing import TYPE_CHECKING

import pytest

from tests.crash.faults import FAULTS
from tests.crash.flows import FLOWS
from tests.crash.runner import Runner
from tests.crash.singles import TOLERATED

if TYPE_CHECKING:
    from tests.crash.faults import Fault
    from tests.crash.port import Where

pytestmark = pytest.mark.asyncio(loop_scope="module")

FLOW = next(flow for flow in FLOWS if flow.name == "sync thirty issues")
TOGETHER = 8


async def test_every_place_in_the_code_goes_wrong_once(runner: Runner) -> None:
    calls = (await runner.undisturbed(FLOW)).calls
    methods = {call.site: call.method for call in reversed(calls)}
    blows: list[tuple[Where, Fault]] = [
        (site, fault)
        for number, site in enumerate(methods)
        if (fault := FAULTS[number % len(FAULTS)]).fits(methods[site]) and (fault.name, site) not in TOLERATED
    ]
    wrong: list[str] = []
    for start in range(0, len(blows), TOGETHER):
        wrong += await runner.judged(FLOW, dict(blows[start : start + TOGETHER]))
    assert wrong == []


@pytest.mark.parametrize("seed", [1, 2])
async def test_every_fault_comes_somewhere_between_the_issues(runner: Runner, seed: int) -> None:
    calls = (await runner.undisturbed(FLOW)).calls
    assert sum(call.method == "POST" and call.url.endswith("/issues") for call in calls) >= 30
    writes = [number for number, call in enumerate(calls) if call.site == "sync.Sync._post post"]
    assert len(writes) > 90
    faults = [fault for fault in FAULTS if fault.fits("POST")]
    struck: dict[Where, Fault] = dict(
        zip(sorted(random.Random(seed).sample(writes, len(faults))), faults, strict=True)
    )
    assert await runner.judged(FLOW, struck) == []
