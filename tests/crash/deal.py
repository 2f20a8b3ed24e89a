"""Which flow each call site is struck in by the tests of every day: the one with the fewest calls.

`python -m tests.crash.deal` plays every flow once and writes the table anew.
"""

import asyncio
import json
import sys
import tempfile
from functools import cache
from pathlib import Path

from tests.crash.flows import FLOWS
from tests.crash.laboratory import laboratory
from tests.crash.runner import Runner

DEALT = Path(__file__).with_name("sites.json")


@cache
def dealt() -> dict[str, str]:
    """Call site -> the name of the flow in which it is struck."""
    found: dict[str, str] = json.loads(DEALT.read_text(encoding="utf-8"))
    return found


async def _deal(folder: Path) -> dict[str, str]:
    async with laboratory(folder) as lab:
        runner = Runner(lab)
        calls = {flow.name: (await runner.undisturbed(flow)).calls for flow in FLOWS}
    found: dict[str, str] = {}
    for name in sorted(calls, key=lambda each: len(calls[each])):
        for call in calls[name]:
            found.setdefault(call.site, name)
    return dict(sorted(found.items()))


def main() -> None:
    """Write the table."""
    with tempfile.TemporaryDirectory() as folder:
        found = asyncio.run(_deal(Path(folder)))
    DEALT.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(found)} call sites in {len(set(found.values()))} flows\n")


if __name__ == "__main__":
    main()
