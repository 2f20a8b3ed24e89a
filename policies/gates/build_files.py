"""What runs on somebody's machine when they build, install or test is shown to whoever approves."""

import json
import tomllib
from collections.abc import Callable, Iterator

from policies.gates.input import GateInput
from policies.globs import first_match
from policies.tree import Change
from policies.verdict import Pass, Verdict, Warn

RULE = "build-files"

# Files that a usual command runs as a whole.
PATTERNS = (
    "Makefile", "GNUmakefile", "*.mk", "justfile", "Taskfile.yml", "Taskfile.yaml", "Rakefile", "Procfile",
    "setup.py", "conftest.py", "sitecustomize.py", "usercustomize.py", "*.pth", "noxfile.py", "fabfile.py", "dodo.py",
    "tox.ini", "pytest.ini", "hatch_build.py", "SConstruct", "wscript", "meson.build", "CMakeLists.txt", "*.cmake",
    "configure", "configure.ac", "build.rs", "build.zig", "build.xml", "build.gradle", "build.gradle.kts",
    "settings.gradle", "settings.gradle.kts", "gradlew", "gradlew.bat", "mvnw", "mvnw.cmd", "pom.xml", "Gemfile", "*.gemspec",
    "Gruntfile.*", "gulpfile.*", "webpack.config.*", "vite.config.*", "vitest.config.*", "rollup.config.*", "jest.config.*",
    "babel.config.*", "esbuild.config.*", "next.config.*", "nuxt.config.*", "svelte.config.*", "astro.config.*",
    "tailwind.config.*", "postcss.config.*", "playwright.config.*", "cypress.config.*", "metro.config.*", "karma.conf.*",
    ".eslintrc.js", ".eslintrc.cjs", "eslint.config.*", ".prettierrc.js", ".pnpmfile.cjs", ".yarnrc.cjs", "lint-staged.config.*",
    "commitlint.config.*", "Dockerfile*", "*.Dockerfile", "Containerfile", "docker-compose*.yml", "docker-compose*.yaml", "compose.yml",
    "compose.yaml", "Vagrantfile", "Tiltfile", "BUILD", "BUILD.bazel", "WORKSPACE", "WORKSPACE.bazel", "MODULE.bazel", "*.bzl",
    "mix.exs", "rebar.config", "Package.swift", "Podfile", "Brewfile", "flake.nix", "default.nix", "shell.nix", "*.csproj",
    "*.targets", "*.props", "install.sh", "bootstrap.sh", "setup.sh", "post-install*", "preinstall*",
)  # fmt: skip

# Parts of manifests that name what is run.
_PACKAGE_JSON = (
    "scripts",
    "bin",
    "config",
    "gypfile",
    "husky",
    "lint-staged",
    "simple-git-hooks",
    "pre-commit",
    "workspaces",
)
_PYPROJECT = (
    ("build-system",), ("project", "scripts"), ("project", "gui-scripts"), ("project", "entry-points"), ("tool", "setuptools", "cmdclass"),
    ("tool", "hatch", "build", "hooks"), ("tool", "pdm", "scripts"), ("tool", "poetry", "scripts"), ("tool", "poetry", "build"),
    ("tool", "poe", "tasks"), ("tool", "taskipy"), ("tool", "tox"), ("tool", "pytest"), ("tool", "maturin"),
)  # fmt: skip


def judge(gate_input: GateInput) -> Verdict:
    """Warns of every touched file that usual commands run, and of the parts of manifests that name what is run."""
    found = tuple(
        f"{change.path}{what}" for change in gate_input.patchset.changes for what in _findings(change)
    )
    if found:
        return Warn(
            rule=RULE,
            reason="What runs when somebody builds, installs or tests would change.",
            remedy="Read it as you would read a program you are about to run.",
            evidence=found,
        )
    return Pass(RULE, ("nothing that a build, an installation or a test runs by itself",))


def _findings(change: Change) -> Iterator[str]:
    pattern = first_match(PATTERNS, change.path)
    if pattern is not None:
        yield f": {'deleted' if change.after is None else 'new' if change.before is None else 'changed'}"
    elif change.after is not None and first_match(("package.json",), change.path):
        yield from _parts(change, change.after, tuple((key,) for key in _PACKAGE_JSON), read=_json)
    elif change.after is not None and first_match(("pyproject.toml",), change.path):
        yield from _parts(change, change.after, _PYPROJECT, read=_toml)


def _parts(
    change: Change,
    after: bytes,
    wanted: tuple[tuple[str, ...], ...],
    *,
    read: Callable[[bytes], object | None],
) -> Iterator[str]:
    """The values under `wanted` that are new or another; a file that cannot be read is shown as a whole."""
    now, before = read(after), read(change.before or b"")
    if now is None:
        yield ": cannot be read, so nobody can tell what it runs"
        return
    then = dict(_leaves(before, wanted)) if before is not None else {}
    lines = after.decode(errors="replace").split("\n")
    for name, value in _leaves(now, wanted):
        if then.get(name) != value:
            key = name.rpartition(".")[2]
            number = next((number for number, line in enumerate(lines, 1) if key in line), 1)
            yield f":{number}: {name} is {json.dumps(value, ensure_ascii=True, default=str)[:120]}"


def _leaves(found: object, wanted: tuple[tuple[str, ...], ...]) -> Iterator[tuple[str, object]]:
    for path in wanted:
        part = found
        for key in path:
            part = part.get(key) if isinstance(part, dict) else None
        if isinstance(part, dict):
            yield from ((f"{'.'.join(path)}.{key}", value) for key, value in part.items())
        elif part is not None:
            yield ".".join(path), part


def _json(content: bytes) -> object | None:
    try:
        found: object = json.loads(content or b"{}")
    except (ValueError, RecursionError):
        return None
    return found


def _toml(content: bytes) -> object | None:
    try:
        return tomllib.loads(content.decode())
    except (ValueError, RecursionError):
        return None
