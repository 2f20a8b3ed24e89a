"""How a repository's settings were read last, and from when on that is in doubt."""

import pytest

from bot.github import Hub
from bot.place import Place
from bot.queue_sqlite import SqliteQueue
from bot.repo_rules import RepoRules
from config.repo_policy import RepoPolicy
from tests.bot.queue_conformance import ManualClock
from tests.stand_ins.scripted_github import Call, Give, ScriptedGitHub

PLACE = Place(5, 9, "acme/shop", 7)
NO_FILE = Give(404, {"message": "Not Found"})
BUT_THE_REPOSITORY = Give(value={"id": 9})


@pytest.fixture
def rules(hub: Hub, queue: SqliteQueue, clock: ManualClock) -> RepoRules:
    return RepoRules(hub, queue, clock)


async def test_what_was_read_is_remembered_for_a_minute(
    rules: RepoRules, scripted: ScriptedGitHub, clock: ManualClock
) -> None:
    assert rules.remembered(9) is None
    scripted.script = [NO_FILE, BUT_THE_REPOSITORY]
    assert await rules.read(PLACE) == (RepoPolicy.default(), "")
    clock.time += 59
    assert rules.remembered(9) == RepoPolicy.default()
    clock.time += 1
    assert rules.remembered(9) is None


async def test_a_push_brings_it_into_doubt(rules: RepoRules, scripted: ScriptedGitHub) -> None:
    scripted.script = [NO_FILE, BUT_THE_REPOSITORY]
    await rules.read(PLACE)
    rules.doubts(9)
    assert rules.remembered(9) is None


async def test_so_does_a_push_that_comes_while_it_is_read(rules: RepoRules, scripted: ScriptedGitHub) -> None:
    def pushed_meanwhile(_: Call) -> Give:
        rules.doubts(9)
        return NO_FILE

    scripted.script = [pushed_meanwhile, BUT_THE_REPOSITORY, NO_FILE, BUT_THE_REPOSITORY]
    await rules.read(PLACE)
    assert rules.remembered(9) is None
    await rules.read(PLACE)
    assert rules.remembered(9) == RepoPolicy.default()
