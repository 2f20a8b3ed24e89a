"""Opens pull requests: with the repository's own template, and as a draft where that is possible."""

from collections.abc import Mapping
from typing import Any

from bot.base import NoBranch, contents, newest
from bot.errors import Invalid
from bot.github import Reader, Talker
from bot.place import Place
from handlers.replies.templates import LONGEST
from handlers.replies.templates import place as place_among


async def template_of(reader: Reader, place: Place) -> str:
    """The template for pull requests on the default branch as it is now; empty when there is none that can be read."""
    base = await newest(reader, place)
    if isinstance(base, NoBranch):
        return ""
    path = place_among(base.entries)
    found = await contents(reader, place, base, (path,)) if path else {}
    try:
        return found.get(path, b"").decode()[:LONGEST]
    except UnicodeDecodeError:
        return ""


async def opened(talker: Talker, place: Place, wanted: Mapping[str, str], *, draft: bool) -> Any:  # noqa: ANN401  # JSON
    """The new pull request; ready from the start where the repository's plan has no drafts.

    https://docs.github.com/en/rest/pulls/pulls#create-a-pull-request
    """
    try:
        return await talker.post(f"{place.path}/pulls", {**wanted, "draft": draft})
    except Invalid as error:
        if not draft or "draft" not in f"{error.message} {error.errors}".lower():
            raise
        return await talker.post(f"{place.path}/pulls", dict(wanted))
