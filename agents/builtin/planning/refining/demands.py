"""Refinements of what the product shall do: added, changed, split, merged, weighed."""

import re
from collections.abc import Callable

from agents.builtin.planning.entries import Entries
from agents.builtin.planning.matters import CHOICES
from agents.builtin.planning.refining.leaving import by_words, defer, drop, restore, why_missing
from agents.builtin.planning.refining.lists import (
    LONGEST,
    demands,
    find,
    listed,
    missing_said,
    remove,
    replace,
    same_words,
    with_missing,
    worded,
)
from agents.builtin.planning.refining.named import ID
from agents.builtin.planning.refining.outcome import Outcome, unchanged
from agents.builtin.planning.refining.statements import constrain, ruled_out
from agents.builtin.planning.wishes import Wishes
from agents.builtin.reader import Findings, read_anew
from agents.builtin.reader.findings import Kind
from agents.builtin.reader.statements.quality import category_of
from agents.builtin.reader.statements.targets import target_of
from agents.builtin.reader.text.labels import priority_in
from agents.builtin.reader.words.choices import mandates
from agents.builtin.seldom import Seldom
from agents.schemas.requirements import NonFunctional, Requirement

WEIGHTIEST: tuple[Kind, ...] = ("constraint", "nonfunctional", "functional")
# Who, and that they can; then what.
_BEGUN = Seldom(r"(?P<who>.{0,60}?\b(?:can|may|must|shall|should|will|able to)\b)\s+(?P<what>.+)", re.DOTALL)
# `scanning and storing` goes on behind no `Staff can`.
_DOING = Seldom(r"(?!bring|ring|sing|string)[a-z]+ing\b")


def add(found: re.Match[str], entries: Entries, wishes: Wishes) -> Outcome | None:
    """A requirement, a demand on quality, or a constraint where the words mandate a technology."""
    text = _as_demand(found["text"])
    return _added(text, stated_as(text), entries, wishes)


def _as_demand(text: str) -> str:
    """A wish as a document would write it: `that readers to be able to rate` is `Readers can rate`."""
    text = text.strip().strip('"“”').removeprefix("that ")
    text = re.sub(r"^((?:[\w'-]+ ){1,4})to (?:be able to )(?=\w)", r"\1can ", text)
    return text[:1].upper() + text[1:]


def _added(text: str, kind: Kind | None, entries: Entries, wishes: Wishes) -> Outcome:
    same = next((each for each in demands(entries) if same_words(each.text, text)), None)
    if same:
        return unchanged(f"{same.id} says that already")
    if kind == "constraint" or mandates(text):
        return constrain(entries, wishes, text)
    category = category_of(text)
    if category and (kind == "nonfunctional" or target_of(text)):
        demand = NonFunctional(
            id=entries.new_id("nfr", text),
            text=text[:LONGEST],
            category=category,
            target=target_of(text),
            origin="refinement",
        )
        entries.nfrs.append(demand)
        return Outcome(f"Added {demand.id}.", (demand.id,))
    wanted = Requirement(id=entries.new_id("requirement", text), text=text[:LONGEST], origin="refinement")
    entries.requirements.append(wanted)
    return Outcome(f"Added {wanted.id}.", (wanted.id,))


def stated_as(text: str) -> Kind | None:
    """What a document would say with these words alone: a limit or a quality before a function; None where it says nothing."""
    found = read_anew(f"- {text}\n")
    kinds = {each.kind for each in found.findings} if isinstance(found, Findings) else set()
    return next((kind for kind in WEIGHTIEST if kind in kinds), None)


def bound(text: str, entries: Entries, wishes: Wishes) -> Outcome | None:
    """A limit or a quality in words that are no sentence of the grammar: `budget is 5k`, `response time under 200 ms`."""
    text = _as_demand(text)
    kind = stated_as(text)
    return _added(text, kind, entries, wishes) if kind in {"constraint", "nonfunctional"} else None


