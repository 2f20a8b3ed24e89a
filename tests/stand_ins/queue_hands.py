"""A process that works on the shared queue and does nothing but wait: `python -m tests.stand_ins.queue_hands URL`.

It says on its output when each job begins and ends, and when its end is kept, on the clock that all processes of a machine
share: `<seconds> began|ended|kept <run key> <delivery id> <attempt>`. An event `poison` kills the process in the middle.
"""

import asyncio
import contextlib
import os
import signal
import sys

import click

from bot import log
from bot.clock import now, ticks
from bot.errors import QueueUnavailable
from bot.queue import Job
from bot.queue_heart import Rhythm
from bot.queue_order import Room
from bot.queue_postgres import PostgresQueue


@click.command()
@click.argument("url")
@click.option("--loops", default=4)
@click.option("--seconds", default=0.01, help="How long a job takes.")
@click.option("--room", default=1000, help="Jobs under way at once, in all processes.")
@click.option("--pace", default=1.0, help="The rhythm of the heart, in that of production.")
def main(url: str, loops: int, seconds: float, room: int, pace: float) -> None:
    """Work until told to stop."""
    log.configure(secrets=())
    asyncio.run(_work(url, loops, seconds, Room(room, room, room), pace))


async def _work(url: str, loops: int, seconds: float, room: Room, pace: float) -> None:
    usual = Rhythm()
    rhythm = Rhythm(usual.beat * pace, usual.lease * pace, usual.stalled * pace)
    queue = await PostgresQueue.open(url, clock=now, room=room, rhythm=rhythm)
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, queue.wake)

    async def loop() -> None:
        while (job := await queue.claim()) is not None:
            # On a machine that is too busy for its heart, a process loses what it has in hand, and goes on.
            with contextlib.suppress(QueueUnavailable):
                await see_through(job)

    async def see_through(job: Job) -> None:
        async with queue.lease(job):
            _say("began", job)
            if job.delivery.event == "poison":
                os.kill(os.getpid(), signal.SIGKILL)
            await asyncio.sleep(seconds)
            _say("ended", job)
            await queue.done(job)
            _say("kept", job)

    await asyncio.gather(*(loop() for _ in range(loops)))
    await queue.close()


def _say(what: str, job: Job) -> None:
    sys.stdout.write(f"{ticks()} {what} {job.delivery.run_key} {job.delivery.id} {job.attempt}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
