"""The project's own files, as the tests of its shape read them."""

import ast
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ("bot", "handlers", "policies", "agents", "config", "sandbox")


@cache
def tracked() -> tuple[str, ...]:
    """Every file of the project; git knows them, and where there is no git the folders do."""
    listed = subprocess.run(  # whichever git there is
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listed.returncode == 0:
        names = [name for name in listed.stdout.decode().split("\0") if name]
    else:
        folders = [*PACKAGES, "tests", "docs", "requirements", ".ci"]
        names = [str(path.relative_to(ROOT)) for folder in folders for path in (ROOT / folder).rglob("*")]
    return tuple(sorted(name for name in names if (ROOT / name).is_file()))


def python_files(*packages: str) -> tuple[str, ...]:
    """The Python files of these packages, or of all of them and the tests."""
    wanted = packages or (*PACKAGES, "tests")
    return tuple(name for name in tracked() if name.endswith(".py") and name.partition("/")[0] in wanted)


@cache
def tree(name: str) -> ast.Module:
    return ast.parse((ROOT / name).read_bytes(), name)


def module(name: str) -> str:
    """`policies/gates/__init__.py` as `policies.gates`."""
    return name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
