"""Ledgers as the App keeps them itself, so that loading is one read: verified and folded once, and added to from there.

A run of hundreds of units comes to thousands of records. Checking each signature and folding each entry anew for every
delivery would make the work of a run grow with the square of its units. So a process holds the ledgers it works on ready, each
beside the bytes it was kept as: as long as the cache still has exactly these, nothing is read again.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from cachetools import TTLCache
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from pydantic import ValidationError

from bot.clock import ticks
from bot.errors import QueueUnavailable, SignalboxError
from bot.place import Place
from bot.queue import Cache
from policies.chain import Broken, Record, Verified, from_jsonl, to_jsonl, verify
from policies.entries import from_data
from policies.fold import Recorded, apply
from policies.machine import IllegalStepError
from policies.run import Run

# Bytes of ledgers that are held ready; what they are read into takes some ten times as much.
READY = 4 * 1024 * 1024
# A ledger is held for so many seconds after it was read or added to, so that runs in which nobody speaks take no memory.
READY_SECONDS = 300.0


class LedgerBroken(SignalboxError):
    """The records on GitHub are not one whole signed chain; nothing is repaired silently, a person must look."""

    def __init__(self, run: str, seq: int, reason: str) -> None:
        super().__init__(f"ledger of {run}: entry {seq}: {reason}")
        self.seq = seq
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Loaded:
    """A verified ledger, as it is signed and as the fold reads it, and where it is shown.

    `page` is the first record on the card, `shown` the card's digest.
    """

    place: Place
    records: tuple[Record, ...] = ()
    history: tuple[Recorded, ...] = ()
    run: Run | None = None
    card: int | None = None
    page: int = 0
    shown: str = ""

    def told(self, seq: int) -> tuple[Record, ...]:
        """The records in the comment that tells of one: it and those that came about with it, so that a crash leaves no gap."""
        cause = self.records[seq].data.get("cause")
        together = tuple(record for record in self.records if cause and record.data.get("cause") == cause)
        return together or (self.records[seq],)


def grown(loaded: Loaded, more: Sequence[Record], keys: Mapping[str, Ed25519PublicKey]) -> Loaded:
    """The ledger with these records after its own, which hold already. Raises LedgerBroken when one of the new does not."""
    known = len(loaded.records)
    before = Verified(loaded.history[-1].hash, known) if loaded.history else None
    verdict = verify(more, keys, run=loaded.place.run, after=before)
    if isinstance(verdict, Broken):
        raise LedgerBroken(loaded.place.run, verdict.seq, verdict.reason)
    hashes = [*(record.prev for record in more[1:]), verdict.head]
    run, history = loaded.run, list(loaded.history)
    try:
        for record, hash_ in zip(more, hashes, strict=False):
            history.append(Recorded(record.seq, record.at, hash_, from_data(record.type, record.data)))
            run = apply(run, history[-1])
    except (ValidationError, IllegalStepError, ValueError, KeyError) as error:
        last = known + len(more) - 1
        raise LedgerBroken(loaded.place.run, last, f"the history is impossible: {error}") from error
    return replace(loaded, records=(*loaded.records, *more), history=tuple(history), run=run)


class Kept:
    """Keeps ledgers in the cache, and those in use in memory, too. `keys` are those whose signatures count."""

    def __init__(self, cache: Cache, keys: Mapping[str, Ed25519PublicKey], *, ready: int = READY) -> None:
        self._cache = cache
        self._keys = keys
        self._most = ready
        self._ready: TTLCache[Place, tuple[bytes, Loaded]] = TTLCache(
            ready, READY_SECONDS, timer=ticks, getsizeof=lambda each: len(each[0])
        )

    async def get(self, place: Place) -> Loaded | None:
        """The ledger as it was last kept, by whichever process; None when there is none. Raises LedgerBroken."""
        content = await self._cache.cached(_key(place))
        if not content:
            return None
        ready = self._ready.get(place)
        if ready is not None and ready[0] == content:
            return ready[1]
        head, _, lines = content.partition(b"\n")
        records = from_jsonl(lines)
        if isinstance(records, Broken):
            return None
        where = json.loads(head)
        loaded = grown(
            Loaded(place, card=where["card"], page=where["page"], shown=where["shown"]), records, self._keys
        )
        self._hold(content, loaded)
        return loaded

    async def put(self, loaded: Loaded) -> None:
        """Keep it, in place of what was kept before; raises QueueUnavailable when another process has brought the run further."""
        where = {"card": loaded.card, "page": loaded.page, "shown": loaded.shown}
        lines = self._lines(loaded)
        content = json.dumps(where).encode() + b"\n" + lines

        def kept(before: Sequence[bytes | None]) -> tuple[Sequence[bytes] | None, bool]:
            grows = _goes_on(before[0] or b"", lines)
            return [content] if grows else None, grows

        if not await self._cache.change([_key(loaded.place)], kept):
            raise QueueUnavailable(f"Another process has brought {loaded.place.run} further.")
        self._hold(content, loaded)

    async def forget(self, place: Place) -> None:
        """The next to ask finds nothing kept."""
        await self._cache.cache(_key(place), b"")

    def _lines(self, loaded: Loaded) -> bytes:
        """The records as they are written down; what is held ready has most of it, as a rule."""
        content, before = self._ready.get(loaded.place, (b"", None))
        known = before.records if before is not None else ()
        if not known or loaded.records[: len(known)] != known:
            return to_jsonl(loaded.records)
        return content.partition(b"\n")[2] + to_jsonl(loaded.records[len(known) :])

    def _hold(self, content: bytes, loaded: Loaded) -> None:
        self._ready.pop(loaded.place, None)
        if len(content) <= self._most:
            self._ready[loaded.place] = content, loaded


def _goes_on(before: bytes, lines: bytes) -> bool:
    """Whether these records are those that were kept, and maybe more; what cannot be read was read from GitHub anew."""
    kept = before.partition(b"\n")[2]
    return lines.startswith(kept) or isinstance(from_jsonl(kept), Broken)


def _key(place: Place) -> str:
    return f"ledger/{place.run}"
