"""Plain text as it is pasted: messages of a chat, boxes to tick, commands in columns and cells of a spreadsheet are lists, though no line is marked as an entry."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

from agents.builtin.reader.notations.copied import as_copied
from agents.builtin.reader.notations.errands import those_present
from agents.builtin.reader.notations.icons import as_marked
from agents.builtin.reader.notations.indented import UNFINISHED, as_entries
from agents.builtin.reader.notations.letters import as_letter
from agents.builtin.reader.notations.listed_code import without_code
from agents.builtin.reader.notations.minutes import as_minutes
from agents.builtin.reader.notations.scenarios import as_scenarios
from agents.builtin.reader.notations.spoken import as_spoken, without_pauses
from agents.builtin.reader.notations.talk import as_messages, is_talk
from agents.builtin.reader.text.inline import capital
from agents.builtin.reader.text.marks import ITEM, opening
from agents.builtin.reader.words.tickets import told_in_head

# `[ ] upload a file`
BOX = re.compile(r"^\s*\[[ xX✓]?\]\s+(?=\S)")
# `Title: Bulk invite`, `Betreff: …`: the first line of a form or a mail.
TITLED = re.compile(
    r"^\s*(?:(?:title|subject|prd|(?:app|project|product|game|startup) (?:idea|concept|name)|bug(?: report)?|feature(?: request)?|change request(?= ?:)|fehler(?:bericht|meldung)?(?= ?:)|störung(?= ?:)|erreur(?= ?:)|epic|note to (?:self|me|myself)(?= ?:)|(?:notiz|zettel|merkzettel)(?: an mich)?(?= ?:)|titel|betreff|titre|objet|asunto|t[íi]tulo)(?:[:：]|\s[–-]\s)\s*){1,2}(?=\S)",
    re.IGNORECASE,
)
# `shipit plan    - shows what would be deployed`
COLUMN = re.compile(r"^\S.{0,60}?(?: {2,}|\t+)(?:[-–—]+ +)?\S")
FEWEST_ENTRIES = 3
# In so many lines a tracker has printed its fields.
HEAD = 20
WIDEST_ENTRY = 110
# What stands in a list, a table, a quotation or code already.
MARKED = re.compile(rf"{ITEM.pattern}|^\s*(?:[|>#`]|    )|^\s")
# What a mail ends with, and the names below it.
SIGN_OFF = re.compile(
    r"^\s*(?:(?:many |big )?thanks?(?: you)?|thx|ty|cheers|(?:all the |my )?best(?: regards| wishes)?|(?:kind |warm |with |many )*(?:regards|greetings)|danke"
    r"|viele grüße|(?:liebe|beste|schöne) grüße|mit freundlichen grüßen|lg|vg|mfg|merci|cordialement|gracias|yours(?: sincerely| truly)?|sincerely"
    r"|take care|see you|saludos)\b[^.?]{0,60}[,.!)]*\s*$",
    re.IGNORECASE,
)
LONGEST_SIGNATURE = 3
# The name alone below a text: `T. Wessel`, `-- Tom`, and behind a greeting also `Marlies`.
SIGNED = re.compile(r"^\s*(?:(?:-{2,} ?|[–—/~-])[A-Z][\w'’-]*|[A-Z]\. ?[A-Z][\w'’-]+(?:, [^.?!]{3,40})?)\W*$")
NAME = re.compile(r"^\s*[A-Z][\w'’-]*(?: [A-Z][\w'’.-]*){0,2}(?:, [^.?!]{3,40})?\W*$")
GREETING = re.compile(
    r"^\s*(?:hi|hey|hello|dear|hallo|moin|liebe[rs]?|bonjour|salut|hola|good (?:morning|afternoon))\b.{0,40}$",
    re.IGNORECASE,
)


def as_lists(text: str) -> str:
    """`text` with a mark in front of what is an entry of a list; the lines keep their numbers."""
    copied = as_copied(without_pauses(text.split("\n")))
    lines = as_entries(as_scenarios(as_letter(as_marked(as_spoken(copied)))))
    if titled := TITLED.match(lines[0]):
        lines[0] = f"# {capital(lines[0][titled.end() :])}"
    lines = [BOX.sub("- [ ] ", line) for line in (*map(told_in_head, lines[:HEAD]), *lines[HEAD:])]
    told = as_minutes(as_messages(without_code(lines)), present=those_present(lines))
    return "\n".join(told if is_talk(lines) else _loose(_unsigned(told)))


def _unsigned(lines: list[str]) -> list[str]:
    """The lines without the names under a mail."""
    written = [at for at, line in enumerate(lines) if line.strip()]
    for at in written[-1 - LONGEST_SIGNATURE :]:
        if SIGN_OFF.match(lines[at]):
            return lines[:at] + [""] * (len(lines) - at)
    if not written or written[-1] == 0 or lines[written[-1] - 1].strip():
        return lines
    greets = any(GREETING.match(lines[at]) for at in written[:2])
    signed = SIGNED.match(lines[written[-1]]) or (greets and NAME.match(lines[written[-1]]))
    return lines[: written[-1]] + [""] * (len(lines) - written[-1]) if signed else lines


def _loose(lines: Iterable[str]) -> Iterator[str]:
    """Marks the lines of each group that are entries: commands in columns, or lines that end where the next word had room."""
    for blank, group in groupby(lines, key=lambda line: not line.strip()):
        together = list(group)
        if not blank and together[0].rstrip().endswith(":"):
            yield together.pop(0)
        while together and together[0].startswith("#"):
            yield together.pop(0)
        if together and not blank and _are_cells(together):
            yield f"||{'||'.join(_cells(together[0]))}||"
            yield from (f"|{'|'.join(_cells(line))}|" for line in together[1:])
            continue
        listed = not blank and len(together) >= FEWEST_ENTRIES and not any(map(_is_marked, together))
        if listed and (_are_commands(together) or _end_early(together)):
            yield from (f"- {line.strip()}" for line in together)
        else:
            yield from together


def _are_cells(lines: list[str]) -> bool:
    """Whether lines are cells of a spreadsheet: as many of them in each line, with tabulators between."""
    tabs = {line.count("\t") for line in lines}
    return (
        len(lines) >= FEWEST_ENTRIES
        and len(tabs) == 1
        and tabs.pop() > 0
        and not any(line[:1].isspace() for line in lines)
    )


def _cells(line: str) -> list[str]:
    return [cell.strip().replace("|", "/") for cell in line.split("\t")]


def _is_marked(line: str) -> bool:
    return bool(MARKED.match(line)) or opening(line) is not None


def _are_commands(lines: list[str]) -> bool:
    """Whether all lines begin with the same small word, as a command does, and stand in columns."""
    first = {line.split(maxsplit=1)[0] for line in lines}
    return len(first) == 1 and next(iter(first)).islower() and any(map(COLUMN.match, lines))


def _end_early(lines: list[str]) -> bool:
    """Whether most lines begin small and none is so long that the first word of the next one had to go below it."""
    small = sum(line[:1].islower() for line in lines)
    width = max(map(len, lines))
    if 2 * small <= len(lines) or width > WIDEST_ENTRY:
        return False
    return (
        all(
            not UNFINISHED.search(line) and len(line.rstrip()) + 1 + len(after.split(maxsplit=1)[0]) <= width
            for line, after in pairwise(lines)
            if len(line) < width
        )
        and sum(len(line) == width for line in lines) == 1
    )
