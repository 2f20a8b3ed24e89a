"""Each call site with each fault, in the flow that it was dealt to."""

from typing import TYPE_CHECKING

import pytest

from tests.crash.deal import dealt
from tests.crash.faults import FAULTS, Fault
from tests.crash.flows import Flow
from tests.crash.runner import Runner

if TYPE_CHECKING:
    from tests.crash.port import Where

# So many sites are struck in one run, each with another fault: it saves two runs of three. What goes wrong is played
# again with each fault alone, to say which it was.
TOGETHER = 3

# What ends otherwise, and why that is right.
TOLERATED = {
    (
        "stale",
        "rights._actor get_unless_gone",
    ): "whoever was renamed a moment ago is refused, and says it again; a name is believed once and not guessed",
    (
        "stale",
        "reconcile._pull_request get",
    ): "what one look saw as it had been, the next sees, within the hour (`test_pairs.py`); meanwhile more may have been proposed",
    ("stale", "reconcile._unit_issues get_all"): "the same",
    ("stale", "unit_issues.as_closed get"): "the same",
    ("422 exists", "failing._rerequested post"): (
        "GitHub says like this that a check cannot be run again, and nothing tells that apart from a first try that was carried out; "
        "it is told as red at once, and what comes of the check counts all the same"
    ),
    (
        "late 404",
        "actions.run_jobs_again get",
    ): "a job that cannot be found yet is asked for by its check, which is the same job",
    ("late 404", "actions.run_jobs_again post"): "the same",
    ("422 exists", "merge_groups.MergeGroups._answer post"): (
        "GitHub answers like this to a check on a commit that is gone, and never to one that is there already"
    ),
    (
        "late 404",
        "handing.Handing.over graphql",
    ): "GraphQL has no such answer; a pull request that cannot be made ready stays a draft, and the thread says so",
}


def cases(flows: tuple[Flow, ...]) -> list[object]:
    """Each of these flows that has call sites, and which fault its first site is struck with."""
    return [
        pytest.param(flow, first, id=f"{flow.name} - {fault.name}")
        for flow in flows
        if flow.name in dealt().values()
        for first, fault in enumerate(FAULTS)
    ]


async def wrong(runner: Runner, flow: Flow, first: int) -> list[str]:
    """What goes wrong when the flow's sites are struck, one with this fault and each further one with the next fault."""
    calls = (await runner.undisturbed(flow)).calls
    methods = {call.site: call.method for call in reversed(calls)}
    sites = [site for site, name in dealt().items() if name == flow.name]
    found = [
        f"{flow.name} does not come by {site}: python -m tests.crash.deal" for site in {*sites} - {*methods}
    ]
    blows: list[tuple[Where, Fault]] = [
        (site, fault)
        for number, site in enumerate(sites)
        if (fault := FAULTS[(first + number) % len(FAULTS)]).fits(methods.get(site, ""))
        and (fault.name, site) not in TOLERATED
    ]
    for start in range(0, len(blows), TOGETHER):
        together = dict(blows[start : start + TOGETHER])
        broken = await runner.judged(flow, together)
        # One fault may keep the flow from coming by where another waits.
        again = dict(together if broken else runner.lab.port.left)
        alone = [line for blow in again.items() for line in await _alone(runner, flow, *blow)]
        found += alone or broken
    return found


async def _alone(runner: Runner, flow: Flow, where: "Where", fault: Fault) -> list[str]:
    found = await runner.judged(flow, {where: fault})
    return [*found, *(f"{flow.name}: nothing came by {place}" for place in runner.lab.port.left)]
