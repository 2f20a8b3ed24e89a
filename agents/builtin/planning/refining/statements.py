"""Refinements of what binds the plan: constraints, non-goals, technologies, and the kind of product."""

import re
from collections.abc import Callable
from typing import Protocol, TypeVar

from agents.builtin.planning.drawing.shapes import SHAPES
from agents.builtin.planning.entries import Entries
from agents.builtin.planning.refining.outcome import Outcome, unchanged
from agents.builtin.planning.wishes import Wished, Wishes
from agents.builtin.reader.words.technology import called, technologies
from agents.schemas.architecture import ProductKind
from agents.schemas.requirements import Statement


class HasId(Protocol):
    """Anything people can name by an id."""

    @property
    def id(self) -> str:
        """Its id in the plan."""


Named = TypeVar("Named", bound=HasId)
# Other words for the kinds, besides the titles of their shapes.
_KINDS: tuple[tuple[str, ProductKind], ...] = (
    (r"mobile|phone|ios app|android app|iphone", "mobile_app"),
    (r"desktop", "desktop_app"),
    (r"command[- ]line|\bcli\b", "cli"),
    (r"extension|plugin|add-?on", "extension"),
    (r"pipeline", "pipeline"),
    (r"\bgame\b", "game"),
    (r"infrastructure", "infrastructure"),
    (r"web ?(?:app|site)|website|in the browser", "web_app"),
    (r"library|package|\bsdk\b", "library"),
    (r"service|\bapi\b|backend", "service"),
)


def constrain(entries: Entries, wishes: Wishes, text: str) -> Outcome:
    """A constraint in somebody's words; the technologies it names are wanted."""
    text = (text or "(no words)")[:4000]
    same = next(
        (
            each
            for each in entries.constraints
            if each.text.casefold().rstrip(".") == text.casefold().rstrip(".")
        ),
        None,
    )
    if same:
        return unchanged(f"Constraint {same.id} says that already")
    statement = Statement(id=entries.new_id("constraint", text), text=text, origin="refinement")
    entries.constraints.append(statement)
    if technologies(text):
        wishes.technologies.append(Wished(text, statement.id))
    return Outcome(f"Recorded as constraint {statement.id}.", (statement.id,))


def forget(entries: Entries, wishes: Wishes, wanted: str) -> bool:
    """Take out a constraint, non-goal or another statement by its id; False where there is none."""
    gone = next((each for each in entries.constraints if each.id.casefold() == wanted.casefold()), None)
    if gone:
        wishes.forget(gone.id)
    return any(
        (
            _without(entries.constraints, wanted),
            _without(entries.non_goals, wanted),
            _without(entries.metrics, wanted),
            _without(entries.deferred, wanted),
            _without(entries.stories, wanted),
            _without(entries.questions, wanted),
            _without(entries.actors, wanted),
            _without(entries.entities, wanted),
            _without(entries.integrations, wanted),
        )
    )


def _without(group: list[Named], wanted: str) -> bool:
    """Whether the group held an entry of this id, which it holds no more."""
    before = len(group)
    group[:] = [each for each in group if each.id.casefold() != wanted.casefold()]
    return len(group) < before


def constraint(found: re.Match[str], entries: Entries, wishes: Wishes) -> Outcome | None:
    """A rule the plan must respect."""
    return constrain(entries, wishes, found["text"])


def non_goal(found: re.Match[str], entries: Entries, wishes: Wishes) -> Outcome | None:
    """What the product shall not do."""
    del wishes
    return ruled_out(entries, found["text"])


def ruled_out(entries: Entries, text: str) -> Outcome:
    """Something the product shall not do, in somebody's words."""
    text = text[:4000]
    key = text.casefold().rstrip(".")
    same = next((each for each in entries.non_goals if each.text.casefold().rstrip(".") == key), None)
    if same:
        return unchanged(f"Non-goal {same.id} says that already")
    statement = Statement(id=entries.new_id("non_goal", text), text=text, origin="refinement")
    entries.non_goals.append(statement)
    return Outcome(f"Recorded as non-goal {statement.id}.", (statement.id,))


