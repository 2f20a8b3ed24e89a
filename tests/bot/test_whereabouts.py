"""What is remembered of a repository: its names, and what became of it."""

from typing import Any

import pytest

from bot.github import Hub
from bot.place import Place
from bot.queue_sqlite import SqliteQueue
from bot.whereabouts import Whereabouts, seen_of
from tests.bot.queue_conformance import ManualClock
from tests.stand_ins.scripted_github import Give, ScriptedGitHub

OLD = Place(5, 9, "acme/shop", 7)


def shown(name: str = "acme/shop", *, private: bool = True, branch: str = "main") -> dict[str, Any]:
    return {"id": 9, "full_name": name, "private": private, "default_branch": branch}


@pytest.fixture
def whereabouts(hub: Hub, queue: SqliteQueue, clock: ManualClock) -> Whereabouts:
    return Whereabouts(hub, queue, clock)


async def became(whereabouts: Whereabouts) -> dict[str, tuple[str, str]]:
    seen = await seen_of(whereabouts.cache, OLD)
    return {what: (each["before"], each["after"]) for what, each in seen["changes"].items()} if seen else {}


async def test_what_is_seen_first_is_no_change(whereabouts: Whereabouts) -> None:
    assert await whereabouts.of(OLD, {}) == OLD
    assert await seen_of(whereabouts.cache, OLD) is None
    assert await whereabouts.of(OLD, {"repository": shown()}) == OLD
    assert await became(whereabouts) == {}
    await whereabouts.see(shown(), 5)
    assert await became(whereabouts) == {}


async def test_each_name_it_had_leads_to_the_one_it_has(whereabouts: Whereabouts) -> None:
    for name in ("acme/shop", "acme/store", "globex/store", "acme/shop", "acme/store"):
        await whereabouts.see(shown(name), 5)
    assert (await whereabouts.of(OLD, {})).repository == "acme/store"
    there = Place(5, 9, "globex/store", 7)
    assert (await whereabouts.of(there, {})).repository == "acme/store"
    assert (await whereabouts.of(Place(5, 9, "acme/store", 7), {})).repository == "acme/store"
    assert await became(whereabouts) == {
        "renamed": ("acme/shop", "acme/store"),
        "transferred": ("globex/store", "acme/shop"),
    }


async def test_what_is_public_and_then_private_again_was_told_and_is_over(whereabouts: Whereabouts) -> None:
    await whereabouts.see(shown(), 5)
    await whereabouts.see(shown(private=False), 5)
    await whereabouts.see(shown(private=False, branch="trunk"), 5)
    assert await became(whereabouts) == {"branch": ("main", "trunk"), "public": ("", "")}
    await whereabouts.see(shown(branch="trunk"), 5)
    assert await became(whereabouts) == {"branch": ("main", "trunk")}


async def test_what_was_public_from_the_beginning_became_nothing(whereabouts: Whereabouts) -> None:
    await whereabouts.see(shown(private=False), 5)
    await whereabouts.see(shown(private=False, branch="trunk"), 5)
    assert await became(whereabouts) == {"branch": ("main", "trunk")}


@pytest.mark.parametrize(
    ("listed", "found"),
    [
        ([shown("acme/store")], True),
        ([shown()], False),
        ([], False),
        ([{**shown("acme/store"), "id": 10}], False),
    ],
    ids=["renamed", "the same", "gone", "another"],
)
async def test_a_name_that_leads_elsewhere_is_asked_for_by_number(
    whereabouts: Whereabouts, scripted: ScriptedGitHub, listed: list[dict[str, Any]], *, found: bool
) -> None:
    scripted.script = [Give(value={"total_count": len(listed), "repositories": listed})]
    assert await whereabouts.follow(OLD) is found
    assert (await whereabouts.of(OLD, {})).repository == ("acme/store" if found else "acme/shop")
    assert await became(whereabouts) == ({"renamed": ("acme/shop", "acme/store")} if found else {})


async def test_a_name_it_had_unseen_leads_to_the_one_it_has(
    whereabouts: Whereabouts, scripted: ScriptedGitHub
) -> None:
    await whereabouts.see(shown(), 5)
    between = Place(5, 9, "acme/store", 7)
    scripted.script = [Give(value=[shown()])]
    assert await whereabouts.follow(between) is True
    assert (await whereabouts.of(between, {})).repository == "acme/shop"
    assert await became(whereabouts) == {}


async def test_a_name_that_it_has_again_is_found_again(
    whereabouts: Whereabouts, scripted: ScriptedGitHub
) -> None:
    """Nobody was told of the way back, so that what is said under the first name was to be done under the second."""
    for name in ("acme/shop", "acme/store"):
        await whereabouts.see(shown(name), 5)
    assert (await whereabouts.of(OLD, {})).repository == "acme/store"
    scripted.script = [Give(value=[shown()]), Give(value=[shown()])]
    assert await whereabouts.follow(OLD) is True
    assert (await whereabouts.of(OLD, {})).repository == "acme/shop"
    assert await whereabouts.follow(OLD) is False


async def test_a_forced_push_is_told_where_the_repository_is_known(whereabouts: Whereabouts) -> None:
    await whereabouts.rewritten(OLD, before="a" * 40, after="b" * 40)
    assert await became(whereabouts) == {}
    await whereabouts.see(shown(), 5)
    await whereabouts.rewritten(OLD, before="a" * 40, after="b" * 40)
    assert await became(whereabouts) == {"rewritten": ("a" * 7, "b" * 7)}


def installation(id_: int, login: str) -> dict[str, Any]:
    return {"id": id_, "account": {"login": login}}


@pytest.mark.parametrize(
    ("answers", "found"),
    [
        ([Give(404, {"message": "Not Found"})], None),
        ([Give(value=installation(5, "acme"))], None),
        ([Give(value=installation(6, "stranger"))], None),
        ([Give(value={"id": 6, "account": None})], None),
        ([Give(value=installation(6, "Globex")), Give(value=[{**shown(), "id": 10}])], None),
        ([Give(value=installation(6, "Globex")), Give(value=[shown("globex/shop")])], 6),
    ],
    ids=["none", "the same", "a stranger's", "nobody's", "another repository's", "another"],
)
async def test_who_lets_us_in_now_is_asked_for_and_must_be_served(
    hub: Hub,
    queue: SqliteQueue,
    clock: ManualClock,
    scripted: ScriptedGitHub,
    *,
    answers: list[Give],
    found: int | None,
) -> None:
    whereabouts = Whereabouts(hub, queue, clock, frozenset({"acme", "globex"}))
    scripted.script = [*answers]
    assert await whereabouts.let_in(OLD) is (found is not None)
    there = await whereabouts.of(OLD, {})
    assert there == (Place(6, 9, "globex/shop", 7) if found else OLD)
    assert await became(whereabouts) == ({"transferred": ("acme/shop", "globex/shop")} if found else {})
    # What is known already is not found again.
    scripted.script = [Give(value=installation(there.installation, "acme"))]
    assert await whereabouts.let_in(OLD) is False
