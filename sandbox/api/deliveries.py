"""An App's webhook: its configuration, what was delivered, and delivering again."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sandbox import hooks, respond
from sandbox.clock import stamp
from sandbox.dispatch import Context, Route
from sandbox.permissions import APP_ITSELF

if TYPE_CHECKING:
    from sandbox.accounts import App
    from sandbox.records import Delivery
    from sandbox.respond import Reply

DELIVERIES = "/app/hook/deliveries"
DEFAULT_PAGE, LARGEST_PAGE = 30, 100


def list_all(ctx: Context) -> Reply:
    """https://docs.github.com/rest/apps/webhooks#list-deliveries-for-an-app-webhook (newest first, by cursor)."""
    query = ctx.query
    size = min(int(query.get("per_page", DEFAULT_PAGE)), LARGEST_PAGE)
    cursor = int(query["cursor"]) if query.get("cursor", "").isdecimal() else None
    wanted = query.get("status")
    found = [
        delivery
        for delivery in reversed(ctx.world.deliveries)
        if delivery.app is _app(ctx)
        and delivery.sent
        and (cursor is None or delivery.id <= cursor)
        and wanted in (None, "success" if delivery.status_code < 400 else "failure")
    ]
    headers = {}
    if len(found) > size:
        more = f"&status={wanted}" if wanted else ""
        url = f"{ctx.world.url}{ctx.prefix}{DELIVERIES}?per_page={size}&cursor={found[size].id}{more}"
        headers["Link"] = f'<{url}>; rel="next"'
    return respond.json(200, [_item(delivery) for delivery in found[:size]], headers=headers)


def get(ctx: Context) -> Reply:
    """https://docs.github.com/rest/apps/webhooks#get-a-delivery-for-an-app-webhook ."""
    found = _delivery(ctx)
    shown = {
        **_item(found),
        "url": found.app.webhook_url or "",
        "request": {"headers": dict(found.request_headers), "payload": json.loads(found.body)},
        "response": {"headers": dict(found.response_headers), "payload": found.response_body},
    }
    return respond.json(200, shown)


def redeliver(ctx: Context) -> Reply:
    """https://docs.github.com/rest/apps/webhooks#redeliver-a-delivery-for-an-app-webhook ."""
    hooks.redeliver(ctx.world, _delivery(ctx))
    return respond.json(202, {})


def get_config(ctx: Context) -> Reply:
    """https://docs.github.com/rest/apps/webhooks#get-a-webhook-configuration-for-an-app ."""
    app = _app(ctx)
    shown = {"content_type": "json", "insecure_ssl": "0", "url": app.webhook_url or ""}
    return respond.json(200, {**shown, "secret": "********"} if app.webhook_secret else shown)


def update_config(ctx: Context) -> Reply:
    """https://docs.github.com/rest/apps/webhooks#update-a-webhook-configuration-for-an-app ."""
    app = _app(ctx)
    app.webhook_url = ctx.body.get("url", app.webhook_url)
    app.webhook_secret = ctx.body.get("secret", app.webhook_secret)
    return get_config(ctx)


def _item(found: Delivery) -> dict[str, Any]:
    """One delivery in the list (`hook-delivery-item`)."""
    return {
        "id": found.id,
        "guid": found.guid,
        "delivered_at": stamp(found.delivered_at),
        "redelivery": found.redelivery,
        "duration": found.duration,
        "status": found.status,
        "status_code": found.status_code,
        "event": found.event,
        "action": found.action,
        "installation_id": found.installation_id,
        "repository_id": found.repository_id,
    }


def _app(ctx: Context) -> App:
    if ctx.app is None:
        respond.refuse(401, "A JSON web token could not be decoded")
    return ctx.app


def _delivery(ctx: Context) -> Delivery:
    """The delivery in the path, if it was one of this App."""
    wanted = int(ctx.params["delivery"])
    found = (entry for entry in ctx.world.deliveries if entry.id == wanted and entry.app is _app(ctx))
    delivery = next(found, None)
    if delivery is None:
        respond.not_found()
    return delivery


ROUTES = (
    Route("GET", "/app/hook/config", get_config, APP_ITSELF),
    Route("PATCH", "/app/hook/config", update_config, APP_ITSELF),
    Route("GET", DELIVERIES, list_all, APP_ITSELF),
    Route("GET", DELIVERIES + "/{delivery:int}", get, APP_ITSELF),
    Route("POST", DELIVERIES + "/{delivery:int}/attempts", redeliver, APP_ITSELF),
)
