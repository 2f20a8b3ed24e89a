"""Every package, image or action that is new is shown by its name, and a name almost like a known one is blocked.

No registry is asked: what is new is told from the manifest before, and what is known from a short list.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from policies.gates.input import GateInput
from policies.globs import first_match
from policies.known_packages import BUILT_IN, lookalike
from policies.manifests import Package, is_manifest, packages
from policies.pieces import pieces
from policies.tree import Change, numbered_lines
from policies.verdict import Block, Pass, Verdict, Warn

RULE = "new-dependencies"

# Commands that fetch a program, wherever they stand: a script, an image, a Makefile, a workflow.
_INSTALLS = re.compile(
    r"\b(?:(?:pip3?|pipx|uv(?:\s+pip)?|conda|gem|cargo|go|brew|dotnet\s+tool)\s+install\s+"
    r"(?!-(?:r|-requirement)\b|-e\s*\.|\.|--require-hashes\b)"
    r"|(?:npm|pnpm|yarn|bun)\s+(?:add|global\s+add|i\s|install\s)\s*(?=[@\w-])"
    r"(?!--?(?:frozen|ci|prod|omit|ignore|no-))"
    r"|npx\s|uvx\s|pnpm\s+dlx\s|bunx\s|go\s+run\s+\S+@|docker\s+(?:run|pull)\s)[^\n]{0,200}"
)
_PIPED = re.compile(
    r"\b(?:curl|wget)\b[^|\n]{0,300}\|\s*(?:sudo\s+)?(?:ba|z|da)?sh\b|\b(?:iwr|irm|Invoke-WebRequest)\b[^|\n]{0,300}\|\s*iex\b"
)
_REGISTRY = re.compile(
    r"--(?:extra-)?index-url\b|--find-links\b|--trusted-host\b|\bregistry\s*[=:]\s*[\"']?http|\bPIP_(?:EXTRA_)?INDEX_URL\b"
    r"|\[\[tool\.(?:uv\.index|poetry\.source)\]\]"
)
_REGISTRY_OF_A_LIST = re.compile(r"^\s*(?:-i|-f)\s+\S|^\s*source\s+[\"']http")
_OFFICIAL = re.compile(r"https://(?:pypi\.org/simple|registry\.npmjs\.org|rubygems\.org)/?[\"'\s]*$")
_FROM = re.compile(r"^\s*FROM\s+(?:--platform=\S+\s+)?(\S+)", re.IGNORECASE)
_USES = re.compile(r"^\s*(?:-\s+)?uses:\s*[\"']?([\w.-]+/[\w./-]+)@([\w./-]+)")
_PROSE = ("*.md", "*.rst", "*.txt", "*.adoc")


@dataclass(frozen=True, slots=True)
class _Finding:
    where: str
    words: str
    blocks: bool = False


def judge(gate_input: GateInput) -> Verdict:
    """Warns of what is fetched that was not fetched before; blocks look-alikes, names of built-in modules, registries."""
    changes = tuple(change for change in gate_input.patchset.changes if change.after is not None)
    found = [
        *(finding for change in changes for finding in _named(change, change.after or b"")),
        *(finding for change in changes for finding in _in_lines(change)),
    ]
    evidence = tuple(
        f"{each.where}: {each.words}" for each in sorted(found, key=lambda each: not each.blocks)
    )
    if any(each.blocks for each in found):
        return Block(
            rule=RULE,
            reason="A dependency is not what it looks like, or comes from elsewhere.",
            remedy="Take the package that is meant; a registry of your own is for you to set.",
            evidence=evidence,
        )
    if found:
        return Warn(
            rule=RULE,
            reason="Programs of other people are fetched that were not fetched before.",
            remedy="Look each of them up before you approve: who makes it, and whether it is the one that is meant.",
            evidence=evidence,
        )
    return Pass(RULE, ("nothing is fetched that was not fetched before",))


def _named(change: Change, after: bytes) -> Iterator[_Finding]:
    if not is_manifest(change.path):
        return
    now = packages(change.path, after)
    if now is None:
        yield _Finding(change.path, "cannot be read, so nobody can tell what it names", blocks=True)
        return
    before = packages(change.path, change.before) if change.before is not None else ()
    known = {(each.name, each.address) for each in before or ()}
    present = frozenset(each.name for each in before or ())
    for each in dict.fromkeys(now):
        if (each.name, each.address) not in known:
            yield _judged(change, each, present)


def _judged(change: Change, package: Package, present: frozenset[str]) -> _Finding:
    where, name = f"{change.path}:{package.line}", package.name[:80]
    if not name.isascii():
        return _Finding(where, f"{name} is written with letters that look like others", blocks=True)
    if package.name in BUILT_IN.get(package.ecosystem, frozenset()):
        return _Finding(
            where, f"{name} comes with the language; the package of that name is another thing", blocks=True
        )
    if (
        package.name not in present
        and (other := lookalike(package.name, package.ecosystem, present)) is not None
    ):
        return _Finding(where, f"{name} is almost {other}", blocks=True)
    if package.address:
        return _Finding(where, f"{name} comes from {package.address[:80]}")
    return _Finding(where, f"{name} is new")


def _in_lines(change: Change) -> Iterator[_Finding]:
    """What new lines fetch in other ways; prose fetches nothing, and a list of requirements is no prose."""
    is_list = is_manifest(change.path)
    if first_match(_PROSE, change.path) is not None and not is_list:
        return
    removed, added = numbered_lines(change)
    before = {line.strip() for _, line in removed}
    is_image = first_match(("Dockerfile*", "*.Dockerfile", "Containerfile"), change.path) is not None
    for number, line in added:
        if line.strip() in before:
            continue
        where = f"{change.path}:{number}"
        for piece in pieces(line):
            is_registry = _REGISTRY.search(piece) or (is_list and _REGISTRY_OF_A_LIST.search(piece))
            if is_registry and not _OFFICIAL.search(piece):
                yield _Finding(where, f"another registry: {piece.strip()[:80]}", blocks=True)
            if _PIPED.search(piece):
                yield _Finding(where, f"runs what it downloads: {piece.strip()[:80]}")
            elif match := _INSTALLS.search(piece):
                yield _Finding(where, f"fetches: {match[0].strip()[:80]}")
        if is_image and (match := _FROM.match(line)) and match[1].lower() != "scratch":
            yield _Finding(where, f"image {match[1][:80]}")
        if (match := _USES.match(line)) and not re.fullmatch(r"[0-9a-f]{40}", match[2]):
            yield _Finding(where, f"action {match[1]}@{match[2]} is not pinned to a commit")
