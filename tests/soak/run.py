"""`make soak`: an hour's memory, kills, faults, pairs of faults, two machines and walks by chance, for as many minutes as are asked for; it ends with an error when anything does not hold."""

import argparse
import asyncio
import sys
from collections.abc import Sequence

from tests.soak.crash_points import crash_points
from tests.soak.kills import kills
from tests.soak.machines import machines
from tests.soak.memory import memory
from tests.soak.takeover import takeover
from tests.soak.walks import walks


def main(arguments: Sequence[str] | None = None) -> int:
    """Run everything once."""
    parser = argparse.ArgumentParser(prog="soak", description=__doc__)
    parser.add_argument(
        "--minutes",
        type=float,
        default=60.0,
        help="how long the memory is watched, the crash points go on, two machines take turns, and then the walks",
    )
    parser.add_argument("--words", type=int, default=5000, help="how many commands the killed server is sent")
    parser.add_argument(
        "--seed", type=int, default=1, help="draws when to kill, and which crash points a short soak sees"
    )
    asked = parser.parse_args(arguments)
    held = [
        asyncio.run(memory(minutes=asked.minutes, seed=asked.seed)),
        asyncio.run(kills(words=asked.words, seed=asked.seed)),
        asyncio.run(crash_points(seconds=asked.minutes * 60, seed=asked.seed)),
        asyncio.run(takeover()),
        asyncio.run(machines(seconds=asked.minutes * 60, seed=asked.seed)),
        walks(seconds=asked.minutes * 60, seed=asked.seed),
    ]
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
