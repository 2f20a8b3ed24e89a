"""Folding: what entries amount to, which histories are impossible, and that a ledger written once keeps its meaning."""

from pathlib import Path

import pytest

from policies import entries as e
from policies.chain import Broken, Verified, from_jsonl, verify
from policies.fold import Recorded, apply, fold
from policies.machine import IllegalStepError
from policies.run import Run, RunKey
from policies.stages import Overlay, Stage, UnitState
from tests.policies.build import MONA, RAJ
from tests.policies.chains import KEYS
from tests.policies.journey import until
from tests.policies.situations import SITUATIONS

# A whole run, from its label to its end, as it was signed when this test was written. It is never written anew.
GOLDEN = Path(__file__).parent / "ledger.jsonl"


def next_to(run: Run | None, *entries: e.Entry) -> Run:
    for entry in entries:
        run = apply(run, Recorded(run.length if run else 0, "2026-11-21T11:00:00Z", "", entry))
    assert run is not None
    return run


def test_an_empty_ledger_is_no_run() -> None:
    assert fold(()) is None


def test_a_ledger_written_once_keeps_its_meaning() -> None:
    records = from_jsonl(GOLDEN.read_bytes())
    assert not isinstance(records, Broken)
    assert isinstance(verify(records, KEYS, run="1#12"), Verified)
    run = fold(Recorded(each.seq, each.at, each.hash, e.from_data(each.type, each.data)) for each in records)
    assert run is not None
    assert (run.stage, run.overlay, run.length) == (Stage.DONE, None, 29)
    assert {unit.id: unit.state.value for unit in run.units.values()} == {
        "U-01": "done",
        "U-02": "done",
        "U-03": "done",
    }
    assert [(pull.number, pull.state, pull.checks) for pull in run.pull_requests.values()] == [
        (40, "open", ""),
        (41, "merged", "green"),
    ]
    assert (run.approved_plan, run.approved_backlog) == (run.plans[0], run.backlogs[0])
    assert run.head == "3ad3aef08a5a0810c31cc0363701a09973e829754c0319a0cd7a52f335cfe7bb"


def test_folding_record_by_record_is_folding_at_once() -> None:
    j = SITUATIONS["done"]()
    assert fold(j.recorded) == j.run


# Impossible histories.


def test_a_ledger_begins_with_its_run() -> None:
    with pytest.raises(ValueError, match="begins with run_started"):
        apply(None, Recorded(0, "", "", e.Paused(by=RAJ)))


def test_a_run_starts_once() -> None:
    j = until("started")
    with pytest.raises(ValueError, match="a run starts once"):
        next_to(j.run, j.recorded[0].entry)


IMPOSSIBLE: dict[str, tuple[str, e.Entry]] = {
    "a plan approved that is not proposed": (
        "planning",
        e.Approved(
            target="plan",
            version=1,
            digest="0" * 64,
            by=RAJ,
            comment_id=1,
            comment_sha256="",
            thread=12,
            base_ref="main",
            base_sha="",
            policy_digest="",
        ),
    ),
    "a backlog approved in delivery": (
        "delivering-patching",
        e.Approved(
            target="backlog",
            version=1,
            digest="0" * 64,
            by=RAJ,
            comment_id=1,
            comment_sha256="",
            thread=12,
            base_ref="main",
            base_sha="",
            policy_digest="",
        ),
    ),
    "a backlog proposed before the plan is approved": (
        "plan-proposed",
        e.BacklogProposed(version=1, digest="0" * 64, files={}, units={}),
    ),
    "a plan proposed twice": (
        "plan-proposed",
        e.PlanProposed(version=2, digest="0" * 64, prd_sha256="", files={}),
    ),
    "a sync before the backlog is approved": (
        "backlog-proposed",
        e.BacklogSynced(version=1, issues={}, slices={}, writes=0),
    ),
    "the end before delivery": ("syncing", e.RunDone()),
    "a stop after the end": ("done", e.Stopped(by=RAJ)),
    "triage after planning": ("planning", e.TriageRecommended(verdict="GO", reasons=())),
    "questions after a plan": ("plan-proposed", e.QuestionsAsked(questions=(), blocking=(), draft="")),
    "gates without a patchset": (
        "delivering-patching",
        e.GatesJudged(unit="U-01", number="PS-1", digest="", gates=(), blocked=False),
    ),
    "a pull request without an approval": (
        "delivering-patchset-waits",
        e.Written(subject="U-01", digest="", branch="", commit_sha="", tree_sha="", pull_request=41),
    ),
    "a unit tried again that is not stuck": ("delivering-patching", e.Retried(by=RAJ, unit="U-01")),
    "an ended unit dropped": ("delivering-merged", e.UnitsDropped(units=("U-01",), why="")),
    "a rejection of what is being written": (
        "delivering-applying",
        e.Rejected(target="PS-1", why="", by=RAJ),
    ),
}


