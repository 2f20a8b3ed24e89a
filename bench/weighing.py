"""Learns `weights.json` from annotated sentences, and says how many sentences of somebody else it then knows.

`python -m bench.weighing` leaves out each file of `bench/sentences/` in turn, learns from the others and counts; with `--write` it
learns from all and writes the table.
"""

import argparse
import sys
from collections import Counter
from pathlib import Path
from typing import Final

from agents.builtin.reader.words.weighing import KINDS, WEIGHTS, features, sums
from bench.learning import Table, learned, told, written

SENTENCES: Final = Path(__file__).parent / "sentences"

Sentence = tuple[str, str]


def sentences(path: Path) -> tuple[Sentence, ...]:
    """The kind and the words of each line."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple((kind, words) for kind, _, words in (line.partition("\t") for line in lines))


def table(rows: tuple[Sentence, ...]) -> Table:
    """The weights that these sentences teach."""
    return learned([(features(words), kind) for kind, words in rows], KINDS)


def likeliest(whole: Table, words: str) -> str:
    """The kind with the greatest sum, as the reader finds it."""
    said = sums(features(words), whole, of=len(KINDS))
    return KINDS[said.index(max(said))]


def main() -> None:
    """Leaves each file out and counts; with `--write`, writes the table learned from all."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--write", action="store_true", help="write the table that the reader uses")
    files = {path.stem: sentences(path) for path in sorted(SENTENCES.glob("*.txt"))}
    if asked.parse_args().write:
        every = tuple(row for rows in files.values() for row in rows)
        WEIGHTS.write_text(written(table(every)), encoding="utf-8")
        return
    for name, rows in files.items():
        others = table(tuple(row for other, of_other in files.items() if other != name for row in of_other))
        said = Counter((kind, likeliest(others, words)) for kind, words in rows)
        sys.stdout.write(f"{name}, learned from the others\n{told(said, KINDS)}\n")


if __name__ == "__main__":
    main()
