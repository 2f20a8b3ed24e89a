"""One small product's plan, backlog and patchset, and its run told entry by entry."""

from collections.abc import Sequence
from datetime import UTC, datetime

from agents.schemas.architecture import Architecture, Component, Connection, Decision
from agents.schemas.backlog import Backlog, Slice, Unit
from agents.schemas.pack import Applied, ArchitecturePack, Prd, Refinement, Topic
from agents.schemas.questions import Assumption, Clarification
from agents.schemas.requirements import NonFunctional, Requirement
from agents.schemas.trace import Count, Coverage, Gap
from handlers.replies import View
from policies import entries as e
from policies.fold import Recorded, fold
from policies.patchset import Patchset
from policies.people import Person
from policies.run import Run
from policies.tree import Change

MONA, RAJ = Person(id=7, login="mona"), Person(id=8, login="raj")
NOW = datetime(2026, 11, 21, 10, 44, tzinfo=UTC)
PLAN_1, PLAN_2, BACKLOG_1 = "4be0a7c1d922" + "0" * 52, "9f2c41ab77d0" + "0" * 52, "77aa10f3c5de" + "0" * 52
BASE, COMMIT = "4e1d2c0" + "0" * 33, "a1b2c3d" + "0" * 33
WEB = "https://github.com/acme/shop"
LINKS = {
    "plan 1": f"{WEB}/issues/12#issuecomment-101",
    "plan 2": f"{WEB}/issues/12#issuecomment-102",
    "questions": f"{WEB}/issues/12#issuecomment-100",
    "backlog 1": f"{WEB}/issues/12#issuecomment-103",
    "PS-1": f"{WEB}/issues/34#issuecomment-140",
}


def pack(*, version: int = 2) -> ArchitecturePack:
    applied = (
        Applied(
            text="keep PDFs in Postgres",
            by="raj",
            outcome="The object store is gone.",
            changed_ids=("store",),
        ),
    )
    worker = Component(
        id="worker",
        name="PDF worker",
        kind="worker",
        purpose="Makes PDFs",
        technology="Python",
        requirement_ids=("FR-2",),
    )
    extra = (
        Component(
            id="store", name="Object store", kind="files", purpose="Keeps PDFs", requirement_ids=("FR-2",)
        ),
    )
    return ArchitecturePack(
        prd=Prd(
            title="Invoices for small teams",
            product="Invoices",
            digest="b" * 64,
            understood=("Small teams send invoices and see who has paid.", "An invoice becomes a PDF that its customer can fetch."),
            found=("Two hidden characters were removed from line 9.",),
        ),
        requirements=(
            Requirement(id="FR-1", text="Members of an account see its invoices.", lines=(12,)),
            Requirement(id="FR-2", text="An invoice can be fetched as a PDF.", lines=(14, 15)),
            Requirement(id="FR-3", text="Overdue invoices are listed.", lines=(17,)),
        ),
        nfrs=(NonFunctional(id="NFR-1", text="A page answers within 200 ms.", category="performance", lines=(21,)),),
        clarifications=(
            Clarification(
                id="Q1",
                text="Who may see a customer's invoices?",
                why="The PRD names members and support.",
                changes="access, data model",
                default="Only members of that account",
                options=("Only members of that account", "Support agents too"),
                lines=(12,),
                answer="Only members" if version > 1 else "",
                by="mona" if version > 1 else "",
            ),
            Clarification(
                id="Q2", text="Which country's tax rules come first?", why="Rates differ.", changes="integrations", default=None, answer="Germany", by="mona"
            )
            if version > 1
            else Clarification(id="Q2", text="Which country's tax rules come first?", why="Rates differ.", changes="integrations", default=None),
            Clarification(id="Q3", text="How long are invoices kept?", why="The PRD is silent.", changes="storage", default="7 years"),
        ),
        architecture=Architecture(
            kind="service",
            headline="One service and one worker on Postgres.",
            rationale="PDFs are made by the worker, so a page stays under 200 ms.",
            components=(
                Component(id="web", name="Web and API", kind="interface", purpose="Answers people", requirement_ids=("FR-1", "NFR-1")),
                worker,
                Component(id="db", name="Invoices", kind="store", purpose="Keeps invoices", technology="Postgres", requirement_ids=("FR-1",)),
                *(extra if version == 1 else ()),
            ),
            connections=(Connection(source="web", target="db"), Connection(source="worker", target="db", label="outbox", waits=False)),
            decisions=(
                Decision(id="D1", title="Outbox in Postgres, no broker", why="2,000 invoices a day need none", gives_up="fan-out later costs a migration", because=("NFR-1",)),
                Decision(id="D2", title="One deployable", why="A team of two", gives_up="services cannot scale apart"),
            ),
        ),
        refinement=Refinement(topics=(Topic(name="Storage", example="use SQLite instead of Postgres"),), applied=applied if version > 1 else ()),
        assumptions=(Assumption(id="A-1", text="At most 2,000 invoices a day."),),
        coverage=Coverage(
            requirements=Count(total=3, served=2), nfrs=Count(total=1, served=1), gaps=(Gap(requirement_id="FR-3", missing="component"),)
        ),
    )  # fmt: skip


