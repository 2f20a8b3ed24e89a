"""Refinements of what the product shall do: added, changed, split, merged, weighed."""

import re

from agents.builtin.planning.entries import Entries
from agents.builtin.planning.gone import remove
from agents.builtin.planning.refining.leaving import (
    by_words,
    defer,
    drop,
    restore,
    rule_out,
    ruled_out_beside,
    take_in,
    why_missing,
)
from agents.builtin.planning.refining.lists import (
    LONGEST,
    demands,
    find,
    listed,
    replace,
    same_words,
    with_missing,
    worded,
)
from agents.builtin.planning.refining.named import ID
from agents.builtin.planning.refining.outcome import Outcome, Rule, unchanged
from agents.builtin.planning.refining.statements import constrain
from agents.builtin.planning.wishes import Wishes
from agents.builtin.reader import Findings, read_anew
from agents.builtin.reader.findings import Kind
from agents.builtin.reader.statements.plainly import plainly
from agents.builtin.reader.statements.quality import category_of
from agents.builtin.reader.statements.targets import target_of
from agents.builtin.reader.text.inline import capital
from agents.builtin.reader.text.labels import priority_in, split_priority
from agents.builtin.reader.words.choices import mandates
from agents.builtin.reader.words.services_typed import CHANNELS
from agents.builtin.seldom import Seldom
from agents.schemas.requirements import Integration, NonFunctional, Requirement

WEIGHTIEST: tuple[Kind, ...] = ("constraint", "nonfunctional", "functional")
# Who, and that they can; then what.
_BEGUN = Seldom(r"(?P<who>.{0,60}?\b(?:can|may|must|shall|should|will|able to)\b)\s+(?P<what>.+)", re.DOTALL)
# `An invoice has a customer, a currency and a date`: each of them is what it has.
_HAS = Seldom(
    r"(?P<who>.{0,60}?\b(?:has|have|holds?|shows?|contains?|includes?)\b)\s+(?P<what>.+)", re.DOTALL
)
# What stands behind a comma like this belongs to what stands before it.
_BELONGS = Seldom(
    r"(?:with|by|for|on|in|at|to|of|as|so|if|when|while|until|before|after|which|who|that|where|such|including|without)\b",
    re.IGNORECASE,
)
# `scanning and storing` goes on behind no `Staff can`.
_DOING = Seldom(r"(?!bring|ring|sing|string)[a-z]+ing\b")

# What holds for the whole of it is no function: `Everything must be in German`.
_OF_ALL = Seldom(
    r"(?:everything|all of it|the whole (?:thing|app|product)|all (?:pages|texts|screens|messages|data))\b",
    re.IGNORECASE,
)


def add(found: re.Match[str], entries: Entries, wishes: Wishes) -> Outcome | None:
    """A requirement, a demand on quality, or a constraint where the words mandate a technology."""
    text = _as_demand(found["text"])
    return _added(text, stated_as(text), entries, wishes)


def _as_demand(text: str) -> str:
    """A wish as a document would write it: `that readers to be able to rate` is `Readers can rate`."""
    text = text.strip().strip('"“”').removeprefix("that ")
    text = re.sub(r"^((?:[\w'-]+ ){1,4})to (?:be able to )(?=\w)", r"\1can ", text)
    return capital(text)


def _added(text: str, kind: Kind | None, entries: Entries, wishes: Wishes) -> Outcome:
    weight, text = split_priority(text)
    same = next((each for each in demands(entries) if same_words(each.text, text)), None)
    if same:
        return unchanged(f"{same.id} says that already")
    talked_to(entries, text)
    if kind == "constraint" or mandates(text):
        return constrain(entries, wishes, text)
    whole = _OF_ALL.match(text)
    category = category_of(text) or (plainly(text) if whole else None)
    if category and (whole or kind == "nonfunctional" or target_of(text)):
        demand = NonFunctional(
            id=entries.new_id("nfr", text),
            text=text[:LONGEST],
            category=category,
            target=target_of(text),
            priority=weight,
            origin="refinement",
        )
        entries.nfrs.append(demand)
        return Outcome(f"Added {demand.id}.", (demand.id,))
    wanted = Requirement(
        id=entries.new_id("requirement", text), text=text[:LONGEST], priority=weight, origin="refinement"
    )
    entries.requirements.append(wanted)
    return Outcome(f"Added {wanted.id}.", (wanted.id,))


def stated_as(text: str) -> Kind | None:
    """What a document would say with these words alone: a limit or a quality before a function; None where it says nothing."""
    found = read_anew(f"- {text}\n")
    kinds = {each.kind for each in found.findings} if isinstance(found, Findings) else set()
    return next((kind for kind in WEIGHTIEST if kind in kinds), None)


