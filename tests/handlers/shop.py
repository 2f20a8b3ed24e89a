"""One small product's run, told entry by entry."""

from collections.abc import Sequence
from datetime import UTC, datetime

from handlers.replies import View
from policies import entries as e
from policies.fold import Recorded, fold
from policies.people import Person
from policies.run import Run
from tests.handlers import artifacts
from tests.handlers.artifacts import BASE

MONA, RAJ = Person(id=7, login="mona"), Person(id=8, login="raj")
NOW = datetime(2026, 11, 21, 10, 44, tzinfo=UTC)
PLAN_1, PLAN_2, BACKLOG_1 = "4be0a7c1d922" + "0" * 52, "9f2c41ab77d0" + "0" * 52, "77aa10f3c5de" + "0" * 52
COMMIT = "a1b2c3d" + "0" * 33
WEB = "https://github.com/acme/shop"
LINKS = {
    "plan 1": f"{WEB}/issues/12#issuecomment-101",
    "plan 2": f"{WEB}/issues/12#issuecomment-102",
    "questions": f"{WEB}/issues/12#issuecomment-100",
    "backlog 1": f"{WEB}/issues/12#issuecomment-103",
    "PS-1": f"{WEB}/issues/34#issuecomment-140",
}


PS_1 = artifacts.patchset().digest


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
    known: dict[str, object] = {
        "now": NOW,
        "pack": artifacts.pack(),
        "backlog": artifacts.backlog(),
        "links": LINKS,
        "web": WEB,
    }
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
    e.RunStarted(repository_id=1, repository="acme/shop", issue=12, title="Invoices for small teams", author=MONA, by=MONA, prd_sha256="b" * 64, base_ref="main", writes=True),
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
    e.QuestionAnswered(question="Q1", text="Only members", by=MONA, comment_id=72),
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
    e.GateResult(rule="paths", result="pass", evidence=("2 paths looked at",)),
    e.GateResult(rule="scope", result="pass", evidence=("2 files, all named by the unit",)),
    e.GateResult(
        rule="dependents",
        result="warn",
        reason="Some files were not read, so nobody looked at what they use.",
        evidence=("app/api_client.py: is too large, or written by a program",),
    ),
    e.GateResult(rule="secrets", result="pass"),
)
JUDGED = (*PATCHED, e.GatesJudged(unit="U-01", number="PS-1", digest=PS_1, gates=PASS, blocked=False))
BLOCKING = (
    *PASS[:3],
    e.GateResult(
        rule="ci-files",
        result="block",
        reason="Files that decide what is checked are touched.",
        evidence=(".github/workflows/ci.yml: .github/workflows",),
    ),
)
BLOCKED = (*PATCHED, e.GatesJudged(unit="U-01", number="PS-1", digest=PS_1, gates=BLOCKING, blocked=True))
OVERRIDDEN = (
    *BLOCKED,
    e.Overridden(
        rule="ci-files", target="PS-1", digest=PS_1, by=RAJ, comment_id=82, comment_sha256="5" * 64, thread=34,
        policy_digest="4" * 64, why="this unit is about CI, and @mona read it with me",
    ),
)  # fmt: skip
BRANCH = "signalbox/run-12-u-01-v1"
WRITING = (
    *JUDGED,
    approved("PS-1", PS_1),
    e.WriteIntended(subject="U-01", digest=PS_1, branch=BRANCH, base_sha=BASE),
)
HALF_OVERRIDDEN = (
    e.GatesJudged(
        unit="U-01", number="PS-1", digest=PS_1, blocked=True,
        gates=(*BLOCKING, e.GateResult(rule="size", result="block", reason="The patchset is larger than one person should read at once.", evidence=("900 of at most 600 lines added and removed",))),
    ),
    OVERRIDDEN[-1],
)  # fmt: skip
WRITING_OVERRIDDEN = (*OVERRIDDEN, *WRITING[len(JUDGED) :])
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
OPEN_OVERRIDDEN = (*WRITING_OVERRIDDEN, PULL_OPEN[-1])
PENDING = (*PULL_OPEN, e.ChecksSeen(pull_request=41, head_sha=COMMIT, state="pending"))
GREEN = (
    *PENDING,
    e.ChecksSeen(
        pull_request=41,
        head_sha=COMMIT,
        state="green",
        results=(e.CheckResult(name="build", state="green"), e.CheckResult(name="lint", state="green")),
    ),
)
RED = (*PENDING, e.ChecksSeen(pull_request=41, head_sha=COMMIT, state="red", summary="`test_login` failed"))
SETTLING = (
    *PENDING,
    e.ChecksSeen(pull_request=41, head_sha=COMMIT, state="settling", summary="2 checks green so far"),
)
MISSING = (
    *PENDING,
    e.ChecksSeen(
        pull_request=41, head_sha=COMMIT, state="missing", summary="a required check never came: e2e"
    ),
)
STANDING = (
    *PENDING,
    e.ChecksSeen(
        pull_request=41, head_sha=COMMIT, state="stuck", summary="nothing changed for 10 minutes at build"
    ),
)
SILENT = (
    *PULL_OPEN,
    e.ChecksSeen(
        pull_request=41, head_sha=COMMIT, state="silent", summary="no check has reported in 10 minutes"
    ),
)
TRIED_AGAIN = (
    *RED,
    e.RerunAsked(pull_request=41, head_sha=COMMIT, checks=("test_login",), reports=("run 7 2026",)),
)
FAILED = (
    *TRIED_AGAIN,
    e.FailureRead(
        unit="U-01",
        pull_request=41,
        head_sha=COMMIT,
        checks=("test_login",),
        signature="0f1e2d3c4b5a6978",
        log="7" * 64,
    ),
)
FIXING = (*FAILED, e.RoleAsked(role="fixup", subject="U-01 2"))
GIVEN_UP = (
    *FAILED,
    e.FailureRead(
        unit="U-01",
        pull_request=41,
        head_sha=COMMIT,
        checks=("test_login",),
        signature="0f1e2d3c4b5a6978",
        log="7" * 64,
        gives_up="the same failure came twice: `test_login` stayed red",
    ),
)
NO_FIX = (
    *FIXING,
    e.RoleReplied(role="fixup", subject="U-01 2", ask="0" * 64, content="1" * 64, spent=SPENT),
    e.UnitWaits(
        unit="U-01",
        reason="Mending what test_login found takes a model or a person, and no model is set up. What helps: `/refine` with what to change.",
    ),
)
MERGED = (*GREEN, e.PullRequestEnded(pull_request=41, merged=True, merge_sha="e" * 40, by=RAJ))
TAKEN = (*JUDGED, e.UnitTaken(unit="U-01", to=MONA, by=RAJ))
DONE = (
    *MERGED,
    e.UnitsDropped(units=("U-02",), why="closed by @raj"),
    e.UnitsDropped(units=("U-03",), why="closed by @raj", done_by_person=True),
    e.RunDone(),
)
PRICED = e.Spent(model="claude", input_tokens=40_100, output_tokens=900, cost=4_912_300)
OVER_BUDGET = (
    *PROPOSED,
    e.RefinementAsked(target="plan", text="use SQLite", by=RAJ, comment_id=90),
    e.RoleAsked(role="planner", subject="plan 2"),
    e.RoleReplied(role="planner", subject="plan 2", ask="0" * 64, content="1" * 64, spent=PRICED),
    e.RoleAsked(role="planner", subject="plan 2"),
    e.BudgetReached(
        role="planner", subject="plan 2", scope="run", spent=4_912_300, cap=5_000_000, worst=311_000
    ),
)
STUCK = (
    *OVER_BUDGET[:-3],
    e.RoleReplied(role="planner", subject="plan 2", ask="0" * 64, content=None, reason="the model refused to answer", spent=PRICED),
    e.NeedsHuman(reason="planner: the model refused to answer"),
)  # fmt: skip
PAUSED = (*PROPOSED, e.Paused(by=RAJ, why="until Monday"))
STOPPED = (*PROPOSED, e.Stopped(by=RAJ, why="we buy it"))
BEHIND = (*PROPOSED, e.PrdChanged(prd_sha256="c" * 64, by=MONA))
REJECTED = (*PROPOSED, e.Rejected(target="plan", why="too large", by=RAJ))
TURNED_DOWN = (
    *PROPOSED,
    e.CommandRefused(
        by=RAJ, command="approve", code="SB-201", reason="That is plan v1; the current one is v2 (`9f2c41ab77d0`).",
        remedy="Read the new version, then:", paste="/signalbox approve plan 9f2c41ab77d0", thread=12, comment_id=81,
    ),
)  # fmt: skip
