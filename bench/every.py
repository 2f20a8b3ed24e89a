"""Runs every measurement and prints its lines: `python -m bench.every [--write]`, at most twenty minutes.

With `--write` the lines also become `docs/benchmarks.md`, with the machine and the day. A measurement that fails or takes too long
is a line too, which does not hold.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.clock import now

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "benchmarks.md"
BEGIN, END = "<!-- measured -->", "<!-- end -->"


@dataclass(frozen=True, slots=True)
class Measurement:
    """A module of this package, the title of its part of the page, and the seconds it may take."""

    script: str
    title: str
    seconds: float


MEASUREMENTS = (
    Measurement("ingest", "Deliveries", 420),
    Measurement("loop_lag", "The largest delivery", 60),
    Measurement("door", "Many of the largest", 90),
    Measurement("journey", "What a run asks of GitHub, and how soon people see something", 120),
    Measurement("rebuild", "A lost database", 600),
    Measurement("release", "Hundreds of units freed at once", 240),
    Measurement("context", "Reading a repository", 180),
    Measurement("gates", "Gates", 60),
    Measurement("ledger", "The ledger", 60),
)


def main() -> None:
    """Run and print; ends with an error when a figure misses its aim."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    found: list[tuple[Measurement, list[dict[str, Any]]]] = []
    began = time.monotonic()
    for measurement in MEASUREMENTS:
        lines = measured(measurement)
        for line in lines:
            sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
            sys.stdout.flush()
        found.append((measurement, lines))
    if given.write:
        text = PAGE.read_text()
        head, rest = text.split(BEGIN)
        PAGE.write_text(
            f"{head}{BEGIN}\n{_page(found, time.monotonic() - began)}{END}{rest.partition(END)[2]}"
        )
    sys.exit(any(line["holds"] is False for _, lines in found for line in lines))


def measured(measurement: Measurement) -> list[dict[str, Any]]:
    """The lines of one script."""
    try:
        done = subprocess.run(
            [sys.executable, "-m", f"bench.{measurement.script}"],
            check=True,
            capture_output=True,
            text=True,
            cwd=ROOT,
            timeout=measurement.seconds,
        )
    except subprocess.TimeoutExpired:
        return [_failed(measurement, f"it took more than {measurement.seconds:.0f} s")]
    except subprocess.CalledProcessError as error:
        return [_failed(measurement, (error.stderr.strip().splitlines() or ["no word"])[-1][:200])]
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


def _failed(measurement: Measurement, why: str) -> dict[str, Any]:
    return {"name": measurement.script, "value": None, "unit": "", "aim": "", "holds": False, "how": why}


def _page(found: list[tuple[Measurement, list[dict[str, Any]]]], seconds: float) -> str:
    day = datetime.fromtimestamp(now(), UTC).strftime("%d %B %Y").lstrip("0")
    parts = [f"\nMeasured on {day} in {seconds / 60:.0f} minutes on {_machine()}.\n"]
    for measurement, lines in found:
        parts.append(
            f"\n### {measurement.title}\n\n| What | Value | Aim | Holds | How |\n|---|---|---|---|---|\n"
        )
        parts += [f"| {_cell(line['name'])} | {_value(line)} | {line['aim']} | {_holds(line)} | {_cell(line['how'])} |\n" for line in lines]  # fmt: skip
    return "".join([*parts, "\n"])


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _value(line: dict[str, Any]) -> str:
    unit = "" if line["unit"] == "ratio" else f" {line['unit']}"
    return "none" if line["value"] is None else f"{line['value']:g}{unit}"


def _holds(line: dict[str, Any]) -> str:
    return {True: "yes", False: "**no**", None: ""}[line["holds"]]


def _machine() -> str:
    models = [line.partition(":")[2].strip() for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")]  # fmt: skip
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{len(models)} cores of {models[0] if models else 'an unnamed processor'}, {memory:.0f} GB, {platform.system()} {platform.release().partition('-')[0]}, Python {platform.python_version()}"


if __name__ == "__main__":
    main()
