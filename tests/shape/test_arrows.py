"""`bot` knows `handlers`, which know `policies`, which know `agents`, which know `config`; never the other way."""

import ast
import subprocess
import sys
import tomllib
from collections.abc import Iterator

import pytest

from tests.shape.sources import ROOT, python_files, tree

ORDER = ("config", "agents", "policies", "handlers", "bot")
# What reaches outside, or differs from one time to the next.
WORLD = {
    "aiohttp", "anthropic", "asyncio", "gidgethub", "logging", "random", "socket", "sqlite3", "structlog",
    "subprocess", "time", "urllib",
}  # fmt: skip
# These too, though a contract on imports has no word for them.
ALSO_WORLD = {
    "http",
    "secrets",
    "select",
    "shutil",
    "signal",
    "ssl",
    "tempfile",
    "threading",
    "uuid",
    "requests",
}


def imported(name: str) -> Iterator[str]:
    """Every module a file imports, inside functions too."""
    for node in ast.walk(tree(name)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name} imports by a relative name"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _tops(name: str) -> set[str]:
    return {each.partition(".")[0] for each in imported(name)}


@pytest.mark.parametrize("package", ORDER)
def test_arrows_point_down(package: str) -> None:
    above = set(ORDER[ORDER.index(package) + 1 :]) | {"sandbox", "tests"}
    wrong = {name: found for name in python_files(package) if (found := _tops(name) & above)}
    assert wrong == {}


def test_the_stand_in_and_the_app_never_import_each_other() -> None:
    wrong = {name: found for name in python_files("sandbox") if (found := _tops(name) & {*ORDER, "tests"})}
    assert wrong == {}


@pytest.mark.parametrize("package", ORDER[:-1])
def test_only_bot_and_the_stand_in_reach_outside(package: str) -> None:
    wrong = {name: found for name in python_files(package) if (found := _tops(name) & (WORLD | ALSO_WORLD))}
    assert wrong == {}


def test_policies_read_what_agents_say_and_not_how_they_were_asked() -> None:
    wrong = [
        (name, each) for name in python_files("policies") for each in imported(name)
        if each.startswith(("agents.roles", "agents.model", "agents.prompts"))
    ]  # fmt: skip
    assert wrong == []


@pytest.mark.parametrize("folder", ["handlers/commands", "policies/gates"])
def test_neighbours_never_import_each_other(folder: str) -> None:
    """What they share stands one level up, or in `input.py`, which is what every gate is given."""
    package, shared = folder.replace("/", "."), (f"{folder}/__init__.py", f"{folder}/input.py")
    for name in python_files(folder.partition("/")[0]):
        if not name.startswith(f"{folder}/") or name in shared:
            continue
        near = {each for each in imported(name) if each.startswith(f"{package}.")}
        assert {each for each in near if not each.startswith(f"{package}.input.")} == set(), name


@pytest.mark.parametrize(
    ("door", "who"),
    [
        ("bot.write_gate", {"bot/gate_keeper.py", "bot/compose.py"}),
        ("bot.gate_keeper", {"bot/perform.py", "bot/compose.py"}),
    ],
)
def test_the_write_gate_has_few_neighbours(door: str, who: set[str]) -> None:
    found = {
        name
        for name in python_files("bot", "handlers", "policies", "agents", "config")
        if any(each == door or each.startswith(f"{door}.") for each in imported(name))
    }
    assert found <= who


def test_the_contracts_of_import_linter_are_kept() -> None:
    """The same arrows through every indirect import, as `pyproject.toml` draws them."""
    linted = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=50,
    )
    assert linted.returncode == 0, linted.stdout + linted.stderr


def test_the_contracts_forbid_what_this_file_forbids() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    forbidden = next(each for each in contracts if each["type"] == "forbidden")
    assert set(forbidden["forbidden_modules"]) == WORLD
    assert set(forbidden["source_modules"]) == set(ORDER[:-1])
    layers = next(each for each in contracts if each["type"] == "layers")
    assert tuple(layers["layers"]) == ORDER[::-1]
