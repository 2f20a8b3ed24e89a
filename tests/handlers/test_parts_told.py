"""The parts of plans, backlogs, proofs and checks that show only sometimes: each says its line, or leaves it out."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from agents.schemas.requirements import Requirement
from agents.schemas.trace import Coverage
from config.repo_policy import RepoPolicy
from handlers.replies import gates_check, notice, proof, shown, unit_issue, unit_pull_request, with_proof
from handlers.replies.proof import BEGIN, END, approved_by, gates, trace
from handlers.replies.questions import questions_asked
from policies import entries as e
from policies.decision import Shown
from policies.patchset import Patchset
from tests.handlers import artifacts as a
from tests.handlers import shop as s
from tests.handlers import shop_delivered as d
from tests.handlers.scenes import SAID, WRITER, drawn_again, reviewed, said_of


def plan(changed: dict[str, object]) -> str:
    """What is told of a plan with another pack."""
    return said_of(s.PROPOSED_2, s.view(pack=a.pack().model_copy(update=changed), backlog=None))


BARE = a.pack().architecture.model_copy(update={"decisions": ()})
IDLE, ALL_IDLE = (
    BARE.model_copy(
        update={
            "components": tuple(
                each.model_copy(update={"requirement_ids": ()}) if each.id in ids else each
                for each in BARE.components
            )
        }
    )
    for ids in ({"worker"}, {each.id for each in BARE.components})
)
BACK = Requirement(id="FR-4", text="Invoices have numbers.", lines=(30,), origin="put_back")
LONG = tuple(Requirement(id=f"FR-{n}", text="x" * 120, lines=(n,)) for n in range(1, 400))
PRD = a.pack().prd


@pytest.mark.parametrize(
    ("changed", "there", "not_there"),
    [
        ({"prd": PRD.model_copy(update={"understood": (), "found": ()})}, "", "**What I understood**"),
        ({"prd": PRD.model_copy(update={"understood": (f"It has 10 requirements, such as {'“Print a bill” and ' * 20}to end.",)})}, "to end.", ""),
        ({"architecture": BARE}, "", "What we give up"),
        ({"architecture": IDLE}, "**Idle** PDF worker: I read no requirement that needs it. `/refine drop component worker` takes it out.", ""),
        ({"architecture": ALL_IDLE}, "I read no requirement that needs them. `/refine drop component web` takes Web and API out.", ""),
        ({"coverage": Coverage.model_validate({**a.pack().coverage.model_dump(), "gaps": ()})}, "**Coverage** 2 of 3", "**Gaps**"),
        ({"clarifications": ()}, "· no question", "has an answer or a default"),
        ({"clarifications": a.pack().clarifications[:1]}, "· the one question has an answer or a default", ""),
        ({"requirements": (BACK,)}, "**Put back** FR-4: the PRD demands this", ""),
        ({"assumptions": ()}, "", "takes for granted"),
        ({"requirements": LONG}, "more; `/why FR-", "FR-399 "),
    ],
    ids=["nothing understood", "much understood", "no decision", "an idle part", "idle parts", "no gap", "no question", "one question", "put back", "nothing assumed", "many demands"],
)  # fmt: skip
def test_a_plan_shows_a_part_only_where_there_is_something_in_it(
    changed: dict[str, object], there: str, not_there: str
) -> None:
    told = plan(changed)
    assert there in told
    assert not not_there or not_there not in told


def test_a_plan_of_an_edited_prd_asks_for_the_text_as_it_is() -> None:
    behind = (*s.PROPOSED_2, e.PrdChanged(prd_sha256="c" * 64, by=s.MONA))
    told = notice(s.run_of(behind), s.told(behind)[-2], s.view())
    assert told.startswith("### 🟡 Your turn, @mona: the PRD changed after plan v2 was drawn")


def test_an_artifact_that_is_not_at_hand_is_in_its_comment() -> None:
    assert "The plan is stored in this comment." in said_of(s.PROPOSED_2, s.view(pack=None))
    assert "The backlog is stored in this comment." in said_of(s.BACKLOG, s.view(backlog=None))
    assert "**Coverage**" not in said_of(s.BACKLOG, s.view(pack=None))


def test_an_approved_version_whose_pull_request_is_open_is_replaced_aloud() -> None:
    written = e.Written(
        subject="plan", digest=s.PLAN_2, branch="signalbox/run-12-plan-v2", commit_sha="9" * 40, tree_sha="8" * 40, pull_request=40
    )  # fmt: skip
    third = s.PROPOSED_2[-1].model_copy(update={"version": 3, "digest": "3" * 64})
    again = (*s.DECOMPOSING, written, *d.APPROVED_PLAN_KEPT[len(s.DECOMPOSING) : -1], third)
    assert "Its pull request #40 is closed once this version is approved." in said_of(again)


# Backlogs.


def test_a_backlog_that_is_larger_than_the_repository_allows_names_the_part_that_fits() -> None:
    told = said_of(s.BACKLOG, s.view(policy=RepoPolicy(max_issues=2)))
    assert told.rstrip("`\n").endswith(f"/signalbox approve backlog {s.BACKLOG_1[:12]} --only S1")
    assert "Begin with one slice" not in told


def test_of_a_backlog_with_one_slice_the_last_unit_is_left_out_most_easily() -> None:
    one = a.backlog().model_copy(update={"slices": a.backlog().slices[:1]})
    assert "`/refine backlog drop U-03`" in said_of(s.BACKLOG, s.view(backlog=one))


def test_a_long_backlog_lists_its_first_units_and_then_all_by_name() -> None:
    told = said_of(s.BACKLOG, s.view(backlog=a.backlog(60)))
    assert "<details><summary>All 60 units</summary>" in told
    assert "- U-60 A piece of work" in told


# Proofs, reviews and checks.


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (f"Ours.\n\n{BEGIN}old{END}\n\nTheirs.", "Ours.\n\nNEW\n\nTheirs."),
        ("Theirs alone.\n", "Theirs alone.\n\nNEW"),
        (f"Cut off {BEGIN}old", f"Cut off {BEGIN}old\n\nNEW"),
    ],
)
def test_the_record_is_brought_up_to_date_and_the_rest_stays(body: str, wanted: str) -> None:
    assert with_proof(body, "NEW") == wanted


def test_a_proof_says_what_is_not_there() -> None:
    run = s.run_of(s.GREEN)
    assert (approved_by(run, None, s.view()), gates(None)) == ("nobody yet", "—")
    failed = (*s.GREEN, e.Reviewed(unit="U-01", pull_request=41, digest=s.PS_1, failed="the model refused"))
    run = s.run_of(failed)
    assert "none: the model refused" in proof(run, run.units["U-01"], s.view())


def test_the_trace_tells_what_became_of_a_requirement_after_its_merge() -> None:
    def told(*answers: e.Entry, **view: object) -> str | None:
        return trace(s.run_of((*d.DRIFTED, *answers)), s.view(**view))

    assert "(files changed since, not answered)" in str(told())
    assert "(change accepted by `@raj`)" in str(told(d.ACCEPTED))
    amended = d.AMENDED.model_copy(update={"requirements": ("FR-1",)})
    assert "(change amended by `@mona`: An invoice can be fetched as a PDF or as text.)" in str(told(amended))
    assert told(backlog=None) is None


@pytest.mark.parametrize(
    ("later", "says"),
    [
        ((), "Enough was tried, so these findings stay here for whoever merges."),
        ((d.REVIEWED[-1],), "I draw the unit again with these findings."),
        ((e.GivenUp(unit="U-01", reason="x", for_good=True),), "so this is a person’s now. Please do not merge what is critical."),
    ],
    ids=["enough was tried", "drawn again", "for good"],
)  # fmt: skip
def test_a_review_says_what_comes_of_it(later: tuple[e.Entry, ...], says: str) -> None:
    assert says in reviewed((*d.REVIEWED[:-1], *later))


def test_a_review_that_finds_nothing_to_mend_brings_nothing_about() -> None:
    told = reviewed(d.PASSED_REVIEW)
    assert "Enough was tried" not in told
    assert "I draw the unit again" not in told


def rows(entries: Sequence[e.Entry], **view: object) -> str:
    run = s.run_of(entries)
    return gates_check(run, run.pull_requests[41], s.view(**view)).summary


@pytest.mark.parametrize(
    ("entries", "view", "row"),
    [
        (d.MERGING, {"policy": RepoPolicy(merge="when_green")}, "| Merge | ✅ | by the App, when all of this is green |"),
        (s.GREEN, {"policy": RepoPolicy(merge="when_green")}, "| Merge | ⏳ | by the App, when all of this is green |"),
        (s.GREEN, {"head": ("9" * 40, "d" * 40)}, "| 🔴 | the branch holds `9999999`, which nobody approved |"),
        (s.GREEN, {"head": (s.COMMIT, "0" * 40)}, "| 🔴 | the commit’s tree is not the approved one |"),
        (s.GREEN, {"head": (s.COMMIT, "d" * 40)}, "| ✅ | the commit’s tree is the approved tree, byte for byte |"),
    ],
)  # fmt: skip
def test_a_gate_is_judged_on_what_the_branch_holds_now(
    entries: Sequence[e.Entry], view: dict[str, object], row: str
) -> None:
    assert row in rows(entries, **view)


def test_the_check_of_a_plan_has_no_gates_of_a_unit() -> None:
    written = e.Written(
        subject="plan", digest=s.PLAN_2, branch="signalbox/run-12-plan-v2", commit_sha="9" * 40, tree_sha="8" * 40, pull_request=40
    )  # fmt: skip
    run = s.run_of((*s.DECOMPOSING, written))
    check = gates_check(run, run.pull_requests[40], s.view(policy=RepoPolicy(merge="when_green")))
    assert check.summary.count("\n| ") == 2
    assert "Merge" not in check.summary


def test_checks_at_work_are_said_to_be_at_work() -> None:
    assert (
        said_of(s.PENDING) == "The checks of #41 are at work.\n\n" + said_of(s.SETTLING).partition("\n\n")[2]
    )


# The end, pull requests, issues and patchsets.


def test_the_end_counts_what_was_wanted_where_that_is_known() -> None:
    assert "requirements and quality demands** have a unit" not in said_of(s.DONE, s.view(pack=None))
    one = a.pack().model_copy(update={"requirements": a.pack().requirements[:1], "nfrs": ()})
    told = said_of(s.DONE, s.view(pack=one))
    assert "**1 of 1 requirements and quality demands** have a unit that was built." in told
    assert "Without one" not in told


def test_a_pull_request_of_an_unplanned_unit_proves_no_requirement() -> None:
    run = s.run_of(s.WRITING)
    unit = replace(run.units["U-01"], approval=None)
    _, body = unit_pull_request(run, unit, s.view(backlog=None))
    assert "Proved by" not in body
    assert "was approved by" not in body


def test_a_demand_that_nobody_wrote_is_called_derived() -> None:
    pack = a.pack()
    derived = pack.requirements[0].model_copy(update={"lines": ()})
    changed = pack.model_copy(update={"requirements": (derived, *pack.requirements[1:])})
    _, body = unit_issue(a.backlog().units[0], a.backlog(), changed, s.run_of(s.SYNCING))
    assert "(derived, not in the PRD’s words)" in body


def test_a_unit_without_a_run_of_its_own_is_in_the_backlog() -> None:
    told = shown(Shown(SAID, "why", "U-01"), s.run_of(s.BACKLOG), WRITER, s.view())
    assert "is in the backlog." in told


def test_a_patchset_shows_its_first_files_and_folds_the_others() -> None:
    changes = tuple(replace(a.patchset().changes[1], path=f"tests/test_{n}.py") for n in range(60))
    told = said_of(s.JUDGED, s.view(patchset=replace(a.patchset(), changes=changes)))
    assert " more files</summary>" in told


def test_gates_that_nobody_can_let_pass_offer_no_exception() -> None:
    fixed = (e.GateResult(rule="paths", result="block", reason="It leaves the repository."),)
    blocked = s.BLOCKED[-1].model_copy(update={"gates": fixed})
    assert "can make an exception" not in said_of((*s.PATCHED, blocked), s.view(patchset=a.patchset()))


def test_gates_of_another_patchset_are_told_as_they_were() -> None:
    told = notice(s.run_of(d.REDRAWN), s.told(s.JUDGED)[-1], s.view(patchset=a.patchset()))
    assert "No secrets" in told


def test_questions_that_are_all_answered_leave_nothing_to_change() -> None:
    asked = s.ASKED[-1]
    assert isinstance(asked, e.QuestionsAsked)
    only = asked.model_copy(update={"questions": s.QUESTIONS[1:2]})
    pack = a.pack(version=0)
    alone = pack.model_copy(update={"clarifications": pack.clarifications[1:2]})
    run = s.run_of((*s.ASKED[:-1], only, s.ANSWERED))
    told = questions_asked(run, only, s.view(pack=alone))
    assert "You can still change" not in told


def test_a_refusal_is_folded_once_the_same_person_has_said_it_right() -> None:
    told = drawn_again(s.TURNED_DOWN, s.approved("plan", s.PLAN_1), view=s.view())
    assert told.startswith(
        "<details><summary>A command refused (SB-201), settled since</summary>\n\n*As it was said then; nobody needs to do "
        "anything about it any more.*\n\n😕 **That is plan v1;"
    )
    assert told.endswith("\n\n</details>")


def test_a_wish_that_changed_no_file_of_an_open_pull_request_asks_for_no_second_yes() -> None:
    again = (*s.GREEN, d.SMALLER, *d.REDRAWN[len(d.AGAIN) :])
    same = replace(a.patchset(), version=2)
    words = "#41 shows these very files, so nothing has to be approved: say in other words what to change, or go on with #41."

    def told(entries: tuple[e.Entry, ...], patchset: Patchset, earlier: Patchset | None) -> str:
        return said_of(entries, s.view(patchset=patchset, earlier_patchset=earlier, links={}))

    assert words in told(again, same, a.patchset())
    for entries, patchset, earlier in (
        (again, a.second_patchset(), a.patchset()),
        (again, same, None),
        (again, same, replace(a.patchset(), version=7)),
        (d.REDRAWN, same, a.patchset()),
    ):
        assert "nothing has to be approved" not in told(entries, patchset, earlier)
