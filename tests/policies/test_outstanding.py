"""What is performed only while it still stands, and what a run wants when nobody knows what was done of it."""

import pytest

from policies import commands as c
from policies import effects as f
from policies.effects import carries_artifact, effects_of
from policies.outstanding import is_to_be_written, listening, outstanding
from tests.policies.build import proposal, said
from tests.policies.journey import until
from tests.policies.situations import SITUATIONS
from tests.policies.wanting import wanted

# What is performed only if it still stands.


@pytest.mark.parametrize(
    ("situation", "subject", "digest", "written"),
    [
        ("decomposing", "plan", "plan", True),
        ("backlog-proposed", "plan", "plan", False),
        ("plan-proposed", "plan", "plan", False),
        ("cancelled", "plan", "plan", False),
        ("delivering-applying", "U-01", "PS-1", True),
        ("delivering-applying", "U-09", "PS-1", False),
        ("delivering-patchset-waits", "U-01", "PS-1", False),
        ("delivering-pull-request-open", "U-01", "PS-1", False),
        ("delivering-write-voided", "U-01", "PS-1", False),
    ],
)
def test_what_was_approved_is_written_while_it_waits_for_that(
    situation: str, subject: str, digest: str, *, written: bool
) -> None:
    j = SITUATIONS[situation]()
    assert is_to_be_written(j.run, f.WriteApproved(subject, j.digest(digest))) is written


def test_what_holds_an_artifact_is_the_comment_that_carries_it() -> None:
    j = SITUATIONS["delivering-checks-red"]()
    records = j.recorded
    carried = {
        records[each.seq].entry.type
        for each in effects_of(j.run, records)
        if isinstance(each, f.Tell) and carries_artifact(each, records)
    }
    assert carried == {"plan_proposed", "backlog_proposed"}
    assert not carries_artifact(f.ShowGates(41), records)


@pytest.mark.parametrize(
    ("situation", "listens"), [("plan-proposed", True), ("planning", False), ("done", False)]
)
def test_a_run_that_waits_for_people_wants_to_hear_of_silence(situation: str, *, listens: bool) -> None:
    run = SITUATIONS[situation]().run
    assert listening(run) == ((f.Listen(run.length, run.events[-1][0]),) if listens else ())


# After a retry, a resume, or a lost database.


@pytest.mark.parametrize(
    "situation", ["done", "cancelled", "plan-proposed-paused", "planning-planner-failed"]
)
def test_an_ended_or_held_run_wants_nothing(situation: str) -> None:
    assert outstanding(SITUATIONS[situation]().run) == ()


@pytest.mark.parametrize(
    ("situation", "wants"),
    [
        ("ingested", (f.AskRole("triage", "triage"),)),
        ("ingested-triage-defers", ()),
        ("planning", (f.AskRole("planner", "plan 1"),)),
        ("waiting-answers", ()),
        ("plan-proposed", ()),
        ("backlog-proposed", ()),
        ("syncing", (f.SyncIssues(1),)),
        (
            "delivering-patching",
            (f.AskRole("implementation", "U-01 1"), f.AskRole("implementation", "U-03 1")),
        ),
        ("delivering-patchset-waits", (f.AskRole("implementation", "U-03 1"),)),
        (
            "delivering-pull-request-open",
            (f.AskRole("implementation", "U-03 1"), f.LookAgain(41, "")),
        ),
    ],
)
def test_what_is_outstanding(situation: str, wants: tuple[f.Effect, ...]) -> None:
    assert outstanding(SITUATIONS[situation]().run) == wants


def test_an_approved_plan_without_its_pull_request_is_outstanding() -> None:
    j = until("plan approved")
    assert outstanding(j.run) == (
        f.AskRole("decomposition", "backlog 1"),
        f.WriteApproved("plan", j.digest("plan")),
    )


def test_an_approved_patchset_without_its_pull_request_is_outstanding() -> None:
    j = until("unit approved")
    assert f.WriteApproved("U-01", j.digest("PS-1")) in outstanding(j.run)
    assert not any(isinstance(effect, f.WriteApproved) for effect in outstanding(until("unit written").run))


def test_a_resume_wants_what_is_outstanding() -> None:
    j = SITUATIONS["delivering-write-unknown"]()
    since = len(j.records)
    j.take(c.Resume(said()))
    # The comment that asked for a person is folded.
    assert wanted(j, since) == (*outstanding(j.run), f.Redraw(12, since - 1))
    assert f.WriteApproved("U-01", j.digest("PS-1")) in outstanding(j.run)


def test_a_retry_of_a_stuck_unit_asks_for_it_once_more() -> None:
    j = SITUATIONS["delivering-unit-waits"]()
    since = len(j.records)
    j.take(c.Retry(said(thread=34)))
    asks = [effect for effect in wanted(j, since) if isinstance(effect, f.AskRole)]
    assert f.AskRole("implementation", "U-01 2") in asks


def test_the_same_records_always_want_the_same() -> None:
    j = SITUATIONS["done"]()
    assert wanted(j, 0) == wanted(j, 0)


def test_no_write_is_wanted_that_no_approval_stands_for() -> None:
    for play in SITUATIONS.values():
        j = play()
        if j.maybe_run is None:
            continue
        for effect in outstanding(j.run):
            if isinstance(effect, f.WriteApproved):
                assert j.run.approval_of(effect.digest) is not None


def test_a_proposal_for_a_unit_is_never_a_write() -> None:
    j = until("synced")
    since = len(j.records)
    j.answer_unit(proposal("U-01"))
    assert not any(isinstance(effect, f.WriteApproved) for effect in wanted(j, since))