def backlog(units: int = 3) -> Backlog:
    first = (
        Unit(
            id="U-01", title="Account table and membership", slice="S1", summary="Accounts and who belongs to them.", requirement_ids=("FR-1",),
            component_ids=("db",), acceptance_criteria=("A stranger sees nothing.",), files=("app/accounts.py", "tests/test_membership.py"),
            test="tests/test_membership.py passes", kind="entity",
        ),
        Unit(
            id="U-02", title="Invoice as PDF", slice="S2", summary="The worker makes the PDF.", requirement_ids=("FR-2",), files=("app/pdf.py",),
            test="tests/test_pdf.py passes", size="M", risk="high", depends_on=("U-01",), kind="component",
        ),
        Unit(id="U-03", title="Run book", slice="S2", summary="How to run it.", foundation=True, files=("docs/run.md",), kind="runbook"),
    )  # fmt: skip
    more = tuple(
        Unit(
            id=f"U-{n:02d}",
            title=f"A piece of work with a title of ordinary length {n}",
            slice="S2",
            summary="x",
            requirement_ids=("FR-1",),
        )
        for n in range(4, units + 1)
    )
    slices = (Slice(id="S1", title="Accounts"), Slice(id="S2", title="Invoices", starts_after=("S1",)))
    return Backlog(slices=slices, units=(*first, *more))


def patchset() -> Patchset:
    changes = (
        Change(
            path="app/accounts.py",
            before=b"def allowed(user):\n    return True\n",
            after=b"def allowed(user):\n    return member_of(user)\n",
        ),
        Change(
            path="tests/test_membership.py",
            before=None,
            after=b"def test_a_stranger_sees_nothing():\n    assert not allowed(None)\n",
        ),
    )
    return Patchset(
        run="1#12", unit_id="U-01", number="PS-1", version=1, repository_id=1, repository="acme/shop", base_ref="main", base_sha=BASE,
        base_tree_sha="c" * 40, tree_sha="d" * 40, changes=changes, reasons={"app/accounts.py": "FR-1", "tests/test_membership.py": "proves FR-1"},
    )  # fmt: skip


PS_1 = patchset().digest


def told(entries: Sequence[e.Entry]) -> list[Recorded]:
    return [
        Recorded(seq=seq, at=f"2026-11-21T10:{seq:02d}:00.000Z", hash=f"{seq:064x}", entry=entry)
        for seq, entry in enumerate(entries)
    ]


def run_of(entries: Sequence[e.Entry]) -> Run:
    run = fold(told(entries))
    assert run
    return run


def view(**more: object) -> View:
    known: dict[str, object] = {"now": NOW, "pack": pack(), "backlog": backlog(), "links": LINKS, "web": WEB}
    return View(**{**known, **more})  # type: ignore[arg-type]  # the fields are checked by the tests that use them


