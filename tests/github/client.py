"""A small client with which tests speak to the stand-in as a person, as an App, or as its operator."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

import aiohttp
import jwt

from bot.private_key import parsed

USER_AGENT = "tests"
NO_TOKEN = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back; `json` is None when the body was empty, bytes when it was not JSON."""

    status: int
    headers: Mapping[str, str]
    json: Any


class Client:
    """Speaks in the name of whoever `authorize` gives a bearer token for."""

    def __init__(
        self, session: aiohttp.ClientSession, url: str, authorize: Callable[[], Awaitable[str]]
    ) -> None:
        self._session = session
        self._url = url
        self._authorize = authorize

    async def get(self, path: str, *, headers: dict[str, str] | None = None, **query: str) -> Answer:
        """GET with this query."""
        return await self.send("GET", path, headers=headers, query=query)

    async def post(self, path: str, body: Any = None) -> Answer:
        """POST with this JSON."""
        return await self.send("POST", path, body)

    async def patch(self, path: str, body: Any = None) -> Answer:
        """PATCH with this JSON."""
        return await self.send("PATCH", path, body)

    async def put(self, path: str, body: Any = None) -> Answer:
        """PUT with this JSON."""
        return await self.send("PUT", path, body)

    async def delete(self, path: str, body: Any = None) -> Answer:
        """DELETE, with this JSON where an operation takes some."""
        return await self.send("DELETE", path, body)

    async def send(
        self,
        method: str,
        path: str,
        body: Any = None,
        *,
        headers: dict[str, str] | None = None,
        query: dict[str, str] | None = None,
    ) -> Answer:
        """One call; redirects are not followed."""
        token = await self._authorize()
        sent = {"User-Agent": USER_AGENT, "Accept": "application/vnd.github+json", **(headers or {})}
        if token != NO_TOKEN:
            sent["Authorization"] = f"Bearer {token}"
        url = path if path.startswith("http") else self._url + path
        async with self._session.request(
            method, url, json=body, headers=sent, params=query, allow_redirects=False
        ) as answer:
            data = await answer.read()
            is_json = "json" in answer.headers.get("Content-Type", "")
            shown = (await answer.json() if is_json else data) if data else None
            return Answer(answer.status, answer.headers, shown)


@dataclass(frozen=True, slots=True)
class RegisteredApp:
    """An App of the stand-in with its secrets; `as_app` signs JWTs, `as_installation` uses a fresh token."""

    id: int
    slug: str
    pem: str
    webhook_secret: str
    as_app: Client
    as_installation: Client
    installation_id: int


def app_jwt(app_id: int, pem: str, *, now: float) -> str:
    """A JSON web token of the App, good for nine minutes."""
    claims = {"iat": int(now) - 30, "exp": int(now) + 540, "iss": str(app_id)}
    return jwt.encode(claims, parsed(pem), algorithm="RS256")
