"""The App's web door as it runs in production, over the embedded queue, with loops that claim each job and finish it at once.

`python -m bench.served PORT FOLDER` answers until it is asked to end, and leaves in FOLDER/started the seconds from the
acceptance of each delivery to the start of its job. What a job does is GitHub's time and not the door's, so it does nothing.
"""

import asyncio
import json
import os
import signal
import sys
import time
from pathlib import Path

from aiohttp import web

from bench.load import SECRET
from bot.intake import Door
from bot.queue_sqlite import SqliteQueue
from bot.web import make_app
from handlers import route

LOOPS = 16
CORE = 0


async def served(port: int, folder: Path) -> None:
    """Answer until SIGTERM."""
    queue = await SqliteQueue.open(folder / "queue.sqlite3", clock=time.time)
    door = Door((SECRET,), queue, route.run_key, time.time)
    started: list[float] = []

    async def work() -> None:
        while (job := await queue.claim()) is not None:
            started.append(time.time() - job.delivery.received_at)
            await queue.done(job)

    runner = web.AppRunner(make_app(door), access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    loops = [asyncio.create_task(work()) for _ in range(LOOPS)]
    ended = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, ended.set)
    await ended.wait()
    await runner.cleanup()
    queue.wake()
    await asyncio.gather(*loops)
    await queue.close()
    (folder / "started").write_text(json.dumps(started))


if __name__ == "__main__":
    if len(os.sched_getaffinity(0)) > 1:
        os.sched_setaffinity(0, {CORE})
    asyncio.run(served(int(sys.argv[1]), Path(sys.argv[2])))
