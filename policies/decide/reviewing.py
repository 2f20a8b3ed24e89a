"""What a review of a pull request means for its unit: evidence, another attempt, or a person for good; never an approval."""

from collections import Counter
from collections.abc import Sequence

from agents.schemas.review import SEVERITIES, Review
from policies import entries as e
from policies.decide.rounds import another_round
from policies.facts import Facts
from policies.people import Person
from policies.run import PullRequest, Run, UnitRun
from policies.stages import UnitState

SHOWN = frozenset({UnitState.PR_OPEN, UnitState.VERIFYING_CI, UnitState.CHECKS_RED})
_WORD = 200
_LONGEST = 600


def to_review(run: Run, facts: Facts) -> tuple[e.Entry, ...]:
    """The pull requests that nobody has looked at yet, where there is a model to do it and the repository wants it."""
    if not facts.model or not facts.policy.review:
        return ()
    return tuple(
        e.RoleAsked(role="reviewer", subject=f"{unit.id} review {unit.versions}")
        for unit in run.units.values()
        if unit.id not in run.reviewing and is_to_be_reviewed(run, unit)
    )


def is_to_be_reviewed(run: Run, unit: UnitRun) -> bool:
    """Whether the pull request shows a patchset that no review is of."""
    pull = shown(run, unit)
    return pull is not None and (unit.review is None or unit.review.digest != pull.digest)


def shown(run: Run, unit: UnitRun) -> PullRequest | None:
    """The open pull request that shows the unit's newest patchset."""
    pull = run.pull_requests.get(unit.pull_request or 0)
    return pull if pull is not None and pull.state == "open" and unit.state in SHOWN else None


def reviewed(run: Run, unit: UnitRun, review: Review) -> tuple[e.Entry, ...]:
    """The record of the review of what is `shown`, and what follows from what must be mended."""
    pull = run.pull_requests[unit.pull_request or 0]
    findings = tuple(
        e.ReviewFinding(
            severity=each.severity,
            category=each.category,
            path=each.path[:_WORD],
            line=each.line,
            text=each.text[:_LONGEST],
        )
        for each in review.findings
    )
    record = e.Reviewed(unit=unit.id, pull_request=pull.number, digest=pull.digest, findings=findings)
    to_mend = tuple(each for each in findings if each.severity in {"critical", "major"})
    if not to_mend:
        return (record,)
    grave = any(each.severity == "critical" for each in to_mend)
    feedback = "\n".join(f"{each.severity}, {place(each)}: {each.text}" for each in to_mend)
    following = another_round(
        unit, "review", f"a review found {counted(to_mend)}", feedback=feedback, grave=grave
    )
    # What is only major stays before people as evidence, once enough was tried.
    return (record, following) if grave or isinstance(following, e.DrawnAgain) else (record,)


def not_reviewed(run: Run, unit: UnitRun, reason: str) -> tuple[e.Entry, ...]:
    """The record that there is no review of what is `shown`, and why."""
    pull = run.pull_requests[unit.pull_request or 0]
    return (e.Reviewed(unit=unit.id, pull_request=pull.number, digest=pull.digest, failed=reason[:500]),)


def counted(findings: Sequence[e.ReviewFinding]) -> str:
    """`1 critical and 2 major faults`."""
    of = Counter(each.severity for each in findings)
    named = [f"{of[severity]} {severity}" for severity in SEVERITIES if of[severity]]
    return f"{' and '.join(named)} fault{'' if sum(of.values()) == 1 else 's'}"


def place(finding: e.ReviewFinding) -> str:
    """`src/app.py:12`."""
    return f"{finding.path}:{finding.line}" if finding.line else finding.path


def missed(run: Run, unit: UnitRun, *, by: Person, text: str) -> tuple[e.Entry, ...]:
    """That a person found in a pull request what its review had let pass."""
    pull = shown(run, unit)
    if pull is None or unit.review is None or unit.review.digest != pull.digest or not unit.review.passed:
        return ()
    return (
        e.ReviewMissed(unit=unit.id, pull_request=pull.number, digest=pull.digest, by=by, text=text[:1000]),
    )
