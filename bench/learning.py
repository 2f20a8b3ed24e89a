"""Learns how much what is found in a text speaks for each of several answers: a softmax regression with AdaGrad.

See https://jmlr.org/papers/v12/duchi11a.html.
"""

import json
import math
import random
from collections import Counter
from collections.abc import Mapping, Sequence

# What stands in one text alone says nothing about others.
FEWEST = 2
ROUNDS = 25
STEP = 0.3
# How strongly weights are drawn to nothing, so that few texts do not decide alone.
DRAW = 0.003
CERTAIN = 0.01
# A weight is written in hundredths; below this it decides nothing.
LEAST = 8

# What is found in a text, and which answer is right.
Row = tuple[frozenset[str], str]
Weights = dict[str, list[float]]
Table = dict[str, list[int]]


def learned(rows: Sequence[Row], kinds: Sequence[str], *, rounds: int = ROUNDS) -> Table:
    """How much each thing found speaks for each kind, in hundredths, after all rows were seen `rounds` times."""
    seen = Counter(each for found, _ in rows for each in found)
    numbers = {kind: at for at, kind in enumerate(kinds)}
    known = {each for each, count in seen.items() if count >= FEWEST}
    asked = [(sorted(found & known), numbers[kind]) for found, kind in rows]
    weights: Weights = {each: [0.0] * len(kinds) for each in sorted(known)}
    moved: Weights = {each: [1e-6] * len(kinds) for each in known}
    order = random.Random(1)  # noqa: S311  # the same order each time, and no secret
    for _ in range(rounds):
        order.shuffle(asked)
        for found, right in asked:
            _learn(weights, moved, found, right)
    return _table(weights)


def _learn(weights: Weights, moved: Weights, found: list[str], right: int) -> None:
    share = 1 / math.sqrt(len(found))
    count = len(weights[found[0]])
    odds = [math.exp(share * sum(weights[each][at] for each in found)) for at in range(count)]
    whole = sum(odds)
    for at, odd in enumerate(odds):
        wrong = odd / whole - (at == right)
        if abs(wrong) < CERTAIN:
            continue
        for each in found:
            step = wrong * share + DRAW * weights[each][at]
            moved[each][at] += step * step
            weights[each][at] -= STEP * step / math.sqrt(moved[each][at])


def _table(weights: Weights) -> Table:
    """The weights in hundredths, without what decides nothing."""
    whole = {each: [round(100 * weight) for weight in row] for each, row in weights.items()}
    return {each: row for each, row in whole.items() if max(map(abs, row)) >= LEAST}


def told(said: Mapping[tuple[str, str], int], kinds: Sequence[str]) -> str:
    """For each kind how many of it were known, and how many of those called so are; `said` counts (kind, what it was called)."""
    lines = [f"  {'kind':<14}{'need':>6}{'found':>6}{'recall':>8}{'precision':>11}"]
    for kind in kinds:
        need = sum(count for (one, _), count in said.items() if one == kind)
        called = sum(count for (_, other), count in said.items() if other == kind)
        hit = said.get((kind, kind), 0)
        lines.append(f"  {kind:<14}{need:6}{hit:6}{hit / max(1, need):8.2f}{hit / max(1, called):11.2f}")
    whole, right = sum(said.values()), sum(said.get((kind, kind), 0) for kind in kinds)
    return "\n".join((*lines, f"  {'all':<14}{whole:6}{right:6}{right / max(1, whole):8.2f}", ""))


def written(table: Table) -> str:
    """The table as the reader keeps it, a thing found a line."""
    rows = (
        f"{json.dumps(each, ensure_ascii=False)}: {json.dumps(row, separators=(',', ':'))}"
        for each, row in sorted(table.items())
    )
    return "{\n" + ",\n".join(rows) + "\n}\n"
