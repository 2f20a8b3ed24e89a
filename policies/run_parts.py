"""What a run holds besides its units: versions, patchsets as they were seen, and what people have said of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from policies.entries.base import GateResult
from policies.entries.reviewing import ReviewFinding
from policies.entries.rounds import Source
from policies.people import Person


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a plan or a backlog: `files` maps artifact names to SHA-256, `digest` is what an approval names."""

    number: int
    digest: str
    files: Mapping[str, str]
    at: str
    seq: int
    prd_sha256: str = ""


@dataclass(frozen=True, slots=True)
class Refinement:
    """What a person asked to be changed, and in what: `plan`, `backlog` or a unit id."""

    target: str
    text: str
    by: Person
    seq: int = 0


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer to a clarification, by name, with the place of its entry and, where it came late, the units it changed."""

    question: str
    text: str
    by: Person
    at: str = ""
    seq: int = 0
    units: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Approval:
    """A standing approval and what it is bound to."""

    target: str
    version: int
    digest: str
    by: Person
    comment_id: int
    comment_sha256: str
    thread: int
    at: str
    base_ref: str
    base_sha: str
    policy_digest: str
    seq: int
    only: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Override:
    """One rule that a person let pass for one patchset digest, with what it found then, and where they said so."""

    rule: str
    target: str
    digest: str
    by: Person
    comment_id: int
    comment_sha256: str
    thread: int
    policy_digest: str
    why: str
    at: str
    seq: int
    finding: str = ""


@dataclass(frozen=True, slots=True)
class ReviewSeen:
    """What the reviewer role said of one patchset digest, and what people found in it after it had passed."""

    digest: str
    seq: int
    findings: tuple[ReviewFinding, ...] = ()
    failed: str = ""
    missed: tuple[tuple[Person, str], ...] = ()

    @property
    def passed(self) -> bool:
        """Whether there was a review, and nothing in it that must be mended."""
        return not self.failed and not self.to_mend

    @property
    def to_mend(self) -> tuple[ReviewFinding, ...]:
        """The findings that send a unit back."""
        return tuple(each for each in self.findings if each.severity in {"critical", "major"})


@dataclass(frozen=True, slots=True)
class Amendment:
    """What a person said to the note at entry `noted`; `text` is what the requirement says from now on, if that changed."""

    requirement: str
    how: Literal["accepted", "amended"]
    text: str
    by: Person
    seq: int
    noted: int


@dataclass(frozen=True, slots=True)
class Round:
    """One attempt that was made without a person's word: what brought it about, why, and the failure's name if it has one."""

    source: Source
    why: str
    signature: str = ""


@dataclass(frozen=True, slots=True)
class PatchsetSeen:
    """What the ledger knows of a patchset; its bytes are the proposal with digest `content` on `base_sha`."""

    number: str
    version: int
    digest: str
    content: str
    base_ref: str
    base_sha: str
    tree_sha: str
    paths: Mapping[str, str]
    at: str
    seq: int
    gates: tuple[GateResult, ...] = ()


@dataclass(frozen=True, slots=True)
class FailureSeen:
    """One failure of a unit's checks that was read: on which commit, what was red, and the failure's signature."""

    head_sha: str
    checks: tuple[str, ...]
    signature: str
    log: str
    seq: int
