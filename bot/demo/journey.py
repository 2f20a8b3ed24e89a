"""The journey, step by step, as people and the App take turns; every step checks what it says."""

import asyncio
from dataclasses import dataclass, field
from typing import Any

from bot.clock import ticks
from bot.demo import answering
from bot.demo.person import DemoFailed, NoRun, Person
from bot.demo.seen import GLANCE, PATIENCE, Watcher
from bot.demo.story import Story
from handlers import markers
from policies import entries as e
from policies.counting import count
from policies.run import Run, UnitRun
from policies.stages import Stage, UnitState

SHORT = 12


@dataclass(slots=True)
class Journey:
    """Who takes part, and what has been seen so far."""

    story: Story
    watcher: Watcher
    repository: str
    author: Person
    approver: Person
    stranger: Person
    ci: Person
    units: int
    old_digest: str = ""
    merged: list[tuple[str, int]] = field(default_factory=list)

    async def say(self, who: Person, text: str, *, thread: int | None = None) -> int:
        """A comment in the run's thread, or in another of its threads."""
        issue = self.watcher.issue if thread is None else thread
        return await who.comment(self.repository, issue, text)

    async def reaction(self, comment: int, wanted: str) -> None:
        """Wait for the App's reaction on a comment."""
        path = f"/repos/{self.repository}/issues/comments/{comment}"
        await self._seen(f"{wanted} on a comment", path, lambda found: found["reactions"][wanted] > 0)

    async def acknowledged(self) -> None:
        """Wait for 👀 on the issue."""
        path = f"/repos/{self.repository}/issues/{self.watcher.issue}"
        started = ticks()
        await self._seen("👀 on the issue", path, lambda found: found["reactions"]["eyes"] > 0)
        await self.story.tell("signalbox", f"👀 acknowledged after {ticks() - started:.1f} s")

    async def _seen(self, what: str, path: str, holds: Any) -> None:  # noqa: ANN401 - a predicate on JSON
        deadline = ticks() + PATIENCE
        while ticks() < deadline:
            if holds(await self.author.do("GET", path)):
                return
            await asyncio.sleep(GLANCE)
        raise DemoFailed(f"waited {PATIENCE:.0f} s for {what}")

    async def readable(self, tag: str) -> None:
        """Wait for the comment that announces the newest entry of this type: people answer what they can read."""
        records = (await self.watcher.look()).records
        await self.watcher.announced(seq=max(record.seq for record in records if record.type == tag))

    async def until(self, what: str, *stages: Stage) -> Run:
        """Wait until the run stands in one of these stages and no agent is at work on it."""
        return await self.watcher.until(what, lambda run: run.stage in stages and run.asked is None)


async def plan(journey: Journey) -> Run:
    """From the label to a plan that has been answered, refined and is ready for approval."""
    story = journey.story
    await journey.acknowledged()
    await _taken_up(journey)
    run = await journey.watcher.until("triage", lambda run: run.triage is not None)
    verdict, reasons = run.triage or ("", ())
    await story.tell("signalbox", f"triage recommends {verdict}" + (f": {reasons[0]}" if reasons else ""))
    if verdict != "GO":
        await journey.say(journey.author, "/signalbox plan anyway")
        await story.tell("@mona", "/signalbox plan anyway")
    run = await journey.until("questions or a plan", Stage.WAITING_ANSWERS, Stage.PLAN_PROPOSED)
    await journey.readable("questions_asked" if run.stage is Stage.WAITING_ANSWERS else "plan_proposed")
    run = await answering.answers(journey, run)
    return await answering.refine(journey, run)


async def _taken_up(journey: Journey) -> None:
    """A run has begun; a reply instead of a run ends the demo with the App's own words."""
    path = f"/repos/{journey.repository}/issues/{journey.watcher.issue}/comments"
    deadline = ticks() + PATIENCE
    while ticks() < deadline:
        for comment in await journey.author.all(path):
            marker = markers.read(comment["body"])
            if marker and marker.kind == "reply":
                raise NoRun(comment["body"].partition("\n")[2])
            if marker and marker.kind == "card":
                return
        await asyncio.sleep(GLANCE)
    raise DemoFailed("neither a run nor a reply came of the label")


