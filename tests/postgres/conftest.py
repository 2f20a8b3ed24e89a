"""A PostgreSQL server for all tests of a process, and a database of its own for each."""

import os
from collections.abc import Iterator

import pytest

from tests.stand_ins.postgres_server import NoServerError, PostgresServer, running_server


@pytest.fixture(scope="session")
def server() -> Iterator[PostgresServer]:
    """Where CI runs, a server that does not start is a failure; elsewhere these tests are skipped and say why."""
    try:
        with running_server() as server:
            yield server
    except NoServerError as error:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(f"no PostgreSQL here: {error}")


@pytest.fixture
def url(server: PostgresServer) -> str:
    return server.database()
