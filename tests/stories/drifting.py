"""Files that a merged requirement traces to, and the notes when somebody changes them."""

from typing import Any

from policies import entries as e
from tests.stories.stage import Play

FILE = "docs/scope.md"


def serves_two(backlog: dict[str, Any]) -> dict[str, Any]:
    """U-03 serves two requirements."""
    ids = sorted({each for unit in backlog["units"] for each in unit["requirement_ids"]})[:2]
    units = [
        {**unit, "requirement_ids": ids, "foundation": False} if unit["id"] == "U-03" else unit
        for unit in backlog["units"]
    ]
    return {**backlog, "units": units}


async def notes(play: Play) -> list[e.Drifted]:
    """The notes so far."""
    return [each for each in (await play.look()).entries("drifted") if isinstance(each, e.Drifted)]