async def refusals(journey: Journey, run: Run) -> None:
    """What must not count: an approval of the old version, and one by somebody without the right."""
    comment = await journey.say(journey.approver, f"/approve plan {journey.old_digest[:SHORT]}")
    await journey.reaction(comment, "confused")
    await _refused_with(journey, "SB-201")
    await journey.story.refused(
        "@raj", f"approving the older plan `{journey.old_digest[:SHORT]}` (SB-201: there is a newer one)"
    )
    digest = run.plan.digest if run.plan else ""
    comment = await journey.say(journey.stranger, f"/signalbox approve plan {digest[:SHORT]}")
    await journey.reaction(comment, "confused")
    await journey.story.refused("@eve", "approving without write access: a reaction, and not a word")
    after = (await journey.watcher.look()).run
    if after is None or after.stage is not Stage.PLAN_PROPOSED:
        raise DemoFailed("a refused approval moved the run")


async def _refused_with(journey: Journey, code: str) -> None:
    async def seen() -> bool:
        found = (await journey.watcher.look()).entries("command_refused")
        return any(isinstance(entry, e.CommandRefused) and entry.code == code for entry in found)

    deadline = ticks() + PATIENCE
    while not await seen():
        if ticks() > deadline:
            raise DemoFailed(f"nothing was refused with {code}")
        await asyncio.sleep(GLANCE)


async def approve_plan(journey: Journey, run: Run) -> Run:
    """A human's yes to exactly one digest, and the plan pull request that follows."""
    digest = run.plan.digest if run.plan else ""
    await journey.say(journey.approver, f"/approve plan {digest[:SHORT]}")
    await journey.story.tell("@raj", f"/approve plan {digest[:SHORT]}")
    run = await journey.watcher.until(
        "the plan pull request",
        lambda run: any(pull.subject == "plan" for pull in run.pull_requests.values()),
    )
    pull = next(pull for pull in run.pull_requests.values() if pull.subject == "plan")
    files = await journey.author.all(f"/repos/{journey.repository}/pulls/{pull.number}/files")
    await journey.story.tell("signalbox", f"plan pull request #{pull.number} with {len(files)} files")
    await merge(journey, pull.number)
    return await journey.watcher.until(
        "the plan to be merged", lambda run: run.pull_requests[pull.number].state == "merged"
    )


async def approve_backlog(journey: Journey, *, again: bool = False) -> Run:
    """A human's yes to the backlog, and the issues that follow."""
    run = await journey.until("a backlog", Stage.BACKLOG_PROPOSED)
    await journey.readable("backlog_proposed")
    backlog = run.backlog
    if backlog is None:
        raise DemoFailed("there is no backlog")
    if not again:
        await journey.story.tell("signalbox", f"backlog v{backlog.number}: {len(run.dependencies)} units")
    await journey.say(journey.approver, f"/approve backlog {backlog.digest[:SHORT]}")
    await journey.story.tell("@raj", f"/approve backlog {backlog.digest[:SHORT]}")
    run = await journey.watcher.until(
        "the issues",
        lambda run: run.stage in {Stage.DELIVERING, Stage.DONE},
        patience=PATIENCE + len(run.dependencies),
    )
    if not again:
        links = sum(len(unit.depends_on) for unit in run.units.values())
        await journey.story.tell(
            "signalbox",
            f"{len(run.units) + len(run.slices)} issues, {len(run.units) + len(run.slices)} sub-issue links, "
            f"{links} blocked-by links",
        )
    return run


async def merge(journey: Journey, number: int) -> None:
    """CI reports green on the head, then a person merges."""
    pull = await journey.author.do("GET", f"/repos/{journey.repository}/pulls/{number}")
    await journey.ci.do(
        "POST",
        f"/repos/{journey.repository}/check-runs",
        {
            "name": "build",
            "head_sha": pull["head"]["sha"],
            "status": "completed",
            "conclusion": "success",
            "output": {"title": "All tests pass", "summary": "The demo's CI says so; it runs nothing."},
        },
    )
    await _ready(journey, number)
    await journey.approver.do(
        "PUT",
        f"/repos/{journey.repository}/pulls/{number}/merge",
        {"sha": pull["head"]["sha"], "merge_method": "merge"},
    )
    await journey.story.tell("@raj", f"merged pull request #{number} after the check `build` went green")


async def _ready(journey: Journey, number: int) -> None:
    """The App takes the pull request out of draft when its checks are green."""
    deadline = ticks() + PATIENCE
    while (await journey.author.do("GET", f"/repos/{journey.repository}/pulls/{number}"))["draft"]:
        if ticks() > deadline:
            raise DemoFailed(f"pull request #{number} is still a draft after {PATIENCE:.0f} s")
        await asyncio.sleep(GLANCE)


