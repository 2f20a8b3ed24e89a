"""A permit names all that is written: what, where, on what, and the tree that results."""

from dataclasses import replace

import pytest

from policies.owners import owned
from policies.people import Person
from policies.tree import ResultTree, result
from policies.verdict import Block
from policies.writes import Permit, approved_backlog
from tests.policies.build import BASE, WRITER, backlog, replace_person
from tests.policies.permits import PLAN_CASE, UNIT_CASE, Case
from tests.policies.several import RAJ_WRITES, two_people


@pytest.mark.parametrize(
    ("case", "subject", "branch"),
    [
        pytest.param(PLAN_CASE, "plan", "signalbox/run-12-plan-v1", id="plan"),
        pytest.param(UNIT_CASE, "U-01", "signalbox/run-12-u-01-v1", id="patchset"),
    ],
)
def test_a_permit_says_everything(case: Case, subject: str, branch: str) -> None:
    permit = case.asked()
    assert isinstance(permit, Permit)
    tree = result(BASE.entries, permit.changes)
    assert isinstance(tree, ResultTree)
    assert permit == Permit(
        subject=subject,
        digest=case.digest,
        branch=branch,
        base_sha=BASE.sha,
        base_tree_sha=BASE.tree_sha,
        tree_sha=tree.tree_sha,
        changes=permit.changes,
    )


def test_the_first_path_whose_owners_are_missing_is_named_with_its_line() -> None:
    theirs = owned(b"/src/ @lee\n/docs/ @kim\n", ["src/u-01.py", "docs/a.md"])
    outcome = UNIT_CASE.with_world(owned=theirs).asked()
    assert isinstance(outcome, Block)
    path, owner, line = theirs[0].path, theirs[0].owners[0], theirs[0].line
    assert outcome.reason.startswith(f"none of the owners of `{path}` stands by it (")
    assert owner.removeprefix("@") in outcome.reason
    assert str(line) in outcome.reason


def test_rights_of_somebody_else_are_nobody_s() -> None:
    other = replace_person(WRITER, Person(id=99, login="raj"))
    outcome = UNIT_CASE.with_world(actor=other).asked()
    assert isinstance(outcome, Block)
    assert outcome.reason == "the rights looked up are not the approver's"


def test_the_first_of_two_may_be_the_one_who_owns_the_path() -> None:
    theirs = owned(b"/src/ @raj\n", ["src/u-01.py"])
    assert isinstance(two_people(((RAJ_WRITES, True),)).with_world(owned=theirs).asked(), Permit)


def test_what_was_not_cleared_stays_visible_as_dropped() -> None:
    approval = replace(PLAN_CASE.run.approvals[0], only=("S1",))
    dropped = approved_backlog(backlog(), approval).dropped
    assert [(each.id, each.reason) for each in dropped] == [("U-02", "not cleared")]
