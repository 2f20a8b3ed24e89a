"""Deliveries that nobody heard, and what the App reads of them afterwards."""

import re

from tests.stories.losing import lose_database
from tests.stories.stage import Play

A_WHILE, HOUR = 300.0, 3600.0


async def unheard(play: Play) -> None:
    """The loops end, so what comes from here on is acknowledged and stays undone."""
    play.app.queue.wake()


async def lost(play: Play) -> int:
    """The database is gone with whatever stayed undone; how many calls there had been. The App looks once when it starts again."""
    await play.github.settle()
    begun = len(play.recorder.calls)
    await lose_database(play)
    return begun


def numbers(play: Play, begun: int) -> list[int]:
    """The deliveries whose content was read since then."""
    paths = [call.path for call in play.recorder.calls[begun:]]
    return [int(found[1]) for path in paths if (found := re.fullmatch(r"/app/hook/deliveries/(\d+)", path))]


def read(play: Play, begun: int) -> list[str]:
    """The kinds of the deliveries whose content was read since then."""
    kinds = {each.id: f"{each.event}.{each.action or ''}" for each in play.github.world.deliveries}
    return [kinds[number] for number in numbers(play, begun)]
