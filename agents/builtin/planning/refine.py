"""Refinements in plain English taken apart: what each asks for, and what it changes among the entries.

Understood: add, drop, change, split, merge a requirement; its priority; a constraint; a non-goal; a technology instead
of another; something kept where it is for now; and, on components, add, drop, rename, split, merge. Everything else is
recorded as a constraint, and the outcome says that nothing was redrawn.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from agents.builtin.planning.entries import Entries
from agents.builtin.planning.refine_grammar import GRAMMAR, ID
from agents.builtin.planning.shapes import SHAPES
from agents.builtin.planning.wishes import Wishes
from agents.builtin.reader.labels import priority_in
from agents.builtin.reader.quality import category_of, target_of
from agents.builtin.reader.rules import mandates
from agents.builtin.reader.technology import technologies
from agents.schemas.requirements import Demand, NonFunctional, Requirement, Statement

LISTED = re.compile(
    rf"(?P<id>{ID})(?P<after>\s*,?\s*(?:and|&)\s+|\s*[,;&]\s*|[.:]?\s*$|[.:]\s+|\s)", re.IGNORECASE
)
REASON = re.compile(r"(?:because|since|as|for|from|please|into|too|entirely|now)\b", re.IGNORECASE)
# A longer remark is no sentence of the grammar.
LONGEST = 600


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one refinement; `component` is set when it must wait until the parts are drawn."""

    said: str
    ids: tuple[str, ...] = ()
    component: tuple[str, ...] = ()


def refined(text: str, *, entries: Entries, wishes: Wishes) -> Outcome:
    """Apply one refinement to the entries, or say what is left for the drawing."""
    words = re.sub(r"\s+", " ", text).strip().rstrip(".")
    for pattern, name in GRAMMAR:
        found = pattern.match(words) if len(words) <= LONGEST else None
        outcome = RULES[name](found, entries, wishes) if found else None
        if outcome:
            return outcome
    return recorded(entries, words)


def recorded(entries: Entries, words: str) -> Outcome:
    """A refinement nobody here understands, kept as a constraint for those who do."""
    statement = _constrain(entries, words)
    return Outcome(
        f"Recorded as constraint {statement.id}. I do not understand these words well enough to redraw anything.",
        (statement.id,),
    )


def _constrain(entries: Entries, text: str) -> Statement:
    statement = Statement(
        id=entries.new_id("constraint"), text=(text or "(no words)")[:4000], origin="refinement"
    )
    entries.constraints.append(statement)
    return statement


def _find(entries: Entries, wanted: str) -> Demand | None:
    key = wanted.casefold().strip()
    return next(
        (
            each
            for each in (*entries.requirements, *entries.nfrs)
            if key in {each.id.casefold(), each.label.casefold()} - {""}
        ),
        None,
    )


def _ids(entries: Entries, text: str) -> tuple[Demand, ...]:
    """The entries listed at the start of the words; an id that begins a sentence of its own is not one of them."""
    found: list[Demand] = []
    rest = text
    while match := LISTED.match(rest):
        each = _find(entries, match["id"])
        follows = match["after"]
        if each is None or (follows == " " and found and not REASON.match(rest[match.end() :])):
            break
        found.append(each)
        rest = rest[match.end() :]
    return tuple(found)


def _remove(entries: Entries, gone: Demand) -> None:
    entries.requirements[:] = [each for each in entries.requirements if each is not gone]
    entries.nfrs[:] = [each for each in entries.nfrs if each is not gone]
    entries.workflows[:] = [
        flow.model_copy(
            update={"requirement_ids": tuple(each for each in flow.requirement_ids if each != gone.id)}
        )
        for flow in entries.workflows
    ]


def _replace(entries: Entries, old: Demand, changes: dict[str, object]) -> None:
    entries.requirements[:] = [
        each.model_copy(update=changes) if each is old else each for each in entries.requirements
    ]
    entries.nfrs[:] = [each.model_copy(update=changes) if each is old else each for each in entries.nfrs]


