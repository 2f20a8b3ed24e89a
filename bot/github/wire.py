"""Every call to GitHub goes through here: who asks, how fast, what is tried again, and what an answer means."""

import asyncio
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Protocol
from urllib.parse import urljoin, urlsplit

from gidgethub import sansio

from bot.clock import Clock
from bot.errors import Bug, GitHubError, Limited, OutcomeUnknown, Retry, SignalboxError, Unauthorized
from bot.github.classify import REDIRECTS, SERVER_TROUBLE, Reply, ahead, failure, is_whole, limited_until
from bot.github.etags import Etags, Kept
from bot.github.pacing import Pace, Sleep
from bot.github.port import CutOff, NotSent, Port, TooLarge
from bot.github.tokens import Access, AppIdentity
from bot.holding import still_ours
from bot.metrics import GITHUB_CALLS

AGENT = "signalbox"
# Every GitHub Enterprise Server in support knows this version, and github.com keeps it until at least March 2028, two
# years after its successor; one version everywhere means that what is tested is what runs.
# https://docs.github.com/en/rest/about-the-rest-api/api-versions
API_VERSION = "2022-11-28"
TOTAL_SECONDS = 30.0
# Reads are tried again a little, here; anything longer goes back to the queue.
PAUSES = (0.3, 1.0)
MOST_REDIRECTS = 3
# GitHub allows 100 at once for each App; https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
AT_ONCE = 10


class Credential(Protocol):
    """Who asks. `installation_id` is None for the App itself, and `access` is None where answers are not remembered."""

    @property
    def installation_id(self) -> int | None:
        """Whose rate limits and pace count."""

    @property
    def access(self) -> Access | None:
        """Under which access an answer may be remembered."""

    @property
    def bulk(self) -> bool:
        """Whether it is long work of many writes, which leaves some of the hour's places to others."""

    async def authorization(self) -> Mapping[str, str]:
        """The arguments for gidgethub's headers: `jwt` or `oauth_token`."""

    def forget(self) -> bool:
        """GitHub refused the credential; whether asking again with a new one makes sense."""


@dataclass(frozen=True, slots=True)
class Tempo:
    """The time, how to wait, and how fast writes may go."""

    clock: Clock
    sleep: Sleep
    pace: Pace


