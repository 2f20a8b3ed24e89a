"""What a document says twice and differently: the meaning of an id, the price of a plan, a rank, a date, a set of values; and where it breaks off."""

import re
from collections.abc import Iterator

from agents.builtin.planning.asking.contradiction import Contradiction, between
from agents.builtin.planning.asking.counts import unfenced
from agents.builtin.planning.entries import Entries
from agents.builtin.planning.stems import telling
from agents.builtin.reader.text.inline import plain
from agents.schemas.requirements import Demand, Entry

# `Pro: $9/month`, `the Team plan ($20 per user per month)`.
_PLAN = (
    r"(?P<plan>pro|premium|plus|basic|starter|standard|team|business|enterprise|professional|family|student)"
)
MONEY = "$€£"
_PRICE = (
    rf"(?P<sign>[{MONEY}])\s?(?P<amount>\d[\d,]*(?:\.\d{{1,2}})?)(?: ?(?:usd|eur))?\s?(?:/|per|a)\s?"
    r"(?P<whose>user ?(?:/|per|a) ?|seat ?(?:/|per|a) ?)?(?P<period>mo(?:nth)?|year|yr|week)\b"
)
PRICED = re.compile(
    rf"\b{_PLAN}(?: (?:plan|tier|version|users?|subscription|edition|members?))?\b[^{MONEY}\n]{{0,25}}?{_PRICE}",
    re.IGNORECASE,
)
PERIODS = {"mo": "month", "yr": "year"}
# A price that is one of several, or was another one before.
OTHERWISE = re.compile(
    r"\b(?:instead of|was|formerly|previously|early[- ]bird|discount\w*|competitor|alternative"
    r"|annual(?:ly)? billing|billed|or \$|vs\.?|from|starting at|e\.g\.)\b",
    re.IGNORECASE,
)
# `Status: Queued | Processing | Done`, `statuses: open, done and closed`.
VALUES = re.compile(
    r"\b(?P<of>(?:[\w-]+ )?status(?:es)?(?: (?:of|for) [\w-]+)?|(?:[\w-]+ )?states)\b\W{0,6}"
    r"(?:[:：(=]|are|is one of)\W{0,4}"
    r"(?P<list>[\w`*_\" -]{2,30}(?:\s*(?:[|,/]|→|->)\s*[\w`*_\" -]{2,30}){2,10})",
    re.IGNORECASE,
)
SETS = re.compile(
    r"\bstatus (?:to|is set to|becomes|changes to|moves to|of)\s*(?:[`\"“'*]{1,2})(?P<value>[A-Za-z][\w -]{1,28})[`\"”'*]",
    re.IGNORECASE,
)
PARTS = re.compile(r"\s*(?:[|,/]|→|->|\bor\b|\band\b)\s*", re.IGNORECASE)
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
# The end of a document that was cut off: an open code span, a comma, a word after which more must come.
UNENDED = re.compile(
    r"(?:,|\(|\b(?:and|or|the|an?|to|of|with|must|shall|should|und|oder|et|y))\s*$", re.IGNORECASE
)
# Two demands share so much that they are one.
FEWEST, ALIKE = 3, 0.8
RANKS = frozenset({"must", "could"})
# Nobody reads more of them against each other.
MOST_COMPARED = 400


def named_twice(entries: Entries) -> Iterator[Contradiction]:
    """One id that the document gives to two requirements which have hardly a word in common."""
    first: dict[str, Demand] = {}
    for each in (*entries.requirements, *entries.nfrs):
        other = first.setdefault(each.label, each) if each.label else each
        if other is each or set(each.lines) & set(other.lines) or each.id == other.id:
            continue
        one, two = telling(other.text), telling(each.text)
        if min(len(one), len(two)) >= FEWEST and not one & two:
            yield Contradiction(
                f"which requirement is {each.label}",
                other.text,
                each.text,
                "what an id means in wishes and in the backlog",
                (
                    f"Both are required; the second is called {each.id} here.",
                    f"Only the first is: {other.text[:160]}",
                ),
                tuple(sorted({other.lines[0], each.lines[0]})),
                minor=True,
                asks=f"The PRD calls two requirements {each.label}. Are both meant?",
            )
            return


def ranked(entries: Entries) -> Iterator[Contradiction]:
    """One demand that is a must in one place, and in another only nice to have."""
    seen: list[tuple[Demand, frozenset[str]]] = []
    for each in [one for one in (*entries.requirements, *entries.nfrs) if one.priority in RANKS][
        :MOST_COMPARED
    ]:
        words = telling(each.text)
        for other, theirs in seen:
            if other.priority != each.priority and _one_demand(words, theirs) and other.lines != each.lines:
                yield Contradiction(
                    "how much this matters",
                    f"{other.priority}: {other.text}",
                    f"{each.priority}: {each.text}",
                    "the order of the backlog",
                    _ranks(other, each),
                    tuple(sorted({other.lines[0], each.lines[0]})),
                )
                break
        seen.append((each, words))


