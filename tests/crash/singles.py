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
    ): "whoever was renamed a moment ago is refused, and says it again",
    # Gaps: nothing is written or lost, and a person, or the next hourly look, puts it right.
    (
        "stale",
        "unit_issues.with_unit_issue get",
    ): "an assignment that is not shown yet is seen at the next look",
    ("stale", "failing._red_runs get_all"): "a check that is not shown as red yet is not asked for again",
    ("late 404", "failing.run_again post"): "a check that cannot be found yet is not asked for again",
    ("422 exists", "failing.run_again post"): "a second try that is refused is told as red at once",
    ("late 404", "actions.run_jobs_again get"): "a job that cannot be found yet is asked for by its check",
    ("late 404", "actions.run_jobs_again post"): "the same",
    ("422 exists", "merge_groups.MergeGroups._answer post"): "a commit that is gone is not answered",
    # GraphQL has no such answer; a pull request that cannot be made ready stays a draft, and the thread says so.
    ("late 404", "handing.Handing.over graphql"): "the draft is kept",
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
