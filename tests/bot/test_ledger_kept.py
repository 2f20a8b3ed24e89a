"""Ledgers as a process keeps them: read and checked once, added to, and read anew only when somebody else has changed them."""

import json
from dataclasses import replace

import pytest

from bot.errors import QueueUnavailable
from bot.ledger_kept import Kept, LedgerBroken, Loaded, grown
from bot.place import Place
from bot.queue_sqlite import SqliteQueue
from policies.chain import Record, sign, to_jsonl
from tests.policies.chains import KEY, KEYS

PLACE = Place(5, 9, "octo/shop", 7)
BY = {"id": 8, "login": "raj"}
STARTED = {
    "cause": "1/1",
    "repository_id": 9,
    "repository": "octo/shop",
    "issue": 7,
    "title": "Shop",
    "author": BY,
    "by": BY,
    "prd_sha256": "b" * 64,
    "base_ref": "main",
}


def chain(length: int) -> tuple[Record, ...]:
    """A run that is started, paused, resumed, paused and so on."""
    records: list[Record] = []
    for number in range(length):
        type_ = ("paused" if number % 2 else "resumed") if number else "run_started"
        data = {"cause": f"{number}/1", "by": BY} if number else STARTED
        previous = records[-1] if records else None
        at = "2026-01-01T00:00:00Z"
        records.append(sign(KEY, previous=previous, run=PLACE.run, at=at, type=type_, data=data))
    return tuple(records)


CHAIN = chain(6)


def ledger(length: int) -> Loaded:
    return grown(Loaded(PLACE, card=41, page=1, shown="c" * 64), CHAIN[:length], KEYS)


def test_a_ledger_that_grew_is_as_one_that_was_read_whole() -> None:
    step_by_step = ledger(1)
    for record in CHAIN[1:]:
        step_by_step = grown(step_by_step, (record,), KEYS)
    assert step_by_step == ledger(6)
    assert [each.hash for each in ledger(6).history] == [record.hash for record in CHAIN]
    assert grown(ledger(6), (), KEYS) == ledger(6)


@pytest.mark.parametrize(
    ("more", "seq", "why"),
    [
        ((CHAIN[4],), 3, "it says it is number 4"),
        ((replace(CHAIN[3], prev="0" * 64),), 3, "it does not follow the record before it"),
        ((CHAIN[3], replace(CHAIN[4], at="2027-01-01T00:00:00Z")), 4, "its signature does not fit"),
        (
            (
                sign(
                    KEY,
                    previous=CHAIN[2],
                    run=PLACE.run,
                    at="2026-01-01T00:00:00Z",
                    type="run_started",
                    data=STARTED,
                ),
            ),
            3,
            "the history is impossible",
        ),
    ],
)
def test_what_does_not_go_on_from_it_is_seen(more: tuple[Record, ...], seq: int, why: str) -> None:
    with pytest.raises(LedgerBroken, match=why) as broken:
        grown(ledger(3), more, KEYS)
    assert broken.value.seq == seq


async def test_what_is_kept_is_read_once_by_each_process(queue: SqliteQueue) -> None:
    kept, elsewhere = Kept(queue, KEYS), Kept(queue, KEYS)
    assert await kept.get(PLACE) is None
    await kept.put(ledger(3))
    mine, theirs = await kept.get(PLACE), await elsewhere.get(PLACE)
    assert theirs == mine == ledger(3)
    assert await elsewhere.get(PLACE) is theirs

    await elsewhere.put(grown(ledger(3), CHAIN[3:], KEYS))
    assert await kept.get(PLACE) == ledger(6)
    await elsewhere.forget(PLACE)
    assert await kept.get(PLACE) is None


@pytest.mark.parametrize("ready", [1, 1_000_000])
async def test_what_is_written_down_is_the_whole_ledger(queue: SqliteQueue, ready: int) -> None:
    kept = Kept(queue, KEYS, ready=ready)
    where = json.dumps({"card": 41, "page": 1, "shown": "c" * 64}).encode()
    for length in (2, 3, 6):
        await kept.put(ledger(length))
        assert await queue.cached("ledger/9#7") == where + b"\n" + to_jsonl(CHAIN[:length])
        assert await kept.get(PLACE) == ledger(length)


async def test_who_was_overtaken_by_another_process_keeps_nothing(queue: SqliteQueue) -> None:
    kept, elsewhere = Kept(queue, KEYS), Kept(queue, KEYS)
    await kept.put(ledger(3))
    await elsewhere.put(ledger(4))
    with pytest.raises(QueueUnavailable, match="further"):
        await kept.put(ledger(3))
    assert await kept.get(PLACE) == ledger(4)


async def test_what_was_damaged_on_the_disk_is_read_from_github_instead(queue: SqliteQueue) -> None:
    await Kept(queue, KEYS).put(ledger(3))
    content = await queue.cached("ledger/9#7")
    assert content is not None
    await queue.cache("ledger/9#7", content[:-5])
    anew = Kept(queue, KEYS)
    assert await anew.get(PLACE) is None
    await anew.put(ledger(2))
    assert await anew.get(PLACE) == ledger(2)
