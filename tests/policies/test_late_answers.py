"""What hangs on a question, and what an answer comes to after the plan was approved, by how far the work is."""

import pytest

from agents.builtin.planner import plan
from agents.schemas.pack import ArchitecturePack
from agents.schemas.planner import PlannerInputs
from agents.schemas.questions import Clarification
from policies import commands as c
from policies import entries as e
from policies.answering import as_amended, as_said
from policies.concerning import concerned
from policies.coverage import complete
from policies.decision import Moved, Refused
from policies.run import Amendment
from policies.stages import Stage, UnitState
from tests.policies.build import MONA, backlog, pack, said
from tests.policies.journey import Journey, until

BODY = """# Shelf
A service for a library.
## Requirements
- FR-1: A member can lend a book
- FR-2: The desk prints a receipt
- FR-3: A member can pay a fine by card
- NFR-1: A page opens within 1 second
- NFR-2: Addresses are kept encrypted
"""


def planned() -> ArchitecturePack:
    outcome = plan(PlannerInputs(body=BODY))
    assert isinstance(outcome, ArchitecturePack)
    return outcome


@pytest.mark.parametrize(
    ("text", "more", "ids"),
    [
        ("How do people prove who they are?", {}, ("FR-1", "FR-3", "NFR-2")),
        ("Where is personal data kept?", {}, ()),
        ("Through which provider is money taken?", {}, ("FR-3",)),
        ("How many users should it handle?", {}, ("NFR-1",)),
        ("What stands on a receipt?", {}, ("FR-2",)),
        ("Is it so?", {"lines": (5,)}, ("FR-2",)),
        ("Does FR-2 hold for FR-22 too?", {}, ("FR-2",)),
        ("Is it so?", {}, ()),
        ("What stands on a receipt?", {"changes": "every file"}, ()),
    ],
)
def test_what_hangs_on_a_question(text: str, more: dict[str, object], ids: tuple[str, ...]) -> None:
    asked = Clarification.model_validate({"id": "Q1", "text": text, "why": "so", "changes": "it", **more})
    assert list(concerned([asked], planned())) == [ids]


def test_it_is_computed_whatever_a_model_claims() -> None:
    claimed = planned()
    wrong = tuple(each.model_copy(update={"requirement_ids": ("FR-2",)}) for each in claimed.clarifications)
    computed = complete(claimed.model_copy(update={"clarifications": wrong}))
    assert [each.requirement_ids for each in computed.clarifications] == list(
        concerned(claimed.clarifications, claimed)
    )


def asking(j: Journey) -> Journey:
    """The run asked about FR-1, which every unit serves; the language is about the whole."""
    first, second = j.run.questions
    questions = (first.model_copy(update={"requirement_ids": ("FR-1",)}), second)
    object.__setattr__(j.run, "questions", questions)
    return j


def answered(j: Journey, number: str, text: str) -> object:
    return asking(j).take(c.Answer(said(MONA), number, text))


def tags(decision: object) -> list[str]:
    assert isinstance(decision, Moved), decision
    return [entry.type for entry in decision.entries]


def test_a_default_confirmed_changes_nothing() -> None:
    j = until("backlog proposed")
    assert tags(answered(j, "1", "Euro")) == ["question_answered"]
    assert len(j.run.backlogs) == 1


def test_the_same_answer_twice_makes_one_version() -> None:
    j = until("backlog proposed")
    assert tags(answered(j, "1", "Dollars")) == ["question_answered", "backlog_proposed"]
    with_it = as_said(j.run, backlog())
    assert as_said(j.run, with_it) == with_it
    criteria = [unit.acceptance_criteria for unit in with_it.units]
    assert criteria == [("Q1, “Which currency?”: Dollars (@mona)",)] * 3


def test_while_units_are_cut_the_answer_waits_for_them_and_nothing_is_asked_twice() -> None:
    j = until("plan approved")
    assert j.run.stage is Stage.DECOMPOSING
    assert tags(answered(j, "1", "Dollars")) == ["question_answered"]
    assert not j.run.asked_in_vain
    assert isinstance(answered(j, "2", "German"), Refused)


def test_nothing_is_said_to_change_where_it_is_all_done() -> None:
    j = until("synced")
    j.record(e.UnitsDropped(units=tuple(j.run.units), why="by hand", done_by_person=True))
    object.__setattr__(j.run, "stage", Stage.DELIVERING)
    decision = answered(j, "1", "Dollars")
    assert isinstance(decision, Refused)
    assert "merged or left out" in decision.reason


def test_an_amendment_reaches_units_that_wait_and_the_words_of_the_plan() -> None:
    j = until("proposed")
    j.record(e.Drifted(sha="8" * 40, by=MONA, requirements={"FR-1": ("src/a.py",)}, blobs={}))
    amended = c.Amend(said(), ("FR-1",), "People lend things.")
    assert tags(j.take(amended))[:2] == ["drift_answered", "drawn_again"]
    assert j.unit().state is UnitState.PATCHING
    assert isinstance(j.run.amendments[0], Amendment)
    assert as_amended(j.run, pack()).requirements[0].text == "People lend things."
    first = as_said(j.run, backlog()).units[0]
    assert first.acceptance_criteria == ("FR-1 says from now on: People lend things. (@raj)",)


def test_a_proposal_that_waits_is_drawn_again_with_the_answer() -> None:
    j = until("proposed")
    decision = answered(j, "1", "Dollars")
    assert tags(decision).count("drawn_again") == 2
    assert {unit.id: unit.rounds[-1].why for unit in j.run.units.values() if unit.rounds} == {
        "U-01": "Q1 was answered",
        "U-03": "Q1 was answered",
    }
    assert j.unit().state is UnitState.PATCHING


def test_a_question_about_personal_data_hangs_on_what_keeps_it() -> None:
    demand = planned().nfrs[1]
    private = planned().model_copy(update={"nfrs": (demand.model_copy(update={"category": "privacy"}),)})
    asked = Clarification(
        id="Q1", text="Where is personal data kept?", why="so", changes="it", default="here"
    )
    assert list(concerned([asked], private)) == [("NFR-2",)]
