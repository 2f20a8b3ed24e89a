"""Two statements about the same that take different sides: another choice, the contrary, another number, another person."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from agents.builtin.planning.asking.amounts import Amount
from agents.builtin.planning.asking.compared import Compared, phrases_in
from agents.builtin.planning.asking.contradiction import Contradiction, between, stand_apart
from agents.builtin.planning.asking.roots import DEEDS, root, roots, spaced
from agents.builtin.planning.entries import Entries
from agents.builtin.planning.matters import CHOICES, EXCLUSIVE, ONE_EACH
from agents.builtin.reader.words.nouns import singular

# Nobody reads more of them against each other.
MOST_COMPARED = 250
# From here on a ban holds only in some case.
CLAUSE = re.compile(r"\b(?:once|when|after|before|if|while|until|as soon as)\b.*", re.IGNORECASE)
ANY_TIME = re.compile(
    r"\b(?:any ?time|always|at all times|whenever (?:they|he|she|it)|at any (?:point|moment|stage))\b",
    re.IGNORECASE,
)
FOREVER = ("forever", "indefinitely", "never deleted", "permanently", "never removed", "for good")
ENDLESS = (
    "unlimited",
    "no limit",
    "without limit",
    "any number",
    "as many as they want",
    "without any limit",
)
EVERYBODY = frozenset("a an the and or any all every each".split())  # noqa: SIM905  # a list of words reads best as one string


def disagreeing(entries: Entries) -> Iterator[Contradiction]:
    """What any two statements of the document disagree about, once for two places."""
    # Limits and qualities bind everything, so they are among what is compared however many functions there are.
    binding = (*entries.nfrs, *entries.constraints)[:MOST_COMPARED]
    said = (*entries.requirements[: MOST_COMPARED - len(binding)], *binding)
    stated = [Compared(each) for each in said]
    seen: set[frozenset[tuple[int, ...]]] = set()
    for one, other in _candidates(stated):
        lines = frozenset((one.entry.lines, other.entry.lines))
        if lines in seen or set(one.entry.lines) & set(other.entry.lines):
            continue
        found = _disagreement(one, other)
        if found:
            seen.add(lines)
            yield found


def _candidates(stated: Sequence[Compared]) -> Iterator[tuple[Compared, Compared]]:
    """The pairs that take sides, and where half of what the shorter one is about the other is about too; the whole product is all of it."""
    for one, other in combinations(stated, 2):
        if not ((one.sided and other.sided) or one.none or other.none):
            continue
        least, common = min(len(one.roots), len(other.roots)), one.roots & other.roots
        if len(common) * 2 >= least and (not least or common - DEEDS):
            yield one, other


def _disagreement(one: Compared, other: Compared) -> Contradiction | None:
    for strict, loose in ((one, other), (other, one)):
        found = _forbidden(strict, loose) or _reserved(strict, loose)
        if found:
            return found
    if one.conditions ^ other.conditions or one.sometimes or other.sometimes or one.faces(other):
        return None
    return (
        _contrary(one, other)
        or _another_choice(one, other)
        or _another_number(one, other)
        or _limited(one, other)
        or _none_of(one, other)
    )


def _contrary(one: Compared, other: Compared) -> Contradiction | None:
    for about, strict in one.stances.items():
        if about in other.stances and other.stances[about] != strict:
            return _between(about, *((one, other) if strict else (other, one)))
    return None


def _another_choice(one: Compared, other: Compared) -> Contradiction | None:
    if not one.roots & other.roots:
        return None
    for matter in CHOICES:
        mine, theirs = one.choices.get(matter.name), other.choices.get(matter.name)
        if not mine or not theirs:
            continue
        for strict, picks, loose, more in ((one, mine, other, theirs), (other, theirs, one, mine)):
            if any(phrases_in(strict.spaced, EXCLUSIVE)) and more - picks:
                return _between(matter.about, strict, loose)
        if matter.one and not mine & theirs:
            return _between(matter.about, one, other)
    for use, about in ONE_EACH.items():
        mine, theirs = one.choices.get(use), other.choices.get(use)
        if mine and theirs and len(mine) == len(theirs) == 1 and mine != theirs:
            return _between(about, one, other)
    return None


def _another_number(one: Compared, other: Compared) -> Contradiction | None:
    """Two amounts of one kind for what nearly all words say is the same."""
    if len(one.amounts) != 1 or len(other.amounts) != 1:
        return None
    mine, theirs = one.amounts[0], other.amounts[0]
    common, apart = one.subject & other.subject, one.subject ^ other.subject
    # What plans cost is compared by their names, in `twice`.
    if mine.of == "money" or stand_apart(one.entry, other.entry):
        return None
    if mine.of != theirs.of or mine.quantity == theirs.quantity or len(common) < len(apart) - 1 or not common:
        return None
    if _both_hold(mine, theirs):
        return None
    if any(re.search(r"\d", each) for each in apart) or any(
        each.entry.text[:1].isdigit() for each in (one, other)
    ):
        return None
    return _between("a number", one, other)


def _limited(one: Compared, other: Compared) -> Contradiction | None:
    """What has no end or limit, and one that is given all the same."""
    for endless, limit in ((one, other), (other, one)):
        if endless.amounts or len(limit.amounts) != 1:
            continue
        amount = limit.amounts[0]
        if not endless.roots & (limit.roots | {root(amount.of)}) - DEEDS:
            continue
        if amount.of == "time" and any(phrases_in(endless.spaced, FOREVER)):
            return _between("how long it is kept", limit, endless)
        if (
            amount.bound == "<"
            and amount.of not in {"time", "percent"}
            and any(phrases_in(endless.spaced, ENDLESS))
        ):
            return _between("whether there is a limit", limit, endless)
    return None


def _both_hold(one: Amount, other: Amount) -> bool:
    """Whether one is the least of something and the other the most of it, with room between them."""
    least, most = (one, other) if one.bound == ">" else (other, one)
    return least.bound == ">" and most.bound == "<" and least.quantity <= most.quantity


def _forbidden(strict: Compared, loose: Compared) -> Contradiction | None:
    """Somebody may at any time do what the same somebody, or nobody, must do, or must not do any more."""
    ban, grant = strict.ban, loose.grant
    if not ban or not grant:
        return None
    what = CLAUSE.sub("", ban["what"])
    always = ANY_TIME.search(loose.entry.text)
    if (what != ban["what"] or loose.only_if) and not always:
        return None
    # `A loan cannot be extended` bans what any sentence lets somebody do to a loan.
    passive = ban["passive"] is not None
    forbidden = roots(spaced(f"{ban['who']} {what}" if passive else what))
    granted = roots(spaced(loose.entry.text if passive else grant["what"]))
    same = passive or (_people(ban["who"]) == _people(grant["who"]) and not loose.sometimes) or always
    if forbidden and forbidden - DEEDS and forbidden <= granted and same:
        return _between("whether this is allowed", strict, loose)
    return None


def _reserved(strict: Compared, loose: Compared) -> Contradiction | None:
    """Only one kind of people may do what another may do too."""
    found, grant = strict.reserved, loose.grant
    if not found or not grant or " only " in loose.spaced or " own " in loose.spaced:
        return None
    who, whose = _people(found["who"]), _people(grant["who"])
    deed = roots(spaced(f"{found['what']} {found.groupdict().get('deed') or ''}"))
    common = deed & roots(spaced(grant["what"]))
    if not who or not whose or who & whose or loose.sometimes or len(common) < min(2, len(deed)):
        return None
    return _between("who may do this", strict, loose)


def _none_of(one: Compared, other: Compared) -> Contradiction | None:
    for strict, loose in ((one, other), (other, one)):
        found = strict.none
        # Technologies that are ruled out are found by their names, in `clashes`.
        what = roots(spaced(found["what"])) if found and not strict.technologies else frozenset()
        if found and what and what <= roots(loose.spaced) and not loose.denies:
            return _between(found["what"].strip(), strict, loose)
    return None


def _people(words: str) -> frozenset[str]:
    return frozenset(map(singular, spaced(words).split())) - EVERYBODY


def _between(about: str, strict: Compared, loose: Compared) -> Contradiction:
    options = (strict.entry.text[:200], loose.entry.text[:200])
    return between(about, strict.entry, loose.entry, "what is built", options)
