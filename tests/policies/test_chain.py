"""A chain that was touched anywhere does not verify, and says where."""

import base64
import json
from collections.abc import Callable
from dataclasses import replace

import pytest
import rfc8785
from hypothesis import given, settings
from hypothesis import strategies as st

from policies.chain import (
    NO_HASH,
    Broken,
    Record,
    Verified,
    canonical,
    from_jsonl,
    key_id,
    sign,
    to_jsonl,
    verify,
)
from tests.policies.chains import KEY, KEYS, LENGTH, OTHER_KEY, RUN, chain

GOOD = chain()
OBJECT = json.loads(to_jsonl(GOOD[:1]))
OTHER_RUN = chain(run="octo/shop#8")
REWRITTEN = chain(word="never said")
ANCHORS = {record.seq: record.hash for record in GOOD}


def edited(at: int) -> tuple[Record, ...]:
    return (*GOOD[:at], replace(GOOD[at], data={**GOOD[at].data, "why": "else"}), *GOOD[at + 1 :])


def deleted(at: int) -> tuple[Record, ...]:
    return (*GOOD[:at], *GOOD[at + 1 :])


def reordered(at: int) -> tuple[Record, ...]:
    other = (at + 1) % LENGTH
    records = list(GOOD)
    records[at], records[other] = records[other], records[at]
    return tuple(records)


def duplicated(at: int) -> tuple[Record, ...]:
    return (*GOOD[: at + 1], GOOD[at], *GOOD[at + 1 :])


def truncated(at: int) -> tuple[Record, ...]:
    return GOOD[:at]


def rehashed(at: int) -> tuple[Record, ...]:
    """From `at` on, everything is signed anew with another key."""
    records = list(GOOD[:at])
    for record in GOOD[at:]:
        records.append(
            sign(
                OTHER_KEY,
                previous=records[-1] if records else None,
                run=RUN,
                at=record.at,
                type=record.type,
                data={**record.data, "why": "else"},
            )
        )
    return tuple(records)


def spliced(at: int) -> tuple[Record, ...]:
    return (*GOOD[:at], OTHER_RUN[at], *GOOD[at + 1 :])


def replaced(at: int) -> tuple[Record, ...]:
    """Signed anew with the right key, with one more record the longer `at` is: only the published hashes tell."""
    return REWRITTEN[: at + 1]


TAMPERED: tuple[Callable[[int], tuple[Record, ...]], ...] = (
    edited,
    deleted,
    reordered,
    duplicated,
    truncated,
    rehashed,
    spliced,
    replaced,
)


@pytest.mark.parametrize("tamper", TAMPERED, ids=lambda tamper: tamper.__name__)
def test_tampering_is_seen_at_every_position(tamper: Callable[[int], tuple[Record, ...]]) -> None:
    for at in range(LENGTH):
        outcome = verify(tamper(at), KEYS, run=RUN, anchors={LENGTH - 1: ANCHORS[LENGTH - 1]})
        assert isinstance(outcome, Broken), at


@pytest.mark.parametrize("tamper", [edited, deleted, reordered, duplicated, rehashed, spliced])
def test_what_breaks_the_chain_is_seen_without_published_hashes(
    tamper: Callable[[int], tuple[Record, ...]],
) -> None:
    # Without published hashes a missing last record cannot be seen, so the last position is left out.
    for at in range(LENGTH - 1):
        assert isinstance(verify(tamper(at), KEYS, run=RUN), Broken), at


@pytest.mark.parametrize(
    ("records", "broken"),
    [
        (edited(5), Broken(5, "its signature does not fit: it was changed after it was signed")),
        (deleted(5), Broken(5, "it says it is number 6")),
        (reordered(5), Broken(5, "it says it is number 6")),
        (duplicated(5), Broken(6, "it says it is number 5")),
        (
            truncated(5),
            Broken(59, "a hash was published for this record, but the chain ends after 5 records"),
        ),
        (
            rehashed(5),
            Broken(5, f"it is signed with the key {key_id(OTHER_KEY.public_key())}, which is not known"),
        ),
        (spliced(5), Broken(5, "it belongs to octo/shop#8, not to octo/shop#7")),
        (
            REWRITTEN,
            Broken(59, f"the published hash is {GOOD[59].hash}, this record's is {REWRITTEN[59].hash}"),
        ),
        ((replace(GOOD[0], v=2),), Broken(0, "version 2 is not known")),
        ((GOOD[0], replace(GOOD[1], prev=NO_HASH)), Broken(1, "it does not follow the record before it")),
        ((replace(GOOD[0], sig="?"),), Broken(0, "its signature cannot be read")),
        ((replace(GOOD[0], sig=GOOD[0].sig + "=="),), Broken(0, "its signature cannot be read")),
        ((replace(GOOD[0], data={"x": 2**60}),), Broken(0, "it has no canonical form")),
        ((replace(GOOD[0], data={"x": "\ud800"}),), Broken(0, "it has no canonical form")),
    ],
    ids=[
        "edit",
        "delete",
        "reorder",
        "duplicate",
        "truncate",
        "rehash",
        "splice",
        "replace",
        "version",
        "previous",
        "signature",
        "padding",
        "number",
        "surrogate",
    ],
)
def test_a_broken_chain_says_where_and_why(records: tuple[Record, ...], broken: Broken) -> None:
    assert verify(records, KEYS, run=RUN, anchors={59: GOOD[59].hash}) == broken


