"""The embedded queue: the port's promises, and what is its own: one owner, a damaged, full or read-only file, SIGKILL."""

import asyncio
import signal
import sqlite3
import sys
from pathlib import Path

import pytest

from bot.errors import QueueUnavailable
from bot.queue import Delivery, Queue
from bot.queue_schema import TABLES, WEEK
from bot.queue_sqlite import SqliteQueue
from tests.bot.queue_conformance import (
    BY_NAME,
    BY_NUMBER,
    ManualClock,
    Opener,
    QueueConformance,
    claimed,
    delivery,
    nothing_to_claim,
)
from tests.bot.queue_turns import TurnsConformance

WRITER = """
import asyncio, sys
from pathlib import Path
from bot.queue import Delivery
from bot.queue_sqlite import SqliteQueue

async def main() -> None:
    queue = await SqliteQueue.open(Path(sys.argv[1]), clock=lambda: 0.0)

    async def write(lane: int) -> None:
        number = 0
        while True:
            name = f"{lane}-{number}"
            await queue.put(Delivery(name, "push", f"run-{lane}", b"x" * 2000, name, 0.0))
            sys.stdout.write(name + "\\n")
            sys.stdout.flush()
            number += 1

    async def work() -> None:
        while (job := await queue.claim()) is not None:
            await queue.done(job)
            sys.stdout.write("done " + job.delivery.id + "\\n")
            sys.stdout.flush()

    await asyncio.gather(*(write(lane) for lane in range(8)), work())

asyncio.run(main())
"""


class TestSqliteQueue(QueueConformance, TurnsConformance):
    """The embedded engine keeps the port's promises."""

    @pytest.fixture
    def opener(self, tmp_path: Path, clock: ManualClock) -> Opener:
        async def open_queue() -> SqliteQueue:
            return await SqliteQueue.open(tmp_path / "queue.sqlite3", clock=clock)

        return open_queue

    async def kill(self, queue: Queue) -> None:
        assert isinstance(queue, SqliteQueue)
        queue._writer.close()


@pytest.mark.parametrize("kill", [1, 2, 3])
async def test_nothing_acknowledged_is_lost_when_the_process_is_killed(tmp_path: Path, kill: int) -> None:
    path = tmp_path / "queue.sqlite3"
    acknowledged: set[str] = set()
    finished: set[str] = set()
    for round_ in range(kill):
        child = await asyncio.create_subprocess_exec(
            sys.executable,
            "-c",
            WRITER,
            str(path),
            stdout=asyncio.subprocess.PIPE,
            cwd=Path(__file__).parents[2],
        )
        assert child.stdout is not None
        for _ in range(170 * (round_ + kill)):
            line = (await child.stdout.readline()).decode().strip()
            assert line, "the child ended by itself"
            (finished if line.startswith("done ") else acknowledged).add(line.removeprefix("done "))
        child.send_signal(signal.SIGKILL)
        # What reached the pipe before the kill was acknowledged too; the last line may be cut short.
        for line in (await child.stdout.read()).decode().split("\n")[:-1]:
            (finished if line.startswith("done ") else acknowledged).add(line.removeprefix("done "))
        assert await child.wait() == -signal.SIGKILL
    with sqlite3.connect(path) as connection:
        states = dict(connection.execute("SELECT id, state FROM job").fetchall())
    connection.close()
    assert acknowledged - states.keys() == set()
    assert {name for name in finished if states[name] != 2} == set()


async def test_a_second_owner_is_told_who_the_first_is(tmp_path: Path) -> None:
    queue = await SqliteQueue.open(tmp_path / "q", clock=ManualClock())
    with pytest.raises(QueueUnavailable, match=r"belongs to another running process \(pid \d+\)"):
        await SqliteQueue.open(tmp_path / "q", clock=ManualClock())
    await queue.close()
    await (await SqliteQueue.open(tmp_path / "q", clock=ManualClock())).close()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        pytest.param(
            b"this is no database, whatever its name says" * 100, "file is not a database", id="rubbish"
        ),
        pytest.param(b"SQLite format 3\x00" + b"\xff" * 4096, "cannot be used", id="broken header"),
    ],
)
async def test_a_damaged_file_is_refused_and_left_alone(tmp_path: Path, content: bytes, says: str) -> None:
    (tmp_path / "q").write_bytes(content)
    with pytest.raises(QueueUnavailable, match=says):
        await SqliteQueue.open(tmp_path / "q", clock=ManualClock())
    assert (tmp_path / "q").read_bytes() == content


async def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(QueueUnavailable, match="cannot be kept in"):
        await SqliteQueue.open(tmp_path / "file" / "q", clock=ManualClock())


async def test_a_newer_file_is_refused(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "q") as connection:
        connection.execute("PRAGMA user_version=99")
    connection.close()
    with pytest.raises(QueueUnavailable, match="newer version"):
        await SqliteQueue.open(tmp_path / "q", clock=ManualClock())


@pytest.mark.parametrize(
    "pragma", ["PRAGMA query_only=1", "PRAGMA max_page_count=1"], ids=["read-only", "full"]
)
async def test_a_disk_that_takes_nothing_is_told_and_recovers(tmp_path: Path, pragma: str) -> None:
    clock = ManualClock()
    queue = await SqliteQueue.open(tmp_path / "q", clock=clock)
    await queue.put(delivery("before", body=b"x" * 10_000))
    job = await claimed(queue)
    connection = queue._writer._connection
    connection.execute(pragma)
    large = delivery("during", run="other", body=b"x" * 100_000)
    with pytest.raises(QueueUnavailable, match="cannot be written"):
        await queue.put(large)
    if "query_only" in pragma:
        with pytest.raises(QueueUnavailable):
            await queue.beat()
        with pytest.raises(QueueUnavailable):
            await queue.done(job)
    connection.execute("PRAGMA query_only=0")
    connection.execute("PRAGMA max_page_count=1000000")
    assert await queue.put(large) == "queued"
    clock.time += 1
    names = {(await claimed(queue)).delivery.id}
    if "query_only" in pragma:
        names |= {(await claimed(queue)).delivery.id}
        assert names == {"before", "during"}
    await queue.close()


