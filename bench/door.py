"""Measures what the largest deliveries cost in memory: twenty bodies of 25 MB at once, each signed, against the running door.

`python -m bench.door`
"""

import asyncio
import resource
import tempfile
import uuid
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import aiohttp
from aiohttp import web

from bench.lines import show
from bot.intake import Door
from bot.queue_sqlite import SqliteQueue
from bot.signature import sign
from bot.web import make_app

SECRET = b"a secret of the bench, long enough for it"
AT_ONCE = 20
SIZE = 25 * 1024 * 1024
AIM = 512.0
HOW = f"the largest resident set of a door that gets {AT_ONCE} signed bodies of 25 MB at once over HTTP from another process"


def main() -> None:
    """Measure and print."""
    before, after, statuses = asyncio.run(measured())
    show(
        "door: memory under the largest bodies",
        after,
        "MB",
        aim=f"<= {AIM:.0f}",
        holds=after <= AIM and statuses == {202},
        how=f"{HOW}; {before:.0f} MB before; answers {sorted(statuses)}",
    )


async def measured() -> tuple[float, float, set[int]]:
    """The door's largest resident set before and after, in MB, and what it answered."""
    with tempfile.TemporaryDirectory() as folder, ProcessPoolExecutor(1) as senders:
        queue = await SqliteQueue.open(Path(folder) / "queue.sqlite3", clock=lambda: 0.0)
        runner = web.AppRunner(
            make_app(Door((SECRET,), queue, lambda *_: None, lambda: 0.0)), access_log=None
        )
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        port = runner.addresses[0][1]
        loop = asyncio.get_running_loop()
        # A first, small delivery, so that what any delivery needs is not counted.
        await loop.run_in_executor(senders, send, port, 1, 1024)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        statuses = await loop.run_in_executor(senders, send, port, AT_ONCE, SIZE)
        after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        await runner.cleanup()
        await queue.close()
    return before / 1024, after / 1024, set(statuses)


def send(port: int, count: int, size: int) -> list[int]:
    """Send so many bodies of this size at once; the answers' statuses."""
    return asyncio.run(_send(port, count, size))


async def _send(port: int, count: int, size: int) -> list[int]:
    head = b'{"action":"labeled","issue":{"number":7},"repository":{"id":1},"sender":{"login":"mona"},"filling":"'
    body = head + b"x" * (size - len(head) - 2) + b'"}'
    url = f"http://127.0.0.1:{port}/github"

    async def one(session: aiohttp.ClientSession) -> int:
        headers = {
            "Content-Type": "application/json",
            "X-GitHub-Event": "issues",
            "X-GitHub-Delivery": str(uuid.uuid4()),
            "X-Hub-Signature-256": sign(body, SECRET),
        }
        async with session.post(url, data=body, headers=headers) as answer:
            return answer.status

    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=300)) as session:
        return await asyncio.gather(*(one(session) for _ in range(count)))


if __name__ == "__main__":
    main()
