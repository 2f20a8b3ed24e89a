"""What can be wrong with the database, and what the operator is told about it."""

import asyncio
from dataclasses import replace

import pytest

from bot.clock import now
from bot.demo.servers import free_port
from bot.errors import Misconfigured, QueueUnavailable
from bot.postgres import Database
from bot.queue_postgres import PostgresQueue
from bot.queue_postgres_schema import VERSION
from tests.bot.queue_conformance import BY_NAME, BY_NUMBER, delivery
from tests.postgres.rhythm import FAST
from tests.stand_ins.named_postgres import named
from tests.stand_ins.postgres_server import PostgresServer


async def refused(url: str) -> str:
    with pytest.raises((Misconfigured, QueueUnavailable)) as raised:
        await Database.open(url)
    assert "hunter2" not in f"{raised.value}"
    return str(raised.value)


async def test_a_database_that_nobody_answers_for(url: str) -> None:
    del url
    said = await refused(f"postgresql://signalbox:hunter2@127.0.0.1:{free_port()}/x")
    assert said.startswith("The database in DATABASE_URL cannot be reached: connection failed")


async def test_a_database_that_does_not_exist(server: PostgresServer) -> None:
    said = await refused(server.url("nowhere"))
    assert 'database "nowhere" does not exist' in said


async def test_an_address_with_parts_that_mean_nothing() -> None:
    said = await refused("postgresql://signalbox:hunter2@127.0.0.1/x?colour=red")
    assert said == "DATABASE_URL has parts that PostgreSQL does not know."


@pytest.mark.parametrize(
    ("version", "said"),
    [
        ("12.22", "The database in DATABASE_URL is PostgreSQL 12; 13 or newer is needed."),
        # It is let in, and the server here can do nothing with the tables that are asked for next.
        ("13.0", "The tables cannot be made in the database: "),
    ],
)
async def test_a_database_that_is_too_old(version: str, said: str) -> None:
    async with named(version) as url:
        assert (await refused(url)).startswith(said)


async def test_a_user_who_may_not_make_tables(server: PostgresServer, url: str) -> None:
    server.do("DROP ROLE IF EXISTS guest")
    server.do("CREATE ROLE guest LOGIN")
    said = await refused(url.replace("signalbox@", "guest:hunter2@"))
    assert "may not make or use Signalbox's tables: permission denied for schema public" in said
    server.do("DROP ROLE guest")


async def test_tables_of_another_version(server: PostgresServer, url: str) -> None:
    await (await Database.open(url)).close()
    server.do("UPDATE signalbox_schema SET version = 99", url=url)
    said = await refused(url)
    assert "are of version 99 and this Signalbox works with version 2" in said


async def test_what_waits_in_tables_of_the_first_version_is_by_the_repository_s_number(
    server: PostgresServer, url: str
) -> None:
    queue = await PostgresQueue.open(url, clock=now)
    for each in BY_NAME:
        await queue.put(each)
    # Nobody has lined it up yet.
    await queue.put(replace(BY_NAME[0], id="later", due_at=now() + 0.2))
    await queue.close()
    server.do("UPDATE signalbox_schema SET version = 1", url=url)

    queue = await PostgresQueue.open(url, clock=now, rhythm=FAST)
    found = dict[str, str]()
    async with asyncio.timeout(20):
        while len(found) <= len(BY_NAME):
            job = await queue.claim()
            assert job is not None
            found[job.delivery.id] = job.delivery.run_key
            await queue.done(job)
    assert found == {**BY_NUMBER, "later": "9#7"}
    await queue.close()
    assert server.do("SELECT version FROM signalbox_schema", url=url) == [(VERSION,)]


async def test_a_database_that_another_program_uses(server: PostgresServer, url: str) -> None:
    server.do("CREATE TABLE procrastinate_jobs(id int)", url=url)
    assert "of another program; give Signalbox its own" in await refused(url)


async def test_many_processes_that_start_at_once_make_the_tables_once(url: str) -> None:
    opened = await asyncio.gather(*(Database.open(url) for _ in range(4)))
    for database in opened:
        assert await database.rows("SELECT version FROM signalbox_schema") == [(VERSION,)]
        await database.close()


async def test_work_in_hand_is_given_up_when_the_database_stays_away(
    server: PostgresServer, url: str
) -> None:
    """Another process could take the work over from now on, so this one must not go on with it."""
    queue = await PostgresQueue.open(url, clock=now, rhythm=FAST)
    await queue.put(delivery("a"))
    job = await queue.claim()
    assert job is not None
    server.stop()
    try:
        with pytest.raises(QueueUnavailable, match="another process may have this job"):
            async with queue.lease(job):
                await asyncio.sleep(20)
    finally:
        server.start()
    again = await asyncio.wait_for(queue.claim(), 20)
    assert again is not None
    assert (again.delivery.id, again.attempt) == ("a", 2)
    await queue.done(again)
    assert await queue.depth() == 0
    await queue.close()
