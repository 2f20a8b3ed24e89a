"""What every webhook payload has around the parts that its event adds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.accounts import Org
from sandbox.clock import stamp
from sandbox.shapes import node_id
from sandbox.shapes.repos import repository
from sandbox.shapes.users import organization, simple_user

if TYPE_CHECKING:
    from sandbox.accounts import App, Installation, User
    from sandbox.records import Repo
    from sandbox.world import World

ZEN = "Approachable is better than simple."


def framed(
    world: World, action: str | None, *, repo: Repo | None, sender: User, parts: dict[str, Any]
) -> dict[str, Any]:
    """The payload without `installation`: action, the event's own parts, and where and by whom it happened."""
    payload: dict[str, Any] = {**({} if action is None else {"action": action}), **parts}
    if repo is not None:
        payload["repository"] = repository(world, repo)
        if isinstance(repo.owner, Org):
            payload["organization"] = organization(world, repo.owner)
    payload["sender"] = simple_user(world, sender)
    return payload


def installation(found: Installation) -> dict[str, Any]:
    """The installation as every payload names the one it is sent to (`simple-installation`)."""
    return {"id": found.id, "node_id": node_id("INS", found.id)}


def ping(world: World, app: App) -> dict[str, Any]:
    """GitHub's greeting to a new webhook.

    https://docs.github.com/webhooks/webhook-events-and-payloads#ping
    """
    api = f"{world.url}/api/v3/app/hook"
    hook = {
        "type": "App",
        "id": app.hook_id,
        "name": "web",
        "active": True,
        "events": list(app.events),
        "config": {"content_type": "json", "insecure_ssl": "0", "url": app.webhook_url, "secret": "********"},
        "updated_at": stamp(app.created_at),
        "created_at": stamp(app.created_at),
        "app_id": app.id,
        "deliveries_url": f"{api}/deliveries",
    }
    return {"zen": ZEN, "hook_id": app.hook_id, "hook": hook, "sender": simple_user(world, app.owner)}
