"""The search at the end of every story finds what it must find, or finding nothing there would mean nothing."""

import base64
from collections.abc import Callable

import pytest

from tests.stories.leaks import crossed, leaked, secrets_of
from tests.stories.serving import Call
from tests.stories.shortcuts import plan_proposed
from tests.stories.stage import Play

SPELLINGS: tuple[Callable[[str], str], ...] = (
    lambda secret: secret,
    lambda secret: secret.encode().hex(),
    lambda secret: base64.b64encode(f"x-access-token:{secret}".encode()).decode(),
)


@pytest.mark.parametrize("spelled", SPELLINGS)
async def test_a_secret_in_a_comment_the_log_or_the_queue_is_found(
    play: Play, spelled: Callable[[str], str]
) -> None:
    await plan_proposed(play)
    # The App's key, the webhook's secret, the ledger's key, and what the App minted on the way.
    secrets = secrets_of(play)
    assert len(secrets) >= 5
    assert leaked(play) == []

    for secret in secrets:
        play.recorder.calls.append(Call("POST", "/x", {"body": f"see {spelled(secret)}"}, 201, None, ""))
        assert [line.partition(":")[0] for line in leaked(play)] == ["a call to GitHub"]
        play.recorder.calls.pop()
    play.log.write(spelled(secrets[0]))
    (play.data / "queue.copy").write_text(spelled(secrets[1]))
    assert [line.rpartition(": ")[0] for line in leaked(play)] == ["the log", "the disk: queue.copy"]

    play.log.truncate(0)
    (play.data / "queue.copy").unlink()


async def test_a_token_that_is_used_for_another_repository_is_seen(play: Play) -> None:
    await plan_proposed(play)
    await play.github.repo("acme/other")
    used = next(call for call in play.recorder.calls if call.path.endswith("/comments") and call.token)
    assert crossed(play) == []

    stray = Call("GET", "/repos/acme/other/issues/1", None, 404, None, used.token)
    play.recorder.calls.append(stray)
    assert crossed(play) == ["GET /repos/acme/other/issues/1"]
    play.recorder.calls.remove(stray)
