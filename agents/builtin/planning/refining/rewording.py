"""Refinements of what entries say: other words, more words, some words or a number for others."""

import re

from agents.builtin.planning.entries import Entries
from agents.builtin.planning.matters import CHOICES
from agents.builtin.planning.refining.amounts import is_amount, with_amount
from agents.builtin.planning.refining.leaving import why_missing
from agents.builtin.planning.refining.lists import demands, find, replace, same_words, worded
from agents.builtin.planning.refining.outcome import Outcome, Rule, unchanged
from agents.builtin.planning.refining.stated import every, restate, stated
from agents.builtin.planning.stems import words_of
from agents.builtin.planning.wishes import Wishes
from agents.builtin.reader.text.inline import capital
from agents.builtin.seldom import Seldom
from agents.schemas.requirements import Demand, Statement, UserStory

# `should be 200 ms` gives another number where the words it is said of hold one.
_BE = Seldom(r"(?:should|must|shall|has to|needs to)(?: be| say| read| become)?:? +", re.IGNORECASE)


def swap_there(found: re.Match[str], entries: Entries, wishes: Wishes) -> Outcome | None:
    """`make R-3 weekly`, where R-3 says how often another way, and `make N-1 200 ms`."""
    del wishes
    old, new = find(entries, found["id"]), found["new"].strip().casefold()
    counted = with_amount(old.text, found["new"]) if old else None
    if old and counted:
        return _counted(entries, old, counted)
    said = old.text.casefold() if old else ""
    same = (matter.choices for matter in CHOICES if new in matter.choices)
    there = [
        each for choices in same for each in sorted(choices) if re.search(rf"\b{re.escape(each)}\b", said)
    ]
    if old is None or len(there) != 1 or there[0] == new:
        return None
    text = re.sub(rf"\b{re.escape(there[0])}\b", lambda _: new, old.text, count=1, flags=re.IGNORECASE)
    replace(entries, old, worded(old, text))
    return Outcome(f"Changed {old.id}: “{new}” for “{there[0]}”.", (old.id,))


def amend(found: re.Match[str], entries: Entries, wishes: Wishes) -> Outcome | None:
    """More words for a demand that stays, or another number in it."""
    old = find(entries, found["id"])
    if old is None:
        return unchanged(why_missing(entries, wishes, (found["id"],)))
    counted = with_amount(old.text, _BE.sub("", found["text"], count=1))
    if counted:
        return _counted(entries, old, counted)
    more = found["text"].rstrip(".")
    more = re.sub(r"^(?:add|include|plus|and) ", "also ", more, flags=re.IGNORECASE)
    told = (
        f"it {more}"
        if re.match(r"(?:should|must|shall|has to|needs to)\b", more, re.IGNORECASE)
        else f"also {more.removeprefix('also ')}"
    )
    replace(entries, old, worded(old, f"{old.text.rstrip('.')}; {told}"))
    return Outcome(f"Added your words to {old.id}.", (old.id,))


def change(found: re.Match[str], entries: Entries, wishes: Wishes) -> Outcome | None:
    """Other words for a demand or a statement; a bare number goes into the words there are."""
    old, text = find(entries, found["id"]), found["text"].strip().strip('“”"')
    other = stated(entries, found["id"])
    if old is None and other is None:
        return unchanged(why_missing(entries, wishes, (found["id"],)))
    said = old or other
    counted = with_amount(said.text, text) if said else None
    if said and is_amount(text) and not counted:
        return unchanged(
            f"I cannot tell which number of {said.id} that replaces: it says “{said.text[:160]}”. Say the whole sentence"
        )
    text = counted or capital(text)
    if old is None:
        return restate(entries, wishes, other, text) if other else None
    if counted:
        return _counted(entries, old, counted)
    if same_words(old.text, text):
        return unchanged(f"{old.id} says that already")
    replace(entries, old, worded(old, text))
    return Outcome(f"Changed {old.id}.", (old.id,))


def reword(found: re.Match[str], entries: Entries, wishes: Wishes) -> Outcome | None:
    """Some words of an entry for others."""
    old = find(entries, found["id"]) or stated(entries, found["id"])
    if old is None:
        return unchanged(why_missing(entries, wishes, (found["id"],)))
    text, count = re.subn(re.escape(found["old"]), lambda _: found["new"], old.text, flags=re.IGNORECASE)
    if not count:
        return unchanged(f"{old.id} does not say “{found['old'][:80]}”; it says “{old.text[:160]}”")
    return _swapped(entries, wishes, old, text, said=f"“{found['new'][:80]}” for “{found['old'][:80]}”")


def reword_there(found: re.Match[str], entries: Entries, wishes: Wishes) -> Outcome | None:
    """`make R-4 weekly instead of daily`, where R-4 says daily."""
    old = find(entries, found["id"])
    there = old is not None and found["old"].casefold() in old.text.casefold()
    return reword(found, entries, wishes) if there else None


def reword_where(found: re.Match[str], entries: Entries, wishes: Wishes) -> Outcome | None:
    """`change three days to seven days`, where one entry alone says three days."""
    words = re.compile(rf"(?<!\w){re.escape(found['old'].strip())}(?!\w)", re.IGNORECASE)
    fitting = [each for each in (*demands(entries), *every(entries)) if words.search(each.text)]
    if len(fitting) > 1:
        ids = ", ".join(each.id for each in fitting[:8])
        return unchanged(f"More than one entry says “{found['old'][:80]}”: {ids}. Say in which, by id")
    if not fitting:
        return None
    text = words.sub(lambda _: found["new"].strip(), fitting[0].text)
    said = f"“{found['new'][:80]}” for “{found['old'][:80]}”"
    return _swapped(entries, wishes, fitting[0], text, said=said)


def amount_where(found: re.Match[str], entries: Entries, wishes: Wishes) -> Outcome | None:
    """`raise the availability to 99.9 %`, where one demand alone speaks of it and gives such a number."""
    del wishes
    stems = words_of(found["what"])
    fitting = [
        (each, text)
        for each in demands(entries)
        if stems and stems <= words_of(each.text) and (text := with_amount(each.text, found["new"]))
    ]
    return _counted(entries, *fitting[0]) if len(fitting) == 1 else None


def _counted(entries: Entries, old: Demand, text: str) -> Outcome:
    if text == old.text:
        return unchanged(f"{old.id} says that already")
    replace(entries, old, worded(old, text))
    return Outcome(f"Changed {old.id}: it says now “{text[:160]}”.", (old.id,))


def _swapped(
    entries: Entries, wishes: Wishes, old: Demand | Statement | UserStory, text: str, *, said: str
) -> Outcome:
    if not isinstance(old, Demand):
        outcome = restate(entries, wishes, old, text)
        return Outcome(f"Changed {old.id}: {said}.", outcome.ids) if outcome.ids else outcome
    replace(entries, old, worded(old, text))
    return Outcome(f"Changed {old.id}: {said}.", (old.id,))


RULES: dict[str, Rule] = {
    "swap if there": swap_there,
    "amend": amend,
    "change": change,
    "reword": reword,
    "reword if there": reword_there,
    "reword where": reword_where,
    "amount where": amount_where,
}