def no(found: re.Match[str], entries: Entries, wishes: Wishes) -> Outcome | None:
    """`no payments`, which is no technology: the demand that speaks of it goes, or a line is drawn for what may come."""
    del wishes
    what = found["what"].strip()
    return by_words(entries, what) or ruled_out(entries, f"No {what}")


def swap_there(found: re.Match[str], entries: Entries, wishes: Wishes) -> Outcome | None:
    """`make R-3 weekly`, where R-3 says how often another way."""
    del wishes
    old, new = find(entries, found["id"]), found["new"].strip().casefold()
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


def allow(found: re.Match[str], entries: Entries, wishes: Wishes) -> Outcome | None:
    """`let customers choose a time` is what customers can do."""
    text = _as_demand(f"{found['who']} can {found['text']}")
    return _added(text, stated_as(text), entries, wishes)


def amend(found: re.Match[str], entries: Entries, wishes: Wishes) -> Outcome | None:
    """More words for a demand that stays."""
    del wishes
    old = find(entries, found["id"])
    if old is None:
        return unchanged(missing_said((found["id"],)))
    more = found["text"].rstrip(".")
    told = (
        f"it {more}"
        if re.match(r"(?:should|must|shall|has to|needs to)\b", more, re.IGNORECASE)
        else f"also {more.removeprefix('also ')}"
    )
    replace(entries, old, worded(old, f"{old.text.rstrip('.')}; {told}"))
    return Outcome(f"Added your words to {old.id}.", (old.id,))


def change(found: re.Match[str], entries: Entries, wishes: Wishes) -> Outcome | None:
    """Other words for a demand."""
    del wishes
    old, text = find(entries, found["id"]), found["text"].strip().strip('“”"')
    text = text[:1].upper() + text[1:]
    if old is None:
        return unchanged(why_missing(entries, (found["id"],)))
    if same_words(old.text, text):
        return unchanged(f"{old.id} says that already")
    replace(entries, old, worded(old, text))
    return Outcome(f"Changed {old.id}.", (old.id,))


def reword(found: re.Match[str], entries: Entries, wishes: Wishes) -> Outcome | None:
    """Some words of a demand for others."""
    del wishes
    old = find(entries, found["id"])
    if old is None:
        return unchanged(why_missing(entries, (found["id"],)))
    text, count = re.subn(re.escape(found["old"]), lambda _: found["new"], old.text, flags=re.IGNORECASE)
    if not count:
        return unchanged(f"{old.id} does not say “{found['old'][:80]}”; it says “{old.text[:160]}”")
    replace(entries, old, worded(old, text))
    return Outcome(f"Changed {old.id}: “{found['new'][:80]}” for “{found['old'][:80]}”.", (old.id,))


def reword_there(found: re.Match[str], entries: Entries, wishes: Wishes) -> Outcome | None:
    """`make R-4 weekly instead of daily`, where R-4 says daily."""
    old = find(entries, found["id"])
    there = old is not None and found["old"].casefold() in old.text.casefold()
    return reword(found, entries, wishes) if there else None


def priority(found: re.Match[str], entries: Entries, wishes: Wishes) -> Outcome | None:
    """How much demands matter."""
    del wishes
    olds, missing = listed(entries, found["ids"])
    if not olds:
        return unchanged(missing_said(missing)) if missing else None
    given = found.groupdict()
    lower = (given.get("way") or "").casefold().startswith(("lower", "reduce", "depri", "less", "not"))
    wanted = priority_in(given["priority"]) if given.get("priority") else "could" if lower else "must"
    changed = [each for each in olds if each.priority != wanted]
    for each in changed:
        replace(entries, each, {"priority": wanted})
    ids = ", ".join(each.id for each in changed or olds)
    verb = "is" if len(changed or olds) == 1 else "are"
    if not changed:
        return unchanged(f"{ids} {verb} “{wanted}” already")
    return Outcome(with_missing(f"{ids} {verb} now “{wanted}”.", missing), tuple(each.id for each in changed))