def _ranks(one: Demand, other: Demand) -> tuple[str, ...]:
    """The choices, the must first."""
    both = sorted((one, other), key=lambda each: each.priority != "must")
    return tuple(f"It is a {each.priority}: {each.text[:160]}" for each in both)


def _one_demand(one: frozenset[str], other: frozenset[str]) -> bool:
    common = len(one & other)
    return common >= FEWEST and common >= ALIKE * len(one | other)


def priced(body: str) -> Iterator[Contradiction]:
    """One plan at two prices for the same time."""
    seen: dict[tuple[str, ...], tuple[int, str, str]] = {}
    for number, line in enumerate(unfenced(body.split("\n")[:20_000]), start=1):
        if not any(sign in line for sign in MONEY) or OTHERWISE.search(line[:600]):
            continue
        found = PRICED.search(plain(line[:600]))
        if found is None:
            continue
        period = PERIODS.get(found["period"].casefold(), found["period"].casefold())
        key = (found["plan"].casefold(), found["sign"], period, "each" if found["whose"] else "")
        amount = found["amount"].replace(",", "")
        at, before, said = seen.setdefault(key, (number, amount, found[0]))
        if float(before) != float(amount):
            yield Contradiction(
                f"what the {found['plan']} plan costs",
                f"It says “{said}”.",
                f"It says “{found[0]}”.",
                "what people are charged",
                (f"{found['sign']}{before} a {period}.", f"{found['sign']}{amount} a {period}."),
                (at, number),
                safe=False,
            )


def dated(entries: Entries) -> Iterator[Contradiction]:
    """Two dates for one milestone; the earlier one is the stricter."""
    seen: dict[str, tuple[Entry, str, str]] = {}
    for each in (
        *entries.nfrs,
        *entries.requirements,
        *entries.constraints,
        *entries.organisation,
        *entries.metrics,
    ):
        date = DATE.search(each.text) if "20" in each.text else None
        milestone = MILESTONE.search(each.text) if date else None
        if milestone is None or date is None or len(MILESTONE.findall(each.text)) > 1:
            continue
        name, when = milestone["name"].casefold(), _when(date)
        other, before, said = seen.setdefault(name, (each, when, date[0]))
        shorter = min(len(when), len(before))
        if other is not each and when[:shorter] != before[:shorter]:
            first, second = (said, date[0]) if before < when else (date[0], said)
            options = (f"{first}.", f"{second}.")
            yield between(f"when the {name} is", other, each, "the order of the work", options)


def _when(date: re.Match[str]) -> str:
    """`2026-05-01`, `2026-05`, or `2026-q2`."""
    if date["iso"]:
        return date["iso"]
    if date["quarter"]:
        return f"{date['inyear']}-q{date['quarter']}"
    month = MONTHS.index(date["month"].casefold()[:3]) + 1
    day = date["day"] or date["of"]
    return f"{date['year']}-{month:02}" + (f"-{int(day):02}" if day else "")


def valued(body: str) -> Iterator[Contradiction]:
    """A status that is set and does not stand in the only list of them."""
    numbered = enumerate(unfenced(body.split("\n")[:20_000]), start=1)
    lines = [(number, line) for number, line in numbered if "stat" in line.casefold()]
    lists = [(number, found) for number, line in lines if (found := VALUES.search(line[:600]))]
    if len(lists) != 1:
        return
    at, listed = lists[0]
    names = [" ".join(plain(each).strip(" \"'`*_.").split()) for each in PARTS.split(listed["list"])]
    known = {each.casefold() for each in names}
    for number, line in lines:
        for found in SETS.finditer(line[:2000]):
            value = found["value"].strip()
            if value.casefold() not in known and number != at:
                yield Contradiction(
                    "which statuses there are",
                    f"It lists {', '.join(names)}.",
                    f"It sets “{value}”.",
                    "the data model, the screens",
                    (f"“{value}” is one more of them.", f"“{value}” is another name for one that is listed."),
                    (at, number),
                )
                return


def broken_off(body: str) -> Iterator[Contradiction]:
    """A document that ends in the middle of a sentence."""
    lines = unfenced(body.split("\n"))
    number = next((at for at in range(len(lines), 0, -1) if lines[at - 1].strip()), 0)
    last = lines[number - 1].strip() if number else ""
    if len(last.split()) < FEWEST or last.startswith(("|", "#", "<", "[", "!")):
        return
    if last.count("`") % 2 or UNENDED.search(last[-200:]):
        yield Contradiction(
            "where it ends",
            f"Its last words are “{last[-120:]}”.",
            "The sentence has no end, so something after it may be missing.",
            "whatever stood there",
            ("Nothing that matters is missing.", "More follows; its words are given in the issue."),
            (number,),
            minor=True,
            asks="The PRD ends in the middle of a sentence. Is something missing?",
        )
