"""What somebody probably meant to type."""

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word at most two slips away (one, for words of up to five letters), or None."""
    ranked = sorted((slips(word, each), each) for each in known)
    if not ranked:
        return None
    count, best = ranked[0]
    return best if count <= (1 if len(best) <= 5 else 2) else None


def slips(left: str, right: str) -> int:
    """How many letters were dropped, added, replaced or swapped with their neighbour."""
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, start=1):
        older, before, row = before, row, [i]
        for j, b in enumerate(right, start=1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                best = min(best, older[j - 2] + 1)
            row.append(best)
    return row[-1]
