"""The stand-in for GitHub, watched by GitHub's own description: `github` fails any test in which the two disagree."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from hypothesis import HealthCheck, settings

from sandbox import server
from tests.github import app_keys, graphql
from tests.github.client import Client, RegisteredApp, app_jwt
from tests.github.description import Description, Violation

# How long an example takes says how busy the machine is, and nothing about what is tried.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")

ALL_PERMISSIONS = {
    "actions": "read",
    "administration": "write",
    "checks": "write",
    "contents": "write",
    "issues": "write",
    "members": "read",
    "metadata": "read",
    "pull_requests": "write",
    "statuses": "write",
    "workflows": "write",
}
ALL_EVENTS = """check_run check_suite create delete issue_comment issue_dependencies issues label member milestone
pull_request pull_request_review pull_request_review_comment push repository repository_dispatch status sub_issues
""".split()  # noqa: SIM905  # as quoted names they would fill a screen


class Standin:
    """A running stand-in with clients for it; what its judge finds is in `violations`."""

    def __init__(self, running: server.Running, session: aiohttp.ClientSession, watch: "Watch") -> None:
        self.url = running.url
        self.world = running.world
        self._running = running
        self._session = session
        self._watch = watch
        self._tokens: dict[str, str] = {}
        self.operator = Client(session, running.url, _nobody)
        self.anonymous = Client(session, f"{running.url}/api/v3", _nobody)

    @property
    def violations(self) -> list[Violation]:
        """Every disagreement with GitHub's description so far."""
        return self._watch.violations

    @property
    def webhooks(self) -> list[tuple[str, dict[str, Any]]]:
        """Every webhook so far, as (event, payload), whether or not an App was there to get it."""
        return self._watch.webhooks

    def told(self, *events: str) -> list[str]:
        """The webhooks so far, or those of some events, as `event.action`."""
        return [
            f"{event}.{payload['action']}"
            for event, payload in self.webhooks
            if "action" in payload and event in (events or (event,))
        ]

    def misuse(self) -> None:
        """From here on the test sends requests that GitHub would refuse, and means to."""
        self._watch.judges_requests = False

    async def settle(self) -> None:
        """Waits until every queued webhook has been sent."""
        await self._running.settle()

    def as_user(self, login: str) -> Client:
        """Speaks as a person, who is made when first needed."""

        async def token() -> str:
            if login not in self._tokens:
                self._tokens[login] = (await self.control("/users", login=login))["token"]
            return self._tokens[login]

        return Client(self._session, f"{self.url}/api/v3", token)

    async def control(self, path: str, **body: Any) -> Any:
        """A control call (POST) under /_standin."""
        answer = await self.operator.post(f"/_standin{path}", body)
        assert answer.status == 200, answer.json
        return answer.json

    async def repo(self, full_name: str, *, org: bool = True, **more: Any) -> str:
        """A repository with a README, and its owner when there is none yet; gives the path `/repos/owner/name`."""
        owner, _, name = full_name.partition("/")
        if self.world.account(owner) is None:
            await self.control("/orgs" if org else "/users", login=owner)
        files = more.pop("files", {"README.md": f"# {name}\n"})
        await self.control("/repos", owner=owner, name=name, files=files, **more)
        return f"/repos/{full_name}"

    async def role(self, full_name: str, **roles: str) -> None:
        """Gives people roles on a repository: `role("acme/shop", mona="triage")`."""
        for login, role in roles.items():
            if self.world.account(login) is None:
                await self.control("/users", login=login)
            path = f"/_standin/repos/{full_name}/collaborators/{login}"
            answer = await self.operator.put(path, {"role": role})
            assert answer.status == 200, answer.json

    async def app(
        self,
        owner: str,
        *,
        name: str = "Signalbox",
        url: str | None = None,
        permissions: dict[str, str] | None = None,
        events: list[str] | None = None,
        repositories: list[str] | None = None,
    ) -> RegisteredApp:
        """An App installed on these repositories of the owner, or on all; `url` is where its webhooks go."""
        granted = ALL_PERMISSIONS if permissions is None else permissions
        made = await self.control(
            "/apps",
            owner=owner,
            name=name,
            url="https://example.com",
            hook_attributes={"url": url, "active": url is not None},
            default_permissions=granted,
            default_events=ALL_EVENTS if events is None else events,
        )
        installed = await self.control(
            f"/apps/{made['slug']}/installations", account=owner, repositories=repositories or "all"
        )

        async def signed() -> str:
            return app_jwt(made["id"], made["pem"], now=self.world.clock().timestamp())

        as_app = Client(self._session, f"{self.url}/api/v3", signed)

        async def token() -> str:
            key = f"{made['slug']}[bot]"
            if key not in self._tokens:
                answer = await as_app.post(f"/app/installations/{installed['id']}/access_tokens")
                self._tokens[key] = answer.json["token"]
            return self._tokens[key]

        as_installation = Client(self._session, f"{self.url}/api/v3", token)
        secrets = made["pem"], made["webhook_secret"]
        return RegisteredApp(made["id"], made["slug"], *secrets, as_app, as_installation, installed["id"])


class Watch:
    """Holds every exchange and webhook of one stand-in against GitHub's description."""

    def __init__(self, description: Description) -> None:
        self._description = description
        self.judges_requests = True
        self.violations: list[Violation] = []
        self.webhooks: list[tuple[str, dict[str, Any]]] = []

    def exchange(self, exchange: server.Exchange) -> None:
        """Judges one call and its answer."""
        if exchange.path == graphql.PATH:
            said = graphql.complaints(
                exchange.request_json, exchange.response_json, method=exchange.method, status=exchange.status
            )
            self.violations += [Violation("request", "graphql", graphql.PATH, "", text) for text in said]
            return
        if self.judges_requests:
            self.violations += self._description.check_request(exchange)
        self.violations += self._description.check_response(exchange)

    def webhook(self, event: str, payload: dict[str, Any]) -> None:
        """Judges one webhook."""
        self.webhooks.append((event, payload))
        self.violations += self._description.check_webhook(event, payload)


@pytest.fixture
async def github(tmp_path: Path) -> AsyncIterator[Standin]:
    """A fresh stand-in on a free port; at the end GitHub's description must have nothing to say against it."""
    watch = Watch(Description.load())
    running = await server.start(data=tmp_path, observe=watch.exchange, observe_webhook=watch.webhook)
    running.world.new_key = app_keys.in_order()
    try:
        async with aiohttp.ClientSession() as session:
            yield Standin(running, session, watch)
            await running.settle()
    finally:
        await running.stop()
    assert watch.violations == []


async def _nobody() -> str:
    return ""
