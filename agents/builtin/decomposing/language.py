"""The language a plan is built in: the repository's own where it has code, otherwise the plan's, otherwise the usual one."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Literal

from agents.schemas.architecture import ProductKind

# Those the scaffolder writes; `none` stands for every other.
Language = Literal["python", "javascript", "typescript", "none"]

NODE: tuple[Language, ...] = ("javascript", "typescript")

_SPOKEN: tuple[tuple[str, Language], ...] = (
    (r"\bpython\b|\bdjango\b|\bfastapi\b|\bflask\b", "python"),
    (r"\btypescript\b|\bdeno\b", "typescript"),
    (r"\bjavascript\b|\bnode(\.?js)?\b|\breact\b|\bvue\b|\bnext\.?js\b|\bsvelte\b", "javascript"),
)
# What is written in when neither the plan nor the repository says; the others need a toolkit that must be chosen first.
_USUAL: dict[ProductKind, tuple[str, Language]] = {
    "service": ("Python", "python"),
    "cli": ("Python", "python"),
    "library": ("Python", "python"),
    "pipeline": ("Python", "python"),
    "web_app": ("JavaScript", "javascript"),
    "extension": ("JavaScript", "javascript"),
}
_ENDINGS = {
    "py": "Python",
    **dict.fromkeys(("ts", "tsx", "mts", "cts"), "TypeScript"),
    **dict.fromkeys(("js", "jsx", "mjs", "cjs"), "JavaScript"),
    "go": "Go",
    "rs": "Rust",
    "java": "Java",
    **dict.fromkeys(("kt", "kts"), "Kotlin"),
    "rb": "Ruby",
    "php": "PHP",
    "cs": "C#",
    "swift": "Swift",
    "dart": "Dart",
    "ex": "Elixir",
    "scala": "Scala",
    **dict.fromkeys(("c", "h"), "C"),
    **dict.fromkeys(("cc", "cpp", "hpp"), "C++"),
}
_MANIFESTS = {
    "pyproject.toml": "Python",
    "setup.py": "Python",
    "setup.cfg": "Python",
    "tsconfig.json": "TypeScript",
    "package.json": "JavaScript",
    "go.mod": "Go",
    "Cargo.toml": "Rust",
    "pom.xml": "Java",
    "build.gradle": "Java",
    "build.gradle.kts": "Kotlin",
    "Gemfile": "Ruby",
    "composer.json": "PHP",
    "pubspec.yaml": "Dart",
    "Package.swift": "Swift",
}
# Neither tools and tests around the code nor what was copied in says what a product is written in.
_ASIDE = re.compile(
    r"(?:^|/)(?:node_modules|vendor|third_party|dist|build|docs?|examples?|scripts|tools|benchmarks?|tests?|__tests__|\.[^/]+)/"
    r"|(?:^|/)(?:setup|conftest)\.py$|\.d\.[cm]?ts$|\.config\.[cm]?[jt]s$|(?:^|/)\.?[a-z]+rc\.[cm]?js$"
)


def written_in(tree: Iterable[str]) -> tuple[str, ...]:
    """The languages of a repository's code, the one of most files first; nothing where there is no code.

    A TypeScript project has JavaScript files around it, and is one all the same.
    """
    paths = tuple(tree)
    count = Counter(
        _ENDINGS[ending]
        for path in paths
        if not _ASIDE.search(path) and (ending := path.rpartition(".")[2]) in _ENDINGS and "." in path
    )
    if "tsconfig.json" in paths and count["TypeScript"]:
        count["TypeScript"] += count.pop("JavaScript", 0)
    if count:
        return tuple(name for name, _ in count.most_common())
    named = (name for manifest, name in _MANIFESTS.items() if manifest in paths)
    return tuple(dict.fromkeys(named))


def language_of(asked: str, *, kind: ProductKind, tree: Iterable[str]) -> tuple[str, Language]:
    """The language as people say it, and the one of ours it is.

    Code that is there decides, unless the plan names another language the repository is written in too.
    """
    there = written_in(tree)
    said = asked.strip()
    wanted = _ours(said)
    if there:
        kept = next(
            (name for name in there if name == said or (wanted != "none" and _ours(name) == wanted)), there[0]
        )
        return kept, _ours(kept)
    if said:
        return said, wanted
    return _USUAL.get(kind, ("", "none"))


def _ours(spoken: str) -> Language:
    return next(
        (language for pattern, language in _SPOKEN if re.search(pattern, spoken, re.IGNORECASE)), "none"
    )