def split(found: re.Match[str], entries: Entries, wishes: Wishes) -> Outcome | None:
    """One requirement into several, in the words given or at the joints of its own."""
    del wishes
    old = find(entries, found["id"])
    if old is None:
        return unchanged(why_missing(entries, (found["id"],)))
    parts = [_led(part, old.text) for part in _parts(found["text"])] if found["text"] else _joints(old.text)
    if not isinstance(old, Requirement) or len(parts) < 2:
        return unchanged(f"I cannot tell into what to split {old.id}: say “split {old.id} into … / …”")
    place = entries.requirements.index(old)
    new = [
        old.model_copy(
            update={
                "id": entries.new_id("requirement", part),
                "text": part[:LONGEST],
                "label": "",
                "acceptance": (),
                "origin": "refinement",
            }
        )
        for part in parts[:9]
    ]
    entries.requirements[place : place + 1] = new
    ids = tuple(each.id for each in new)
    return Outcome(f"Split {old.id} into {', '.join(ids)}.", (old.id, *ids))


def _parts(text: str) -> list[str]:
    """Slashes, bars and semicolons divide; where there are none, `and` does, and commas in a list."""
    text = re.sub(r"(?:^|\s)\(?[0-9a-c][.)]\s", " / ", text).strip(" /")
    if not re.search(r"[/;|]", text):
        joined = re.sub(r",?\s+and\s+", " / ", text)
        text = re.sub(r",\s+", " / ", joined) if joined.count(" / ") == 1 or joined == text else joined
    return [words for part in re.split(r"\s*[/;|]\s*", text) if (words := part.strip(' "“”'))]


def _joints(text: str) -> list[str]:
    """A requirement's own halves, each with the beginning they share: who, and that they can."""
    begun = _BEGUN.match(text)
    return [_led(part.rstrip("."), text) for part in _parts(begun["what"] if begun else text)]


def _led(part: str, text: str) -> str:
    """The part with the beginning of the whole before it, where it goes on in the middle of a sentence."""
    begun = _BEGUN.match(text)
    goes_on = part[:1].islower() and not re.match(r"(?:an?|the|it|they|we|each|every)\b", part)
    if begun and goes_on and not _BEGUN.match(part) and not _DOING.match(part):
        return f"{begun['who']} {part}"
    return part[:1].upper() + part[1:]


def merge_there(found: re.Match[str], entries: Entries, wishes: Wishes) -> Outcome | None:
    """`R-4 belongs to R-3`, which a component could be called as well."""
    return merge(found, entries, wishes) if find(entries, found["into"]) else None


def merge(found: re.Match[str], entries: Entries, wishes: Wishes) -> Outcome | None:
    """Several requirements into the first, or into the one named."""
    del wishes
    given = found.groupdict()
    text = (given.get("text") or "").strip()
    into = given.get("into") or (text if re.fullmatch(ID, text) else "")
    olds, missing = listed(entries, found["ids"])
    target = find(entries, into) if into else None
    if into and target is None:
        return unchanged(missing_said((into,)))
    parts = tuple({each.id: each for each in (*((target,) if target else ()), *olds)}.values())
    alike = [each for each in parts if type(each) is type(parts[0])]
    if len(alike) < 2:
        return (
            unchanged(missing_said(missing) or "It takes two requirements to merge")
            if missing or parts
            else None
        )
    first, rest = alike[0], alike[1:]
    told = text if text and not into else "; ".join(each.text.rstrip(".") for each in alike)
    lines = tuple(sorted({line for each in alike for line in each.lines}))
    replace(entries, first, {**worded(first, told), "lines": lines})
    for each in rest:
        remove(entries, each)
    names = ", ".join(each.id for each in rest)
    return Outcome(
        with_missing(f"Merged {names} into {first.id}.", missing), tuple(each.id for each in alike)
    )


Rule = Callable[[re.Match[str], Entries, Wishes], Outcome | None]
RULES: dict[str, Rule] = {
    "add": add,
    "no": no,
    "swap if there": swap_there,
    "allow": allow,
    "amend": amend,
    "drop": drop,
    "defer": defer,
    "restore": restore,
    "change": change,
    "reword": reword,
    "reword if there": reword_there,
    "priority": priority,
    "split": split,
    "merge": merge,
    "merge if there": merge_there,
}
