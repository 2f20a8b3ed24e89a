"""Whether a change of a manifest may let another major version of a dependency in; what cannot be told, may.

Read are `package.json`, `pyproject.toml` and lists of requirements, and of their versions the plain ones. A change of anything but
dependencies is no question of versions, and is told as such.
"""

import json
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from math import inf

from policies.globs import first_match

UNKNOWN = "names dependencies, and may raise one to another major version"
MORE = "changes more than dependencies"

_NODE = ("dependencies", "devDependencies", "optionalDependencies", "peerDependencies")
# https://github.com/npm/node-semver#ranges and https://peps.python.org/pep-0440/#version-specifiers, as far as they are plain.
_NODE_VERSION = re.compile(r"^(?P<how>\^|~|=|>=)?\s*v?(?P<of>\d+(?:\.\d+){0,2})$")
_PYTHON_BOUND = re.compile(r"^(?P<how>==|~=|>=|<)\s*(?P<of>\d+(?:\.\d+)*)$")
_PYTHON = re.compile(
    r"^(?P<name>[A-Za-z0-9][\w.-]*)\s*(?:\[[\w\s,.-]*\])?\s*(?P<versions>[^;@\[]*?)\s*(?P<marker>;.*)?$"
)

# Before 1.0 the second number is the one that breaks: https://semver.org/#spec-item-4
Major = tuple[float, float]
_ANY: Major = (inf, inf)


@dataclass(frozen=True, slots=True)
class _Read:
    """The dependencies of a manifest, name -> what it says of versions, and everything else in it."""

    versions: Mapping[str, str]
    rest: object


def raises(path: str, before: bytes, after: bytes | None) -> str:
    """Why a person looks at this change of a manifest: half a sentence; empty where no major version can rise by it."""
    found = next((each for each in _READERS if first_match(each[0], path) is not None), None)
    if found is None or after is None:
        return UNKNOWN
    _, read, majors = found
    try:
        old, new = read(before.decode()), read(after.decode())
    except (ValueError, TypeError, AttributeError, RecursionError):
        return UNKNOWN
    if old.rest != new.rest:
        return MORE
    for name, version in new.versions.items():
        earlier = old.versions.get(name)
        if earlier is None or earlier == version:
            continue
        was, now = majors(earlier), majors(version)
        if was is None or now is None:
            return f"changes the version of `{name[:60]}` in a way I cannot read"
        if now[0] > was[0] or now[1] > was[1]:
            return f"lets another major version of `{name[:60]}` in"
    return ""


def _package_json(text: str) -> _Read:
    data = json.loads(text)
    versions = {
        f"{name} in {part}": _said(version) for part in _NODE for name, version in data.pop(part, {}).items()
    }
    return _Read(versions, data)


def _pyproject(text: str) -> _Read:
    data = tomllib.loads(text)
    project = data.get("project", {})
    lists = {"project": project.pop("dependencies", [])}
    lists |= {f"extra {name}": each for name, each in project.pop("optional-dependencies", {}).items()}
    lists |= {f"group {name}": each for name, each in data.pop("dependency-groups", {}).items()}
    versions: dict[str, str] = {}
    others: list[object] = []
    for part, each in lists.items():
        texts = [item for item in each if isinstance(item, str)]
        others += [item for item in each if not isinstance(item, str)]
        versions |= {f"{name} in {part}": version for name, version in _listed(texts).items()}
    return _Read(versions, (data, others))


def _requirements(text: str) -> _Read:
    lines = [re.sub(r"(?:^|\s)#.*", "", line).strip() for line in text.split("\n")]
    plain = [line for line in lines if _PYTHON.match(line)]
    return _Read(_listed(plain), [line for line in lines if line and line not in plain])


def _listed(lines: Iterable[str]) -> dict[str, str]:
    """Name -> versions and marker; the same name with another marker is another one. What is not plain raises ValueError."""
    found: dict[str, str] = {}
    for line in lines:
        match = _PYTHON.match(line.strip())
        if match is None:
            raise ValueError(line)
        name = re.sub(r"[-_.]+", "-", match["name"]).lower()
        found[f"{name}{match['marker'] or ''}"] = match["versions"]
    return found


def _said(version: object) -> str:
    if not isinstance(version, str):
        raise TypeError(version)
    return version.strip()


def _node_majors(version: str) -> tuple[Major, Major] | None:
    match = _NODE_VERSION.match(version)
    if match is None:
        return None
    low = _major(match["of"])
    return low, _ANY if match["how"] == ">=" else low


def _python_majors(versions: str) -> tuple[Major, Major] | None:
    """The lowest and the highest major version that all bounds together let in."""
    low, high = (0.0, 0.0), _ANY
    for bound in filter(None, (each.strip() for each in versions.split(","))):
        match = _PYTHON_BOUND.match(bound)
        if match is None:
            return None
        of = _major(match["of"])
        if match["how"] != "<":
            low = max(low, of)
        if match["how"] in {"==", "~="}:
            high = min(high, of)
        if match["how"] == "<":
            high = min(high, _below(match["of"]))
    return low, high


def _major(version: str) -> Major:
    numbers = [int(part) for part in version.split(".")]
    return (float(numbers[0]), 0.0 if numbers[0] else float(numbers[1] if len(numbers) > 1 else 0))


def _below(version: str) -> Major:
    """The highest major version under a bound: `<3` lets 2 in, `<3.1` lets 3 in."""
    numbers = [int(part) for part in version.split(".")]
    if any(numbers[1:]) or not numbers[0]:
        return _major(version)
    return (float(numbers[0] - 1), inf if numbers[0] == 1 else 0.0)


_READERS: tuple[tuple[tuple[str, ...], Callable[[str], _Read], Callable[[str], tuple[Major, Major] | None]], ...] = (
    (("package.json",), _package_json, _node_majors),
    (("pyproject.toml",), _pyproject, _python_majors),
    (("requirements*.txt", "requirements*.in", "requirements/*.txt", "requirements/*.in"), _requirements, _python_majors),
)  # fmt: skip
