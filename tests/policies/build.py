"""A small product: its people, its repository, its plan, its backlog and its patchsets."""

from datetime import UTC, datetime

from agents.ask import Usage
from agents.schemas import proposal as proposals
from agents.schemas.architecture import Architecture
from agents.schemas.backlog import Backlog, Slice, Unit
from agents.schemas.pack import ArchitecturePack, Prd
from agents.schemas.proposal import Proposal, ProposedFile
from agents.schemas.questions import Clarification
from agents.schemas.requirements import Requirement
from policies import commands as c
from policies.decision import Decision, Moved, Refused
from policies.patchset import PinnedBase
from policies.people import Actor, Person, Right
from policies.tree import FILE, TreeEntry, blob_sha, tree_sha
from policies.verdict import Block, Pass, Verdict

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
LATER = "2026-11-21T12:00:00Z"
MONA, RAJ, EVE = Person(id=7, login="mona"), Person(id=8, login="raj"), Person(id=9, login="eve")
WRITER = Actor(person=RAJ, right=Right.WRITE, is_human=True)
ADMIN = Actor(person=RAJ, right=Right.ADMIN, is_human=True)
AUTHOR = Actor(person=MONA, right=Right.READ, is_human=True)
PRD = "b" * 64
USAGE = Usage(model="built-in")
COMMIT = "c" * 40
# `PASSED` and `BLOCKED` are what the gates say.
PASSED: tuple[Verdict, ...] = (Pass("paths"), Pass("scope"))
BLOCKED: tuple[Verdict, ...] = (Pass("paths"), Block("ci-files", "it changes how CI runs", "leave it out"))

BASE_FILES = {"README.md": b"# Shop\n", "src/app.py": b"app = 1\n"}
_ENTRIES = {path: TreeEntry(FILE, blob_sha(content)) for path, content in BASE_FILES.items()}
BASE = PinnedBase(
    repository_id=1,
    repository="acme/shop",
    ref="main",
    sha="a" * 40,
    tree_sha=tree_sha(_ENTRIES),
    entries=_ENTRIES,
)
ISSUES = (("U-01", 34, 340), ("U-02", 35, 350), ("U-03", 36, 360))
SLICES = (("S1", 32, 320), ("S2", 33, 330))


def pack(*, blocking: bool = False) -> ArchitecturePack:
    return ArchitecturePack(
        prd=Prd(title="Shop", product="Shop", digest=PRD),
        requirements=(Requirement(id="FR-1", text="People buy things.", lines=(3,)),),
        clarifications=(
            Clarification(
                id="Q1", text="Which currency?", why="x", changes="x", default=None if blocking else "Euro"
            ),
            Clarification(id="Q2", text="Which language?", why="x", changes="x", default="English"),
        ),
        architecture=Architecture(kind="service", headline="One service."),
    )


def backlog() -> Backlog:
    def unit(unit_id: str, slice_id: str, *depends_on: str) -> Unit:
        return Unit(
            id=unit_id,
            title=f"Piece {unit_id}",
            slice=slice_id,
            summary="x",
            requirement_ids=("FR-1",),
            depends_on=depends_on,
            files=("src/**",),
        )

    return Backlog(
        slices=(Slice(id="S1", title="First"), Slice(id="S2", title="Second", starts_after=("S1",))),
        units=(unit("U-01", "S1"), unit("U-02", "S2", "U-01"), unit("U-03", "S1")),
    )


def proposal(unit_id: str, version: int = 1) -> bytes:
    file = ProposedFile(
        path=f"src/{unit_id.lower()}.py", content=f"version = {version}\n", reason="serves FR-1"
    )
    return proposals.canonical(Proposal(unit_id=unit_id, reading="as it says", files=(file,)))


def said(by: Person = RAJ, *, thread: int = 12, at: str = LATER) -> c.Said:
    return c.Said(by=by, comment_id=72 + by.id, body_sha256="5" * 64, thread=thread, at=at)


def tags(decision: Decision) -> list[str]:
    """The tags of what a decision records; a refusal gives its code, anything else its type's name."""
    match decision:
        case Moved():
            return [entry.type for entry in decision.entries]
        case Refused():
            return [decision.code]
        case _:
            return [type(decision).__name__]


def replace_person(actor: Actor, person: Person) -> Actor:
    return actor.model_copy(update={"person": person})