@pytest.mark.parametrize("name", IMPOSSIBLE)
def test_an_impossible_history_stops_the_fold(name: str) -> None:
    situation, entry = IMPOSSIBLE[name]
    with pytest.raises(IllegalStepError):
        next_to(SITUATIONS[situation]().run, entry)


def test_an_approval_of_a_patchset_nobody_knows_stops_the_fold() -> None:
    approved = e.Approved(
        target="PS-9", version=1, digest="0" * 64, by=RAJ, comment_id=1, comment_sha256="", thread=12,
        base_ref="main", base_sha="", policy_digest="",
    )  # fmt: skip
    with pytest.raises(ValueError, match="no unit has the patchset PS-9"):
        next_to(until("proposed").run, approved)


# What entries amount to.


def test_a_voided_approval_stands_no_more() -> None:
    j = SITUATIONS["delivering-write-voided"]()
    digest = j.digest("PS-1")
    assert j.run.approval_of(digest) is None
    assert (j.unit().state, j.unit().approval, j.unit().reason) == (
        UnitState.WAITING_USER_APPROVAL,
        None,
        "`main` moved",
    )
    assert j.run.waiting == ("PS-1",)


def test_an_approval_of_a_plan_can_be_voided_too() -> None:
    j = until("plan approved")
    run = next_to(j.run, e.ApprovalVoided(target="plan", digest=j.digest("plan"), reason="edited"))
    assert run.approved_plan is None


def test_what_is_void_once_it_was_written_takes_nothing_from_its_unit() -> None:
    j = until("unit written")
    run = next_to(j.run, e.ApprovalVoided(target="PS-1", digest=j.digest("PS-1"), reason="edited"))
    assert run.approval_of(j.digest("PS-1")) is None
    assert run.units == j.run.units


def test_an_override_of_an_older_version_moves_the_newer_one_nowhere() -> None:
    j = SITUATIONS["delivering-unit-blocked"]()
    over = e.Overridden(
        rule="ci-files", target="PS-1", digest="0" * 64, by=RAJ, why="x",
        comment_id=1, comment_sha256="5" * 64, thread=12, policy_digest="0" * 64,
    )  # fmt: skip
    run = next_to(j.run, over)
    assert [each.digest for each in run.overrides] == ["0" * 64]
    assert (run.units, run.waiting) == (j.run.units, ())


def test_a_prd_edited_to_what_it_was_is_read_as_before_and_its_editor_is_an_author() -> None:
    j = until("planned")
    run = next_to(j.run, e.PrdChanged(prd_sha256=j.run.prd_sha256, by=RAJ))
    assert (run.editors, run.stage, run.waiting) == ((RAJ,), j.run.stage, ("plan",))


def test_approving_the_same_digest_again_replaces_the_approval() -> None:
    j = SITUATIONS["delivering-write-voided"]()
    j.approve("PS-1")
    assert [approval.target for approval in j.run.approvals] == ["plan", "backlog", "PS-1"]


def test_a_pause_keeps_everything_and_a_resume_gives_it_back() -> None:
    j = until("planned")
    held = next_to(j.run, e.Paused(by=RAJ, why="until Monday"))
    assert (held.stage, held.overlay, held.overlay_reason) == (
        "plan_proposed",
        Overlay.PAUSED,
        "until Monday",
    )
    freed = next_to(held, e.Resumed(by=RAJ))
    assert (freed.stage, freed.overlay, freed.overlay_reason, freed.waiting) == (
        "plan_proposed",
        None,
        "",
        ("plan",),
    )


