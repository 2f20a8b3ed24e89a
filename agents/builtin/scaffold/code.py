"""Writes the code of a unit: which files it has is the same in every language, their words are the language's own."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import ModuleType

from agents.builtin.decomposing.names import pascal, plain, plural
from agents.builtin.scaffold.connections import allowed, purpose
from agents.builtin.scaffold.readme import SETTINGS_PAGE, readme
from agents.builtin.scaffold.site import Field, Site, Writer, fields, told
from agents.builtin.scaffold.text import comment, fill, source
from agents.schemas.backlog import Kind
from agents.schemas.proposal import ProposedFile
from agents.schemas.requirements import Entity

Words = Mapping[str, str]
# Files by path: the content, and why it is there.
Files = dict[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Language:
    """What a language brings: `templates` by the names the writers below use, and the words that go into them.

    `entry` is the module by which the product starts, `project` the files of a new project, by path.
    """

    templates: Mapping[str, str]
    entry: str
    project: Callable[[Site], Files]
    words: Callable[[Site], Words]
    entity_words: Callable[[tuple[Field, ...]], Words]
    allowed_row: Callable[[str, tuple[str, ...]], str]

    def writer(self, kind: Kind) -> Writer | None:
        """What writes the units of a kind in this language; None for kinds that are no scaffold."""
        write = _WRITERS.get(kind)
        return None if write is None else lambda site: write(self, site)

    def text(self, name: str, site: Site, words: Words | None = None) -> str:
        """One template with the words of the site in it."""
        return fill(self.templates[name], **{**self.words(site), **(words or {})})


def templates(*modules: ModuleType) -> Mapping[str, str]:
    """The constants of these modules, by their names in lower case."""
    return {
        name.lower(): text
        for module in modules
        for name, text in vars(module).items()
        if name.isupper() and isinstance(text, str)
    }


def _skeleton(language: Language, site: Site) -> tuple[ProposedFile, ...]:
    """A project with a health check, a way to start it, its tests, and a README that says how."""
    layout = site.layout
    files: Files = {}
    if layout.language == "python":
        files[layout.code("__init__")] = (
            language.text("package", site),
            "makes the folder a package with a version",
        )
        if not any(path.startswith(f"{layout.tests}/") and path.endswith(".py") for path in site.tree):
            files[f"{layout.tests}/__init__.py"] = (
                language.text("tests_package", site),
                "lets the tests be found",
            )
    files |= {
        layout.code("health"): (language.text("health", site), "the health check"),
        layout.proof("health"): (language.text("test_health", site), "proves the health check"),
    }
    if site.new:
        files |= language.project(site) | _entry(language, site)
    return (*readme(site), *_proposed(files))


def _entry(language: Language, site: Site) -> Files:
    layout = site.layout
    main = layout.code(language.entry)
    if layout.shape == "service":
        files = {
            main: (language.text("main", site), "starts the service"),
            layout.code("service"): (
                language.text("service", site),
                "serves the health check and the resources",
            ),
            layout.code("api", layout.index): (language.text("api", site), "finds the resources"),
            layout.proof("service"): (
                language.text("test_service", site),
                "proves that the service starts and answers",
            ),
        }
        if "exchange" in language.templates:
            files[layout.code("exchange")] = (
                language.text("exchange", site),
                "requests and answers as values",
            )
        return files
    files = {main: (language.text("command", site), "the command line")}
    if layout.shape == "command":
        files[layout.proof("command")] = (language.text("test_command", site), "proves the command line")
    return files


def _settings(language: Language, site: Site) -> tuple[ProposedFile, ...]:
    """One place that reads the environment, and its tests."""
    page: Files = {"docs/settings.md": (SETTINGS_PAGE, "tells people what can be set")}
    return _proposed(
        _pair(language, site, "settings", why=("reads the environment once", "proves defaults and refusals"))
        | page
    )


def _shared(language: Language, site: Site) -> tuple[ProposedFile, ...]:
    """The value checks the entities share."""
    layout, files = site.layout, Files()
    if layout.language == "python":
        files[layout.code("domain", "__init__")] = (
            language.text("domain", site),
            "makes the domain a package",
        )
    files[layout.code("domain", "fields")] = (language.text("fields", site), "the checks")
    files[layout.proof("fields")] = (language.text("test_fields", site), "proves each check both ways")
    return _proposed(files)


def _entity(language: Language, site: Site) -> tuple[ProposedFile, ...] | str:
    """A module for one entity of the plan, valid from the moment it is made, and its tests."""
    subject = site.entity()
    if subject is None:
        return f"the plan has no entity {plain(site.unit.subject, limit=40)!r}"
    words, module = _entity_words(language, site, subject), site.module(subject)
    name = plain(subject.name, limit=60)
    return _proposed(
        {
            site.layout.code("domain", module): (
                language.text("entity", site, words),
                f"{name}, {source(subject.lines)}",
            ),
            site.layout.proof(module): (language.text("test_entity", site, words), f"proves {name}"),
        }
    )


def _store(language: Language, site: Site) -> tuple[ProposedFile, ...] | str:
    """The boundary of every store and the stand-in that keeps data in memory."""
    if site.unit.subject != "memory":
        return "a real store needs a driver, credentials and a running server"
    return _proposed(
        _pair(
            language,
            site,
            "store",
            why=("the boundary, and the stand-in in memory", "the cases each store must pass"),
        )
    )


def _interface(language: Language, site: Site) -> tuple[ProposedFile, ...] | str:
    """One resource of the service over the stand-in store, with every refusal in its tests."""
    subject = site.entity()
    if subject is None:
        return f"the plan has no entity {plain(site.unit.subject, limit=40)!r}"
    words, module = _entity_words(language, site, subject), site.module(subject)
    return _proposed(
        {
            site.layout.code("api", module): (
                language.text("resource", site, words),
                "lists, creates and reads",
            ),
            site.layout.proof(f"api_{module}"): (
                language.text("test_resource", site, words),
                "proves answers and refusals",
            ),
        }
    )


def _boundaries(language: Language, site: Site) -> tuple[ProposedFile, ...] | str:
    """A folder for each component of our own that says its purpose, and the test that holds their imports to the plan."""
    folders, layout = site.folders(), site.layout
    if not folders:
        return "the plan has no component of our own"
    rows = "\n".join(language.allowed_row(folders[part], others) for part, others in allowed(site).items())
    files: Files = {
        layout.code(folder, layout.index): (
            language.text("folder", site, purpose(site, part)),
            f"the component {plain(part)}",
        )
        for part, folder in folders.items()
    }
    files[layout.proof("boundaries")] = (
        language.text("test_boundaries", site, {"allowed": rows}),
        "proves who imports whom",
    )
    return _proposed(files)


_WRITERS: Mapping[Kind, Callable[[Language, Site], tuple[ProposedFile, ...] | str]] = {
    "skeleton": _skeleton,
    "settings": _settings,
    "component": _boundaries,
    "domain": _shared,
    "entity": _entity,
    "store": _store,
    "interface": _interface,
}
KINDS = frozenset(_WRITERS)


def _pair(language: Language, site: Site, name: str, *, why: tuple[str, str]) -> Files:
    """A module and its tests."""
    return {
        site.layout.code(name): (language.text(name, site), why[0]),
        site.layout.proof(name): (language.text(f"test_{name}", site), why[1]),
    }


def _entity_words(language: Language, site: Site, subject: Entity) -> Words:
    found, module = fields(subject), site.module(subject)
    where = source(subject.lines)
    return {
        "entity": comment(subject.name, limit=70),
        "what": "\n".join(_sentences(site, found)),
        "where": where[:1].upper() + where[1:],
        "class_name": pascal(subject.name, fallback="entity"),
        "module": module,
        "path": plural(module.rstrip("_")).replace("_", "-"),
        **language.entity_words(found),
    }


def _sentences(site: Site, found: tuple[Field, ...]) -> tuple[str, ...]:
    """Where the attributes come from, and what the PRD calls those whose name in code differs."""
    origin = "Its attributes are those the PRD names"
    origin += " and those people asked for" if site.added else ""
    named = [f"`{each.name}`: {comment(each.said, limit=60)}." for each in found[1:] if told(each)]
    margin = "    " if site.layout.language == "python" else " * "
    return (f"{origin}:" if named else f"{origin}.", *(f"{margin}{each}" for each in named))


def _proposed(files: Files) -> tuple[ProposedFile, ...]:
    return tuple(ProposedFile(path=path, content=text, reason=why) for path, (text, why) in files.items())
