"""Whoever asked for something may be kept from approving it (`approvals.separate_duties`)."""

import pytest

from config.repo_policy import RepoPolicy
from policies import commands as c
from policies import entries as e
from policies.decision import Refused
from policies.people import Person
from tests.policies.build import MONA, RAJ, WRITER, proposal, replace_person, said, tags
from tests.policies.several import LEE, ZOE, at, yes

APART = RepoPolicy.model_validate({"approvals": {"separate_duties": True}})


@pytest.mark.parametrize(
    ("by", "outcome"),
    [(MONA, "SB-103"), (RAJ, "SB-103"), (ZOE, "approved")],
    ids=["author", "starter", "other"],
)
def test_whoever_asked_for_a_plan_does_not_approve_it(by: Person, outcome: str) -> None:
    j = at("planned", APART)
    decision = j.take(c.Approve(said(by), "plan", j.digest("plan")), actor=replace_person(WRITER, by))
    assert tags(decision)[0] == outcome
    assert (
        not isinstance(decision, Refused)
        or decision.paste == f"/signalbox approve plan {j.digest('plan')[:12]}"
    )


def test_whoever_refined_a_patchset_does_not_approve_it() -> None:
    j = at("proposed", APART)
    j.take(c.Refine(said(ZOE), "PS-1", "smaller"))
    j.answer_unit(proposal("U-01", 2))
    assert yes(j, "PS-1", ZOE) == ["SB-103"]
    assert yes(j, "PS-1", LEE)[0] == "approved"


def test_whoever_changed_a_unit_by_a_late_answer_asked_for_it() -> None:
    j = at("proposed", APART)
    answered = e.QuestionAnswered(question="Q1", text="Dollars", by=ZOE, comment_id=90, units=("U-01",))
    j.record(answered)
    assert yes(j.copy(), "PS-1", ZOE) == ["SB-103"]
    assert yes(j.copy(), "PS-1", LEE)[0] == "approved"
    other = at("proposed", APART)
    other.record(answered.model_copy(update={"units": ("U-02",)}))
    assert yes(other, "PS-1", ZOE)[0] == "approved"


def test_whoever_changed_a_unit_by_a_late_answer_asked_for_the_backlog_that_is_drawn_anew() -> None:
    j = at("backlog proposed", APART)
    j.record(e.QuestionAnswered(question="Q1", text="Dollars", by=ZOE, comment_id=90, units=("U-01",)))
    assert yes(j.copy(), "backlog", ZOE) == ["SB-103"]
    assert yes(j.copy(), "backlog", LEE)[0] == "approved"
