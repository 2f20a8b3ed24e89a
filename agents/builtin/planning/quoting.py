"""The document's words inside a sentence of ours: short, whole, and in quotation marks."""

import re
from collections.abc import Sequence

LONGEST = 90
# So much of a quotation stands before a bracket that is left out with what it holds.
MOST_OPEN = 20
# Behind so many stretches of ids the others are counted.
MOST_RUNS = 12
# A text is not cut for a last word or two: the cut would be as long as what it saves.
SLACK = 12
# A short lead before a colon or a dash says what the rest explains.
LEAD = re.compile(r"^([^:–—.;]{3,60}?)(?::|\s[–—])\s+\S")
CLAUSE = re.compile(
    r"\s*(?:[,;:(–—。，；（]|\s-\s|\bso that\b|\bin order to\b|\bsuch as\b|\bincluding\b|\bby [a-z]+ing\b|\bwhich\b|\bwhen\b|\bwhile\b)"
)
OPENING = re.compile(r"^(?:Q:\s*|\[[ xX]\]\s*|[-*+]\s+|\(?[A-Za-z]?\d+(?:\.\d+)*[.)]\s+)+")


def quoted(texts: Sequence[str], *, of: int = 0, longest: int = LONGEST, lead: bool = True) -> str:
    """The texts as one list of quotations; `of` says how many there are when not all are given."""
    marks = [f"“{short(text, longest=longest, lead=lead)}”" for text in dict.fromkeys(texts)]
    more = of - len(texts)
    return listed(marks, [*marks, *range(more)] if more > 0 else marks)


def short(text: str, *, longest: int = LONGEST, lead: bool = True) -> str:
    """The text, or its lead, or its first clauses, without the full stop; cut between words only when nothing else is left.

    Where the lead only says what it is about, as in an answer, `lead` is False.
    """
    words = OPENING.sub("", re.sub(r"\s+", " ", text).strip()).strip()
    words = re.sub(r"[“”„\"«»]", "'", words).rstrip(" .;,:：。")
    if len(words) <= longest + SLACK:
        return words
    leading = LEAD.match(words) if lead else None
    if leading and " " in leading[1].strip():
        return leading[1].strip()
    ends = [each.start() for each in CLAUSE.finditer(words) if 30 <= each.start() <= longest]
    cut = words[: ends[-1]].rstrip() if ends else words[:longest]
    # A bracket that is not closed any more says less than none.
    opened = cut.rfind("(")
    if opened > MOST_OPEN and ")" not in cut[opened:]:
        return f"{cut[:opened].rstrip(' ,;:')} …"
    if ends:
        return f"{cut} …"
    return f"{cut.rsplit(' ', 1)[0] if ' ' in cut[30:] else cut} …"


def listed(shown: Sequence[str], every: Sequence[object]) -> str:
    """`a, b and c`, or `a, b and 3 more` when not every one of them is shown."""
    more = len(every) - len(shown)
    names = [*shown, *([f"{more} more"] if more else [])]
    return " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else "".join(names)


def some(names: Sequence[str], most: int) -> str:
    """The first of the names and how many more there are; a single one more is named instead."""
    return listed(names[:most] if len(names) > most + 1 else names, names)


def spans(ids: Sequence[str]) -> str:
    """`R-1 to R-4, R-6 and N-1`: three ids or more whose numbers follow on each other together, in the order of their kinds."""
    kinds: dict[str, dict[int, str]] = {}
    for each in ids:
        kind = each.rstrip("0123456789")
        kinds.setdefault(kind, {})[int(each[len(kind) :] or 0)] = each
    runs: list[list[str]] = []
    for named in kinds.values():
        for number in sorted(named):
            if number - 1 in named:
                runs[-1].append(named[number])
            else:
                runs.append([named[number]])
    shown = [each for run in runs for each in (run if len(run) < 3 else (f"{run[0]} to {run[-1]}",))]
    return listed(shown[:MOST_RUNS], shown)
