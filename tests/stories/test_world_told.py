"""The repository changes around a run: it goes on where it is, nothing is lost or twice, and the status card says what it was."""

import asyncio
from collections.abc import Mapping

import pytest

from sandbox import hooks, install
from sandbox.accounts import Installation
from sandbox.records import Repo
from tests.stories.losing import lose, sweep
from tests.stories.prds import NO_QUESTIONS
from tests.stories.seen import NAME, OWNER
from tests.stories.shortcuts import plan_proposed
from tests.stories.stage import REPO, REPOSITORY, Play

ROW = "| Changed lately | "


def repository(play: Play, owner: str = OWNER, name: str = NAME) -> Repo:
    found = play.github.world.repo(owner, name)
    assert found is not None
    return found


def cards(repo: Repo, issue: int) -> str:
    """The status card, wherever the repository is now."""
    (card,) = [
        each.body for each in repo.issues[issue].comments if " kind=card " in each.body.partition("\n")[0]
    ]
    return card


async def waiting(play: Play) -> str:
    """A plan waits for a yes, and the App has looked round once; the line that approves it."""
    await play.cast(ada="admin")
    run = await plan_proposed(play, NO_QUESTIONS)
    assert run.plan is not None
    await sweep(play)
    return f"/approve plan {run.plan.digest[:12]}"


async def changes(play: Play, **settings: object) -> None:
    await play.person("ada").do("PATCH", REPO, settings)


async def released(play: Play) -> None:
    """Every webhook that was held comes, and the App looks round as it does every few minutes."""
    await play.github.control("/webhooks", hold=False)
    await play.settled()
    play.wait(300)
    await sweep(play)


def installation(play: Play) -> Installation:
    (found,) = play.github.world.installations.values()
    return found


def whole(repo: Repo) -> None:
    """The plan was approved, and what comes of it is there once."""
    assert repo.git.ref("refs/heads/signalbox/run-1-plan-v1") is not None
    assert [pull.head_ref for pull in repo.pulls.values()] == ["signalbox/run-1-plan-v1"]


async def test_what_was_said_before_a_rename_is_done_under_the_new_name(play: Play) -> None:
    line = await waiting(play)
    await play.github.control("/webhooks", hold=True)
    await play.person("raj").comment(REPOSITORY, play.issue, line)
    await changes(play, name="store")

    await released(play)

    repo = repository(play, name="store")
    card = cards(repo, play.issue)
    whole(repo)
    assert "Your turn" in card
    told = "this repository is called `acme/store` now, and was `acme/shop`. I went on under its new name. Nobody need do anything"
    assert f"{ROW}{told}. Nothing is lost" in card
    # By the next day it is history, and both names lead to the run.
    play.wait(25 * 3600)
    await play.person("raj").comment(f"{OWNER}/store", play.issue, "/pause")
    await play.settled()
    card = cards(repo, play.issue)
    assert "Paused" in card
    assert ROW not in card


class Slow:
    """A port at which the first read of every step takes its time; `most` is how many steps were at it at once."""

    def __init__(self, play: Play) -> None:
        self._play = play
        self._now = self.most = 0

    async def __call__(
        self, method: str, url: str, headers: Mapping[str, str], body: bytes
    ) -> tuple[int, Mapping[str, str], bytes]:
        """One exchange."""
        if url.endswith("/contents/.github/signalbox.yml"):
            self._now += 1
            self.most = max(self.most, self._now)
            await asyncio.sleep(0.1)
            self._now -= 1
        return await self._play.recorder(method, url, headers, body)


async def test_steps_of_a_run_are_taken_one_by_one_under_all_its_names(asleep: Play) -> None:
    """Under each name it was told by a run has a place in the queue."""
    play = asleep
    play.port = slow = Slow(play)
    await play.start()
    line = await waiting(play)
    repo = repository(play)
    slow.most = 0
    await play.github.control("/webhooks", hold=True)
    for text in ("/pause", "/resume", line):
        await play.person("raj").comment(f"{OWNER}/{repo.name}", play.issue, text)
        play.github.world.rename(repo, NAME if repo.name == "store" else "store")

    await released(play)

    assert slow.most == 1
    # Each word was heard, and the record is whole, or the last look of every story says so.
    said = [each for each in repo.issues[play.issue].comments if each.user.login == "raj"]
    assert [bool(each.reactions) for each in said] == [True] * 3


async def test_a_run_goes_on_under_another_owner(play: Play) -> None:
    line = await waiting(play)
    world, repo, before = play.github.world, repository(play), installation(play)
    other = world.add_org("globex")
    ada = world.user("ada")
    assert ada is not None
    await play.github.control("/webhooks", hold=True)
    await play.person("raj").comment(REPOSITORY, play.issue, line)
    # GitHub takes it from the installation of the old owner, and gives it to one of the new owner that has everything.
    install.remove_repos(world, before, [repo], by=ada)
    world.rename(repo, NAME, owner=other)
    install.install(world, before.app, other, repos=None, by=ada)
    hooks.emit(world, "repository", "transferred", sender=ada, repo=repo, changes={"owner": {"from": {}}})

    await released(play)

    card = cards(repo, play.issue)
    assert f"{ROW}this repository is `globex/shop` now, and was `acme/shop`. I went on there" in card
    # What was told to the old installation is done by the new one.
    whole(repo)


