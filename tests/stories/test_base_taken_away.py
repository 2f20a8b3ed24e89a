"""The default branch is taken away while a patchset waits: nothing is written, the thread says why, and it goes on when the branch is back."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from policies import entries as e
from policies.stages import UnitState
from tests.stories.shortcuts import approve_unit, delivering, patchset_of
from tests.stories.stage import Play

if TYPE_CHECKING:
    from policies.run import UnitRun

MAIN = "refs/heads/main"
GONE = "GitHub shows no branch `main`, which is the default one"


def _take_away(play: Play) -> str:
    """The branch goes, as it can where it is not kept from going; the commit it pointed to."""
    repo = play.github.world.repo("acme", "shop")
    assert repo is not None
    sha = repo.git.ref(MAIN)
    assert sha is not None
    repo.git.delete_ref(MAIN)
    return sha


def _bring_back(play: Play, sha: str) -> None:
    repo = play.github.world.repo("acme", "shop")
    assert repo is not None
    repo.git.set_ref(MAIN, sha)


async def _waiting(play: Play) -> "UnitRun":
    return (await delivering(play, "U-03")).units["U-03"]


async def test_no_yes_counts_without_a_default_branch_and_the_same_one_does_once_it_is_back(
    play: Play,
) -> None:
    unit = await _waiting(play)
    before = patchset_of(await play.run(), "U-03")
    writes = await play.content_writes()
    sha = _take_away(play)

    said = await play.says("raj", f"/approve PS-1 {before.digest[:12]}", thread=unit.issue)

    (refused,) = (await play.look()).entries("command_refused")
    assert isinstance(refused, e.CommandRefused)
    assert refused.code == "SB-203"
    told = (await play.ours(thread=unit.issue))[-1].body
    assert f"{GONE}, so there is nothing to write on." in told
    assert "Bring the branch back or choose another default branch, then say it again." in told
    assert said.reactions["confused"] == 1
    assert "job_failed" not in play.log.getvalue()
    assert await play.content_writes() == writes

    _bring_back(play, sha)
    assert (await approve_unit(play, "U-03")).branch == "signalbox/run-1-u-03-v1"


class TakingAway:
    """A port at which the default branch goes, right after the approval is on the record."""

    def __init__(self, play: Play) -> None:
        self._play = play
        self.was = ""

    async def __call__(
        self, method: str, url: str, headers: Mapping[str, str], body: bytes
    ) -> tuple[int, Mapping[str, str], bytes]:
        """One exchange."""
        answer = await self._play.recorder(method, url, headers, body)
        if method == "PATCH" and "/issues/comments/" in url and not self.was:
            self.was = _take_away(self._play)
        return answer


async def test_nothing_is_written_when_the_default_branch_goes_after_the_yes(play: Play) -> None:
    unit = await _waiting(play)
    digest = patchset_of(await play.run(), "U-03").digest
    port = TakingAway(play)
    play.port = port
    await play.stop()
    await play.start()

    await play.says("raj", f"/approve PS-1 {digest[:12]}", thread=unit.issue)

    (voided,) = (await play.look()).entries("approval_voided")
    assert isinstance(voided, e.ApprovalVoided)
    assert voided.reason == f"{GONE}, so there is no base"
    assert "job_failed" not in play.log.getvalue()

    _bring_back(play, port.was)
    assert "signalbox/run-1-u-03-v1" not in await play.branches()
    assert (await play.run()).units["U-03"].state is UnitState.WAITING_USER_APPROVAL
    assert (await approve_unit(play, "U-03")).branch == "signalbox/run-1-u-03-v1"


async def test_a_patchset_asked_for_without_a_default_branch_is_given_up_in_words(play: Play) -> None:
    unit = await _waiting(play)
    play.dead = (f"GET /repos/acme/shop/git/ref/heads/main: 404 {GONE}",)
    sha = _take_away(play)

    await play.says("raj", "/refine PS-1 draw it again on the current base", thread=unit.issue)

    run = await play.run()
    assert GONE in run.overlay_reason
    assert "job_failed" not in play.log.getvalue()

    _bring_back(play, sha)
    await play.says("raj", "/retry")
    patchset = patchset_of(await play.run(), "U-03")
    # Its files come back as they were, so the version stands.
    assert (patchset.version, patchset.base_sha) == (1, sha)


async def test_nothing_is_planned_without_a_default_branch(play: Play) -> None:
    _take_away(play)
    await play.opens("mona", "# Shop\n\n- The shop must sell things.\n")
    told = (await play.ours())[-1].body
    assert f"{GONE}, so there is nothing to base a plan on." in told
    assert "In a new repository, add a first file" in told
