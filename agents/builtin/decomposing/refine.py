"""Wishes about a backlog in plain English: what is understood is carried out, and `notes` say what came of every wish."""

import re
from collections.abc import Collection, Sequence
from typing import assert_never

from agents.builtin.decomposing import wish as w
from agents.builtin.decomposing.cut import added, merged, moved, rehomed, split
from agents.builtin.decomposing.names import plain
from agents.builtin.pieces import pieces
from agents.builtin.planning.stems import words_of
from agents.builtin.reader.words.technology import technologies
from agents.builtin.seldom import Seldom
from agents.builtin.wording import is_question
from agents.builtin.wording import plain as plainly
from agents.schemas.backlog import Backlog, Unit, drop, only, rebuilt

_DEMAND = Seldom(r"\b[A-Z]{1,10}-[0-9]{1,4}\b", re.IGNORECASE)
# What is said of words that are no wish the rules know; a model reads them all the same.
UNREAD = "without a model I do not understand these words, and `/help refine` lists those I do; what is about the plan begins with `/refine plan`"


def apply(
    backlog: Backlog, text: str, *, by: str = "", done: Collection[str] = (), first: Backlog | None = None
) -> Backlog:
    """The backlog after one comment's wishes; one that is not understood or not possible changes nothing but `notes`.

    `first` is the backlog before any wish, where units that were left out are found again.
    """
    # `Keep U-02 and drop the rest` is one wish, though it has two verbs.
    whole = isinstance(w.read(text, known=_all_ids(backlog)), w.Keep)
    for part in () if whole else pieces(text) or (text,):
        backlog = _apply(backlog, part, by=by, done=done, first=first or backlog)
    return _apply(backlog, text, by=by, done=done, first=first or backlog) if whole else backlog


def _apply(backlog: Backlog, text: str, *, by: str, done: Collection[str], first: Backlog) -> Backlog:
    change = w.read(text, known=_all_ids(backlog)) or _by_title(backlog, text)
    if change is None:
        why = _of_the_plan(backlog, text) or UNREAD
        if is_question(text):
            why = "that reads as a question; `/why` with an id answers some"
        return _noted(backlog, text, by=by, came=f"not done: {why}")
    if isinstance(change, w.Named):
        return _noted(
            backlog, text, by=by, came=f"done: the package is called {plain(change.name, limit=60)}"
        )
    unknown = [each for each in _ids(change) if each not in _all_ids(backlog)]
    if unknown and not isinstance(change, w.Restore):
        return _noted(backlog, text, by=by, came=f"not done: the backlog holds no {', '.join(unknown)}")
    if isinstance(change, w.Keep):
        change = w.Keep((*change.ids, *(each for each in done if each in _all_ids(backlog))))
    fixed = sorted(_touched(backlog, change) & set(done))
    if fixed:
        verb = "is" if len(fixed) == 1 else "are"
        return _noted(backlog, text, by=by, came=f"not done: {', '.join(fixed)} {verb} already under way")
    reason = plain(f"{text} (@{by})" if by else text, limit=200)
    outcome = _carried_out(backlog, change, reason=reason, first=first)
    if isinstance(outcome, str):
        return _noted(backlog, text, by=by, came=f"not done: {outcome}")
    came = f"done{_came(backlog, outcome, change)}"
    return _noted(outcome, text, by=by, came=came, before=len(backlog.notes))


def _of_the_plan(backlog: Backlog, text: str) -> str:
    """How to say a wish that names a demand of the plan or a technology; empty for any other."""
    demands = {each.upper() for unit in backlog.units for each in unit.requirement_ids}
    named = {each.upper() for each in _DEMAND.findall(text)}
    if not (named & demands or technologies(text)):
        return ""
    said = plain(" ".join(text.split()), limit=80).replace("`", "'")
    return f"that is about the plan, and changes it when you say `/refine plan {said}`"


