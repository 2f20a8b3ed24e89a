"""What a run holds besides its units: versions, and what people have said of them."""

from collections.abc import Mapping
from dataclasses import dataclass

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
    """An answer to a clarification, by name."""

    question: str
    text: str
    by: Person
    at: str = ""


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
class Round:
    """One attempt that was made without a person's word: what brought it about, why, and the failure's name if it has one."""

    source: Source
    why: str
    signature: str = ""
