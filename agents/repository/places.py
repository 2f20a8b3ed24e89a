"""Finds the files of a repository that an import means, by the rules of its language and by no run of anything."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from agents.repository.module import STAR, WHOLE, Import

# https://nodejs.org/api/modules.html#all-together and https://www.typescriptlang.org/docs/handbook/modules/theory.html
_JS_SUFFIXES = (".ts", ".tsx", ".d.ts", ".js", ".jsx", ".mjs", ".cjs", ".mts", ".cts")
# TypeScript names a module by the file that is made of it.
_MADE_OF = {".js": (".ts", ".tsx"), ".jsx": (".tsx",), ".mjs": (".mts",), ".cjs": (".cts",)}
_PYTHON = (".py", ".pyi", "/__init__.py", "/__init__.pyi")
# Folders beside which, or in which, a Python project keeps its packages.
_ROOTS = ("", "src/", "lib/", "python/")


@dataclass(frozen=True, slots=True)
class Link:
    """An import that means a file of the repository: its line, that file, the name in it, and the name it is bound to."""

    line: int
    path: str
    name: str
    bound: str


@dataclass(frozen=True, slots=True)
class Places:
    """All files of a commit by their paths, and the module path of each folder with a `go.mod`."""

    files: Collection[str]
    go_modules: Mapping[str, str] = field(default_factory=dict)
    _folders: dict[str, list[str]] = field(default_factory=dict, compare=False)
    _names: set[str] = field(default_factory=set, compare=False)
    _known: dict[tuple[str, str], str] = field(default_factory=dict, compare=False)

    def __post_init__(self) -> None:
        """Line up what every look-up needs."""
        for path in self.files:
            folder, _, name = path.rpartition("/")
            self._folders.setdefault(folder, []).append(path)
            if name.endswith((".py", ".pyi")):
                self._names.update((*folder.split("/"), name.partition(".")[0]))

    def links(self, path: str, imports: tuple[Import, ...], language: str) -> Iterator[Link]:
        """Those of a file's imports that mean files of the repository."""
        for each in imports:
            match language:
                case "python":
                    found = self._python(path, each)
                case "go":
                    found = ((file, each.name) for file in self._go(path, each.target))
                case _:
                    found = ((file, each.name) for file in self._javascript(path, each.target))
            yield from (Link(each.line, file, name, each.bound) for file, name in found if file != path)

    def beside(self, path: str) -> tuple[str, ...]:
        """The other files of its folder."""
        return tuple(each for each in self._folders.get(path.rpartition("/")[0], ()) if each != path)

    def _python(self, path: str, each: Import) -> Iterator[tuple[str, str]]:
        target = self._python_file(path, each.target)
        inside = each.target if each.target.endswith(".") else f"{each.target}."
        if each.name not in {WHOLE, STAR} and (file := self._python_file(path, inside + each.name)):
            yield file, WHOLE
        if target:
            yield target, each.name

    def _python_file(self, path: str, dotted: str) -> str:
        """The file of a module, empty for one that is none of the repository's."""
        folder = path.rpartition("/")[0]
        bare = dotted.lstrip(".")
        if (level := len(dotted) - len(bare)) > 0:
            parts = folder.split("/") if folder else []
            if level - 1 > len(parts):
                return ""
            above = parts[: len(parts) - level + 1]
            return self._first("/".join((*above, *(bare.split(".") if bare else ()))), _PYTHON)
        if bare.partition(".")[0] not in self._names:
            return ""
        key = (folder, bare)
        if key not in self._known:
            file = bare.replace(".", "/")
            found = (self._first(f"{root}{file}", _PYTHON) for root in self._roots(folder))
            self._known[key] = next((each for each in found if each), "")
        return self._known[key]

    def _roots(self, folder: str) -> Iterator[str]:
        """Where a file's absolute imports may start: the folders above it that are no packages, the nearest first."""
        parts = folder.split("/") if folder else []
        for length in range(len(parts), -1, -1):
            above = "/".join(parts[:length])
            if above and f"{above}/__init__.py" in self.files:
                continue
            yield from (f"{above}/{root}" if above else root for root in _ROOTS)

    def _first(self, stem: str, suffixes: tuple[str, ...]) -> str:
        # A relative import of the root's own package has no stem.
        found = (f"{stem}{suffix}".removeprefix("/") for suffix in suffixes)
        return next((each for each in found if each in self.files), "")

    def _javascript(self, path: str, target: str) -> tuple[str, ...]:
        folder = path.rpartition("/")[0]
        if target.startswith("."):
            stems = [folded(folder, target)]
        elif target.startswith(("@/", "~/", "#/")):
            # What the letter stands for is said in settings that are not read; a root and its `src` are usual.
            parts = folder.split("/")
            above = ["/".join(parts[:length]) for length in range(len(parts), -1, -1)]
            stems = [folded(each, f"{root}{target[2:]}") for each in above for root in ("src/", "")]
        else:
            return ()
        found = (self._javascript_file(stem) for stem in stems if stem is not None)
        return tuple(each for each in found if each)[:1]

    def _javascript_file(self, stem: str) -> str:
        if stem in self.files:
            return stem
        for made, sources in _MADE_OF.items():
            if stem.endswith(made) and (file := self._first(stem.removesuffix(made), sources)):
                return file
        return self._first(stem, _JS_SUFFIXES) or self._first(f"{stem}/index", _JS_SUFFIXES)

    def _go(self, path: str, target: str) -> tuple[str, ...]:
        """The files of the package's folder, without its tests."""
        for folder, module in self.go_modules.items():
            if target == module or target.startswith(f"{module}/"):
                wanted = "/".join(part for part in (folder, target[len(module) + 1 :]) if part)
                files = self._folders.get(wanted, ())
                return tuple(
                    each
                    for each in files
                    if each.endswith(".go") and not each.endswith("_test.go") and each != path
                )
        return ()


def folded(base: str, parts: str) -> str | None:
    """`parts`, with `.` and `..`, from the folder `base`; None when that leaves the repository."""
    found = [part for part in base.split("/") if part]
    for part in parts.split("/"):
        if part == "..":
            if not found:
                return None
            found.pop()
        elif part not in {"", "."}:
            found.append(part)
    return "/".join(found)
