"""Protected files are protected however a patchset touches them and however it spells them."""

from collections.abc import Callable

import pytest

from policies.gates import agent_files, ci_files, dependencies, frozen_paths, own_files, paths
from policies.gates.input import Gate
from policies.tree import Change
from policies.verdict import Block, Pass, Warn
from tests.policies.gates.patchsets import before_gates, delete, edit, new, policy

BLOCKED: tuple[tuple[Gate, str], ...] = (
    (ci_files, ".github/workflows/ci.yml"),
    (ci_files, ".github/workflows/deep/er.yml"),
    (ci_files, ".github/actions/build/action.yml"),
    (ci_files, "action.yml"),
    (ci_files, "tools/release/action.yaml"),
    (ci_files, ".github/dependabot.yml"),
    (ci_files, ".pre-commit-config.yaml"),
    (ci_files, ".husky/pre-push"),
    (ci_files, ".gitlab-ci.yml"),
    (ci_files, ".circleci/config.yml"),
    (ci_files, "Jenkinsfile"),
    (ci_files, "ci/Jenkinsfile"),
    (ci_files, "azure-pipelines.yml"),
    (agent_files, "CLAUDE.md"),
    (agent_files, "src/CLAUDE.md"),
    (agent_files, "AGENTS.md"),
    (agent_files, "deep/down/AGENTS.md"),
    (agent_files, ".claude/settings.json"),
    (agent_files, "src/.claude/commands/x.md"),
    (agent_files, ".cursor/rules/a.mdc"),
    (agent_files, ".cursorrules"),
    (agent_files, ".mcp.json"),
    (agent_files, ".github/copilot-instructions.md"),
    (agent_files, ".github/prompts/x.prompt.md"),
    (agent_files, ".github/agents/x.md"),
    (agent_files, ".github/FUNDING.yml"),
    (agent_files, "src/.agents/x/SKILL.md"),
    (agent_files, "CODEOWNERS"),
    (agent_files, ".github/CODEOWNERS"),
    (agent_files, "docs/CODEOWNERS"),
    (agent_files, ".gitmodules"),
    (agent_files, ".gitattributes"),
    (agent_files, "src/.gitattributes"),
    (agent_files, ".lfsconfig"),
    (agent_files, ".githooks/pre-commit"),
    (agent_files, ".vscode/tasks.json"),
    (agent_files, ".devcontainer/devcontainer.json"),
    (agent_files, ".envrc"),
    (dependencies, "uv.lock"),
    (dependencies, "poetry.lock"),
    (dependencies, "Cargo.lock"),
    (dependencies, "yarn.lock"),
    (dependencies, "web/package-lock.json"),
    (dependencies, "pnpm-lock.yaml"),
    (dependencies, "go.sum"),
    (dependencies, "bun.lockb"),
    (dependencies, "node_modules/x/index.js"),
    (dependencies, "vendor/github.com/x/y.go"),
    (dependencies, "static/jquery.min.js"),
    (dependencies, ".npmrc"),
    (dependencies, "web/.yarnrc.yml"),
    (dependencies, "pip.conf"),
    (dependencies, "pyproject.toml"),
    (dependencies, "setup.py"),
    (dependencies, "requirements.txt"),
    (dependencies, "requirements-dev.txt"),
    (dependencies, "requirements/run.in"),
    (dependencies, "package.json"),
    (dependencies, "web/package.json"),
    (dependencies, "go.mod"),
    (dependencies, "Shop.csproj"),
    (own_files, ".github/signalbox.yml"),
    (own_files, ".github/signalbox.yaml"),
    (own_files, ".signalbox/runs/7/ledger.jsonl"),
)


def spelled_otherwise(path: str) -> str:
    return path.upper() if path != path.upper() else path.lower()


def full_width(path: str) -> str:
    last = path[-1]
    return path[:-1] + (chr(ord(last) + 0xFEE0) if "!" <= last <= "~" else last)


HARMLESS = {"src/old.py", "src/new.py", "src/first.py"}
# What a patchset may do with a path, and the spelling it does it under.
TOUCHES: tuple[tuple[str, Callable[[str], tuple[Change, ...]]], ...] = (
    ("add", lambda path: (new(path),)),
    ("modify", lambda path: (edit(path),)),
    ("delete", lambda path: (delete(path),)),
    ("rename to", lambda path: (delete("src/old.py"), new(path))),
    ("rename from", lambda path: (delete(path), new("src/new.py"))),
    ("copy", lambda path: (new("src/first.py", "same"), new(path, "same"))),
    ("other case", lambda path: (new(spelled_otherwise(path)),)),
    ("full width", lambda path: (new(full_width(path)),)),
)


