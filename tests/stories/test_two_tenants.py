"""Two accounts use one App at the same time: nothing of one is ever seen by the other, in a comment, a file, a call or a token."""

import asyncio
import json
from collections.abc import Mapping

import pytest

from policies.stages import Stage
from tests.stories.prds import TOOLS
from tests.stories.stage import REPOSITORY, Play

OTHER = "globex/store"
# One word for each tenant in everything its people write; nobody else could have made them up.
CANARY = {REPOSITORY: "Quagmirabel", OTHER: "Zephyrinth"}
ISSUE = 1


@pytest.fixture
async def both(play: Play) -> Play:
    """The same App, installed on a second account with people of its own rights there."""
    await play.github.repo(OTHER, files={"README.md": "# Store\n"})
    await play.github.role(OTHER, mona="triage", raj="write", tess="triage")
    slug = play.registered.slug
    made = await play.github.control(f"/apps/{slug}/installations", account="globex", repositories=["store"])
    assert made["id"] != play.registered.installation_id
    return play


async def opened(play: Play, repository: str) -> None:
    word = CANARY[repository]
    prd = TOOLS.replace("Tool shelf", word).replace("list a tool", f"list a {word} tool")
    body = {"title": f"{word} for us", "body": prd}
    made = await play.person("mona").do("POST", f"/repos/{repository}/issues", body)
    assert made["number"] == ISSUE


async def approved(play: Play, repository: str, target: str) -> None:
    """Raj approves what waits in this repository, by the line that the App's newest comment gives him."""
    comments = await play.person("raj").all(f"/repos/{repository}/issues/{ISSUE}/comments")
    lines = [line for each in comments for line in each["body"].splitlines()]
    line = [line for line in lines if line.startswith(f"/signalbox approve {target} ")][-1]
    await play.person("raj").comment(repository, ISSUE, line)


async def seen_in(play: Play, repository: str) -> str:
    """Everything that this tenant's people can read of what the App did there."""
    raj, path = play.person("raj"), f"/repos/{repository}"
    parts = [await raj.all(f"{path}/{kind}", state="all") for kind in ("issues", "pulls")]
    parts.append(await raj.all(f"{path}/issues/comments"))
    repo = play.github.world.repo(*repository.split("/"))
    assert repo is not None
    blobs = [
        repo.git.blob(entry.sha).decode()
        for sha in repo.git.refs("refs/heads/").values()
        for entry in repo.git.walk(repo.git.tree_of(sha))
        if entry.type == "blob"
    ]
    return json.dumps(parts) + "\n".join(blobs)


async def test_two_tenants_at_once_never_meet(both: Play) -> None:
    play, places = both, (REPOSITORY, OTHER)
    for repository in places:
        await opened(play, repository)
    for repository in places:
        labels = {"labels": ["signalbox"]}
        await play.person("tess").do("POST", f"/repos/{repository}/issues/{ISSUE}/labels", labels)
    await play.settled()
    for target in ("plan", "backlog"):
        for repository in places:
            await approved(play, repository, target)
        await play.settled()
    play.issue = ISSUE
    assert (await play.run()).stage is Stage.DELIVERING

    for mine, other in (places, places[::-1]):
        read = await seen_in(play, mine)
        assert read.count(CANARY[mine]) > 50
        assert CANARY[other] not in read
        calls = [call for call in play.recorder.calls if f"/repos/{mine}/" in call.path]
        assert len(calls) > 50
        assert not [call for call in calls if CANARY[other] in json.dumps([call.sent, call.got])]
    # Each token was minted for one repository, and neither was ever shown to the other; `crossed` judges every call.
    tokens = {
        repository: {call.token for call in play.recorder.calls if f"/repos/{repository}/" in call.path}
        for repository in places
    }
    assert tokens[REPOSITORY].isdisjoint(tokens[OTHER])
    assert play.clearance.writes >= 2


STORM = 200


class Held:
    """A port that lets nothing through while it is closed, and notes how much was still queued at the first call for the other."""

    def __init__(self, play: Play) -> None:
        self._play = play
        self.open = asyncio.Event()
        self.open.set()
        self.left: int | None = None

    def close(self) -> None:
        """From now on nothing goes through."""
        self.open.clear()
        self.left = None

    async def __call__(
        self, method: str, url: str, headers: Mapping[str, str], body: bytes
    ) -> tuple[int, Mapping[str, str], bytes]:
        """One exchange."""
        await self.open.wait()
        if self.left is None and f"/repos/{OTHER}/issues/" in url:
            self.left = await self._play.app.queue.depth()
        return await self._play.recorder(method, url, headers, body)


async def test_a_storm_in_one_account_is_passed_by_what_another_account_asks(both: Play) -> None:
    play, places = both, (REPOSITORY, OTHER)
    for repository in places:
        await opened(play, repository)
        labels = {"labels": ["signalbox"]}
        await play.person("tess").do("POST", f"/repos/{repository}/issues/{ISSUE}/labels", labels)
    await play.settled()
    play.issue = ISSUE
    play.port = held = Held(play)
    # One step at a time, so that the other account has nothing to go by but its turn.
    play.settings = play.settings.model_copy(update={"concurrency": 1})
    await play.stop()
    await play.start()
    await play.settled()

    held.close()
    for number in range(STORM):
        await play.person("eve").comment(REPOSITORY, ISSUE, f"/status {number}")
    asked = await play.person("raj").comment(OTHER, ISSUE, "/status")
    await play.github.settle()
    assert await play.app.queue.depth() == STORM + 1
    held.open.set()
    await play.settled()

    assert held.left is not None
    assert held.left >= STORM - 1
    comments = await play.person("raj").all(f"/repos/{OTHER}/issues/{ISSUE}/comments")
    assert any(f"kind=reply run={ISSUE} to={asked}" in each["body"] for each in comments)


async def line_for(play: Play, repository: str, target: str) -> tuple[int, str]:
    """The thread in which a line approves this target, and the line."""
    path = f"/repos/{repository}/issues"
    for issue in await play.person("raj").all(path, state="open", sort="created", direction="asc"):
        for comment in await play.person("raj").all(f"{path}/{issue['number']}/comments"):
            for line in comment["body"].splitlines():
                if line.startswith(f"/signalbox approve {target} "):
                    return int(issue["number"]), line
    raise AssertionError(f"nothing in {repository} asks for a yes to {target}")


async def test_a_line_of_one_account_s_repository_clears_nothing_in_another_s(both: Play) -> None:
    """The issues have the same numbers on both sides, and the files of the units the same names."""
    play, places = both, (REPOSITORY, OTHER)
    play.issue = ISSUE
    for repository in places:
        await opened(play, repository)
        labels = {"labels": ["signalbox"]}
        await play.person("tess").do("POST", f"/repos/{repository}/issues/{ISSUE}/labels", labels)
    await play.settled()
    for target, more in (("plan", ""), ("backlog", " --only U-03"), ("PS-1", "")):
        (thread, one), (same, other) = [await line_for(play, each, target) for each in places]
        assert thread == same
        assert one != other
        before = play.clearance.writes
        for repository, line in ((REPOSITORY, other), (OTHER, one)):
            said = await play.person("raj").comment(repository, thread, line)
            await play.settled()
            found = await play.person("raj").do("GET", f"/repos/{repository}/issues/comments/{said}")
            assert (found["reactions"]["confused"], found["reactions"]["rocket"]) == (1, 0)
        assert play.clearance.writes == before
        for repository, line in ((REPOSITORY, one), (OTHER, other)):
            await play.person("raj").comment(repository, thread, f"{line}{more}")
        await play.settled()
    assert play.clearance.writes == 4
