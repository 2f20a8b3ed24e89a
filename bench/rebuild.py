"""Measures what a lost database costs: reading runs back from GitHub alone, with a long thread, and with hundreds of issues.

`python -m bench.rebuild`
"""

import asyncio
import json
import time
from typing import Any

from pydantic import SecretStr

from bench.lines import show
from bench.staged import staged
from policies.run import Run
from policies.stages import UnitState
from tests.stand_ins.messages_api import MessagesApi, Say, Step, messages_api
from tests.stand_ins.model_mind import backlog, section, sensible
from tests.stories.modelled import settled_anew
from tests.stories.prds import prd
from tests.stories.shortcuts import approve_unit, delivering
from tests.stories.stage import REPOSITORY, Play

THREADS = (30, 1000)
# Each page of a hundred comments is read at most so often.
AIM = 3.0
# The large run: requirements for so many issues, pull requests, and how many of these are open in the end, which is the most a run may have.
REQUIREMENTS, ISSUES, PULLS, OPEN, LARGE_AIM = 450, 500, 50, 20, 600
RULES = {".github/signalbox.yml": f"max_parallel_units: {OPEN}\n"}
PATIENCE = 600.0


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
                f"`/signalbox status`; {seconds:.2f} s of CPU with the stand-in's; the run is {_same(same)}"
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
    """Hundreds of issues and fifty pull requests, and what the App does at its first look after everything it kept is gone."""
    async with staged() as play, messages_api() as api:
        api.mind = side_by_side
        await ready_for_many(play, api)
        began = time.process_time()
        run = await delivering(play, prd=prd(REQUIREMENTS))
        issues, made = len(run.units) + len(run.slices), time.process_time() - began
        run, each = await with_pulls(play)
        how = f"a run of {len(run.units)} units with a model that answers at once; {each[0]:.2f} s for the first ten of {PULLS}, stand-in and all"
        show(
            "scale: CPU from a yes to green and merged, the last ten",
            each[1],
            "s",
            aim="",
            holds=None,
            how=how,
        )
        how = f"a run of {len(run.units)} units, from the label to {issues} issues with their links; stand-in and all"
        show("scale: CPU for each issue", 1000 * made / issues, "ms", aim="", holds=None, how=how)
        kept = len(play.github.world.deliveries)
        for name, held in ((f"{kept} deliveries to doubt", kept), ("no delivery left", 0)):
            if not held:
                play.github.world.deliveries.clear()
            await play.lose_database()
            before, seconds = len(play.recorder.calls), time.process_time()
            await play.app.sweep.once()
            await play.settled()
            calls, seconds = len(play.recorder.calls) - before, time.process_time() - seconds
            same = await play.run() == run
            how = (
                f"{issues} issues, {PULLS} pull requests of units of which {OPEN} are open and green, and all that the App keeps deleted, "
                f"with {name}; {seconds:.1f} s of CPU with the stand-in's; the run is {_same(same)}"
            )
            show(
                f"rebuild: calls for {ISSUES} issues and {PULLS} pull requests, {name.partition(' ')[2] if held else name}",
                calls,
                "calls",
                aim=f"<= {LARGE_AIM}",
                holds=same and calls <= LARGE_AIM,
                how=how,
            )


async def ready_for_many(play: Play, api: MessagesApi) -> None:
    """An App that asks this model, and a repository in which OPEN units may be under way."""
    play.patience = PATIENCE
    await settled_anew(play, anthropic_api_key=SecretStr(api.key), anthropic_base_url=api.url)
    await play.commits("raj", RULES)


async def with_pulls(play: Play) -> tuple[Run, tuple[float, float]]:
    """Units approved one after another, green, and merged but for the last; CPU seconds of each of the first ten and the last."""
    took: list[float] = []
    for number in range(PULLS):
        began = time.process_time()
        run = await play.run()
        waiting = next(unit for unit in run.units.values() if unit.state is UnitState.WAITING_USER_APPROVAL)
        pull = await approve_unit(play, waiting.id)
        # A minute passes with each, and a token of the CI is good for an hour.
        play.github._tokens.clear()  # noqa: SLF001 - nobody else forgets one
        await play.ci(pull.commit_sha, "success")
        if number < PULLS - OPEN:
            await play.merges("raj", pull.number)
            took.append(time.process_time() - began)
    return await play.run(), (sum(took[:10]) / 10, sum(took[-10:]) / 10)


def side_by_side(request: dict[str, Any]) -> Step:
    """A model whose units wait for nothing and share no files."""
    if section(request) != "backlog":
        return sensible(request)
    draft = backlog(request)
    for unit in draft["units"]:
        unit.update(files=[f"docs/units/{unit['id']}.md"], depends_on=[])
    return Say(json.dumps(draft))


def _same(same: bool) -> str:  # noqa: FBT001 - read as a sentence where it is called
    return "the same" if same else "ANOTHER"


if __name__ == "__main__":
    asyncio.run(threads())
    asyncio.run(large())
