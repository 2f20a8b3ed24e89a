"""What the document itself leaves open, asked as a question with an answer that harms nobody, or with none."""

import re
from collections.abc import Iterator, Sequence

from agents.builtin.planning.asking.choosing import choice_in
from agents.builtin.planning.asking.drafted import Draft
from agents.builtin.planning.asking.safely import taken_for
from agents.builtin.planning.asking.unguessable import stake_of
from agents.builtin.planning.entries import Entries
from agents.builtin.planning.quoting import listed, short
from agents.builtin.reader.text.inline import split_lead

# “TBD” alone says that something is missing, but nothing that could be answered.
EMPTY = re.compile(
    r"^\W*(?:tbd|tbc|todo|to be (?:updated|decided|defined|determined|written|confirmed)|待定|未定)\W*$",
    re.IGNORECASE,
)
MARKED = re.compile(
    r"\[\s*(?:needs clarification|tbd|tbc|open|todo)\s*[:–—-]\s*(?P<what>[^\]]{3,300})\]", re.IGNORECASE
)
UNDECIDED = re.compile(
    r"[\s\[(:–—-]*\b(?:tbd|tbc|todo|to be (?:decided|determined|defined|confirmed)|待定|未定)\b[\])]?[.!]*\s*$",
    re.IGNORECASE,
)
# Answered since, or one of a list of what is found out: `whether it is met;`.
SETTLED = re.compile(
    r"^[^\w(]*(?i:resolved|decided|settled|answered|closed)\b(?:[ :(]*\d{4}|\s*[:—–-])|^whether\b[^?]*;$"
)
LABELLED = re.compile(
    r"^(?:open )?(?:consideration|question|issue|decision|todo|note|point)s?\s*[:–—-]\s*"
    r"|^(?:(?:still )?(?:open|undecided|unclear|unsure)|(?:noch )?offen(?: ist)?(?: noch)?|(?:noch )?unklar|ouvert|por decidir)\s*[:–—-]\s*"
    r"|^\?{2,}\s*",
    re.IGNORECASE,
)
# Words before an open point that say which kind of answer it wants.
MAYBE = re.compile(
    r"^(?:possibly|maybe|perhaps|potentially|optionally)\b[:,]?\s*|^(?:possible|optional)\s*:\s*",
    re.IGNORECASE,
)
ALTERNATIVE = re.compile(r"^alternative(?:ly|s)?(?: (?:approach|option|idea))?\s*[:,–—-]\s*", re.IGNORECASE)
UNCHECKED = re.compile(
    r"\bneeds? (?:\w+ )?"
    r"(?:verification|verifying|investigation|investigating|confirmation|checking|research)\b"
    r"|\b(?:to be|not yet|must be) (?:verified|confirmed|investigated|checked)\b|\bunverified\b",
    re.IGNORECASE,
)
ITEM = re.compile(r"^(?P<indent>\s*)(?:[-*+•]|\d{1,2}[.)])\s+(?P<words>\S.*)$")
ASKS = re.compile(
    r"[?？]|^(?:also |and |but )?(?:which|what|who|whether|how|when|where|if|do|does|should|shall)\b|\b(?:tbd|tbc|unsure|undecided)\b",
    re.IGNORECASE,
)
MOST_BELOW, MOST_NAMED, NAME = 20, 4, 60
ASIDE = re.compile(r"\s*\([^()]*\)\s*$")


def told(entries: Entries, body: str = "") -> Iterator[Draft]:
    """What the document itself leaves open; where a guess could do harm there is no default, and the run waits.

    An open point that announces a list is about what stands there: `body` is where it is read.
    """
    open_points = [
        each
        for each in entries.questions
        if len(each.text) >= 12
        and not EMPTY.match(each.text)
        and not choice_in(each.text)
        and not SETTLED.match(each.text)
    ]
    questioned = {line for each in open_points if ASKS.search(each.text) for line in each.lines}
    # What follows a question on its line says who will answer it, and asks nothing: `I'll ask the ranger.`
    open_points = [
        each for each in open_points if ASKS.search(each.text) or questioned.isdisjoint(each.lines)
    ]
    weighed = sorted(((each, stake_of(each.text)) for each in open_points), key=lambda pair: pair[1] is None)
    unsafe = sum(stake is not None for _, stake in weighed)
    for number, (each, stake) in enumerate(weighed[: max(3, unsafe)]):
        below = _below(body, each.lines[0]) if each.lines and each.text.rstrip().endswith((":", "：")) else ()
        lines = tuple(dict.fromkeys((*each.lines, *(line for line, _ in below))))
        text, default, options = asked(each.text, names=[name for _, name in below])
        if stake:
            yield Draft(88 - number, text, stake.why, stake.changes, None, (), lines)
            continue
        yield Draft(
            60 - number,
            text,
            "The PRD itself leaves this open.",
            "whatever depends on it; it stays listed as open until then",
            default,
            options,
            lines,
        )


def _below(body: str, line: int) -> tuple[tuple[int, str], ...]:
    """The entries that stand below a line and further in: their lines, and what each begins with."""
    rows = body.split("\n")
    outer = ITEM.match(rows[line - 1]) if line <= len(rows) else None
    depth = len(outer["indent"]) if outer else -1
    found: list[tuple[int, str]] = []
    for number, row in enumerate(rows[line : line + MOST_BELOW], start=line + 1):
        item = ITEM.match(row)
        if item is None or len(item["indent"]) <= depth:
            if row.strip():
                break
            continue
        lead, rest = split_lead(item["words"])
        found.append((number, short(lead or rest, longest=NAME)))
    return tuple(found)


def asked(text: str, *, names: Sequence[str] = ()) -> tuple[str, str, tuple[str, ...]]:
    """The open point as a question, without its label and its “TBD”, and the default that promises nothing untrue.

    `names` are those of the list it announces. The ways to choose from come last, where it names some.
    """
    marker = MARKED.search(text)
    if marker:
        before = MARKED.sub("…", text).strip(" .:-–—[]()")
        missing = marker["what"].strip(" .")
        question = f"The PRD says “{before[:300]}” and leaves open: {missing}. What shall it be?"
        return _taken(question, about=missing if missing.endswith("?") else "What shall it be?")
    plain = UNDECIDED.sub("", LABELLED.sub("", text.strip())).strip()
    if plain.endswith(("?", "？")):
        return _taken(plain[:1].upper() + plain[1:], about=plain)
    quoted = plain[:300].rstrip(".: ")
    if maybe := MAYBE.match(quoted):
        built = f"The PRD says perhaps: “{quoted[maybe.end() :]}”. Shall it be built?"
        return built, "No, not in the first version.", ()
    if other := ALTERNATIVE.match(quoted):
        instead = f"The PRD names an alternative: “{quoted[other.end() :]}”. Shall it be built instead?"
        return instead, "No; what the PRD says first is built.", ()
    if UNCHECKED.search(quoted):
        matter = ASIDE.sub("", quoted) if UNCHECKED.search(quoted[len(ASIDE.sub("", quoted)) :]) else quoted
        matter += f": {listed(names[:MOST_NAMED], names)}" if names else ""
        unchecked = f"The PRD says this is not checked yet: “{matter}”. What is right?"
        return unchecked, "What the PRD says; it is checked first.", ()
    return _taken(f"The PRD leaves this open: “{quoted}”. What do you want?", about=plain)


def _taken(question: str, *, about: str) -> tuple[str, str, tuple[str, ...]]:
    choice = taken_for(about)
    return question, choice.default, choice.options
