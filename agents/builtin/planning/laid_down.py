"""What a repository's constraints lay down: each rule by its path in the YAML, and whether it rules something out."""

import re

import yaml

from agents.builtin.reader.words.technology import technologies

# Keys under which stand things that may not be used.
_FORBIDDING = re.compile(
    r"must[ _-]?not|forbid|forbidden|banned?|avoid|disallow|not[ _-]?allowed|prohibit|den(?:y|ied)|never|exclude",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"^\s*(?:no|not|never|avoid|without|do not use|don['’]t use|must not use)\b\s*", re.IGNORECASE
)
_USE = re.compile(r"^\s*(?:us(?:e|es|ing)\s+)?", re.IGNORECASE)
# `databases other than PostgreSQL`: what is named is the one thing that is not ruled out.
_SPARED = re.compile(
    r"\b(?:other than|apart from|except|besides|but|unless|instead of|outside)\b", re.IGNORECASE
)


def leaves(constraints: str) -> tuple[tuple[str, str], ...]:
    """The rules with their paths, or the lines alone when they are no YAML."""
    try:
        tree = yaml.safe_load(constraints) if constraints.strip() else None
    except yaml.YAMLError:
        tree = [line.strip("- ") for line in constraints.splitlines() if line.strip("- ")]
    return tuple(_walk(tree, ""))


def forbids(path: str, leaf: str) -> bool:
    """Whether the rule says what may not be, by its key or by its own words."""
    return bool(_NOT.match(leaf) or (_FORBIDDING.search(path) and not _SPARED.search(leaf)))


def statement(path: str, leaf: str) -> str:
    """The rule as words that mean by themselves what its key makes of it, so that no one takes what it names for a choice."""
    if forbids(path, leaf) and not _NOT.match(leaf) and technologies(leaf):
        return f"Do not use {_USE.sub('', leaf, count=1)} ({path})"
    return f"{path}: {leaf}" if path else leaf


def _walk(tree: object, path: str) -> list[tuple[str, str]]:
    match tree:
        case dict():
            return [
                leaf
                for key, value in tree.items()
                for leaf in _walk(value, f"{path}.{key}" if path else str(key))
            ]
        case list():
            return [leaf for value in tree for leaf in _walk(value, path)]
        case None:
            return []
        case _:
            return [(path, str(tree))]
