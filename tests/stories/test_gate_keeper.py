"""Right before the write something is missing or not as it was: nothing is written, and the outcome says what it was."""

import json
from collections.abc import Mapping
from dataclasses import replace

from bot.base import _TREES
from bot.gate_keeper import Outcome
from bot.github.port import AiohttpPort
from policies import artifacts as files
from policies import commands as c
from policies.effects import WriteApproved
from tests.stories.poised import Poised, composed, poised
from tests.stories.seen import NAME, OWNER
from tests.stories.serving import meanwhile
from tests.stories.shortcuts import approve_unit, delivering
from tests.stories.stage import REPO, Play


class AnotherTree(AiohttpPort):
    """A GitHub that says once of a commit that its tree is this other one."""

    def __init__(self, real: AiohttpPort, *, commit: str, tree: str) -> None:
        super().__init__()
        self._real = real
        self._commit, self._tree = f"/git/commits/{commit}", tree
        self.told = False

    async def __call__(
        self, method: str, url: str, headers: Mapping[str, str], body: bytes
    ) -> tuple[int, Mapping[str, str], bytes]:
        """One exchange."""
        status, answered, content = await self._real(method, url, headers, body)
        if self.told or not url.endswith(self._commit):
            return status, answered, content
        self.told = True
        shown = json.loads(content)
        shown["tree"]["sha"] = self._tree
        # Without its name the answer is not kept, so that the next one tells the truth again.
        unnamed = {name: value for name, value in answered.items() if name != "etag"}
        return status, unnamed, json.dumps(shown).encode()

    async def close(self) -> None:
        """Close the connections."""
        await self._real.close()


async def _forgets(at: Poised, digest: str) -> None:
    """The bytes of an artifact are neither on this machine nor in any comment."""
    at.play.broken = True
    await at.app.queue.store(digest, b"")
    repo = at.play.github.world.repo(OWNER, NAME)
    assert repo is not None
    for comment in repo.comments.values():
        if "kind=card" not in comment.body:
            comment.body = "Gone."


def reason(outcome: Outcome) -> str:
    assert isinstance(outcome.command, c.WriteFailed)
    assert outcome.command.void
    assert outcome.pull_request is None
    return outcome.command.reason


async def test_a_plan_of_which_something_is_missing_is_not_written(asleep: Play) -> None:
    async with poised(asleep, "plan") as at:
        another = WriteApproved("plan", "0" * 64)
        outcome = await at.keeper.write(at.loaded, at.run, another)
        assert reason(outcome) == "no approval of exactly this digest stands"

        unmeant = replace(at.run, intents={})
        outcome = await at.keeper.write(at.loaded, unmeant, at.effect)
        assert reason(outcome) == "the ledger holds no intent to write this"

        plan = at.run.plan
        assert plan is not None
        await _forgets(at, plan.files[files.PACK])
        outcome, _ = await at.write()
        assert reason(outcome) == "the approved plan's bytes are in none of the run's comments"
        assert await asleep.branches() == ["main"]


async def test_a_patchset_whose_bytes_are_gone_is_not_written(asleep: Play) -> None:
    async with poised(asleep, "patchset") as at:
        seen = at.run.units["U-03"].patchset
        assert seen is not None
        await _forgets(at, seen.content)
        outcome, _ = await at.write()
        assert reason(outcome) == "the approved bytes are in none of the run's comments"
        assert at.branch not in await asleep.branches()


async def test_what_is_permitted_otherwise_at_the_last_look_is_not_written(asleep: Play) -> None:
    async with poised(asleep, "plan") as at:
        outcome = await at.written_while("POST /git/commits", at.approved.revokes)
        assert reason(outcome).startswith("@raj may not approve any more")
        await at.approved.grants()

        later = await asleep.pushes("ada", {"NOTES.md": "Later.\n"})
        tree = (await asleep.person("ada").do("GET", f"{REPO}/git/commits/{later}"))["tree"]["sha"]
        await at.approved.resets()
        port = AnotherTree(asleep.recorder.port, commit=at.approved.main, tree=tree)
        asleep.recorder.port = port
        _TREES.clear()

        async def forgotten() -> None:
            _TREES.clear()

        outcome = await at.written_while("POST /git/commits", forgotten)
        assert port.told
        assert reason(outcome) == "what was permitted is not what would be permitted now"
        assert await asleep.branches() == ["main"]


async def test_a_pull_request_that_a_person_opened_counts_only_on_the_approved_base(asleep: Play) -> None:
    raj = asleep.person("raj")
    async with poised(asleep, "plan") as at:
        await raj.do("POST", f"{REPO}/git/refs", {"ref": "refs/heads/next", "sha": at.approved.main})

        async def opens(base: str) -> None:
            opened = {"title": f"For {base}", "head": at.branch, "base": base}
            await raj.do("POST", f"{REPO}/pulls", opened)

        ours = await at.written_while("GET /pulls", lambda: opens("next"))
        shown = {pull["base"]["ref"]: pull for pull in await asleep.pulls()}
        assert shown["next"]["number"] != ours.pull_request == shown["main"]["number"]
        assert shown["main"]["user"]["login"] == "signalbox[bot]"