def taken_back(backlog: Backlog, text: str, undone: Sequence[str], *, by: str) -> Backlog:
    """The backlog with the note that wishes before were not carried out after all."""
    came = (
        f"done: {' and '.join(f'“{plain(each, limit=150)}”' for each in undone)} taken back"
        if undone
        else "not done: there is nothing to take back"
    )
    return _noted(backlog, text, by=by, came=came)


def _by_title(backlog: Backlog, text: str) -> w.Drop | None:
    """`drop the runbook`: the one unit whose title has all these words."""
    verb, _, words = plainly(text).partition(" ")
    stems = words_of(words)
    if verb != "drop" or not stems:
        return None
    fitting = [unit.id for unit in backlog.units if stems <= words_of(unit.title)]
    return w.Drop(tuple(fitting)) if len(fitting) == 1 else None


def _ids(change: w.Change) -> tuple[str, ...]:
    """The units and slices a wish names."""
    match change:
        case w.Drop(ids) | w.Keep(ids) | w.Merge(ids) | w.Restore(ids) | w.Weigh(ids=ids):
            return ids
        case w.Split(one) | w.Retitle(one) | w.Amend(one):
            return (one,)
        case w.Move(one, after) | w.Free(one, after):
            return (one, after)
        case w.Home(ids, part):
            return (*ids, part)
        case w.Add(after=after, part=part):
            return (*after, *((part,) if part else ()))
        case w.Named():
            return ()
        case _:
            assert_never(change)


def _touched(backlog: Backlog, change: w.Change) -> set[str]:
    """The units the change would alter."""
    everything = {unit.id for unit in backlog.units}
    match change:
        case w.Drop(ids):
            return everything - {unit.id for unit in drop(backlog, ids).units}
        case w.Keep(ids):
            return everything - {unit.id for unit in only(backlog, ids).units}
        case w.Split(one) | w.Move(one) | w.Free(one) | w.Retitle(one) | w.Amend(one):
            return {one}
        case w.Merge(ids) | w.Weigh(ids=ids) | w.Home(ids):
            return set(ids)
        case w.Add() | w.Named() | w.Restore():
            return set()
        case _:
            assert_never(change)


def _carried_out(backlog: Backlog, change: w.Change, *, reason: str, first: Backlog) -> Backlog | str:
    """The changed backlog, or in plain words why it cannot be."""
    units = {unit.id: unit for unit in backlog.units}
    if isinstance(change, w.Split | w.Merge | w.Move) and any(each not in units for each in _ids(change)):
        return "this works on units, not on slices"
    match change:
        case w.Drop(ids):
            return drop(backlog, ids, reason=reason)
        case w.Keep(ids):
            return _kept(backlog, ids, reason=reason)
        case w.Restore(ids):
            return _restored(backlog, ids, first=first)
        case w.Add():
            return added(backlog, change)
        case w.Split(one, titles):
            return split(backlog, units[one], titles=titles, reason=reason)
        case w.Merge(ids):
            return merged(backlog, tuple(units[each] for each in ids), reason=reason)
        case w.Move(one, after):
            return moved(backlog, units[one], after=units[after])
        case w.Home(ids, part):
            return rehomed(backlog, tuple(units[each] for each in ids), part=part)
        case w.Free() | w.Retitle() | w.Amend() | w.Weigh():
            return _altered(backlog, change)
        case w.Named():
            return backlog
        case _:
            assert_never(change)


def _kept(backlog: Backlog, ids: tuple[str, ...], *, reason: str) -> Backlog | str:
    kept = only(backlog, ids, reason=reason)
    return "that is all there is" if len(kept.units) == len(backlog.units) else kept


def _altered(backlog: Backlog, change: w.Free | w.Retitle | w.Amend | w.Weigh) -> Backlog | str:
    """The backlog with a few words of a few units changed."""
    updates = {
        unit.id: _update(unit, change)
        for unit in backlog.units
        if unit.id in _ids(change)[: None if isinstance(change, w.Weigh) else 1]
    }
    changed = tuple(unit.model_copy(update=updates.get(unit.id, {})) for unit in backlog.units)
    return "it is so already" if changed == backlog.units else rebuilt(backlog, units=changed)


