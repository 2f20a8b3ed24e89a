"""Cuts an architecture pack into units without a model: the same pack and the same wishes always give the same backlog."""

from collections.abc import Iterable, Mapping, Sequence

from pydantic import BaseModel, ConfigDict

from agents.builtin.decomposing.around import integrations, proofs, stores, workflows
from agents.builtin.decomposing.domain import DOMAIN, domain
from agents.builtin.decomposing.draft import Draft, mentions, risks
from agents.builtin.decomposing.foundation import start
from agents.builtin.decomposing.last import LAST, last
from agents.builtin.decomposing.layout import layout_of
from agents.builtin.decomposing.names import plain
from agents.builtin.decomposing.pages import START
from agents.builtin.decomposing.refine import apply, taken_back
from agents.builtin.decomposing.wish import package_name
from agents.builtin.decomposing.work import requirements, stories
from agents.builtin.pieces import pieces
from agents.builtin.undoing import standing
from agents.repository.shown import RepositoryContext
from agents.schemas.backlog import UNITS_PER_SLICE, Backlog, Slice, Unit, rebuilt
from agents.schemas.pack import ArchitecturePack

_TITLES = {START: "Foundation", DOMAIN: "Domain", LAST: "Proofs and runbook"}


class Wish(BaseModel):
    """What somebody asked to be different, in their words."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    by: str = ""


class DecompositionInputs(BaseModel):
    """Everything a backlog may depend on.

    `refinements` are all wishes since the pack was approved, oldest first, so that ids stay what they were. `done` names
    units that are under way or finished: no wish touches them. `tree` is the repository's paths, empty for a new one.
    `context` is what a model is shown of it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    pack: ArchitecturePack
    refinements: tuple[Wish, ...] = ()
    done: tuple[str, ...] = ()
    tree: tuple[str, ...] = ()
    context: RepositoryContext | None = None


def decompose(inputs: DecompositionInputs) -> Backlog:
    """The backlog for a pack, with the wishes applied in their order; what could not be done stands in `notes`."""
    counting = standing([wish.text for wish in inputs.refinements])
    wishes = [inputs.refinements[each.place].text for each in counting]
    named = next(
        (name for text in reversed(wishes) for part in pieces(text) if (name := package_name(part))), ""
    )
    drafts = _drafts(inputs.pack, tree=inputs.tree, named=named)
    first = backlog = _numbered(drafts)
    for each in counting:
        wish = inputs.refinements[each.place]
        if each.takes_back is None:
            backlog = apply(backlog, wish.text, by=wish.by, done=inputs.done, first=first)
        else:
            undone = [inputs.refinements[place].text for place in each.takes_back]
            backlog = taken_back(backlog, wish.text, undone, by=wish.by)
    return _lost(backlog, pack=inputs.pack)


def _drafts(pack: ArchitecturePack, *, tree: tuple[str, ...], named: str) -> tuple[Draft, ...]:
    layout = layout_of(pack, tree=tree, named=named)
    found, risk = mentions(pack), risks(pack)
    work = requirements(pack, layout=layout, found=found, risk=risk)
    built: dict[str, tuple[str, ...]] = {}
    for draft in work:
        for each in draft.requirement_ids:
            built[each] = (*built.get(each, ()), draft.key)
    asked = (
        *work,
        *stories(pack, layout=layout),
        *(() if layout.in_place else stores(pack, layout=layout)),
        *integrations(pack, layout=layout, found=found),
        *workflows(pack, layout=layout, built=built),
        *proofs(pack, layout=layout, risk=risk, built=_first_served(pack, work=work)),
    )
    if layout.in_place:
        # What is changed in its place has its skeleton, its domain, its stores and its checks already.
        return asked
    return (
        *start(pack, layout=layout),
        *domain(pack, layout=layout, found=found),
        *asked,
        *last(pack, layout=layout),
    )


def _first_served(pack: ArchitecturePack, *, work: Sequence[Draft]) -> dict[str, tuple[str, ...]]:
    """For each NFR the first unit of each component that serves it: before that there is nothing to measure."""
    first: dict[str, str] = {}
    for draft in work:
        for part in draft.component_ids:
            first.setdefault(part, draft.key)
    found: dict[str, dict[str, None]] = {}
    for component in pack.architecture.components:
        for each in component.requirement_ids:
            if component.id in first:
                found.setdefault(each, {})[first[component.id]] = None
    return {each: tuple(keys)[:3] for each, keys in found.items()}


def _numbered(drafts: Sequence[Draft]) -> Backlog:
    ids = {draft.key: f"U-{number:02d}" for number, draft in enumerate(drafts, start=1)}
    slices, home = _slices(drafts)
    return rebuilt(
        Backlog(slices=slices),
        units=tuple(_unit(draft, ids=ids, slice_id=home[draft.key]) for draft in drafts),
    )


def _slices(drafts: Sequence[Draft]) -> tuple[tuple[Slice, ...], dict[str, str]]:
    """A slice for each group in the order of the drafts; a group that is too long for one parent issue gets several."""
    groups: dict[str, list[str]] = {}
    for draft in drafts:
        groups.setdefault(draft.group, []).append(draft.key)
    slices: list[Slice] = []
    home: dict[str, str] = {}
    for group, keys in groups.items():
        title = _TITLES.get(group, plain(group, limit=150))
        if group == LAST and "runbook:" not in keys:
            title = "Proofs"
        for number, at in enumerate(range(0, len(keys), UNITS_PER_SLICE), start=1):
            slice_id = f"S{len(slices) + 1}"
            slices.append(Slice(id=slice_id, title=title if number == 1 else f"{title} ({number})"))
            home |= dict.fromkeys(keys[at : at + UNITS_PER_SLICE], slice_id)
    return tuple(slices), home


def _unit(draft: Draft, *, ids: Mapping[str, str], slice_id: str) -> Unit:
    return Unit(
        id=ids[draft.key],
        title=draft.title,
        slice=slice_id,
        summary=draft.summary,
        requirement_ids=tuple(dict.fromkeys(draft.requirement_ids)),
        component_ids=tuple(dict.fromkeys(draft.component_ids)),
        acceptance_criteria=draft.acceptance,
        files=tuple(dict.fromkeys(draft.files)),
        test=draft.test,
        size=draft.size,
        risk=draft.risk,
        depends_on=tuple(dict.fromkeys(ids[key] for key in _there(draft.after, ids=ids))),
        foundation=draft.foundation,
        kind=draft.kind,
        subject=draft.key.partition(":")[2],
    )


def _there(keys: Sequence[str], *, ids: Mapping[str, str]) -> tuple[str, ...]:
    """The keys that have a unit; a plan without components of its own waits for the skeleton alone."""
    told = ("skeleton:" if key == "component:" and key not in ids else key for key in keys)
    return tuple(key for key in told if key in ids)


def _lost(backlog: Backlog, *, pack: ArchitecturePack) -> Backlog:
    """Says which requirements no unit serves any more, because people dropped what did."""
    served = {each for unit in backlog.units for each in unit.requirement_ids}
    wanted: Iterable[str] = (*(each.id for each in pack.requirements), *(each.id for each in pack.nfrs))
    lost = tuple(each for each in wanted if each not in served)
    if not lost:
        return backlog
    shown = ", ".join(lost[:30]) + (f" and {len(lost) - 30} more" if len(lost) > 30 else "")
    return backlog.model_copy(update={"notes": (*backlog.notes, f"No unit serves {shown} any more.")})
