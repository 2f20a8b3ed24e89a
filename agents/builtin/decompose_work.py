"""The units that carry the requirements: one or more for each, by component, then integrations, workflows and proofs."""

import dataclasses
import re
from collections import Counter
from collections.abc import Mapping
from typing import Literal

from agents.builtin.decompose_draft import Draft, Mentions, chunks
from agents.builtin.decompose_foundation import LAST, proof_command
from agents.builtin.decompose_layout import Layout, component_folders
from agents.builtin.decompose_names import plain, snake
from agents.schemas.pack import ArchitecturePack
from agents.schemas.requirements import Integration, NonFunctional, Requirement, UserStory, Workflow

# More acceptance criteria than this are too many for one small pull request.
CRITERIA = 4
# A component with more requirements than this is cut along the headings of the document.
REQUIREMENTS = 12
# With more groups than this, those of few units are put together.
GROUPS = 8
FEW = 2
REST = "Smaller areas"
_NUMBERED = re.compile(r"^[\d.]+\s+")
_RANK = {"must": 0, "should": 1, "unstated": 1, "could": 2, "wont": 3}

Risks = Mapping[str, Literal["medium", "high"]]


def requirements(
    pack: ArchitecturePack, *, layout: Layout, found: Mentions, risk: Risks
) -> tuple[Draft, ...]:
    """Units for every requirement, grouped by the component that serves it first; must comes before could."""
    own = component_folders(pack)
    serving = _serving(pack)
    speaks_of: dict[str, list[str]] = {}
    for entity in pack.entities:
        for each in found.of(entity.name):
            speaks_of.setdefault(each, []).append(f"entity:{entity.id}")
    home = {
        each.id: next((part for part in serving.get(each.id, ()) if part in own), "")
        for each in pack.requirements
    }
    groups = _groups(pack, home=home)
    order = {part: index for index, part in enumerate(own)}
    drafts: list[tuple[tuple[int, int], Draft]] = []
    for wanted in pack.requirements:
        part = home[wanted.id]
        served = serving.get(wanted.id, ())
        after = (_base(layout), *speaks_of.get(wanted.id, ()))
        rank = (order.get(part, len(order)), _RANK[wanted.priority])
        for draft in _requirement(
            wanted, group=groups[wanted.id], folder=own.get(part, ""), layout=layout, after=after
        ):
            placed = dataclasses.replace(draft, component_ids=served)
            drafts.append(
                (rank, dataclasses.replace(placed, risk=risk[wanted.id]) if wanted.id in risk else placed)
            )
    return _by_group(drafts)


def stories(pack: ArchitecturePack, *, layout: Layout) -> tuple[Draft, ...]:
    """Units for user stories, when the document has nothing else to build from."""
    if pack.requirements:
        return ()
    return tuple(_story(each, layout=layout) for each in pack.prd.user_stories)


def integrations(pack: ArchitecturePack, *, layout: Layout, found: Mentions) -> tuple[Draft, ...]:
    """Two units for each outside system: its boundary, then what happens when it is slow, wrong or away."""
    return tuple(
        draft
        for each in pack.integrations
        for draft in _integration(each, layout=layout, ids=found.of(each.name))
    )


def stores(pack: ArchitecturePack, *, layout: Layout) -> tuple[Draft, ...]:
    """One unit for each component that keeps data, behind the boundary the stand-in has."""
    boundary = layout.shape == "service" and layout.language != "none" and bool(pack.entities)
    return tuple(
        Draft(
            key=f"store:{part.id}",
            kind="store",
            group="Data that stays",
            title=f"Keep data in {plain(part.technology or part.name, limit=60)}",
            summary=f"{plain(part.name)}: {plain(part.purpose)}. The same cases the stand-in passes, on the real store.",
            acceptance=(
                "the cases of the store boundary pass on it",
                "a change of the stored shape is a migration that can be undone",
            ),
            files=(_folder(layout, "storage"), "migrations/**", *_tests(layout, "storage")),
            test=proof_command(layout, f"storage_{snake(part.id, fallback='store')}"),
            after=("local:", *(("store:memory",) if boundary else ())),
            requirement_ids=part.requirement_ids,
            component_ids=(part.id,),
            size="M",
            risk="medium",
            foundation=not part.requirement_ids,
        )
        for part in pack.architecture.components
        if part.kind in {"store", "files", "queue"}
    )


