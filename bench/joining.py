"""Learns `joints.json` from sentences that are cut by hand, and says how well it then cuts those of somebody else.

`python -m bench.joining` leaves out each file of `bench/joints/` in turn, learns from the others and counts; with `--write` it
learns from all and writes the table. `||` stands where a statement of its own begins.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from agents.builtin.reader.words.joints import JOINTS, WEIGHTS, features, leads, places
from bench.learning import Row, Table, learned, told, written

SENTENCES: Final = Path(__file__).parent / "joints"
MARK = "||"


def rows(path: Path) -> Iterator[Row]:
    """What stands around each place of the sentences of a file, and whether a statement begins there."""
    for line in path.read_text(encoding="utf-8").splitlines():
        parts = [part.strip() for part in line.split(MARK)]
        text, marks, begin = " ".join(parts), [], 0
        for part in parts[:-1]:
            begin += len(part) + 1
            marks.append(begin - 1)
        begin = 0
        for joint in places(text):
            begins = any(joint.start - 1 <= mark <= joint.end for mark in marks)
            yield features(text, joint, begin=begin), JOINTS[not begins]
            begin = joint.end if begins else begin


def likeliest(whole: Table, found: frozenset[str]) -> str:
    """Whether a statement begins there, as the reader finds it."""
    return JOINTS[not leads(found, whole)]


def main() -> None:
    """Leaves each file out and counts; with `--write`, writes the table learned from all."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--write", action="store_true", help="write the table that the reader uses")
    files = {path.stem: tuple(rows(path)) for path in sorted(SENTENCES.glob("*.txt"))}
    if asked.parse_args().write:
        every = [row for of_file in files.values() for row in of_file]
        WEIGHTS.write_text(written(learned(every, JOINTS)), encoding="utf-8")
        return
    for name, of_file in files.items():
        others = learned([row for other, found in files.items() if other != name for row in found], JOINTS)
        said = Counter((kind, likeliest(others, found)) for found, kind in of_file)
        sys.stdout.write(f"{name}, learned from the others\n{told(said, JOINTS)}\n")


if __name__ == "__main__":
    main()
