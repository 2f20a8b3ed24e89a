"""Writes the files of the units a plan starts with, without a model: skeleton, domain, stubs and documents."""

import dataclasses
from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict

from agents.builtin.decompose import Wish
from agents.builtin.decomposing.language import language_of
from agents.builtin.decomposing.names import plain
from agents.builtin.scaffold import code, documents, infrastructure, operations
from agents.builtin.scaffold.feedback import asked_fields, counted, revise_all
from agents.builtin.scaffold.javascript import JAVASCRIPT
from agents.builtin.scaffold.python import PYTHON
from agents.builtin.scaffold.site import NODE_TEST, VITEST, Site, Writer, site_of
from agents.builtin.scaffold.typescript import TYPESCRIPT
from agents.repository.shown import RepositoryContext
from agents.schemas.backlog import Backlog, Kind, Unit
from agents.schemas.pack import ArchitecturePack
from agents.schemas.proposal import CannotPropose, Proposal, ProposedFile
from agents.schemas.requirements import Entity

HELP = "Choose a model for the implementation role, or let a person write it."

_DOCUMENTS: Mapping[Kind, Writer] = {
    "architecture": documents.architecture,
    "scope": documents.scope,
    "decision": documents.decisions,
    "glossary": documents.glossary,
    "pages": documents.pages,
    "local": operations.local,
    "ci": operations.checks,
    "runbook": operations.runbook,
    "infrastructure": infrastructure.infrastructure,
}
_LANGUAGES: Mapping[str, code.Language] = {
    "python": PYTHON,
    "javascript": JAVASCRIPT,
    "typescript": TYPESCRIPT,
}


class ImplementationInputs(BaseModel):
    """Everything a proposal may depend on: `tree` holds the base commit's paths, `files` the contents of those asked for.

    `feedback` are the reviewers' remarks on earlier versions, oldest first; `version` counts the proposals of this unit.
    `context` is what a model is shown of the repository, and `earlier` the proposal of the version before; the
    scaffolder needs neither.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    pack: ArchitecturePack
    backlog: Backlog
    unit_id: str
    tree: tuple[str, ...] = ()
    files: Mapping[str, str] = {}
    feedback: tuple[Wish, ...] = ()
    version: int = 1
    context: RepositoryContext | None = None
    earlier: Proposal | None = None


def reads(unit: Unit, *, tree: tuple[str, ...]) -> tuple[str, ...]:
    """The paths of the base whose contents `propose` wants in `files`."""
    wanted: tuple[str, ...] = ()
    if unit.kind in code.KINDS or unit.kind in {"local", "ci", "runbook"}:
        wanted = ("package.json", "pyproject.toml")
    if unit.kind == "skeleton":
        wanted = ("README.md", *wanted)
    if unit.kind == "interface":
        wanted += tuple(path.replace("/api/", "/domain/") for path in unit.files if "/api/" in path)
    return tuple(path for path in wanted if path in tree)


def propose(inputs: ImplementationInputs) -> Proposal | CannotPropose:
    """Whole files for a unit, or why this one needs a model or a person; the same inputs give the same bytes."""
    unit = next((each for each in inputs.backlog.units if each.id == inputs.unit_id), None)
    if unit is None:
        return _cannot(
            inputs.unit_id, "the backlog holds no such unit", "Name a unit of the approved backlog."
        )
    site = _site(inputs, unit)
    writer = _writer(site)
    if isinstance(writer, str):
        return _cannot(unit.id, writer, HELP)
    missing = tuple(path for path in _needs(site) if path not in site.tree)
    if missing:
        waiting = ", ".join(unit.depends_on) or "the unit that writes them"
        return _cannot(unit.id, f"the base has no {', '.join(missing)}", f"Merge {waiting} first.")
    entity = site.entity()
    if unit.kind == "entity" and entity is not None and not entity.attributes:
        return _cannot(
            unit.id,
            "the PRD does not say what it holds",
            f"`/refine {unit.id} fields: name, due date`. {HELP}",
        )
    if unit.kind == "interface" and entity is not None and _changed(site, entity):
        return _cannot(
            unit.id,
            f"{plain(entity.name, limit=60)} is no longer what the plan says, so a stub would not fit it",
            HELP,
        )
    written = writer(site)
    if isinstance(written, str):
        return _cannot(unit.id, written, HELP)
    return _proposal(site, written, feedback=inputs.feedback)


def _site(inputs: ImplementationInputs, unit: Unit) -> Site:
    """The site of a unit; fields that people asked for belong to the entity of that unit alone."""
    site = site_of(
        inputs.pack, backlog=inputs.backlog, unit=unit, tree=frozenset(inputs.tree), files=inputs.files
    )
    remarks = [remark.text for remark in inputs.feedback]
    kept = (remarks[wish.place] for wish in counted(remarks) if wish.takes_back is None)
    added = (name for remark in kept for name in asked_fields(remark))
    return dataclasses.replace(site, added=tuple(added)) if unit.kind == "entity" else site


def _changed(site: Site, entity: Entity) -> bool:
    """Whether the entity's module was shown and differs from the one the scaffolder writes."""
    path = site.layout.code("domain", site.module(entity))
    write = _LANGUAGES[site.layout.language].writer("entity")
    written = write(site) if write else ""
    if path not in site.files or isinstance(written, str):
        return False
    return all(each.content != site.files[path] for each in written)


