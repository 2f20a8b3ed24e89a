"""One thread writes to the embedded queue's file; everything that waits is committed together."""

import asyncio
import contextlib
import fcntl
import os
import queue
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, TypeVar

from bot.errors import QueueUnavailable
from bot.queue_schema import CHANGES, TABLES, VERSION

Result = TypeVar("Result")
Work = Callable[[sqlite3.Connection], Result]

BATCH = 256
# A log beyond this size is folded back even if that makes writers wait for a moment.
LARGE_LOG = 64 * 1024 * 1024


class Writer:
    """Owns the file: takes the lock, opens the connection, runs work in batches, each batch one durable transaction."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = _own(path)
        try:
            self._connection = _connect(path)
        except (sqlite3.Error, OSError) as error:
            self._lock.close()
            raise QueueUnavailable(f"The queue file {path} cannot be used: {error}.") from error
        self._work: queue.SimpleQueue[_Item | None] = queue.SimpleQueue()
        self._closing = threading.Event()
        self._written = threading.Event()
        self._threads = (
            threading.Thread(target=self._write_batches, name="queue-writer", daemon=True),
            threading.Thread(target=self._fold_log, name="queue-checkpoint", daemon=True),
        )
        for thread in self._threads:
            thread.start()

    async def run(self, work: Work[Result]) -> Result:
        """The result of `work`, once everything it wrote is on the disk."""
        if self._closing.is_set():
            raise QueueUnavailable("The queue is closed.")
        loop = asyncio.get_running_loop()
        future: asyncio.Future[Result] = loop.create_future()
        self._work.put(_Item(work, loop, future))
        return await future

    def close(self) -> None:
        """Finish what was handed in, fold the log back and let another process have the file."""
        if self._closing.is_set():
            return
        self._closing.set()
        self._work.put(None)
        self._written.set()
        for thread in self._threads:
            thread.join()
        with contextlib.suppress(sqlite3.Error):
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        self._connection.close()
        self._lock.close()

    def _write_batches(self) -> None:
        going = True
        while going:
            batch: list[_Item] = []
            item = self._work.get()
            while item is not None:
                batch.append(item)
                if len(batch) == BATCH or self._work.empty():
                    break
                item = self._work.get()
            going = item is not None
            if batch:
                self._commit(batch)

    def _commit(self, batch: "list[_Item]") -> None:
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            results = [item.work(self._connection) for item in batch]
            self._connection.execute("COMMIT")
        except (sqlite3.Error, ValueError) as error:
            # ValueError is text that is no Unicode; it must not end the only thread that writes.
            with contextlib.suppress(sqlite3.Error):
                self._connection.execute("ROLLBACK")
            refusal = f"The queue file {self._path} cannot be written: {error}."
            for item in batch:
                item.fail(QueueUnavailable(refusal))
        else:
            self._written.set()
            for item, result in zip(batch, results, strict=True):
                item.succeed(result)

    def _fold_log(self) -> None:
        """Fold the write-ahead log back about once a second, only when something was written, and off the hot path."""
        with contextlib.closing(sqlite3.connect(self._path, isolation_level=None)) as connection:
            while not self._closing.wait(1.0):
                self._written.wait()
                self._written.clear()
                with contextlib.suppress(sqlite3.Error, OSError):
                    large = os.stat(f"{self._path}-wal").st_size > LARGE_LOG  # noqa: PTH116  # a name beside the path
                    connection.execute(
                        f"PRAGMA wal_checkpoint({'RESTART' if large else 'PASSIVE'})"
                    ).fetchall()


class _Item:
    """A piece of work and where its outcome goes."""

    __slots__ = ("_future", "_loop", "work")

    def __init__(self, work: Work[Any], loop: asyncio.AbstractEventLoop, future: asyncio.Future[Any]) -> None:
        self.work = work
        self._loop = loop
        self._future = future

    def succeed(self, result: object) -> None:
        """Hand the result to whoever waits, if anybody still does."""
        self._tell(self._future.set_result, result)

    def fail(self, error: Exception) -> None:
        """Hand the error to whoever waits, if anybody still does."""
        self._tell(self._future.set_exception, error)

    def _tell(self, say: Callable[[Any], None], outcome: object) -> None:
        def tell() -> None:
            if not self._future.done():
                say(outcome)

        # A loop that has closed has nobody left who waits.
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(tell)


def _own(path: Path) -> IO[str]:
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        # Bodies of private repositories stand in it, so nobody else on the machine may read it or its log.
        path.touch(mode=0o600)
        lock = Path(f"{path}.lock").open("a+", encoding="ascii")  # noqa: SIM115  # held for the life of the process
    except OSError as error:
        raise QueueUnavailable(f"The queue cannot be kept in {path.parent}: {error}.") from error
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        lock.seek(0)
        owner = lock.read().strip() or "unknown"
        lock.close()
        raise QueueUnavailable(
            f"The queue file {path} belongs to another running process (pid {owner}); the embedded queue has one owner."
        ) from error
    lock.truncate(0)
    lock.write(str(os.getpid()))
    lock.flush()
    return lock


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA journal_mode=WAL").fetchall()
        connection.execute("PRAGMA synchronous=FULL")
        # In KiB; the system's own memory of the file is near, and this one would fill up in hours and stay.
        connection.execute("PRAGMA cache_size=-1024")
        connection.execute("PRAGMA wal_autocheckpoint=0")
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version > VERSION:
            raise sqlite3.DatabaseError(f"it was made by a newer version ({version})")
        if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise sqlite3.DatabaseError(
                "it is damaged; move it away and start again, the state is rebuilt from GitHub"
            )
        # A file that was just made has no version.
        for older in range(version or VERSION, VERSION):
            for change in CHANGES[older]:
                connection.execute(change)
        connection.executescript(TABLES)
        connection.execute(f"PRAGMA user_version={VERSION}")
    except sqlite3.Error:
        connection.close()
        raise
    return connection
