"""Two workers at once: a sample of the orders that `make soak` plays in full, spread evenly over both their calls."""

import pytest

from tests.crash import interleaved
from tests.crash.runner import Runner

pytestmark = pytest.mark.asyncio(loop_scope="module")
# Every third call of the sync, with another call of the pause each time; every ninth call of an approval.
SYNC, PAUSE, APPROVE = 3, 5, 9


async def test_issues_are_brought_in_step_once_whatever_comes_between(runner: Runner) -> None:
    serial = await interleaved.serial_sync(runner)
    wrong: list[str] = []
    for at in range(0, serial.first, SYNC):
        until = at * PAUSE % serial.second
        wrong += await interleaved.sync_while_pausing(runner, serial, at, until)
    assert wrong == []


async def test_a_plan_that_is_approved_twice_at_once_is_written_once(runner: Runner) -> None:
    serial = await interleaved.serial_approve(runner)
    wrong: list[str] = []
    for at in range(0, serial.first, APPROVE):
        wrong += await interleaved.approve_while_approving(runner, serial, at)
    assert wrong == []
