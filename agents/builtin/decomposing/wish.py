"""What a wish about a backlog asks for, read from plain English; what is not understood is nothing at all."""

import re
from collections.abc import Collection
from typing import Literal, NamedTuple

from agents.builtin.seldom import Seldom
from agents.builtin.wording import corrected, plain, spans

LONGEST_WISH = 4000

_ID = r"(?:U-[0-9]{2,4}|S[0-9]{1,3})"
_UNIT = r"U-[0-9]{2,4}"
_IDS = Seldom(_ID)
# How people write them: `u7`, `U-7` and `unit 7` are U-07.
_LOOSE = Seldom(
    r"\b(?:(?P<unit>u-?|units? #?(?=[0-9]))(?P<number>[0-9]{1,4})|(?P<slice>s-?|slices? #?(?=[0-9]))(?P<part>[0-9]{1,3}))\b",
    re.IGNORECASE,
)
# `keep only U-01`; without such a word nobody means that all others go.
_ALONE = Seldom(r"\b(?:only|just|nothing but|alone)\b", re.IGNORECASE)
_NAMED = Seldom(r"(?:name|call) the package (?:to )?[`'\"]?([\w .-]{1,60}?)[`'\"]?\.?", re.IGNORECASE)
_ADD = Seldom(
    r"add (?:an? |the )?(?:new |extra |another )?"
    r"(?:units?|tasks?|work items?|piece of work|issues?):? (?:to |that |called |named )?"
    r"(?P<title>.{3,})",
    re.IGNORECASE,
)
_SERVES = Seldom(
    r",? (?:for|serving) (?P<ids>[A-Za-z]{1,10}[-_.]?[0-9][\w.-]*(?:(?:,| and|, and) [A-Za-z]{1,10}[-_.]?[0-9][\w.-]*)*)$"
)
_AFTER = Seldom(rf",? after (?P<ids>{_UNIT}(?:(?:,| and|, and) {_UNIT})*)$")
_INTO = Seldom(r",? (?:in|to) (?P<id>S[0-9]{1,3})$")
_RENAME = Seldom(
    rf"(?:rename|change|call) (?:the title of )?(?P<id>{_UNIT})(?: to(?: say)?:?| into| as|:)? [\"“]?(?P<title>.{{3,}}?)[\"”]?",
    re.IGNORECASE,
)
_AMEND = Seldom(
    rf"(?P<id>{_UNIT}),? (?P<text>(?:should|must|shall|has to|needs to) .{{3,}})|add (?P<more>.{{3,}}?) to (?P<to>{_UNIT})",
    re.IGNORECASE,
)
_RISK = Seldom(
    rf"(?:make |set |mark )?(?P<ids>{_UNIT}(?:[ ,]+(?:and )?{_UNIT})*)"
    r"(?: (?:is|are|has|have|as|to|a|of))* (?P<risk>high|medium|low)[- ]risk",
    re.IGNORECASE,
)
_SIZE = Seldom(
    rf"(?:make |set |mark )?(?P<ids>{_UNIT}(?:[ ,]+(?:and )?{_UNIT})*)"
    r"(?: (?:is|are|has|have|as|to|a|of|size))* (?P<size>S|M|small|medium)(?: size)?",
    re.IGNORECASE,
)
_WAIT = Seldom(
    rf"(?P<id>{_UNIT}) (?:waits? for|depends? on|needs?|comes? after|goes after|is after|after|requires) (?P<after>{_UNIT})",
    re.IGNORECASE,
)
_BEFORE = Seldom(
    rf"(?:move|do|put|start)? ?(?P<after>{_UNIT}) (?:comes? |goes )?before (?P<id>{_UNIT})", re.IGNORECASE
)
_FREE = Seldom(
    rf"(?P<id>{_UNIT}) (?:does not|doesn['’]t|need not|needn['’]t) (?:have to )?(?:wait for|depend on|need|come after) (?P<after>{_UNIT})",
    re.IGNORECASE,
)
_HOME = Seldom(
    rf"(?:move|put) (?P<ids>{_UNIT}(?:[ ,]+(?:and )?{_UNIT})*) (?:to|into|in|under) (?P<slice>S[0-9]{{1,3}})",
    re.IGNORECASE,
)
_SPLIT = Seldom(rf"split (?P<id>{_UNIT})(?:,? (?:into|in)(?: two)?|:):? (?P<titles>.{{3,}})", re.IGNORECASE)
_BACK = Seldom(
    rf"(?:restore|put back|bring back) (?P<ids>{_UNIT}(?:[ ,]+(?:and )?{_UNIT})*)(?: back)?"
    rf"|(?:put|bring|take|want) (?P<more>{_UNIT}(?:[ ,]+(?:and )?{_UNIT})*) back(?: in)?",
    re.IGNORECASE,
)