def _update(unit: Unit, change: w.Free | w.Retitle | w.Amend | w.Weigh) -> dict[str, object]:
    match change:
        case w.Free(_, after):
            return {"depends_on": tuple(each for each in unit.depends_on if each != after)}
        case w.Retitle(_, title):
            return {"title": plain(title, limit=250)}
        case w.Amend(_, text):
            criterion = plain(text, limit=400)
            return {"acceptance_criteria": tuple(dict.fromkeys((*unit.acceptance_criteria, criterion)))}
        case w.Weigh(_, risk, size):
            return {"risk": risk or unit.risk, "size": size or unit.size}
        case _:
            assert_never(change)


def _restored(backlog: Backlog, ids: tuple[str, ...], *, first: Backlog) -> Backlog | str:
    """Units that were left out whole, in their old places; one that was divided or merged is no more."""
    gone = {part.id for part in backlog.dropped if ": now " not in part.reason}
    missing = [each for each in ids if each not in gone or each not in {unit.id for unit in first.units}]
    if missing:
        return f"{', '.join(missing)} was not left out as a whole"
    there = {unit.id for unit in backlog.units} | set(ids)
    before = {unit.id: unit for unit in first.units}
    now = {unit.id: unit for unit in backlog.units}
    # Whatever waited for a unit that was left out waits for what that one waited for; now it waits for the unit again.
    through = {each for one in ids for each in before[one].depends_on}
    order = [unit.id for unit in first.units if unit.id in there]
    order += [unit.id for unit in backlog.units if unit.id not in before]
    units: list[Unit] = []
    for each in order:
        unit, old = now.get(each) or before[each], before[each].depends_on if each in before else ()
        again = [other for other in old if other in ids or (other in there and other in unit.depends_on)]
        own = [
            other
            for other in unit.depends_on
            if other in there and other not in {*old, *(through if set(old) & set(ids) else ())}
        ]
        units.append(unit.model_copy(update={"depends_on": (*again, *own)}))
    slices = tuple(part for part in first.slices if part.id in {unit.slice for unit in units})
    slices += tuple(part for part in backlog.slices if part.id not in {each.id for each in slices})
    whole = Backlog(slices=slices, units=(), notes=backlog.notes)
    left = tuple(part for part in backlog.dropped if part.id not in ids)
    return rebuilt(whole, units=tuple(units), dropped=left)


def _came(before: Backlog, after: Backlog, change: w.Change) -> str:
    """`: U-03 is left out`, by id, for the note."""
    old, new = {unit.id for unit in before.units}, {unit.id for unit in after.units}
    gone, come = sorted(old - new), sorted(new - old)
    match change:
        case w.Drop() | w.Keep():
            return f": {_few(gone)} left out"
        case w.Split(one):
            return f": {one} is now {_few(come)}"
        case w.Merge(ids):
            return f": {_few(gone)} went into {ids[0]}"
        case w.Add():
            return f": {_few(come)}. It needs a model or a person: the scaffolder does not write units of people’s own"
        case w.Restore():
            return f": {_few(come)} back in"
        case _:
            return ""


def _few(ids: list[str]) -> str:
    shown = ", ".join(ids[:8])
    return f"{shown} and {len(ids) - 8} more" if len(ids) > 8 else shown


def _all_ids(backlog: Backlog) -> set[str]:
    return {unit.id for unit in backlog.units} | {part.id for part in backlog.slices}


def _noted(backlog: Backlog, text: str, *, by: str, came: str, before: int | None = None) -> Backlog:
    """The backlog with what came of a wish; `before` is how many notes stood there before it was carried out."""
    said = plain(text, limit=200).replace("`", "'")
    note = f"“{said}”{f' (`@{by}`)' if by else ''} is {came}."
    # What is noted of carrying it out stands behind the wish it comes from.
    place = len(backlog.notes) if before is None else before
    return backlog.model_copy(update={"notes": (*backlog.notes[:place], note, *backlog.notes[place:])})