QUESTIONS = (
    e.AskedQuestion(
        id="Q1", text="Who may see a customer's invoices?", default="Only members of that account"
    ),
    e.AskedQuestion(id="Q2", text="Which country's tax rules come first?", default=None),
    e.AskedQuestion(id="Q3", text="How long are invoices kept?", default="7 years"),
)
SPENT = e.Spent(model="built-in")
STARTED: tuple[e.Entry, ...] = (
    e.RunStarted(repository_id=1, repository="acme/shop", issue=12, title="Invoices for small teams", author=MONA, by=MONA, prd_sha256="b" * 64, base_ref="main"),
    e.RoleAsked(role="triage", subject="triage"),
    e.RoleReplied(role="triage", subject="triage", ask="0" * 64, content="1" * 64, spent=SPENT),
)  # fmt: skip
NO_GO = (
    *STARTED,
    e.TriageRecommended(
        verdict="DEFER",
        reasons=("The text names nobody who would use it.", "It says `login` and nothing else."),
    ),
)
PLANNING = (
    *STARTED,
    e.TriageRecommended(verdict="GO", reasons=()),
    e.RoleAsked(role="planner", subject="plan 1"),
)
REPLIED = e.RoleReplied(role="planner", subject="plan 1", ask="0" * 64, content="1" * 64, spent=SPENT)
ASKED = (*PLANNING, REPLIED, e.QuestionsAsked(questions=QUESTIONS, blocking=("Q2",), draft="1" * 64))
ANSWERED = e.QuestionAnswered(question="Q2", text="Germany", by=MONA, comment_id=70)
REPLANNING = (*ASKED, ANSWERED, e.RoleAsked(role="planner", subject="plan 1"))
PROPOSED = (
    *REPLANNING,
    REPLIED,
    e.PlanProposed(
        version=1,
        digest=PLAN_1,
        prd_sha256="b" * 64,
        files={"architecture_pack.json": "1" * 64},
        questions=QUESTIONS,
    ),
)
REFINED = (
    *PROPOSED,
    e.RefinementAsked(target="plan", text="keep PDFs in Postgres", by=RAJ, comment_id=71),
    e.RoleAsked(role="planner", subject="plan 2"),
)
PROPOSED_2 = (
    *REFINED,
    e.RoleReplied(role="planner", subject="plan 2", ask="0" * 64, content="1" * 64, spent=e.Spent(model="claude", input_tokens=40_100, output_tokens=900)),
    e.PlanProposed(version=2, digest=PLAN_2, prd_sha256="b" * 64, files={"architecture_pack.json": "1" * 64, "architecture_pack_summary.md": "2" * 64}, questions=QUESTIONS),
)  # fmt: skip


def approved(target: str, digest: str, *, version: int = 1, by: Person = RAJ) -> e.Approved:
    return e.Approved(
        target=target, version=version, digest=digest, by=by, comment_id=80, comment_sha256="5" * 64, thread=12, base_ref="main", base_sha=BASE,
        policy_digest="6" * 64,
    )  # fmt: skip