def _proposal(
    site: Site, written: tuple[ProposedFile, ...], *, feedback: tuple[Wish, ...]
) -> Proposal | CannotPropose:
    files, notes = revise_all(written, [remark.text for remark in feedback], site=site)
    notes += _other_language(site)
    left_out = {each.path for each in written} - {each.path for each in files}
    there = [each.path for each in files if each.path in site.tree and each.path != "README.md"]
    files = tuple(each for each in files if each.path not in there)
    notes += [f"`{path}` exists already and is left as it is." for path in there]
    if (
        site.unit.kind == "skeleton"
        and "README.md" in site.tree
        and all(each.path != "README.md" for each in written)
    ):
        notes.append("`README.md` exists already and is left as it is.")
    if not files and left_out:
        return _cannot(
            site.unit.id,
            "every file it would write is left out at somebody's wish",
            f"`/refine {site.unit.id} undo` takes the last wish back.",
        )
    if not files:
        return _cannot(
            site.unit.id,
            "everything this unit would write is there already",
            "Close the unit, or let a person look.",
        )
    return Proposal(
        unit_id=site.unit.id,
        reading=_reading(site, files),
        files=files,
        side_effects=_side_effects(site),
        notes=tuple(notes),
    )


def _other_language(site: Site) -> tuple[str, ...]:
    """That the repository's language won over the plan's, said where the code begins."""
    plan = site.pack.architecture
    _, asked = language_of(plan.language, kind=plan.kind, tree=())
    if site.unit.kind != "skeleton" or not plan.language or asked == site.layout.language:
        return ()
    return (
        f"The plan speaks of {plain(plan.language, limit=40)}; this repository is written in {site.layout.spoken}, and so is this.",
    )


def _needs(site: Site) -> tuple[str, ...]:
    """The files of earlier units that this one's files stand on."""
    path = site.layout.code
    entity = site.entity()
    match site.unit.kind:
        case "settings" | "component" | "domain" | "store":
            return (path("health"),)
        case "entity":
            return (path("domain", "fields"),)
        case "interface" if entity is not None:
            exchange = (path("exchange"),) if site.layout.language == "python" else ()
            return (path("domain", site.module(entity)), path("store"), path("service"), *exchange)
        case _:
            return ()


def _reading(site: Site, files: tuple[ProposedFile, ...]) -> str:
    served = ", ".join(site.unit.requirement_ids[:10])
    reading = f"{site.unit.id} asks for this: {plain(site.unit.title, limit=200)}. "
    reading += (
        f"These {len(files)} files do that and nothing else"
        if len(files) > 1
        else "This file does that and nothing else"
    )
    return f"{reading}; it serves {served}." if served else f"{reading}; it is part of the foundation."


def _side_effects(site: Site) -> tuple[str, ...]:
    match site.unit.kind:
        case "ci":
            return ("None: the workflow does not run before a person moves it.",)
        case "local":
            return ("Containers are started only by the person who runs the command.",)
        case _:
            return ()


def _writer(site: Site) -> Writer | str:
    """What writes the unit's files, or why nothing here does."""
    kind = site.unit.kind
    if kind in _DOCUMENTS:
        return _DOCUMENTS[kind]
    language = _LANGUAGES.get(site.layout.language)
    writer = language.writer(kind) if language else None
    if writer is not None and site.layout.node and site.runner not in {NODE_TEST, VITEST}:
        tested = plain(site.runner, limit=60)
        return f"the repository is tested with `{tested}`, and the scaffolder writes tests for Node.js and for Vitest"
    if writer is not None:
        return writer
    if kind in code.KINDS:
        spoken = plain(site.layout.spoken, limit=40)
        return (
            f"the scaffolder writes Python, JavaScript and TypeScript, and this is in {spoken}"
            if spoken
            else "neither the plan nor the repository says which language the code is in"
        )
    return (
        "the scaffolder writes the foundation, the domain and documents; this unit needs a model or a person"
    )


def _cannot(unit_id: str, reason: str, what_would_help: str) -> CannotPropose:
    return CannotPropose(
        unit_id=unit_id, reason=f"{reason[:1].upper()}{reason[1:]}.", what_would_help=what_would_help
    )
