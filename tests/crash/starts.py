"""Where flows begin: each start is walked to once from an earlier one, and come back to as often as wanted."""

import random
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from bot.ledger_pages import BLOCK
from bot.place import Place
from handlers.blocks import ledger_block
from policies import entries as e
from policies.people import Person
from policies.stages import Stage, UnitState
from sandbox.accounts import Org, Team
from tests.stories.prds import PAID, TOOLS
from tests.stories.seen import OWNER, REPO, REPOSITORY
from tests.stories.shortcuts import approve_unit
from tests.stories.stage import Play

Walk = Callable[[Play], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class Start:
    """A world by name: the start it is walked to from, if any, and how."""

    name: str
    before: str
    walk: Walk


async def _opened(play: Play) -> None:
    await play.opens("mona", TOOLS, label=False)


async def _asked(play: Play) -> None:
    await play.opens("mona", PAID)
    assert (await play.run()).stage is Stage.WAITING_ANSWERS


async def _approved(play: Play) -> None:
    run = await play.run()
    assert run.plan is not None
    await play.says("raj", f"/approve plan {run.plan.digest[:12]}")


async def _delivering(play: Play) -> None:
    run = await play.run()
    assert run.backlog is not None
    await play.says("raj", f"/approve backlog {run.backlog.digest[:12]} --only S1")
    assert (await play.run()).units["U-01"].state is UnitState.WAITING_USER_APPROVAL


async def _pull_request(play: Play) -> None:
    await approve_unit(play, "U-01")


async def _refused(play: Play) -> None:
    await play.says("eve", "/approve plan 000000000000")
    await play.says("raj", "/approve plan 000000000000")


async def _long(play: Play) -> None:
    """So much on the record that the next words turn the card's page."""
    ledger = play.app.ledger
    place = Place(
        play.registered.installation_id, play.github.world.repos["acme", "shop"].id, REPOSITORY, play.issue
    )
    loaded, by = await ledger.load(place), Person(id=play.person("raj").id, login="raj")
    number = 0
    while len(ledger_block(loaded.records)) < BLOCK - 3000:
        held = e.Paused(by=by, why="because " * 200, cause=f"held/{number}")
        loaded, _ = await ledger.append(loaded, (held, e.Resumed(by=by, cause=f"resumed/{number}")))
        number += 1
    # Whatever somebody says next shows it.
    await play.says("raj", "/pause")
    await play.says("raj", "/resume")


async def _verbose(play: Play) -> None:
    """A document whose plan does not fit into one comment, even packed."""
    drawn = random.Random(5)
    names = ["".join(chr(drawn.randrange(0x4E00, 0x9FA5)) for _ in range(250)) for _ in range(40)]
    wanted = "".join(f"- A member can list {name}.\n" for name in names)
    await play.opens("mona", TOOLS.replace("## Quality", f"{wanted}\n## Quality"), label=False)


async def _files(play: Play, *commits: Mapping[str, str]) -> None:
    for files in commits:
        await play.commits("raj", files)
    await play.opens("mona", TOOLS, label=False)


RULES = "approvals:\n  approvers:\n    teams:\n      - acme/leads\n"
FLOW = "name: ci\non: push\njobs: {}\n"


async def _ruled(play: Play) -> None:
    """A repository with rules that name a team, a workflow, and a plan."""
    org = play.github.world.account(OWNER)
    assert isinstance(org, Org)
    number = play.github.world.next_id()
    org.teams["leads"] = Team(number, "leads", "leads", org, members={"raj": "member"})
    await _files(play, {".github/signalbox.yml": RULES, ".github/workflows/ci.yml": FLOW})
    await play.label()


async def _broken_rules(play: Play) -> None:
    rules = ".github/signalbox.yml"
    await _files(play, {rules: "size:\n  files: 21\n"}, {rules: "size: [\n"})


async def _base_moved(play: Play) -> None:
    await play.commits("raj", {"docs/other.md": "# Other\n"})


async def _another_backlog(play: Play) -> None:
    """A newer backlog without one unit; and somebody took the label off another unit's issue."""
    run = await play.run()
    last = list(run.units)[-1]
    await play.says("raj", f"/refine backlog drop {last}")
    assert (await play.run()).stage is Stage.BACKLOG_PROPOSED
    first = run.units["U-01"].issue
    await play.person("raj").do("DELETE", f"{REPO}/issues/{first}/labels/signalbox%2Funit")
    await play.settled()


async def _newer_patchset(play: Play) -> None:
    """Another patchset of the unit whose pull request is open."""
    await play.says("raj", "/refine PS-1 draw it again", thread=(await play.run()).units["U-01"].issue)
    await play.commits("raj", {"README.md": "# By hand\n"})
    await play.says(
        "raj", "/refine PS-1 draw it on the new base", thread=(await play.run()).units["U-01"].issue
    )
    assert (await play.run()).units["U-01"].state is UnitState.WAITING_USER_APPROVAL


STARTS = {
    start.name: start
    for start in (
        Start("opened", "", _opened),
        Start("verbose", "", _verbose),
        Start("rules broken", "", _broken_rules),
        Start("rules", "", _ruled),
        Start("asked", "", _asked),
        Start("planned", "opened", Play.label),
        Start("refused", "planned", _refused),
        Start("long", "planned", _long),
        Start("backlog", "planned", _approved),
        Start("delivering", "backlog", _delivering),
        Start("base moved", "delivering", _base_moved),
        Start("another backlog", "delivering", _another_backlog),
        Start("pull request", "delivering", _pull_request),
        Start("newer patchset", "pull request", _newer_patchset),
    )
}
