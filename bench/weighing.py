"""Learns `weights.json` from annotated sentences, and says how many sentences of somebody else it then knows.

`python -m bench.weighing` leaves out each file of `bench/sentences/` in turn, learns from the others and counts; with `--write` it
learns from all and writes the table. A softmax regression with AdaGrad, https://jmlr.org/papers/v12/duchi11a.html.
"""

import argparse
import json
import math
import random
import sys
from collections import Counter
from pathlib import Path
from typing import Final

from agents.builtin.reader.words.weighing import KINDS, WEIGHTS, features, sums

SENTENCES: Final = Path(__file__).parent / "sentences"
# A word that stands in one sentence alone says nothing about others.
FEWEST = 2
ROUNDS = 25
STEP = 0.3
# How strongly weights are drawn to nothing, so that few sentences do not decide alone.
DRAW = 0.003
CERTAIN = 0.01
# A weight is written in hundredths; below this it decides nothing.
LEAST = 8

Sentence = tuple[str, str]
Weights = dict[str, list[float]]


def sentences(path: Path) -> tuple[Sentence, ...]:
    """The kind and the words of each line."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple((kind, words) for kind, _, words in (line.partition("\t") for line in lines))


def learned(rows: tuple[Sentence, ...], *, rounds: int = ROUNDS) -> Weights:
    """How much each word speaks for each kind, after all sentences were seen `rounds` times."""
    seen = Counter(each for _, words in rows for each in features(words))
    asked_kinds: dict[str, int] = {kind: at for at, kind in enumerate(KINDS)}
    known = {each for each, count in seen.items() if count >= FEWEST}
    asked = [(sorted(features(words) & known), asked_kinds[kind]) for kind, words in rows]
    weights: Weights = {each: [0.0] * len(KINDS) for each in sorted(known)}
    moved: Weights = {each: [1e-6] * len(KINDS) for each in known}
    order = random.Random(1)  # noqa: S311  # the same order each time, and no secret
    for _ in range(rounds):
        order.shuffle(asked)
        for words, right in asked:
            _learn(weights, moved, words, right)
    return weights


def _learn(weights: Weights, moved: Weights, words: list[str], right: int) -> None:
    share = 1 / math.sqrt(len(words))
    odds = [math.exp(share * sum(weights[word][at] for word in words)) for at in range(len(KINDS))]
    whole = sum(odds)
    for at, each in enumerate(odds):
        wrong = each / whole - (at == right)
        if abs(wrong) < CERTAIN:
            continue
        for word in words:
            step = wrong * share + DRAW * weights[word][at]
            moved[word][at] += step * step
            weights[word][at] -= STEP * step / math.sqrt(moved[word][at])


def table(weights: Weights) -> dict[str, list[int]]:
    """The weights in hundredths, without the words that decide nothing."""
    whole = {word: [round(100 * each) for each in row] for word, row in weights.items()}
    return {word: row for word, row in whole.items() if max(map(abs, row)) >= LEAST}


def likeliest(whole: dict[str, list[int]], words: str) -> str:
    """The kind with the greatest sum, as the reader finds it."""
    said = sums(features(words), whole)
    return KINDS[said.index(max(said))]


def told(whole: dict[str, list[int]], rows: tuple[Sentence, ...]) -> str:
    """For each kind how many sentences were known, and how many of those called so are."""
    said = Counter((kind, likeliest(whole, words)) for kind, words in rows)
    lines = [f"  {'kind':<14}{'need':>6}{'found':>6}{'recall':>8}{'precision':>11}"]
    for kind in KINDS:
        need = sum(count for (one, _), count in said.items() if one == kind)
        called = sum(count for (_, other), count in said.items() if other == kind)
        hit = said[kind, kind]
        lines.append(f"  {kind:<14}{need:6}{hit:6}{hit / max(1, need):8.2f}{hit / max(1, called):11.2f}")
    right = sum(said[kind, kind] for kind in KINDS)
    return "\n".join((*lines, f"  {'all':<14}{len(rows):6}{right:6}{right / max(1, len(rows)):8.2f}", ""))


def written(weights: dict[str, list[int]]) -> str:
    """The table as the reader keeps it, a word a line."""
    rows = (
        f"{json.dumps(word, ensure_ascii=False)}: {json.dumps(row, separators=(',', ':'))}"
        for word, row in sorted(weights.items())
    )
    return "{\n" + ",\n".join(rows) + "\n}\n"


def main() -> None:
    """Leaves each file out and counts; with `--write`, writes the table learned from all."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--write", action="store_true", help="write the table that the reader uses")
    files = {path.stem: sentences(path) for path in sorted(SENTENCES.glob("*.txt"))}
    if asked.parse_args().write:
        every = tuple(row for rows in files.values() for row in rows)
        WEIGHTS.write_text(written(table(learned(every))), encoding="utf-8")
        return
    for name, rows in files.items():
        others = tuple(row for other, of_other in files.items() if other != name for row in of_other)
        sys.stdout.write(f"{name}, learned from the others\n{told(table(learned(others)), rows)}\n")


if __name__ == "__main__":
    main()
