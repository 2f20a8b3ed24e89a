"""The units around the requirements: real stores, outside systems, workflows from end to end, and proofs of quality."""

import re
from collections.abc import Mapping

from agents.builtin.abroad import beside, talked_to
from agents.builtin.decomposing.draft import Draft, Mentions
from agents.builtin.decomposing.foundation import proof_command
from agents.builtin.decomposing.goal import goal_of, proof_title
from agents.builtin.decomposing.last import LAST
from agents.builtin.decomposing.layout import Layout
from agents.builtin.decomposing.names import plain, snake
from agents.builtin.decomposing.place import base, code_folder, serving_of, test_files
from agents.builtin.decomposing.work import Risks
from agents.builtin.planning.drawing.aside import ASIDE
from agents.builtin.planning.drawing.declaring import is_made
from agents.builtin.planning.drawing.unnamed import in_words
from agents.builtin.reader.words.services import HOST
from agents.schemas.architecture import Component
from agents.schemas.pack import ArchitecturePack
from agents.schemas.requirements import NonFunctional, Workflow

_KEPT = {
    "files": ("what is written is read back the same", "a crash half-way leaves the old file whole"),
    "store": (
        "what is written is read back the same, also after a restart",
        "a change of the stored shape is a migration that can be undone",
    ),
}

# `Flow` or `The full flow` is a heading, and says nothing of what flows.
NAMELESS = re.compile(
    r"^(?:the )?(?:(?:user|main|full|basic|core|overall|typical|primary|high-level) )?"
    r"(?:flows?|workflows?|process|steps|journey|scenario)$",
    re.IGNORECASE,
)


def integrations(pack: ArchitecturePack, *, layout: Layout, found: Mentions) -> tuple[Draft, ...]:
    """Two units for each outside system: its boundary, then what happens when it is slow, wrong or away.

    What a store or a queue of the product is made of has its own unit, and nothing calls the host the product runs on.
    A system that is drawn and has no name of its own, as an e-mail service, has its boundary as well, unless the product
    that is changed reaches it already.
    """
    drawn = {part.name: part for part in pack.architecture.components if part.kind == "external"}
    parts = [part.id for part in pack.architecture.components]
    bound = "\n".join(each.text for each in (*pack.prd.constraints, *pack.prd.user_stories)).casefold()
    told = [pack.prd.title, *(each.text for each in (*pack.requirements, *pack.nfrs, *pack.prd.constraints))]
    named = [
        each
        for each in beside(
            talked_to(pack.integrations, kind=pack.architecture.kind, told=told), pack.architecture
        )
        if not HOST.fullmatch(each.name) and not is_made(each.name, parts)
        # What only a question or the story behind it names is not built before somebody decides.
        if each.name[:60] in drawn or each.name.casefold() in bound or found.of(each.name)
    ]
    known = {each.name[:60].casefold() for each in pack.integrations}
    reached = [(each.id, each.name, drawn.get(each.name[:60])) for each in named]
    if not layout.in_place:
        reached += [(part.id, name, part) for name, part in drawn.items() if name.casefold() not in known]
    return tuple(
        draft
        for subject, name, part in reached
        for draft in _integration(subject, name, part=part, layout=layout, ids=_asking(found.of(name), part))
    )


def _asking(named: tuple[str, ...], part: Component | None) -> tuple[str, ...]:
    """The requirements that name a system, and those for which the drawing has it."""
    return tuple(dict.fromkeys((*named, *(part.requirement_ids if part else ()))))


def stores(pack: ArchitecturePack, *, layout: Layout) -> tuple[Draft, ...]:
    """One unit for each component that keeps data, behind the boundary the stand-in has."""
    return tuple(
        Draft(
            key=f"store:{part.id}",
            kind="store",
            group="Data that stays",
            title=_keeps(part),
            summary=f"{plain(part.name)}: {plain(part.purpose)}",
            acceptance=_KEPT["files" if part.kind == "files" else "store"],
            files=(code_folder(layout, "storage"), "migrations/**", *test_files(layout, "storage")),
            test=proof_command(layout, f"storage_{snake(part.id, fallback='store')}"),
            after=("local:", "store:memory"),
            requirement_ids=part.requirement_ids,
            component_ids=(part.id,),
            size="M",
            risk="medium",
            foundation=not part.requirement_ids,
        )
        for part in pack.architecture.components
        if part.kind in {"store", "files", "queue"}
    )


