"""Builds every object once, by hand, from the settings: the one place that knows all of them."""

import asyncio
import importlib
from collections.abc import Awaitable
from dataclasses import dataclass

from aiohttp import web
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from bot.artifacts import Artifacts
from bot.aside import Aside
from bot.asks import Asks
from bot.budget import Budgets
from bot.clock import Clock, now
from bot.concern import Concern
from bot.consequences import Consequences
from bot.contexts import Contexts
from bot.edits import Edits
from bot.errors import Misconfigured
from bot.facts import Gatherer
from bot.gate_keeper import GateKeeper
from bot.github import Hub
from bot.github.pacing import Limits, Sleep
from bot.github.port import AiohttpPort, Port
from bot.halt import Halt
from bot.hearing import Hearing
from bot.installations import OpenRuns
from bot.intake import Door
from bot.ledger import Ledger
from bot.ledger_keys import agree, published
from bot.merge_groups import MergeGroups
from bot.model import BuiltIn, Model, choose
from bot.neighbourhood import Neighbourhood
from bot.past import Pasts
from bot.patchsets import Patchsets
from bot.perform import Performer
from bot.private_key import app_key
from bot.pushes import Pushes
from bot.queue import Queue
from bot.queue_order import Room
from bot.queue_sqlite import SqliteQueue
from bot.repo_rules import RepoRules
from bot.repository import Repositories
from bot.reviewing import Reviewer
from bot.rights import Rights
from bot.side_by_side import SideBySide
from bot.signing_key import previous_keys, signing_key
from bot.speech import Speech
from bot.step import Step
from bot.sweep import Sweep
from bot.syncing import Syncing
from bot.telling import Teller
from bot.turn import Turn
from bot.views import Views
from bot.web import make_app
from bot.whereabouts import Whereabouts
from bot.worker import Worker
from bot.write_gate import WriteGate
from config.settings import Settings

# Runs worked on at the same time in one process; each run still goes one step after the other.
LOOPS = 16
# How long a stop waits for the steps under way, in seconds.
DRAIN = 25.0


@dataclass(frozen=True, slots=True)
class Part:
    """What a process does: answer deliveries, work them off, or both."""

    answers: bool = True
    works: bool = True


BOTH = Part()


@dataclass(frozen=True, slots=True)
class App:
    """Everything that runs in one process."""

    settings: Settings
    queue: Queue
    hub: Hub
    ledger: Ledger
    model: Model
    port: Port
    worker: Worker
    web: web.Application
    sweep: Sweep

    async def serve(
        self, stop: Awaitable[object], *, ready: asyncio.Event | None = None, part: Part = BOTH
    ) -> None:
        """Answer deliveries, or work them off, or both, until `stop` comes; then finish the steps under way."""
        runner = web.AppRunner(self.web, access_log=None)
        if part.answers:
            await runner.setup()
            await web.TCPSite(runner, self.settings.host, self.settings.port).start()
        loops = [asyncio.create_task(self.worker.run()) for _ in range(LOOPS if part.works else 0)]
        sweeps = part.works and self.settings.delivery != "webhook"
        sweeping = [asyncio.create_task(self.sweep.run())] if sweeps else []
        if ready is not None:
            ready.set()
        await stop
        for task in sweeping:
            task.cancel()
        await asyncio.gather(*sweeping, return_exceptions=True)
        await runner.cleanup()
        self.queue.wake()
        late = (await asyncio.wait(loops, timeout=DRAIN))[1] if loops else set()
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)
        await self.close()

    async def close(self) -> None:
        """Let go of everything that was opened."""
        await self.model.close()
        if isinstance(self.port, AiohttpPort):
            await self.port.close()
        await self.queue.close()


async def compose(
    settings: Settings, *, clock: Clock = now, port: Port | None = None, sleep: Sleep = asyncio.sleep
) -> App:
    """The App for these settings; raises Misconfigured or QueueUnavailable when it cannot be."""
    queue = await _queue(settings, clock)
    port = port or AiohttpPort()
    hub = Hub(
        rest_url=settings.rest_url,
        graphql_url=settings.graphql_url,
        app_id=settings.app_id,
        private_key=app_key(settings.private_key.get_secret_value()),
        port=port,
        cache=queue,
        clock=clock,
        limits=Limits(
            per_minute=settings.writes_per_minute,
            per_hour=settings.writes_per_hour,
            spacing=settings.write_spacing_seconds,
        ),
        sleep=sleep,
    )
    given = settings.ledger_key.get_secret_value() if settings.ledger_key else ""
    key = signing_key(given, settings.data_dir / "ledger_key.pem")
    model = choose(settings, answers=queue, clock=clock)
    worker, ledger, gatherer = _worker(settings, queue, hub, key=key, model=model, clock=clock)

    if settings.database_url is not None:
        try:
            await agree(queue, ledger.keys)
        except Misconfigured:
            await queue.close()
            raise

    def access_changed(installation: int) -> None:
        hub.forget_installation(installation)
        sweep.doubt_everything()
        if settings.database_url is not None:
            # Another process may be the one that sweeps.
            telling = asyncio.ensure_future(sweep.tell_the_others())
            tellings.add(telling)
            telling.add_done_callback(tellings.discard)

    tellings: set[asyncio.Future[None]] = set()
    door = Door(
        secrets=settings.webhook_secrets,
        previous_until=settings.webhook_secret_previous_until,
        queue=queue,
        concerns=Concern(gatherer),
        clock=clock,
        accounts=settings.accounts,
        access_changed=access_changed,
    )
    sweep = _sweep(settings, hub, door, ledger, gatherer)
    site = make_app(door)
    site.router.add_routes([published(ledger.keys)])
    return App(settings, queue, hub, ledger, model, port, worker, site, sweep)