async def deliver(journey: Journey) -> None:
    """Units, one after the other: diff, pause and resume, approval with its digest, pull request, check, merge."""
    while len(journey.merged) < journey.units:
        run = await journey.watcher.until("a patchset, or nothing more to draft", _turn)
        unit = next((u for u in run.units.values() if u.state is UnitState.WAITING_USER_APPROVAL), None)
        if unit is None:
            waits = sum(u.state is UnitState.NEEDS_HUMAN for u in run.units.values())
            await journey.story.tell("signalbox", f"{waits} units wait for a model or a person")
            return
        await _one_unit(journey, unit)


def _turn(run: Run) -> bool:
    waiting = any(u.state is UnitState.WAITING_USER_APPROVAL for u in run.units.values())
    return waiting or (run.stage is Stage.DELIVERING and not run.active_units and not run.unit_asks)


async def _one_unit(journey: Journey, unit: UnitRun) -> None:
    patchset = unit.patchset
    if patchset is None:
        raise DemoFailed(f"{unit.id} waits for approval without a patchset")
    story = journey.story
    await journey.watcher.announced(seq=patchset.seq + 1, thread=unit.issue)
    files = "1 file" if len(patchset.paths) == 1 else f"{len(patchset.paths)} files"
    await story.tell("signalbox", f"{patchset.number} for {unit.id}: {files} as a diff in #{unit.issue}")
    if not journey.merged:
        await _pause_and_resume(journey)
    await journey.say(
        journey.approver, f"/approve {patchset.number} {patchset.digest[:SHORT]}", thread=unit.issue
    )
    await story.tell("@raj", f"/approve {patchset.number} {patchset.digest[:SHORT]}")
    run = await journey.watcher.until(
        "the unit's pull request", lambda run: run.units[unit.id].pull_request is not None
    )
    pull = run.pull_requests[run.units[unit.id].pull_request or 0]
    await story.tell(
        "signalbox", f"branch `{pull.branch}`, commit {pull.commit_sha[:7]}, pull request #{pull.number}"
    )
    await merge(journey, pull.number)
    await journey.watcher.until(
        f"{unit.id} to be done", lambda run: run.units[unit.id].state is UnitState.DONE
    )
    journey.merged.append((unit.id, pull.number))
    await story.tell("signalbox", f"{unit.id} is done ({len(journey.merged)} of {journey.units})")


async def _pause_and_resume(journey: Journey) -> None:
    await journey.say(journey.approver, "/pause lunch")
    await journey.watcher.until("the pause", lambda run: run.overlay is not None)
    await journey.story.tell("@raj", "/pause lunch — nothing moves")
    await journey.say(journey.approver, "/resume")
    await journey.watcher.until("the release", lambda run: run.overlay is None)
    await journey.story.tell("@raj", "/resume")


async def finish(journey: Journey) -> Run:
    """The rest is left out of the run by a new backlog that a human approves; then the run is done."""
    run = (await journey.watcher.look()).run
    if run is None:
        raise DemoFailed("the run is gone")
    left = [unit.id for unit in run.open_units]
    if left:
        await journey.story.tell(
            "signalbox",
            f"{count(len(left), 'unit')} {'is' if len(left) == 1 else 'are'} left: {', '.join(left[:6])}{' …' if left[6:] else ''}",
        )
        done = " ".join(unit for unit, _ in journey.merged)
        wish = f"drop all but {done}" if done else f"drop {' '.join(left[1:])}"
        await journey.say(journey.author, f"/signalbox refine backlog {wish}")
        await journey.story.tell("@mona", f"/refine backlog {wish}")
        await approve_backlog(journey, again=True)
    await _by_hand(journey)
    run = await journey.watcher.until("the end", lambda run: run.stage is Stage.DONE)
    await journey.story.tell("signalbox", f"DONE: {count(len(journey.merged), 'unit')} merged")
    return run


async def _by_hand(journey: Journey) -> None:
    """When no unit could be drafted, the one that is left is closed as done by a person, which the run takes as it is."""
    if journey.merged:
        return
    run = await journey.watcher.until("the backlog in step", lambda run: run.stage is Stage.DELIVERING)
    for unit in run.open_units:
        path = f"/repos/{journey.repository}/issues/{unit.issue}"
        await journey.author.do("PATCH", path, {"state": "closed", "state_reason": "completed"})
        await journey.story.tell("@mona", f"closed #{unit.issue} as done by hand")
