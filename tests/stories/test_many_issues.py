"""Hundreds of issues at the pace GitHub allows, on a clock that only waiting moves, with kills and limits on the way."""

import asyncio
import random
from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import partial

from bot.clock import ticks
from bot.github.pacing import Limits, Window
from handlers import markers
from policies.run import Run
from policies.stages import Overlay, Stage
from sandbox.records import Issue
from tests.stories.prds import prd
from tests.stories.shortcuts import backlog_proposed
from tests.stories.stage import REPO, REPOSITORY, Play

PATIENCE = 240.0
KILLS, LIMITS = 5, 10
PER_MINUTE, PER_HOUR = 80, 500


class Harassed:
    """A port that kills the process at some writes and lets GitHub limit it at others; counts writes to issues."""

    def __init__(self, play: Play, rng: random.Random) -> None:
        self.writes: list[float] = []
        self.killing = asyncio.Event()
        self.kills: set[int] = set()
        self.limits: set[int] = set()
        self._play = play
        self._recorder = play.recorder
        self._rng = rng

    async def __call__(
        self, method: str, url: str, headers: Mapping[str, str], body: bytes
    ) -> tuple[int, Mapping[str, str], bytes]:
        """One exchange."""
        syncs = method == "POST" and url.endswith(("/issues", "/sub_issues", "/dependencies/blocked_by"))
        number = len(self.writes)
        if self.killing.is_set():
            await asyncio.Event().wait()
        if syncs and number in self.limits:
            self.limits.discard(number)
            fault = {"method": method, "path_regex": "", "kind": "secondary_limit", "seconds": 60}
            await self._play.github.control("/faults", faults=[fault])
            return await self._recorder(method, url, headers, body)
        before = self._rng.random() < 0.5
        killed = syncs and number in self.kills
        if killed and before:
            await self._kill(number)
        answer = await self._recorder(method, url, headers, body)
        if syncs and answer[0] < 300:
            self.writes.append(self._play.now())
        if killed:
            await self._kill(number)
        return answer

    async def _kill(self, number: int) -> None:
        self.kills.discard(number)
        self.killing.set()
        await asyncio.Event().wait()


def at_githubs_pace(play: Play) -> None:
    """The App keeps to the limits of production."""
    pace = {"writes_per_minute": PER_MINUTE, "writes_per_hour": PER_HOUR, "write_spacing_seconds": 1.0}
    play.settings = play.settings.model_copy(update=pace)


async def passing(play: Play, seconds: float) -> None:
    """Whoever sleeps lets the time pass for everybody, at once."""
    play.wait(seconds)
    await asyncio.sleep(0)


def ours(play: Play) -> list[tuple[str, Issue]]:
    """Name of the unit or slice and its issue, as they stand in GitHub, oldest first."""
    repo = play.github.world.repo(*REPOSITORY.split("/"))
    assert repo is not None
    found = []
    for issue in sorted(repo.issues.values(), key=lambda issue: issue.number):
        marker = markers.read(issue.body or "")
        if marker is not None and marker.kind in {"unit", "slice"}:
            found.append((marker.fields[marker.kind], issue))
    return found


def progress_told(play: Play) -> list[str]:
    """The row of the status card that tells how far the issues are, each time it was brought up to date."""
    cards = [
        str(call.sent["body"])
        for call in play.recorder.calls
        if call.method == "PATCH" and "/comments/" in call.path
    ]
    return [row for card in cards for row in card.splitlines() if row.startswith("| Issues |")]


def until(play: Play, row: str) -> float:
    """The time that a row of progress names, in seconds since 1970."""
    named = row.rpartition(" at about ")[2].removesuffix(" UTC |")
    this_year = datetime.fromtimestamp(play.now(), UTC).year
    return datetime.strptime(f"{named} {this_year} +0000", "%d %b, %H:%M %Y %z").timestamp()


async def through(play: Play, port: Harassed) -> None:
    """Until the App is done, started again from its disk whenever it is killed."""
    while True:
        killed = asyncio.create_task(port.killing.wait())
        settled = asyncio.create_task(play.settled())
        await asyncio.wait({killed, settled}, return_when=asyncio.FIRST_COMPLETED)
        if not killed.done():
            killed.cancel()
            await settled
            return
        settled.cancel()
        await asyncio.gather(settled, return_exceptions=True)
        await play.crash()
        port.killing.clear()
        await play.start()


