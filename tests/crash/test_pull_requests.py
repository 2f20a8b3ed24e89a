"""From the pull request to the merge, every call goes wrong in every way; the end is the same, and nothing is there twice."""

import pytest

from tests.crash.flows import CHECKING, Flow
from tests.crash.runner import Runner
from tests.crash.singles import cases, wrong

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest.mark.parametrize(("flow", "first"), cases(CHECKING))
async def test_any_call_may_go_wrong(runner: Runner, flow: Flow, first: int) -> None:
    assert await wrong(runner, flow, first) == []