def test_a_whole_chain_verifies() -> None:
    assert verify(GOOD, KEYS) == Verified(GOOD[-1].hash, LENGTH)
    assert verify(GOOD, KEYS, run=RUN, anchors=ANCHORS) == Verified(GOOD[-1].hash, LENGTH)


def test_a_chain_goes_on_from_where_it_was_checked() -> None:
    checked = verify(GOOD[:40], KEYS)
    assert isinstance(checked, Verified)
    assert verify(GOOD[40:], KEYS, run=RUN, after=checked) == verify(GOOD, KEYS)
    assert verify((), KEYS, after=checked) == checked
    assert verify(GOOD[41:], KEYS, after=checked) == Broken(40, "it says it is number 41")
    elsewhere = chain(41, word="heard")[40:]
    assert verify(elsewhere, KEYS, after=checked) == Broken(40, "it does not follow the record before it")


def test_a_chain_goes_on_under_a_second_key() -> None:
    record = sign(OTHER_KEY, previous=GOOD[-1], run=RUN, at="2026-01-02T00:00:00Z", type="resumed", data={})
    keys = {**KEYS, key_id(OTHER_KEY.public_key()): OTHER_KEY.public_key()}
    assert verify((*GOOD, record), keys) == Verified(record.hash, LENGTH + 1)
    assert isinstance(verify((*GOOD, record), KEYS), Broken)


def test_a_key_under_a_false_name_is_not_known() -> None:
    outcome = verify(GOOD, {key_id(KEY.public_key()): OTHER_KEY.public_key()})
    assert outcome == Broken(0, f"it is signed with the key {key_id(KEY.public_key())}, which is not known")


def test_nothing_is_a_chain_of_nothing_unless_something_was_published() -> None:
    assert verify((), KEYS) == Verified(NO_HASH, 0)
    assert verify((), KEYS, anchors={0: GOOD[0].hash}) == Broken(
        0, "a hash was published for this record, but the chain ends after 0 records"
    )


def test_a_published_hash_for_an_impossible_number_is_not_passed_over() -> None:
    assert isinstance(verify(GOOD, KEYS, anchors={-1: GOOD[0].hash}), Broken)


@given(st.integers(0, len(to_jsonl(GOOD)) - 1), st.integers(0, 7))
@settings(max_examples=500, deadline=None)
def test_every_flipped_bit_of_a_ledger_file_is_seen(place: int, bit: int) -> None:
    content = bytearray(to_jsonl(GOOD))
    content[place] ^= 1 << bit
    records = from_jsonl(bytes(content))
    if not isinstance(records, Broken):
        assert isinstance(verify(records, KEYS, run=RUN, anchors={59: GOOD[59].hash}), Broken)


def test_every_flipped_bit_of_a_last_record_is_seen_even_without_published_hashes() -> None:
    content = to_jsonl(GOOD[:1])
    for place in range(len(content)):
        for bit in range(8):
            flipped = bytearray(content)
            flipped[place] ^= 1 << bit
            records = from_jsonl(bytes(flipped))
            assert isinstance(records, Broken) or isinstance(verify(records, KEYS, run=RUN), Broken)


def test_a_record_says_what_it_is_as_anyone_can_check() -> None:
    first, second = GOOD[:2]
    assert (first.v, first.run, first.seq, first.prev) == (1, RUN, 0, NO_HASH)
    assert second.prev == first.hash
    assert first.key == key_id(KEY.public_key())
    signed = {name: value for name, value in OBJECT.items() if name != "sig"}
    KEY.public_key().verify(base64.urlsafe_b64decode(first.sig + "=="), rfc8785.dumps(signed))


@pytest.mark.parametrize("sig", [GOOD[0].sig, "", 'quoted " and \u00e9'], ids=ascii)
def test_a_records_bytes_are_the_canonical_json_of_its_members(sig: str) -> None:
    whole = {**OBJECT, "sig": sig}
    assert canonical(replace(GOOD[0], sig=sig)) == rfc8785.dumps(whole)


def test_tuples_are_signed_as_the_lists_they_become() -> None:
    record = sign(
        KEY, previous=None, run=RUN, at="2026-01-01T00:00:00Z", type="approved", data={"only": ("S1", "S2")}
    )
    assert record.data == {"only": ["S1", "S2"]}
    assert from_jsonl(to_jsonl((record,))) == (record,)


@pytest.mark.parametrize(
    ("previous", "run", "at", "tag", "data"),
    [
        (GOOD[0], "octo/shop#8", "2026-01-01T00:00:00Z", "paused", {}),
        (None, RUN, "now", "paused", {}),
        (None, "", "2026-01-01T00:00:00Z", "paused", {}),
        (None, RUN, "2026-01-01T00:00:00Z", "", {}),
        (None, RUN, "2026-01-01T00:00:00Z", "paused", {"x": 2**60}),
        (None, RUN, "2026-01-01T00:00:00Z", "paused", {"x": float("nan")}),
        (None, RUN, "2026-01-01T00:00:00Z", "paused", {"x": b"bytes"}),
    ],
    ids=["other run", "time", "no run", "no type", "big number", "not a number", "bytes"],
)
def test_what_cannot_be_a_record_is_not_signed(
    previous: Record | None, run: str, at: str, tag: str, data: dict[str, object]
) -> None:
    # A fault that has no words would tell its reader nothing.
    with pytest.raises(ValueError, match=r"^(?!None$).+"):
        sign(KEY, previous=previous, run=run, at=at, type=tag, data=data)
