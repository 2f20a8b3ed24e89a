"""A person at the keyboard: acts on the stand-in through GitHub's REST API with a token of their own."""

from dataclasses import dataclass, field
from typing import Any

import aiohttp

from bot.errors import SignalboxError


class DemoFailed(SignalboxError):
    """Something did not happen as the demo promises; the text says what."""


class NoRun(SignalboxError):
    """The App answered the PRD with a reply instead of a run; the text is that reply."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A status and the parsed body."""

    status: int
    body: Any


@dataclass(frozen=True, slots=True)
class Person:
    """One account; `login` is for reading, the token decides."""

    session: aiohttp.ClientSession
    base: str
    login: str
    id: int = 0
    token: str = field(default="", repr=False)

    async def try_(self, method: str, path: str, body: object = None, **query: str) -> Answer:
        """One call, whatever its status."""
        headers = {
            "Accept": "application/vnd.github+json",
            "Authorization": f"Bearer {self.token}",
            "User-Agent": "signalbox-demo",
        }
        url = f"{self.base}{path}"
        async with self.session.request(
            method, url, json=body, headers=headers if self.token else {}, params=query
        ) as response:
            text = await response.text()
            is_json = "json" in response.headers.get("Content-Type", "")
            return Answer(response.status, await response.json() if text and is_json else text)

    async def do(self, method: str, path: str, body: object = None, **query: str) -> Any:  # noqa: ANN401 - JSON
        """One call that must succeed; its body."""
        answer = await self.try_(method, path, body, **query)
        if answer.status >= 400:
            raise DemoFailed(f"@{self.login}: {method} {path} answered {answer.status}: {answer.body}")
        return answer.body

    async def comment(self, repository: str, issue: int, text: str) -> int:
        """Say something in a thread; the comment's id."""
        made = await self.do("POST", f"/repos/{repository}/issues/{issue}/comments", {"body": text})
        return int(made["id"])

    async def all(self, path: str, **query: str) -> list[Any]:
        """Every element of a list, over its pages."""
        found: list[Any] = []
        for page in range(1, 100):
            part = await self.do("GET", path, None, per_page="100", page=str(page), **query)
            found += part
            if len(part) < 100:
                break
        return found