class Drop(NamedTuple):
    """Leave these units or slices out."""

    ids: tuple[str, ...]


class Keep(NamedTuple):
    """Leave everything out but these and what they wait for."""

    ids: tuple[str, ...]


class Restore(NamedTuple):
    """Take these units in again."""

    ids: tuple[str, ...]


class Add(NamedTuple):
    """A unit of people's own, with what it serves, what it waits for, and the slice it goes into."""

    title: str
    serves: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    part: str = ""


class Retitle(NamedTuple):
    """Another title for a unit."""

    id: str
    title: str


class Amend(NamedTuple):
    """One more thing that a unit is done by."""

    id: str
    text: str


class Weigh(NamedTuple):
    """Another risk or another size."""

    ids: tuple[str, ...]
    risk: Literal["low", "medium", "high"] | None = None
    size: Literal["S", "M"] | None = None


class Split(NamedTuple):
    """Cut one unit in two, with these titles where they are given."""

    id: str
    titles: tuple[str, ...] = ()


class Merge(NamedTuple):
    """Make one unit of several; the first keeps its id."""

    ids: tuple[str, ...]


class Move(NamedTuple):
    """Do a unit after another."""

    id: str
    after: str


class Free(NamedTuple):
    """Let a unit no longer wait for another."""

    id: str
    after: str


class Home(NamedTuple):
    """Put units into another slice."""

    ids: tuple[str, ...]
    part: str


class Named(NamedTuple):
    """Call the package so; it is carried out where the paths are made."""

    name: str


Change = Drop | Keep | Restore | Add | Retitle | Amend | Weigh | Split | Merge | Move | Free | Home | Named


def read(text: str, *, known: Collection[str] = ()) -> Change | None:
    """The change a wish asks for, or None when it is not one of the documented ones; `known` are the ids there are."""
    line = _spelled(plain(text[:LONGEST_WISH]))
    alone = _ALONE.search(text[:LONGEST_WISH]) is not None
    return _read(line, known, alone=alone) or _read(_spelled(corrected(line)), known, alone=alone)


def package_name(text: str) -> str:
    """The name in `name the package invoices`, or nothing when the wish is another one."""
    found = _NAMED.fullmatch(plain(text[:LONGEST_WISH]))
    return found[1].strip() if found else ""


def _spelled(line: str) -> str:
    return _LOOSE.sub(
        lambda found: f"U-{int(found['number']):02d}" if found["unit"] else f"S{int(found['part'])}", line
    )


def _read(line: str, known: Collection[str], *, alone: bool) -> Change | None:
    if name := package_name(line):
        return Named(name)
    worded = _worded(line)
    if worded is not None:
        return worded
    wide = spans(line, tuple(known))
    ids = tuple(dict.fromkeys(_IDS.findall(wide)))
    bare = re.sub(
        r"[\s,;&/+]+|\band\b|\bunits?\b|\bslices?\b|\bplease\b|\bonly\b|\bjust\b|\bnothing but\b|\balone\b|\bthe\b",
        " ",
        _IDS.sub("#", wide).lower(),
    )
    form = re.sub(r"(# ?)+", "# ", " ".join(bare.split())).strip()
    return _formed(form, ids, alone=alone)


