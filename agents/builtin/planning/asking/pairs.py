"""Where one statement disagrees with another about the same, or with itself: this is looked for here and nowhere else.

It may be another choice, the contrary, another number, more than is kept, another person, or what is banned and granted.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, product

from agents.builtin.planning.asking.amounts import COUNTED, ENDLESS, Amount
from agents.builtin.planning.asking.compared import Compared, phrases_in
from agents.builtin.planning.asking.contradiction import Contradiction, between, stand_apart
from agents.builtin.planning.asking.roots import DEEDS, root, roots, spaced
from agents.builtin.planning.asking.twice import PRICED
from agents.builtin.planning.entries import Entries
from agents.builtin.planning.matters import CHOICES, EXCLUSIVE, ONE_EACH
from agents.builtin.reader.statements.targets import target_of
from agents.builtin.reader.words.nouns import plural, singular

# Nobody reads more of them against each other.
MOST_COMPARED = 250
# So many words that two statements share leave no doubt what both are about.
SURE = 2
ACCESS, AT_THE_LIMIT = "access, the rules", "what is counted, and what happens at the limit"
# From here on a ban holds only in some case.
CLAUSE = re.compile(
    r"\b(?:once|when|after|before|if|while|until|unless|except|as soon as)\b.*", re.IGNORECASE
)
ANY_TIME = re.compile(
    r"\b(?:any ?time|always|at all times|whenever (?:they|he|she|it)|at any (?:point|moment|stage))\b",
    re.IGNORECASE,
)
# `No other libraries are allowed (no Redux)`: what is picked stands elsewhere, and what stands here is ruled out.
NO_OTHER = re.compile(r"no other\b(?!.{0,200}\b(?:than|but|except|besides)\b)", re.IGNORECASE)
LABEL = re.compile(r"([^:(]{2,50}?)\s*(?::\s|\()")
FOREVER = ("forever", "indefinitely", "never deleted", "permanently", "never removed", "for good")
EVERYBODY = frozenset("a an the and or any all every each".split())  # noqa: SIM905  # a list of words reads best as one string


def disagreeing(entries: Entries) -> Iterator[Contradiction]:
    """What the statements of the document disagree about, each with itself and any two with each other, once for two places."""
    stated = _compared(entries)
    goals = [Compared(each, is_goal=True) for each in entries.metrics[: MOST_COMPARED - len(stated)]]
    whole: list[Compared] = []
    for one in stated:
        torn = _with_itself(one)
        if torn:
            yield torn
        else:
            whole.append(one)
    seen: set[frozenset[object]] = set()
    for one, other in _candidates((*whole, *goals)):
        places = frozenset((one.place, other.place))
        if places in seen or set(one.entry.lines) & set(other.entry.lines):
            continue
        found = _disagreement(one, other)
        if found:
            seen.add(places)
            yield found


def _compared(entries: Entries) -> Sequence[Compared]:
    """What is compared: all that binds everything, and of a long list of functions first those that decide something."""
    binding = [Compared(each) for each in (*entries.nfrs, *entries.constraints, *entries.organisation)]
    functions = [Compared(each) for each in entries.requirements]
    room = max(0, MOST_COMPARED - len(binding))
    if len(functions) > room:
        functions = sorted(functions, key=lambda one: not one.decides)[:room]
    return (*functions, *binding[:MOST_COMPARED])


def _candidates(stated: Sequence[Compared]) -> Iterator[tuple[Compared, Compared]]:
    """The pairs that take sides, and where half of what the shorter one is about the other is about too; the whole product is all of it."""
    nothing = any(each.none for each in stated)
    for one, other in combinations(stated if nothing else [each for each in stated if each.sided], 2):
        if not ((one.sided and other.sided) or one.none or other.none):
            continue
        least, common = min(len(one.roots), len(other.roots)), one.roots & other.roots
        if len(common) * 2 >= least and (not least or common - DEEDS or one.roots == other.roots):
            yield one, other


def _disagreement(one: Compared, other: Compared) -> Contradiction | None:
    if one.is_goal or other.is_goal:
        return _another_number(one, other) if _hold_alike(one, other) else None
    for strict, loose in ((one, other), (other, one)):
        found = _forbidden(strict, loose) or _reserved(strict, loose)
        if found:
            return found
    if not _hold_alike(one, other):
        return None
    return (
        _contrary(one, other)
        or _another_choice(one, other)
        or _more_than_kept(one, other)
        or _another_number(one, other)
        or _limited(one, other)
        or _none_of(one, other)
    )


def _hold_alike(one: Compared, other: Compared) -> bool:
    """Whether both hold always, of the same side of a thing and for the same people."""
    return not (one.conditions ^ other.conditions or one.sometimes or other.sometimes or one.faces(other))


def _contrary(one: Compared, other: Compared) -> Contradiction | None:
    for about, strict in one.stances.items():
        if about in other.stances and other.stances[about] != strict:
            return _between(about, *((one, other) if strict else (other, one)))
    return None


def _another_choice(one: Compared, other: Compared) -> Contradiction | None:
    if not one.roots & other.roots or any(NO_OTHER.match(each.entry.text) for each in (one, other)):
        return None
    apart = one.is_of_another(other)
    for matter in CHOICES:
        mine, theirs = one.choices.get(matter.name), other.choices.get(matter.name)
        if not mine or not theirs:
            continue
        for strict, picks, loose, more in ((one, mine, other, theirs), (other, theirs, one, mine)):
            if any(phrases_in(strict.spaced, EXCLUSIVE)) and more - picks:
                return _between(matter.about, strict, loose)
        if matter.one and not mine & theirs and not apart:
            return _between(matter.about, one, other)
    for use, about in ONE_EACH.items():
        mine, theirs = one.choices.get(use), other.choices.get(use)
        if mine and theirs and len(mine) == len(theirs) == 1 and _bare(mine) != _bare(theirs):
            return _between(about, one, other)
    return None


def _bare(names: frozenset[str]) -> frozenset[str]:
    """Names of technologies however they are written: `React.js` is React."""
    return frozenset(name.removesuffix("js").rstrip(". ") for name in names)


def _more_than_kept(one: Compared, other: Compared) -> Contradiction | None:
    """At most so many are kept, and more of them are."""
    if not (one.holds and other.holds):
        return None
    for limit, held in ((one, other), (other, one)):
        for most, more in product(limit.amounts, held.amounts):
            both = most.counts and most.of == more.of and most.bound == "<" != more.bound
            if both and more.quantity > most.quantity:
                about = f"how many {plural(most.of)} it holds"
                return _between(about, limit, held, changes="storage, limits, what is tested")
    return None


def _another_number(one: Compared, other: Compared) -> Contradiction | None:
    """Two amounts of one kind for what nearly all words say is the same."""
    if (
        _listed_together(one, other)
        or one.rates != other.rates
        or stand_apart(one.entry, other.entry)
        or one.is_of_another(other)
    ):
        return None
    # A number that both give says where both hold: `at 100 requests a second`.
    mine, theirs = _apart(one, other), _apart(other, one)
    if mine is None or theirs is None or mine.of != theirs.of or _both_hold(mine, theirs):
        return None
    # What plans cost is compared by their names, in `twice`.
    if mine.of == "money" and any(PRICED.search(each.entry.text) for each in (one, other)):
        return None
    common = (one.subject & other.subject) - {root(mine.of)}
    apart = one.subject ^ other.subject
    if len(common) < len(apart) - 1 or (apart and not common - DEEDS) or one.differs_in_people(other):
        return None
    if any(re.search(r"\d", each) for each in apart) or any(
        each.entry.text[:1].isdigit() for each in (one, other)
    ):
        return None
    # What has to be proved, and is said twice in nearly the same words, has no number that is safe to take meanwhile.
    sure = len(common) >= SURE and not (apart & one.subject and apart & other.subject)
    if sure and target_of(one.entry.text) and target_of(other.entry.text):
        return _between("a number", one, other, changes="how it is proved")._replace(safe=False)
    return _between("a number", one, other)


def _listed_together(one: Compared, other: Compared) -> bool:
    """Whether they are neighbours of one list under two names: `Basic (5 euros)`, `Family (9 euros)`."""
    first, second = (LABEL.match(each.entry.text) for each in (one, other))
    near = one.entry.lines and other.entry.lines and abs(one.entry.lines[0] - other.entry.lines[0]) == 1
    return bool(near and first and second and first[1].casefold() != second[1].casefold())


def _apart(one: Compared, other: Compared) -> Amount | None:
    """The one amount that the other statement does not give."""
    given = {(each.of, each.quantity) for each in other.amounts}
    # What both say of one kind is what they agree about; a second number of it is of something else.
    agreed = {each.of for each in one.amounts if each.bound and (each.of, each.quantity) in given}
    own = [each for each in one.amounts if (each.of, each.quantity) not in given and each.of not in agreed]
    return own[0] if len(own) == 1 else None


def _limited(one: Compared, other: Compared) -> Contradiction | None:
    """What has no end or limit, and one that is given all the same."""
    for endless, limit in ((one, other), (other, one)):
        if endless.amounts or len(limit.amounts) != 1:
            continue
        amount = limit.amounts[0]
        if not endless.roots & (limit.roots | {root(amount.of)}) - DEEDS:
            continue
        if amount.of == "time" and any(phrases_in(endless.spaced, FOREVER)):
            return _between("how long it is kept", limit, endless, changes="storage, what is deleted")
        if amount.bound == "<" and amount.of not in {"time", "percent"} and ENDLESS.search(endless.spaced):
            return _between("whether there is a limit", limit, endless, changes=AT_THE_LIMIT)
    return None


def _with_itself(one: Compared) -> Contradiction | None:
    """What has no limit, and one that the same words give it all the same."""
    endless = ENDLESS.search(one.entry.text)
    limit = COUNTED.search(one.entry.text) if endless else None
    if not endless or not limit or one.sometimes or one.only_if:
        return None
    return Contradiction(
        "whether there is a limit",
        f"It says {endless[0].lower()}.",
        f"It says {limit[0]}.",
        AT_THE_LIMIT,
        (f"There is a limit: {limit[0]}.", "There is no limit."),
        one.entry.lines[:1],
    )


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
        return _between("whether this is allowed", strict, loose, changes=ACCESS)
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
    return _between("who may do this", strict, loose, changes=ACCESS)


def _none_of(one: Compared, other: Compared) -> Contradiction | None:
    for strict, loose in ((one, other), (other, one)):
        found = strict.none
        # Technologies that are ruled out are found by their names, in `rivals`.
        what = roots(spaced(found["what"])) if found and not strict.technologies else frozenset()
        if found and what and what <= roots(loose.spaced) and not loose.denies:
            return _between(found["what"].strip(), strict, loose)
    return None


def _people(words: str) -> frozenset[str]:
    return frozenset(map(singular, spaced(words).split())) - EVERYBODY


def _between(
    about: str, strict: Compared, loose: Compared, *, changes: str = "what is built"
) -> Contradiction:
    options = (strict.entry.text[:200], loose.entry.text[:200])
    return between(about, strict.entry, loose.entry, changes, options)