async def test_what_was_said_before_an_uninstallation_is_done_when_the_app_is_installed_again(
    play: Play,
) -> None:
    line = await waiting(play)
    world, repo, before = play.github.world, repository(play), installation(play)
    ada = world.user("ada")
    assert ada is not None
    await play.github.control("/webhooks", hold=True)
    await play.person("raj").comment(REPOSITORY, play.issue, line)
    install.uninstall(world, before, by=ada)
    await released(play)
    assert repo.git.refs("refs/heads/") == {"refs/heads/main": repo.git.ref("refs/heads/main")}

    install.install(world, before.app, before.account, repos=[repo], by=ada)
    await released(play)

    assert installation(play).id != before.id
    whole(repo)
    assert "| Held up lately | GitHub showed me nothing of this repository" in cards(repo, play.issue)


async def test_a_card_says_that_everybody_can_read_it_now(play: Play) -> None:
    repository(play).private = True
    line = await waiting(play)
    await changes(play, private=False)
    await released(play)

    card = (await play.card()).body
    assert (
        f"{ROW}this repository is public now, so anybody can read its PRD, its plans, its comments and this record."
        in card
    )
    assert "If it should not be, `/pause` me and make it private again" in card
    await play.says("raj", line)
    whole(repository(play))

    await changes(play, private=True)
    await released(play)
    assert ROW not in (await play.card()).body


async def test_what_was_said_before_a_rename_is_done_before_what_was_said_after(play: Play) -> None:
    line = await waiting(play)
    await play.github.control("/webhooks", hold=True)
    await play.person("raj").comment(REPOSITORY, play.issue, line)
    await changes(play, name="store")
    wish = "/refine add the requirement: A member can search tools by name"
    await play.person("raj").comment(f"{OWNER}/store", play.issue, wish)

    await released(play)

    # A yes to a plan that had been refined meanwhile would be refused.
    whole(repository(play, name="store"))


async def test_a_repository_that_is_renamed_and_renamed_back_unheard_is_found_again(play: Play) -> None:
    line = await waiting(play)
    await changes(play, name="store")
    await released(play)
    await lose(play, 1)
    await play.person("ada").do("PATCH", f"/repos/{OWNER}/store", {"name": NAME})
    await lose(play, 0)

    await play.says("raj", line)

    whole(repository(play))


async def test_a_card_says_that_the_default_branch_has_another_name(play: Play) -> None:
    line = await waiting(play)
    await play.person("ada").do("POST", f"{REPO}/branches/main/rename", {"new_name": "trunk"})
    await released(play)

    card = (await play.card()).body
    assert (
        f"{ROW}the default branch is `trunk` now, and was `main`. I write nothing that was drawn on `main`;"
        in card
    )
    await play.says("raj", line)
    whole(repository(play))
    assert [pull.base_ref for pull in repository(play).pulls.values()] == ["trunk"]


async def test_a_card_says_that_the_history_of_the_base_was_written_anew(play: Play) -> None:
    line = await waiting(play)
    main = await play.head()
    commit = await play.person("ada").do("GET", f"{REPO}/git/commits/{main}")
    body = {"message": "Begin anew", "tree": commit["tree"]["sha"], "parents": []}
    anew = (await play.person("ada").do("POST", f"{REPO}/git/commits", body))["sha"]
    await play.person("ada").do("PATCH", f"{REPO}/git/refs/heads/main", {"sha": anew, "force": True})
    await released(play)

    card = (await play.card()).body
    assert (
        f"{ROW}the history of the default branch was written anew: it went from `{main[:7]}` to `{anew[:7]}`."
        in card
    )
    assert "I write nothing on a commit that is gone from it" in card
    await play.says("raj", line)
    whole(repository(play))


class Shut:
    """A port at which GitHub refuses the App every word in a locked conversation."""

    def __init__(self, play: Play) -> None:
        self._play = play

    async def __call__(
        self, method: str, url: str, headers: Mapping[str, str], body: bytes
    ) -> tuple[int, Mapping[str, str], bytes]:
        """One exchange."""
        if method != "GET" and "/issues/" in url and repository(self._play).issues[self._play.issue].locked:
            told = b'{"message": "Unable to create comment because issue is locked."}'
            return 403, {"content-type": "application/json"}, told
        return await self._play.recorder(method, url, headers, body)


@pytest.mark.parametrize("kind", ["locked", "archived"])
async def test_what_was_said_where_nobody_may_write_is_done_once_it_is_opened(
    asleep: Play, kind: str
) -> None:
    play = asleep
    play.port = Shut(play)
    await play.start()
    line = await waiting(play)
    await play.github.control("/webhooks", hold=True)
    await play.person("raj").comment(REPOSITORY, play.issue, line)
    if kind == "locked":
        await play.person("ada").do("PUT", f"{REPO}/issues/{play.issue}/lock")
    else:
        await changes(play, archived=True)
    await released(play)
    assert await play.branches() == ["main"]

    if kind == "locked":
        await play.person("ada").do("DELETE", f"{REPO}/issues/{play.issue}/lock")
    else:
        await changes(play, archived=False)
    await released(play)

    whole(repository(play))
    told = "nothing could be written here, because the repository was archived or the conversation locked"
    card = (await play.card()).body
    assert f"| Held up lately | {told}" in card
    assert "I went on by myself; nothing is lost" in card