def _formed(form: str, ids: tuple[str, ...], *, alone: bool) -> Change | None:
    """A change that is told by its verb and the ids alone; what keeps these `alone` leaves out all others."""
    match form:
        case "keep #" | "keep # after all" | "keep # in":
            return Keep(ids) if alone else Restore(ids)
        case "# is out" | "# are out" | "# out" | "# can go" | "# is out of scope" | "# are out of scope":
            return Drop(ids)
        case "drop #" | "# is not needed" | "# are not needed" | "we don't need #" | "we do not need #":
            return Drop(ids)
        case "drop all but #" | "drop everything but #" | "drop everything except #" | "drop all except #":
            return Keep(ids)
        case "keep # drop rest" | "keep # drop others":
            return Keep(ids)
        case "do #" | "start with #" | "#" if alone:
            return Keep(ids)
        case "split #" | "split # in two" | "split # in half":
            return Split(ids[0]) if len(ids) == 1 else None
        case "merge #" | "merge # into #" | "merge # with #" | "merge # into one":
            kept = (ids[-1], *ids[:-1]) if form == "merge # into #" else ids
            return Merge(kept) if len(ids) > 1 else None
        case "move # after #" | "do # after #" | "put # after #":
            return Move(id=ids[0], after=ids[1]) if len(ids) == 2 else None
        case _:
            return None


def _worded(line: str) -> Change | None:
    """A change that brings words of its own."""
    if found := _ADD.fullmatch(line):
        return _added(found["title"])
    if found := _FREE.fullmatch(line):
        return Free(found["id"].upper(), found["after"].upper())
    if found := _WAIT.fullmatch(line) or _BEFORE.fullmatch(line):
        return Move(found["id"].upper(), found["after"].upper())
    if found := _HOME.fullmatch(line):
        return Home(_listed(found["ids"]), found["slice"].upper())
    if found := _BACK.fullmatch(line):
        return Restore(_listed(found["ids"] or found["more"]))
    return _weighed(line) or _reworded(line)


def _weighed(line: str) -> Weigh | None:
    if found := _RISK.fullmatch(line):
        risk = found["risk"].lower()
        return Weigh(
            _listed(found["ids"]), risk="high" if risk == "high" else "low" if risk == "low" else "medium"
        )
    if found := _SIZE.fullmatch(line):
        return Weigh(_listed(found["ids"]), size="S" if found["size"].lower() in {"s", "small"} else "M")
    return None


def _reworded(line: str) -> Change | None:
    if found := _SPLIT.fullmatch(line):
        titles = tuple(
            each.strip() for each in re.split(r"\s*[/;|]\s*|,? and ", found["titles"]) if each.strip()
        )
        return Split(found["id"].upper(), titles) if len(titles) == 2 else None
    if found := _AMEND.fullmatch(line):
        return Amend((found["id"] or found["to"]).upper(), (found["text"] or found["more"]).strip())
    if found := _RENAME.fullmatch(line):
        return Retitle(found["id"].upper(), found["title"].strip())
    return None


def _added(words: str) -> Add:
    serves: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    part = ""
    while True:
        if found := _AFTER.search(words):
            after = _listed(found["ids"])
        elif found := _INTO.search(words):
            part = found["id"]
        elif found := _SERVES.search(words):
            serves = tuple(re.findall(r"[A-Za-z]{1,10}[-_.]?[0-9][\w.-]*", found["ids"]))
        else:
            return Add(words.strip(' "“”'), serves, after, part)
        words = words[: found.start()]


def _listed(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.upper() for each in re.findall(_UNIT, text, re.IGNORECASE)))
