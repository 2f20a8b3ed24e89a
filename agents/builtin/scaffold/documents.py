"""Writes the pages about the plan: the architecture with its diagram, the scope, the decisions, and the glossary."""

import re

from agents.builtin.decomposing.names import distinct, kebab, plain
from agents.builtin.markdown import markdown
from agents.builtin.scaffold.site import Site
from agents.builtin.scaffold.text import bullets, fill, source
from agents.builtin.summary import diagram
from agents.schemas.architecture import Component, Decision
from agents.schemas.pack import ArchitecturePack
from agents.schemas.proposal import ProposedFile
from agents.schemas.requirements import NonFunctional, Requirement, Statement

_ARCHITECTURE = """\
# Architecture of «product»

«headline»

«rationale»

```mermaid
«diagram»
```

## Components

| Component | What it is for | Built with | Serves |
|---|---|---|---|
«components»

## Connections

«connections»

## Turned down

«rejected»

## Risks

«risks»

## What is taken for granted

«assumptions»
"""

_SCOPE = """\
# Scope of «product»

«understood»

## What it does

«requirements»

## How well

«nfrs»

## What it does not do

«non_goals»

## What it must respect

«constraints»

## How we will know that it worked

«metrics»
"""

_DECISION = """\
# «number». «title»

Status: accepted with the plan.

## Why

«why»

## What is given up

«gives_up»

## Because of

«because»
"""

_GLOSSARY = """\
# Glossary

The words of the PRD, as this project uses them. The numbers are lines of the PRD.

## Actors

«actors»

## Things

«entities»

## Outside systems

«integrations»
"""


def architecture(site: Site) -> tuple[ProposedFile, ...]:
    """The approved architecture as a page."""
    pack, plan = site.pack, site.pack.architecture
    names = {part.id: markdown(part.name, limit=80) for part in plan.components}
    content = fill(
        _ARCHITECTURE,
        product=markdown(site.layout.product, limit=80),
        headline=markdown(plan.headline),
        rationale=markdown(plan.rationale, limit=2000),
        diagram=diagram(pack).rstrip(),
        components="\n".join(_row(part) for part in plan.components) or "| none | | | |",
        connections=bullets(
            [
                f"{names[each.source]} → {names[each.target]}"
                f"{': ' + markdown(each.label) if each.label else ''}{'' if each.waits else ' (does not wait)'}"
                for each in plan.connections
            ],
            nothing="None.",
        ),
        rejected=bullets(
            [f"**{markdown(each.name, limit=100)}**: {markdown(each.why)}" for each in plan.rejected],
            nothing="Nothing.",
        ),
        risks=bullets(
            [f"{markdown(each.text)} *{markdown(each.mitigation)}*" for each in plan.risks],
            nothing="None named.",
        ),
        assumptions=bullets([markdown(each.text) for each in pack.assumptions], nothing="Nothing."),
    )
    content = re.sub(r"\n{3,}", "\n\n", content)
    return (ProposedFile(path="docs/architecture.md", content=content, reason="the approved architecture"),)


def scope(site: Site) -> tuple[ProposedFile, ...]:
    """Everything the plan was approved for, with the lines of the PRD it comes from."""
    pack = site.pack
    content = fill(
        _SCOPE,
        product=markdown(site.layout.product, limit=80),
        understood=bullets(
            [markdown(each) for each in pack.prd.understood], nothing="What the approved plan holds."
        ),
        requirements=bullets(
            [_entry(each) for each in pack.requirements], nothing="The plan holds no requirement."
        ),
        nfrs=bullets([_entry(each) for each in pack.nfrs], nothing="The plan names no target."),
        non_goals=bullets(
            [_entry(each) for each in pack.prd.non_goals], nothing="The PRD names no non-goal."
        ),
        constraints=bullets(
            [_entry(each) for each in pack.prd.constraints], nothing="The PRD names no constraint."
        ),
        metrics=bullets(
            [_entry(each) for each in pack.prd.success_metrics], nothing="The PRD names no measure."
        ),
    )
    return (ProposedFile(path="docs/scope.md", content=content, reason="what was approved, by its ids"),)