def workflows(
    pack: ArchitecturePack, *, layout: Layout, built: Mapping[str, tuple[str, ...]]
) -> tuple[Draft, ...]:
    """One proof from end to end for each workflow, after the requirements it runs through; `built` has their keys."""
    return tuple(_workflow(each, layout=layout, built=built) for each in pack.workflows)


def proofs(
    pack: ArchitecturePack, *, layout: Layout, risk: Risks, built: Mapping[str, tuple[str, ...]]
) -> tuple[Draft, ...]:
    """One proof for each NFR: a measurement against its target, or first the target itself."""
    serving = _serving(pack)
    return tuple(_proof(each, layout=layout, risk=risk, serving=serving, built=built) for each in pack.nfrs)


def _requirement(
    each: Requirement, *, group: str, folder: str, layout: Layout, after: tuple[str, ...]
) -> tuple[Draft, ...]:
    parts = chunks(each.acceptance, size=CRITERIA)
    name = snake(each.id, fallback="requirement")
    drafts: list[Draft] = []
    for index, criteria in enumerate(parts, start=1):
        suffix = f" ({index} of {len(parts)})" if len(parts) > 1 else ""
        module = name if len(parts) == 1 else f"{name}_{index}"
        drafts.append(
            Draft(
                key=f"requirement:{each.id}" + (f"/{index}" if index > 1 else ""),
                kind="requirement",
                group=group,
                title=f"{plain(each.text, limit=90)}{suffix}",
                summary=plain(each.text, limit=1500),
                acceptance=tuple(plain(one, limit=500) for one in criteria)
                or (f"a test shows that {each.id} holds: {plain(each.text, limit=400)}",),
                files=(_folder(layout, folder), *_tests(layout, name)),
                test=proof_command(layout, module),
                after=(*after, *((drafts[-1].key,) if drafts else ())),
                requirement_ids=(each.id,),
                size="M" if len(criteria) > 2 or len(each.text) > 300 else "S",
            )
        )
    return tuple(drafts)


def _groups(pack: ArchitecturePack, *, home: Mapping[str, str]) -> dict[str, str]:
    """The slice title of each requirement: its component, or the document's heading where that would be too much.

    With many groups the smallest share one, because a parent issue for a single unit helps nobody.
    """
    names = {part.id: plain(part.name, limit=80) for part in pack.architecture.components}
    sizes = Counter(home.values())
    groups: dict[str, str] = {}
    for each in pack.requirements:
        part = home[each.id]
        area = plain(_NUMBERED.sub("", each.area), limit=80) if each.area else ""
        crowded = not part or sizes[part] > REQUIREMENTS
        groups[each.id] = (area if crowded else "") or names.get(part, "") or "Requirements"
    count = Counter(groups.values())
    if len(count) <= GROUPS:
        return groups
    return {each: group if count[group] > FEW else REST for each, group in groups.items()}


def _by_group(drafts: list[tuple[tuple[int, int], Draft]]) -> tuple[Draft, ...]:
    """Components in their order, groups in the order they first appear, and in a group must before could."""
    first: dict[str, tuple[int, int]] = {}
    for index, ((part, _), draft) in enumerate(drafts):
        first.setdefault(draft.group, (part, index))
    ranked = sorted(drafts, key=lambda row: (row[1].group == REST, first[row[1].group], row[0][1]))
    return tuple(draft for _, draft in ranked)


def _story(each: UserStory, *, layout: Layout) -> Draft:
    return Draft(
        key=f"requirement:{each.id}",
        kind="requirement",
        group="User stories",
        title=plain(each.want or each.text, limit=90),
        summary=plain(each.text, limit=1500),
        acceptance=tuple(plain(one, limit=500) for one in each.acceptance)
        or (f"a test tells the story of {each.id} from end to end",),
        files=(_folder(layout, ""), *_tests(layout, snake(each.id, fallback="story"))),
        test=proof_command(layout, snake(each.id, fallback="story")),
        after=(_base(layout),),
        requirement_ids=(each.id,),
        size="M",
    )


