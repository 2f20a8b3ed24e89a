"""Names that mean the same: one spelling is kept, and the lines of all."""

import re
from collections.abc import Callable, Iterable

from agents.builtin.reader.findings import Named
from agents.builtin.reader.words.nature import HAN

MOST = 12
# So long is an ending at most: `Mitglieder` are the `Mitglied`.
ENDING = 2


# `maps.example`, `pc-ledger-svc`, `iCloud`: nobody writes an address or the name of a service with a capital, nor what its maker does not.
AS_WRITTEN = re.compile(
    r"[a-z][A-Z]\w*|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,10}|[a-z0-9]+(?:-[a-z0-9]+){2,5}"
)
# `my staff` are the staff.
WHOSE = re.compile(r"^(?:my|our|your) (?=\w)", re.IGNORECASE)


def within(name: str, longer: str) -> bool:
    """Whether the words of one name are among those of the other, with at most another ending.

    In scripts without spaces the signs stand for the words.
    """
    if not name.isascii() and HAN.search(name):
        return name in longer
    ending = len(longer) - len(name) <= ENDING and len(name) > ENDING * 2
    return f" {name} " in f" {longer.replace('/', ' ')} " or (ending and longer.startswith(name))


def once(
    found: Iterable[Named], *, most: int = MOST, same: Callable[[str, str], bool] = within
) -> tuple[Named, ...]:
    """Each name once, in the first spelling, with the lines of all; a name that is the `same` as a longer one counts as the longer one."""
    kept: dict[str, Named] = {}
    for each in found:
        name = WHOSE.sub("", each.name.strip(" .,:;*_`"))
        key = re.sub(r"(?<=[a-z]{3})(?:ies|es|s)\b", "", name.casefold()).replace("administrator", "admin")
        if not key or len(key) < 2:
            continue
        alike = next((old for old in kept if same(key, old)), None)
        if alike is None:
            alike = next((old for old in kept if same(old, key)), None)
        if alike is None:
            kept[key] = Named(
                name if AS_WRITTEN.fullmatch(name) else name[:1].upper() + name[1:],
                each.lines,
                each.attributes,
            )
        else:
            old = kept[alike]
            kept[alike] = Named(
                old.name, tuple(sorted({*old.lines, *each.lines}))[:20], old.attributes or each.attributes
            )
    return tuple(kept.values())[:most]