def decisions(site: Site) -> tuple[ProposedFile, ...] | str:
    """One page for each decision of the plan, numbered after those that are there, and an index of the new ones."""
    found = site.pack.architecture.decisions
    if not found:
        return "the plan holds no decision"
    taken = [int(number[1]) for path in site.tree if (number := re.match(r"docs/decisions/(\d{4})-", path))]
    first = max(taken, default=0) + 1
    slugs = distinct(kebab(each.title, fallback="decision") for each in found)
    names = [f"{number:04d}-{slug}.md" for number, slug in enumerate(slugs, start=first)]
    pages = [
        ProposedFile(
            path=f"docs/decisions/{name}",
            content=_decision(each, number=number, pack=site.pack),
            reason=f"decision {each.id} of the plan",
        )
        for number, (each, name) in enumerate(zip(found, names, strict=True), start=first)
    ]
    listed = bullets(
        [f"[{markdown(each.title, limit=120)}]({name})" for each, name in zip(found, names, strict=True)],
        nothing="",
    )
    index = f"# Decisions\n\nOne page each: why, and what is given up.\n\n{listed}\n"
    if "docs/decisions/README.md" not in site.tree:
        pages.append(ProposedFile(path="docs/decisions/README.md", content=index, reason="the index"))
    return tuple(pages)


def pages(site: Site) -> tuple[ProposedFile, ...]:
    """All pages of the plan that the unit names, as one piece."""
    decided = decisions(site)
    return (
        *architecture(site),
        *scope(site),
        *(() if isinstance(decided, str) else decided),
        *(glossary(site) if "docs/glossary.md" in site.unit.files else ()),
    )


def glossary(site: Site) -> tuple[ProposedFile, ...]:
    """The words of the PRD on one page."""
    pack = site.pack
    content = fill(
        _GLOSSARY,
        actors=bullets(
            [f"**{markdown(each.name)}**: {source(each.lines)}" for each in pack.actors],
            nothing="None named.",
        ),
        entities=bullets(
            [
                f"**{markdown(each.name)}**: {source(each.lines)}"
                + (
                    f"; has {', '.join(markdown(one, limit=60) for one in each.attributes[:20])}"
                    if each.attributes
                    else ""
                )
                for each in pack.entities
            ],
            nothing="None named.",
        ),
        integrations=bullets(
            [f"**{markdown(each.name)}**: {source(each.lines)}" for each in pack.integrations],
            nothing="None named.",
        ),
    )
    return (ProposedFile(path="docs/glossary.md", content=content, reason="the words of the PRD"),)


def _entry(each: Requirement | NonFunctional | Statement) -> str:
    return f"**{each.id}** {markdown(each.text, limit=500)} ({source(each.lines)})"


def _row(part: Component) -> str:
    served = ", ".join(part.requirement_ids[:15]) + (" …" if len(part.requirement_ids) > 15 else "")
    cells = (
        f"**{markdown(part.name, limit=80)}**",
        markdown(part.purpose),
        markdown(part.technology) or "—",
        served or "—",
    )
    return f"| {' | '.join(cells)} |"


def _decision(each: Decision, *, number: int, pack: ArchitecturePack) -> str:
    texts = {one.id: one.text for one in pack.requirements} | {one.id: one.text for one in pack.nfrs}
    texts |= {one.id: one.text for one in (*pack.prd.constraints, *pack.org_constraints)}
    return fill(
        _DECISION,
        number=str(number),
        title=markdown(each.title, limit=150),
        why=markdown(each.why, limit=2000),
        gives_up=markdown(each.gives_up, limit=2000),
        because=bullets(
            [
                f"{one}: {markdown(texts[one], limit=300)}" if one in texts else plain(one)
                for one in each.because
            ],
            nothing="No single requirement; it follows from the kind of product.",
        ),
    )