def in_order(run: Run, issues: Mapping[str, int]) -> list[int]:
    """The numbers of the issues in the order of the backlog: the slices, then the units."""
    return [
        issues[name]
        for names in (run.slices, run.units)
        for name in sorted(names, key=lambda name: int(name.lstrip("SU-")))
    ]


async def test_six_hundred_issues_stand_in_the_time_that_limits_allow_whatever_comes_between(
    asleep: Play,
) -> None:
    play, rng = asleep, random.Random(7)
    port = play.port = Harassed(play, rng)
    play.sleep = partial(passing, play)
    play.patience = PATIENCE
    at_githubs_pace(play)
    await play.start()
    run = await backlog_proposed(play, prd(530))
    assert run.backlog is not None
    play.wait(3600)
    await play.github.control("/limits", content_per_minute=PER_MINUTE, content_per_hour=PER_HOUR)
    begun = len(port.writes)
    port.kills = {begun + n for n in rng.sample(range(1, 1200), KILLS)}
    port.limits = {begun + n for n in rng.sample(range(1, 1200), LIMITS)} - port.kills
    told = len(port.limits)

    began = ticks()
    await play.person("raj").comment(REPOSITORY, play.issue, f"/approve backlog {run.backlog.digest[:12]}")
    await through(play, port)
    # The clock of the story stands on this machine's, whose own slowness is nobody's pace.
    own = ticks() - began

    run = await play.run()
    assert (run.stage, run.overlay) == (Stage.DELIVERING, None)
    assert (port.kills, port.limits) == (set(), set())
    issues = ours(play)
    # Counted before they are compared: what is said of a failure would else hold six hundred issues within one another.
    count, different = len(issues), len(set(issues))
    assert count == different >= 590
    by_name = {name: issue.number for name, issue in issues}
    assert by_name.keys() == run.units.keys() | run.slices.keys()
    assert in_order(run, by_name) == sorted(by_name.values())
    found = dict(issues)
    # GitHub shows at most fifty links of a kind at one issue; what is beyond stands in the issue's text.
    blocks = Counter[str]()
    for unit in sorted(run.units.values(), key=lambda unit: unit.issue):
        shown = [other for other in unit.depends_on if blocks[other] < 50]
        blocks.update(shown)
        assert [each.number for each in found[unit.id].blocked_by] == [by_name[other] for other in shown]
    below = [child.number for part in run.slices for child in found[part].sub_issues]
    assert sorted(below) == sorted(unit.issue for unit in run.units.values())
    # Of all limits that GitHub spoke of, none but those that were ordered: our own pace met none.
    assert [call.status for call in play.recorder.calls].count(403) == told
    writes = port.writes[begun:]
    least = Window().through(0.0, Limits(PER_MINUTE, PER_HOUR, 1.0), len(writes))
    assert writes[-1] - writes[0] - own < 1.05 * least
    cards = progress_told(play)
    assert len(cards) > 8
    first, *_, last = cards
    assert abs(until(play, first) - writes[-1]) < 0.1 * least, (first, last)


async def test_a_pause_holds_between_two_issues_and_resume_makes_the_rest(play: Play) -> None:
    run = await backlog_proposed(play)
    assert run.backlog is not None
    made, on_record = list[int](), asyncio.Event()

    async def paused(method: str, path: str) -> None:
        if (method, path) == ("POST", f"{REPO}/issues"):
            made.append(1)
            if len(made) == 3:
                await play.person("raj").comment(REPOSITORY, play.issue, "/pause lunch")
                await asyncio.wait_for(on_record.wait(), 10)
        elif "/comments/" in path and made and (await play.run()).overlay is Overlay.PAUSED:
            on_record.set()

    play.recorder.before = paused
    await play.says("raj", f"/approve backlog {run.backlog.digest[:12]}")

    held = await play.run()
    assert (held.stage, held.overlay) == (Stage.SYNCING, Overlay.PAUSED)
    assert len(ours(play)) == 3
    assert "### ⏸️ Paused: lunch" in (await play.card()).body

    await play.says("raj", "/resume")
    run = await play.run()
    assert run.stage is Stage.DELIVERING
    issues = ours(play)
    assert len(issues) == len(set(issues)) == len(run.units) + len(run.slices)
