"""The real server process, killed again and again while people talk to it: every word is answered, and each once."""

import asyncio
import random
import sqlite3
import tempfile
from collections import Counter
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from signal import SIGKILL, SIGTERM

import aiohttp

from bot.clock import ticks
from bot.demo.person import Person
from bot.demo.servers import Registered, app_environment, free_port, listening, process, register
from handlers import markers
from sandbox import server
from tests.soak.tell import tell

OWNER, NAME = "acme", "shop"
REPO = f"/repos/{OWNER}/{NAME}"
# Whoever says more than this in one thread within ten minutes is asked to wait.
IN_A_THREAD = 25
DRAIN = 25.0
# Seconds from one answer to the next, while there are some to come.
PATIENCE, LOOK = 180.0, 2.0


async def kills(*, words: int, seed: int) -> bool:
    """So many commands, and the server killed every one to five seconds until all of them are said."""
    with tempfile.TemporaryDirectory() as folder:
        running = await server.start(data=Path(folder) / "github")
        try:
            async with aiohttp.ClientSession() as session:
                return await _soak(running, session, Path(folder), words=words, drawn=random.Random(seed))
        finally:
            await running.stop()


async def _soak(
    running: server.Running, session: aiohttp.ClientSession, folder: Path, *, words: int, drawn: random.Random
) -> bool:
    running.world.limits.per_hour = 100_000_000
    operator = Person(session, running.url, "operator")
    await operator.do("POST", "/_standin/orgs", {"login": OWNER})
    await operator.do(
        "POST", "/_standin/repos", {"owner": OWNER, "name": NAME, "files": {"README.md": "# Shop\n"}}
    )
    port = free_port()
    registered = await register(session, running.url, port=port)
    await operator.do(
        "POST", f"/_standin/apps/{registered.slug}/installations", {"account": OWNER, "repositories": [NAME]}
    )
    made = await operator.do("POST", "/_standin/users", {"login": "raj"})
    await operator.do("PUT", f"/_standin{REPO}/collaborators/raj", {"role": "write"})
    raj = Person(session, f"{running.url}/api/v3", "raj", made["id"], made["token"])
    talking = asyncio.create_task(_talk(raj, words))
    killed = await _killed_while(
        talking, registered, running.url, session, port=port, folder=folder, drawn=drawn
    )
    drained = await _drained(registered, running, session, port=port, folder=folder, words=words)
    answered = _answered(running)
    said = [c.id for c in running.world.repos[OWNER, NAME].comments.values() if c.user.login == "raj"]
    how = f"{words} commands over signed webhooks to a real process, SIGKILL every 1 to 5 s ({killed} times)"
    results = (
        tell("kill_lost", sum(answered[str(id_)] == 0 for id_ in said), "commands", aim=0, how=how),
        tell("kill_doubled", sum(answered[str(id_)] > 1 for id_ in said), "commands", aim=0, how=how),
        tell("kill_dead_letters", _dead(folder), "jobs", aim=0, how=how),
        tell(
            "sigterm_drain_seconds",
            round(drained, 2),
            "s",
            aim=DRAIN,
            how="SIGTERM with what the kills left under way, until the process has ended",
        ),
    )
    return all(results)


async def _talk(raj: Person, words: int) -> None:
    issue = 0
    for number in range(words):
        if number % IN_A_THREAD == 0:
            issue = int(
                (await raj.do("POST", f"{REPO}/issues", {"title": f"Talk {number}", "body": "Hello."}))[
                    "number"
                ]
            )
        await raj.comment(f"{OWNER}/{NAME}", issue, "/signalbox help")
        # GitHub takes a person's words one after the other.
        await asyncio.sleep(0.02)


async def _killed_while(
    talking: "asyncio.Task[None]",
    registered: Registered,
    github: str,
    session: aiohttp.ClientSession,
    *,
    port: int,
    folder: Path,
    drawn: random.Random,
) -> int:
    killed = 0
    while not talking.done():
        async with _served(registered, github, port=port, folder=folder) as child:
            await listening(session, f"http://127.0.0.1:{port}/livez", child, folder / "app.log")
            await asyncio.wait({talking}, timeout=drawn.uniform(1.0, 5.0))
            child.send_signal(SIGKILL)
            await child.wait()
            killed += 1
    await talking
    return killed


def _served(
    registered: Registered, github: str, *, port: int, folder: Path
) -> AbstractAsyncContextManager[asyncio.subprocess.Process]:
    environment = app_environment(registered, github=github, port=port, data=folder / "app")
    environment["SIGNALBOX_SWEEP_SECONDS"] = "5"
    return process("-m", "bot", "web", environment=environment, log=folder / "app.log")


async def _drained(
    registered: Registered,
    running: server.Running,
    session: aiohttp.ClientSession,
    *,
    port: int,
    folder: Path,
    words: int,
) -> float:
    """Seconds from SIGTERM, with what the kills left still under way, to the end; then the server in peace until all is answered."""
    log, before = folder / "app.log", 0
    async with _served(registered, running.url, port=port, folder=folder) as child:
        await listening(session, f"http://127.0.0.1:{port}/livez", child, log)
        began = ticks()
        child.send_signal(SIGTERM)
        await child.wait()
        seconds = ticks() - began
    async with _served(registered, running.url, port=port, folder=folder) as child:
        await listening(session, f"http://127.0.0.1:{port}/livez", child, log)
        heard = ticks()
        while before < words and ticks() - heard < PATIENCE:
            await asyncio.sleep(LOOK)
            if (answered := len(_answered(running))) > before:
                before, heard = answered, ticks()
    return seconds


def _answered(running: server.Running) -> Counter[str]:
    """Comment -> how many replies of the App's it has."""
    found: Counter[str] = Counter()
    for comment in running.world.repos[OWNER, NAME].comments.values():
        marker = markers.read(comment.body) if comment.user.type == "Bot" else None
        if marker and marker.kind == "reply":
            found[marker.fields.get("to", "")] += 1
    return found


def _dead(folder: Path) -> int:
    with sqlite3.connect(folder / "app" / "queue.sqlite3") as connection:
        return int(connection.execute("SELECT count(*) FROM job WHERE state = 3").fetchone()[0])
