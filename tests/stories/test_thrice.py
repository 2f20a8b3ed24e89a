"""GitHub delivers everything twice, and all of it once more at the end: nothing is said, made or decided a second time."""

from collections import Counter

from policies.stages import Stage, UnitState
from tests.stories.losing import ALL, lose, redelivered, standing
from tests.stories.shortcuts import delivering, merge_unit
from tests.stories.stage import REPO, Play

# Every kind of delivery that the App is subscribed to and that a run brings about.
KINDS = {
    "check_run.completed", "issue_comment.created", "issue_comment.edited", "issues.closed", "issues.edited", "issues.labeled",
    "issues.opened", "issues.unlabeled", "pull_request.closed", "pull_request.opened",
}  # fmt: skip


async def test_every_delivery_of_a_whole_run_may_come_three_times(play: Play) -> None:
    await play.github.control("/webhooks", duplicate=ALL)
    await delivering(play, "U-01")
    await play.edits("mona", (await play.says("mona", "Fine by me")).id, "Fine by me, too")
    await play.person("mona").do("PATCH", f"{REPO}/issues/{play.issue}", {"title": "A small shop for tools"})
    unit = await merge_unit(play, "U-01")
    assert unit.state is UnitState.DONE
    assert (await play.run()).stage is Stage.DONE
    told = {
        f"{each.event}.{each.action}" if each.action else each.event for each in play.github.world.deliveries
    }
    assert told >= KINDS, KINDS - told

    before, writes = await standing(play), await play.content_writes()
    counted = Counter(record.type for record in (await play.look()).records)
    await redelivered(play)

    assert await standing(play) == before
    assert counted["approved"] == counted["write_intended"] + 1 == 3
    assert counted["written"] == counted["pull_request_ended"] + 1 == 2
    assert (counted["plan_proposed"], counted["backlog_proposed"], counted["run_done"]) == (1, 1, 1)

    # Without its memory of deliveries the App knows them by what the ledger says they came to.
    await lose(play, ALL)
    await play.lose_database()
    await lose(play, 0)
    await redelivered(play)
    assert await standing(play) == before
    assert await play.content_writes() == writes
