"""A person with a browser: looks at pages, sends forms, and is remembered by a cookie."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

import aiohttp
from aiohttp import CookieJar


@dataclass(frozen=True, slots=True)
class Seen:
    """A page: its status, its HTML, its address and its headers."""

    status: int
    html: str
    path: str
    headers: dict[str, str]

    @property
    def words(self) -> str:
        """What a person reads, without tags and with single spaces."""
        text = re.sub(r"<(script|style)\b.*?</\1>", "", self.html, flags=re.DOTALL)
        return " ".join(unescape(re.sub(r"<[^>]+>", " ", text)).split())


class Browser:
    """Follows redirects and keeps cookies, as browsers do."""

    def __init__(self, session: aiohttp.ClientSession, url: str) -> None:
        self._session = session
        self._url = url

    @classmethod
    def opened(cls, url: str) -> Browser:
        """A browser without cookies; close it."""
        return cls(aiohttp.ClientSession(cookie_jar=CookieJar(unsafe=True)), url)

    async def close(self) -> None:
        """Closes it."""
        await self._session.close()

    async def look(self, path: str) -> Seen:
        """Opens a page."""
        async with self._session.get(self._url + path) as answer:
            return await _seen(answer)

    async def send(self, path: str, *, origin: str | None = None, **fields: str) -> Seen:
        """Sends a form; the page is the one that the stand-in leads to."""
        headers = {"Origin": origin or self._url}
        async with self._session.post(self._url + path, data=fields, headers=headers) as answer:
            return await _seen(answer)


async def _seen(answer: aiohttp.ClientResponse) -> Seen:
    return Seen(answer.status, await answer.text(), answer.url.path, dict(answer.headers))
