"""Walks by chance through everything that people, GitHub and the App's own life can do, against a small reference model."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from policies.stages import UnitState
from tests.crash.endings import folded, records
from tests.crash.laboratory import laboratory
from tests.walks.acts import Acting
from tests.walks.expected import Expected, Standing
from tests.walks.walk import Step, Walk, Walker, walks

Playing = tuple[asyncio.Runner, Walker]


@pytest.fixture(scope="module")
def playing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Playing]:
    """A walker, and the loop that it lives on."""
    with asyncio.Runner() as loop:
        lab = laboratory(tmp_path_factory.mktemp("walks"))
        walker = Walker(loop.run(lab.__aenter__()))
        yield loop, walker
        loop.run(lab.__aexit__(None, None, None))


# What goes wrong is shrunk, which takes a while; `make soak` walks on.
@pytest.mark.timeout(900)
@settings(
    max_examples=20,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(walk=walks(longest=4))
def test_whatever_happens_people_get_what_their_words_promise(playing: Playing, walk: Walk) -> None:
    loop, walker = playing
    assert loop.run(walker.wrong(walk)) == []


def test_whoever_looks_after_a_pull_request_has_the_unit_at_once_when_it_is_closed(playing: Playing) -> None:
    """The assignment changed nothing when it was told; a machine that reads it back afterwards finds nothing new in it."""
    loop, walker = playing
    # A call that goes wrong makes the App look around, so that it does not do so by itself within the hour.
    approved = Step((("approve", 5), ("assign", 2)), trouble=(13, "unsent"))
    closed = Step((("close a pull request", 2),), after="second machine")
    assert loop.run(walker.wrong(Walk("pull request", (approved, closed)))) == []
    run = folded(records(walker.play))
    assert run is not None
    assert run.units["U-03"].state is UnitState.TAKEN


def test_the_model_notices_what_was_not_to_be(playing: Playing) -> None:
    loop, walker = playing
    assert loop.run(walker.wrong(Walk("backlog", ()))) == []
    play = walker.play
    now = Standing.of(play)
    assert len(now.yes) == 1
    earlier = replace(now, hashes=now.hashes[:-1], made=(0, 0, 0))
    another = replace(now, hashes=("0", *now.hashes))
    nothing, yes = Expected.at(now), set(now.yes)

    assert nothing.judge(play, now, (), quiet=True) == []
    assert "lost or changed an entry" in str(nothing.judge(play, another, (), quiet=True))
    assert "nobody said yes" in str(Expected().judge(play, now, (), quiet=True))
    assert "that has ended goes on" in str(Expected(ended=True, yes=yes).judge(play, earlier, (), quiet=True))
    paused = Expected(paused=True, yes=yes).judge(play, earlier, (), quiet=True)
    assert "that is paused goes on" in paused[0]
    assert "that was paused is None" in paused[1]


def test_the_model_notices_a_word_that_came_to_what_it_could_not(playing: Playing) -> None:
    loop, walker = playing
    loop.run(walker.wrong(Walk("planned", ())))
    play, acting = walker.play, Acting(walker.play)
    before, nothing = Standing.of(play), Expected.at(Standing.of(play))

    async def says(line: str) -> None:
        await acting.says("raj", line)
        await play.settled()

    loop.run(says("/pause"))
    (word,) = acting.words
    assert nothing.judge(play, before, [word], quiet=True) == []
    assert nothing.paused
    assert "was carried out" in str(nothing.judge(play, before, [replace(word, may=False)], quiet=False))
    unheard = replace(word, comment=0)
    assert "was not answered" in str(nothing.judge(play, before, [unheard], quiet=False))
    resumed = Expected(yes=nothing.yes).judge(play, before, [replace(word, verb="resume")], quiet=True)
    assert "/resume came to" in str(resumed)
