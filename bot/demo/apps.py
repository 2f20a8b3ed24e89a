"""The demo's own hands as Apps: the CI that reports checks, and a door to GitHub with an App's identity."""

from collections.abc import Sequence

from bot.clock import now
from bot.demo.person import Person
from bot.github import Hub
from bot.github.port import AiohttpPort
from bot.github.tokens import access
from bot.queue import Result, Step
from config.settings import Settings

CI_PERMISSIONS = {"checks": "write", "metadata": "read"}


class Nowhere:
    """A cache for a handful of calls: nothing of it is worth keeping."""

    async def cached(self, key: str) -> bytes | None:
        """Nothing is kept."""
        del key
        return None

    async def cache(self, key: str, value: bytes) -> None:
        """Nothing is kept."""
        del key, value

    async def change(self, keys: Sequence[str], step: Step[Result]) -> Result:
        """As if there had been nothing."""
        return step([None] * len(keys))[1]


def hub_of(app_id: int, pem: str, settings: Settings, port: AiohttpPort) -> Hub:
    """The door to the stand-in as this App."""
    return Hub(
        rest_url=settings.rest_url,
        graphql_url=settings.graphql_url,
        app_id=str(app_id),
        private_key=pem,
        port=port,
        cache=Nowhere(),
        clock=now,
    )


async def ci(operator: Person, settings: Settings, *, account: str, repository: str) -> Person:
    """The demo's CI: another App, because only Apps make check runs; it runs nothing and says so."""
    manifest = {
        "name": "demo-ci",
        "url": settings.github_url,
        "default_permissions": CI_PERMISSIONS,
        "default_events": [],
    }
    made = await operator.do("POST", "/_standin/apps", manifest)
    wanted = {"account": account, "repositories": [repository.partition("/")[2]]}
    installed = await operator.do("POST", f"/_standin/apps/{made['slug']}/installations", wanted)
    async with AiohttpPort() as port:
        hub = hub_of(int(made["id"]), made["pem"], settings, port)
        token = await hub.token(access(int(installed["id"]), None, CI_PERMISSIONS))
    return Person(operator.session, settings.rest_url, "demo-ci", 0, token.value)