async def test_a_pull_request_that_a_person_opened_of_our_branch_is_taken_for_ours(asleep: Play) -> None:
    raj = asleep.person("raj")
    async with poised(asleep, "plan") as at:
        opened = {"title": "Mine", "head": at.branch, "base": "main"}
        outcome = await at.written_while("GET /pulls", lambda: raj.do("POST", f"{REPO}/pulls", opened))
        (pull,) = await asleep.pulls()
        assert outcome.pull_request == pull["number"]
        assert pull["title"] == "Mine"


async def test_a_pull_request_of_before_that_a_person_closed_is_not_taken_for_ours(asleep: Play) -> None:
    """Who can push may have had a branch of our name, with something else on it, that is gone by now."""
    raj = asleep.person("raj")
    async with poised(asleep, "plan") as at:
        await raj.do("POST", f"{REPO}/git/refs", {"ref": f"refs/heads/{at.branch}", "sha": at.approved.main})
        await asleep.pushes("raj", {"NOTES.md": "Mine.\n"}, branch=at.branch)
        old = await raj.do("POST", f"{REPO}/pulls", {"title": "Mine", "head": at.branch, "base": "main"})
        await raj.do("PATCH", f"{REPO}/pulls/{old['number']}", {"state": "closed"})
        await raj.do("DELETE", f"{REPO}/git/refs/heads/{at.branch}")

        outcome, _ = await at.write()

        assert isinstance(outcome.command, c.Wrote)
        assert outcome.pull_request not in {None, old["number"]}
        shown = await asleep.pull(outcome.command.pull_request)
        assert (shown["state"], shown["head"]["sha"]) == ("open", outcome.command.commit_sha)


async def test_a_pull_request_that_a_person_opened_and_pushed_to_is_not_taken_for_written(
    asleep: Play,
) -> None:
    raj = asleep.person("raj")
    async with poised(asleep, "plan") as at:

        async def opens_and_pushes() -> None:
            await raj.do("POST", f"{REPO}/pulls", {"title": "Mine", "head": at.branch, "base": "main"})
            await asleep.pushes("raj", {"NOTES.md": "Mine.\n"}, branch=at.branch)

        outcome = await at.written_while("GET /pulls", opens_and_pushes)
        assert isinstance(outcome.command, c.WriteFailed)
        assert outcome.command.reason == f"`{at.branch}` moved while its pull request was opened"


async def test_a_branch_that_moves_while_its_pull_request_is_opened_is_not_taken_for_written(
    asleep: Play,
) -> None:
    async with poised(asleep, "plan") as at:

        async def pushes() -> None:
            await asleep.pushes("raj", {"NOTES.md": "Mine.\n"}, branch=at.branch)

        outcome = await at.written_while("POST /pulls", pushes)
        assert isinstance(outcome.command, c.WriteFailed)
        assert outcome.command.reason == f"`{at.branch}` moved while its pull request was opened"
        assert not outcome.command.void


async def test_what_speaks_against_a_merge_at_any_look_keeps_it_for_people(play: Play) -> None:
    """A label before the first look, a label before the last, and a push right before GitHub is asked to merge."""
    await play.commits("raj", {".github/signalbox.yml": "merge: when_green\n"})
    issue = (await delivering(play, "U-03")).units["U-03"].issue
    pull = await approve_unit(play, "U-03")
    raj, labels = play.person("raj"), f"{REPO}/issues/{issue}/labels"

    async def holds() -> None:
        await raj.do("POST", labels, {"labels": ["needs-human"]})

    async def pushes() -> None:
        await play.pushes("raj", {"NOTES.md": "Mine.\n"}, branch=pull.branch)

    await holds()
    await play.ci(pull.commit_sha, "success")
    await play.stop()
    async with composed(play) as (app, loaded):
        assert loaded.run is not None
        keeper, pull = app.worker.step.consequences.performer.keeper, loaded.run.pull_requests[pull.number]
        assert "carries the label `needs-human`" in await keeper.merge(loaded, loaded.run, pull)

        await raj.do("DELETE", f"{labels}/needs-human")
        done = meanwhile(play.recorder, f"GET /issues/{issue}", holds, nth=2)
        assert "carries the label `needs-human`" in await keeper.merge(loaded, loaded.run, pull)
        assert done()
        assert play.calls("PUT", "/merge") == []

        await raj.do("DELETE", f"{labels}/needs-human")
        done = meanwhile(play.recorder, f"PUT /pulls/{pull.number}/merge", pushes)
        said = await keeper.merge(loaded, loaded.run, pull)
        assert said.startswith("GitHub refused: Head branch was modified")
        assert done()
        shown = await play.pull(pull.number)
        assert shown["merged"] is False

        # What a person has merged meanwhile is done, and nothing is asked for any more.
        await raj.do("PUT", f"{REPO}/pulls/{pull.number}/merge", {"sha": shown["head"]["sha"]})
        asked = len(play.calls("PUT", "/merge"))
        assert await keeper.merge(loaded, loaded.run, pull) == ""
        assert len(play.calls("PUT", "/merge")) == asked