def _keeps(part: Component) -> str:
    what = part.name.removesuffix(" store").lower() if part.id == ASIDE else "data"
    where = plain(part.technology or part.name.lower(), limit=60)
    return f"Keep {what} in {'one ' if where.endswith(' file') else ''}{where}"


def workflows(
    pack: ArchitecturePack, *, layout: Layout, built: Mapping[str, tuple[str, ...]]
) -> tuple[Draft, ...]:
    """One proof from end to end for each workflow, after the requirements it runs through; `built` has their keys."""
    return tuple(_workflow(each, layout=layout, built=built) for each in pack.workflows)


def proofs(
    pack: ArchitecturePack, *, layout: Layout, risk: Risks, built: Mapping[str, tuple[str, ...]]
) -> tuple[Draft, ...]:
    """One proof for each NFR: a measurement against its target, or first the target itself."""
    serving = serving_of(pack)
    return tuple(_proof(each, layout=layout, risk=risk, serving=serving, built=built) for each in pack.nfrs)


def _integration(
    subject: str, called: str, *, part: Component | None, layout: Layout, ids: tuple[str, ...]
) -> tuple[Draft, ...]:
    name, module = plain(in_words(called), limit=60), snake(called, fallback="integration")
    parts = (part.id,) if part else ()
    files = (code_folder(layout, "integrations"), *test_files(layout, module))
    port = Draft(
        key=f"integration:{subject}",
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
        after=(base(layout),),
        requirement_ids=ids,
        component_ids=parts,
        risk="medium",
        foundation=not ids,
    )
    failures = Draft(
        key=f"integration:{subject}/2",
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
        component_ids=parts,
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
        title=_way(each),
        summary="Every step in one test, as a user would go through it: "
        + "; ".join(plain(step, limit=120) for step in each.steps[:12]),
        acceptance=tuple(
            f"step {index}: {plain(step, limit=300)}" for index, step in enumerate(each.steps[:12], 1)
        )
        or ("the workflow runs through from end to end",),
        files=test_files(layout, name),
        test=proof_command(layout, f"{name}_story"),
        after=tuple(key for one in each.requirement_ids for key in built.get(one, ())) or (base(layout),),
        requirement_ids=each.requirement_ids,
        size="M" if len(each.steps) > 3 else "S",
        foundation=not each.requirement_ids,
    )


def _way(each: Workflow) -> str:
    """The workflow by its name, or by where it begins and ends when the name says only that it is one."""
    if each.steps and NAMELESS.match(each.name):
        first, last = (plain(each.steps[at], limit=50).rstrip(" .") for at in (0, -1))
        return f"Prove the workflow: {first}" + (f" … {last}" if len(each.steps) > 1 else "")
    return f"Prove the workflow {plain(each.name, limit=70)}"


def _proof(
    each: NonFunctional,
    *,
    layout: Layout,
    risk: Risks,
    serving: Mapping[str, tuple[str, ...]],
    built: Mapping[str, tuple[str, ...]],
) -> Draft:
    name = snake(each.id, fallback="quality")
    goal = goal_of(each)
    return Draft(
        key=f"proof:{each.id}",
        kind="proof",
        group=LAST,
        title=proof_title(each),
        summary=plain(each.text, limit=1500),
        acceptance=(f"a repeatable measurement shows {goal}",)
        if goal
        else (
            "the people who asked agree in writing how it is measured",
            "a repeatable check shows that it holds",
        ),
        files=(*test_files(layout, name), "docs/quality/**", "bench/**"),
        test=proof_command(layout, name),
        after=built.get(each.id, ()) or (base(layout),),
        requirement_ids=(each.id,),
        component_ids=serving.get(each.id, ()),
        risk=risk.get(each.id, "low"),
    )
