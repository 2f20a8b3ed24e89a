"""The front page, the pages of accounts, and the log of webhooks."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aiohttp import web

from sandbox import hooks
from sandbox.pages.drawing import page
from sandbox.pages.visit import SPEAKER_COOKIE, PageError, Visit, text_of

if TYPE_CHECKING:
    from sandbox.accounts import Account
    from sandbox.records import Delivery, Repo

SHOWN_DELIVERIES = 200


@dataclass(frozen=True, slots=True)
class RepoCard:
    """A repository in a list."""

    repo: Repo
    open_issues: int
    open_pulls: int


@dataclass(frozen=True, slots=True)
class DeliveryView:
    """A webhook in the log."""

    delivery: Delivery
    what: str
    outcome: str
    about: str


async def front(visit: Visit) -> web.Response:
    """What there is: repositories, people, Apps, the last webhooks."""
    world = visit.world
    return page(
        visit,
        "home.html",
        repos=_cards(visit, owner=None),
        people=visit.people,
        apps=tuple(world.apps.values()),
        installations=tuple(world.installations.values()),
        deliveries=_deliveries(visit, most=8),
    )


async def account(visit: Visit) -> web.Response:
    """The repositories of a user or an organization."""
    found = visit.world.account(visit.request.match_info["owner"])
    if found is None:
        raise PageError(404, "Nobody of that name is here.")
    return page(visit, "account.html", account=found, repos=_cards(visit, owner=found))


async def deliveries(visit: Visit) -> web.Response:
    """The log of webhooks, newest first."""
    return page(visit, "deliveries.html", deliveries=_deliveries(visit, most=SHOWN_DELIVERIES))


async def delivery(visit: Visit) -> web.Response:
    """One webhook with what was sent and what came back."""
    found = _found(visit)
    payload = json.dumps(found.payload, indent=2, ensure_ascii=False)
    return page(visit, "delivery.html", view=_view(visit, found), payload=payload)


async def redeliver(visit: Visit) -> web.Response:
    """Sends a webhook once more."""
    await visit.form()
    hooks.redeliver(visit.world, _found(visit))
    raise web.HTTPSeeOther("/_standin/deliveries")


async def speak_as(visit: Visit) -> web.Response:
    """Remembers whose role is played from now on."""
    form = await visit.form()
    user = visit.world.user(text_of(form, "as"))
    if user is None or user.type != "User":
        raise PageError(422, "There is nobody of that name to speak as.")
    back = text_of(form, "back")
    answer = web.HTTPSeeOther(back if back.startswith("/") and not back.startswith(("//", "/\\")) else "/")
    answer.set_cookie(SPEAKER_COOKIE, user.login, samesite="Strict", httponly=True)
    raise answer


def _found(visit: Visit) -> Delivery:
    number = int(visit.request.match_info["id"])
    found = next((one for one in visit.world.deliveries if one.id == number), None)
    if found is None:
        raise PageError(404, "There is no such webhook in the log.")
    return found


def _cards(visit: Visit, *, owner: Account | None) -> tuple[RepoCard, ...]:
    repos = [repo for repo in visit.world.repos_by_id.values() if owner is None or repo.owner is owner]
    return tuple(
        RepoCard(
            repo,
            sum(issue.state == "open" and issue.pull is None for issue in repo.issues.values()),
            sum(issue.state == "open" and issue.pull is not None for issue in repo.issues.values()),
        )
        for repo in sorted(repos, key=lambda repo: repo.full_name.lower())
    )


def _deliveries(visit: Visit, *, most: int) -> tuple[DeliveryView, ...]:
    return tuple(_view(visit, one) for one in reversed(visit.world.deliveries[-most:]))


def _view(visit: Visit, one: Delivery) -> DeliveryView:
    outcome = "waiting" if not one.sent else "good" if 200 <= one.status_code < 300 else "bad"
    what = one.event + (f".{one.action}" if one.action else "")
    repo = visit.world.repos_by_id.get(one.repository_id or 0)
    about = repo.full_name if repo else ""
    subject = one.payload.get("issue") or one.payload.get("pull_request") or {}
    return DeliveryView(one, what, outcome, f"{about}#{subject['number']}" if "number" in subject else about)
