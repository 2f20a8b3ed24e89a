"""The units that write the approved plan down as pages of the repository, one for each page or one for them all."""

from agents.builtin.decomposing.draft import Draft
from agents.schemas.pack import ArchitecturePack

START = "start"
# With so few entries of the plan on them, four pages in four units would be more to approve than there is to read.
FEW = 7


def pages(pack: ArchitecturePack) -> tuple[Draft, ...]:
    """Architecture, scope, decisions and glossary, as far as the plan has something to say there."""
    drafts = (_architecture(), _scope(), *_decisions(pack), *_glossary(pack))
    listed = (*pack.requirements, *pack.nfrs, *pack.actors, *pack.entities, *pack.integrations)
    return drafts if len(listed) > FEW else (_together(drafts),)


def _together(drafts: tuple[Draft, ...]) -> Draft:
    named = [each.kind if each.kind != "decision" else "decisions" for each in drafts]
    return Draft(
        key="pages:",
        kind="pages",
        group=START,
        title=f"Pages of the approved plan: {', '.join(named[:-1])} and {named[-1]}",
        summary="The approved plan as pages of the repository, with the PRD lines that each entry comes from.",
        acceptance=tuple(criterion for each in drafts for criterion in each.acceptance),
        files=tuple(path for each in drafts for path in each.files),
        test="; ".join(each.test for each in drafts),
        foundation=True,
    )


def _architecture() -> Draft:
    return Draft(
        key="architecture:",
        kind="architecture",
        group=START,
        title="Architecture page with the approved diagram",
        summary="The approved architecture as a page of the repository: diagram, components with what they serve, risks.",
        acceptance=(
            "every component of the plan is on the page with the requirements it serves",
            "the diagram renders",
        ),
        files=("docs/architecture.md",),
        test="the page names every component of the approved plan",
        foundation=True,
    )


def _scope() -> Draft:
    return Draft(
        key="scope:",
        kind="scope",
        group=START,
        title="Scope page: what it does, what it does not, and how we will know",
        summary="Every requirement and target of the plan with the PRD lines it comes from, the non-goals, the constraints.",
        acceptance=(
            "every requirement and target of the plan is listed with its id",
            "the non-goals are listed",
        ),
        files=("docs/scope.md",),
        test="the page names every requirement of the approved plan",
        foundation=True,
    )


def _decisions(pack: ArchitecturePack) -> tuple[Draft, ...]:
    if not pack.architecture.decisions:
        return ()
    return (
        Draft(
            key="decision:",
            kind="decision",
            group=START,
            title="Decision records for the choices of the plan",
            summary=f"{len(pack.architecture.decisions)} decisions of the approved plan, one page each: why, what is given up.",
            acceptance=("every decision of the plan has a page", "each page says what is given up"),
            files=("docs/decisions/*.md",),
            test="docs/decisions holds one page for each decision of the plan",
            foundation=True,
        ),
    )


def _glossary(pack: ArchitecturePack) -> tuple[Draft, ...]:
    if not (pack.actors or pack.entities or pack.integrations):
        return ()
    return (
        Draft(
            key="glossary:",
            kind="glossary",
            group=START,
            title="Glossary of the words the PRD uses",
            summary="The actors, entities and outside systems of the PRD on one page, with the lines they come from.",
            acceptance=("every actor, entity and integration of the plan is listed",),
            files=("docs/glossary.md",),
            test="the page lists every actor, entity and integration of the plan",
            foundation=True,
        ),
    )
