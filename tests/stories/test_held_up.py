"""Faults of the field between a word and what comes of it: nothing is lost or twice, and the status card says what it was."""

from collections.abc import Callable, Mapping

import pytest

from policies.stages import Stage
from tests.stories.losing import sweep, wake
from tests.stories.prds import NO_QUESTIONS
from tests.stories.shortcuts import plan_proposed
from tests.stories.stage import REPOSITORY, Play

Answer = tuple[int, Mapping[str, str], bytes]
JSON = {"content-type": "application/json; charset=utf-8"}
HOUR = 3600.0
ROW = "| Held up lately | "


def said(status: int, message: str, **headers: str) -> Answer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return status, {**JSON, **named}, f'{{"message": "{message}"}}'.encode()


class Instead:
    """A port that answers the next calls to which it has an answer itself."""

    def __init__(self, play: Play) -> None:
        self._play = play
        self.left = 0
        self.answer: Callable[[float], Answer] = lambda _: said(500, "")

    def arm(self, times: int, answer: Callable[[float], Answer]) -> None:
        self.left, self.answer = times, answer

    async def __call__(self, method: str, url: str, headers: Mapping[str, str], body: bytes) -> Answer:
        """One exchange."""
        if self.left and "/repos/" in url:
            self.left -= 1
            return self.answer(self._play.now())
        return await self._play.recorder(method, url, headers, body)


def primary(now: float) -> Answer:
    reset = f"{now + 1800:.0f}"
    return said(403, "API rate limit exceeded", x_ratelimit_remaining="0", x_ratelimit_reset=reset)


SECONDARY = "You have exceeded a secondary rate limit. Please wait a few minutes before you try again."
FAULTS: dict[str, tuple[int, Callable[[float], Answer], str]] = {
    "the primary limit": (1, primary, "GitHub asked for fewer calls"),
    "a secondary limit": (
        1,
        lambda _: said(403, SECONDARY, retry_after="90"),
        "GitHub asked for fewer calls",
    ),
    "a secondary limit without advice": (1, lambda _: said(403, SECONDARY), "GitHub asked for fewer calls"),
    "429": (1, lambda _: said(429, "Too Many Requests"), "GitHub asked for fewer calls"),
    "tokens that are refused": (2, lambda _: said(401, "Bad credentials"), "did not accept my credentials"),
    "a page instead of JSON": (
        3,
        lambda _: (200, {"content-type": "text/html"}, b"<html>"),
        "could not be read",
    ),
    "an object that lacks everything": (1, lambda _: (200, JSON, b"{}"), "a step broke off"),
    "half a JSON": (3, lambda _: (200, JSON, b'{"id": 5, "na'), "could not be read"),
}


@pytest.fixture
async def port(asleep: Play) -> Instead:
    """A running App behind a port that answers instead of GitHub."""
    made = Instead(asleep)
    asleep.port = made
    await asleep.start()
    await sweep(asleep)
    return made


async def once(play: Play) -> None:
    """The plan is approved, and everything that comes of it stands there once."""
    run = await play.run()
    assert (run.stage, run.overlay) == (Stage.BACKLOG_PROPOSED, None)
    assert len(run.approvals) == 1
    assert await play.branches() == ["main", "signalbox/run-1-plan-v1"]
    assert len(await play.pulls()) == 1
    assert [comment.kind for comment in await play.ours()] == ["card", "turn", "turn"]


@pytest.mark.parametrize("name", FAULTS)
async def test_what_github_held_up_is_done_once_and_told(asleep: Play, port: Instead, name: str) -> None:
    play, (times, answer, told) = asleep, FAULTS[name]
    run = await plan_proposed(play, NO_QUESTIONS)
    assert run.plan is not None
    port.arm(times, answer)

    await play.person("raj").comment(REPOSITORY, play.issue, f"/approve plan {run.plan.digest[:12]}")
    await play.settled(HOUR)

    assert port.left == 0
    await once(play)
    card = (await play.card()).body
    assert f"{ROW}" in card
    assert told in card
    assert "nothing is lost" in card
    # After an hour it is history.
    play.wait(2 * HOUR)
    await play.says("raj", "/pause")
    assert ROW not in (await play.card()).body


@pytest.mark.parametrize(
    ("kind", "told"),
    [("archived", "the repository was archived"), ("suspended", "showed me nothing of this repository")],
)
async def test_a_repository_that_was_closed_for_a_while_is_told_when_it_is_open_again(
    play: Play, kind: str, told: str
) -> None:
    run = await plan_proposed(play, NO_QUESTIONS)
    assert run.plan is not None
    repo = play.github.world.repos["acme", "shop"]
    installed = f"/app/installations/{play.registered.installation_id}/suspended"
    await play.github.control("/webhooks", hold=True)
    await play.person("raj").comment(REPOSITORY, play.issue, f"/approve plan {run.plan.digest[:12]}")
    if kind == "archived":
        repo.archived = True
    else:
        await play.registered.as_app.put(installed)
    await play.github.control("/webhooks", hold=False)
    await play.settled()
    assert await play.branches() == ["main"]

    repo.archived = False
    await play.registered.as_app.delete(installed)
    await sweep(play)
    await wake(play, "opened again")

    await once(play)
    card = (await play.card()).body
    assert told in card
    assert "nothing is lost" in card


@pytest.mark.parametrize("wrong", [-600.0, 600.0])
async def test_a_clock_that_is_ten_minutes_wrong_changes_nothing(
    asleep: Play, monkeypatch: pytest.MonkeyPatch, wrong: float
) -> None:
    play, right = asleep, asleep.now
    monkeypatch.setattr(play, "now", lambda: right() + wrong)
    await play.start()
    run = await plan_proposed(play, NO_QUESTIONS)
    assert run.plan is not None
    # Whatever is done again is found, although our time is not the time GitHub names.
    await play.says("raj", f"/approve plan {run.plan.digest[:12]}")
    await play.lose_database()
    await sweep(play)

    await once(play)
    way = "behind" if wrong < 0 else "ahead of"
    card = (await play.card()).body
    assert f"| Clock | the clock of the machine I run on is about 10 minutes {way} GitHub's" in card
