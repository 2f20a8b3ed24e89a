"""Reads GitHub as any visitor does: GET only, with a token or without, and never more than so many calls."""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode, urlsplit

from gidgethub import sansio

from bot.github.port import AiohttpPort, CutOff, NotSent
from bot.github.wire import AGENT, API_VERSION
from bot.verify.problems import NotChecked

MOST_CALLS = 5_000
MOST_REDIRECTS = 3
PAGE = 100

_REDIRECTS = frozenset({301, 302, 307, 308})
_MISSING = frozenset({404, 410, 422})


class Visitor:
    """A reader of one GitHub; `calls` is how many requests it took."""

    def __init__(self, port: AiohttpPort, rest_url: str, token: str) -> None:
        self._port = port
        self._rest = rest_url
        self._token = token
        self.calls = 0

    async def get(self, path: str, **query: str) -> Any:  # noqa: ANN401  # JSON can be anything
        """The answer to one GET; NotChecked when there is none."""
        found = await self.get_or_none(path, **query)
        if found is None:
            hint = (
                "" if self._token else "; for a private repository, name a token's variable with --token-env"
            )
            raise NotChecked(f"{path} is not there, or not for you to see{hint}")
        return found

    async def get_or_none(self, path: str, **query: str) -> Any:  # noqa: ANN401  # JSON can be anything
        """The answer to one GET, None when GitHub knows no such thing."""
        asked = f"?{urlencode(query)}" if query else ""
        return (await self._read(f"{self._rest}{path}{asked}"))[0]

    async def all(self, path: str, *, within: str = "", **query: str) -> list[Any]:
        """Every element of a list over all its pages; `within` is the name of the list in an object around it."""
        url: str | None = f"{self._rest}{path}?{urlencode({'per_page': str(PAGE), **query})}"
        found: list[Any] = []
        while url is not None:
            page, headers = await self._read(url)
            page = page[within] if within and isinstance(page, dict) else page
            if not isinstance(page, list):
                raise NotChecked(f"{path} is not there, or not for you to see")
            found += page
            url = sansio._next_link(headers.get("link"))  # noqa: SLF001  # gidgethub has no public name for it
        return found

    async def _read(self, url: str) -> tuple[Any, Mapping[str, str]]:
        for _ in range(MOST_REDIRECTS + 1):
            status, headers, body = await self._send(url)
            if status not in _REDIRECTS:
                return self._content(status, headers, body, url), headers
            url = headers.get("location", "")
        raise NotChecked(f"GitHub redirects {_path(url)} in a circle")

    async def _send(self, url: str) -> tuple[int, Mapping[str, str], bytes]:
        # A token goes to the GitHub it was given for, whatever a link in an answer says.
        if urlsplit(url)[:2] != urlsplit(self._rest)[:2]:
            raise NotChecked(f"GitHub leads to another machine: {urlsplit(url).netloc}")
        self.calls += 1
        if self.calls > MOST_CALLS:
            raise NotChecked(f"the run is too large to check with {MOST_CALLS} requests")
        headers = sansio.create_headers(AGENT, oauth_token=self._token or None)
        headers["x-github-api-version"] = API_VERSION
        try:
            return await self._port("GET", url, headers, b"")
        except (NotSent, CutOff) as error:
            raise NotChecked(f"GitHub did not answer GET {_path(url)}: {error}") from error

    def _content(self, status: int, headers: Mapping[str, str], body: bytes, url: str) -> Any:  # noqa: ANN401  # JSON
        if status in _MISSING:
            return None
        if status in {403, 429} and (headers.get("x-ratelimit-remaining") == "0" or "retry-after" in headers):
            more = "" if self._token else "; with --token-env it allows 5,000 requests an hour instead of 60"
            raise NotChecked(f"GitHub wants no more requests for now, after {self.calls}{more}")
        if status != 200:
            raise NotChecked(f"GitHub answered {status} to GET {_path(url)}")
        try:
            return json.loads(body)
        except (ValueError, RecursionError) as error:
            raise NotChecked(f"GitHub's answer to GET {_path(url)} cannot be read") from error


def _path(url: str) -> str:
    return urlsplit(url).path
