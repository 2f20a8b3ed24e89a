"""Two faults in one run: which pairs a soak plays first, because there are some 25 million of them.

Of every place in the code that a flow comes by, one pair of each kind is in a round: the same place goes wrong again; the
process is killed there, and then a call of the one that goes on where it stood; something else went wrong before. A round
begins with each place once, in one of its flows. Which two faults they are changes from pair to pair, so that all couples of
faults come in turn.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from tests.crash.faults import FAULTS, Fault
from tests.crash.flows import Flow
from tests.crash.port import Passed
from tests.soak.in_turn import in_turn

Kind = Literal["again", "resumed", "apart"]
KINDS: tuple[Kind, ...] = ("again", "resumed", "apart")
Couple = tuple[Fault, Fault]
# A flow in which nothing but a look tells the App of what happened: in the time that two faults take, its timers may come before
# the look, and then a green check is told of before the merge. Either end is right.
NOT_TWICE = frozenset({"nothing told"})
# A process that goes on looks at what it missed, and comes to where the one before stood after about so many calls.
NEAR = 24


@dataclass(frozen=True, slots=True)
class Pair:
    """The call of `flow` with the number `first` goes wrong, and then the next call from a place, or so many calls later."""

    kind: Kind
    flow: Flow
    first: int
    second: int | str
    faults: Couple


def pairs(drawn: random.Random, flows: Mapping[Flow, Sequence[Passed]]) -> Iterator[Pair]:
    """Without end, round by round."""
    couples = {kind: _couples(kind) for kind in KINDS}
    for each in couples.values():
        drawn.shuffle(each)
    while True:
        for number, (flow, site) in enumerate(_places(drawn, flows)):
            for kind in (*KINDS[number % 3 :], *KINDS[: number % 3]):
                found = _pair(drawn, kind, flow, flows[flow], site, couples=couples[kind])
                if found is not None:
                    yield found


def _places(drawn: random.Random, flows: Mapping[Flow, Sequence[Passed]]) -> list[tuple[Flow, str]]:
    """Every place that a flow comes by: first each place once, then each in a second flow, and so on."""
    places = [
        (flow, site)
        for flow, calls in flows.items()
        if flow.name not in NOT_TWICE
        for site in dict.fromkeys(call.site for call in calls)
    ]
    drawn.shuffle(places)
    return in_turn(places, by=lambda place: place[1])


def _couples(kind: Kind) -> list[Couple]:
    return [(one, two) for one in FAULTS for two in FAULTS if kind != "resumed" or one.heard == "killed"]


def _pair(
    drawn: random.Random,
    kind: Kind,
    flow: Flow,
    calls: Sequence[Passed],
    site: str,
    *,
    couples: list[Couple],
) -> Pair | None:
    numbers = [number for number, call in enumerate(calls) if call.site == site]
    at = drawn.choice(numbers)
    first, second = (at, drawn.randrange(NEAR)) if kind == "resumed" else (at, site)
    if kind == "apart":
        earlier = [number for number in range(numbers[-1]) if calls[number].site != site]
        if not earlier:
            return None
        first = drawn.choice(earlier)
    for couple in couples:
        if couple[0].fits(calls[first].method) and (kind == "resumed" or couple[1].fits(calls[at].method)):
            # What did not fit here stays first in line.
            couples.remove(couple)
            couples.append(couple)
            return Pair(kind, flow, first, second, couple)
    return None
