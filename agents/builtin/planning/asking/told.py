"""What the document itself leaves open, asked as a question with an answer that harms nobody, or with none."""

import re
from collections.abc import Iterator, Sequence

from agents.builtin.planning.asking.alternatives import (
    Ways,
    asked_as,
    either_in,
    is_unchosen,
    settled_end,
    ways_in,
)
from agents.builtin.planning.asking.choosing import EACH, choice_in
from agents.builtin.planning.asking.drafted import Draft
from agents.builtin.planning.asking.safely import UNREACHED, is_value, taken_for
from agents.builtin.planning.asking.silent import LATER
from agents.builtin.planning.asking.unguessable import Stake, stake_of
from agents.builtin.planning.entries import Entries
from agents.builtin.planning.quoting import listed, short
from agents.builtin.reader.text.inline import capital, split_lead
from agents.builtin.seldom import Seldom
from agents.schemas.requirements import Statement

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
# What the document takes until then: `OPEN (default yes)`
MEANTIME = Seldom(
    r"\s*\((?:assum(?:e|ed|ing)|by default|currently|default|for now|until then)[:,]?\s+(?P<what>[^()]{2,60})\)\s*$",
    re.IGNORECASE,
)
STATUS = Seldom(r"\s*(?:->|→|[:–—-])\s*(?:still )?(?:open|pending|undecided)\W*$", re.IGNORECASE)
WHETHER = Seldom(
    r"^whether (?:or not )?(?P<what>.{8,200}?)(?:,? (?:must|needs? to|remains? to|should|still has to) be (?:agreed|clarified|confirmed|decided|settled)\b.*)?$",
    re.IGNORECASE,
)
# A question without its mark, and not `what the game is`.
DIRECT = Seldom(
    r"^(?:how|what|when|where|which|who)(?: [\w-]+){0,2} (?:are|can|decides?|did|do|does|gets?|has|have|is|may|must|owns?|pays?|shall|should|will|would)\b(?! *$)",
    re.IGNORECASE,
)
# A question in one column, and what hangs on it in the next.
AFFECTS = Seldom(r"^(?P<asked>[^?]{8,300}\?)\s*:\s+(?P<affects>[^?]{3,160})$")
# Whether something belongs to the first version can be answered by no.
IN_SCOPE = Seldom(
    r"\b(?:in|for|needed in|part of) (?:the )?(?:first version|initial release|mvp|v ?1(?:\.0)?)\?",
    re.IGNORECASE,
)
# `People have to be able to check in somehow`
SOMEHOW = Seldom(r"\b(?:irgendwie|one way or (?:an)?other|some ?how|in some way)\b", re.IGNORECASE)
# Who decides is not what is decided.
OF_WHOM = Seldom(
    r"\bneeds? (?:a |an )?(?:final )?(?:clarification|decision|discussion|input) (?:by|from|of)\b",
    re.IGNORECASE,
)
MEANWHILE = "The PRD names these and takes none; until somebody decides, the first stands, and another can take over later."
DEPENDS = "whatever depends on it; it stays listed as open until then"
FUTURE = Seldom(
    r"\b(?:any|every) future\b|\bfuture (?:change|move|release|step|version|work)s?\b|\bv ?1\.[1-9]\b",
    re.IGNORECASE,
)
MOST, WEIGHT, LATEST = 5, 60, 40
# What an open point changes, by its words, the weightiest first.
WEIGHTS = tuple(
    (weight, Seldom(words, re.IGNORECASE))
    for weight, words in (
        (
            44,
            r"\b(?:colou?rs?|copy|fonts?|icons?|labels?|logos?|naming|(?:final|working|product|package|project) (?:name|title)|texts?|wording)\b|\blog size",
        ),
        (
            67,
            r"\b(?:android|architecture|browsers?|cloud|desktop|first version|host(?:ed|ing)|ios|mobile|mvp|off-?line|on-?line|on-?prem\w*|platforms?|(?:multi|single)-?tenan\w*|tenan(?:cy|ts?)|who is it for)\b",
        ),
        (
            63,
            r"\b(?:access|accounts?|api|auth\w*|data ?base|data model|export|formats?|import|integrat\w+|interfaces?|log(?:-| )?in|migrat\w+|permissions?|retention|rights|roles?|schema|sign(?:-| )?in|sso|stor(?:e|ed|age)|who (?:can|may|should))\b",
        ),
    )
)
LABELLED = re.compile(
    r"^(?-i:[A-Z]{1,4}-?[A-Z\d]{1,3})[:.]\s+|^(?:open )?(?:consideration|question|issue|decision|todo|note|point)s?\s*[:–—-]\s*"
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
BULLET = Seldom(r"^\s*(?:[-*+•>]|\d{1,2}[.)])\s+")
MOST_BELOW, MOST_NAMED, NAME = 20, 4, 60
ASIDE = re.compile(r"\s*\([^()]*\)\s*$")


def told(entries: Entries, body: str = "") -> Iterator[Draft]:
    """What the document itself leaves open, what changes most first; where a guess could do harm there is no default.

    An open point that announces a list is about what stands there: `body` is where it is read.
    """
    open_points = [
        each
        for each in entries.questions
        if len(each.text) >= 12 and not EMPTY.match(each.text) and not choice_in(each.text)
    ]
    questioned = {line for each in open_points if ASKS.search(each.text) for line in each.lines}
    # What follows a question on its line says who will answer it, and asks nothing: `I'll ask the ranger.`
    open_points = [
        each for each in open_points if ASKS.search(each.text) or questioned.isdisjoint(each.lines)
    ]
    weighed = sorted(((each, _stake(each.text)) for each in open_points), key=lambda pair: pair[1] is None)
    unsafe = sum(stake is not None for _, stake in weighed)
    for number, (each, stake) in enumerate(weighed[:unsafe]):
        yield _draft(each, body, weight=88 - number, stake=stake)
    now = (each for each, _ in weighed[unsafe:] if "?" in each.text or not _is_for_later(each.text))
    first = sorted(now, key=lambda each: -weight_of(each.text))
    for number, each in enumerate(first[:MOST]):
        draft = _draft(each, body, weight=weight_of(each.text) - number)
        yield draft._replace(text=_of_what(draft.text, each, entries))
    yield from _unchosen(entries)


def _of_what(question: str, point: Statement, entries: Entries) -> str:
    """A question that only names ways, with the demand beside which they stand: `Export the list: CSV or JSON?`."""
    ways = ways_in(point.text) if "?" not in point.text else None
    beside = (each for each in entries.requirements if each.lines[:1] == point.lines[:1])
    demand = next(beside, None) if ways and not ways.about else None
    return asked_as(ways, about=short(demand.text)) if ways and demand else question


def _unchosen(entries: Entries) -> Iterator[Draft]:
    """Ways that stand among the limits and qualities of a document, and of which none is taken."""
    opened = {line for each in entries.questions for line in each.lines}
    for each in {one.lines: one for one in (*entries.nfrs, *entries.constraints) if one.lines}.values():
        if not opened.isdisjoint(each.lines) or not is_unchosen(each.text) or choice_in(each.text):
            continue
        first = each.lines[0] - 1
        row = BULLET.sub("", entries.source[first]) if first < len(entries.source) else ""
        ways = ways_in(row) or ways_in(each.text)
        if ways and not EACH.search(ways.about):
            yield _choose(ways, each.lines)
    for demand in (*entries.requirements, *entries.nfrs, *entries.constraints):
        left = either_in(demand.text) if demand.lines and opened.isdisjoint(demand.lines) else None
        if left:
            yield _choose(left, demand.lines)


def _choose(ways: Ways, lines: tuple[int, ...]) -> Draft:
    choices = ways.ordered
    return Draft(61, asked_as(ways), MEANWHILE, DEPENDS, choices[0], choices, lines)


def _draft(each: Statement, body: str, *, weight: int, stake: Stake | None = None) -> Draft:
    point, hangs_on = _parted(each.text)
    below = _below(body, each.lines[0]) if each.lines and point.rstrip().endswith((":", "：")) else ()
    lines = tuple(dict.fromkeys((*each.lines, *(line for line, _ in below))))
    text, default, options = asked(point, names=[name for _, name in below])
    if stake:
        ways = ways_in(point)
        return Draft(
            weight, text, stake.why, hangs_on or stake.changes, None, ways.ordered if ways else (), lines
        )
    why = MEANWHILE if len(options) > 1 and default == options[0] else "The PRD itself leaves this open."
    return Draft(weight, text, why, hangs_on or DEPENDS, default, options, lines)


def _stake(text: str) -> Stake | None:
    """What a guess would put at risk; whether something belongs to the first version risks nothing, nor does who decides it."""
    point, _ = _parted(text)
    if IN_SCOPE.search(point) or (_is_for_later(point) and not point.endswith("?")):
        return None
    return stake_of(settled_end(point) if OF_WHOM.search(point) else point)


def _parted(text: str) -> tuple[str, str]:
    """A question, and what hangs on it where a second column says so: `Late fees: flat, none?: invoices`."""
    found = AFFECTS.match(text)
    return (found["asked"], found["affects"].strip()) if found else (text, "")


def weight_of(text: str) -> int:
    """How much of a plan an open point changes, by its words: the whole product, access and data, its rules, its looks."""
    if _is_for_later(text):
        return LATEST
    return next((weight for weight, words in WEIGHTS if words.search(text)), WEIGHT)


def _is_for_later(text: str) -> bool:
    """Whether it is about a version after the first, which waits for no answer now."""
    return bool(LATER.search(text.lower()) or FUTURE.search(text))


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
    plain = LABELLED.sub("", text.strip()).strip()
    if plain.endswith(("?", "？")):
        return _taken(capital(plain), about=plain)
    plain, said = _without_status(plain)
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
    question, about = _as_question(quoted)
    if said.casefold() in {"yes", "no"}:
        yes_or_no = ("Yes.", "No.") if said.casefold() == "yes" else ("No.", "Yes.")
        return f"{quoted}: yes or no?", yes_or_no[0], yes_or_no
    if said:
        return question, f"What the PRD takes meanwhile: {said}.", ()
    return _taken(question, about=about, listing="" if WHETHER.match(quoted) else text)


def _without_status(plain: str) -> tuple[str, str]:
    """The open point without the words that only say so, and what is taken meanwhile by its own words."""
    meanwhile = MEANTIME.search(plain)
    said = meanwhile["what"].strip() if meanwhile else ""
    plain = STATUS.sub("", MEANTIME.sub("", plain)).strip()
    return settled_end(UNDECIDED.sub("", plain).strip()) or plain, said


def _as_question(quoted: str) -> tuple[str, str]:
    """An open point without a question mark as a question, and the words by which its default is found."""
    ways = ways_in(quoted)
    if whether := WHETHER.match(quoted):
        matter, about = capital(whether["what"]), f"is {whether['what']}"
        return f"{matter}: {'which of them' if ways_in(about) else 'yes or no'}?", about
    if DIRECT.match(quoted):
        return f"{capital(quoted)}?", f"{quoted}?"
    if ways:
        return asked_as(ways), quoted
    if reached := UNREACHED.search(quoted):
        return f"“{short(quoted, longest=160)}”: can a program reach it, and how?", reached[0]
    if SOMEHOW.search(quoted):
        return f"“{short(quoted, longest=160)}”: in which way?", "how"
    if "placeholder" in quoted.casefold():
        return f"“{short(quoted)}”: what shall it be?", quoted
    value = ASIDE.sub("", quoted)
    if is_value(value):
        return f"{capital(value)}: what shall it be?", value
    return f"The PRD leaves this open: “{quoted}”. What do you want?", quoted


def _taken(question: str, *, about: str, listing: str = "") -> tuple[str, str, tuple[str, ...]]:
    choice = taken_for(about, listing=listing)
    return question, choice.default, choice.options
