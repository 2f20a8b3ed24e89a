"""What somebody with write access, or even with a key, can do to a run's record in the comments, and what gives it away."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from handlers.blocks import ledger_block, read_ledger
from policies.chain import Record, key_id, sign

LATER = "2031-01-01T00:00:00.000Z"
STRANGER = Ed25519PrivateKey.from_private_bytes(b"\x05" * 32)

Chain = tuple[Record, ...]
Tamper = Callable[[Chain, Ed25519PrivateKey], Sequence[Record]]


def with_records(body: str, records: Sequence[Record]) -> str:
    """The comment with these records in place of its own."""
    found = read_ledger(body)
    assert isinstance(found, tuple)
    return body.replace(ledger_block(found), ledger_block(records))


def edits(chain: Chain, _key: Ed25519PrivateKey) -> Sequence[Record]:
    by = {"id": 1, "login": "mallory"}
    return (*chain[:7], replace(chain[7], data={**chain[7].data, "by": by}), *chain[8:])


def deletes(chain: Chain, _key: Ed25519PrivateKey) -> Sequence[Record]:
    return (*chain[:12], *chain[13:])


def reorders(chain: Chain, _key: Ed25519PrivateKey) -> Sequence[Record]:
    return (*chain[:12], chain[13], chain[12], *chain[14:])


def duplicates(chain: Chain, _key: Ed25519PrivateKey) -> Sequence[Record]:
    return (*chain[:13], chain[12], *chain[13:])


def truncates(chain: Chain, _key: Ed25519PrivateKey) -> Sequence[Record]:
    return chain[:22]


def rehashes(chain: Chain, _key: Ed25519PrivateKey) -> Sequence[Record]:
    """One entry is changed and every later one linked anew, without the key."""
    linked = list(edits(chain, _key)[:8])
    for record in chain[8:]:
        linked.append(replace(record, prev=linked[-1].hash))
    return linked


def signed_anew(chain: Chain, key: Ed25519PrivateKey, *, run: str = "", start: int = 0) -> Sequence[Record]:
    made = list(chain[:start])
    for record in chain[start:]:
        data = {**record.data, "by": {"id": 1, "login": "mallory"}} if "by" in record.data else record.data
        previous = made[-1] if made else None
        made.append(
            sign(key, previous=previous, run=run or record.run, at=record.at, type=record.type, data=data)
        )
    return made


def signs_with_another_key(chain: Chain, _key: Ed25519PrivateKey) -> Sequence[Record]:
    return signed_anew(chain, STRANGER)


def signs_with_the_stolen_key(chain: Chain, key: Ed25519PrivateKey) -> Sequence[Record]:
    return signed_anew(chain, key)


def splices(chain: Chain, key: Ed25519PrivateKey) -> Sequence[Record]:
    """An entry the App did sign, in another run."""
    other = signed_anew(chain, key, run="99#1")
    return (*chain[:7], other[7], *chain[8:])


def replaces_whole(chain: Chain, key: Ed25519PrivateKey) -> Sequence[Record]:
    return signed_anew(chain, key, run="99#1")


# Each with what the stranger is told, when the record is a plan and a unit that were merged.
TAMPERS: tuple[tuple[Tamper, str], ...] = (
    (edits, "broken at entry 7: its signature does not fit: it was changed after it was signed"),
    (deletes, "broken at entry 12: in "),
    (reorders, "broken at entry 12: in "),
    (duplicates, "broken at entry 13: in "),
    (truncates, "broken at entry 22: the chain ends after 22 entries, but the check run on pull request #5 names entry "),
    (rehashes, "broken at entry 7: its signature does not fit: it was changed after it was signed"),
    (
        signs_with_another_key,
        f"broken at entry 0: it is signed with the key {key_id(STRANGER.public_key())}, which is not known",
    ),
    (signs_with_the_stolen_key, "broken at entry 9: pull request #2 says that its hash is "),
    (splices, "broken at entry 7: it belongs to 99#1, not to "),
    (replaces_whole, "broken at entry 0: it belongs to 99#1, not to "),
)  # fmt: skip


def everywhere(
    chain: Chain, other: Chain, key: Ed25519PrivateKey
) -> Iterator[tuple[str, int, Sequence[Record]]]:
    """Everything that can be done at each entry of a record, by whom it is not meant for; `other` is a run signed with the same `key`."""
    for at, record in enumerate(chain):
        before, after = chain[:at], chain[at + 1 :]
        by = {"id": 1, "login": "mallory"}
        yield "edits what it says", at, (*before, replace(record, data={**record.data, "by": by}), *after)
        yield "edits its time", at, (*before, replace(record, at=LATER), *after)
        yield "edits its kind", at, (*before, replace(record, type="approved" * 2), *after)
        yield "deletes", at, (*before, *after)
        yield "duplicates", at, (*before, record, record, *after)
        yield "relinks", at, _relinked((*before, replace(record, at=LATER)), after)
        yield "signs anew as a stranger", at, _anew(before, (record, *after), STRANGER)
        yield "signs anew with the stolen key", at, _anew(before, (record, *after), key)
        if after:
            yield "reorders", at, (*before, after[0], record, *after[1:])
        if at:
            yield "truncates", at, before
        if at < len(other):
            yield "splices", at, (*before, other[at], *after)
    yield "replaces whole", 0, other


def _relinked(before: Sequence[Record], after: Sequence[Record]) -> Sequence[Record]:
    linked = list(before)
    for record in after:
        linked.append(replace(record, prev=linked[-1].hash))
    return linked


def _anew(before: Sequence[Record], after: Sequence[Record], key: Ed25519PrivateKey) -> Sequence[Record]:
    """The first of `after` at another time, and all of them signed with this key."""
    made = list(before)
    for number, record in enumerate(after):
        made.append(
            sign(
                key,
                previous=made[-1] if made else None,
                run=record.run,
                at=record.at if number else LATER,
                type=record.type,
                data=record.data,
            )
        )
    return made
