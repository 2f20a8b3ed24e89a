"""The web pages of the stand-in, drawn on the server, so that a newcomer can look at it and play every role."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from aiohttp import web

    from sandbox.world import World

    Page = Callable[[World, web.Request], Awaitable[web.StreamResponse]]

# (method, path as aiohttp writes it, handler). API paths and `/_standin/` are matched before these.
ROUTES: tuple[tuple[str, str, Page], ...] = ()


def mount(application: web.Application, world: World) -> None:
    """Adds the pages to the server."""
    for method, path, page in ROUTES:
        application.router.add_route(method, path, partial(page, world))
