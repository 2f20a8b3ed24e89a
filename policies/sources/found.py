"""What reading a source file comes to."""

from dataclasses import dataclass

from policies.globs import covers


@dataclass(frozen=True, slots=True)
class Mention:
    """Something a file imports or names, in every spelling a rule may use for it; the first one is shown to people."""

    line: int
    spellings: tuple[str, ...]

    def is_covered(self, rule: str) -> bool:
        """Whether a rule's word covers this: a name with all below it, `*.name` of anything, or a glob over paths."""
        if rule.startswith("*."):
            return any(f".{spelling}".endswith(rule[1:]) for spelling in self.spellings)
        if "/" in rule or "*" in rule:
            bare = _without_suffix(rule)
            return any(covers(glob, spelling) for glob in (rule, bare) for spelling in self.spellings)
        return any(
            spelling == rule
            or spelling.startswith((f"{rule}.", f"{rule}/"))
            # `from app import *` may bring `app.db`.
            or (spelling.endswith(".*") and rule.startswith(spelling[:-1]))
            for spelling in self.spellings
        )


@dataclass(frozen=True, slots=True)
class Source:
    """A file that was read; `unclear` are places where it imports what cannot be told, with the words for people.

    `words` are all the words of a language that is not parsed, and `hidden` the places where it writes them so that
    they cannot be found.
    """

    imports: tuple[Mention, ...]
    names: tuple[Mention, ...]
    unclear: tuple[tuple[int, str], ...] = ()
    words: tuple[Mention, ...] = ()
    hidden: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that cannot be read: the line, and why, as half a sentence."""

    line: int
    reason: str


def _without_suffix(glob: str) -> str:
    """`src/db.ts` as `src/db`, which is how it is imported."""
    stem, dot, suffix = glob.rpartition(".")
    return (
        stem
        if dot and suffix in {"py", "js", "jsx", "ts", "tsx", "mjs", "cjs", "mts", "cts", "vue"}
        else glob
    )
