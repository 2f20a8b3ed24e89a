"""The run as anybody can see it: read from the comments on GitHub, verified with the public key, folded."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from bot.clock import ticks
from bot.demo.person import DemoFailed, Person
from handlers import markers
from handlers.blocks import read_artifacts, read_ledger
from policies.chain import Broken, Record, verify
from policies.entries import Entry, from_data
from policies.fold import Recorded, fold
from policies.run import Run

PATIENCE = 60.0
GLANCE = 0.02


@dataclass(frozen=True, slots=True)
class Sight:
    """What is to be seen at one moment: the signed records, the run they amount to, and where else a head stands."""

    records: tuple[Record, ...]
    run: Run | None
    heads: tuple[tuple[int, str, str], ...]
    artifacts: Mapping[str, bytes]

    def entries(self, tag: str) -> tuple[Entry, ...]:
        """The entries of one type, in order."""
        return tuple(from_data(record.type, record.data) for record in self.records if record.type == tag)


@dataclass(frozen=True, slots=True)
class Watcher:
    """Reads the thread as one of the people does."""

    person: Person
    repository: str
    issue: int
    keys: Mapping[str, Ed25519PublicKey]

    async def look(self, *, threads: tuple[int, ...] = ()) -> Sight:
        """The run as the comments tell it now; a chain that does not verify fails the demo."""
        records: dict[int, Record] = {}
        heads: list[tuple[int, str, str]] = []
        bodies: list[str] = []
        for thread in (self.issue, *threads):
            path = f"/repos/{self.repository}/issues/{thread}/comments"
            for comment in await self.person.all(path):
                bodies.append(comment["body"])
                marker = markers.read(comment["body"])
                found = read_ledger(comment["body"])
                if isinstance(found, Broken):
                    raise DemoFailed(f"comment {comment['id']}: {found.reason}")
                records.update({record.seq: record for record in found})
                if found and marker and marker.kind in {"turn", "card"}:
                    heads.append((found[-1].seq, found[-1].hash, str(comment["html_url"])))
        chain = tuple(records[seq] for seq in sorted(records))
        if chain and isinstance(verdict := verify(chain, self.keys), Broken):
            raise DemoFailed(f"the ledger does not verify at {verdict.seq}: {verdict.reason}")
        recorded = (Recorded(r.seq, r.at, r.hash, from_data(r.type, r.data)) for r in chain)
        return Sight(chain, fold(recorded), tuple(heads), read_artifacts(bodies))

    async def announced(self, *, seq: int, thread: int | None = None) -> None:
        """Wait for the comment that announces the entry at `seq`: people answer what they can read."""
        path = f"/repos/{self.repository}/issues/{thread or self.issue}/comments"
        mark = markers.mark("turn", run=self.issue, seq=seq)
        deadline = ticks() + PATIENCE
        while ticks() < deadline:
            if any(comment["body"].startswith(mark) for comment in await self.person.all(path)):
                return
            await asyncio.sleep(GLANCE)
        raise DemoFailed(f"entry {seq} was not announced in #{thread or self.issue}")

    async def until(self, what: str, holds: Callable[[Run], bool], *, patience: float = PATIENCE) -> Run:
        """The run once `holds` is true of it; fails the demo when that takes longer than `patience` seconds."""
        deadline = ticks() + patience
        run: Run | None = None
        while ticks() < deadline:
            run = (await self.look()).run
            if run is not None and holds(run):
                return run
            await asyncio.sleep(GLANCE)
        stands = f"{run.stage}, {run.overlay}, {run.overlay_reason}" if run else "no run"
        raise DemoFailed(f"waited {patience:.0f} s for: {what} (the run: {stands})")
