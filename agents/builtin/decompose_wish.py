"""What a wish about a backlog asks for, read from plain English; what is not understood is nothing at all."""

import re
from dataclasses import dataclass

DOCUMENTED = (
    "`drop U-07`, `drop S5`, `drop all but U-01 U-02`, `keep U-01 U-02 and drop the rest`, `split U-03`, `merge U-03 U-04`, "
    "`move U-05 after U-02`, `name the package invoices`"
)

LONGEST_WISH = 4000

_IDS = re.compile(r"\b(?:U-?\d{1,4}|S\d{1,3})\b", re.IGNORECASE)
_NAMED = re.compile(r"^name the package [`'\"]?([\w .-]{1,60}?)[`'\"]?\.?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Drop:
    """Leave these units or slices out."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Keep:
    """Leave everything out but these and what they wait for."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Split:
    """Cut one unit in two."""

    id: str


@dataclass(frozen=True, slots=True)
class Merge:
    """Make one unit of several; the first keeps its id."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """Do a unit after another."""

    id: str
    after: str


@dataclass(frozen=True, slots=True)
class Named:
    """Call the package so; it is carried out where the paths are made."""

    name: str


Change = Drop | Keep | Split | Merge | Move | Named


def read(text: str) -> Change | None:
    """The change a wish asks for, or None when it is not one of the documented ones."""
    line = " ".join(text[:LONGEST_WISH].split()).rstrip(".!")
    ids = tuple(dict.fromkeys(_id(each) for each in _IDS.findall(line)))
    bare = re.sub(
        r"[\s,;&]+|\band\b|\bunits?\b|\bslices?\b|\bplease\b|\bonly\b", " ", _IDS.sub("#", line.lower())
    )
    form = re.sub(r"(# ?)+", "# ", " ".join(bare.split())).strip()
    if package_name(line):
        return Named(package_name(line))
    if form in {"drop #", "remove #", "leave out #", "skip #"}:
        return Drop(ids)
    if form in {
        "drop all but #",
        "drop everything but #",
        "drop everything except #",
        "drop all except #",
    } or form in {
        "keep #",
        "keep # drop the rest",
        "keep # drop rest",
    }:
        return Keep(ids)
    if form == "split #" and len(ids) == 1:
        return Split(ids[0])
    if form in {"merge #", "merge # into #", "merge # with #"} and len(ids) > 1:
        return Merge(ids)
    if form in {"move # after #", "do # after #"} and len(ids) == 2:
        return Move(id=ids[0], after=ids[1])
    return None


def package_name(text: str) -> str:
    """The name in `name the package invoices`, or nothing when the wish is another one."""
    found = _NAMED.match(text.strip())
    return found[1].strip() if found else ""


def _id(text: str) -> str:
    """`u7`, `U-7` and `U-07` are the same unit."""
    upper = text.upper()
    return f"U-{int(upper.removeprefix('U').removeprefix('-')):02d}" if upper.startswith("U") else upper
