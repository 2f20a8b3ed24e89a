"""Asks what the document's own demands raise and nothing in it answers, with the lines that raise it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from agents.builtin.planning.asking.cited import MOST_LINES, cited, demands
from agents.builtin.planning.asking.drafted import Draft
from agents.builtin.planning.asking.risk_rows import RISKS
from agents.builtin.planning.asking.unsaid import Unsaid
from agents.builtin.planning.asking.unsaid_bounds import OF_BOUNDS
from agents.builtin.planning.asking.unsaid_data import OF_DATA
from agents.builtin.planning.asking.unsaid_kinds import OF_KINDS
from agents.builtin.planning.asking.unsaid_outside import BY_NAME, OF_OUTSIDE
from agents.builtin.planning.asking.unsaid_people import OF_PEOPLE
from agents.builtin.planning.asking.unsaid_running import OF_RUNNING
from agents.builtin.planning.asking.unsaid_tools import OF_TOOLS
from agents.builtin.planning.entries import Entries
from agents.builtin.reader.words.occurring import occurring
from agents.builtin.seldom import Seldom

UNSAID = (*OF_PEOPLE, *OF_DATA, *OF_OUTSIDE, *OF_RUNNING, *OF_TOOLS, *OF_KINDS, *OF_BOUNDS)
# What is asked of a whole document, sorted, for most of it stands in none; what names a part of itself stays as it is.
SORTED = {
    each.pattern: occurring(each.pattern)
    for row in UNSAID
    for each in (row.given, row.hint, row.raised, row.besides, row.answered)
    if "(?P<" not in each.pattern
}
# Names of so many letters are parts of other words too; so many names are looked for.
SHORTEST, MOST_NAMES = 2, 12
# What stands before the name of a system that is talked to.
TALKED_TO = r"\b(?:from|via|through|with|using|by|to) (?:the |our |their )?"
# What is named by its kind alone is nobody's system yet.
KINDS_OF = re.compile(
    r"(?:e-?)?mails?|sms|push|gps|qr codes?|oauth2?|sso|ldap|rest|webhooks?|calendars?|maps?|payments?|weather|https?|smtp|imap|mqtt|ntp|usb|bluetooth|csv|rss"
)
# What comes later, if at all, is asked about when it comes.
LATER = Seldom(
    r"\b(?:in (?:the )?future|later|post-(?:mvp|v\d|launch)|phase [2-9]|v[2-9]|version [2-9]|optional(?:ly)?|stretch|nice[- ]to[- ]have|candidates|some ?day|eventually)\b"
)
# What stands before the words of an entry.
BULLET = re.compile(r"^(?:[-*+•>]|\d{1,2}[.)])\s+")
# A line, its words as they stand, and the same in small letters.
Told = tuple[int, str, str]


def silent(sort: str, entries: Entries, body: str, *, alone: bool) -> Iterator[Draft]:
    """What this sort of product should say about its own demands and the text does not; `alone` it stays with its user."""
    whole, lines, demands = body.lower(), _lines(body, entries), _demands(entries)
    wanted = "\n".join(small for _, _, small in demands)
    out = "\n".join(each.text.lower() for each in (*entries.non_goals, *entries.deferred))
    for row in UNSAID:
        each = _named(row, entries) if row.raised is BY_NAME else row
        if sort not in each.sorts or (entries.in_place and not each.of_a_change) or (alone and each.shared):
            continue
        # What raises it is looked for only in those lines, where a hint tells them apart.
        if not _stands(each.given, wanted) or not _stands(
            each.hint if each.hint.pattern else each.raised, whole if each.anywhere else wanted
        ):
            continue
        found = [
            told
            for told in _raising(each, lines if each.anywhere else demands)
            if not _is_out(each, told, out)
        ]
        if found and not _stands(each.answered, whole):
            yield _asked(each, found)


def _stands(words: Seldom, text: str) -> bool:
    return SORTED.get(words.pattern, words).search(text) is not None


def _raises(unsaid: Unsaid, text: str) -> bool:
    return _stands(unsaid.hint, text) and _stands(unsaid.raised, text)


def raised_by(unsaid: Unsaid, small: str) -> bool:
    """Whether one demand, in small letters, raises the question, and no word beside it says that it is about something else."""
    return _raises(unsaid, small) and not _stands(unsaid.besides, small)


def written(words: str, small: str) -> str:
    """The words as they are written, for places that were found in small letters; these may be more than capitals were, and then nothing is lost but the capitals."""
    return words if len(words) == len(small) else small


def _is_out(unsaid: Unsaid, told: Told, out: str) -> bool:
    """Whether what raises the question is left out or put off elsewhere: `New channels such as SMS`, beside `SMS` as a non-goal."""
    match = unsaid.raised.search(told[2])
    return match is not None and bool(match[0].strip()) and match[0].strip() in out


def _named(unsaid: Unsaid, entries: Entries) -> Unsaid:
    """The question about outside systems, raised by the names of those that this document knows."""
    every = (each.name.lower() for each in entries.integrations)
    names = [name for name in every if len(name) > SHORTEST and not KINDS_OF.fullmatch(name)]
    words = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)[:MOST_NAMES])
    return replace(unsaid, raised=Seldom(rf"(?:{TALKED_TO}|\()(?P<thing>{words})\b")) if words else unsaid


def unsaid_of(question: str) -> Unsaid | None:
    """What a question was asked about."""
    return next((each for each in (*UNSAID, *RISKS) if each.asks(question)), None)


def _demands(entries: Entries) -> Sequence[Told]:
    """What is demanded for sure and at once, and stands on a line that leaves nothing open."""
    told = ((line, " ".join(text.split())) for line, text in demands(entries))
    return [(line, text, text.lower()) for line, text in told if not LATER.search(text.lower())]


def _lines(body: str, entries: Entries) -> Sequence[Told]:
    """Every line but those that rule something out, put it off or leave it open."""
    spared = (*entries.questions, *entries.non_goals, *entries.deferred)
    without = {line for each in spared for line in each.lines}
    rows = enumerate(body.split("\n"), start=1)
    told = ((number, BULLET.sub("", " ".join(row.split()))) for number, row in rows if number not in without)
    return [(number, row, row.lower()) for number, row in told]


def _raising(unsaid: Unsaid, told: Sequence[Told]) -> Sequence[Told]:
    found = (each for each in told if raised_by(unsaid, each[2]))
    return list({each[0]: each for each in found}.values())[:MOST_LINES]


def _asked(unsaid: Unsaid, found: Sequence[Told]) -> Draft:
    _, words, small = found[0]
    match = unsaid.raised.search(small)
    whole = written(words, small)
    thing = whole[slice(*match.span("thing"))] if match and "thing" in match.re.groupindex else ""
    return Draft(
        unsaid.weight,
        unsaid.text.format(thing=thing),
        f"“{cited(whole, match)}”: the PRD does not say {unsaid.silent}.",
        unsaid.changes,
        unsaid.options[0],
        unsaid.options,
        tuple(sorted(number for number, _, _ in found)),
    )
