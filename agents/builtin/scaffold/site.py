"""The place a unit is built in: the plan, the unit, the repository as it is, and where the unit's files go."""

import dataclasses
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from agents.builtin.decomposing.language import Language
from agents.builtin.decomposing.layout import Layout, component_folders, entity_modules, layout_of
from agents.builtin.decomposing.names import plain, snake
from agents.schemas.backlog import Backlog, Unit
from agents.schemas.pack import ArchitecturePack
from agents.schemas.proposal import ProposedFile
from agents.schemas.requirements import Entity

_MANIFESTS = frozenset(("pyproject.toml", "package.json"))
NODE_TEST, VITEST = "node:test", "vitest"
# Looked for among the packages where no script of the name `test` says what runs the tests.
_RUNNERS = (VITEST, "jest", "mocha", "ava", "tap", "jasmine")
# The languages of ours by the endings of their files.
_WRITTEN: Mapping[str, tuple[str, Language]] = {
    "py": ("Python", "python"),
    "ts": ("TypeScript", "typescript"),
    "mjs": ("JavaScript", "javascript"),
    "js": ("JavaScript", "javascript"),
}

# Signs around the words of an attribute, such as a bracket that a list has left.
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")

Check = Literal["text", "whole", "number", "flag", "moment", "day", "email", "link"]

# The words at the end of an attribute's name that say what its values are; the first that fits decides.
_CHECKS: tuple[tuple[str, Check], ...] = (
    (r"(^|_)e?_?mail(_address)?$", "email"),
    (r"(^|_)(url|link|website|homepage)$", "link"),
    (
        r"^(is|has|can|should)_|(^|_)(enabled|disabled|active|paid|deleted|archived|verified|completed|done|flag)$",
        "flag",
    ),
    (r"_at$|(^|_)(timestamp|time|datetime)$", "moment"),
    (r"(^|_)(date|day|birthday|deadline)$", "day"),
    (
        r"(^|_)(price|amount|total|cost|balance|rate|latitude|longitude|percentage|percent|sum|fee|tax)$",
        "number",
    ),
    (r"(^|_)(count|quantity|age|size|number_of_\w+|position|retries|version|score|points)$", "whole"),
)


@dataclass(frozen=True, slots=True)
class Field:
    """One attribute of an entity: its name in code and in the PRD, and how its values are checked."""

    name: str
    said: str
    check: Check


@dataclass(frozen=True, slots=True)
class Site:
    """What a writer of files may look at; `tree` holds the paths of the base and `files` contents of it.

    `added` are attributes that people named in their remarks.
    """

    pack: ArchitecturePack
    backlog: Backlog
    unit: Unit
    layout: Layout
    tree: frozenset[str]
    files: Mapping[str, str]
    added: tuple[str, ...] = ()

    @property
    def new(self) -> bool:
        """Whether the skeleton brings the whole project, because the repository had no code."""
        return bool(_MANIFESTS.intersection(_skeleton(self.backlog, self.unit).files))

    @property
    def runner(self) -> str:
        """What runs the tests of a Node.js project, as far as its package.json shows."""
        return runner_of(self.files.get("package.json", ""))

    @property
    def imported(self) -> str:
        """How a module's name ends where another imports it; Node.js wants the file's own ending, bundlers `.js`."""
        return (
            ".js" if self.layout.language == "typescript" and self.runner != NODE_TEST else self.layout.suffix
        )

    def entity(self) -> Entity | None:
        """The entity the unit is about, with the attributes people added to those of the PRD."""
        for each in self.pack.entities:
            if each.id == self.unit.subject:
                return each.model_copy(update={"attributes": (*each.attributes, *self.added)})
        return None

    def module(self, entity: Entity) -> str:
        """The module name of an entity."""
        return entity_modules(self.pack)[entity.id]

    def folders(self) -> dict[str, str]:
        """The folder of each component of our own."""
        return component_folders(self.pack)


# A writer returns the files of a unit, or in plain words why it cannot write them.
Writer = Callable[[Site], tuple[ProposedFile, ...] | str]