DECOMPOSING = (
    *PROPOSED_2,
    approved("plan", PLAN_2, version=2),
    e.RoleAsked(role="decomposition", subject="backlog 1"),
)
BACKLOG = (
    *DECOMPOSING,
    e.RoleReplied(role="decomposition", subject="backlog 1", ask="0" * 64, content="1" * 64, spent=SPENT),
    e.BacklogProposed(
        version=1,
        digest=BACKLOG_1,
        files={"decomposition_plan.json": "3" * 64},
        units={"U-01": (), "U-02": ("U-01",), "U-03": ()},
    ),
)
SYNCING = (*BACKLOG, approved("backlog", BACKLOG_1))
DELIVERING = (
    *SYNCING,
    e.BacklogSynced(
        version=1,
        issues={"U-01": (34, 340), "U-02": (35, 350), "U-03": (36, 360)},
        slices={"S1": (32, 320), "S2": (33, 330)},
        writes=12,
    ),
    e.RoleAsked(role="implementation", subject="U-01 1"),
    e.RoleAsked(role="implementation", subject="U-03 1"),
)
WAITS = (
    *DELIVERING,
    e.UnitWaits(unit="U-03", reason="The built-in proposer cannot write prose. A model or a person can."),
)
PATCHED = (
    *WAITS,
    e.PatchsetProposed(
        unit="U-01", number="PS-1", version=1, digest=PS_1, content="7" * 64, base_ref="main", base_sha=BASE, tree_sha="d" * 40, paths={"app/accounts.py": "changed"}
    ),
)  # fmt: skip
PASS = (
    e.GateResult(rule="paths", result="pass"),
    e.GateResult(rule="scope", result="pass"),
    e.GateResult(rule="dependencies", result="warn", reason="`pyproject.toml` is new; read it with care."),
    e.GateResult(rule="secrets", result="pass"),
)
JUDGED = (*PATCHED, e.GatesJudged(unit="U-01", number="PS-1", digest=PS_1, gates=PASS, blocked=False))
BLOCKING = (
    *PASS[:3],
    e.GateResult(rule="ci-files", result="block", reason="`.github/workflows/ci.yml` is how CI runs."),
)
BLOCKED = (*PATCHED, e.GatesJudged(unit="U-01", number="PS-1", digest=PS_1, gates=BLOCKING, blocked=True))
BRANCH = "signalbox/run-12-u-01-v1"
WRITING = (
    *JUDGED,
    approved("PS-1", PS_1),
    e.WriteIntended(subject="U-01", digest=PS_1, branch=BRANCH, base_sha=BASE),
)
VOIDED = (
    *WRITING,
    e.ApprovalVoided(target="PS-1", digest=PS_1, reason="`main` moved under `app/accounts.py`"),
)
REFUSED = (*WRITING, e.WriteRefused(subject="U-01", digest=PS_1, reason="GitHub answered 502", unknown=True))
PULL_OPEN = (
    *WRITING,
    e.Written(
        subject="U-01", digest=PS_1, branch=BRANCH, commit_sha=COMMIT, tree_sha="d" * 40, pull_request=41
    ),
)
PENDING = (*PULL_OPEN, e.ChecksSeen(pull_request=41, head_sha=COMMIT, state="pending"))
GREEN = (*PENDING, e.ChecksSeen(pull_request=41, head_sha=COMMIT, state="green"))
RED = (*PENDING, e.ChecksSeen(pull_request=41, head_sha=COMMIT, state="red", summary="`test_login` failed"))
MERGED = (*GREEN, e.PullRequestEnded(pull_request=41, merged=True, merge_sha="e" * 40, by=RAJ))
DONE = (
    *MERGED,
    e.UnitsDropped(units=("U-02",), why="closed by @raj"),
    e.UnitsDropped(units=("U-03",), why="closed by @raj", done_by_person=True),
    e.RunDone(),
)
STUCK = (*PROPOSED, e.NeedsHuman(reason="planner: the model refused to answer"))
PAUSED = (*PROPOSED, e.Paused(by=RAJ, why="until Monday"))
STOPPED = (*PROPOSED, e.Stopped(by=RAJ, why="we buy it"))
BEHIND = (*PROPOSED, e.PrdChanged(prd_sha256="c" * 64, by=MONA))
REJECTED = (*PROPOSED, e.Rejected(target="plan", why="too large", by=RAJ))
TURNED_DOWN = (
    *PROPOSED,
    e.CommandRefused(
        by=RAJ, command="approve", code="SB-201", reason="You approved plan v1; the current one is v2 (`9f2c41ab77d0`).",
        remedy="Read the new version, then:", paste="/signalbox approve plan 9f2c41ab77d0", thread=12, comment_id=81,
    ),
)  # fmt: skip
