"""The one place where bytes leave for GitHub and come back."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Self

import aiohttp
from yarl import URL

from bot.errors import SignalboxError

TOTAL_SECONDS = 30.0
LARGEST_ANSWER = 64 * 1024 * 1024

# Method, address, headers and body in; status, lower-case headers and body out. Tests wrap it to make the world fail.
Port = Callable[[str, str, Mapping[str, str], bytes], Awaitable[tuple[int, Mapping[str, str], bytes]]]


class NotSent(SignalboxError):
    """No connection came about, so nothing can have happened at the other end."""


class CutOff(SignalboxError):
    """The request left and no whole answer came back, so it may have happened or not."""


class TooLarge(CutOff):
    """The answer is larger than anything we read, and would be the next time, too."""


class AiohttpPort:
    """A Port over one aiohttp session, which is made in the running loop on first use."""

    def __init__(self, *, seconds: float = TOTAL_SECONDS) -> None:
        self._timeout = aiohttp.ClientTimeout(total=seconds)
        self._session: aiohttp.ClientSession | None = None

    async def __call__(
        self, method: str, url: str, headers: Mapping[str, str], body: bytes
    ) -> tuple[int, Mapping[str, str], bytes]:
        """One exchange; redirects are not followed here. Raises NotSent or CutOff."""
        if self._session is None:
            self._session = aiohttp.ClientSession(timeout=self._timeout, cookie_jar=aiohttp.DummyCookieJar())
            # aiohttp sends a PUT or DELETE again by itself when a kept connection breaks; it may have been done already.
            self._session._retry_connection = False  # noqa: SLF001  # there is no public switch; a test holds it
        try:
            async with self._session.request(
                method, URL(url, encoded=True), headers=headers, data=body or None, allow_redirects=False
            ) as response:
                content = await _read(response)
                return (
                    response.status,
                    {name.lower(): value for name, value in response.headers.items()},
                    content,
                )
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise NotSent(type(error).__name__) from error
        except TooLarge:
            raise
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise CutOff(type(error).__name__) from error

    async def close(self) -> None:
        """Close the connections."""
        if self._session is not None:
            await self._session.close()
            # Connections over TLS end on the loop's next turns.
            await asyncio.sleep(0)
            self._session = None

    async def __aenter__(self) -> Self:
        """Itself, closed at the end of the block."""
        return self

    async def __aexit__(self, *_: object) -> None:
        """Close the connections."""
        await self.close()


async def _read(response: aiohttp.ClientResponse) -> bytes:
    parts: list[bytes] = []
    size = 0
    async for part in response.content.iter_any():
        size += len(part)
        if size > LARGEST_ANSWER:
            raise TooLarge(f"it has more than {LARGEST_ANSWER} bytes")
        parts.append(part)
    return b"".join(parts)