async def test_a_claim_that_cannot_be_counted_is_not_handed_out(tmp_path: Path) -> None:
    clock = ManualClock()
    queue = await SqliteQueue.open(tmp_path / "q", clock=clock)
    await queue.put(delivery("a"))
    queue._writer._connection.execute("PRAGMA query_only=1")
    with pytest.raises(QueueUnavailable):
        await queue.claim()
    queue._writer._connection.execute("PRAGMA query_only=0")
    clock.time += 1
    job = await claimed(queue)
    assert (job.delivery.id, job.attempt) == ("a", 1)
    await queue.close()


async def test_one_bad_text_does_not_end_the_writer(tmp_path: Path) -> None:
    queue = await SqliteQueue.open(tmp_path / "q", clock=ManualClock())
    with pytest.raises(QueueUnavailable):
        await queue.put(delivery("bad \udc80", body=b"x"))
    assert await queue.put(delivery("good")) == "queued"
    await queue.close()


async def test_finished_work_is_forgotten_after_a_week_and_its_body_at_once(tmp_path: Path) -> None:
    clock = ManualClock()
    queue = await SqliteQueue.open(tmp_path / "q", clock=clock)
    await queue.put(delivery("a", body=b"y" * 100))
    await queue.done(await claimed(queue))
    rows = queue._writer._connection.execute("SELECT length(body) FROM job").fetchall()
    assert rows == [(0,)]
    await queue.close()
    clock.time += WEEK + 1
    queue = await SqliteQueue.open(tmp_path / "q", clock=clock)
    await asyncio.sleep(0)
    await queue.beat()
    assert await queue.put(delivery("a", body=b"y" * 100)) == "queued"
    await queue.close()


async def test_nobody_else_on_the_machine_can_read_the_queue(tmp_path: Path) -> None:
    queue = await SqliteQueue.open(tmp_path / "data" / "q", clock=ManualClock())
    await queue.put(delivery("a"))
    modes = {path.name: oct(path.stat().st_mode & 0o777) for path in (tmp_path / "data").iterdir()}
    assert {name: modes[name] for name in ("q", "q-wal", "q-shm")} == {
        "q": "0o600",
        "q-wal": "0o600",
        "q-shm": "0o600",
    }
    assert oct((tmp_path / "data").stat().st_mode & 0o777) == "0o700"
    await queue.close()


async def test_a_closed_queue_says_so(tmp_path: Path) -> None:
    queue = await SqliteQueue.open(tmp_path / "q", clock=ManualClock())
    await queue.close()
    with pytest.raises(QueueUnavailable, match="closed"):
        await queue.put(delivery("a"))
    await queue.close()


async def test_waiting_costs_nothing_when_nothing_sleeps(tmp_path: Path) -> None:
    queue = await SqliteQueue.open(tmp_path / "q", clock=ManualClock())
    assert queue._order.soonest() is None
    assert await nothing_to_claim(queue)
    await queue.close()


async def test_a_file_of_the_first_version_is_taken_over(tmp_path: Path) -> None:
    tables = TABLES.replace(
        ",\n  installation INTEGER NOT NULL DEFAULT 0, lost INTEGER NOT NULL DEFAULT 0", ""
    )
    with sqlite3.connect(tmp_path / "q") as connection:
        connection.executescript(tables)
        connection.execute(
            "INSERT INTO job(id, event, run_key, body, received, due) VALUES('a', 'push', 'r', x'', 0, 0)"
        )
        connection.execute("PRAGMA user_version=1")
    connection.close()
    assert "lost" not in tables
    queue = await SqliteQueue.open(tmp_path / "q", clock=ManualClock())
    assert (await claimed(queue)).delivery == Delivery("a", "push", "r", b"", "", 0.0)
    await queue.close()


async def test_what_waits_in_a_file_of_the_second_version_is_by_the_repository_s_number(
    tmp_path: Path,
) -> None:
    queue = await SqliteQueue.open(tmp_path / "q", clock=ManualClock())
    for each in BY_NAME:
        await queue.put(each)
    await queue.close()
    with sqlite3.connect(tmp_path / "q") as connection:
        connection.execute("PRAGMA user_version=2")
    connection.close()
    queue = await SqliteQueue.open(tmp_path / "q", clock=ManualClock())
    waiting = [(await claimed(queue)).delivery for _ in BY_NAME]
    assert {each.id: each.run_key for each in waiting} == BY_NUMBER
    await queue.close()


@pytest.mark.parametrize("ticks", range(5))
async def test_a_loop_that_is_cancelled_as_news_comes_ends(tmp_path: Path, ticks: int) -> None:
    """`asyncio.wait_for` forgets a cancellation that comes as it is about to return; the loop would wait for ever."""
    queue = await SqliteQueue.open(tmp_path / "queue.sqlite3", clock=lambda: 0.0)
    await queue.put(delivery("a"))
    await queue.retry_at(await claimed(queue), 10.0, "later")
    claiming = asyncio.create_task(queue.claim())
    for _ in range(5):
        await asyncio.sleep(0)

    queue._tell()
    for _ in range(ticks):
        await asyncio.sleep(0)
    claiming.cancel()

    await asyncio.wait({claiming}, timeout=1.0)
    ended = claiming.cancelled()
    queue.wake()
    await asyncio.wait({claiming}, timeout=1.0)
    await queue.close()
    assert ended
