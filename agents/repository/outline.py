"""What the paths of a repository tell by themselves: its languages, and where things are that everybody looks for."""

import re
from collections import Counter
from collections.abc import Iterable

from agents.repository.graph import is_test
from agents.repository.shown import Phase

_LANGUAGES = {
    "c": "C", "h": "C", "cc": "C++", "cpp": "C++", "hpp": "C++", "cs": "C#", "css": "CSS", "dart": "Dart", "ex": "Elixir",
    "exs": "Elixir", "go": "Go", "html": "HTML", "java": "Java", "js": "JavaScript", "jsx": "JavaScript", "mjs": "JavaScript",
    "cjs": "JavaScript", "kt": "Kotlin", "lua": "Lua", "m": "Objective-C", "php": "PHP", "proto": "Protocol Buffers",
    "ps1": "PowerShell", "py": "Python", "pyi": "Python", "rb": "Ruby", "rs": "Rust", "scala": "Scala", "sh": "Shell",
    "sql": "SQL", "svelte": "Svelte", "swift": "Swift", "tf": "Terraform", "ts": "TypeScript", "tsx": "TypeScript",
    "mts": "TypeScript", "vue": "Vue",
}  # fmt: skip
_MANIFEST = re.compile(
    r"(?:^|/)(?:pyproject\.toml|setup\.(?:py|cfg)|requirements[^/]{0,40}\.(?:txt|in)|Pipfile|package\.json|tsconfig[^/]{0,40}\.json"
    r"|deno\.jsonc?|go\.mod|Cargo\.toml|pom\.xml|build\.gradle(?:\.kts)?|Gemfile|composer\.json|mix\.exs|Makefile|Dockerfile"
    r"|(?:docker-)?compose\.ya?ml)$"
)
_ENTRY = re.compile(
    r"(?:^|/)(?:__main__|main|app|cli|manage|wsgi|asgi|server)\.py$|(?:^|/)(?:index|main|server|app|cli)\.[cm]?[jt]sx?$"
    r"|(?:^|/)main\.(?:go|rs)$"
)
_CHECKS = re.compile(
    r"^\.github/workflows/[^/]+\.ya?ml$|^\.gitlab-ci\.yml$|^\.circleci/config\.yml$|^azure-pipelines\.yml$|^Jenkinsfile$"
    r"|^tox\.ini$|^noxfile\.py$|^\.pre-commit-config\.yaml$"
)
# What people wrote down for whoever works here, the most particular last.
_CONVENTIONS = ("CONTRIBUTING.md", ".github/CONTRIBUTING.md", "docs/CONTRIBUTING.md", "AGENTS.md")
_CONTEXT = ".signalbox/context/{}.md"
# Of each kind so many are named.
MOST = 40


def conventions(paths: Iterable[str], phase: Phase) -> tuple[str, ...]:
    """The files that say how people work here, and what they wrote for this phase."""
    there = set(paths)
    wanted = (*_CONVENTIONS, _CONTEXT.format("all"), _CONTEXT.format(phase))
    return tuple(path for path in wanted if path in there)


def languages(paths: Iterable[str]) -> tuple[str, ...]:
    """The languages with how many files are of each, the most first: `Python (12)`."""
    suffixes = (path.rpartition("/")[2].rpartition(".")[2].lower() for path in paths)
    counted = Counter(_LANGUAGES[suffix] for suffix in suffixes if suffix in _LANGUAGES)
    most_first = sorted(counted.items(), key=lambda each: (-each[1], each[0]))
    return tuple(f"{name} ({count})" for name, count in most_first)


def manifests(paths: Iterable[str]) -> tuple[str, ...]:
    """The files that say what the code needs and how it is built, those nearest to the root first."""
    return _nearest(path for path in paths if _MANIFEST.search(path))


def entry_points(paths: Iterable[str]) -> tuple[str, ...]:
    """Where programs start, by the usual names."""
    return _nearest(path for path in paths if _ENTRY.search(path) and not is_test(path))


def checks(paths: Iterable[str]) -> tuple[str, ...]:
    """What says what is checked."""
    return _nearest(path for path in paths if _CHECKS.search(path))


def test_folders(paths: Iterable[str]) -> tuple[str, ...]:
    """The folders that hold tests, with how many."""
    counted = Counter(path.rpartition("/")[0] or "." for path in paths if is_test(path))
    return tuple(f"{folder} ({count})" for folder, count in sorted(counted.items()))[:MOST]


def _nearest(paths: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(paths, key=lambda path: (path.count("/"), path)))[:MOST]
