"""Webhooks: who gets which event, and how a delivery is signed."""

from __future__ import annotations

import hashlib
import hmac
import json
import uuid
from typing import TYPE_CHECKING, Any

from sandbox import payloads
from sandbox.records import Delivery
from sandbox.shapes import apps as app_shapes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.accounts import App, Installation, User
    from sandbox.records import Repo
    from sandbox.world import World

USER_AGENT = "GitHub-Hookshot/5a1d1d1"
# Every App gets these without asking for them, and only those that concern itself.
# https://docs.github.com/webhooks/webhook-events-and-payloads#installation
ALWAYS_SENT = (
    "installation",
    "installation_repositories",
    "installation_target",
    "github_app_authorization",
    "ping",
)
# Without an App there is nobody to send these to, so they are not even made.
ONLY_FOR_APPS = frozenset({"repository_dispatch"})
KEPT_DELIVERIES = 5000


def emit(  # noqa: PLR0913  # a webhook has this many independent ends
    world: World,
    event: str,
    action: str | None,
    *,
    sender: User,
    repo: Repo | None = None,
    installation: Installation | None = None,
    only: App | None = None,
    **parts: Any,  # noqa: ANN401  # the parts are JSON
) -> None:
    """Queues the event for every App that is installed on the repository and subscribed to it.

    `parts` are the keys that this kind of event adds to the payload. With `installation`, only that
    installation's App hears of it; with `only`, that App alone (GitHub tells `check_run.requested_action`
    to nobody but the App that made the check run).
    """
    receivers = list(_receivers(world, event, repo=repo, installation=installation, only=only))
    if not receivers and (world.observe_webhook is None or event in ONLY_FOR_APPS):
        return
    payload = payloads.framed(world, action, repo=repo, sender=sender, parts=parts)
    if world.observe_webhook is not None and not receivers:
        world.observe_webhook(event, payload)
    for receiver in receivers:
        own = event in ALWAYS_SENT
        named = {
            **payload,
            "installation": (
                app_shapes.installation(world, receiver) if own else payloads.installation(receiver)
            ),
        }
        if world.observe_webhook is not None:
            world.observe_webhook(event, named)
        _queue(world, event, payload=named, app=receiver.app, installation=receiver, repo=repo)


def ping(world: World, app: App) -> None:
    """Queues the greeting that GitHub sends when an App's webhook is set up."""
    if app.webhook_url is None:
        return
    payload = payloads.ping(world, app)
    if world.observe_webhook is not None:
        world.observe_webhook("ping", payload)
    _queue(world, "ping", payload=payload, app=app, installation=None, repo=None)


def redeliver(world: World, delivery: Delivery) -> Delivery:
    """Queues the same bytes under the same GUID once more."""
    again = Delivery(
        id=world.next_id(),
        guid=delivery.guid,
        app=delivery.app,
        event=delivery.event,
        action=delivery.action,
        payload=delivery.payload,
        body=delivery.body,
        delivered_at=world.clock(),
        installation_id=delivery.installation_id,
        repository_id=delivery.repository_id,
        redelivery=True,
    )
    _keep(world, again)
    return again


def signed_headers(delivery: Delivery) -> dict[str, str]:
    """Every header that GitHub documents for a delivery.

    https://docs.github.com/webhooks/webhook-events-and-payloads#delivery-headers
    """
    secret = delivery.app.webhook_secret.encode()
    headers = {
        "Accept": "*/*",
        "Content-Type": "application/json",
        "User-Agent": USER_AGENT,
        "X-GitHub-Delivery": delivery.guid,
        "X-GitHub-Event": delivery.event,
        "X-GitHub-Hook-ID": str(delivery.app.hook_id),
        "X-GitHub-Hook-Installation-Target-ID": str(delivery.app.id),
        "X-GitHub-Hook-Installation-Target-Type": "integration",
    }
    if secret:
        headers["X-Hub-Signature"] = "sha1=" + hmac.new(secret, delivery.body, hashlib.sha1).hexdigest()
        headers["X-Hub-Signature-256"] = (
            "sha256=" + hmac.new(secret, delivery.body, hashlib.sha256).hexdigest()
        )
    return headers


def _receivers(
    world: World, event: str, *, repo: Repo | None, installation: Installation | None, only: App | None
) -> Iterator[Installation]:
    """Every installation that is told of the event."""
    if installation is not None:
        if event in ALWAYS_SENT or event in installation.events:
            yield installation
        return
    for found in world.installations_on(repo) if repo is not None else ():
        heard = event in found.events and found.suspended_at is None
        if heard and only in (None, found.app):
            yield found


def _queue(  # noqa: PLR0913  # what a delivery is made of
    world: World,
    event: str,
    *,
    payload: dict[str, Any],
    app: App,
    installation: Installation | None,
    repo: Repo | None,
) -> None:
    if app.webhook_url is None:
        return
    delivery = Delivery(
        id=world.next_id(),
        guid=str(uuid.uuid4()),
        app=app,
        event=event,
        action=payload.get("action"),
        payload=payload,
        body=json.dumps(payload, separators=(",", ":")).encode(),
        delivered_at=world.clock(),
        installation_id=installation.id if installation else None,
        repository_id=repo.id if repo else None,
    )
    _keep(world, delivery)


def _keep(world: World, delivery: Delivery) -> None:
    world.deliveries.append(delivery)
    del world.deliveries[:-KEPT_DELIVERIES]
    world.outbox.put_nowait(delivery)
