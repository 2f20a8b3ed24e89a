"""Two faults in one run: what `make soak` plays first of the millions of pairs, and that both strike."""

import random
from itertools import islice

import pytest

from tests.crash.faults import FAULTS, Fault
from tests.crash.flows import FLOWS, look_again
from tests.crash.port import Passed, Where
from tests.crash.runner import Runner
from tests.soak.in_turn import in_turn
from tests.soak.pairs import KINDS, pairs

FAULT = {fault.name: fault for fault in FAULTS}
FLOW = {flow.name: flow for flow in FLOWS}
SITES = ("step.read get", "step.write post", "card.show patch", "step.read get")
TWO = {
    flow: [Passed(f"{site} {number}", site.split()[-1].upper(), "") for number, site in enumerate(SITES)]
    for flow in FLOWS[:2]
}


def test_each_place_goes_wrong_second_before_any_does_so_in_another_flow_and_every_couple_of_faults_comes() -> (
    None
):
    """The first call of all has nothing before it, so that it makes two pairs and not three."""
    drawn = list(islice(pairs(random.Random(3), TWO), 3000))
    first = drawn[: len(SITES) * len(KINDS) - 1]
    again = [pair for pair in first if pair.kind == "again"]
    assert len({pair.second for pair in again}) == len(again) == len(SITES)
    assert all(TWO[pair.flow][pair.first].site == pair.second for pair in again)
    assert all(pair.faults[0].heard == "killed" for pair in drawn if pair.kind == "resumed")
    assert all(TWO[pair.flow][pair.first].site != pair.second for pair in drawn if pair.kind == "apart")
    met = {(pair.kind, *(fault.name for fault in pair.faults)) for pair in drawn}
    assert len([each for each in met if each[0] == "apart"]) == len(FAULTS) ** 2
    assert len([each for each in met if each[0] == "resumed"]) == 2 * len(FAULTS)


def test_the_first_of_every_sort_comes_first() -> None:
    assert in_turn(["a1", "a2", "b1", "a3", "b2", "c1"], by=lambda each: each[0]) == [
        "a1",
        "b1",
        "c1",
        "a2",
        "b2",
        "a3",
    ]


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("killed after", {0: FAULT["late 404"]}),
        ("500 before", {"telling.Teller.tell post": FAULT["killed after"]}),
        # The first call of the new process is a read.
        ("killed before", {0: FAULT["422 exists"]}),
    ],
)
async def test_a_plan_comes_about_once_when_two_things_go_wrong(
    runner: Runner, first: str, then: dict[Where, Fault]
) -> None:
    assert await runner.judged(FLOW["label to plan"], {"telling.Teller.tell post": FAULT[first]}, then) == []
    assert len(runner.lab.port.struck) == 2


@pytest.mark.asyncio(loop_scope="module")
async def test_what_one_look_saw_as_it_had_been_the_next_one_sees(runner: Runner) -> None:
    """Nothing tells the App of what happened but a look, and its list of the units' issues is an old one."""
    flow = FLOW["nothing told"]
    expected = (await runner.undisturbed(flow)).ending
    await runner.play(flow, {"reconcile._unit_issues get_all": FAULT["stale"]})
    play = runner.lab.play
    assert (await play.run()).stage != expected.stage
    play.wait(3700)
    await look_again(play)
    await play.settled()
    assert (await play.run()).stage == expected.stage
