"""Reads GitHub, and changes it, as one credential."""

from collections.abc import AsyncIterator, Mapping
from functools import partial
from typing import Any
from urllib.parse import quote, urlencode

from bot.errors import Bug, NoAccess, NotFound
from bot.github.classify import content, elements
from bot.github.moment import seen, something_changed
from bot.github.paging import onward, whole
from bot.github.wire import Credential, Wire

PAGE = 100

Query = str | int | None


class Reader:
    """Reads as one credential. Paths begin with a slash and hold quoted parts (see `part`); answers are parsed JSON."""

    def __init__(self, wire: Wire, credential: Credential) -> None:
        self._wire = wire
        self._credential = credential

    async def get(self, path: str, /, **query: Query) -> Any:  # noqa: ANN401  # JSON can be anything
        """The answer to one GET."""
        url = _address(self._wire, path, query)
        return await seen(self._credential.access, url, partial(self._read, url))

    async def get_or_none(self, path: str, **query: Query) -> Any:  # noqa: ANN401  # JSON can be anything
        """The answer to one GET, None when there is no such thing. Raises NoAccess when its repository is not ours to see.

        To whoever lost a repository GitHub says of everything in it that it is not there, an approving comment as well as
        a file of rules, and nothing may be decided on such an answer.
        """
        try:
            return await self.get(path, **query)
        except NotFound:
            await self.sees_repository_of(path)
            return None

    async def archive(self, repository: str, sha: str) -> bytes:
        """The commit's files as GitHub packs them, gzipped; `repository` is its path. Nothing in it is to be trusted.

        https://docs.github.com/en/rest/repos/contents#download-a-repository-archive-tar
        """
        return await self._wire.elsewhere(
            self._credential, f"{self._wire.rest_url}{repository}/tarball/{sha}"
        )

    async def download(self, path: str) -> bytes:
        """What GitHub keeps elsewhere and sends us to, such as the log of a job. Nothing in it is to be trusted."""
        return await self._wire.elsewhere(self._credential, _address(self._wire, path, {}))

    async def get_unless_gone(self, path: str, **query: Query) -> Any:  # noqa: ANN401  # JSON can be anything
        """Like `get_or_none`, and None only when GitHub says so twice: for what is nearly always there.

        Not every machine of GitHub's knows at once what has just been made, and whoever takes that for "it is not there"
        makes it again, or takes somebody's yes for withdrawn.
        """
        found = await self.get_or_none(path, **query)
        return found if found is not None else await self.get_or_none(path, **query)

    async def sees_repository_of(self, path: str) -> None:
        """Make sure that a 404 for this path means what it says; raises NoAccess when the whole repository is not to be seen."""
        top, _, rest = path[1:].partition("/")
        if top != "repos":
            return
        try:
            await self.get("/repos/" + "/".join(rest.split("/")[:2]))
        except NotFound as error:
            raise NoAccess(error.status, error.message, method=error.method, path=error.path) from error

    async def get_all(self, path: str, **query: Query) -> list[Any]:
        """Every element of a list over all its pages, each id once; a page that fails or is no list raises.

        What is in the list all the while is in the answer, also when others are taken out of it meanwhile; see `bot.github.paging`.
        """
        url = _address(self._wire, path, {"per_page": PAGE, **query})
        read = partial(whole, partial(self._wire.read, self._credential), url)
        found: list[Any] = await seen(self._credential.access, f"all {url}", read)
        return found

    async def _read(self, url: str) -> Any:  # noqa: ANN401  # JSON can be anything
        return content(await self._wire.read(self._credential, url))

    async def first_page(self, path: str, **query: Query) -> list[Any]:
        """The first elements of a list, `PAGE` at most, where nobody is owed more reading than that."""
        url = _address(self._wire, path, {"per_page": PAGE, **query})
        return elements(await self._wire.read(self._credential, url))

    async def pages(self, path: str, **query: Query) -> AsyncIterator[list[Any]]:
        """A list page by page, each read when it is wanted, for whoever can stop early."""
        url = _address(self._wire, path, {"per_page": PAGE, **query})
        async for page in onward(partial(self._wire.read, self._credential), url):
            yield page


class Talker(Reader):
    """Reads and changes; every change is sent once, at GitHub's pace."""

    async def post(self, path: str, body: Any = None) -> Any:  # noqa: ANN401  # JSON can be anything
        """The answer to one POST."""
        return await self._change("POST", path, body)

    async def patch(self, path: str, body: Any = None) -> Any:  # noqa: ANN401  # JSON can be anything
        """The answer to one PATCH."""
        return await self._change("PATCH", path, body)

    async def put(self, path: str, body: Any = None) -> Any:  # noqa: ANN401  # JSON can be anything
        """The answer to one PUT."""
        return await self._change("PUT", path, body)

    async def delete(self, path: str, body: Any = None) -> Any:  # noqa: ANN401  # JSON can be anything
        """The answer to one DELETE, None when it has no body."""
        return await self._change("DELETE", path, body)

    async def _change(self, method: str, path: str, body: object) -> Any:  # noqa: ANN401  # JSON can be anything
        if self._credential.installation_id is not None:
            something_changed()
        return content(
            await self._wire.change(self._credential, method, _address(self._wire, path, {}), body)
        )


def part(text: str) -> str:
    """One part of a path, quoted so that it stays one part."""
    if text in {"", ".", ".."}:
        raise Bug(f"{text!r} cannot be a part of a path.")
    return quote(text, safe="")


def _address(wire: Wire, path: str, query: Mapping[str, Query]) -> str:
    if not path.startswith("/") or not path.isascii() or not path.isprintable() or set("?# \\") & set(path):
        raise Bug("A path begins with a slash, and its parts are quoted.")
    if any(one in {".", "..", ""} for one in path[1:].split("/")):
        raise Bug(f"{path} has an empty or relative part.")
    asked = {name: value for name, value in query.items() if value is not None}
    return wire.rest_url + path + (f"?{urlencode(asked)}" if asked else "")
