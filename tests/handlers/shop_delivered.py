"""The shop further on: units drawn again, given up and reviewed."""

from config.repo_policy import RepoPolicy
from policies import entries as e
from tests.handlers.shop import COMMIT, GREEN, JUDGED, PS_1, RAJ, RED, view

MERGES = view(policy=RepoPolicy(merge="when_green"))
MERGING = (*GREEN, e.MergeIntended(pull_request=41, head_sha=COMMIT, digest=PS_1, how="merge"))

AGAIN = (*JUDGED, e.DrawnAgain(unit="U-01", source="base", why="`main` moved under `app/accounts.py`"))
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
