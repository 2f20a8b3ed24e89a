"""A hub of an App that is installed on the stand-in, for tests of what is built on it alone."""

from bot.github import Hub
from bot.github.pacing import Limits
from bot.github.port import Port
from bot.queue_sqlite import SqliteQueue
from tests.conftest import Standin
from tests.github.client import RegisteredApp


def hub_of(github: Standin, app: RegisteredApp, *, port: Port, queue: SqliteQueue) -> Hub:
    """By the stand-in's clock, and without a pause between two writes."""
    return Hub(
        rest_url=f"{github.url}/api/v3",
        graphql_url=f"{github.url}/api/graphql",
        app_id=str(app.id),
        private_key=app.pem,
        port=port,
        cache=queue,
        clock=lambda: github.world.clock().timestamp(),
        limits=Limits(10_000, 10_000, 0),
    )
