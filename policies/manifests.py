"""The names of packages in the manifests of five ecosystems, and other places where a change fetches somebody's program."""

import json
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from policies.globs import first_match

_NAME = re.compile(r"^\s*([A-Za-z0-9@][A-Za-z0-9._/@-]*)")
# A place instead of a version: a repository, an archive, a folder.
_ADDRESS = re.compile(
    r"(?:git\+|https?://|ssh://|git://|git@|file:|github:|gitlab:|bitbucket:|link:)|^[\w.-]+/[\w.-]+(?:#.*)?$"
)


@dataclass(frozen=True, slots=True)
class Package:
    """One package a manifest names; `address` is where it comes from when that is not the registry."""

    ecosystem: str
    name: str
    line: int
    address: str = ""


def packages(path: str, content: bytes) -> tuple[Package, ...] | None:
    """The packages a manifest names; None for a file that is no manifest we read, or that cannot be read."""
    for patterns, ecosystem, reader in _READERS:
        if first_match(patterns, path) is None:
            continue
        try:
            text = content.decode()
            found = tuple(reader(text))
        except (ValueError, TypeError, AttributeError, RecursionError):
            return None
        lines = text.split("\n")
        return tuple(
            Package(ecosystem, name, _line(lines, name), _place(place, ecosystem))
            for name, place in found
            if name
        )
    return None


def is_manifest(path: str) -> bool:
    """Whether `packages` reads files of this name."""
    return any(first_match(patterns, path) is not None for patterns, _, _ in _READERS)


def _line(lines: list[str], name: str) -> int:
    spelled = "[-_.]".join(map(re.escape, re.split("[-_.]", name)))
    wanted = re.compile(rf"(?<![\w@/-]){spelled}(?![\w/-])", re.IGNORECASE)
    return next((number for number, line in enumerate(lines, start=1) if wanted.search(line)), 1)


def _place(place: str, ecosystem: str) -> str:
    """The place, when it is an address; in Go the name is one anyway."""
    return place if ecosystem != "go" and _ADDRESS.search(place) else ""


_Found = Iterator[tuple[str, str]]


def _requirement(text: str) -> tuple[str, str]:
    """`name` and what follows it, of `Name[extra] >= 1 ; marker`, `name @ https://...` or a bare address."""
    match = _NAME.match(text)
    if _ADDRESS.match(text.strip()) or match is None:
        egg = re.search(r"#egg=([\w.-]+)", text)
        return (egg[1] if egg else text.strip())[:100].lower(), text.strip()
    return re.sub(r"[-_.]+", "-", match[1]).lower(), text[match.end() :].partition(";")[0].strip(" @")


def _requirements(text: str) -> _Found:
    for line in re.sub(r"\\\n", " ", text).split("\n"):
        bare = re.sub(r"(?:^|\s)#.*", "", line).strip()
        editable = re.match(r"(?:-e|--editable)[=\s]+(.+)", bare)
        if editable:
            yield _requirement(editable[1])
        elif bare and not bare.startswith("-"):
            yield _requirement(bare)


def _pyproject(text: str) -> _Found:
    data = tomllib.loads(text)
    project = data.get("project", {})
    lists: list[Iterable[Any]] = [
        project.get("dependencies", ()),
        *project.get("optional-dependencies", {}).values(),
        *data.get("dependency-groups", {}).values(),
        data.get("build-system", {}).get("requires", ()),
    ]
    for each in lists:
        yield from (_requirement(item) for item in each if isinstance(item, str))
    tool = data.get("tool", {})
    poetry = tool.get("poetry", {})
    tables = [poetry.get("dependencies", {}), poetry.get("dev-dependencies", {})]
    tables += [group.get("dependencies", {}) for group in poetry.get("group", {}).values()]
    for table in tables:
        yield from ((_requirement(name)[0], _told(how)) for name, how in table.items() if name != "python")
    for name, how in tool.get("uv", {}).get("sources", {}).items():
        yield _requirement(name)[0], _told(how)


def _pipfile(text: str) -> _Found:
    data = tomllib.loads(text)
    for part in ("packages", "dev-packages"):
        yield from ((_requirement(name)[0], _told(how)) for name, how in data.get(part, {}).items())


def _package_json(text: str) -> _Found:
    data = json.loads(text)
    parts = (
        "dependencies",
        "devDependencies",
        "peerDependencies",
        "optionalDependencies",
        "overrides",
        "resolutions",
    )
    for part in parts:
        yield from ((name, _told(how)) for name, how in data.get(part, {}).items())


def _go_mod(text: str) -> _Found:
    for match in re.finditer(
        r"^\s*(?:require\s+|replace\s+)?([\w.-]+\.[\w-]+/[^\s]+)\s+(v\S+|=>\s*\S+)", text, re.MULTILINE
    ):
        yield match[1], match[2]
    # What a module is replaced by is fetched as well.
    for match in re.finditer(r"=>\s*([\w.-]+\.[\w-]+/\S+)", text):
        yield match[1], ""


def _cargo(text: str) -> _Found:
    data = tomllib.loads(text)
    parts = [data, data.get("workspace", {}), *data.get("target", {}).values()]
    for part in parts:
        for kind in ("dependencies", "dev-dependencies", "build-dependencies"):
            for name, how in part.get(kind, {}).items():
                renamed = how.get("package") if isinstance(how, dict) else None
                yield renamed or name, _told(how)


def _gemfile(text: str) -> _Found:
    pattern = r"""^\s*(?:gem|\w+\.add_(?:\w+_)?dependency)[\s(]+["']([\w.-]+)["'](.*)$"""
    for match in re.finditer(pattern, text, re.MULTILINE):
        yield match[1], match[2]


def _told(how: object) -> str:
    """Where a package comes from, as its table of options or its version says."""
    if isinstance(how, Mapping):
        return " ".join(str(how[key]) for key in ("git", "url", "path", "file") if how.get(key))
    return how if isinstance(how, str) else ""


_READERS: tuple[tuple[tuple[str, ...], str, Callable[[str], _Found]], ...] = (
    (("requirements*.txt", "requirements*.in", "requirements/*.txt", "requirements/*.in", "constraints*.txt"), "python", _requirements),
    (("pyproject.toml",), "python", _pyproject),
    (("Pipfile",), "python", _pipfile),
    (("package.json",), "npm", _package_json),
    (("go.mod",), "go", _go_mod),
    (("Cargo.toml",), "rust", _cargo),
    (("Gemfile", "*.gemspec"), "ruby", _gemfile),
)  # fmt: skip
