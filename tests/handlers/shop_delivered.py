"""The shop further on: versions kept, units drawn again, given up and reviewed, and files that drifted."""

from config.repo_policy import RepoPolicy
from policies import entries as e
from tests.handlers import artifacts as a
from tests.handlers.shop import (
    BACKLOG,
    BACKLOG_1,
    BLOCKED,
    COMMIT,
    GREEN,
    JUDGED,
    MERGED,
    MONA,
    PASS,
    PLAN_1,
    PLAN_2,
    PROPOSED_2,
    PS_1,
    RAJ,
    RED,
    REFINED,
    REPLIED,
    SPENT,
    approved,
    view,
)

MERGES = view(policy=RepoPolicy(merge="when_green"))
MERGING = (*GREEN, e.MergeIntended(pull_request=41, head_sha=COMMIT, digest=PS_1, how="merge"))

AGAIN = (*JUDGED, e.DrawnAgain(unit="U-01", source="base", why="`main` moved under `app/accounts.py`"))
LATE = (
    *GREEN,
    e.QuestionAnswered(question="Q3", text="10 years, as the tax office wants", by=MONA, comment_id=90, units=("U-01", "U-02")),
)  # fmt: skip
GIVEN_UP = (
    *RED,
    e.GivenUp(
        unit="U-01",
        reason="3 attempts were made, and there it is again: the check `build` failed",
        tried=("the check `build` failed", "a review found 1 critical fault", "the check `build` failed"),
    ),
)
FOUND = (
    e.ReviewFinding(severity="critical", category="security", path="app/accounts.py", line=12, text="It trusts the header `X-User`."),
    e.ReviewFinding(severity="minor", category="tests", path="tests/test_membership.py", text="The empty list is not tested."),
)  # fmt: skip
REVIEWED = (
    *GREEN,
    e.Reviewed(unit="U-01", pull_request=41, digest=PS_1, findings=FOUND),
    e.DrawnAgain(unit="U-01", source="review", why="a review found 1 critical fault"),
)
PASSED_REVIEW = (
    *GREEN,
    e.Reviewed(unit="U-01", pull_request=41, digest=PS_1, findings=FOUND[1:]),
    e.ReviewMissed(unit="U-01", pull_request=41, digest=PS_1, by=RAJ, text="It forgets @mona."),
)

SECOND = a.second_patchset().digest
REDRAWN = (
    *AGAIN,
    e.RoleAsked(role="implementation", subject="U-01 2"),
    e.PatchsetProposed(
        unit="U-01", number="PS-1", version=2, digest=SECOND, content="8" * 64, base_ref="main", base_sha=a.BASE, tree_sha="d" * 40, paths={"app/accounts.py": "changed"}
    ),
    e.GatesJudged(unit="U-01", number="PS-1", digest=SECOND, gates=PASS, blocked=False),
)  # fmt: skip
SMALLER = e.RefinementAsked(target="U-01", text="smaller", by=RAJ, comment_id=74)
NO_VERSION = (
    *JUDGED,
    SMALLER,
    e.RoleAsked(role="implementation", subject="U-01 2"),
    e.UnitWaits(unit="U-01", reason="The model's answer could not be used."),
)
NO_USE = ("“keep PDFs in Postgres” not done: they are there already.",)
PLAN_KEPT = (*REFINED, REPLIED, e.VersionKept(target="plan", version=1, digest=PLAN_1, came=NO_USE))
PATCHSET_KEPT = (
    *NO_VERSION[:-1],
    e.PatchsetKept(
        unit="U-01", number="PS-1", digest=PS_1, came=("“smaller” not done: it is small already.",)
    ),
)
BLOCKED_KEPT = (
    *BLOCKED,
    SMALLER,
    e.RoleAsked(role="implementation", subject="U-01 2"),
    e.PatchsetKept(unit="U-01", number="PS-1", digest=PS_1),
)
APPROVED_PLAN_KEPT = (
    *BACKLOG,
    e.RefinementAsked(target="plan", text="keep PDFs in Postgres", by=RAJ, comment_id=71),
    e.RoleAsked(role="planner", subject="plan 3"),
    e.RoleReplied(role="planner", subject="plan 3", ask="0" * 64, content="1" * 64, spent=SPENT),
    e.VersionKept(target="plan", version=2, digest=PLAN_2),
)
BACKLOG_2 = (
    *BACKLOG,
    e.RefinementAsked(target="backlog", text="leave out the run book", by=RAJ, comment_id=73),
    e.RoleAsked(role="decomposition", subject="backlog 2"),
    e.RoleReplied(role="decomposition", subject="backlog 2", ask="0" * 64, content="1" * 64, spent=SPENT),
    e.BacklogProposed(
        version=2,
        digest="88bb10f3c5de" + "0" * 52,
        files={"decomposition_plan.json": "4" * 64},
        units={"U-01": (), "U-02": (), "U-04": ("U-02",)},
    ),
)
PART_APPROVED = approved("backlog", BACKLOG_1).model_copy(update={"only": ("U-01", "U-03")})
_YES = e.Endorsed.model_validate(
    {**approved("plan", PLAN_2, version=2).model_dump(exclude={"type"}), "needed": 2}
)
ENDORSED = (*PROPOSED_2, _YES)
_OWNED = {"by": MONA, "owners": ("`app/accounts.py`: @acme/data",)}
BY_OWNERS = (*ENDORSED, _YES.model_copy(update=_OWNED))
KEPT = (
    *GREEN,
    e.PullRequestKept(pull_request=41, what="unmerged", reason="it carries the label `needs-human`"),
)
DRAFT = (*GREEN, e.PullRequestKept(pull_request=41, what="draft", reason="drafts cannot be made ready here"))
DRIFTED = (
    *MERGED,
    e.Drifted(
        sha="f" * 40,
        by=MONA,
        requirements={"FR-1": ("app/accounts.py", "app/member.py"), "FR-2": ("app/pdf.py",)},
        blobs={"app/accounts.py": "1" * 40, "app/member.py": "", "app/pdf.py": "2" * 40},
    ),
)
ACCEPTED = e.DriftAnswered(requirements=("FR-1",), how="accepted", by=RAJ, comment_id=90)
AMENDED = e.DriftAnswered(
    requirements=("FR-2",), how="amended", text="An invoice can be fetched as a PDF or as text.", by=MONA, comment_id=91
)  # fmt: skip
