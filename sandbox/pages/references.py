"""Turns `#7`, `acme/shop#7`, `@mona`, shas and bare addresses in running text into links, as GitHub does.

https://docs.github.com/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls
"""

import re
from html import escape

from sandbox.pages.place import Place

_FOUND = re.compile(
    r"(?P<url>https?://[^\s<>\"'`]+)"
    r"|(?<![\w/@.#&-])(?P<mention>@(?P<login>[A-Za-z0-9](?:[A-Za-z0-9]|-(?=[A-Za-z0-9]))*(?:\[bot\])?(?:/[\w-]+)?))(?![\w/])"
    r"|(?<![\w/#&.-])(?:(?P<full>[\w.-]+/[\w.-]+)?\#|GH-)(?P<number>[1-9]\d{0,8})(?!\w)"
    r"|(?<![\w/#@.-])(?P<sha>[0-9a-f]{7,40})(?![\w/])"
)
_PAGE = re.compile(r"/([\w.-]+)/([\w.-]+)/(?:issues|pull)/(\d+)(#[\w-]+)?")
_COMMIT = re.compile(r"/([\w.-]+)/([\w.-]+)/commit/([0-9a-f]{7,40})")


def linked(text: str, *, place: Place) -> str:
    """The text as HTML, everything escaped, with links to what exists."""
    parts: list[str] = []
    last = 0
    for match in _FOUND.finditer(text):
        link, length = _link(match, place)
        if link is not None:
            parts += [escape(text[last : match.start()]), link]
            last = match.start() + length
    parts.append(escape(text[last:]))
    return "".join(parts)


def short_name(url: str, *, place: Place) -> str | None:
    """What GitHub shows for the address of an issue, pull request or commit: `#7`, `acme/shop#7`, `1c9e04b`."""
    path = url.removeprefix(place.site) if place.site and url.startswith(place.site + "/") else ""
    page = _PAGE.fullmatch(path)
    if page is not None:
        owner, repo, number, anchor = page.groups()
        here = (owner.lower(), repo.lower()) == (place.owner.lower(), place.repo.lower())
        return f"{'' if here else f'{owner}/{repo}'}#{number}{' (comment)' if anchor else ''}"
    commit = _COMMIT.fullmatch(path)
    return commit.group(3)[:7] if commit is not None else None


def _link(match: re.Match[str], place: Place) -> tuple[str | None, int]:
    """The link and how many characters of the text it stands for."""
    whole = match.group()
    if match["url"]:
        url = _without_trailing(whole)
        shown = short_name(url, place=place) or url
        return f'<a href="{escape(url)}" rel="nofollow">{escape(shown)}</a>', len(url)
    if match["login"]:
        href = place.directory.account(match["login"])
        return (f'<a class="mention" href="{escape(href)}">{escape(whole)}</a>' if href else None), len(whole)
    if match["number"]:
        owner, _, repo = (match["full"] or f"{place.owner}/{place.repo}").partition("/")
        href = place.directory.issue(owner, repo, int(match["number"]))
    else:
        href = place.directory.commit(place.owner, place.repo, match["sha"])
        whole_shown = f"<code>{match['sha'][:7]}</code>"
        return (f'<a class="sha" href="{escape(href)}">{whole_shown}</a>' if href else None), len(whole)
    return (f'<a href="{escape(href)}">{escape(whole)}</a>' if href else None), len(whole)


def _without_trailing(url: str) -> str:
    """The address without the punctuation that ends the sentence round it."""
    url = url.rstrip("?!.,:*_~;'")
    while url.endswith(")") and url.count(")") > url.count("("):
        url = url[:-1].rstrip("?!.,:*_~;'")
    return url
