"""The parts a product's own rules are cut into: by the document's sections, or by the things its requirements are about."""

from collections import Counter

from agents.builtin.planning.drawing.alike import placed_alike
from agents.builtin.planning.drawing.by_things import by_things
from agents.builtin.planning.drawing.sections import sections
from agents.builtin.planning.entries import Entries

# Of a product with fewer requirements than this, one part holds all rules.
FEWEST = 10
# Sections that hold less of it than this say nothing about the rest.
TELLING = 1 / 4
# So much of it must find a place by the things it is about, or the parts say little about the product.
ENOUGH = 5 / 9


def area_names(entries: Entries, *, most: int, product: str, things: bool) -> dict[str, str]:
    """Requirement id -> the name of the part that holds its rules, for at most `most` parts; without those that fit nowhere.

    Where `things` are no parts, only the document's sections are.
    """
    enough = ENOUGH * len(entries.requirements)
    headed = sections(entries, product=product)
    whole = headed | placed_alike(entries, headed)
    telling = len(headed) >= TELLING * len(entries.requirements) and len(whole) > enough
    if telling or not things or len(entries.requirements) < FEWEST:
        found = _largest(headed, most=most)
        return found | placed_alike(entries, found)
    found = _largest(by_things(entries, most=most), most=most)
    whole = found | placed_alike(entries, found)
    return whole if len(whole) > enough else {}


def _largest(found: dict[str, str], *, most: int) -> dict[str, str]:
    """The parts with most requirements; fewer than two are none."""
    sizes = Counter(found.values())
    names = sorted(sizes, key=lambda name: -sizes[name])[:most]
    return {key: name for key, name in found.items() if name in names} if len(names) > 1 else {}