def _added(entries: Entries, text: str, *, area: str = "") -> Demand:
    text = text.strip().strip('"“”')
    text = text[:1].upper() + text[1:]
    category = category_of(text)
    if category and target_of(text):
        demand = NonFunctional(
            id=entries.new_id("nfr"),
            text=text[:4000],
            category=category,
            target=target_of(text),
            origin="refinement",
        )
        entries.nfrs.append(demand)
        return demand
    wanted = Requirement(id=entries.new_id("requirement"), text=text[:4000], area=area, origin="refinement")
    entries.requirements.append(wanted)
    return wanted


def _add(found: re.Match[str], entries: Entries, wishes: Wishes) -> Outcome | None:
    if mandates(found["text"]):
        return _constraint(found, entries, wishes)
    each = _added(entries, found["text"])
    return Outcome(f"Added {each.id}.", (each.id,))


def _kind(found: re.Match[str], entries: Entries, wishes: Wishes) -> Outcome | None:
    del entries
    asked = next(
        (kind for kind, shape in SHAPES.items() if shape.title.partition(" ")[2] in found["text"].casefold()),
        None,
    )
    if asked is None:
        return None
    wishes.kind = asked
    wishes.reasons.append((f"Build {SHAPES[asked].title}", "a refinement asked for it"))
    return Outcome(f"The plan is drawn as {SHAPES[asked].title}.")


def _amend(found: re.Match[str], entries: Entries, wishes: Wishes) -> Outcome | None:
    del wishes
    old = _find(entries, found["id"])
    if old is None:
        return None
    text = f"{old.text.rstrip('.')}; it {found['text']}"
    _replace(entries, old, {"text": text[:4000], "origin": "refinement"})
    return Outcome(f"Added your words to {old.id}.", (old.id,))


def _drop(found: re.Match[str], entries: Entries, wishes: Wishes) -> Outcome | None:
    del wishes
    gone = _ids(entries, found["ids"])
    for each in gone:
        _remove(entries, each)
        text = f"{each.text[:3000]} (was {each.id}, dropped in a refinement)"
        entries.non_goals.append(
            Statement(id=entries.new_id("non_goal"), text=text, lines=each.lines, origin="refinement")
        )
    if not gone:
        return None
    ids = tuple(each.id for each in gone)
    return Outcome(f"Dropped {', '.join(ids)}; what was dropped now stands among the non-goals.", ids)


def _change(found: re.Match[str], entries: Entries, wishes: Wishes) -> Outcome | None:
    del wishes
    old = _find(entries, found["id"])
    if old is None:
        return None
    priority = re.fullmatch(
        r"(?:a )?(must|should|could|won['’]?t|p[0-4]|high|medium|low)(?:[- ]have)?",
        found["text"],
        re.IGNORECASE,
    )
    if priority:
        return _prioritised(entries, old, priority[1])
    changes: dict[str, object] = {"text": found["text"][:4000], "origin": "refinement"}
    if isinstance(old, NonFunctional):
        changes["target"] = target_of(found["text"])
    _replace(entries, old, changes)
    return Outcome(f"Changed {old.id}.", (old.id,))


def _prioritised(entries: Entries, old: Demand, word: str) -> Outcome:
    _replace(entries, old, {"priority": priority_in(word)})
    return Outcome(f"{old.id} is now “{priority_in(word)}”.", (old.id,))


def _priority(found: re.Match[str], entries: Entries, wishes: Wishes) -> Outcome | None:
    del wishes
    old = _find(entries, found["id"])
    return _prioritised(entries, old, found["priority"]) if old else None


def _split(found: re.Match[str], entries: Entries, wishes: Wishes) -> Outcome | None:
    del wishes
    old = _find(entries, found["id"])
    parts = [part for part in re.split(r"\s*(?:/|;|\|| and )\s*", found["text"]) if part]
    if not isinstance(old, Requirement) or len(parts) < 2:
        return None
    place = entries.requirements.index(old)
    new = [
        Requirement(
            id=entries.new_id("requirement"),
            text=part[:4000],
            lines=old.lines,
            area=old.area,
            priority=old.priority,
            origin="refinement",
        )
        for part in parts[:9]
    ]
    entries.requirements[place : place + 1] = new
    ids = tuple(each.id for each in new)
    return Outcome(f"Split {old.id} into {', '.join(ids)}.", (old.id, *ids))


