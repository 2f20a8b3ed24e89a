"""The document's own groups of requirements, as far as their names are names of parts and not of chapters."""

from collections import Counter

from agents.builtin.planning.drawing.part_names import marks, name_of, stem
from agents.builtin.planning.entries import Entries

# A diagram people can take in has a dozen boxes; the kind's own parts and outside systems need most of them.
MOST = 5


def area_names(entries: Entries) -> dict[str, str]:
    """Heading -> the name of the part it stands for, for at most five headings that hold several requirements each."""
    people = {stem(each.name) for each in entries.actors}
    systems = {stem(each.name) for each in entries.integrations}
    headings = tuple(dict.fromkeys(each.area for each in entries.requirements if each.area))
    ids = marks(headings)
    named = {
        area: name
        for area in headings
        if (name := name_of(area, ids=ids)) and stem(name) not in people | systems
    }
    counted = Counter(named[each.area] for each in entries.requirements if each.area in named)
    large = [name for name, count in counted.items() if count >= 2]
    if len(large) < 2:
        return {}
    ranked = sorted(large, key=lambda name: -counted[name])[:MOST]
    return {area: name for area, name in named.items() if name in ranked}
