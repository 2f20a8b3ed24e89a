"""Where flows begin: each start is walked to once from an earlier one, and come back to as often as wanted."""

import json
import random
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from bot.ledger_pages import BLOCK
from bot.place import Place
from handlers.blocks import ledger_block
from policies import entries as e
from policies.people import Person
from policies.stages import Stage, UnitState
from sandbox.accounts import Org, Team
from tests.crash.checks import red
from tests.crash.laboratory import Thinking
from tests.stand_ins.messages_api import Say
from tests.stand_ins.messages_api import Step as Answer
from tests.stand_ins.model_mind import material, proposal, section, sensible, whole
from tests.stories.ci import QUEUE
from tests.stories.modelled import settled_anew
from tests.stories.prds import PAID, TOOLS
from tests.stories.seen import OWNER, REPO, REPOSITORY
from tests.stories.shortcuts import approve_unit, delivering
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


async def _red(play: Play) -> None:
    """Its checks were red, and the App has asked for another try."""
    await red(play)
    await play.settled()


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


async def _one_unit(play: Play, *, files: Mapping[str, str] | None = None, unit: str = "U-03") -> None:
    """One unit of a backlog is proposed; U-03 brings documents alone."""
    if files:
        await play.commits("raj", files)
    await delivering(play, unit)
    assert (await play.run()).units[unit].state is UnitState.WAITING_USER_APPROVAL


DEMO = Path(__file__).parents[2] / "bot" / "demo" / "prd.md"


async def _thirty(play: Play) -> None:
    """A backlog of thirty units waits for approval."""
    await play.opens("mona", DEMO.read_text(encoding="utf-8"))
    run = await play.run()
    for question in run.blocking:
        await play.says("mona", f"/answer {question.removeprefix('Q')} Germany first")
    await _approved(play)
    assert (await play.run()).stage is Stage.BACKLOG_PROPOSED


async def _no_drafts(play: Play) -> None:
    repo = play.github.world.repo(*REPOSITORY.split("/"))
    assert repo is not None
    repo.drafts = False
    await _one_unit(play)


# What a branch asks of a merge; the check is asked for as well, so that nobody waits for others to report.
REVIEWED = {
    "required_approving_review_count": 1,
    "dismiss_stale_reviews_on_push": False,
    "require_code_owner_review": False,
    "require_last_push_approval": False,
    "required_review_thread_resolution": False,
}
CHECKED = {
    "strict_required_status_checks_policy": False,
    "required_status_checks": [{"context": "build"}],
}
OWNERS = {".github/CODEOWNERS": "* @tess @acme/data\n"}


async def _mergeable(play: Play, how: str, *rules: Mapping[str, object]) -> None:
    """A unit's pull request in a repository where the App merges, with owners, that somebody has approved on GitHub."""
    org = play.github.world.account(OWNER)
    assert isinstance(org, Org)
    org.teams["data"] = Team(play.github.world.next_id(), "data", "data", org, members={"tess": "member"})
    await _one_unit(play, files={**OWNERS, ".github/signalbox.yml": f"merge: {how}\n"})
    checked = {"type": "required_status_checks", "parameters": CHECKED}
    await play.github.control(f"/repos/{REPOSITORY}/rules", branch="main", rules=[checked, *rules])
    pull = await approve_unit(play, "U-03")
    await play.person("raj").do("POST", f"{REPO}/pulls/{pull.number}/reviews", {"event": "APPROVE"})
    await play.settled()


async def _may_merge(play: Play) -> None:
    await _mergeable(play, "when_green", {"type": "pull_request", "parameters": REVIEWED})


async def _may_queue(play: Play) -> None:
    await _mergeable(play, "queue", {"type": "merge_queue", "parameters": QUEUE})


LARGE = {".github/signalbox.yml": "size: {files: 20, lines: 20000, kib: 2000}\n"}
LONG = "".join(f"# {number} {'words ' * 12}\n" for number in range(600))


def _wordy(request: dict[str, Any]) -> Answer:
    """A mind that writes one file which does not fit into one comment, and whose reviews find something."""
    if section(request) == "review":
        found = {
            "severity": "minor",
            "category": "correctness",
            "path": "docs/long.md",
            "line": 1,
            "text": "Long.",
        }
        return Say(json.dumps({"findings": [found]}))
    if section(request) == "files":
        # Another wish brings other files, so that there is another version.
        wished = f"# {len(material(request)['feedback'])} wishes\n"
        return Say(json.dumps(proposal(request, whole("docs/long.md", LONG + wished))))
    if section(request) == "backlog":
        backlog = material(request)["draft"]
        backlog["units"][0] |= {"files": ["docs/long.md"], "kind": "other"}
        return Say(json.dumps(backlog))
    return sensible(request)


async def _modelled(play: Play) -> None:
    """A model has written a unit with a long diff."""
    assert isinstance(play, Thinking)
    play.model.mind = _wordy
    await settled_anew(play, anthropic_api_key=SecretStr(play.model.key), anthropic_base_url=play.model.url)
    await _one_unit(play, files=LARGE, unit="U-01")


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
        Start("red", "pull request", _red),
        Start("no drafts", "", _no_drafts),
        Start("thirty units", "", _thirty),
        Start("may merge", "", _may_merge),
        Start("may queue", "", _may_queue),
        Start("model", "", _modelled),
        Start("newer patchset", "pull request", _newer_patchset),
    )
}
