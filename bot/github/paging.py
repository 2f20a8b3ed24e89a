"""Lists that GitHub cuts into pages, which move while they are read.

Theory of operation. GitHub numbers pages by place: when an element of a page that has been read goes away, the first of the
next page takes the last place on it, and whoever reads on from there never sees it. So a list of several pages is
read from its last page to its first, where what goes away pushes an element only onto a page that is still to be read; the first
page, which had to be read to learn how many there are, is read again at the end, and costs nothing when it is as it was.
Elements that come while it is read belong at the end, so whoever reads issues asks for the oldest first. One that is put in
among older ones, such as an old issue that is given the label just then, can push another out of sight until the next look.

https://docs.github.com/en/rest/using-the-rest-api/using-pagination-in-the-rest-api
"""

import re
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from bot.errors import Bug
from bot.github.classify import Reply, elements

MOST_PAGES = 300

Read = Callable[[str], Awaitable[Reply]]

_LINK = re.compile(r'<([^>]*)>\s*;\s*rel="?([a-z]+)"?')


async def whole(read: Read, url: str) -> list[Any]:
    """Every element of the list whose first page has this address, each id once."""
    reply = await read(url)
    first, further = elements(reply), between(reply.headers.get("link"))
    if not further:
        rest = [page async for page in onward(read, following(reply.headers.get("link")))]
        return once_each(each for page in (first, *rest) for each in page)
    if len(further) >= MOST_PAGES:
        raise Bug(f"{reply.path} has more than {MOST_PAGES} pages.")
    # Pages may have been added behind the one that was the last.
    end = [page async for page in onward(read, further[0])]
    before = [elements(await read(each)) for each in further[1:]]
    return in_order(first, [*reversed(end), *before], elements(await read(url)))


async def onward(read: Read, url: str | None) -> AsyncIterator[list[Any]]:
    """The pages from this address on."""
    for _ in range(MOST_PAGES):
        if url is None:
            return
        reply = await read(url)
        yield elements(reply)
        url = following(reply.headers.get("link"))
    if url is not None:
        raise Bug(f"{reply.path} has more than {MOST_PAGES} pages.")


def following(header: str | None) -> str | None:
    """The address of the next page; None at the end."""
    return _links(header).get("next")


def between(header: str | None) -> tuple[str, ...]:
    """The addresses of all further pages, from the last to the second, where GitHub numbers them; else none."""
    links = _links(header)
    number = _number(links.get("next", "")), _number(links.get("last", ""))
    if number[0] != 2 or number[1] is None:
        return ()
    return tuple(_numbered(links["last"], each) for each in range(number[1], 1, -1))


def in_order(first: list[Any], rest: list[list[Any]], again: list[Any]) -> list[Any]:
    """Every element once, in its latest state, of pages that were read in this order: the first, the last to the second, the first.

    An element without an id is nobody's double.
    """
    latest = {each["id"]: each for page in (first, *rest, again) for each in page if _id(each) is not None}
    read = [*again, *(each for each in first if _id(each) is not None)]
    read += [each for page in reversed(rest) for each in page]
    return once_each(latest.get(_id(each), each) for each in read)


def once_each(found: Iterable[Any]) -> list[Any]:
    """The elements in order, the later state of one that moved between pages while they were read."""
    by_id: dict[object, Any] = {}
    for count, element in enumerate(found):
        identity = _id(element)
        by_id[("nameless", count) if identity is None else identity] = element
    return list(by_id.values())


def _id(element: Any) -> Any:  # noqa: ANN401  # JSON can be anything
    return element.get("id") if isinstance(element, dict) else None


def _links(header: str | None) -> dict[str, str]:
    return {rel: address for address, rel in _LINK.findall(header or "")}


def _number(address: str) -> int | None:
    page = dict(parse_qsl(urlsplit(address).query)).get("page", "")
    return int(page) if page.isascii() and page.isdecimal() and len(page) < 7 else None


def _numbered(address: str, number: int) -> str:
    parts = urlsplit(address)
    query = [(name, str(number) if name == "page" else value) for name, value in parse_qsl(parts.query)]
    return urlunsplit(parts._replace(query=urlencode(query)))
