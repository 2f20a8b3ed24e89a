"""What differs between two versions of a pack, entry by entry, for the part of a comment that says what changed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from agents.schemas.pack import ArchitecturePack


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: `moved` means the same requirement is served by other components now."""

    kind: Literal["added", "removed", "changed", "moved"]
    id: str
    what: str


def changes(old: ArchitecturePack, new: ArchitecturePack) -> tuple[Change, ...]:
    """The differences, in the order of the pack: entries first, then components, connections and decisions."""
    before, after = _entries(old), _entries(new)
    found = [*_between(before, after)]
    served_before, served_after = _served(old), _served(new)
    found.extend(
        Change("moved", each, f"from {_names(served_before[each])} to {_names(served_after[each])}")
        for each in served_after
        if each in served_before and served_before[each] != served_after[each]
    )
    wires_before = {(each.source, each.target): each.label for each in old.architecture.connections}
    wires_after = {(each.source, each.target): each.label for each in new.architecture.connections}
    found.extend(_between(_joined(wires_before), _joined(wires_after)))
    return tuple(found)


def _between(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Change]:
    for key, what in after.items():
        if key not in before:
            yield Change("added", key, what)
        elif before[key] != what:
            yield Change("changed", key, what)
    for key, what in before.items():
        if key not in after:
            yield Change("removed", key, what)


def _entries(pack: ArchitecturePack) -> dict[str, str]:
    prd, drawn = pack.prd, pack.architecture
    found: dict[str, str] = {}
    for each in (*pack.requirements, *pack.nfrs):
        found[each.id] = each.text if each.priority == "unstated" else f"{each.text} ({each.priority})"
    for group in (
        prd.user_stories,
        prd.constraints,
        prd.non_goals,
        prd.success_metrics,
        prd.deferred,
        pack.org_constraints,
        pack.assumptions,
        pack.open_questions,
    ):
        found |= {entry.id: entry.text for entry in group}
    found |= {each.id: f"{each.text} {each.answer}".strip() for each in pack.clarifications}
    for names in (pack.actors, pack.entities, pack.integrations, pack.workflows):
        found |= {entry.id: entry.name for entry in names}
    found |= {part.id: ", ".join(filter(None, (part.name, part.technology))) for part in drawn.components}
    found |= {each.id: each.title for each in drawn.decisions}
    return found


def _served(pack: ArchitecturePack) -> dict[str, tuple[str, ...]]:
    served: dict[str, tuple[str, ...]] = {each.id: () for each in (*pack.requirements, *pack.nfrs)}
    for part in pack.architecture.components:
        for each in part.requirement_ids:
            served[each] = (*served.get(each, ()), part.id)
    return served


def _joined(wires: Mapping[tuple[str, str], str]) -> dict[str, str]:
    return {f"{source} > {target}": label for (source, target), label in wires.items()}


def _names(ids: tuple[str, ...]) -> str:
    return ", ".join(ids) or "nothing"
