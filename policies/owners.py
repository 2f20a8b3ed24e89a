"""Whose code a patchset touches, by the CODEOWNERS file of its base, and whether they are among those who said yes.

The rules are GitHub's: the first file of FILES counts, the last line that covers a path speaks for it, a line without
owners leaves it to nobody, and a line that cannot be read is skipped. But where something cannot be read nobody can tell
whose code it is, so the gate blocks until people mended it.
https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from policies.characters import visible
from policies.globs import MAX_PATTERN, covers, is_directly
from policies.moving import parents
from policies.people import Actor
from policies.tree import WRITABLE_MODES
from policies.verdict import Block, Pass, Verdict, Warn

RULE = "owners"
FILES = (".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS")
# GitHub does not load a larger file.
MAX_BYTES = 3 * 1024 * 1024

_OWNER = re.compile(r"@[A-Za-z0-9_.-]+(?:/[A-Za-z0-9_.-]+)?|[^\s@]+@[^\s@]+", re.ASCII)
# Nobody reads more lines than these in a comment.
_MOST_SHOWN = 20
_GAP = re.compile(r"(?<!\\)[ \t]+")


@dataclass(frozen=True, slots=True)
class Owned:
    """A touched path, the line of CODEOWNERS that speaks for it, and its owners without their `@`: logins and `org/team`s.

    Owners that stand there by an e-mail address are in `unknown`, because GitHub tells nobody whose it is.
    """

    path: str
    line: int
    owners: tuple[str, ...]
    unknown: tuple[str, ...] = ()

    @property
    def who(self) -> str:
        """The owners as the line names them."""
        return " or ".join((*(f"@{owner}" for owner in self.owners), *self.unknown))


def owned(content: bytes | None, paths: Iterable[str]) -> tuple[Owned, ...]:
    """Those of the paths that somebody owns; `content` is the CODEOWNERS file, None where there is none."""
    if content is None or len(content) > MAX_BYTES:
        return ()
    lines = tuple(_lines(content.decode("utf-8-sig", errors="replace")))[::-1]
    found = (_owner_of(path, lines) for path in paths)
    return tuple(each for each in found if each is not None)


def unreadable(name: str, mode: int, content: bytes | None) -> tuple[str, ...]:
    """What of the CODEOWNERS file `name` cannot be read, with its lines; `mode` as git lists it, and no content for a submodule."""
    if mode not in WRITABLE_MODES or content is None:
        return (f"{name}: is no plain file",)
    if len(content) > MAX_BYTES:
        return (f"{name}: is larger than {MAX_BYTES // 1024 // 1024} MiB",)
    text = content.decode("utf-8-sig", errors="replace")
    if "\0" in text or text.encode() != content.removeprefix(b"\xef\xbb\xbf"):
        return (f"{name}: is not UTF-8 text",)
    found = [(number, problem) for number, _, _, problem in _parsed(text) if problem]
    more = (f"{name}: {len(found) - _MOST_SHOWN} more lines",) if len(found) > _MOST_SHOWN else ()
    return (*(f"{name}:{number}: {problem}" for number, problem in found[:_MOST_SHOWN]), *more)


def teams(known: Iterable[Owned]) -> tuple[str, ...]:
    """The teams among the owners."""
    return tuple(dict.fromkeys(owner for each in known for owner in each.owners if "/" in owner))


def spoken_for(known: Iterable[Owned], people: Iterable[Actor]) -> tuple[tuple[Owned, Actor | None], ...]:
    """Each owned path with the first of these people who is one of its owners, if any is."""
    said = tuple(people)
    return tuple((each, next((actor for actor in said if _owns(actor, each)), None)) for each in known)


def lacking(known: Iterable[Owned], people: Iterable[Actor]) -> tuple[Owned, ...]:
    """The owned paths of which none of these people is an owner; what nobody can be found to own is for the gate to tell."""
    return tuple(each for each, actor in spoken_for(known, people) if actor is None and each.owners)


def lines_of(known: Iterable[Owned]) -> tuple[str, ...]:
    """Each line of CODEOWNERS once, with the first path it speaks for: `src/a.py and 2 more: line 12, @acme/data`."""
    by_line: dict[int, list[Owned]] = {}
    for each in known:
        by_line.setdefault(each.line, []).append(each)
    return tuple(
        f"{group[0].path}{f' and {len(group) - 1} more' if len(group) > 1 else ''}: CODEOWNERS line {line}, {group[0].who}"
        for line, group in sorted(by_line.items())
    )


def judge(known: tuple[Owned, ...], unread: tuple[str, ...] = ()) -> Verdict:
    """What stands in the gate table before anybody said yes: whose word it takes, or that nobody can tell or give it."""
    if unread:
        return Block(
            RULE,
            "CODEOWNERS cannot be read, so nobody can tell whose code this is.",
            "Mend the marked lines on the default branch, then ask for the patchset again.",
            unread,
        )
    unreachable = [each for each in known if not each.owners]
    if unreachable:
        return Block(
            RULE,
            "CODEOWNERS names owners by e-mail address alone, and I cannot tell whose they are.",
            "Name them by login or team.",
            lines_of(unreachable),
        )
    if known:
        return Warn(RULE, "An owner of each of these must be among those who approve.", "", lines_of(known))
    return Pass(RULE, ("nobody owns the touched paths",))


def _owns(actor: Actor, each: Owned) -> bool:
    theirs = {actor.person.login.casefold(), *(team.casefold() for team in actor.teams)}
    return any(owner.casefold() in theirs for owner in each.owners)


def _owner_of(path: str, lines: tuple[tuple[int, str, tuple[str, ...]], ...]) -> Owned | None:
    for number, pattern, names in lines:
        if _covers(pattern, path):
            known = tuple(name.removeprefix("@") for name in names if name.startswith("@"))
            unknown = tuple(name for name in names if not name.startswith("@"))
            return Owned(path, number, known, unknown) if names else None
    return None


def _covers(pattern: str, path: str) -> bool:
    anywhere = _anywhere(pattern)
    if anywhere.endswith("/*"):
        return is_directly(anywhere, path)
    if anywhere.endswith("/"):
        return any(is_directly(anywhere, folder) for folder in parents(path))
    return covers(anywhere, path)


def _anywhere(pattern: str) -> str:
    return pattern if "/" in pattern.rstrip("/") else f"**/{pattern}"


def _lines(text: str) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    """Number, pattern and owners of each line that can be read."""
    return ((number, pattern, names) for number, pattern, names, problem in _parsed(text) if not problem)


def _parsed(text: str) -> Iterator[tuple[int, str, tuple[str, ...], str]]:
    """Number, pattern and owners of each line that says something, and what of it cannot be read."""
    for number, whole in enumerate(text.split("\n"), start=1):
        line = whole.strip()
        words = _GAP.split(line)
        pattern, names = words[0].replace("\\ ", " "), words[1:]
        comment = next((n for n, word in enumerate(names) if word.startswith("#")), len(names))
        names = names[:comment]
        if "\r" in line:
            yield number, pattern, (), "holds a line end that is none here"
        elif pattern and not pattern.startswith("#"):
            yield number, pattern, tuple(names), _problem(pattern, names)


def _problem(pattern: str, names: Iterable[str]) -> str:
    shown = visible(pattern)[:80]
    if pattern.startswith("!") or set(pattern) & set("[]\\"):
        return f"`{shown}` is no pattern that CODEOWNERS knows"
    if len(_anywhere(pattern)) > MAX_PATTERN:
        return f"`{shown}` is longer than {MAX_PATTERN} characters"
    wrong = next((name for name in names if not _OWNER.fullmatch(name)), None)
    return "" if wrong is None else f"`{visible(wrong)[:80]}` is no owner"
