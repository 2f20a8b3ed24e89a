"""Real worker processes on a real PostgreSQL, killed at a write: another goes on in under thirty seconds, and nothing is done twice."""

import asyncio
import contextlib
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import aiohttp

from bot.clock import ticks
from sandbox import server
from tests.conftest import Standin, Watch
from tests.crash.endings import repository
from tests.github.description import Description
from tests.postgres.shared import Apart, staged
from tests.soak.tell import tell
from tests.stand_ins.postgres_server import NoServerError, PostgresServer, running_server
from tests.stories.seen import REPOSITORY
from tests.stories.shortcuts import patchset_of, plan_proposed

IN_HAND = "SELECT id, attempts FROM signalbox_delivery WHERE state = 1"
GLANCE, PATIENCE = 0.02, 120.0


@dataclass(frozen=True, slots=True)
class Point:
    """Where a worker is killed: this call was carried out, the nth of its kind, and it has not heard of it."""

    name: str
    method: str
    path: str
    nth: int = 1


PLAN = Point("a commit is made and no branch yet", "POST", "/git/commits$")
SYNC = Point("in the middle of the issues", "POST", "/issues$", nth=4)
UNIT = Point("a branch is made and its outcome not on record", "POST", "/git/refs$")
HELD = Point("the run is read and nothing done", "GET", "/comments")


async def takeover() -> bool:
    """A run from its plan to its pull request, with a kill at each point; where no server can start, that is said, and nothing else."""
    try:
        with tempfile.TemporaryDirectory() as folder, running_server() as database:
            running = await server.start(data=Path(folder) / "github")
            try:
                async with aiohttp.ClientSession() as session:
                    github = Standin(running, session, Watch(Description.load()))
                    # What the processes logged is told when a play ends, and is no result.
                    with contextlib.redirect_stdout(sys.stderr):
                        seconds, twice = await _soak(github, database, Path(folder))
                    return _judged(seconds, twice)
            finally:
                await running.stop()
    except NoServerError as error:
        sys.stderr.write(f"no PostgreSQL here: {error}\n")
        return True


async def _soak(github: Standin, database: PostgresServer, folder: Path) -> tuple[list[float], int]:
    """Seconds of each takeover, and how many things are there twice."""
    seconds: list[float] = []
    async with staged(Apart, github, database, folder) as play:
        run = await plan_proposed(play)
        assert run.plan is not None
        seconds.append(await _killed(play, PLAN, f"/approve plan {run.plan.digest[:12]}", play.issue))
        backlog = (await play.run()).backlog
        assert backlog is not None
        seconds.append(
            await _killed(play, SYNC, f"/approve backlog {backlog.digest[:12]} --only S1", play.issue)
        )
        run = await play.run()
        patchset, thread = patchset_of(run, "U-01"), run.units["U-01"].issue
        line = f"/approve {patchset.number} {patchset.digest[:12]}"
        seconds.append(await _killed(play, UNIT, line, thread))
        seconds.append(await _killed(play, HELD, "/status", play.issue))
        repo = repository(play)
        made = [issue.title for issue in repo.issues.values()] + [
            pull.head_ref for pull in repo.pulls.values()
        ]
        assert (await play.run()).units["U-01"].pull_request is not None
    return seconds, len(made) - len(set(made))


def _judged(seconds: list[float], twice: int) -> bool:
    points = "; ".join(each.name for each in (PLAN, SYNC, UNIT, HELD))
    how = f"the longest of {len(seconds)}: SIGKILL of the worker process that has the run, {points}; until another has it"
    kept = tell("takeover_seconds", round(max(seconds), 1), "s", aim=30, how=how)
    return (
        tell(
            "takeover_doubled",
            twice,
            "things",
            aim=0,
            how="issues and pull requests; words are looked at as in every story",
        )
        and kept
    )


async def _killed(play: Apart, point: Point, line: str, thread: int) -> float:
    """Seconds from the kill of the one worker to another's having all that it had in hand."""
    fault = {
        "method": point.method,
        "path_regex": point.path,
        "nth": point.nth,
        "kind": "timeout",
        "seconds": 60,
    }
    await play.github.control("/faults", faults=[fault])
    struck = play.github.world.faults[0]
    await play.person("raj").comment(REPOSITORY, thread, line)
    async with asyncio.timeout(PATIENCE):
        while struck.seen < point.nth:  # noqa: ASYNC110 - the stand-in says it
            await asyncio.sleep(GLANCE)
        play.github.world.faults.clear()
        (doomed,) = (each for each in play.workers if each.returncode is None)
        await play.worker()
        had = await play.told(IN_HAND)
        at = ticks()
        doomed.kill()
        await doomed.wait()
        while set(had) & set(await play.told(IN_HAND)):  # noqa: ASYNC110 - the database says it
            await asyncio.sleep(GLANCE)
        taken = ticks() - at
    await play.settled()
    return taken
