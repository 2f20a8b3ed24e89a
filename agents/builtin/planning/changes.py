"""What differs between two versions of a pack, entry by entry, for the part of a comment that says what changed."""

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from agents.schemas.architecture import Component
from agents.schemas.pack import ArchitecturePack

Kind = Literal["added", "removed", "changed", "moved"]
# By id: what kind of entry it is, and its words.
Entries = dict[str, tuple[str, str]]


class Change(NamedTuple):
    """One difference: `moved` means the same requirement is served by other components now; `of` names the kind of entry."""

    kind: Kind
    id: str
    what: str
    of: str = ""


def changes(old: ArchitecturePack, new: ArchitecturePack) -> tuple[Change, ...]:
    """The differences, in the order of the pack: entries first, then components, decisions, and connections."""
    found = [*_between(_entries(old), _entries(new))]
    everywhere = _everywhere(old) | _everywhere(new)
    served_before, served_after = _served(old, everywhere), _served(new, everywhere)
    kinds = {each.id: "requirement" for each in new.requirements}
    found.extend(
        Change(
            "moved",
            each,
            f"from {_names(served_before[each])} to {_names(served_after[each])}",
            kinds.get(each, "quality demand"),
        )
        for each in served_after
        if each in served_before and served_before[each] != served_after[each]
    )
    found.extend(_between(_wires(old), _wires(new)))
    return tuple(found)


def _between(before: Entries, after: Entries) -> Iterator[Change]:
    for key, (of, what) in after.items():
        if key not in before:
            yield Change("added", key, what, of)
        elif before[key][1] != what:
            yield Change("changed", key, what, of)
    for key, (of, what) in before.items():
        if key not in after:
            yield Change("removed", key, what, of)


def _entries(pack: ArchitecturePack) -> Entries:
    prd, drawn = pack.prd, pack.architecture
    found: Entries = {}
    for each in (*pack.requirements, *pack.nfrs):
        of = "requirement" if each in pack.requirements else "quality demand"
        found[each.id] = (of, each.text if each.priority == "unstated" else f"{each.text} ({each.priority})")
    for of, group in (
        ("user story", prd.user_stories),
        ("constraint", prd.constraints),
        ("non-goal", prd.non_goals),
        ("success metric", prd.success_metrics),
        ("for later", prd.deferred),
        ("organisation’s constraint", pack.org_constraints),
        ("assumption", pack.assumptions),
        ("open question", pack.open_questions),
    ):
        found |= {entry.id: (of, entry.text) for entry in group}
    found |= {each.id: ("question", f"{each.text} {each.answer}".strip()) for each in pack.clarifications}
    for of, names in (
        ("actor", pack.actors),
        ("entity", pack.entities),
        ("integration", pack.integrations),
        ("workflow", pack.workflows),
    ):
        found |= {entry.id: (of, entry.name) for entry in names}
    found |= {part.id: ("part", _part(part)) for part in drawn.components}
    found |= {each.id: ("decision", each.title) for each in drawn.decisions}
    found |= {each.id: ("risk", each.text) for each in drawn.risks}
    return found


def _part(part: Component) -> str:
    return ", ".join(filter(None, (part.name, part.technology))) + f": {part.purpose}"


def _everywhere(pack: ArchitecturePack) -> frozenset[str]:
    """The stores and interfaces that are there for every requirement, which says nothing of a single one."""
    wanted = {each.id for each in pack.requirements}
    return frozenset(
        part.id
        for part in pack.architecture.components
        if part.kind not in {"domain", "client", "worker"} and wanted <= set(part.requirement_ids)
    )


def _served(pack: ArchitecturePack, everywhere: frozenset[str]) -> Mapping[str, tuple[str, ...]]:
    served: dict[str, tuple[str, ...]] = {each.id: () for each in (*pack.requirements, *pack.nfrs)}
    for part in pack.architecture.components:
        for each in part.requirement_ids if part.id not in everywhere else ():
            served[each] = (*served.get(each, ()), part.id)
    return served


def _wires(pack: ArchitecturePack) -> Entries:
    return {
        f"{each.source} > {each.target}": ("connection", each.label) for each in pack.architecture.connections
    }


def _names(ids: tuple[str, ...]) -> str:
    return ", ".join(ids) or "nothing"
