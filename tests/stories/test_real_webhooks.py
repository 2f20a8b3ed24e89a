"""Every webhook GitHub was captured sending, as it came and bent in each of its strings, moves a run that waits by nothing."""

import json
import uuid
from collections.abc import Iterator
from typing import Any

import aiohttp

from bot.signature import sign
from handlers.route import OWN_EVENTS, ROUTES
from tests.github.captures import captures
from tests.stories.clearing import nothing_moved, proposed
from tests.stories.stage import Play

ROUTED = {event for event, _ in ROUTES} - OWN_EVENTS


async def deliver(session: aiohttp.ClientSession, play: Play, event: str, payload: Any) -> int:
    """One signed delivery, as GitHub would send it; the answer's status."""
    body = json.dumps(payload).encode()
    headers = {
        "Content-Type": "application/json",
        "X-GitHub-Event": event,
        "X-GitHub-Delivery": str(uuid.uuid4()),
        "X-Hub-Signature-256": sign(body, play.registered.webhook_secret.encode()),
    }
    url = f"http://127.0.0.1:{play.settings.port}/github"
    async with session.post(url, data=body, headers=headers) as answer:
        return answer.status


def at_home(payload: dict[str, Any], play: Play, number: int) -> dict[str, Any]:
    """The payload as if it came from this very run: our installation, repository and issue, everything else as captured."""
    found: dict[str, Any] = json.loads(json.dumps(payload))
    found["installation"] = {"id": play.registered.installation_id}
    repository = found.get("repository")
    if isinstance(repository, dict):
        repository["full_name"] = "acme/shop"
        repository["owner"]["login"] = "acme"
    for thread in ("issue", "pull_request"):
        if isinstance(found.get(thread), dict):
            found[thread] |= {"number": number, "labels": [{"name": "signalbox/your-turn"}]}
    return found


def bent(value: Any, root: dict[str, Any], text: str) -> Iterator[dict[str, Any]]:
    """The payload with each string in turn replaced by `text`."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in pairs:
        yield from bent(inner, root, text)
        if isinstance(inner, str):
            value[key] = text
            yield root
            value[key] = inner


async def test_no_captured_webhook_of_somebody_else_is_answered_with_anything(play: Play) -> None:
    plan = await proposed(play)
    before = len(play.recorder.calls)

    async with aiohttp.ClientSession() as session:
        statuses = [await deliver(session, play, event, payload) for event, payload in captures()]
    await play.settled()

    assert len(statuses) == 329
    assert set(statuses) == {202}
    changes = [call for call in play.recorder.calls[before:] if call.method != "GET"]
    assert {(call.method, call.status) for call in changes} <= {("POST", 404)}
    assert all(call.path.endswith("/access_tokens") for call in changes)
    await nothing_moved(play, plan)


async def test_no_string_of_a_captured_webhook_becomes_an_approval_by_a_stranger(play: Play) -> None:
    plan = await proposed(play)
    play.wait(3600)
    # There are hundreds of them that lead somewhere, and each is tried three times.
    play.patience *= 4
    comments = await play.comments()
    yes = f"/signalbox approve plan {plan.digest[:12]}"
    seen: dict[int, int] = {}

    async with aiohttp.ClientSession() as session:
        for event, payload in captures():
            ours = at_home(payload, play, play.issue)
            for mutated in bent(ours, ours, yes) if event in ROUTED else ():
                status = await deliver(session, play, event, mutated)
                seen[status] = seen.get(status, 0) + 1
    await play.settled()

    assert set(seen) <= {202, 400}
    assert seen[202] > 2_000
    assert await play.comments() == comments
    await nothing_moved(play, plan)
