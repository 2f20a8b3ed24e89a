"""A PostgreSQL database: connections, transactions that procrastinate's statements join, and what can be wrong with one."""

import contextlib
from collections.abc import AsyncIterator, Iterator
from contextvars import ContextVar
from typing import Any, Self

import psycopg
import psycopg_pool
from procrastinate import App, PsycopgConnector, exceptions

from bot import queue_postgres_schema as sql
from bot.errors import Misconfigured, QueueUnavailable

Connection = psycopg.AsyncConnection[Any]

# Procrastinate's own lower end; https://procrastinate.readthedocs.io/en/stable/quickstart.html
OLDEST = 13
CONNECTIONS = 10
# GitHub waits ten seconds for an answer, so that a database that is away must be noticed well before.
LONGEST_WAIT = 4.0

_JOINED: ContextVar[Connection | None] = ContextVar("transaction", default=None)


class JoiningPool(psycopg_pool.AsyncConnectionPool[Connection]):
    """A pool that hands everybody inside a transaction that transaction's connection.

    Procrastinate takes its connections from here. So its statements and ours are kept together or not at all.
    """

    @contextlib.asynccontextmanager
    async def connection(self, timeout: float | None = None) -> AsyncIterator[Connection]:  # noqa: ASYNC109 - psycopg's name
        """A connection whose work is kept when the block ends well."""
        joined = _JOINED.get()
        if joined is not None:
            yield joined
            return
        async with super().connection(timeout) as connection:
            yield connection


class Database:
    """One process's door to the database; every error of it comes out as QueueUnavailable."""

    def __init__(self, pool: JoiningPool, connector: PsycopgConnector) -> None:
        self._pool = pool
        self.jobs = App(connector=connector)

    @classmethod
    async def open(cls, url: str) -> Self:
        """Look at the database first, make the tables if need be, then keep connections to it.

        Raises Misconfigured when it can never work like this, and QueueUnavailable when it may later.
        """
        await _prepare(url)
        pool = JoiningPool(
            url,
            min_size=1,
            max_size=CONNECTIONS,
            timeout=LONGEST_WAIT,
            # A connection is tried again whenever one is wanted; waiting longer and longer would outlast the outage.
            reconnect_timeout=1.0,
            check=JoiningPool.check_connection,
            open=False,
        )
        connector = PsycopgConnector()
        with failing():
            await pool.open()
            await connector.open_async(pool)
        return cls(pool, connector)

    @contextlib.asynccontextmanager
    async def transaction(self) -> AsyncIterator[Connection]:
        """Everything in the block is kept, procrastinate's statements too, or nothing is."""
        with failing():
            async with self._pool.connection() as connection:
                token = _JOINED.set(connection)
                try:
                    yield connection
                finally:
                    _JOINED.reset(token)

    async def rows(self, statement: str, **values: object) -> list[tuple[Any, ...]]:
        """What one statement gives, kept when this returns."""
        async with self.transaction() as connection:
            cursor = await connection.execute(statement, values)
            return await cursor.fetchall() if cursor.description else []

    async def close(self) -> None:
        """Let go of every connection."""
        await self._pool.close()


@contextlib.contextmanager
def failing() -> Iterator[None]:
    """The database's errors, and those of text it cannot hold, as ours."""
    try:
        yield
    except (psycopg.Error, exceptions.ProcrastinateException, UnicodeError) as error:
        raise QueueUnavailable(f"The database cannot be used: {_said(error)}.") from error


async def _prepare(url: str) -> None:
    try:
        connection = await psycopg.AsyncConnection.connect(url, connect_timeout=5)
    except psycopg.OperationalError as error:
        raise QueueUnavailable(f"The database in DATABASE_URL cannot be reached: {_said(error)}.") from error
    except psycopg.Error as error:
        raise Misconfigured("DATABASE_URL has parts that PostgreSQL does not know.") from error
    async with connection:
        version = connection.info.server_version // 10_000
        if version < OLDEST:
            raise Misconfigured(
                f"The database in DATABASE_URL is PostgreSQL {version}; {OLDEST} or newer is needed."
            )
        try:
            await _make_tables(connection)
        except psycopg.errors.InsufficientPrivilege as error:
            raise Misconfigured(
                f"The user in DATABASE_URL may not make or use Signalbox's tables: {_said(error)}. Let it own the database, or"
                " `GRANT CREATE, USAGE ON SCHEMA public`."
            ) from error
        except psycopg.Error as error:
            raise QueueUnavailable(f"The tables cannot be made in the database: {_said(error)}.") from error


async def _make_tables(connection: Connection) -> None:
    """Once for all processes that start together; the lock is let go of with the transaction."""
    await connection.execute(sql.LOCK_TABLES)
    cursor = await connection.execute(sql.HAS_TABLES)
    ours, theirs = await cursor.fetchone() or (None, None)
    if ours is None:
        if theirs is not None:
            raise Misconfigured(
                "The database in DATABASE_URL has procrastinate's tables of another program; give Signalbox its own."
            )
        await connection.execute(App(connector=PsycopgConnector()).schema_manager.get_schema())
        await connection.execute(sql.TABLES)
        return
    cursor = await connection.execute(sql.VERSION_THERE)
    (there,) = await cursor.fetchone() or (0,)
    if there == 1:
        for change in sql.SECOND:
            await connection.execute(change)
        return
    if there != sql.VERSION:
        raise Misconfigured(
            f"The tables in the database are of version {there} and this Signalbox works with version {sql.VERSION}: run the"
            " Signalbox that fits, or empty the database; the state is read back from GitHub."
        )


def _said(error: BaseException) -> str:
    """The first line of what went wrong; connection errors name host and user and never the password."""
    cause: BaseException = error.__cause__ if isinstance(error.__cause__, psycopg.Error) else error
    lines = str(cause).strip().splitlines()
    return (lines[0] if lines else type(cause).__name__).rstrip(".")