def _merge(found: re.Match[str], entries: Entries, wishes: Wishes) -> Outcome | None:
    del wishes
    olds = [each for each in _ids(entries, found["ids"]) if isinstance(each, Requirement)]
    if len(olds) < 2:
        return None
    text = found["text"] or "; ".join(each.text.rstrip(".") for each in olds)
    lines = tuple(sorted({line for each in olds for line in each.lines}))
    first, rest = olds[0], olds[1:]
    _replace(entries, first, {"text": text[:4000], "lines": lines, "origin": "refinement"})
    for each in rest:
        _remove(entries, each)
    return Outcome(
        f"Merged {', '.join(each.id for each in rest)} into {first.id}.", tuple(each.id for each in olds)
    )


def _constraint(found: re.Match[str], entries: Entries, wishes: Wishes) -> Outcome | None:
    statement = _constrain(entries, found["text"])
    if technologies(found["text"]):
        wishes.technologies.append(found["text"])
    return Outcome(f"Recorded as constraint {statement.id}.", (statement.id,))


def _non_goal(found: re.Match[str], entries: Entries, wishes: Wishes) -> Outcome | None:
    del wishes
    statement = Statement(id=entries.new_id("non_goal"), text=found["text"][:4000], origin="refinement")
    entries.non_goals.append(statement)
    return Outcome(f"Recorded as non-goal {statement.id}.", (statement.id,))


def _instead(found: re.Match[str], entries: Entries, wishes: Wishes) -> Outcome | None:
    new, old = found["new"].strip(), found["old"].strip()
    if not technologies(new) and not technologies(old):
        return None
    wishes.technologies.append(new)
    wishes.unwanted.update({old.casefold(), *(name.casefold() for _, name in technologies(old))})
    wishes.reasons.append((f"Use {new[:120]} instead of {old[:120]}", "a refinement asked for it"))
    statement = _constrain(entries, f"Use {new} instead of {old}.")
    return Outcome(
        f"Recorded as constraint {statement.id}; the plan uses {new[:120]} where it named {old[:120]}.",
        (statement.id,),
    )


def _use(found: re.Match[str], entries: Entries, wishes: Wishes) -> Outcome | None:
    if not technologies(found["text"]):
        return None
    wishes.technologies.append(found["text"])
    statement = _constrain(entries, f"Use {found['text']}.")
    return Outcome(
        f"Recorded as constraint {statement.id}; the plan uses {found['text'][:120]}.", (statement.id,)
    )


def _keep(found: re.Match[str], entries: Entries, wishes: Wishes) -> Outcome | None:
    what, where = found["what"].strip(), found["where"].strip()
    now = " for now" if found["now"] else ""
    statement = _constrain(entries, f"Keep {what} in {where}{now}.")
    wishes.reasons.append((f"Keep {what[:150]} in {where[:150]}{now}", "a refinement asked for it"))
    if technologies(where):
        wishes.technologies.append(where)
    return Outcome(f"Recorded as constraint {statement.id} and as a decision.", (statement.id,))


def _component(verb: str) -> Callable[[re.Match[str], Entries, Wishes], Outcome | None]:
    def rule(found: re.Match[str], entries: Entries, wishes: Wishes) -> Outcome | None:
        del entries, wishes
        given = found.groupdict()
        return Outcome("", component=(verb, given.get("a") or "", given.get("b") or "", given.get("c") or ""))

    return rule


RULES: dict[str, Callable[[re.Match[str], Entries, Wishes], Outcome | None]] = {
    "add": _add,
    "drop": _drop,
    "split": _split,
    "merge": _merge,
    "priority": _priority,
    "change": _change,
    "constraint": _constraint,
    "non_goal": _non_goal,
    "instead": _instead,
    "keep": _keep,
    "use": _use,
    "kind": _kind,
    "amend": _amend,
    "component drop if there": _component("drop if there"),
    **{f"component {verb}": _component(verb) for verb in ("add", "drop", "rename", "split", "merge")},
}
