"""The document's words inside a sentence of ours: short, whole, and in quotation marks."""

import re
from collections.abc import Sequence

LONGEST = 90
# A text is not cut for a last word or two: the cut would be as long as what it saves.
SLACK = 12
# A short lead before a colon or a dash says what the rest explains.
LEAD = re.compile(r"^([^:–—.;]{3,60}?)(?::|\s[–—])\s+\S")
CLAUSE = re.compile(
    r"\s*(?:[,;:(–—。，；（]|\s-\s|\bso that\b|\bin order to\b|\bsuch as\b|\bincluding\b|\bby [a-z]+ing\b|\bwhich\b|\bwhen\b|\bwhile\b)"
)
OPENING = re.compile(r"^(?:Q:\s*|\[[ xX]\]\s*|[-*+]\s+|\(?[A-Za-z]?\d+(?:\.\d+)*[.)]\s+)+")


def quoted(texts: Sequence[str], *, of: int = 0, longest: int = LONGEST) -> str:
    """The texts as one list of quotations; `of` says how many there are when not all are given."""
    marks = [f"“{short(text, longest=longest)}”" for text in dict.fromkeys(texts)]
    more = of - len(texts)
    return listed(marks, [*marks, *range(more)] if more > 0 else marks)


def short(text: str, *, longest: int = LONGEST) -> str:
    """The text, or its lead, or its first clauses, without the full stop; cut between words only when nothing else is left."""
    words = OPENING.sub("", re.sub(r"\s+", " ", text).strip()).strip()
    words = re.sub(r"[“”„\"«»]", "'", words).rstrip(" .;,:：。")
    if len(words) <= longest + SLACK:
        return words
    lead = LEAD.match(words)
    if lead and " " in lead[1].strip():
        return lead[1].strip()
    ends = [each.start() for each in CLAUSE.finditer(words) if 30 <= each.start() <= longest]
    if ends:
        return f"{words[: ends[-1]].rstrip()} …"
    cut = words[:longest]
    return f"{cut.rsplit(' ', 1)[0] if ' ' in cut[30:] else cut} …"


def listed(shown: Sequence[str], every: Sequence[object]) -> str:
    """`a, b and c`, or `a, b and 3 more` when not every one of them is shown."""
    more = len(every) - len(shown)
    names = [*shown, *([f"{more} more"] if more else [])]
    return " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else "".join(names)


def spans(ids: Sequence[str]) -> str:
    """`R-1 to R-7 and N-1`: the first and the last of each kind of id, in the order in which the kinds come."""
    kinds: dict[str, list[str]] = {}
    for each in ids:
        kinds.setdefault(each.rstrip("0123456789"), []).append(each)
    shown = [group[0] if len(group) == 1 else f"{group[0]} to {group[-1]}" for group in kinds.values()]
    return listed(shown, shown)