def _integration(each: Integration, *, layout: Layout, ids: tuple[str, ...]) -> tuple[Draft, ...]:
    name, module = plain(each.name, limit=60), snake(each.name, fallback="integration")
    files = (_folder(layout, "integrations"), *_tests(layout, module))
    port = Draft(
        key=f"integration:{each.id}",
        kind="integration",
        group="Outside systems",
        title=f"Boundary to {name} with a stand-in",
        summary=f"One module that is all the product knows of {name}, and a stand-in with the same cases for tests.",
        acceptance=(
            "no other module names the outside system",
            "the same cases pass on the stand-in and on recorded answers",
        ),
        files=files,
        test=proof_command(layout, module),
        after=(_base(layout),),
        requirement_ids=ids,
        risk="medium",
        foundation=not ids,
    )
    failures = Draft(
        key=f"integration:{each.id}/2",
        kind="integration",
        group="Outside systems",
        title=f"When {name} is slow, wrong or away",
        summary=f"Time limits, repeated attempts and what people see while {name} cannot be reached.",
        acceptance=(
            "every call has a time limit",
            "an outage is told apart from a refusal",
            "nothing is done twice",
        ),
        files=files,
        test=proof_command(layout, f"{module}_failures"),
        after=(port.key,),
        requirement_ids=ids,
        risk="medium",
        foundation=not ids,
    )
    return (port, failures)


def _workflow(each: Workflow, *, layout: Layout, built: Mapping[str, tuple[str, ...]]) -> Draft:
    name = snake(each.name, fallback="workflow")
    return Draft(
        key=f"workflow:{each.id}",
        kind="workflow",
        group="Workflows from end to end",
        title=f"Prove the workflow {plain(each.name, limit=70)}",
        summary="Every step in one test, as a user would go through it: "
        + "; ".join(plain(step, limit=120) for step in each.steps[:12]),
        acceptance=tuple(
            f"step {index}: {plain(step, limit=300)}" for index, step in enumerate(each.steps[:12], 1)
        )
        or ("the workflow runs through from end to end",),
        files=_tests(layout, name),
        test=proof_command(layout, f"{name}_story"),
        after=tuple(key for one in each.requirement_ids for key in built.get(one, ())) or (_base(layout),),
        requirement_ids=each.requirement_ids,
        size="M" if len(each.steps) > 3 else "S",
        foundation=not each.requirement_ids,
    )


def _proof(
    each: NonFunctional,
    *,
    layout: Layout,
    risk: Risks,
    serving: Mapping[str, tuple[str, ...]],
    built: Mapping[str, tuple[str, ...]],
) -> Draft:
    name = snake(each.id, fallback="quality")
    target = each.target
    goal = f"{target.comparison} {target.quantity:g} {plain(target.unit, limit=40)}".strip() if target else ""
    return Draft(
        key=f"proof:{each.id}",
        kind="proof",
        group=LAST,
        title=f"Prove {each.category}: {plain(each.text, limit=80)}",
        summary=plain(each.text, limit=1500),
        acceptance=(f"a repeatable measurement shows {goal}",)
        if goal
        else (
            "the people who asked agree in writing how it is measured",
            "a repeatable check shows that it holds",
        ),
        files=(*_tests(layout, name), "docs/quality/**", "bench/**"),
        test=proof_command(layout, name),
        after=built.get(each.id, ()) or (_base(layout),),
        requirement_ids=(each.id,),
        component_ids=serving.get(each.id, ()),
        risk=risk.get(each.id, "low"),
    )


def _serving(pack: ArchitecturePack) -> dict[str, tuple[str, ...]]:
    """The components that serve each requirement, in the order of the architecture."""
    found: dict[str, list[str]] = {}
    for part in pack.architecture.components:
        for each in part.requirement_ids:
            found.setdefault(each, []).append(part.id)
    return {each: tuple(parts) for each, parts in found.items()}


def _base(layout: Layout) -> str:
    """What every unit of code waits for: the component folders, or the skeleton where there is no scaffold for them."""
    return "skeleton:" if layout.language == "none" else "component:"


def _folder(layout: Layout, folder: str) -> str:
    return "/".join(part for part in (layout.root, folder, "**") if part)


def _tests(layout: Layout, name: str) -> tuple[str, ...]:
    """The tests of one subject; without a language we know nobody can say where they stand."""
    match layout.language:
        case "python":
            return (f"tests/test_{name}.py", f"tests/test_{name}_*.py")
        case "javascript":
            return (f"test/{name}.test{layout.suffix}", f"test/{name}_*.test{layout.suffix}")
        case "none":
            return ("**",)