def site_of(
    pack: ArchitecturePack, *, backlog: Backlog, unit: Unit, tree: frozenset[str], files: Mapping[str, str]
) -> Site:
    """The site of a unit: paths come from the files the unit names, and from the tree when the package was renamed."""
    skeleton = _skeleton(backlog, unit)
    new = bool(_MANIFESTS.intersection(skeleton.files))
    # What this plan has brought must not make its own repository look like somebody else's.
    layout = layout_of(pack, tree=() if new else tuple(sorted(tree)))
    layout = _as_cut(layout, skeleton=skeleton, unit=unit)
    if layout.language == "python":
        named = unit.files or skeleton.files
        layout = _python(layout, named=named, tree=frozenset() if unit.kind == "skeleton" else tree)
    return Site(pack=pack, backlog=backlog, unit=unit, layout=layout, tree=tree, files=files)


def runner_of(manifest: str) -> str:
    """`node:test` or `vitest` for a package.json, or the command it tests with when that is neither."""
    try:
        found = json.loads(manifest or "{}")
        told = found.get("scripts", {}).get("test", "")
        known = {**found.get("dependencies", {}), **found.get("devDependencies", {})}
    except (ValueError, AttributeError, TypeError):
        return NODE_TEST
    told = told if isinstance(told, str) else ""
    told = told or next((name for name in _RUNNERS if name in known), "")
    if "vitest" in told:
        return VITEST
    if not told or "no test specified" in told or re.search(r"\bnode\b.*--test\b", told):
        return NODE_TEST
    return told


def fields(entity: Entity) -> tuple[Field, ...]:
    """The id first, then the attributes the PRD names, each with a check its name suggests; nothing is invented."""
    found: dict[str, Field] = {"id": Field(name="id", said="id", check="text")}
    for said in entity.attributes[:40]:
        name = snake(said, fallback="field")
        if name in {"id", f"{snake(entity.name, fallback='entity')}_id"}:
            continue
        candidate, count = name, 1
        while candidate in found or candidate == "self":
            count += 1
            candidate = f"{name}_{count}"
        found[candidate] = Field(name=candidate, said=_EDGES.sub("", said) or said, check=_check(name))
    return tuple(found.values())


def told(field: Field) -> bool:
    """Whether the code must tell what the PRD calls the attribute, because the name alone does not."""
    said = plain(field.said)
    return bool(said) and field.name != "_".join(said.lower().replace("_", " ").split())


def _skeleton(backlog: Backlog, unit: Unit) -> Unit:
    return next((each for each in backlog.units if each.kind == "skeleton"), unit)


def _as_cut(layout: Layout, *, skeleton: Unit, unit: Unit) -> Layout:
    """The layout the backlog was cut with: code of another language that has come since moves nothing."""
    endings = {path.rpartition(".")[2] for path in (*unit.files, *skeleton.files) if "/" in path}
    for ending, (name, language) in _WRITTEN.items():
        if ending in endings:
            spoken = layout.spoken if layout.language == language else name
            return dataclasses.replace(layout, spoken=spoken, language=language, suffix=f".{ending}")
    return layout


def _check(name: str) -> Check:
    return next((check for pattern, check in _CHECKS if re.search(pattern, name)), "text")


def _python(layout: Layout, *, named: tuple[str, ...], tree: frozenset[str]) -> Layout:
    """The package of the unit's paths, or the one health check of the repository when a person renamed the package."""
    root = layout.root
    for path in named:
        found = re.fullmatch(r"((?:src/)?[a-z_][a-z0-9_]*)/(?:[a-z0-9_/]+)\.py", path)
        if found and not path.startswith(("tests/", "docs/")):
            root = found[1].removesuffix("/domain").removesuffix("/api")
            break
    if tree and f"{root}/health.py" not in tree:
        others = sorted(
            path.removesuffix("/health.py")
            for path in tree
            if re.fullmatch(r"[a-z_][a-z0-9_]*/health\.py", path)
        )
        root = others[0] if len(others) == 1 else root
    return dataclasses.replace(layout, root=root, package=root.rsplit("/", 1)[-1])
