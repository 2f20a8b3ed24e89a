"""The places in the App's code that call GitHub: read off the code, and recognised again while one of them calls."""

import ast
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import FrameType

from tests.shape.sources import ROOT, python_files, tree

# The methods by which the App reads and changes things on GitHub.
METHODS = frozenset(
    {
        "get",
        "get_or_none",
        "get_unless_gone",
        "get_all",
        "first_page",
        "pages",
        "download",
        "post",
        "patch",
        "put",
        "delete",
        "graphql",
    }
)
# What has methods of the same names and is not GitHub.
ELSEWHERE = frozenset({"queue", "artifacts", "door.queue", "reviewer", "_kept"})
# These hand on what somebody else asks for.
THROUGH = tuple(f"bot/github/{name}.py" for name in ("wire", "moment", "paging", "port"))
CLIENT = ("bot/github/hub.py", "bot/github/talkers.py")
HANDS_ON = METHODS | {"_change", "_read", "_seen", "<listcomp>"}
# The command line and the demo have ports of their own; what they do is no flow of the App.
NOT_THE_APP = ("bot/verify/", "bot/cli/", "bot/demo/", "bot/anthropic_provider.py")


@dataclass(frozen=True, slots=True)
class Site:
    """One call in the code, `name` says whose; what is called a second time in one function is numbered."""

    file: str
    first: int
    last: int
    name: str


def sites() -> dict[str, Site]:
    """Every place where the App calls GitHub, by name."""
    return {site.name: site for name in _files() for site in _sites_in(name)}


def here() -> str:
    """The name of the place from which the call that is being made right now comes."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        file = frame.f_code.co_filename.removeprefix(f"{ROOT}/")
        if file.startswith("bot/") and not _hands_on(file, frame.f_code.co_name):
            return _named(file, frame)
        frame = frame.f_back
    raise AssertionError("nobody in the App made this call")


def _hands_on(file: str, function: str) -> bool:
    return file in THROUGH or (file in CLIENT and function in HANDS_ON)


def _named(file: str, frame: FrameType) -> str:
    around = [site for site in _sites_in(file) if site.first <= frame.f_lineno <= site.last]
    # Of two that hold the line, the inner one is shorter.
    smallest = min(around, key=lambda site: site.last - site.first, default=None)
    return smallest.name if smallest else f"{file}:{frame.f_lineno}"


def _files() -> tuple[str, ...]:
    return tuple(name for name in python_files("bot") if not name.startswith(NOT_THE_APP))


@cache
def _sites_in(file: str) -> tuple[Site, ...]:
    module, seen = file.removeprefix("bot/").removesuffix(".py").replace("/", "."), Counter[str]()
    found: list[Site] = []
    for function, call in _calls(tree(file), ""):
        if file in CLIENT and function.rpartition(".")[2] in HANDS_ON:
            continue
        if file == "bot/artifacts.py" and ast.unparse(call.func) == "self.get":
            # It asks itself.
            continue
        name = f"{module}.{function} {_method(call)}"
        seen[name] += 1
        numbered = name if seen[name] == 1 else f"{name} {seen[name]}"
        found.append(Site(file, call.lineno, call.end_lineno or call.lineno, numbered))
    return tuple(found)


def _calls(node: ast.AST, inside: str) -> Iterator[tuple[str, ast.Call]]:
    """Every call of GitHub under this node, with the name of the function it is in."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield from _calls(child, f"{inside}.{child.name}".lstrip("."))
            continue
        awaited = child.value if isinstance(child, ast.Await) else None
        awaited = child.iter if isinstance(child, ast.AsyncFor) else awaited
        if isinstance(awaited, ast.Call) and _method(awaited):
            yield inside, awaited
        yield from _calls(child, inside)


def _method(call: ast.Call) -> str:
    """The method by which this calls GitHub; empty when it calls something else."""
    if not isinstance(call.func, ast.Attribute):
        return ""
    name, whom = call.func.attr, ast.unparse(call.func.value)
    if whom == "self._wire" and name in {"read", "change"}:
        return name
    if name not in METHODS or whom.removeprefix("self.") in ELSEWHERE:
        return ""
    return name
