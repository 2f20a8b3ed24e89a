"""What is used and ruled out, asked for now and later, due on two dates, or numbered with a gap: found by names, places and dates.

Two statements about the same are compared in `pairs`; there no name of a technology and no place in the document counts.
"""

import re
from collections.abc import Iterator, Sequence

from agents.builtin.planning.asking.contradiction import Contradiction, between
from agents.builtin.planning.entries import Entries
from agents.builtin.planning.stems import telling
from agents.builtin.reader.words.nature import NOT
from agents.builtin.reader.words.technology import technologies
from agents.schemas.requirements import Entry

BANS = re.compile(
    r"\b(?:no|without|avoid(?:ing)?"
    r"|(?:must|shall|should|may|can|do|does|will) not "
    r"(?:use|need|require|depend on|rely on|be built (?:on|with))"
    r"|never (?:use|uses)|not using|don['’]t use)\b"
    r"(?P<what>[^.;:,]{1,60})",
    re.IGNORECASE,
)
# Where a technology is named and not asked for.
ASIDE = re.compile(
    r"\b(?:not?|never|without|avoid\w*|instead of|rather than|replac\w*|migrat\w*|import\w*|export\w*"
    r"|unlike|such as|e\.g\.|similar to|like|or)\b",
    re.IGNORECASE,
)
PUT_OFF = re.compile(
    r"(?:^|[.!?:]\s+)"
    r"(?P<said>(?:note:? )?(?:this|it|that|these|they)\b[^.!?]{0,40}\b"
    r"(?:future|later|next|subsequent) (?:version|release|phase|iteration|milestone)s?\b[^.!?]*)",
    re.IGNORECASE,
)
MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
DATE = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})\.? )?(?P<month>{'|'.join(MONTHS)})[a-z]*\.? (?:(?P<of>\d{{1,2}}),? )?"
    r"(?P<year>20\d\d)\b"
    r"|\b(?P<iso>20\d\d-\d\d(?:-\d\d)?)\b|\bq(?P<quarter>[1-4])[ /-]?(?P<inyear>20\d\d)\b",
    re.IGNORECASE,
)
MILESTONE = re.compile(
    r"\b(?P<name>(?:public |private |closed |open |final |first |internal )?"
    r"(?:launch(?=ed)?|go[- ]live|release(?=d)?|beta|alpha|mvp|pilot|deadline|delivery|hand-?over|feature freeze"
    r"|rollout))(?:e?d)?\b",
    re.IGNORECASE,
)
SERIES = re.compile(
    r"^\s*(?:#{1,6}\s+|[-*+]\s+|\d{1,2}[.)]\s+)?(?:\*\*|__)?"
    r"(?P<name>tier|level|stage|layer|mode|phase|role|class) (?P<number>[1-9])\b\s*[:(–—.-]",
    re.IGNORECASE,
)
# So many words of a demand, and so much of it, stand in what rules it out.
ENOUGH, MOSTLY = 4, 0.75
# Numbered things so many lines apart are no series.
NEAR = 40


def banned(entries: Entries) -> Iterator[Contradiction]:
    """A technology that one statement rules out and another builds on."""
    stated = _stated(entries)
    gone = [(each, found["what"]) for each in stated for found in BANS.finditer(each.text)]
    gone += [(each, each.text) for each in entries.non_goals if len(each.text.split()) <= 4]
    for each, what in gone:
        for _, name in technologies(what):
            if not re.match(
                rf"\s*(?:(?:any|the|an?) )?{re.escape(name)}\s*(?:$|,|and\b|or\b)", what, re.IGNORECASE
            ):
                continue
            for other in stated:
                named = {one.casefold() for _, one in technologies(other.text)}
                if name.casefold() in named and not ASIDE.search(other.text) and other is not each:
                    options = (f"{name} is not used.", f"{name} is used.")
                    yield between(
                        f"whether it uses {name}", each, other, "every part that would use it", options
                    )
                    break


