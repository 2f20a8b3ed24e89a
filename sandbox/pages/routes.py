"""Which address shows which page; the tuple is the table of contents."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aiohttp import web

from sandbox.pages import acts, checks, code, home, issues, pulls
from sandbox.pages.drawing import STATIC, page
from sandbox.pages.visit import PageError, Visit

if TYPE_CHECKING:
    from sandbox.world import World

PageHandler = Callable[[Visit], Awaitable[web.StreamResponse]]
REPO = r"/{owner:[A-Za-z0-9][\w.\[\]-]*}/{repo:[\w.-]+}"
TALK = REPO + r"/{kind:issues|pull}/{number:\d{1,9}}"
WRITTEN = TALK + r"/comments/{comment:\d+}"


@dataclass(frozen=True, slots=True)
class PageRoute:
    """One address and what answers there."""

    method: str
    pattern: str
    handler: PageHandler


ROUTES: tuple[PageRoute, ...] = (
    PageRoute("GET", "/", home.front),
    PageRoute("GET", "/_standin/deliveries", home.deliveries),
    PageRoute("GET", r"/_standin/deliveries/{id:\d+}", home.delivery),
    PageRoute("POST", r"/_standin/deliveries/{id:\d+}", home.redeliver),
    PageRoute("POST", "/_standin/speaker", home.speak_as),
    PageRoute("GET", r"/{owner:[A-Za-z0-9][\w.\[\]-]*}", home.account),
    PageRoute("GET", REPO, code.home),
    PageRoute("GET", REPO + "/tree/{rest:.+}", code.tree),
    PageRoute("GET", REPO + "/blob/{rest:.+}", code.blob),
    PageRoute("GET", REPO + "/raw/{rest:.+}", code.raw),
    PageRoute("GET", REPO + "/commit/{sha:[0-9a-f]{4,40}}", code.commit),
    PageRoute("GET", REPO + "/commits/{rest:.+}", code.history),
    PageRoute("GET", REPO + "/compare/{basehead:.+}", code.compare),
    PageRoute("GET", REPO + r"/runs/{run:\d+}", checks.run),
    PageRoute("GET", REPO + "/labels/{label}", issues.labelled),
    PageRoute("GET", REPO + "/issues", issues.listed),
    PageRoute("GET", REPO + "/issues/new", issues.new),
    PageRoute("POST", REPO + "/issues", acts.open_issue),
    PageRoute("GET", REPO + r"/issues/{number:\d{1,9}}", issues.shown),
    PageRoute("GET", REPO + "/pulls", issues.pulls),
    PageRoute("GET", REPO + r"/pull/{number:\d{1,9}}", pulls.shown),
    PageRoute("GET", REPO + r"/pull/{number:\d{1,9}}/{part:files|commits|checks}", pulls.part),
    PageRoute("POST", TALK + "/comment", acts.comment),
    PageRoute("POST", TALK + "/labels", acts.label),
    PageRoute("POST", TALK + "/edit", acts.edit),
    PageRoute("POST", TALK + "/tick", acts.tick),
    PageRoute("POST", TALK + "/react", acts.react),
    PageRoute("POST", WRITTEN + "/edit", acts.edit),
    PageRoute("POST", WRITTEN + "/tick", acts.tick),
    PageRoute("POST", WRITTEN + "/react", acts.react),
    PageRoute("POST", TALK + "/review", acts.review),
    PageRoute("POST", TALK + "/merge", acts.merge),
    PageRoute("POST", TALK + "/ready", acts.ready),
    PageRoute("POST", TALK + r"/checks/{check:\d+}", acts.press),
)


def mount(application: web.Application, world: World) -> None:
    """Puts the pages on the server, after everything that has a fixed first step."""
    application.router.add_static("/_standin/assets", STATIC)
    for route in ROUTES:
        application.router.add_route(route.method, route.pattern, _answering(world, route.handler))


def _answering(world: World, handler: PageHandler) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    async def answer(request: web.Request) -> web.StreamResponse:
        visit = Visit(world, request)
        try:
            return await handler(visit)
        except PageError as refusal:
            return page(visit, "refusal.html", status=refusal.status, refusal=refusal)

    return answer
