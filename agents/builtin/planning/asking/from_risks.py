"""Asks about the greatest risks and the choices nobody has confirmed, where a document raises too few questions of its own."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from agents.builtin.planning.asking.cited import MOST_LINES, cited
from agents.builtin.planning.asking.drafted import Draft
from agents.builtin.planning.asking.numbering import Earlier
from agents.builtin.planning.asking.risk_rows import OUTSIDE, RISKS
from agents.builtin.planning.asking.silent import raised_by, unsaid_of, written
from agents.builtin.planning.asking.unsaid import Unsaid
from agents.builtin.planning.entries import Entries
from agents.builtin.planning.quoting import listed, short
from agents.builtin.seldom import Seldom

# Whoever is asked at all is asked so many, as long as there are as many worth an answer.
SOME = 3
# From so many requirements on there is enough that can go wrong; a wish of a sentence or two is not asked after.
ENOUGH = 4
# Words of a demand in a question, and ids beside them.
LONGEST, SHOWN = 80, 3
# What takes something from an outside system, so that people miss it when it does not come.
TAKES = (
    r"(?:aggregat|display|download|embed|fetch|get|import|load|look(?:s|ed)? up|pull|quer|read|receiv|retriev|search|show|sourc|stream|sync)\w*(?:\b[^.\n]{0,60}"
    r"\b(?:at|for|from|in|of|through|using|via|with)\b)?(?: [\w'’-]+){0,3}?"
)
# What is named by its kind alone, what a product lives inside and what a model is: other questions are asked about those.
SPARED = re.compile(
    r"(?:android|api|bluetooth|chrome|csv|discord|docker|(?:e-?)?mails?|firefox|git|github pages|https?|imap|ios|kubernetes|ldap|linux|mqtt|oauth2?|push|rest|s3|slack|smtp|sms|sso|telegram|usb|webhooks?|windows|wordpress)"
    r"|.*\b(?:anthropic|chatgpt|claude|gemini|gpt|mistral|openai)\b.*",
    re.IGNORECASE,
)
MOST_NAMES, SHORTEST = 12, 3


def besides(
    raised: Sequence[Draft], risks: Callable[[], Iterable[Draft]], *, earlier: Earlier
) -> Sequence[Draft]:
    """Of the questions about risks those that are asked beside what was `raised`, which alone may be too little.

    They are asked of the first version and never later, so that nobody is asked something new for having answered, be it in
    the document itself. What was answered stays, whatever else is asked by now.
    """
    if not 0 < len(raised) < SOME and not earlier.answered:
        return ()
    # Another matter is asked about before more of what is asked about already.
    taken = {line for each in raised for line in each.lines}
    matters = {_matter(each) for each in raised}
    others = (each for each in risks() if each.text in earlier.answered or _matter(each) not in matters)
    every = sorted(others, key=lambda draft: (not taken.isdisjoint(draft.lines), -draft.weight))
    kept = [each for each in every if each.text in earlier.answered]
    room = SOME - len(raised) - len(kept) if raised else 0
    free = [each for each in every if each not in kept and (not earlier.asked or each.text in earlier.asked)]
    return (*kept, *free[: max(0, room)])


def _matter(draft: Draft) -> str:
    """What the answer is about, by which two questions in other words are known as one; the question where it is of no row."""
    unsaid = unsaid_of(draft.text)
    return unsaid.about if unsaid else draft.text


class Demand(NamedTuple):
    """One demand of the document where it stands."""

    id: str
    line: int
    text: str
    small: str


def reserve(sort: str, entries: Entries, body: str) -> Iterator[Draft]:
    """The questions of `RISKS` that this document raises."""
    if len(entries.requirements) < ENOUGH:
        return
    demands, whole = _demands(entries), body.lower()
    wanted = "\n".join(each.small for each in demands)
    for row in RISKS:
        each = _of_systems(row, entries) if row.raised is OUTSIDE else row
        if sort not in each.sorts or (entries.in_place and not each.of_a_change):
            continue
        if not each.hint.search(wanted) or not each.given.search(wanted):
            continue
        found = [told for told in demands if raised_by(each, told.small)]
        if found and not each.answered.search(whole):
            yield _draft(each, found)


def _demands(entries: Entries) -> Sequence[Demand]:
    """What is demanded on a line that leaves nothing open, be it hedged or not."""
    opened = {line for each in entries.questions for line in each.lines}
    return [
        Demand(each.id, each.lines[0], text, text.lower())
        for each in (*entries.requirements, *entries.nfrs)
        if each.lines and opened.isdisjoint(each.lines)
        for text in (" ".join(each.text.split()),)
    ]


def _of_systems(row: Unsaid, entries: Entries) -> Unsaid:
    """A row about the outside systems by the names of those that this document takes something from."""
    names = (each.name.lower() for each in entries.integrations)
    kept = [name for name in names if len(name) >= SHORTEST and not SPARED.fullmatch(name)][:MOST_NAMES]
    # A word may stand inside a name: `the Shop REST API` is the Shop API.
    words = "|".join(r" (?:\w+ )?".join(map(re.escape, name.split())) for name in sorted(kept, key=len)[::-1])
    return replace(row, raised=Seldom(rf"\b{TAKES} (?P<thing>{words})\b") if words else row.raised)


def _draft(row: Unsaid, found: Sequence[Demand]) -> Draft:
    first = found[0]
    said = written(first.text, first.small)
    match = row.raised.search(first.small)
    begin, end = _span(match)
    same = [each for each in found if _thing(row, each) == _thing(row, first)]
    ids = list(dict.fromkeys(each.id for each in same))
    # A whole demand is cited around the word that raises the question.
    at = row.hint.search(first.small) if end - begin > LONGEST else match
    thing = short(said[begin:end], longest=LONGEST)
    words = cited(said, at)
    # A demand that is cut before its point is cited around that.
    if end - begin > LONGEST and at and at[0] not in thing.lower():
        thing = words
    return Draft(
        row.weight,
        row.text.format(thing=thing),
        f"{listed(ids[:SHOWN], ids)}{'' if thing == words else f' (“{words}”)'}: the PRD does not say {row.silent}.",
        row.changes,
        row.options[0],
        row.options,
        tuple(sorted({each.line for each in same}))[:MOST_LINES],
    )


def _thing(row: Unsaid, demand: Demand) -> str:
    """What a demand calls the matter; nothing where the question names none."""
    begin, end = _span(row.raised.search(demand.small))
    return demand.small[begin:end]


def _span(match: re.Match[str] | None) -> tuple[int, int]:
    names = match.re.groupindex if match else ()
    return next((match.span(name) for name in names if match and match[name]), (0, 0))