async def _queue(settings: Settings, clock: Clock) -> Queue:
    """The engine that the settings ask for."""
    room = Room(settings.concurrency, settings.model_calls, settings.concurrency)
    if settings.database_url is None:
        return await SqliteQueue.open(settings.data_dir / "queue.sqlite3", clock=clock, room=room)
    try:
        # Its packages are installed only where they are needed.
        engine = importlib.import_module("bot.queue_postgres")
    except ModuleNotFoundError as error:
        raise Misconfigured(
            "DATABASE_URL is set, and the packages for it are not installed: run `make postgres`."
        ) from error
    queue: Queue = await engine.PostgresQueue.open(
        settings.database_url.get_secret_value(), clock=clock, room=room
    )
    return queue


def _sweep(settings: Settings, hub: Hub, door: Door, ledger: Ledger, gatherer: Gatherer) -> Sweep:
    whereabouts = Whereabouts(hub, door.queue, door.clock)
    runs = OpenRuns(hub, door.queue, whereabouts, door.clock, settings.accounts)
    return Sweep(
        hub=hub,
        door=door,
        runs=runs,
        past=Pasts(hub, runs, ledger, gatherer, door.queue).of,
        every=settings.sweep_seconds,
        polling=settings.delivery == "poll",
        turn=Turn(door.queue, door.clock, "sweep/turn") if settings.database_url is not None else None,
    )


def _worker(  # noqa: PLR0913 - the composition root passes what it has made
    settings: Settings, queue: Queue, hub: Hub, *, key: Ed25519PrivateKey, model: Model, clock: Clock
) -> tuple[Worker, Ledger, Gatherer]:
    app_id = settings.app_id
    artifacts = Artifacts(hub, queue, app_id=app_id)
    repositories = Repositories(hub, queue)
    patchsets = Patchsets(hub, artifacts, repositories)
    previous = previous_keys(settings.ledger_keys_previous)
    ledger = Ledger(hub, queue, key=key, app_id=app_id, clock=clock, previous=previous)
    whereabouts = Whereabouts(hub, queue, clock, settings.accounts)
    pushes = Pushes(hub, queue, whereabouts, clock)
    side_by_side = SideBySide(ledger, artifacts, pushes, queue, clock)
    gatherer = Gatherer(
        hub=hub,
        rights=Rights(hub),
        neighbours=Neighbourhood(hub, clock),
        rules=RepoRules(hub, queue, clock),
        artifacts=artifacts,
        patchsets=patchsets,
        side_by_side=side_by_side,
        clock=clock,
        approval_delay_seconds=settings.approval_delay_seconds,
        caps=settings.caps,
        app_id=app_id,
        model=settings.anthropic_api_key is not None,
    )
    views = Views(artifacts, patchsets, gatherer, queue, settings.github_url, model.name, settings.caps)
    keeper = GateKeeper(hub, artifacts, patchsets, gatherer, views, WriteGate(hub))
    performer = Performer(
        hub,
        queue,
        Teller(hub, artifacts, views, app_id),
        views,
        keeper,
        Reviewer(hub, views),
        clock,
        app_id,
        settings.nudge_seconds,
    )
    speech = Speech(hub, queue, views)
    halt = Halt(queue)
    hearing = Hearing(gatherer, speech, Edits(queue))
    consequences = Consequences(ledger, artifacts, performer, views, speech, halt, pushes, side_by_side)
    step = Step(ledger, gatherer, speech, hearing, consequences)
    budgets = Budgets(cache=queue, caps=settings.caps, clock=clock)
    asks = Asks(hub, artifacts, gatherer, Contexts(hub, repositories, for_model=model.name != BuiltIn.name))
    aside = Aside(queue, ledger, artifacts, asks, model, budgets, halt, clock)
    syncing = Syncing(hub, queue, ledger, asks, clock, app_id)
    groups = MergeGroups(hub, queue, app_id)
    worker = Worker(queue, step, aside, syncing, speech, halt, pushes, groups, whereabouts, clock)
    return worker, ledger, gatherer
