"""The App loses its access at any call of a flow: it finds out, says nothing that is not so, and goes on when it is let in again."""

from collections.abc import Mapping
from typing import Literal

import pytest

from policies.stages import Stage
from sandbox.accounts import Installation
from tests.stories.losing import sweep
from tests.stories.mishaps import STEP
from tests.stories.prds import NO_QUESTIONS
from tests.stories.shortcuts import plan_proposed
from tests.stories.stage import REPO, REPOSITORY, Play

Kind = Literal["removed", "suspended", "suspended and told"]
# What a run may have come to on the way; a refusal, a held run or a void approval would be something that is not so.
ON_THE_WAY = {"approved", "write_intended", "written", "role_asked", "role_replied", "backlog_proposed"}


class Losing:
    """A port before which, at one call, the App loses its access; `lost_at` is the number of calls that were made before."""

    def __init__(self, play: Play) -> None:
        self.count = 0
        self.lost_at: int | None = None
        self._play = play
        self._wanted = -1
        self._kind: Kind = "removed"

    def arm(self, number: int, kind: Kind) -> None:
        """Access is lost right before the call with this number from now, counted from 0."""
        self.count, self._wanted, self._kind, self.lost_at = 0, number, kind, None

    async def __call__(
        self, method: str, url: str, headers: Mapping[str, str], body: bytes
    ) -> tuple[int, Mapping[str, str], bytes]:
        """One exchange."""
        here, self.count = self.count == self._wanted, self.count + 1
        if here:
            self.lost_at = len(self._play.recorder.calls)
            await self._lose()
        return await self._play.recorder(method, url, headers, body)

    async def _lose(self) -> None:
        found = installation(self._play)
        match self._kind:
            case "removed":
                found.repo_ids = set()
            case "suspended":
                found.suspended_at = self._play.github.world.clock()
            case "suspended and told":
                await self._play.registered.as_app.put(f"/app/installations/{found.id}/suspended")


def installation(play: Play) -> Installation:
    return play.github.world.installations[play.registered.installation_id]


async def let_in(play: Play, repository: int) -> None:
    """The owner lets the App in again, GitHub tells, and the App looks at its open runs."""
    found = installation(play)
    found.repo_ids = {repository}
    await play.registered.as_app.put(f"/app/installations/{found.id}/suspended")
    await play.registered.as_app.delete(f"/app/installations/{found.id}/suspended")
    await play.settled()
    await sweep(play)


@pytest.mark.parametrize("kind", ["removed", "suspended", "suspended and told"])
@pytest.mark.parametrize("first", range(STEP))
async def test_access_that_is_lost_at_any_call_is_not_taken_for_anything_else(
    asleep: Play, kind: Kind, first: int
) -> None:
    play, port = asleep, Losing(asleep)
    play.port = port
    repository = min(installation(play).repo_ids or ())
    # A private repository shows nothing at all to whoever is not let in.
    play.github.world.repos_by_id[repository].private = True
    await play.start()
    await sweep(play)
    number = first
    while True:
        run = await plan_proposed(play, NO_QUESTIONS)
        assert run.plan is not None
        line = f"/approve plan {run.plan.digest[:12]}"
        port.arm(number, kind)
        await play.person("raj").comment(REPOSITORY, play.issue, line)
        await play.settled()
        where = f"{kind} at call {number}"
        if port.lost_at is None:
            break
        done = [call.path for call in play.recorder.calls[port.lost_at :] if call.status < 300]
        # Giving back the token that can write still works, and should; and the App asks in its own name who lets it in now.
        assert set(done) <= {"/installation/token", f"{REPO}/installation"}, where
        told = [record.type for record in (await play.look()).records[run.length :]]
        assert set(told) <= ON_THE_WAY, where

        # What was said or answered while nobody could hear it is read back.
        await let_in(play, repository)
        run = await play.run()
        assert (run.stage, run.overlay) == (Stage.BACKLOG_PROPOSED, None), where
        assert len(run.approvals) == 1, where
        assert [pull.subject for pull in run.pull_requests.values()] == ["plan"], where
        assert [comment.kind for comment in await play.ours()] == ["card", "turn", "turn"], where
        assert await play.labels() == ["signalbox/your-turn"], where
        await play.says("raj", "/stop enough of this one")
        # A lost repository is the case in which GitHub's answers mislead, so it is met at every call.
        number += STEP if kind == "removed" else 3 * STEP
    assert number > 40
