"""A merge queue asks for checks on a commit that it made; where our check is demanded it would wait for it in vain."""

from typing import Any

import pytest

from policies.checks import OWN
from tests.stories.ci import QUEUE
from tests.stories.prds import TOOLS
from tests.stories.seen import REPOSITORY
from tests.stories.shortcuts import approve_unit, delivering
from tests.stories.stage import REPO, Play


async def lay(play: Play, *demanded: str) -> None:
    """The default branch merges through a queue, and demands these checks."""
    rules: list[dict[str, Any]] = [{"type": "merge_queue", "parameters": QUEUE}]
    if demanded:
        checks = [{"context": name} for name in demanded]
        parameters = {"strict_required_status_checks_policy": False, "required_status_checks": checks}
        rules.append({"type": "required_status_checks", "parameters": parameters})
    await play.github.control(f"/repos/{REPOSITORY}/rules", branch="main", rules=rules)


async def enqueue(play: Play, number: int, who: str = "raj") -> str:
    """Somebody puts a pull request into the queue; the commit that is to be checked."""
    await play.enqueues(who, number)
    await play.settled()
    return play.github.world.repos["acme", "shop"].queue[-1].head_sha


async def own_pull(play: Play) -> int:
    """Raj opens a pull request of his own."""
    base = await play.head()
    await play.person("raj").do("POST", f"{REPO}/git/refs", {"ref": "refs/heads/by-hand", "sha": base})
    await play.commits("raj", {"by-hand.txt": "mine\n"}, branch="by-hand")
    body = {"title": "By hand", "head": "by-hand", "base": "main"}
    return int((await play.person("raj").do("POST", f"{REPO}/pulls", body))["number"])


async def said(play: Play, sha: str) -> list[tuple[str, str, str]]:
    """What our check says on a commit: conclusion, title and summary."""
    found = await play.person("raj").do("GET", f"{REPO}/commits/{sha}/check-runs", check_name=OWN)
    return [
        (run["conclusion"], run["output"]["title"], run["output"]["summary"]) for run in found["check_runs"]
    ]


async def test_a_group_of_ours_passes_as_its_head_did_and_the_queue_goes_on(play: Play) -> None:
    await play.commits("raj", {".github/signalbox.yml": "merge: queue\n"})
    await delivering(play, "U-03")
    await lay(play, OWN)
    pull = await approve_unit(play, "U-03")
    await play.ci(pull.commit_sha, "success")
    (group,) = play.github.world.repos["acme", "shop"].queue

    ((conclusion, title, summary),) = await said(play, group.head_sha)
    assert (conclusion, title) == ("success", f"#{pull.number} passed on its own head")
    assert "nobody has approved its bytes" in summary
    await play.github.control(f"/repos/{REPOSITORY}/queue", number=pull.number, reason="MERGE")
    await play.settled()
    assert (await play.pull(pull.number))["merged"] is True


@pytest.mark.parametrize(("demanded", "expected"), [((OWN,), ["neutral"]), ((), [])])
async def test_a_group_of_others_is_held_up_by_nothing(
    play: Play, demanded: tuple[str, ...], expected: list[str]
) -> None:
    await play.opens("mona", TOOLS, label=False)
    await lay(play, *demanded)
    head = await enqueue(play, await own_pull(play))
    assert [conclusion for conclusion, _, _ in await said(play, head)] == expected


async def test_one_of_ours_that_has_not_passed_fails_its_group_and_those_behind_it(play: Play) -> None:
    await delivering(play, "U-03")
    await lay(play, OWN)
    pull = await approve_unit(play, "U-03")
    await play.ci(pull.commit_sha, "failure")
    await play.readies("raj", (await play.pull(pull.number))["node_id"])
    first = await enqueue(play, pull.number)
    second = await enqueue(play, await own_pull(play))

    for head in (first, second):
        ((conclusion, title, _),) = await said(play, head)
        assert (conclusion, title) == ("failure", f"#{pull.number} has not passed on its own head")


async def test_where_the_queue_may_not_be_read_the_group_is_known_by_its_branch(play: Play) -> None:
    await play.opens("mona", TOOLS, label=False)
    await play.granted(merge_queues="")
    await lay(play, OWN)
    head = await enqueue(play, await own_pull(play))
    ((conclusion, _, _),) = await said(play, head)
    assert conclusion == "neutral"


async def test_a_branch_that_demands_our_check_is_merged_into_when_green(play: Play) -> None:
    await play.commits("raj", {".github/signalbox.yml": "merge: when_green\n"})
    await delivering(play, "U-03")
    await play.demands(OWN, "build")
    pull = await approve_unit(play, "U-03")
    await play.ci(pull.commit_sha, "success")
    assert (await play.pull(pull.number))["merged"] is True
