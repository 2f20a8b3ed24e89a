"""A stage whose App asks a model, and minds for the model: sensible, spoiled in one section, or in trouble for a while."""

import asyncio
import json
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from typing import Any

from policies.artifacts import PACK
from tests.stand_ins.messages_api import MessagesApi, Say, Step
from tests.stand_ins.model_mind import outside, section, sensible
from tests.stories.stage import Play

Mind = Callable[[dict[str, Any]], Step]
Change = Callable[[dict[str, Any]], dict[str, Any]]


async def settled_anew(play: Play, **settings: object) -> None:
    """The App starts again with other settings."""
    await play.stop()
    play.settings = play.settings.model_copy(update=settings)
    await play.start()


def asked(api: MessagesApi) -> Counter[str]:
    """How often each section was asked."""
    return Counter(section(request) for request in api.requests)


def instead(name: str, *steps: Step) -> Mind:
    """Answers this section with the steps, one each time, and sensibly once they are used up."""
    left = list(steps)

    def mind(request: dict[str, Any]) -> Step:
        return left.pop(0) if left and section(request) == name else sensible(request)

    return mind


def spoiled(name: str, change: Change) -> Mind:
    """Answers sensibly, but for a change to every answer to this section."""

    def mind(request: dict[str, Any]) -> Step:
        said = said_by(sensible(request))
        if section(request) != name:
            return said
        return replace(said, text=json.dumps(change(json.loads(said.text)), separators=(",", ":")))

    return mind


def said_by(step: Step) -> Say:
    """The step, which is words."""
    assert isinstance(step, Say)
    return step


def without(name: str, count: int) -> Change:
    """An answer that has lost the first entries of a list."""
    return lambda answer: {**answer, name: answer[name][count:]}


async def until(holds: Callable[[], Awaitable[bool]]) -> None:
    """Waits for something that comes while the App still has other things to wait for."""
    async with asyncio.timeout(20):
        for _ in iter(int, 1):
            if await holds():
                return
            await asyncio.sleep(0.02)


async def pack(play: Play) -> dict[str, Any]:
    """The newest plan."""
    sight = await play.look()
    assert sight.run is not None
    found: dict[str, Any] = json.loads(sight.artifacts[sight.run.plans[-1].files[PACK]])
    return found


def serving(*units: str) -> Any:
    """These units serve the first demand on quality."""

    def change(backlog: dict[str, Any]) -> dict[str, Any]:
        demand = {"requirement_ids": ["N-1"], "foundation": False}
        found = [{**unit, **demand} if unit["id"] in units else unit for unit in backlog["units"]]
        return {**backlog, "units": found}

    return change


def instructing(request: dict[str, Any]) -> Iterator[str]:
    """Every text of a request that may instruct the model: all but marked material and its own earlier answers."""
    yield from (block["text"] for block in request["system"])
    for turn in request["messages"]:
        if turn["role"] == "assistant":
            continue
        texts = (
            [turn["content"]]
            if isinstance(turn["content"], str)
            else [part["text"] for part in turn["content"]]
        )
        yield from (outside(text) for text in texts)
