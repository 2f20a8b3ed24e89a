"""Lists that move while their pages are read: what is there all the while is read, and read once."""

import itertools
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from bot.github import Hub, Reader
from bot.github.paging import between
from tests.bot.queue_conformance import ManualClock
from tests.stand_ins.scripted_github import BASE, Call, Give, ScriptedGitHub

PAGES, SIZE = 4, 100
MOST_CALLS = PAGES + 1


class Moving:
    """A list of elements 1, 2, 3, … in pages, which one thing happens to right before one of the calls."""

    def __init__(self, happens: Callable[[list[dict[str, Any]]], None], *, before: int) -> None:
        self.elements = [{"id": number, "state": "old"} for number in range(1, (PAGES - 1) * SIZE + 51)]
        self.asked: list[int] = []
        self._happens, self._before = happens, before

    def __call__(self, call: Call) -> Give:
        """The page as it is now, with GitHub's links."""
        if len(self.asked) == self._before:
            self._happens(self.elements)
        query = parse_qs(urlsplit(call.path).query)
        number = int(query.get("page", ["1"])[0])
        self.asked.append(number)
        last = max(1, -(-len(self.elements) // SIZE))
        there = f"{BASE}/a?state=all&per_page={SIZE}&page="
        links = [f'<{there}{number + 1}>; rel="next", <{there}{last}>; rel="last"'] if number < last else []
        page = self.elements[(number - 1) * SIZE : number * SIZE]
        return Give(value=page, headers={"link": links[0]} if links else {})


async def read(reader: Reader, scripted: ScriptedGitHub, moving: Moving) -> list[dict[str, Any]]:
    scripted.script = [moving] * (2 * MOST_CALLS)
    found: list[dict[str, Any]] = await reader.get_all("/a", state="all")
    return found


REMOVED = (0, 1, 99, 100, 150, 200, 299, 300, 349)


@pytest.mark.parametrize("before", range(1, MOST_CALLS))
async def test_nothing_that_stays_is_lost_when_something_goes(
    reader: Reader, scripted: ScriptedGitHub, before: int
) -> None:
    for first, second in itertools.combinations(REMOVED, 2):

        def taken_out(elements: list[dict[str, Any]], gone: tuple[int, int] = (first, second)) -> None:
            for index in sorted(gone, reverse=True):
                del elements[index]

        moving = Moving(taken_out, before=before)
        found = [each["id"] for each in await read(reader, scripted, moving)]
        stayed = [each["id"] for each in moving.elements]
        assert len(found) == len(set(found))
        assert [each for each in found if each in stayed] == stayed, (before, first, second)


@pytest.mark.parametrize("before", range(1, MOST_CALLS))
async def test_what_comes_at_the_end_pushes_nothing_out(
    reader: Reader, scripted: ScriptedGitHub, before: int
) -> None:
    moving = Moving(
        lambda elements: elements.extend({"id": number} for number in range(1001, 1101)), before=before
    )
    found = [each["id"] for each in await read(reader, scripted, moving)]
    assert found[:350] == list(range(1, 351))
    assert len(found) == len(set(found))
    # Whoever asks before the last page is read hears of it.
    assert (1100 in found) is (before == 1)


@pytest.mark.parametrize("before", [1, 2, 3])
async def test_what_comes_at_the_front_pushes_nothing_out_of_the_first_page(
    reader: Reader, scripted: ScriptedGitHub, before: int
) -> None:
    moving = Moving(lambda elements: elements.insert(0, {"id": 1001}), before=MOST_CALLS - before + 1)
    found = [each["id"] for each in await read(reader, scripted, moving)]
    assert {100, 101} <= set(found)


async def test_the_latest_state_is_told(reader: Reader, scripted: ScriptedGitHub) -> None:
    def renewed(elements: list[dict[str, Any]]) -> None:
        elements[0]["state"] = "new"

    found = await read(reader, scripted, Moving(renewed, before=PAGES))
    assert (found[0]["state"], found[1]["state"]) == ("new", "old")


async def test_a_list_is_read_from_its_end_and_its_first_page_again(
    reader: Reader, scripted: ScriptedGitHub
) -> None:
    moving = Moving(lambda _: None, before=-1)
    assert len(await read(reader, scripted, moving)) == 350
    assert moving.asked == [1, 4, 3, 2, 1]


async def test_elements_without_an_id_come_as_often_as_they_are_there(
    hub: Hub, scripted: ScriptedGitHub, clock: ManualClock
) -> None:
    del clock
    link = {"link": f'<{BASE}/a?page=2>; rel="next", <{BASE}/a?page=2>; rel="last"'}
    one, two = Give(value=[{"name": "a"}, {"name": "a"}], headers=link), Give(value=[{"name": "a"}])
    scripted.script = [one, two, one]
    assert await hub.reader(5, 9).get_all("/a") == [{"name": "a"}] * 3


@pytest.mark.parametrize(
    "header",
    [
        None,
        f'<{BASE}/a?after=x>; rel="next"',
        f'<{BASE}/a?after=x>; rel="next", <{BASE}/a?after=z>; rel="last"',
        f'<{BASE}/a?page=3>; rel="next", <{BASE}/a?page=9>; rel="last"',
        f'<{BASE}/a?page=2>; rel="next", <{BASE}/a?page=99999999>; rel="last"',
    ],
)
def test_pages_that_are_not_numbered_from_the_first_are_read_on_from_it(header: str | None) -> None:
    assert between(header) == ()
