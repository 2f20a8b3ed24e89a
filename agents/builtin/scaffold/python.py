"""Writes the Python files of a unit; they need the standard library alone and run with `python -m unittest`."""

from agents.builtin.decompose_names import pascal, plain, plural
from agents.builtin.scaffold import python_domain as domain
from agents.builtin.scaffold import python_service as service
from agents.builtin.scaffold import python_skeleton as start
from agents.builtin.scaffold import python_store as keeping
from agents.builtin.scaffold.python_boundaries import boundaries
from agents.builtin.scaffold.readme import SETTINGS_PAGE, readme
from agents.builtin.scaffold.site import Check, Field, Site, fields, told
from agents.builtin.scaffold.text import comment, fill, quoted, source
from agents.schemas.proposal import ProposedFile
from agents.schemas.requirements import Entity

_TYPES: dict[Check, str] = {
    "text": "str",
    "email": "str",
    "link": "str",
    "whole": "int",
    "number": "Decimal",
    "flag": "bool",
    "moment": "datetime",
    "day": "date",
}
# For each check a JSON value it takes, and one it refuses.
EXAMPLES: dict[Check, tuple[str, str]] = {
    "text": ('"words"', '""'),
    "email": ('"person@example.com"', '"person"'),
    "link": ('"https://example.com"', '"example.com"'),
    "whole": ("3", "-1"),
    "number": ('"12.50"', '"many"'),
    "flag": ("True", '"yes"'),
    "moment": ('"2026-01-02T03:04:05+00:00"', '"soon"'),
    "day": ('"2026-01-02"', '"soon"'),
}

__all__ = ("boundaries", "entity", "interface", "settings", "shared", "skeleton", "store")


def skeleton(site: Site) -> tuple[ProposedFile, ...]:
    """A package with a version, a health check, a way to start it, its tests, and a README that says how."""
    layout = site.layout
    existing = "README.md" not in site.unit.files or "pyproject.toml" not in site.unit.files
    values = _values(site)
    version = {
        "version_import": "health" if existing else "__version__, health",
        "version_test": ""
        if existing
        else "\n    def test_the_version_has_three_parts(self) -> None:\n"
        '        self.assertEqual(len(__version__.split(".")), 3)\n',
    }
    files = {
        layout.code("__init__"): (fill(start.PACKAGE, **values), "makes the folder a package with a version"),
        layout.code("health"): (fill(start.HEALTH, **values), "the health check"),
        layout.proof("health"): (fill(start.TEST_HEALTH, **values, **version), "proves the health check"),
        "tests/__init__.py": (start.TESTS_PACKAGE, "lets `python -m unittest` find the tests"),
    }
    if not existing:
        files |= {
            "pyproject.toml": (
                fill(start.PYPROJECT, **values),
                "names the project; it depends on nothing yet",
            ),
            ".gitignore": (start.GITIGNORE, "keeps what is generated, and `.env`, out of the repository"),
        } | _entry(site, values)
    return (*readme(site), *_proposed(files))


def settings(site: Site) -> tuple[ProposedFile, ...]:
    """One place that reads the environment, and its tests."""
    values = _values(site)
    return _proposed(
        {
            site.layout.code("settings"): (fill(start.SETTINGS, **values), "reads the environment once"),
            site.layout.proof("settings"): (
                fill(start.TEST_SETTINGS, **values),
                "proves defaults and refusals",
            ),
            "docs/settings.md": (SETTINGS_PAGE, "tells people what can be set"),
        }
    )


def shared(site: Site) -> tuple[ProposedFile, ...]:
    """The value checks the entities share."""
    values = _values(site)
    return _proposed(
        {
            site.layout.code("domain", "__init__"): (
                fill(domain.DOMAIN, **values),
                "makes the domain a package",
            ),
            site.layout.code("domain", "fields"): (domain.FIELDS, "the checks"),
            site.layout.proof("fields"): (fill(domain.TEST_FIELDS, **values), "proves each check both ways"),
        }
    )


def entity(site: Site) -> tuple[ProposedFile, ...] | str:
    """A frozen class for one entity of the plan, with its checks and tests."""
    subject = site.entity()
    if subject is None:
        return f"the plan has no entity {plain(site.unit.subject, limit=40)!r}"
    values, module = _entity_values(site, subject), site.module(subject)
    said = f"{plain(subject.name, limit=60)}, {source(subject.lines)}"
    return _proposed(
        {
            site.layout.code("domain", module): (fill(domain.ENTITY, **values), said),
            site.layout.proof(module): (
                fill(domain.TEST_ENTITY, **values),
                f"proves {plain(subject.name, limit=60)}",
            ),
        }
    )


def store(site: Site) -> tuple[ProposedFile, ...] | str:
    """The boundary of every store and the stand-in that keeps data in memory."""
    if site.unit.subject != "memory":
        return "a real store needs a driver, credentials and a running server"
    return _proposed(
        {
            site.layout.code("store"): (keeping.STORE, "the boundary, and the stand-in in memory"),
            site.layout.proof("store"): (
                fill(keeping.TEST_STORE, **_values(site)),
                "the cases each store must pass",
            ),
        }
    )


