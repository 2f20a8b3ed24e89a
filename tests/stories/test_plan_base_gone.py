"""The commit a plan was approved on vanishes from GitHub between the yes and the write: nothing is written, and the thread says why."""

from collections.abc import Mapping

import pytest

from bot.base import _TREES
from policies import entries as e
from tests.stories.clearing import proposed
from tests.stories.stage import REPO, Play


class Purging:
    """A port that takes the default branch's newest commit away, right after the approval is on the record."""

    def __init__(self, play: Play, *, before: str, gone: str) -> None:
        self._play = play
        self._before, self._gone = before, gone
        self._done = False

    async def __call__(
        self, method: str, url: str, headers: Mapping[str, str], body: bytes
    ) -> tuple[int, Mapping[str, str], bytes]:
        """One exchange."""
        if method == "PATCH" and "/issues/comments/" in url and not self._done:
            self._done = True
            change = {"sha": self._before, "force": True}
            await self._play.person("ada").do("PATCH", f"{REPO}/git/refs/heads/main", change)
            repo = self._play.github.world.repo("acme", "shop")
            assert repo is not None
            repo.git._objects.pop(self._gone, None)
            (repo.git.path / "objects" / self._gone[:2] / self._gone[2:]).unlink(missing_ok=True)
            _TREES.clear()
        return await self._play.recorder(method, url, headers, body)


async def test_a_plan_whose_base_is_gone_from_the_repository_is_not_written_and_waits_again(
    play: Play,
) -> None:
    await play.cast(ada="admin")
    before = (await play.person("raj").do("GET", f"{REPO}/git/ref/heads/main"))["object"]["sha"]
    plan = await proposed(play)
    gone = await play.commits("raj", {"NOTES.md": "To be purged.\n"})
    play.port = Purging(play, before=before, gone=gone)
    await play.stop()
    await play.start()

    await play.says("raj", f"/approve plan {plan.digest[:12]}")

    run = await play.run()
    assert await play.branches() == ["main"]
    (voided,) = (await play.look()).entries("approval_voided")
    assert isinstance(voided, e.ApprovalVoided)
    assert f"`{gone[:7]}`, its base, is not in the repository any more" in voided.reason
    assert (run.overlay, run.waiting) == (None, ("plan",))
    assert "the approval of the plan no longer counts" in (await play.newest("turn")).body

    # On the base that stands there the same plan is approved and written.
    await play.says("raj", f"/approve plan {plan.digest[:12]}")
    assert await play.branches() == ["main", "signalbox/run-1-plan-v1"]


class Late:
    """A port that does not show the base once, right after the approval is on the record and the App remembers no tree."""

    def __init__(self, play: Play, path: str) -> None:
        self._play, self._path = play, path
        self.left = 1

    async def __call__(
        self, method: str, url: str, headers: Mapping[str, str], body: bytes
    ) -> tuple[int, Mapping[str, str], bytes]:
        """One exchange."""
        if method == "PATCH" and "/issues/comments/" in url and self.left:
            _TREES.clear()
        elif self.left and self._path in url and (await self._play.run()).approvals:
            self.left -= 1
            return 404, {"content-type": "application/json"}, b'{"message": "Not Found"}'
        return await self._play.recorder(method, url, headers, body)


@pytest.mark.parametrize("path", ["/git/commits/", "/git/trees/"])
async def test_a_base_that_is_not_shown_once_is_not_taken_for_gone(play: Play, path: str) -> None:
    plan = await proposed(play)
    port = play.port = Late(play, path)
    await play.stop()
    await play.start()

    await play.says("raj", f"/approve plan {plan.digest[:12]}")

    assert port.left == 0
    assert (await play.look()).entries("approval_voided") == ()
    assert await play.branches() == ["main", "signalbox/run-1-plan-v1"]
