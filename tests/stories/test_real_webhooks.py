"""Every webhook GitHub was captured sending, as it came and bent in each of its strings, moves a run that waits by nothing."""

import json
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import aiohttp

from bot.signature import sign
from handlers.route import OWN_EVENTS, ROUTES
from tests.github.captures import captures
from tests.stories.clearing import nothing_moved, proposed
from tests.stories.losing import lose
from tests.stories.seen import NAME, OWNER, REPOSITORY, Comment
from tests.stories.stage import Play

# Seconds after which a stranger is read again, however much they said before.
LONG_AFTER = 660.0
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


def at_home(payload: dict[str, Any], play: Play, *, speaker: Comment, turn: int) -> dict[str, Any]:
    """The payload as if it came from this very run, everything else as captured.

    Installation, repository and issue are ours, and whoever acts is the author of a comment that is really there. Each
    was said long after the one before, so that none is one too many.
    """
    found: dict[str, Any] = json.loads(json.dumps(payload))
    person = play.person(speaker.by)
    who = {"id": person.id, "login": person.login, "type": "User"}
    at = {"updated_at": datetime.fromtimestamp(play.now() + LONG_AFTER * turn, UTC).isoformat()}
    found["installation"] = {"id": play.registered.installation_id}
    found["sender"] = dict(who)
    repository = found.get("repository")
    if isinstance(repository, dict):
        ours = play.github.world.repo(OWNER, NAME)
        assert ours is not None
        repository |= {"id": ours.id, "full_name": REPOSITORY}
        repository["owner"]["login"] = OWNER
    for thread in ("issue", "pull_request"):
        if isinstance(found.get(thread), dict):
            found[thread] |= {"number": play.issue, "labels": [{"name": "signalbox/your-turn"}]}
    if isinstance(found.get("comment"), dict):
        found["comment"] |= {"id": speaker.id, "user": dict(who), "performed_via_github_app": None} | at
    if isinstance(found.get("review"), dict):
        found["review"] |= {"user": dict(who)}
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


async def unheard(play: Play, who: str, text: str) -> Comment:
    """A comment that is really there, whose webhook was lost."""
    await lose(play, 1)
    return await play.says(who, text)


def spoken() -> dict[str, Any]:
    """The first webhook GitHub was captured sending about a new comment."""
    return next(
        payload
        for event, payload in captures()
        if (event, payload.get("action")) == ("issue_comment", "created")
    )


async def test_no_string_of_a_captured_webhook_becomes_an_approval_by_a_stranger(play: Play) -> None:
    plan = await proposed(play)
    # There are hundreds of them that lead somewhere.
    play.patience *= 4
    yes = f"/signalbox approve plan {plan.digest[:12]}"
    eves = await unheard(play, "eve", yes)
    before = [(each.id, each.body) for each in await play.comments()]
    seen: dict[int, int] = {}

    async with aiohttp.ClientSession() as session:
        for turn, (event, payload) in enumerate(captures(), start=1):
            ours = at_home(payload, play, speaker=eves, turn=turn)
            for mutated in bent(ours, ours, yes) if event in ROUTED else ():
                status = await deliver(session, play, event, mutated)
                seen[status] = seen.get(status, 0) + 1
        await play.settled()

        assert set(seen) <= {202, 400}
        assert seen[202] > 2_000
        assert [(each.id, each.body) for each in await play.comments()] == before
        await nothing_moved(play, plan)
        # They came as far as anybody's: Eve was refused, and from Raj one of them is an approval.
        assert (await play.comment(eves.id)).reactions == {"eyes": 1, "confused": 1}
        rajs = await unheard(play, "raj", yes)
        his = at_home(spoken(), play, speaker=rajs, turn=turn + 1)
        his["comment"]["body"] = yes
        await deliver(session, play, "issue_comment", his)
    await play.settled()
    assert [one.by.login for one in (await play.run()).approvals] == ["raj"]


async def test_a_strangers_yes_is_none_whatever_else_the_webhook_says_of_them(play: Play) -> None:
    """With their yes in it, every other string of a captured webhook is bent into what people with rights are called."""
    plan = await proposed(play)
    play.patience *= 4
    yes = f"/signalbox approve plan {plan.digest[:12]}"
    eves = await unheard(play, "eve", yes)
    roles = len(play.calls("GET", "/permission"))

    async with aiohttp.ClientSession() as session:
        for turn, text in enumerate(("raj", "OWNER"), start=1):
            ours = at_home(spoken(), play, speaker=eves, turn=turn)
            ours["comment"]["body"] = yes
            for number, mutated in enumerate(bent(ours, ours, text)):
                at = play.now() + LONG_AFTER * (1000 * turn + number)
                if mutated["comment"]["updated_at"] != text:
                    mutated["comment"]["updated_at"] = datetime.fromtimestamp(at, UTC).isoformat()
                await deliver(session, play, "issue_comment", mutated)
    await play.settled()

    await nothing_moved(play, plan)
    assert (await play.comment(eves.id)).reactions == {"eyes": 1, "confused": 1}
    assert len(play.calls("GET", "/permission")) - roles > 130
