"""What stands among the open points of a document and is none: what is decided since, and words about the list itself."""

import re
from collections.abc import Collection, Sequence

from agents.builtin.planning.entries import Entries
from agents.builtin.reader.words.doubt import doubts
from agents.builtin.seldom import Seldom

# `Resolved 2026-08-17: …`, `OQ-1: resolved (record 5)`, `✅ rules only`
DECIDED = Seldom(
    r"^[^\w(]*(?:[\w.-]{1,8}:\s+)?(?:(?i:answered|closed|decided|resolved|settled)\b(?:[ :(]*\d{4}|\s*[:—–(-]|\s*$)|✅|☑)"
)
TICKED = Seldom(r"[:—–-]\s*(?:✅|☑)|\*\*\s*(?:✅|☑)")
# `Open questions (resolved)`
DECIDED_HERE = Seldom(r"\b(?:answered|closed|decided|resolved|settled)\b", re.IGNORECASE)
OPEN_HERE = Seldom(
    r"\b(?:clarif\w*|decid\w*|decisions?|open|questions?|tbd|unclear|unknowns?|undecided)\b", re.IGNORECASE
)
# `Flag new questions here`, `All of them are resolved`, `These do not block the start`, `Tracked in QUESTIONS.md`
ABOUT_THE_LIST = Seldom(
    r"^(?:(?:add|flag|list|log|note|record|write down) (?:all |any |further |new |other |your )*(?:open )?(?:decisions|issues|items|points|questions)\b"
    r"|(?:all|every|no|none)\b[^?]{0,60}\b(?:answered|at (?:the|this) (?:moment|time)|decided|left|open|remain(?:ing|s)?|resolved|settled|so far)$"
    r"|(?:the |these |those |following ){0,2}(?:open )?(?:decisions|issues|items|points|questions) (?:above|are|below|that|to be|we|which)\b[^?]*$"
    r"|(?:these|those|none of (?:these|them)) (?:are|can|do(?:n['’]t)?|need|should|will)\b[^?]*$"
    r"|(?:[\w-]+ )?(?:kept|listed|tracked|tracking|see)\b[^?]*(?:\.md\b|\bboard|\bissues?\b|\btracker|https?:))",
    re.IGNORECASE,
)
# `The document answers five questions:`, `What they ask themselves: Is it worth it?`
ANSWERED_HERE = Seldom(r"\banswers?\b[^.:\n]{0,40}\bquestions?\b[^.\n]*:\s*$", re.IGNORECASE)
OF_OTHERS = Seldom(
    r"^\W*(?:doubts|questions|what|why) (?:buyers?|customers?|he|people|she|they|users?|visitors?)\b[^:]{0,40}:",
    re.IGNORECASE,
)
QUOTED = Seldom(r"^[\"“„«][^\"”»]{6,}[\"”»](?:\s*:.*)?$")
HEADING = Seldom(r"^\s{0,3}(?:#{1,6}\s+(?P<words>.+)|\*\*(?P<bold>[^*]+)\*\*:?\s*)$")
LONGEST_HEADING, MOST_READ, MOST_BACK = 8, 300, 20
ITEM = Seldom(r"^\s*(?:[-*+•|>]|\d{1,2}[.)])")


def keep_open(entries: Entries, source: Sequence[str]) -> None:
    """Leave among the open points only those that are: what is decided since limits the plan, and words about the list fall away."""
    if not entries.questions:
        return
    headings = headings_above(source, {line for each in entries.questions for line in each.lines[:1]})
    listed = frozenset(
        headings.get(each.lines[0], "")
        for each in entries.questions
        if each.lines and ITEM.match(_line(source, each.lines))
    )
    for each in tuple(entries.questions):
        above = headings.get(each.lines[0], "") if each.lines else ""
        if _is_decided(each.text, above, _line(source, each.lines)):
            entries.questions.remove(each)
            if not DECIDED.match(each.text) and not any(
                set(each.lines) & set(one.lines) for one in entries.constraints
            ):
                id_ = entries.new_id("constraint", each.text)
                entries.constraints.append(each.model_copy(update={"id": id_}))
        elif _asks_nobody(each.text, above, source, each.lines) or _remarks(
            each.text, source, each.lines, listed - {""}, above
        ):
            entries.questions.remove(each)


def headings_above(source: Sequence[str], lines: Collection[int]) -> dict[int, str]:
    """The heading under which each of these lines stands; empty above the first."""
    found: dict[int, str] = {}
    above = ""
    for number, row in enumerate(source, start=1):
        heading = HEADING.match(row) if row.lstrip()[:1] in {"#", "*"} and len(row) < MOST_READ else None
        words = (heading["words"] or heading["bold"]) if heading else ""
        # A whole sentence in bold is no heading.
        above = words if words and len(words.split()) <= LONGEST_HEADING else above
        if number in lines:
            found[number] = above
    return found


def _line(source: Sequence[str], lines: Sequence[int]) -> str:
    return source[lines[0] - 1] if lines and lines[0] <= len(source) else ""


def _remarks(
    text: str, source: Sequence[str], lines: Sequence[int], listed: frozenset[str], above: str
) -> bool:
    """Whether it is a sentence beside a list of open points, which doubts nothing and asks nothing."""
    return above in listed and not ITEM.match(_line(source, lines)) and "?" not in text and not doubts(text)


def _is_decided(text: str, above: str, line: str) -> bool:
    here = DECIDED_HERE.search(above) and OPEN_HERE.search(above) and "?" not in text
    return bool(here or DECIDED.match(text) or TICKED.search(line))


def _asks_nobody(text: str, above: str, source: Sequence[str], lines: Sequence[int]) -> bool:
    if ABOUT_THE_LIST.match(text.strip().rstrip(".:")):
        return True
    if OPEN_HERE.search(above):
        return False
    return bool(QUOTED.match(text) or OF_OTHERS.match(_line(source, lines)) or _answered_here(source, lines))


def _answered_here(source: Sequence[str], lines: Sequence[int]) -> bool:
    """Whether the list in which a line stands is announced as what the document answers."""
    if not lines or not ITEM.match(_line(source, lines)):
        return False
    rows = source[max(0, lines[0] - MOST_BACK) : lines[0] - 1]
    before = (row for row in reversed(rows) if row.strip() and not ITEM.match(row))
    return bool(ANSWERED_HERE.search(next(before, "")))
