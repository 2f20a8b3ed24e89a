"""One whole demo: servers up, people in, the journey, the summary, servers down."""

import asyncio
import contextlib
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp

from bot.clock import ticks
from bot.demo import apps, export, journey, round_the_gate, servers
from bot.demo.journey import Journey
from bot.demo.person import DemoFailed, NoRun, Person
from bot.demo.seen import Watcher
from bot.demo.story import Story
from config.settings import Settings
from policies.chain import key_id

OWNER, NAME = "acme", "workshop"
REPOSITORY = f"{OWNER}/{NAME}"
# https://docs.github.com/en/rest/issues/issues#create-an-issue
UNPROCESSABLE = 422
LONGEST_ISSUE = 65_536
README = "# Workshop\n\nAn empty repository, waiting for a plan.\n"


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asks for; `prd` is the document's text, `name` what to call it."""

    prd: str
    name: str
    units: int = 3
    fast: bool = False
    silent: bool = False
    keep: bool = False
    repo: Path | None = None
    out: Path | None = None
    port: int = 0


@dataclass(frozen=True, slots=True)
class Stage:
    """Both servers, running, and who is on stage."""

    session: aiohttp.ClientSession
    github: str
    port: int
    registered: servers.Registered
    people: dict[str, Person]
    settings: Settings


async def run(options: Options) -> dict[str, Any]:
    """Play the journey; returns the summary. Raises DemoFailed on any mismatch."""
    story = Story(pause=0.0 if options.fast else 0.7, silent=options.silent)
    with tempfile.TemporaryDirectory(prefix="signalbox-demo-") as folder:
        async with _stage(options, Path(folder), story) as stage:
            summary = await _play(options, stage, story)
            if options.keep:
                await story.tell("", f"both servers stay up at {stage.github}/{REPOSITORY}; Ctrl-C ends them")
                with contextlib.suppress(asyncio.CancelledError):
                    await asyncio.Event().wait()
            return summary


@contextlib.asynccontextmanager
async def _stage(options: Options, folder: Path, story: Story) -> AsyncIterator[Stage]:
    github_port, port = options.port or servers.free_port(), servers.free_port()
    github = f"http://127.0.0.1:{github_port}"
    logs = folder / "github.log", folder / "app.log"
    standin = ("-m", "sandbox", "--port", str(github_port), "--data", str(folder / "github"))
    environment = servers.bare_environment()
    async with contextlib.AsyncExitStack() as stack:
        session = await stack.enter_async_context(aiohttp.ClientSession())
        child = await stack.enter_async_context(
            servers.process(*standin, environment=environment, log=logs[0])
        )
        await servers.listening(session, f"{github}/meta", child, logs[0])
        people = await _people(session, github, options)
        registered = await servers.register(session, github, port=port)
        environment = servers.app_environment(registered, github=github, port=port, data=folder / "app")
        app = await stack.enter_async_context(
            servers.process("-m", "bot", "web", environment=environment, log=logs[1])
        )
        await servers.listening(session, f"http://127.0.0.1:{port}/readyz", app, logs[1])
        operator = people["operator"]
        installed = {"account": OWNER, "repositories": [NAME]}
        await operator.do("POST", f"/_standin/apps/{registered.slug}/installations", installed)
        await story.tell("", f"GitHub stand-in and App are up; pages at {github}/{REPOSITORY}")
        settings = Settings.read(environment)
        try:
            yield Stage(session, github, port, registered, people, settings)
        except DemoFailed as error:
            said = await asyncio.to_thread(logs[1].read_text, encoding="utf-8", errors="replace")
            warnings = [line for line in said.splitlines() if '"level": "info"' not in line]
            raise DemoFailed("\n".join([str(error), "The App's last words:", *warnings[-12:]])) from error


async def _people(session: aiohttp.ClientSession, github: str, options: Options) -> dict[str, Person]:
    operator = Person(session, github, "operator")
    people = {"operator": operator}
    for login in ("mona", "raj", "eve", "ci-bot"):
        made = await operator.do("POST", "/_standin/users", {"login": login})
        people[login] = Person(session, f"{github}/api/v3", login, made["id"], made["token"])
    await operator.do("POST", "/_standin/orgs", {"login": OWNER})
    files = {"README.md": README}
    if options.repo is not None:
        files = await asyncio.to_thread(servers.read_folder, options.repo)
    await operator.do("POST", "/_standin/repos", {"owner": OWNER, "name": NAME, "files": files})
    # What is demanded by name needs no waiting for checks that may come late.
    demanded = {
        "strict_required_status_checks_policy": False,
        "required_status_checks": [{"context": "build"}],
    }
    rules = {"branch": "main", "rules": [{"type": "required_status_checks", "parameters": demanded}]}
    await operator.do("POST", f"/_standin/repos/{REPOSITORY}/rules", rules)
    for login, role in (("mona", "maintain"), ("raj", "write"), ("eve", "read"), ("ci-bot", "write")):
        await operator.do("PUT", f"/_standin/repos/{REPOSITORY}/collaborators/{login}", {"role": role})
    return people


