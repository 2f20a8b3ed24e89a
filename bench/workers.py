"""Measures the shared queue: how work grows with workers, how soon a dead worker's goes on, what a storm costs the others.

`python -m bench.workers` starts a PostgreSQL of its own, which waits for its disk as in production, and working processes that
wait where real ones wait for GitHub.
"""

import asyncio
import contextlib
import statistics
from collections.abc import AsyncIterator, Callable, Sequence

from bench.lines import show
from bot.clock import now, ticks
from bot.queue import Delivery
from bot.queue_postgres import PostgresQueue
from tests.postgres.hands import Hands, hands
from tests.stand_ins.postgres_server import PostgresServer, running_server

# A process's loops, as bot.compose has them, and what a step waits for GitHub in all, in seconds.
LOOPS, STEP = 16, 0.5
JOBS, EMPTY = 480, 2000
KILLS = 3
TENANT, STORM = 60, 1500


def delivery(name: str, run: str, *, installation: int = 1) -> Delivery:
    """A comment of a run, with a body of a usual size."""
    return Delivery(name, "issue_comment", run, b"x" * 14_000, name, now(), installation=installation)


async def put_all(queue: PostgresQueue, deliveries: Sequence[Delivery]) -> None:
    """Put them, some at a time."""
    for start in range(0, len(deliveries), 20):
        await asyncio.gather(*(queue.put(each) for each in deliveries[start : start + 20]))


@contextlib.asynccontextmanager
async def working(url: str, count: int, *, seconds: float) -> AsyncIterator[list[Hands]]:
    """So many working processes, up and heard of."""
    crew = [await hands(url, "--loops", str(LOOPS), "--seconds", str(seconds)) for _ in range(count)]
    reading = [asyncio.create_task(each.read()) for each in crew]
    try:
        yield crew
    finally:
        for each in crew:
            if each.process.returncode is None:
                each.process.terminate()
        await asyncio.gather(*reading, *(each.process.wait() for each in crew))


async def until(what: Callable[[], bool]) -> None:
    """Waits for something to be true of what the processes said."""
    while not what():  # noqa: ASYNC110 - other processes say it
        await asyncio.sleep(0.01)


async def all_in(queue: PostgresQueue) -> None:
    """Waits until nothing is left to do."""
    while await queue.depth():  # noqa: ASYNC110 - the database says it, and nothing in this process
        await asyncio.sleep(0.05)


async def rate(server: PostgresServer, workers: int, *, seconds: float, jobs: int) -> float:
    """Jobs a second while every process works: from when the last of them has come up to when the last job begins."""
    url = server.database()
    queue = await PostgresQueue.open(url, clock=now)
    await put_all(queue, [delivery(f"d{number}", f"acme/r{number}#1") for number in range(jobs)])
    async with working(url, workers, seconds=seconds) as crew:
        await all_in(queue)
    await queue.close()
    said = [each for process in crew for each in process.said]
    start = max(process.said[0].at for process in crew if process.said)
    end = max(each.at for each in said if each.what == "began")
    return sum(each.what == "ended" and start <= each.at <= end for each in said) / (end - start)


async def throughput(server: PostgresServer) -> None:
    """The rates with 1, 2 and 4 workers, against the rate with one."""
    how = f"{JOBS} jobs of {JOBS} repositories that each wait {STEP} s, as steps wait for GitHub; {LOOPS} loops a process"
    one = await rate(server, 1, seconds=STEP, jobs=JOBS)
    show(
        "workers: jobs a second with one",
        one,
        "1/s",
        aim=f">= {0.9 * LOOPS / STEP:g}",
        holds=one >= 0.9 * LOOPS / STEP,
        how=how,
    )
    for count, aim in ((2, 1.8), (4, 3.2)):
        ratio = await rate(server, count, seconds=STEP, jobs=JOBS) / one
        show(f"workers: {count} against one", ratio, "ratio", aim=f">= {aim}", holds=ratio >= aim, how=how)
    bare = f"{EMPTY} jobs that do nothing, so that handing out is all there is; the database and the workers share this machine"
    for count in (1, 2, 4):
        value = await rate(server, count, seconds=0.0, jobs=EMPTY)
        show(
            f"workers: empty jobs a second with {count}",
            value,
            "1/s",
            aim=">= 50",
            holds=value >= 50,
            how=bare,
        )


async def takeover(server: PostgresServer) -> None:
    """Seconds from SIGKILL in mid job to the job's next beginning."""
    url = server.database()
    queue = await PostgresQueue.open(url, clock=now)
    taken: list[float] = []
    for number in range(KILLS):
        async with working(url, 1, seconds=600) as doomed:
            await queue.put(delivery(f"d{number}", f"acme/r{number}#1"))
            victim = doomed[0]
            await until(lambda victim=victim: bool(victim.said))  # type: ignore[misc]  # mypy cannot infer a lambda with a default
            async with working(url, 1, seconds=0.0) as crew:
                await doomed[0].kill()
                await all_in(queue)
            assert doomed[0].killed_at is not None
            taken.append(crew[0].said[0].at - doomed[0].killed_at)
    await queue.close()
    how = f"the longest of {KILLS}: SIGKILL in the middle of a job, until another process begins it; {min(taken):.1f} s the shortest"
    show("workers: a killed one is taken over", max(taken), "s", aim="< 30", holds=max(taken) < 30, how=how)


async def storm(server: PostgresServer) -> None:
    """How long a tenant's jobs take from acceptance to end, alone and while another tenant's storm is worked off."""
    alone = await _tenant(server, stormed=0)
    stormed = await _tenant(server, stormed=STORM)
    ratio = stormed / alone
    how = (
        f"p99 from put to end of {TENANT} jobs of one installation, ten a second, with {STORM} jobs of another before them "
        f"({stormed:.3f} s) against alone ({alone:.3f} s); two workers, jobs of {STEP} s"
    )
    show("workers: another tenant's storm", ratio, "ratio", aim="<= 1.2", holds=ratio <= 1.2, how=how)


async def _tenant(server: PostgresServer, *, stormed: int) -> float:
    url = server.database()
    queue = await PostgresQueue.open(url, clock=now)
    await put_all(queue, [delivery(f"storm{number}", f"storm/r{number}#1") for number in range(stormed)])
    put: dict[str, float] = {}
    async with working(url, 2, seconds=STEP) as crew:
        # The processes take a while to start; a job for each loop tells that both are up.
        for number in range(2 * LOOPS):
            await queue.put(delivery(f"first{number}", f"first/r{number}#1", installation=3))
        await until(lambda: all(each.said for each in crew))
        for number in range(TENANT):
            name = f"t{number}"
            put[name] = ticks()
            await queue.put(delivery(name, f"acme/r{number}#1", installation=2))
            await asyncio.sleep(0.1)
        await until(lambda: put.keys() <= _ended(crew))
    await queue.close()
    ends = {said.id: said.at for each in crew for said in each.said if said.what == "ended"}
    return _p99([ends[name] - at for name, at in put.items()])


def _ended(crew: Sequence[Hands]) -> set[str]:
    return {said.id for each in crew for said in each.said if said.what == "ended"}


def _p99(values: Sequence[float]) -> float:
    return statistics.quantiles(values, n=100, method="inclusive")[98]


async def measured() -> None:
    """Everything, one after the other."""
    with running_server(settings=()) as server:
        await throughput(server)
        await takeover(server)
        await storm(server)


if __name__ == "__main__":
    asyncio.run(measured())
