"""What differs most comes first, because no soak is through with everything."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

Item = TypeVar("Item")


def in_turn(items: Iterable[Item], *, by: Callable[[Item], Hashable]) -> list[Item]:
    """The first of every sort, then the second of every sort, and so on; otherwise in their order."""
    seen = Counter[Hashable]()
    ranked: list[tuple[int, Item]] = []
    for item in items:
        ranked.append((seen[by(item)], item))
        seen[by(item)] += 1
    return [item for _, item in sorted(ranked, key=lambda one: one[0])]