def talked_to(entries: Entries, text: str) -> None:
    """The outside systems that the words name are drawn from now on: `payments via Stripe`."""
    found = read_anew(f"- {text}\n")
    known = {each.name.casefold() for each in entries.integrations}
    for each in found.integrations if isinstance(found, Findings) else ():
        # A way in which messages travel is no system: the drawing has a part for whoever carries them.
        if each.name.casefold() not in known and each.name not in CHANNELS:
            id_ = entries.new_id("integration", each.name)
            entries.integrations.append(Integration(id=id_, name=each.name[:200]))


def bound(text: str, entries: Entries, wishes: Wishes) -> Outcome | None:
    """A limit or a quality in words that are no sentence of the grammar: `budget is 5k`, `response time under 200 ms`."""
    text = _as_demand(text)
    kind = stated_as(text)
    return _added(text, kind, entries, wishes) if kind in {"constraint", "nonfunctional"} else None


def no(found: re.Match[str], entries: Entries, wishes: Wishes) -> Outcome | None:
    """`no payments`, which is no technology: the demand that speaks of it goes, or a line is drawn for what may come."""
    what = found["what"].strip()
    return by_words(entries, wishes, what) or ruled_out_beside(entries, f"No {what}", what)


def allow(found: re.Match[str], entries: Entries, wishes: Wishes) -> Outcome | None:
    """`let customers choose a time` is what customers can do."""
    text = _as_demand(f"{found['who']} can {found['text'].removeprefix('be able to ')}")
    return _added(text, stated_as(text), entries, wishes)


def priority(found: re.Match[str], entries: Entries, wishes: Wishes) -> Outcome | None:
    """How much demands matter."""
    olds, missing = listed(entries, found["ids"])
    if not olds:
        return unchanged(why_missing(entries, wishes, missing)) if missing else None
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
    old = find(entries, found["id"])
    if old is None:
        return unchanged(why_missing(entries, wishes, (found["id"],)))
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
    """A requirement's own halves, each with the beginning they share: who, and that they can; or with the thing they are done to."""
    begun, has = _BEGUN.match(text), _HAS.match(text)
    what = begun["what"] if begun else has["what"] if has else text
    parts = _parts(what) if re.search(r"[/;|]|\s(?:and|&)\s", what) else []
    if any(_BELONGS.match(part) for part in parts[1:]):
        return []
    parts = [part.rstrip(".") for part in parts]
    if has and not begun:
        return [f"{has['who']} {part}" for part in parts]
    thing = parts[-1].partition(" ")[2] if parts else ""
    if thing and all(" " not in part for part in parts[:-1]):
        parts = [*(f"{part} {thing}" for part in parts[:-1]), parts[-1]]
    return [_led(part, text) for part in parts]


def _led(part: str, text: str) -> str:
    """The part with the beginning of the whole before it, where it goes on in the middle of a sentence."""
    begun = _BEGUN.match(text)
    goes_on = part[:1].islower() and not re.match(r"(?:an?|the|it|they|we|each|every)\b", part)
    if begun and goes_on and not _BEGUN.match(part) and not _DOING.match(part):
        return f"{begun['who']} {part}"
    return capital(part)


def merge_there(found: re.Match[str], entries: Entries, wishes: Wishes) -> Outcome | None:
    """`R-4 belongs to R-3`, which a component could be called as well."""
    return merge(found, entries, wishes) if find(entries, found["into"]) else None


def merge(found: re.Match[str], entries: Entries, wishes: Wishes) -> Outcome | None:
    """Several requirements into the first, or into the one named."""
    given = found.groupdict()
    text = (given.get("text") or "").strip(' "“”')
    into = given.get("into") or (text if re.fullmatch(ID, text) else "")
    olds, missing = listed(entries, found["ids"])
    target = find(entries, into) if into else None
    if into and target is None:
        return unchanged(why_missing(entries, wishes, (into,)))
    parts = tuple({each.id: each for each in (*((target,) if target else ()), *olds)}.values())
    alike = [each for each in parts if type(each) is type(parts[0])]
    if len(alike) < 2:
        return (
            unchanged(
                why_missing(entries, wishes, missing) if missing else "It takes two requirements to merge"
            )
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


RULES: dict[str, Rule] = {
    "add": add,
    "no": no,
    "allow": allow,
    "drop": drop,
    "defer": defer,
    "restore": restore,
    "rule out": rule_out,
    "take in": take_in,
    "priority": priority,
    "split": split,
    "merge": merge,
    "merge if there": merge_there,
}
