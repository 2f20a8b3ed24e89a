"""Measures what a lost database costs: reading one run back from GitHub alone, with a long thread, and with pull requests.

`python -m bench.rebuild`
"""

import asyncio
import time

from bench.lines import show
from bench.staged import staged
from policies.run import Run
from policies.stages import UnitState
from tests.stories.shortcuts import approve_unit, delivering
from tests.stories.stage import REPOSITORY, Play
from tests.stories.test_many_issues import prd

THREADS = (30, 1000)
# Each page of a hundred comments is read at most so often.
AIM = 3.0
# Open pull requests with green checks, and the run whose cost is worked out from the two: GitHub lists a hundred issues a page.
PULLS = (2, 5)
LARGE_ISSUES, LARGE_PULLS, LARGE_AIM, PAGE = 500, 50, 600, 100
RULES = {".github/signalbox.yml": "max_parallel_units: 20\n"}


async def lost(play: Play) -> tuple[int, float, bool]:
    """Calls and CPU seconds of one `/status` after the database is gone, and whether the run is what it was."""
    before = await play.run()
    await play.lose_database()
    counted, began = len(play.recorder.calls), time.process_time()
    await play.says("raj", "/signalbox status")
    calls = len(play.recorder.calls) - counted
    after = await play.run()
    return calls, time.process_time() - began, after == before


async def threads() -> None:
    """The cost with a short thread and with a long one."""
    cost: dict[int, int] = {}
    async with staged() as play:
        await delivering(play)
        for length in THREADS:
            said = len(await play.comments())
            for _ in range(length - said):
                await play.person("raj").comment(REPOSITORY, play.issue, "It seems fine to me.")
            await play.settled()
            calls, seconds, same = await lost(play)
            cost[length] = calls
            how = (
                f"a run with its issues made and {length} comments in its thread, and the file deleted: one "
                f"`/signalbox status`; {seconds:.2f} s of CPU with the stand-in's; the run is {'the same' if same else 'ANOTHER'}"
            )
            show(f"rebuild: calls with {length} comments", calls, "calls", aim="", holds=same, how=how)
    few, many = THREADS
    pages = many // 100 - (few + 99) // 100
    value = (cost[many] - cost[few]) / pages
    how = f"what {many} comments cost more than {few}, by pages of 100"
    show(
        "rebuild: reads of each page of comments",
        value,
        "ratio",
        aim=f"<= {AIM:.0f}",
        holds=value <= AIM,
        how=how,
    )


async def large() -> None:
    """What a look at the open runs after the loss costs with few and with more pull requests, and what that is for many."""
    cost: dict[int, int] = {}
    async with staged() as play:
        await play.commits("raj", RULES)
        run = await delivering(play, prd=prd(50))
        issues = len(run.units) + len(run.slices)
        for pulls in PULLS:
            run = await _with_open(play, pulls)
            await play.lose_database()
            before = len(play.recorder.calls)
            await play.app.sweep.once()
            await play.settled()
            cost[pulls] = len(play.recorder.calls) - before
            same = await play.run() == run
            how = f"a run with {issues} issues and {pulls} open pull requests with green checks, when GitHub has forgotten its deliveries; the run is {'the same' if same else 'ANOTHER'}"
            show(
                f"rebuild: calls with {pulls} pull requests",
                cost[pulls],
                "calls",
                aim="",
                holds=same,
                how=how,
            )
    few, more = PULLS
    each = (cost[more] - cost[few]) / (more - few)
    value = cost[few] + each * (LARGE_PULLS - few) + (LARGE_ISSUES - issues) / PAGE
    how = f"worked out from the two lines above: {each:.1f} calls for each open pull request, of which a run may have 20 at once, and one for every {PAGE} issues; those answered “not modified” are counted too"
    name = f"rebuild: calls for {LARGE_ISSUES} issues and {LARGE_PULLS} pull requests"
    show(name, value, "calls", aim=f"<= {LARGE_AIM}", holds=value <= LARGE_AIM, how=how)


async def _with_open(play: Play, pulls: int) -> Run:
    """The run once so many of its units' pull requests are open and green, and GitHub has forgotten what it delivered."""
    while True:
        run = await play.run()
        opened = [pull for pull in run.pull_requests.values() if pull.subject != "plan"]
        if len(opened) == pulls:
            break
        waiting = next(unit for unit in run.units.values() if unit.state is UnitState.WAITING_USER_APPROVAL)
        pull = await approve_unit(play, waiting.id)
        await play.ci(pull.commit_sha, "success")
    play.github.world.deliveries.clear()
    return run


if __name__ == "__main__":
    asyncio.run(threads())
    asyncio.run(large())
