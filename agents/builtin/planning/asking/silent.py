"""Asks what the document's own demands raise and nothing in it answers, with the lines that raise it."""

from collections.abc import Iterator, Sequence

from agents.builtin.planning.asking.told import Draft
from agents.builtin.planning.asking.unsaid import Unsaid
from agents.builtin.planning.asking.unsaid_data import OF_DATA
from agents.builtin.planning.asking.unsaid_outside import OF_OUTSIDE
from agents.builtin.planning.asking.unsaid_people import OF_PEOPLE
from agents.builtin.planning.asking.unsaid_tools import OF_TOOLS
from agents.builtin.planning.entries import Entries
from agents.builtin.planning.quoting import short
from agents.builtin.seldom import Seldom

UNSAID = (*OF_PEOPLE, *OF_DATA, *OF_OUTSIDE, *OF_TOOLS)
# Lines that are named with a question, and characters of the first that are shown.
MOST_LINES, SHOWN = 3, 70
# What comes later, if at all, is asked about when it comes.
LATER = Seldom(
    r"\b(?:in (?:the )?future|later|post-(?:mvp|v\d|launch)|phase [2-9]|v[2-9]|version [2-9]|optional(?:ly)?|stretch|nice[- ]to[- ]have|candidates|some ?day|eventually)\b"
)
# A line, its words as they stand, and the same in small letters.
Told = tuple[int, str, str]


def silent(sort: str, entries: Entries, body: str, *, alone: bool) -> Iterator[Draft]:
    """What this sort of product should say about its own demands and the text does not; `alone` it stays with its user."""
    whole, lines, demands = body.lower(), _lines(body, entries), _demands(entries)
    wanted = "\n".join(small for _, _, small in demands)
    for each in UNSAID:
        if sort not in each.sorts or (entries.in_place and not each.of_a_change) or (alone and each.shared):
            continue
        if not each.given.search(wanted) or not each.raised.search(whole if each.anywhere else wanted):
            continue
        found = _raising(each, lines if each.anywhere else demands)
        if found and not each.answered.search(whole):
            yield _asked(each, found)


def unsaid_of(question: str) -> Unsaid | None:
    """What a question was asked about."""
    return next((each for each in UNSAID if question.startswith(each.begins)), None)


def _demands(entries: Entries) -> Sequence[Told]:
    """What is demanded for sure and at once, and stands on a line that leaves nothing open."""
    opened = {line for each in entries.questions for line in each.lines}
    sure = (each for each in entries.requirements if not each.tentative)
    told = ((each.lines, each.text, each.text.lower()) for each in (*sure, *entries.nfrs, *entries.stories))
    return [
        (lines[0], text, small)
        for lines, text, small in told
        if lines and not opened.intersection(lines) and not LATER.search(small)
    ]


def _lines(body: str, entries: Entries) -> Sequence[Told]:
    """Every line but those that rule something out, put it off or leave it open."""
    spared = (*entries.questions, *entries.non_goals, *entries.deferred)
    without = {line for each in spared for line in each.lines}
    rows = enumerate(body.split("\n"), start=1)
    return [(number, row, row.lower()) for number, row in rows if number not in without]


def _raising(unsaid: Unsaid, told: Sequence[Told]) -> Sequence[Told]:
    found = (each for each in told if unsaid.raised.search(each[2]) and not unsaid.besides.search(each[2]))
    return list({each[0]: each for each in found}.values())[:MOST_LINES]


def _asked(unsaid: Unsaid, found: Sequence[Told]) -> Draft:
    _, words, small = found[0]
    match = unsaid.raised.search(small)
    # Small letters may be more than capitals were; then nothing is lost but the capitals.
    whole = words if len(words) == len(small) else small
    thing = whole[slice(*match.span("thing"))] if match and "thing" in match.re.groupindex else ""
    return Draft(
        unsaid.weight,
        unsaid.text.format(thing=thing),
        f"“{short(words, longest=SHOWN)}”: the PRD does not say {unsaid.silent}.",
        unsaid.changes,
        unsaid.options[0],
        unsaid.options,
        tuple(sorted(number for number, _, _ in found)),
    )