def test_a_later_answer_takes_the_place_of_the_earlier_one() -> None:
    run = until("planned").run
    for text in ("Dollars", "Pounds"):
        run = next_to(run, e.QuestionAnswered(question="Q1", text=text, by=MONA, comment_id=1))
    assert [(reply.question, reply.text) for reply in run.replies] == [("Q1", "Pounds")]
    assert [question.id for question in run.open_questions] == ["Q2"]


def test_a_new_backlog_keeps_what_its_units_have_done_and_takes_its_new_order() -> None:
    j = SITUATIONS["backlog-2-proposed"]()
    j.approve("backlog")
    run = next_to(
        j.run,
        e.UnitsDropped(units=("U-03",), why="not in the approved backlog any more"),
        e.BacklogSynced(
            version=2, issues={"U-01": (34, 340), "U-02": (35, 350), "U-04": (37, 370)}, slices={}, writes=1
        ),
    )
    assert {unit.id: unit.state.value for unit in run.units.values()} == {
        "U-01": "waiting_user_approval",
        "U-02": "queued",
        "U-03": "dropped",
        "U-04": "ready",
    }
    assert run.unit_of_issue(37) == run.units["U-04"]


@pytest.mark.parametrize(
    ("situation", "state"),
    [("delivering-patchset-rejected", "failed"), ("delivering-merged", "done")],
)
def test_an_ended_unit_holds_nobody_up(situation: str, state: str) -> None:
    j = SITUATIONS[situation]()
    assert (j.unit("U-01").state, j.unit("U-02").state) == (state, "patching")


def test_checks_of_an_earlier_version_s_pull_request_move_no_unit() -> None:
    j = SITUATIONS["delivering-second-version-waits"]()
    run = next_to(j.run, e.ChecksSeen(pull_request=41, head_sha="", state="red", summary="red: ci"))
    assert (run.units["U-01"].state, run.pull_requests[41].checks) == ("waiting_user_approval", "red")


def test_checks_of_the_plan_s_pull_request_move_no_unit() -> None:
    run = next_to(
        until("synced").run, e.ChecksSeen(pull_request=40, head_sha="", state="red", summary="red: ci")
    )
    assert run.pull_requests[40].checks == "red"
    assert run.units == until("synced").run.units


def test_red_checks_turn_green_again() -> None:
    j = SITUATIONS["delivering-checks-red"]()
    assert (j.unit().state, j.unit().reason) == ("checks_red", "red: ci")
    run = next_to(j.run, e.ChecksSeen(pull_request=41, head_sha="", state="green"))
    assert run.units["U-01"].state == "verifying_ci"


def test_the_replaced_pull_request_ends_without_a_word_about_the_unit() -> None:
    j = SITUATIONS["delivering-second-version-approved"]()
    seen = j.patchset()
    j.record(
        e.Written(
            subject="U-01",
            digest=seen.digest,
            branch="signalbox/run-12-u-01-v2",
            commit_sha="9" * 40,
            tree_sha=seen.tree_sha,
            pull_request=42,
        ),
        e.PullRequestEnded(pull_request=41, merged=False, merge_sha="", by=RAJ),
    )
    assert (j.unit().state, j.unit().pull_request) == ("pr_open", 42)


def test_a_run_s_last_twelve_happenings_are_kept_for_its_card() -> None:
    j = until("unit written")
    assert len(j.run.events) == 12
    at, entry = j.run.events[-1]
    assert (at, entry.type) == (j.records[-1].at, "written")


def test_a_run_knows_its_key_length_and_head() -> None:
    j = until("unit written")
    assert (str(j.run.key), j.run.id) == ("acme/shop#12", "1#12")
    assert (j.run.length, j.run.head) == (len(j.records), j.records[-1].hash)


@pytest.mark.parametrize("text", ["", "acme/shop", "acme/shop#", "acme/shop#x"])
def test_what_is_no_key_cannot_be_read(text: str) -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        RunKey.read(text)


def test_a_key_reads_as_it_is_written() -> None:
    assert RunKey.read("acme/shop#12") == RunKey("acme/shop", 12)


def test_without_a_plan_nothing_is_behind() -> None:
    assert not until("started").run.plan_is_behind
