"""Measures what it costs when one merge frees all the other units of a large run at once: `python -m bench.release`."""

import asyncio
import json
import time
from typing import Any

from bench.lines import show
from bench.rebuild import OPEN, REQUIREMENTS, ready_for_many
from bench.staged import staged
from policies.stages import UnitState
from tests.stand_ins.messages_api import Say, Step, messages_api
from tests.stand_ins.model_mind import backlog, section, sensible
from tests.stories.prds import prd
from tests.stories.shortcuts import approve_unit, delivering


def behind_one(request: dict[str, Any]) -> Step:
    """A model whose units all wait for the first, and share no files."""
    if section(request) != "backlog":
        return sensible(request)
    draft = backlog(request)
    first, *others = draft["units"]
    for unit in (first, *others):
        unit.update(files=[f"docs/units/{unit['id']}.md"], depends_on=[first["id"]] if unit in others else [])
    return Say(json.dumps(draft))


async def released() -> None:
    """The merge of the first unit, until as many of the others as may are proposed."""
    async with staged() as play, messages_api() as api:
        api.mind = behind_one
        await ready_for_many(play, api)
        run = await delivering(play, prd=prd(REQUIREMENTS))
        unit = next(each for each in run.units.values() if each.state is UnitState.WAITING_USER_APPROVAL)
        pull = await approve_unit(play, unit.id)
        await play.ci(pull.commit_sha, "success")
        before, began = len(play.recorder.calls), time.process_time()
        await play.merges("raj", pull.number)
        calls, seconds = len(play.recorder.calls) - before, time.process_time() - began
        run = await play.run()
        proposed = sum(each.state is UnitState.WAITING_USER_APPROVAL for each in run.units.values())
        ready = sum(each.state is UnitState.READY for each in run.units.values())
        how = (
            f"the first of {len(run.units)} units is merged, and all others waited for it: {ready} more could start, and {proposed} "
            f"are proposed, as many as may be under way; a model that answers at once, {seconds:.1f} s of CPU with the stand-in's"
        )
        share = calls / proposed
        show(
            "scale: calls for each unit proposed, of all that a merge frees",
            share,
            "calls",
            aim="",
            holds=proposed == OPEN and ready == len(run.units) - OPEN - 1,
            how=how,
        )


if __name__ == "__main__":
    asyncio.run(released())