async def _play(options: Options, stage: Stage, story: Story) -> dict[str, Any]:
    started = ticks()
    mona = stage.people["mona"]
    opened = await mona.try_(
        "POST", f"/repos/{REPOSITORY}/issues", {"title": f"PRD: {options.name}"[:200], "body": options.prd}
    )
    if opened.status == UNPROCESSABLE and len(options.prd) > LONGEST_ISSUE:
        raise NoRun(
            f"GitHub takes at most {LONGEST_ISSUE:,} characters in an issue, and this PRD has {len(options.prd):,}. "
            "Cut it into one PRD for each product or feature, and open one issue for each."
        )
    if opened.status >= UNPROCESSABLE:
        raise DemoFailed(f"the issue could not be opened: {opened.status} {opened.body}")
    issue = opened.body
    await story.tell("@mona", f"opened issue #{issue['number']} with the PRD “{options.name}”")
    key = stage.registered.ledger_key.public_key()
    watcher = Watcher(mona, REPOSITORY, int(issue["number"]), {key_id(key): key})
    play = Journey(
        story=story,
        watcher=watcher,
        repository=REPOSITORY,
        author=mona,
        approver=stage.people["raj"],
        stranger=stage.people["eve"],
        ci=await apps.ci(stage.people["operator"], stage.settings, account=OWNER, repository=REPOSITORY),
        units=options.units,
    )
    await mona.do("POST", f"/repos/{REPOSITORY}/issues/{watcher.issue}/labels", {"labels": ["signalbox"]})
    await story.tell("@mona", "put the label `signalbox` on it")
    run = await journey.plan(play)
    await journey.refusals(play, run)
    refused = await round_the_gate.attempt(stage.registered, stage.settings, repository=REPOSITORY)
    await story.refused("signalbox", f"a write past the gate: GitHub says “{refused}”")
    before = await stage.people["operator"].do("GET", "/_standin/stats")
    await journey.approve_plan(play, run)
    await journey.approve_backlog(play)
    await journey.deliver(play)
    await journey.finish(play)
    return await _summary(options, stage, play, story, before=int(before["content_writes"]), started=started)


async def _summary(  # noqa: PLR0913 - what was counted along the way
    options: Options, stage: Stage, play: Journey, story: Story, *, before: int, started: float
) -> dict[str, Any]:
    sight = await play.watcher.look()
    seen = sight.run
    if seen is None:
        raise DemoFailed("the run is gone")
    stats = await stage.people["operator"].do("GET", "/_standin/stats")
    folder = options.out or Path(tempfile.mkdtemp(prefix="signalbox-out-"))
    digests = await asyncio.to_thread(
        export.leave, folder, sight, seen, key=stage.registered.ledger_key.public_key()
    )
    verified = await asyncio.to_thread(_verified, folder)
    comments = await _bot_comments(stage)
    summary: dict[str, Any] = {
        "state": seen.stage.name,
        "seconds": round(ticks() - started, 2),
        "api_calls": await servers.metrics(stage.session, stage.port),
        "content_writes": int(stats["content_writes"]),
        "writes_before_approval": before,
        "bot_comments": comments,
        "units": [
            {"id": unit, "state": seen.units[unit].state.name, "pull_request": pull}
            for unit, pull in play.merged
        ],
        "refusals": len(story.refusals),
        "ledger_entries": len(sight.records),
        "ledger_verified": verified,
        "artifacts": digests,
    }
    if summary["writes_before_approval"] or not verified:
        raise DemoFailed(f"the summary does not hold: {summary}")
    return summary


def _verified(folder: Path) -> bool:
    """The same command a stranger would type."""
    done = subprocess.run(  # noqa: S603 - our own interpreter and our own folder
        [sys.executable, "-m", "bot", "verify", str(folder)],
        cwd=servers.ROOT,
        capture_output=True,
        check=False,
        timeout=60,
    )
    return done.returncode == 0


async def _bot_comments(stage: Stage) -> int:
    mona = stage.people["mona"]
    comments = await mona.all(f"/repos/{REPOSITORY}/issues/comments")
    return sum(comment["user"]["login"].startswith("signalbox") for comment in comments)
