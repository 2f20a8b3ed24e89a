"""One version of the files proposed for one unit, computed on a pinned base and named by one digest."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import rfc8785

from agents.schemas.proposal import Proposal, ProposedFile
from policies.characters import visible
from policies.paths import collisions, judge_path
from policies.tree import EXECUTABLE, FILE, BaseTree, Change, result, tree_sha
from policies.verdict import Block

RULE = "patchset"

# Bounds on what is computed at all; the size gate has the bounds a repository chooses.
MAX_FILES = 300
MAX_BYTES = 4 * 1024 * 1024

SHORT = 12


@dataclass(frozen=True, slots=True)
class Numbered:
    """Which patchset this is: the run's key, the unit, the number people say (`PS-1`) and the version, from 1."""

    run: str
    unit_id: str
    number: str
    version: int


@dataclass(frozen=True, slots=True)
class PinnedBase:
    """The commit a patchset is computed on; `entries` is the whole recursive listing of its tree."""

    repository_id: int
    repository: str
    ref: str
    sha: str
    tree_sha: str
    entries: BaseTree


@dataclass(frozen=True, slots=True)
class Patchset:
    """Files as they were and as they shall be, the tree that results, and why each file changes.

    `notes` are what its proposer has to say about it, such as a wish that was not carried out, `reading` is the unit in
    its words, `side_effects` are what it expects elsewhere, and `declared` the paths it said it would touch, if it had to
    say so; no digest binds them.
    """

    run: str
    unit_id: str
    number: str
    version: int
    repository_id: int
    repository: str
    base_ref: str
    base_sha: str
    base_tree_sha: str
    tree_sha: str
    changes: tuple[Change, ...]
    reasons: Mapping[str, str]
    notes: tuple[str, ...] = ()
    reading: str = ""
    side_effects: tuple[str, ...] = ()
    declared: tuple[str, ...] = ()

    @property
    def digest(self) -> str:
        """SHA-256 (64 hex) over the RFC 8785 form of all that an approval of this patchset is a yes to."""
        bound: dict[str, object] = {
            "run": self.run,
            "unit": self.unit_id,
            "version": self.version,
            "repository_id": self.repository_id,
            "base_ref": self.base_ref,
            "base_sha": self.base_sha,
            "tree_sha": self.tree_sha,
            "files": [_bound(change) for change in self.changes],
        }
        return hashlib.sha256(rfc8785.dumps(bound)).hexdigest()  # type: ignore[arg-type]  # its JSON type is invariant

    @property
    def short(self) -> str:
        """The first twelve digits of the digest: what people type."""
        return self.digest[:SHORT]


def build(
    proposal: Proposal, *, named: Numbered, base: PinnedBase, contents: Mapping[str, bytes]
) -> Patchset | Block:
    """The patchset a proposal makes on the base; a Block when it cannot be one.

    `contents` holds the bytes on the base of every file that the proposal names and that exists there. The base's
    listing is checked against its tree id, so a listing that was cut short is noticed.
    """
    if proposal.unit_id != named.unit_id:
        return _block(f"The proposal is for {visible(proposal.unit_id)}, not for {named.unit_id}.")
    if (bound := _out_of_bounds(proposal)) is not None:
        return bound
    if (refused := next(_refused_paths(proposal), None)) is not None:
        return refused
    if tree_sha(base.entries) != base.tree_sha:
        return _block("The listing of the base is not whole: it does not add up to the base's tree.")
    changes: list[Change] = []
    for file in sorted(proposal.files, key=lambda file: file.path):
        change = _change(file, base=base, contents=contents)
        if isinstance(change, Block):
            return change
        changes.append(change)
    outcome = result(base.entries, changes)
    if isinstance(outcome, Block):
        return outcome
    if not outcome.touched:
        return _block("The proposal changes nothing.")
    if (twins := _new_twins(base.entries, outcome.entries)) is not None:
        return twins
    touched = frozenset(outcome.touched)
    return Patchset(
        run=named.run,
        unit_id=named.unit_id,
        number=named.number,
        version=named.version,
        repository_id=base.repository_id,
        repository=base.repository,
        base_ref=base.ref,
        base_sha=base.sha,
        base_tree_sha=base.tree_sha,
        tree_sha=outcome.tree_sha,
        changes=tuple(change for change in changes if change.path in touched),
        reasons=MappingProxyType({file.path: file.reason for file in proposal.files if file.path in touched}),
        notes=proposal.notes,
        reading=proposal.reading,
        side_effects=proposal.side_effects,
        declared=proposal.declared,
    )


def _bound(change: Change) -> dict[str, str | None]:
    """What the digest says of one file; a deleted file has no mode and no content."""
    if change.after is None:
        return {"path": change.path, "mode": "000000", "sha256": None}
    return {
        "path": change.path,
        "mode": f"{change.mode:06o}",
        "sha256": hashlib.sha256(change.after).hexdigest(),
    }


def _out_of_bounds(proposal: Proposal) -> Block | None:
    if len(proposal.files) > MAX_FILES:
        return _block(f"The proposal holds {len(proposal.files)} files; at most {MAX_FILES} are read.")
    size = sum(len(file.content or "") for file in proposal.files)
    if size > MAX_BYTES:
        return _block(f"The proposal holds {size} characters; at most {MAX_BYTES} are read.")
    return None


def _refused_paths(proposal: Proposal) -> Iterator[Block]:
    for file in proposal.files:
        if (reason := judge_path(file.path)) is not None:
            shown = visible(file.path)
            yield Block(
                rule="paths",
                reason=f"`{shown}` {reason}.",
                remedy="Propose the file under a plain relative path.",
                evidence=(shown,),
            )


def _change(file: ProposedFile, *, base: PinnedBase, contents: Mapping[str, bytes]) -> Change | Block:
    entry = base.entries.get(file.path)
    if entry is not None and file.path not in contents:
        return _block(f"What `{file.path}` holds on the base was not read.")
    try:
        after = None if file.content is None else file.content.encode()
    except UnicodeEncodeError:
        return _block(f"`{file.path}` holds text that cannot be written as UTF-8.")
    return Change(
        path=file.path,
        before=None if entry is None else contents[file.path],
        after=after,
        mode=EXECUTABLE if file.executable and after is not None else FILE,
        mode_before=EXECUTABLE if entry is not None and entry.mode == EXECUTABLE else FILE,
    )


def _new_twins(before: BaseTree, after: BaseTree) -> Block | None:
    """Files that would be one file on some disks, unless they were there already."""
    twins = collisions(after)
    if not twins or not (new := set(twins) - set(collisions(before))):
        return None
    shown = tuple(" = ".join(visible(path) for path in group) for group in sorted(new))
    return Block(
        rule="paths",
        reason=f"On disks that ignore case or Unicode form these are one: {shown[0]}.",
        remedy="Use the spelling that is there already, or another name.",
        evidence=shown,
    )


def _block(reason: str) -> Block:
    return Block(rule=RULE, reason=reason, remedy="Ask for another proposal on the present base.")
