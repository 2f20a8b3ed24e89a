"""Who imports whom in a repository at one commit, and by whom a file is called and tested."""

import json
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from agents.repository.module import Import, Module, unpacked
from agents.repository.places import Link, Places

# How the languages that are read name their tests.
_TEST = re.compile(
    r"(?:^|/)(?:tests?|__tests__|specs?|e2e)/|(?:^|/)(?:test_[^/]+|[^/]+_test|conftest)\.pyi?$"
    r"|\.(?:test|spec)\.[cm]?[jt]sx?$|_test\.go$"
)


def is_test(path: str) -> bool:
    """Whether a path is a test's by its name or its folder."""
    return _TEST.search(path) is not None


@dataclass(frozen=True, slots=True)
class Graph:
    """The modules of a commit by path, each packed, and for each file those that import it.

    `unread` are files of a known language that were not read, each with the reason: too many, too large, or not given.
    """

    modules: Mapping[str, bytes] = field(default_factory=dict)
    places: Places = field(default_factory=lambda: Places(frozenset()))
    importers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unread: Mapping[str, str] = field(default_factory=dict)

    def module(self, path: str) -> Module | None:
        """What the file offers and takes; None when it was not read."""
        content = self.modules.get(path)
        return None if content is None else unpacked(content)

    def dependents(self, path: str) -> tuple[str, ...]:
        """The files that take something from this one; in Go those of its own package may, too."""
        package = self.places.beside(path) if path.endswith(".go") else ()
        mates = (each for each in package if each in self.modules)
        return tuple(dict.fromkeys((*self.importers.get(path, ()), *mates)))

    def tests(self, path: str) -> tuple[str, ...]:
        """The tests that import the file, or stand beside it as Go's do."""
        return tuple(each for each in self.dependents(path) if is_test(each))

    def imports(self, path: str) -> tuple[str, ...]:
        """The files of the repository that this one imports."""
        module = self.module(path)
        return tuple(dict.fromkeys(link.path for link in self.links(path, module))) if module else ()

    def links(self, path: str, module: Module) -> Iterable[Link]:
        """What the file's imports mean here."""
        return self.places.links(path, module.imports, module.language)


def graph(
    modules: Mapping[str, bytes], *, files: Collection[str], unread: Mapping[str, str] | None = None
) -> Graph:
    """The graph over packed modules; `files` are all paths of the commit."""
    places = Places(frozenset(files), _go_modules(modules))
    found: dict[str, dict[str, None]] = {}
    for path, content in modules.items():
        language, _, imports, _, _ = json.loads(content.decode("utf-8", "surrogatepass"))
        for link in places.links(path, tuple(Import(*each) for each in imports), language):
            found.setdefault(link.path, {})[path] = None
    importers = {path: tuple(sorted(names)) for path, names in found.items()}
    return Graph(modules, places, importers, dict(unread or {}))


def _go_modules(modules: Mapping[str, bytes]) -> Mapping[str, str]:
    """Folder -> module path, by the repository's `go.mod` files; of nested ones the innermost comes first."""
    found = {
        path.rpartition("/")[0]: definition.name
        for path, content in modules.items()
        if path.rpartition("/")[2] == "go.mod"
        for definition in unpacked(content).definitions
    }
    return dict(sorted(found.items(), key=lambda each: len(each[1]), reverse=True))
