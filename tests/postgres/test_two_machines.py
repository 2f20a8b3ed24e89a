"""Two machines on one queue: a sample of the orders of their calls that `make soak` plays in full."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.crash.interleaved import APPROVE
from tests.crash.laboratory import laboratory
from tests.crash.runner import Runner
from tests.postgres.orders import RENAMED, TAKEN_OVER, Orders
from tests.stand_ins.postgres_server import PostgresServer

pytestmark = pytest.mark.asyncio(loop_scope="module")
PLAN, SYNC, _ = TAKEN_OVER


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def orders(tmp_path_factory: pytest.TempPathFactory, server: PostgresServer) -> AsyncIterator[Orders]:
    """Both machines, whose starts are prepared once."""
    async with laboratory(tmp_path_factory.mktemp("machines")) as lab:
        yield Orders(Runner(lab), server)


async def test_a_machine_that_wakes_when_another_has_its_work_writes_nothing_twice(orders: Orders) -> None:
    """Its approval was on its way, or its issues were; the other has made a few calls, or all of them."""
    assert await orders.taken_over(PLAN, after=6, until=1000) == []
    assert await orders.taken_over(SYNC, after=24, until=35) == []


async def test_a_machine_that_wakes_writes_nothing_whose_yes_was_taken_back_meanwhile(orders: Orders) -> None:
    """It has read that all is well and made the commit, and stands still right before the branch."""
    assert await orders.withdrawn(after=await orders.before_the_branch(), until=1000) == []


async def test_one_brings_issues_in_step_while_the_other_pauses_the_run(orders: Orders) -> None:
    assert await orders.pausing(after=40, until=5) == []


async def test_a_machine_that_is_free_leaves_a_run_alone_that_another_works_on(orders: Orders) -> None:
    assert await orders.beside(APPROVE, after=12) == []


async def test_a_machine_that_is_free_leaves_a_run_alone_whose_repository_has_another_name_by_now(
    orders: Orders,
) -> None:
    """The first works off what was said under the old name when more is said under the new one."""
    assert await orders.beside(RENAMED, after=24) == []