def interface(site: Site) -> tuple[ProposedFile, ...] | str:
    """One resource of the service over the stand-in store, with every refusal in its tests."""
    subject = site.entity()
    if subject is None:
        return f"the plan has no entity {plain(site.unit.subject, limit=40)!r}"
    values, module = _entity_values(site, subject), site.module(subject)
    return _proposed(
        {
            site.layout.code("api", module): (fill(keeping.RESOURCE, **values), "lists, creates and reads"),
            site.layout.proof(f"api_{module}"): (
                fill(keeping.TEST_RESOURCE, **values),
                "proves answers and refusals",
            ),
        }
    )


def _entry(site: Site, values: dict[str, str]) -> dict[str, tuple[str, str]]:
    layout = site.layout
    if layout.shape == "service":
        return {
            layout.code("__main__"): (fill(service.MAIN, **values), "starts the service"),
            layout.code("service"): (
                fill(service.SERVICE, **values),
                "serves the health check and the resources",
            ),
            layout.code("exchange"): (service.EXCHANGE, "requests and answers as values"),
            layout.code("api", "__init__"): (fill(service.API, **values), "finds the resources"),
            layout.proof("service"): (
                fill(service.TEST_SERVICE, **values),
                "proves that the service starts and answers",
            ),
        }
    files = {layout.code("__main__"): (fill(start.COMMAND, **values), "the command line")}
    if layout.shape == "command":
        files[layout.proof("command")] = (fill(start.TEST_COMMAND, **values), "proves the command line")
    return files


def _values(site: Site) -> dict[str, str]:
    layout = site.layout
    return {
        "package": layout.package,
        "slug": layout.slug,
        "product_comment": comment(layout.product, limit=50),
        "about": comment(site.pack.architecture.headline.rstrip("."), limit=90) or "The product",
        "description": quoted(site.pack.architecture.headline, limit=200),
    }


def _entity_values(site: Site, subject: Entity) -> dict[str, str]:
    found, module = fields(subject), site.module(subject)
    pad = " " * 4
    return _values(site) | {
        "about": f"{comment(subject.name, limit=70)}: valid from the moment it exists",
        "what": _sentence(site, found),
        "where": source(subject.lines)[:1].upper() + source(subject.lines)[1:],
        "class_name": pascal(subject.name, fallback="entity"),
        "module": module,
        "path": plural(module.rstrip("_")).replace("_", "-"),
        "key": "id",
        "imports": _imports(found),
        "attributes": "\n".join(f"{pad}{each.name}: {_TYPES[each.check]}" for each in found),
        "checks": "\n".join(
            f'{pad * 2}fields.{each.check}(self.{each.name}, name="{each.name}")' for each in found
        ),
        "known": _known(found),
        "parsing": "\n".join(f"{pad * 2}{each.name}={_parsing(each)}," for each in found),
        "plain": "\n".join(f'{pad * 2}"{each.name}": {_plain(each)},' for each in found),
        "valid": "\n".join(f'{pad}"{each.name}": {EXAMPLES[each.check][0]},' for each in found),
        "wrong": "\n".join(f'{pad}"{each.name}": {EXAMPLES[each.check][1]},' for each in found),
    }


def _sentence(site: Site, found: tuple[Field, ...]) -> str:
    """Where the attributes come from, and what the PRD calls those whose name in code differs."""
    origin = "Its attributes are those the PRD names"
    origin += " and those people asked for" if site.added else ""
    named = [f"`{each.name}`: {comment(each.said, limit=60)}." for each in found[1:] if told(each)]
    return "\n    ".join([f"{origin}:" if named else f"{origin}.", *named])


def _imports(found: tuple[Field, ...]) -> str:
    used = {_TYPES[each.check] for each in found}
    times = ", ".join(sorted(used & {"date", "datetime"}))
    lines = [f"from datetime import {times}"] if times else []
    if "Decimal" in used:
        lines.append("from decimal import Decimal")
    return "\n".join([*lines, ""]) if lines else ""


def _known(found: tuple[Field, ...]) -> str:
    names = [f'"{each.name}"' for each in found]
    line = f"({', '.join(names)}{',' if len(names) == 1 else ''})"
    return line if len(line) < 90 else "(\n" + "".join(f"        {name},\n" for name in names) + "    )"


def _parsing(field: Field) -> str:
    """JSON has no decimal numbers and no dates, so those come as text."""
    suffix = "_in" if field.check in {"number", "moment", "day"} else ""
    return f'fields.{field.check}{suffix}(data["{field.name}"], name="{field.name}")'


def _plain(field: Field) -> str:
    match field.check:
        case "number":
            return f"str(value.{field.name})"
        case "moment" | "day":
            return f"value.{field.name}.isoformat()"
        case _:
            return f"value.{field.name}"


def _proposed(files: dict[str, tuple[str, str]]) -> tuple[ProposedFile, ...]:
    return tuple(ProposedFile(path=path, content=text, reason=why) for path, (text, why) in files.items())
