"""What a review of a pull request comes to: evidence, another attempt, or a person for good; and what people find after it."""

from collections.abc import Sequence

import pytest

from agents.schemas import review as reviews
from agents.schemas.review import Finding, Review, Severity
from policies import commands as c
from policies import effects as f
from policies import entries as e
from policies.decide.reviewing import counted, place
from policies.decision import Decision, Ignored, Moved
from policies.effects import effects_of
from policies.outstanding import outstanding
from policies.run_parts import ReviewSeen
from tests.policies.build import COMMIT, RAJ, proposal, said, tags
from tests.policies.journey import Journey, until

SUBJECT = "U-01 review 1"
MENDED = ("critical", "major")


def looked_at() -> Journey:
    """U-01 shows a pull request, and a model is asked to review it."""
    j = until("unit approved")
    j.facts["model"] = True
    seen = j.patchset()
    j.take(c.Wrote("U-01", seen.digest, "signalbox/run-12-u-01-v1", COMMIT, seen.tree_sha, 41))
    return j


def found(*severities: Severity) -> bytes:
    findings = tuple(
        Finding(severity=each, category="correctness", path="src/u-01.py", line=n or None, text=f"Fault {n}.")
        for n, each in enumerate(severities)
    )
    return reviews.canonical(Review(findings=findings))


def replied(j: Journey, content: bytes | None, *, reason: str = "") -> Decision:
    return j.take(j.reply("reviewer", SUBJECT, content, reason=reason))


def wanted(j: Journey, decision: Decision) -> tuple[f.Effect, ...]:
    assert isinstance(decision, Moved)
    return effects_of(j.run, j.recorded[-len(decision.entries) :])


def test_a_pull_request_is_looked_at_once_where_a_model_answers() -> None:
    j = looked_at()
    assert j.run.reviewing == {"U-01": SUBJECT}
    assert f.AskRole("reviewer", SUBJECT) in outstanding(j.run)
    assert until("unit written").run.reviewing == {}

    replied(j, found())
    assert j.run.reviewing == {}
    assert [record.type for record in j.records].count("reviewed") == 1
    j.take(c.ChecksReported(41, COMMIT, "pending", ""), checks=())
    assert j.run.reviewing == {}


@pytest.mark.parametrize(
    ("severities", "recorded", "passed"),
    [
        ((), ["role_replied", "reviewed"], True),
        (("minor", "note"), ["role_replied", "reviewed"], True),
        (("major", "minor"), ["role_replied", "reviewed", "drawn_again", "role_asked"], False),
        (("critical",), ["role_replied", "reviewed", "drawn_again", "role_asked"], False),
    ],
)
def test_what_must_be_mended_is_drawn_again(
    severities: Sequence[Severity], recorded: list[str], *, passed: bool
) -> None:
    j = looked_at()
    decision = replied(j, found(*severities))
    assert tags(decision) == recorded
    seen = j.unit().review
    assert seen is not None
    assert seen.passed is passed
    assert [each.severity for each in seen.to_mend] == [each for each in severities if each in MENDED]
    assert (f.PostReview(41, len(j.records) - len(recorded) + 1), f.ShowProof(41)) == wanted(j, decision)[:2]


@pytest.mark.parametrize(
    ("severity", "recorded"),
    [("major", ["role_replied", "reviewed"]), ("critical", ["role_replied", "reviewed", "given_up"])],
)
def test_once_enough_was_tried_only_what_is_critical_is_for_people_for_good(
    severity: Severity, recorded: list[str]
) -> None:
    j = looked_at()
    for n in range(3):
        j.record(e.DrawnAgain(unit="U-01", source="base", why=f"`main` moved {n}", feedback=""))
        j.record(e.RoleAsked(role="implementation", subject=f"U-01 {n + 2}"))
        j.answer_unit(proposal("U-01", n + 2))
        j.approve("PS-1")
        seen = j.patchset()
        j.take(c.Wrote("U-01", seen.digest, f"signalbox/run-12-u-01-v{n + 2}", COMMIT, seen.tree_sha, 42 + n))
    subject = j.run.reviewing["U-01"]
    decision = j.take(j.reply("reviewer", subject, found(severity)))
    assert tags(decision) == recorded


def test_no_review_is_on_the_record_with_its_reason() -> None:
    j = looked_at()
    decision = replied(j, None, reason="the model refused")
    assert tags(decision) == ["role_replied", "reviewed"]
    review = j.unit().review
    assert review == ReviewSeen(j.patchset().digest, len(j.records) - 1, (), "the model refused")
    assert not review.passed
    assert wanted(j, decision) == (f.ShowProof(41),)


@pytest.mark.parametrize("content", [found("critical"), None])
def test_a_review_of_what_is_shown_no_more_is_only_paid_for(content: bytes | None) -> None:
    j = looked_at()
    j.take(c.Refine(said(thread=34), "U-01", "name it better"))
    assert tags(replied(j, content)) == ["role_replied"]
    assert j.unit().review is None


def test_a_reply_nobody_asked_for_is_ignored() -> None:
    j = looked_at()
    assert isinstance(j.take(j.reply("reviewer", "U-01 review 2", found())), Ignored)


# What people find after it.


def in_review(text: str) -> c.Refine:
    said_there = said(thread=41)
    return c.Refine(
        c.Said(RAJ, said_there.comment_id, said_there.body_sha256, 41, said_there.at, review=True),
        "U-01",
        text,
    )


@pytest.mark.parametrize(
    ("severities", "missed"), [((), True), (("minor",), True), (None, False)], ids=["passed", "minor", "none"]
)
def test_what_a_person_finds_in_what_passed_is_kept_beside_the_review(
    severities: Sequence[Severity] | None, *, missed: bool
) -> None:
    j = looked_at()
    if severities is None:
        replied(j, None, reason="the model refused")
    else:
        replied(j, found(*severities))
    decision = j.take(in_review("It sells nothing."))
    assert ("review_missed" in tags(decision)) is missed
    review = j.unit().review
    assert review is not None
    assert review.missed == (((RAJ, "It sells nothing."),) if missed else ())
    assert (f.ShowProof(41) in wanted(j, decision)) is missed


def test_what_was_missed_in_another_patchset_changes_nothing() -> None:
    j = looked_at()
    replied(j, found())
    before = j.run
    j.record(e.ReviewMissed(unit="U-01", pull_request=41, digest="0" * 64, by=RAJ, text="Old."))
    assert j.run.units == before.units


# In words.


@pytest.mark.parametrize(
    ("severities", "words"),
    [
        (("critical",), "1 critical fault"),
        (("major", "major"), "2 major faults"),
        (("major", "critical", "critical"), "2 critical and 1 major faults"),
    ],
)
def test_faults_are_counted_by_how_grave_they_are(severities: Sequence[Severity], words: str) -> None:
    findings = [
        e.ReviewFinding(severity=each, category="tests", path="a.py", text="x") for each in severities
    ]
    assert counted(findings) == words


def test_a_fault_is_at_a_line_or_in_a_file() -> None:
    finding = e.ReviewFinding(severity="minor", category="tests", path="a.py", line=3, text="x")
    assert place(finding) == "a.py:3"
    assert place(finding.model_copy(update={"line": None})) == "a.py"
