"""The ledger of a run, kept in the App's own comments on the intake issue: loaded, verified, appended to, shown.

Theory of operation. The status card carries the newest records in a hidden block; when the block grows long, its
records move into a page comment. Comments that announce something repeat the records they stand for. The local cache
holds a copy, so that loading is one read: the card, whose last record must be the cached head. When the cache is
ahead (a crash came between signing and showing) the cached records are ours and go on; in every other case of doubt
GitHub's comments are read whole, and a chain that does not verify stops the run with LedgerBroken.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from types import MappingProxyType
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from bot.authorship import is_ours
from bot.clock import Clock
from bot.github import Hub
from bot.ledger_kept import Kept, LedgerBroken, Loaded, grown
from bot.ledger_pages import BLOCK, page_of
from bot.place import Place
from bot.queue import Cache
from handlers import markers
from handlers.blocks import ledger_block, read_ledger
from policies.chain import Broken, Record, key_id, sign
from policies.entries import Entry, to_data
from policies.fold import Recorded

__all__ = ["Ledger", "LedgerBroken", "Loaded"]

GONE = "the comment that tells of it does not hold its record any more"
ELSEWHERE = "which is another issue's; it came here when an issue was moved or its comments were copied"
TAKEN = "the comments do not hold it as it was recorded"
_NO_KEYS: Mapping[str, Ed25519PublicKey] = MappingProxyType({})


class Ledger:
    """Loads and appends; the only holder of the signing key."""

    def __init__(  # noqa: PLR0913 - the composition root passes each by name
        self,
        hub: Hub,
        cache: Cache,
        *,
        key: Ed25519PrivateKey,
        app_id: str,
        clock: Clock,
        previous: Mapping[str, Ed25519PublicKey] = _NO_KEYS,
    ) -> None:
        self._hub = hub
        self._key = key
        self._previous = previous
        self._app_id = app_id
        self._clock = clock
        self._kept = Kept(cache, self.keys)

    @property
    def keys(self) -> Mapping[str, Ed25519PublicKey]:
        """Key id -> public key of every key whose signatures count; the first is the one that signs now."""
        public = self._key.public_key()
        return {key_id(public): public, **self._previous}

    async def load(self, place: Place) -> Loaded:
        """The ledger as it stands; empty when the issue has no run. Raises LedgerBroken."""
        cached = await self._kept.get(place)
        if cached is None or cached.card is None:
            return cached if cached and cached.records else await self.rebuild(place)
        reader = self._hub.reader(place.installation, place.repository_id)
        card = await reader.get_unless_gone(f"{place.path}/issues/comments/{cached.card}")
        if card is None:
            return replace(cached, card=None, shown="")
        if _digest(card["body"]) == cached.shown:
            return cached
        on_card = read_ledger(card["body"])
        if isinstance(on_card, Broken) or not _is_part(on_card, cached):
            return await self.rebuild(place, kept=cached.records)
        return replace(cached, shown="")

    async def peek(self, place: Place) -> Loaded:
        """The ledger as it was last kept, for work beside the run, which must not touch what the run's own worker keeps."""
        cached = await self._kept.get(place)
        return cached if cached and cached.records else await self._from_comments(place)

    async def rebuild(self, place: Place, *, kept: Sequence[Record] = ()) -> Loaded:
        """The ledger from GitHub's comments alone. Raises LedgerBroken unless they make one whole chain that begins with `kept`."""
        loaded = await self._from_comments(place)
        if loaded.records[: len(kept)] != tuple(kept):
            raise LedgerBroken(place.run, min(len(loaded.records), len(kept) - 1), TAKEN)
        await self._kept.put(loaded)
        return loaded

    async def _from_comments(self, place: Place) -> Loaded:
        reader = self._hub.reader(place.installation, place.repository_id)
        comments = [c for c in await reader.get_all(place.comments) if is_ours(c, app_id=self._app_id)]
        records: dict[int, Record] = {}
        card: dict[str, Any] | None = None
        for comment in comments:
            marker = markers.read(comment["body"])
            card = comment if marker and marker.kind == "card" else card
            found = read_ledger(comment["body"])
            if isinstance(found, Broken):
                raise LedgerBroken(place.run, found.seq, found.reason)
            told = marker.seq if marker and marker.kind == "turn" else None
            if told is not None and told not in {record.seq for record in found}:
                raise LedgerBroken(place.run, told, GONE)
            for record in found:
                if records.setdefault(record.seq, record).hash != record.hash:
                    raise LedgerBroken(place.run, record.seq, "two comments tell it differently")
        chain = tuple(records[seq] for seq in sorted(records))
        if chain and chain[0].run != place.run:
            # GitHub moves an issue with its comments, and they bear our name wherever they are.
            raise LedgerBroken(place.run, chain[0].seq, f"it is of the run {chain[0].run}, {ELSEWHERE}")
        on_card = read_ledger(card["body"]) if card else ()
        page = on_card[0].seq if on_card and not isinstance(on_card, Broken) else 0
        shown = _digest(card["body"]) if card else ""
        where = Loaded(place, card=card["id"] if card else None, page=page, shown=shown)
        return grown(where, chain, self.keys)

    async def holds(self, loaded: Loaded, comment_id: int, seq: int) -> bool:
        """Whether this is a comment of ours with its record whole; False when it is none of ours.

        Raises LedgerBroken when the record is not what it was, now and at every load until it is again.
        """
        place = loaded.place
        reader = self._hub.reader(place.installation, place.repository_id)
        comment = await reader.get_unless_gone(f"{place.path}/issues/comments/{comment_id}")
        if comment is None or not is_ours(comment, app_id=self._app_id) or seq >= len(loaded.records):
            return False
        if read_ledger(comment["body"]) == loaded.told(seq):
            return True
        await self._kept.forget(place)
        raise LedgerBroken(place.run, seq, GONE)

    async def append(self, loaded: Loaded, entries: Iterable[Entry]) -> tuple[Loaded, tuple[Recorded, ...]]:
        """Sign the entries onto the chain and keep them locally; `show` makes them public."""
        more = list[Record]()
        at = datetime.fromtimestamp(self._clock(), UTC).isoformat(timespec="milliseconds")
        for entry in entries:
            previous = (more or loaded.records)[-1] if more or loaded.records else None
            more.append(
                sign(
                    self._key,
                    previous=previous,
                    run=loaded.place.run,
                    at=at.replace("+00:00", "Z"),
                    type=entry.type,
                    data=to_data(entry),
                )
            )
        after = grown(loaded, more, self.keys)
        await self._kept.put(after)
        return after, after.history[len(loaded.records) :]

    async def show(self, loaded: Loaded, text: str) -> Loaded:
        """Bring the status card up to date with `text` and the newest records; no call when it is."""
        loaded, block = await self._turn_page(loaded)
        mark = markers.mark("card", run=loaded.place.issue)
        body = f"{mark}\n{text}\n\n{block}"
        digest = _digest(body)
        if loaded.card is not None and digest == loaded.shown:
            return loaded
        talker = self._hub.talker(loaded.place.installation, loaded.place.repository_id)
        card = loaded.card
        if card is None:
            card = await self._find_card(loaded.place)
        if card is None:
            made = await talker.post(loaded.place.comments, {"body": body})
            card = int(made["id"])
        else:
            await talker.patch(f"{loaded.place.path}/issues/comments/{card}", {"body": body})
        shown = replace(loaded, card=card, shown=digest)
        await self._kept.put(shown)
        return shown

    async def _turn_page(self, loaded: Loaded) -> tuple[Loaded, str]:
        """Move records from the card into page comments until the block left for it is short; the newest always stays."""
        while len(block := ledger_block(loaded.records[loaded.page :])) > BLOCK:
            page = page_of(loaded.records[loaded.page : -1])
            if not page:
                break
            await self._post_page(loaded.place, page)
            loaded = replace(loaded, page=page[-1].seq + 1)
            await self._kept.put(loaded)
        return loaded, block

    async def _post_page(self, place: Place, page: tuple[Record, ...]) -> None:
        """One page comment, unless a crash came after it was made the last time."""
        first, last = page[0].seq, page[-1].seq
        mark = markers.mark("page", run=place.issue, seq=first)
        talker = self._hub.talker(place.installation, place.repository_id)
        known = await talker.get_all(place.comments)
        if any(is_ours(c, app_id=self._app_id) and c["body"].startswith(mark) for c in known):
            return
        text = (
            f"<details><summary>Ledger page: signed entries {first} to {last}</summary>\n\n"
            "They are in this comment's source, one JSON a line.\n\n</details>"
        )
        await talker.post(place.comments, {"body": f"{mark}\n{text}\n\n{ledger_block(page)}"})

    async def _find_card(self, place: Place) -> int | None:
        reader = self._hub.reader(place.installation, place.repository_id)
        for comment in await reader.get_all(place.comments):
            marker = markers.read(comment["body"]) if is_ours(comment, app_id=self._app_id) else None
            if marker and marker.kind == "card":
                return int(comment["id"])
        return None


def _is_part(on_card: Sequence[Record], cached: Loaded) -> bool:
    """Whether the card is ours as it was once: an older one may lack the newest records, but none before and no byte."""
    if not on_card or on_card[0].seq > cached.page:
        return False
    start = on_card[0].seq
    return tuple(on_card) == cached.records[start : start + len(on_card)]


def _digest(body: str) -> str:
    """GitHub keeps bodies as they are sent, except that line ends may come back as CRLF."""
    return sha256(body.replace("\r\n", "\n").strip().encode()).hexdigest()