@pytest.mark.parametrize("touch", [touch for _, touch in TOUCHES], ids=[name for name, _ in TOUCHES])
@pytest.mark.parametrize(("gate", "path"), BLOCKED, ids=[path for _, path in BLOCKED])
def test_a_protected_path_is_blocked(
    gate: Gate, path: str, touch: Callable[[str], tuple[Change, ...]]
) -> None:
    changes = touch(path)
    verdict = gate.judge(before_gates(new("src/a.py"), *changes))
    assert isinstance(verdict, Block)
    protected = [change.path for change in changes if change.path not in HARMLESS]
    assert [line.partition(": ")[0] for line in verdict.evidence] == protected


@pytest.mark.parametrize(("gate", "path"), BLOCKED, ids=[path for _, path in BLOCKED])
def test_a_protected_path_with_a_hidden_character_is_no_path(gate: Gate, path: str) -> None:
    """Some disks leave such characters out, so that the file would be the protected one; the path itself is refused."""
    hidden = f"{path[:-1]}\u200b{path[-1]}"
    assert isinstance(paths.judge(before_gates(new(hidden))), Block), gate


ALLOWED: tuple[tuple[Gate, str], ...] = (
    (ci_files, "docs/ci/checks.yml"),
    (ci_files, ".github/ISSUE_TEMPLATE/bug.yml"),
    (ci_files, "src/.github/workflows/ci.yml"),
    (ci_files, "src/workflows/order.py"),
    (ci_files, "src/action.py"),
    (agent_files, "README.md"),
    (agent_files, "src/agents/order.py"),
    (agent_files, "docs/agents.txt"),
    (agent_files, ".gitignore"),
    (agent_files, ".editorconfig"),
    (dependencies, "src/app.py"),
    (dependencies, "src/lock.py"),
    (dependencies, "src/domain/vendor.py"),
    (dependencies, "Makefile"),
    (dependencies, "Dockerfile"),
    (dependencies, "compose.yaml"),
    (own_files, "src/signalbox.yml"),
    (own_files, "docs/.signalbox.md"),
)


@pytest.mark.parametrize(("gate", "path"), ALLOWED, ids=[path for _, path in ALLOWED])
def test_other_paths_pass(gate: Gate, path: str) -> None:
    assert isinstance(gate.judge(before_gates(new(path))), Pass)


@pytest.mark.parametrize(
    ("pattern", "path", "frozen"),
    [
        ("LICENSE", "LICENSE", True),
        ("LICENSE", "license", True),
        ("LICENSE", "lib/LICENSE", True),
        ("LICENSE", "LICENSE.md", False),
        ("/LICENSE", "lib/LICENSE", False),
        ("/LICENSE", "LICENSE", True),
        ("infra", "infra/main.tf", True),
        ("infra/", "infra/main.tf", True),
        ("infra/", "src/infra/main.tf", True),
        ("infra/**", "infra/a/b.tf", True),
        ("infra/**", "src/infra/a.tf", False),
        ("**/infra/**", "src/infra/a.tf", True),
        ("infra/*.tf", "infra/main.tf", True),
        ("infra/*.tf", "infra/deep/main.tf", False),
        ("*.sql", "db/migrations/1.sql", True),
        ("a?c", "abc", True),
        ("a?c", "a/c", False),
        ("a.c", "abc", False),
        ("src", "source", False),
    ],
    ids=str,
)
def test_frozen_patterns_read_like_gitignore(pattern: str, path: str, frozen: bool) -> None:  # noqa: FBT001 -- a table's column
    verdict = frozen_paths.judge(before_gates(new(path), policy=policy({"frozen_paths": (pattern,)})))
    assert isinstance(verdict, Block) == frozen


@pytest.mark.parametrize(
    ("change", "unit_files", "expected"),
    [
        (new("pyproject.toml"), ("src/**",), Block),
        (new("pyproject.toml"), ("**",), Block),
        (new("pyproject.toml"), ("*.toml",), Block),
        (new("web/package.json"), ("package.json",), Block),
        (new("uv.lock"), ("uv.lock",), Block),
        (edit("package-lock.json"), ("package-lock.json",), Block),
        (new("pyproject.toml"), ("pyproject.toml", "src/**"), Warn),
        (edit("pyproject.toml"), ("pyproject.toml",), Warn),
        (delete("pyproject.toml"), ("pyproject.toml",), Warn),
        (new("package.json"), ("package.json",), Warn),
        (new("src/a.py"), ("src/**",), Pass),
    ],
    ids=lambda value: value.path if isinstance(value, Change) else str(value),
)
def test_a_manifest_changes_only_when_the_unit_names_it(
    change: Change, unit_files: tuple[str, ...], expected: type
) -> None:
    assert type(dependencies.judge(before_gates(change, unit_files=unit_files))) is expected
