"""The real server process under a steady modest load for as long as is asked for: its memory stays where it was soon after the start."""

import asyncio
import random
import sys
import tempfile
from collections import Counter
from pathlib import Path
from statistics import median

import aiohttp
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from bot.clock import ticks
from bot.demo.servers import Registered, app_environment, listening, process
from handlers import markers
from policies.chain import key_id
from sandbox import server
from tests.conftest import Standin, Watch
from tests.crash.endings import repository
from tests.github.description import Description
from tests.soak.tell import tell
from tests.stories.losing import lose
from tests.stories.prds import TOOLS
from tests.stories.seen import REPOSITORY
from tests.stories.stage import Play, open_stage
from tests.walks.acts import ACTS, Acting

# Seconds from one thing that somebody does to the next, and from one look at the process to the next.
PACE, LOOK = 2.0, 5.0
# So many runs are open at once, and so many things happen in each before it is stopped and another begins: nobody is asked
# to speak more slowly.
OPEN, LIFE = 3, 24
# Of an hour these are minutes five to ten, and the last five.
EARLY, LATE = (1 / 12, 2 / 12), (11 / 12, 1.0)
AIM, HOUR = 1.05, 60.0
# A run that nobody says yes in goes nowhere; a role that is taken away would leave nobody who may.
OTHERS = sorted(set(ACTS) - {"approve", "stop", "another role", "close or reopen", "rename"})

# (seconds since the start, megabytes)
Sample = tuple[float, float]


async def memory(*, minutes: float, seed: int) -> bool:
    """The growth of the process's resident memory; what is shorter than an hour is told and not judged."""
    with tempfile.TemporaryDirectory() as folder:
        running = await server.start(data=Path(folder) / "github")
        running.world.limits.per_hour = 100_000_000
        try:
            async with aiohttp.ClientSession() as session:
                github = Standin(running, session, Watch(Description.load()))
                play = await open_stage(
                    github, session, Path(folder) / "app", files={"README.md": "# Shop\n"}
                )
                samples = await _soaked(play, session, seconds=minutes * 60, drawn=random.Random(seed))
        finally:
            await running.stop()
    early, late = (_level(samples, minutes * 60, part) for part in (EARLY, LATE))
    how = f"{minutes:g} minutes of {_came_to(play)}; the process has {late:.1f} MB in the last twelfth of the time and had {early:.1f} MB in the second, medians of a look every {LOOK:.0f} s"
    return tell(
        "soak_memory_growth",
        round(late / early, 3),
        "ratio",
        aim=AIM if minutes >= HOUR else None,
        how=how,
    )


async def _soaked(
    play: Play, session: aiohttp.ClientSession, *, seconds: float, drawn: random.Random
) -> list[Sample]:
    key = Ed25519PrivateKey.generate()
    play.clearance.keys = {key_id(key.public_key()): key.public_key()}
    of = play.registered
    registered = Registered(of.id, of.slug, of.pem, of.webhook_secret, key)
    port, log = play.settings.port, play.data.parent / "app.log"
    environment = app_environment(registered, github=play.github.url, port=port, data=play.data)
    environment["SIGNALBOX_SWEEP_SECONDS"] = "60"
    async with process("-m", "bot", "web", environment=environment, log=log) as child:
        await listening(session, f"http://127.0.0.1:{port}/livez", child, log)
        people = asyncio.create_task(_people(play, drawn))
        samples: list[Sample] = []
        began = ticks()
        while ticks() - began < seconds:
            await asyncio.wait({people}, timeout=LOOK)
            if people.done():
                people.result()
            samples.append((ticks() - began, _resident(child.pid)))
        people.cancel()
    return samples


async def _people(play: Play, drawn: random.Random) -> None:
    """What people do, without end: every other time it is a yes to what waits for one."""
    issues: dict[int, int] = {}
    acting, number = Acting(play), 0
    while True:
        number += 1
        if len(issues) < OPEN:
            issues[await play.opens("mona", TOOLS, label=False)] = 0
            await play.person("tess").do(
                "POST", f"/repos/{REPOSITORY}/issues/{play.issue}/labels", {"labels": ["signalbox"]}
            )
        play.issue = drawn.choice(list(issues))
        issues[play.issue] += 1
        acting.words, acting.every = [], acting.every[-8:]
        await lose(play, drawn.randrange(10) == 0)
        if issues[play.issue] > LIFE:
            del issues[play.issue]
            await ACTS["stop"](acting, 0)
        else:
            await ACTS["approve" if number % 2 else drawn.choice(OTHERS)](acting, drawn.randrange(8))
        await play.person("eve").comment(REPOSITORY, play.issue, "It seems fine to me.")
        await asyncio.sleep(PACE)


def _came_to(play: Play) -> str:
    """What the App did meanwhile."""
    repo = repository(play)
    ours = Counter(
        marker.kind
        for comment in repo.comments.values()
        if comment.user is play.clearance.app.bot and (marker := markers.read(comment.body))
    )
    return f"signed deliveries in {ours['card']} runs, with {sum(ours.values())} comments of the App's, {len(repo.issues)} issues and {len(repo.pulls)} pull requests"


def _level(samples: list[Sample], seconds: float, part: tuple[float, float]) -> float:
    begin, end = part
    return median(size for at, size in samples if begin * seconds <= at <= end * seconds + LOOK)


def _resident(pid: int) -> float:
    """Megabytes of a process's resident set."""
    status = Path(f"/proc/{pid}/status").read_text()
    size = int(status.partition("VmRSS:")[2].split()[0]) / 1024
    sys.stderr.write(f"{size:.1f} MB\n")
    return size
