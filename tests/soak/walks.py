"""Walks by chance (`tests/walks`), longer ones than every day's, each with a lost database at its end, for as long as there is time."""

import asyncio
import sys
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings

from bot.clock import ticks
from tests.crash.laboratory import laboratory
from tests.soak.tell import tell
from tests.walks.walk import Walk, Walker
from tests.walks.walk import walks as drawn

ROUND = 50
HOUR, PATIENCE = 3600.0, 600.0


def walks(*, seconds: float, seed: int) -> bool:
    """Rounds of walks, each drawn by the next seed; a walk with something wrong is shrunk and printed."""
    end, played, wrong, lost = ticks() + seconds, 0, 0, 0
    with asyncio.Runner() as loop, tempfile.TemporaryDirectory() as folder:
        lab = laboratory(Path(folder))
        walker = Walker(loop.run(lab.__aenter__()))
        # A soak may be one of many things that a machine does.
        walker.play.patience = PATIENCE
        number = seed
        while ticks() < end:
            through, found = _round(loop, walker, number, end)
            sys.stderr.write(found)
            played, wrong, number = played + through, wrong + bool(found), number + 1
            lost += "rebuilt: " in found
        loop.run(lab.__aexit__(None, None, None))
    how = f"up to 12 steps of people, GitHub and the App's own life, seed {seed}; `tests/walks`"
    tell("walks_played", played, "walks", aim=1, how=how, most=False)
    same = "the database deleted at the end of each, and what the App then knows of the run compared as a whole; `tests/walks/rebuilt.py`"
    tell(
        "rebuild_histories", walker.rebuilt, "walks", aim=1000 if seconds >= HOUR else 1, how=same, most=False
    )
    differs = tell(
        "rebuild_differs",
        lost,
        "rounds",
        aim=0,
        how="the run, where it is shown or what it waits for is another",
    )
    kept = tell("walks_wrong", wrong, "rounds", aim=0, how="the reference model expects something else")
    return kept and differs


def _round(loop: asyncio.Runner, walker: Walker, number: int, end: float) -> tuple[int, str]:
    """How many walks of a round were played, and what was wrong with one of them, shrunk."""
    played = 0

    @seed(number)
    @settings(
        max_examples=ROUND,
        deadline=None,
        database=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    @given(walk=drawn(longest=12))
    def play(walk: Walk) -> None:
        nonlocal played
        if ticks() < end:
            played += 1
            found = loop.run(walker.wrong(walk))
            assert not found, "\n".join([f"{walk}", *found])

    try:
        play()
    except AssertionError as error:
        return played, f"{error}\n"
    return played, ""