def put_off(entries: Entries, body: str) -> Iterator[Contradiction]:
    """What is demanded now and, in the same breath, left to another version."""
    lines = body.split("\n")
    for each in (*entries.requirements, *entries.nfrs):
        source = lines[each.lines[0] - 1][:2000] if each.lines and each.lines[0] <= len(lines) else ""
        later = PUT_OFF.search(source)
        if later and later["said"][:30] not in each.text:
            yield Contradiction(
                "when this is built",
                each.text,
                later["said"].strip(),
                "the backlog",
                (f"It comes later: {each.text[:160]}", f"It is in the first version: {each.text[:160]}"),
                each.lines[:1],
            )


def scoped(entries: Entries) -> Iterator[Contradiction]:
    """What is demanded in words that nearly all stand in what is ruled out or put off."""
    out = [(each, "It is out of scope") for each in entries.non_goals if not NOT.search(each.text)]
    out += [(each, "It comes later") for each in entries.deferred if not NOT.search(each.text)]
    demands = [(each, telling(each.text)) for each in (*entries.requirements, *entries.nfrs)]
    for gone, how in out:
        own = telling(gone.text)
        for each, words in demands:
            common = len(words & own)
            if common < ENOUGH or common < MOSTLY * len(words) or set(each.lines) & set(gone.lines):
                continue
            if not NOT.search(each.text):
                options = (f"{how}: {gone.text[:160]}", f"It is in scope: {each.text[:160]}")
                yield between("whether this is in scope", each, gone, "the backlog", options)
                break


def dated(entries: Entries) -> Iterator[Contradiction]:
    """Two dates for one milestone; the earlier one is the stricter."""
    seen: dict[str, tuple[Entry, str, str]] = {}
    for each in (*_stated(entries), *entries.metrics):
        milestone, date = MILESTONE.search(each.text), DATE.search(each.text)
        if milestone is None or date is None or len(MILESTONE.findall(each.text)) > 1:
            continue
        name, when = milestone["name"].casefold(), _when(date)
        other, before, said = seen.setdefault(name, (each, when, date[0]))
        shorter = min(len(when), len(before))
        if other is not each and when[:shorter] != before[:shorter]:
            first, second = (said, date[0]) if before < when else (date[0], said)
            options = (f"{first}.", f"{second}.")
            yield between(f"when the {name} is", other, each, "the order of the work", options)


def gaps(body: str) -> Iterator[Contradiction]:
    """A numbered series with a number left out: tier 1, tier 3."""
    last: dict[str, tuple[int, int]] = {}
    for index, line in enumerate(body.split("\n")[:20_000], start=1):
        found = SERIES.match(line[:200])
        if not found:
            continue
        name, number = found["name"].casefold(), int(found["number"])
        before, at = last.get(name, (0, index))
        if before >= 1 and number == before + 2 and index - at <= NEAR:
            missing = f"{name} {before + 1}"
            yield Contradiction(
                f"which {name}s there are",
                f"It names {name} {before} and {name} {number}.",
                f"It names no {missing}.",
                "how many of them are built",
                ("There are those that are named.", f"A {missing} is missing; its words follow."),
                (at, index),
                minor=True,
            )
        last[name] = (number, index)


def _stated(entries: Entries) -> Sequence[Entry]:
    return (*entries.nfrs, *entries.requirements, *entries.constraints, *entries.organisation)


def _when(date: re.Match[str]) -> str:
    """`2026-05-01`, `2026-05`, or `2026-q2`."""
    if date["iso"]:
        return date["iso"]
    if date["quarter"]:
        return f"{date['inyear']}-q{date['quarter']}"
    month = MONTHS.index(date["month"].casefold()[:3]) + 1
    day = date["day"] or date["of"]
    return f"{date['year']}-{month:02}" + (f"-{int(day):02}" if day else "")