class Wire:
    """Carries calls over a port. `calls` counts what was sent, by method."""

    def __init__(self, *, rest_url: str, port: Port, identity: AppIdentity, tempo: Tempo) -> None:
        self.rest_url = rest_url
        self.calls: Counter[str] = Counter()
        self._port = port
        self._identity = identity
        self._tempo = tempo
        self._etags = Etags()
        self._slots = asyncio.Semaphore(AT_ONCE)

    async def read(self, credential: Credential, url: str) -> Reply:
        """A successful answer to a GET; tried at most three times, over at most about two seconds of waiting."""
        try:
            async with asyncio.timeout(TOTAL_SECONDS):
                for pause in PAUSES:
                    try:
                        return await self._followed(credential, url)
                    except Limited:
                        raise
                    except Retry:
                        await self._tempo.sleep(pause)
                return await self._followed(credential, url)
        except TimeoutError as error:
            raise Retry(self._later(), f"GitHub did not answer GET {_path(url)} in time") from error

    async def change(self, credential: Credential, method: str, url: str, body: Any = None) -> Reply:  # noqa: ANN401  # JSON
        """A successful answer to a change, which is sent once. Raises OutcomeUnknown when it may have happened."""
        if credential.installation_id is not None:
            await self._tempo.pace.write(credential.installation_id, bulk=credential.bulk)
        content = b"" if body is None else json.dumps(body).encode()
        try:
            async with asyncio.timeout(TOTAL_SECONDS):
                return await self._authorised(credential, method, url, content)
        except TimeoutError as error:
            raise OutcomeUnknown(
                self._later(), f"GitHub did not answer {method} {_path(url)} in time"
            ) from error

    async def elsewhere(self, credential: Credential, url: str) -> bytes:
        """What a GET is sent elsewhere for, such as an archive: asked for there without the credential, and once."""
        reply = await self._sent(credential, "GET", url, b"")
        if reply.status == 401 and credential.forget():
            reply = await self._sent(credential, "GET", url, b"")
        if reply.status in REDIRECTS:
            address = urljoin(url, reply.headers.get("location", ""))
            if urlsplit(address).scheme != "https" and _origin(address) != _origin(self.rest_url):
                raise Bug(f"GitHub sends GET {reply.path} to an address that is not safe.")
            reply = await self._exchanged("GET", address, {"user-agent": AGENT}, b"")
        problem = failure(reply)
        if problem is not None:
            raise problem
        return reply.body

    def forget(self, installation_id: int) -> None:
        """An answer that was remembered for this installation may be why something fails; none is used again."""
        self._etags.forget(installation_id)

    async def _followed(self, credential: Credential, url: str) -> Reply:
        for _ in range(MOST_REDIRECTS):
            reply = await self._authorised(credential, "GET", url, b"")
            if reply.status not in REDIRECTS:
                return reply
            url = urljoin(url, reply.headers["location"])
        raise Retry(self._later(), f"GitHub redirects GET {_path(url)} in a circle")

    async def _authorised(self, credential: Credential, method: str, url: str, body: bytes) -> Reply:
        """One exchange, repeated once with a new credential after a 401, which GitHub answers before it does anything."""
        reply = await self._sent(credential, method, url, body)
        problem = self._problem(reply, url)
        if isinstance(problem, Unauthorized) and credential.forget():
            reply = await self._sent(credential, method, url, body)
            problem = self._problem(reply, url)
        if isinstance(problem, Limited) and credential.installation_id is not None:
            await self._tempo.pace.close(credential.installation_id, problem.at)
        if problem is not None:
            raise problem
        return reply

    def _problem(self, reply: Reply, url: str) -> SignalboxError | None:
        moved = reply.status in REDIRECTS and not reply.changes
        if moved and _origin(urljoin(url, reply.headers.get("location", "//"))) == _origin(self.rest_url):
            return None
        return failure(reply)

    async def _sent(self, credential: Credential, method: str, url: str, body: bytes) -> Reply:
        if _origin(url) != _origin(self.rest_url):
            raise Bug(f"{_path(url)} is not an address of this GitHub.")
        if credential.installation_id is not None:
            await self._tempo.pace.call(credential.installation_id)
        headers = sansio.create_headers(AGENT, **await credential.authorization())
        headers["x-github-api-version"] = API_VERSION
        if body:
            headers["content-type"] = "application/json; charset=utf-8"
        kept = self._etags.get(credential.access, url) if method == "GET" and credential.access else None
        if kept is not None:
            headers["if-none-match"] = kept.etag
        reply = await self._exchanged(method, url, headers, body)
        await self._heed(credential, reply)
        return self._remembered(credential, url, reply, kept)

    async def _exchanged(self, method: str, url: str, headers: Mapping[str, str], body: bytes) -> Reply:
        changes, path = method != "GET", _path(url)
        async with self._slots:
            if changes:
                # The last thing before it leaves: waiting for a place or a token can have taken long.
                await still_ours()
            self.calls[method] += 1
            try:
                status, answered, content = await self._port(method, url, headers, body)
            except NotSent as error:
                GITHUB_CALLS.labels(method, "not_sent").inc()
                raise Retry(
                    self._later(), f"GitHub cannot be reached for {method} {path}: {error}"
                ) from error
            except CutOff as error:
                if isinstance(error, TooLarge) and not changes:
                    raise GitHubError(413, str(error), method=method, path=path) from error
                GITHUB_CALLS.labels(method, "cut_off").inc()
                kind = OutcomeUnknown if changes else Retry
                raise kind(
                    self._later(), f"The connection to GitHub broke during {method} {path}: {error}"
                ) from error
        GITHUB_CALLS.labels(method, f"{status // 100}xx").inc()
        return Reply(method, path, status, answered, content, self._tempo.clock(), changes)

    async def _heed(self, credential: Credential, reply: Reply) -> None:
        """Learn GitHub's time from the answer, and when this was the last call it allows for now."""
        offset = ahead(reply)
        if offset is not None:
            self._identity.learn(offset)
        if (
            credential.installation_id is not None
            and reply.status < 400
            and reply.headers.get("x-ratelimit-remaining") == "0"
            and (until := limited_until(replace(reply, status=429))) is not None
        ):
            await self._tempo.pace.close(credential.installation_id, until)

    def _remembered(self, credential: Credential, url: str, reply: Reply, kept: Kept | None) -> Reply:
        if reply.status == 304:
            if kept is None:
                raise Retry(self._later(), f"GitHub answered 304 to an unconditional GET {reply.path}")
            return replace(reply, status=200, headers={**reply.headers, **dict(kept.headers)}, body=kept.body)
        etag = reply.headers.get("etag")
        access, read = credential.access, reply.method == "GET" and reply.status == 200
        # Half an answer that is remembered with its ETag would come back at every further try.
        if read and etag and access is not None and is_whole(reply):
            headers = tuple(
                (name, reply.headers[name]) for name in ("content-type", "link") if name in reply.headers
            )
            self._etags.keep(access, url, Kept.of(etag, reply.body, headers))
        return reply

    def _later(self) -> float:
        return self._tempo.clock() + SERVER_TROUBLE


def _origin(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.scheme, parts.netloc.lower()


def _path(url: str) -> str:
    # Queries can hold what people typed, and are of no use in an error.
    return urlsplit(url).path
