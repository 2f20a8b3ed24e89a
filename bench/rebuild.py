"""Measures what a lost database costs: reading one run back from GitHub alone, with a short thread and with a long one.

`python -m bench.rebuild`
"""

import asyncio
import time

from bench.lines import show
from bench.staged import staged
from tests.stories.shortcuts import delivering
from tests.stories.stage import REPOSITORY, Play

THREADS = (30, 1000)
# Each page of a hundred comments is read at most so often.
AIM = 3.0


async def lost(play: Play) -> tuple[int, float, bool]:
    """Calls and CPU seconds of one `/status` after the database is gone, and whether the run is what it was."""
    before = await play.run()
    await play.lose_database()
    counted, began = len(play.recorder.calls), time.process_time()
    await play.says("raj", "/signalbox status")
    calls = len(play.recorder.calls) - counted
    after = await play.run()
    return calls, time.process_time() - began, after == before


async def main() -> None:
    """Measure and print."""
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


if __name__ == "__main__":
    asyncio.run(main())