def metric(found: re.Match[str], entries: Entries, wishes: Wishes) -> Outcome | None:
    """By what people will tell that it was worth it."""
    del wishes
    text = found["text"][:4000]
    statement = Statement(id=entries.new_id("metric", text), text=text, origin="refinement")
    entries.metrics.append(statement)
    return Outcome(f"Added {statement.id}.", (statement.id,))


def technology_dropped(entries: Entries, wishes: Wishes, named: str) -> Outcome | None:
    """A technology the plan shall do without, where the words name one and hardly anything else."""
    names = [name for _, name in technologies(named)]
    if not names or len(re.findall(r"\w+", named)) > 2 * len(names) + 3:
        return None
    outcome = constrain(entries, wishes, f"Do not use {named}.")
    if not outcome.ids:
        return outcome
    wishes.technologies.pop()
    wishes.unwanted |= dict.fromkeys((each for name in names for each in called(name)), outcome.ids[0])
    used = next((name for name in names if name in wishes.used), None)
    place = f" What takes its place is open: say “use … instead of {used}”." if used else ""
    return Outcome(
        f"{outcome.said.rstrip('.')}; the plan does without {', '.join(names)}.{place}", outcome.ids
    )


def without(found: re.Match[str], entries: Entries, wishes: Wishes) -> Outcome | None:
    """`do not use Redis`; other things than technologies are constraints like any other words."""
    named = (found["old"] or found["old2"]).strip()
    return technology_dropped(entries, wishes, named)


def keep(found: re.Match[str], entries: Entries, wishes: Wishes) -> Outcome | None:
    """Something stays where it is."""
    what, where = found["what"].strip(), found["where"].strip()
    now = " for now" if found["now"] else ""
    outcome = constrain(entries, wishes, f"Keep {what} in {where}{now}.")
    if not outcome.ids:
        return outcome
    if not technologies(where):
        wishes.reasons.append(Wished(f"Keep {what[:150]} in {where[:150]}{now}", outcome.ids[0]))
    return Outcome(f"{outcome.said.rstrip('.')} and as a decision.", outcome.ids)


def keep_named(found: re.Match[str], entries: Entries, wishes: Wishes) -> Outcome | None:
    """`store reports in SQLite`; `store parcels in a shelf` is what somebody does."""
    return keep(found, entries, wishes) if technologies(found["where"]) else None


def kind(found: re.Match[str], entries: Entries, wishes: Wishes) -> Outcome | None:
    """Another kind of product."""
    del entries
    wanted = re.split(r"\b(?:not|instead of|rather than)\b", found["text"], maxsplit=1, flags=re.IGNORECASE)[
        0
    ].casefold()
    titled = (name for name, shape in SHAPES.items() if shape.title.partition(" ")[2] in wanted)
    asked = next(titled, None) or next((name for words, name in _KINDS if re.search(words, wanted)), None)
    if asked is None:
        return None
    title = SHAPES[asked].title
    if asked == (wishes.kind or wishes.usual):
        return unchanged(f"It is drawn as {title} already")
    wishes.kind, wishes.kind_by = asked, ""
    return Outcome(f"The plan is drawn as {title}.")


def product_name(found: re.Match[str], entries: Entries, wishes: Wishes) -> Outcome | None:
    """What the product is called from now on; `rename the worker to Mailer` is about a component."""
    del entries
    old = (found.groupdict().get("old") or "it").casefold()
    if old not in {
        "product",
        "app",
        "application",
        "tool",
        "project",
        "service",
        "it",
        wishes.product.casefold(),
    }:
        return None
    if old in wishes.parts:
        return None
    new = found["new"].strip()
    if new == wishes.product:
        return unchanged(f"It is called “{new}” already")
    wishes.product = new
    return Outcome(f"The product is called “{new}” now.")


def again(found: re.Match[str], entries: Entries, wishes: Wishes) -> Outcome | None:
    """The document is read afresh for every version; asking for it changes nothing else."""
    del found, entries, wishes
    return Outcome("The PRD was read again as it stands now.")


RULES: dict[str, Callable[[re.Match[str], Entries, Wishes], Outcome | None]] = {
    "constraint": constraint,
    "non_goal": non_goal,
    "metric": metric,
    "without": without,
    "keep": keep,
    "keep if named": keep_named,
    "kind": kind,
    "product name": product_name,
    "again": again,
}
