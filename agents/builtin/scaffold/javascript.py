"""Writes the JavaScript files of a unit; they need Node.js 20 alone and run with `node --test`.

Node.js 20 does not run TypeScript, so a plan in TypeScript gets modules whose types stand in JSDoc: the compiler checks them
with `checkJs` and they run as they are (https://www.typescriptlang.org/docs/handbook/jsdoc-supported-types.html).
"""

from agents.builtin.decompose_names import pascal, plain, plural
from agents.builtin.scaffold import javascript_domain as domain
from agents.builtin.scaffold import javascript_service as service
from agents.builtin.scaffold import javascript_skeleton as start
from agents.builtin.scaffold import javascript_store as keeping
from agents.builtin.scaffold.javascript_boundaries import boundaries
from agents.builtin.scaffold.readme import SETTINGS_PAGE, readme
from agents.builtin.scaffold.site import Check, Field, Site, fields, told
from agents.builtin.scaffold.text import comment, fill, quoted, source
from agents.schemas.proposal import ProposedFile
from agents.schemas.requirements import Entity

_TYPES: dict[Check, str] = {"whole": "number", "flag": "boolean"}
# For each check a JSON value it takes, and one it refuses.
EXAMPLES: dict[Check, tuple[str, str]] = {
    "text": ("'words'", "''"),
    "email": ("'person@example.com'", "'person'"),
    "link": ("'https://example.com'", "'example.com'"),
    "whole": ("3", "-1"),
    "number": ("'12.50'", "'many'"),
    "flag": ("true", "'yes'"),
    "moment": ("'2026-01-02T03:04:05+00:00'", "'soon'"),
    "day": ("'2026-01-02'", "'soon'"),
}

__all__ = ("boundaries", "entity", "interface", "settings", "shared", "skeleton", "store")


def skeleton(site: Site) -> tuple[ProposedFile, ...]:
    """A project with a health check, a way to start it, its tests, and a README that says how."""
    layout, values = site.layout, _values(site)
    files = {
        layout.code("health"): (fill(start.HEALTH, **values), "the health check"),
        layout.proof("health"): (fill(start.TEST_HEALTH, **values), "proves the health check"),
    }
    if "package.json" in site.unit.files:
        files |= {
            "package.json": (fill(start.PACKAGE, **values), "names the project; it depends on nothing yet"),
            "jsconfig.json": (start.CONFIG, "has the types in the comments checked strictly"),
            ".gitignore": (start.GITIGNORE, "keeps what is generated, and `.env`, out of the repository"),
        } | _entry(site, values)
    return (*readme(site), *_proposed(files))


def settings(site: Site) -> tuple[ProposedFile, ...]:
    """One place that reads the environment, and its tests."""
    return _proposed(
        {
            site.layout.code("settings"): (start.SETTINGS, "reads the environment once"),
            site.layout.proof("settings"): (
                fill(start.TEST_SETTINGS, **_values(site)),
                "proves defaults and refusals",
            ),
            "docs/settings.md": (SETTINGS_PAGE, "tells people what can be set"),
        }
    )


def shared(site: Site) -> tuple[ProposedFile, ...]:
    """The value checks the entities share."""
    return _proposed(
        {
            site.layout.code("domain", "fields"): (domain.FIELDS, "the checks"),
            site.layout.proof("fields"): (
                fill(domain.TEST_FIELDS, **_values(site)),
                "proves each check both ways",
            ),
        }
    )


def entity(site: Site) -> tuple[ProposedFile, ...] | str:
    """A module for one entity of the plan: its type, its checks, its tests."""
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
            layout.code("main"): (fill(service.MAIN, **values), "starts the service"),
            layout.code("service"): (
                fill(service.SERVICE, **values),
                "serves the health check and the resources",
            ),
            layout.code("api", "index"): (fill(service.API, **values), "finds the resources"),
            layout.proof("service"): (
                fill(service.TEST_SERVICE, **values),
                "proves that the service starts and answers",
            ),
        }
    files = {layout.code("main"): (fill(start.COMMAND, **values), "the command line")}
    if layout.shape == "command":
        files[layout.proof("command")] = (fill(start.TEST_COMMAND, **values), "proves the command line")
    return files


def _values(site: Site) -> dict[str, str]:
    return {
        "slug": site.layout.slug,
        "suffix": site.layout.suffix,
        "product_comment": comment(site.layout.product, limit=50),
        "description": quoted(site.pack.architecture.headline, limit=200),
    }


def _entity_values(site: Site, subject: Entity) -> dict[str, str]:
    found, module = fields(subject), site.module(subject)
    where = source(subject.lines)
    return _values(site) | {
        "about": f"{comment(subject.name, limit=70)}: checked when it is made, and frozen",
        "what": _sentence(site, found),
        "where": where[:1].upper() + where[1:],
        "class_name": pascal(subject.name, fallback="entity"),
        "module": module,
        "path": plural(module.rstrip("_")).replace("_", "-"),
        "attributes": ", ".join(f"{each.name}: {_TYPES.get(each.check, 'string')}" for each in found),
        "checks": "\n".join(f"  {each.name}: fields.{each.check}," for each in found),
        "valid": "\n".join(f"  {each.name}: {EXAMPLES[each.check][0]}," for each in found),
        "wrong": "\n".join(f"  {each.name}: {EXAMPLES[each.check][1]}," for each in found),
    }


def _sentence(site: Site, found: tuple[Field, ...]) -> str:
    """Where the attributes come from, and what the PRD calls those whose name in code differs."""
    origin = "Its attributes are those the PRD names"
    origin += " and those people asked for" if site.added else ""
    named = [f"`{each.name}`: {comment(each.said, limit=60)}." for each in found[1:] if told(each)]
    return "\n * ".join([f"{origin}:" if named else f"{origin}.", *named])


def _proposed(files: dict[str, tuple[str, str]]) -> tuple[ProposedFile, ...]:
    return tuple(ProposedFile(path=path, content=text, reason=why) for path, (text, why) in files.items())
