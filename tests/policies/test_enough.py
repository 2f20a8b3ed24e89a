"""When one yes is not enough: each counts once, from people who may give it, for the same thing under the same rules."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from config.repo_policy import RepoPolicy
from policies import commands as c
from policies import entries as e
from policies.decision import Moved
from policies.endorsing import expired
from policies.people import Actor, Person, Right
from policies.stages import UnitState
from policies.verdict import Block
from policies.writes import Permit
from tests.policies.build import MONA, NOW, PRD, RAJ, WRITER, proposal, replace_person, said, tags
from tests.policies.journey import until
from tests.policies.several import LEE, RAJ_WRITES, TWO, ZOE, at, two_people, yes

THREE = RepoPolicy.model_validate({"approvals": {"minimum": 3}})


@pytest.mark.parametrize(
    ("last", "target", "entries"),
    [
        ("planned", "plan", ["approved", "write_intended", "role_asked"]),
        ("backlog proposed", "backlog", ["approved"]),
        ("proposed", "PS-1", ["approved", "write_intended"]),
    ],
)
def test_the_second_of_two_people_approves(last: str, target: str, entries: list[str]) -> None:
    j = at(last, TWO)
    stage = j.run.stage
    assert yes(j, target, RAJ) == ["endorsed"]
    assert (j.run.stage, j.run.approval_of(j.digest(target))) == (stage, None)
    assert target in j.run.waiting
    assert yes(j, target, ZOE) == entries


def test_of_three_people_the_third_approves() -> None:
    j = at("planned", THREE)
    assert [yes(j, "plan", by)[0] for by in (RAJ, ZOE, LEE)] == ["endorsed", "endorsed", "approved"]


def test_one_person_counts_once() -> None:
    j = at("planned", TWO)
    assert [yes(j, "plan", RAJ) for _ in range(3)] == [["endorsed"], ["SB-107"], ["SB-107"]]


def test_one_account_under_two_logins_counts_once() -> None:
    j = at("planned", TWO)
    yes(j, "plan", RAJ)
    assert yes(j, "plan", Person(id=RAJ.id, login="raj-renamed")) == ["SB-107"]


def test_who_may_not_approve_does_not_count() -> None:
    j = at("planned", TWO)
    yes(j, "plan", RAJ)
    reader = Actor(person=ZOE, right=Right.TRIAGE, is_human=True)
    assert yes(j, "plan", ZOE, actor=reader) == ["SB-101"]


def test_a_yes_to_an_older_version_does_not_count_for_the_newer_one() -> None:
    j = at("synced", TWO)
    j.answer_unit(proposal("U-01"))
    yes(j, "PS-1", RAJ)
    j.take(c.Refine(said(), "U-01", "smaller"))
    j.answer_unit(proposal("U-01", 2))
    assert yes(j, "PS-1", ZOE) == ["endorsed"]


def test_a_yes_to_a_part_does_not_count_for_the_whole() -> None:
    j = at("backlog proposed", TWO)
    assert yes(j, "backlog", RAJ, ("S1",)) == ["endorsed"]
    assert yes(j, "backlog", ZOE) == ["endorsed"]
    assert yes(j, "backlog", LEE, ("S2",)) == ["endorsed"]
    assert yes(j, "backlog", LEE, ("S1",)) == ["approved"]
    assert j.run.approvals[-1].only == ("S1",)


def test_a_yes_under_other_rules_does_not_count() -> None:
    j = at("planned", TWO)
    yes(j, "plan", RAJ)
    j.policy = RepoPolicy.model_validate({"approvals": {"minimum": 2}, "frozen_paths": ["src"]})
    assert yes(j, "plan", ZOE) == ["approval_voided", "endorsed"]
    assert yes(j, "plan", RAJ)[0] == "approved"


def test_a_voided_approval_takes_every_yes_with_it() -> None:
    j = at("proposed", TWO)
    yes(j, "PS-1", RAJ)
    yes(j, "PS-1", ZOE)
    j.take(c.WriteFailed("U-01", j.digest("PS-1"), "`main` moved"))
    assert j.run.endorsements == ()
    assert [yes(j, "PS-1", by)[0] for by in (RAJ, ZOE)] == ["endorsed", "approved"]


# A yes on the way to enough is looked at again with the next one.

RAJ_READS = Actor(person=RAJ, right=Right.READ, is_human=True)
VOID: dict[str, tuple[dict[int, tuple[Actor, bool]], str]] = {
    "its comment is gone or changed": ({80: (RAJ_WRITES, False)}, "was edited or deleted"),
    "nobody looked": ({}, "was edited or deleted"),
    "the right is gone": ({80: (RAJ_READS, True)}, "@raj may not approve any more"),
    "it turns out to be a bot": (
        {80: (RAJ_WRITES.model_copy(update={"is_human": False}), True)},
        "@raj may not approve any more",
    ),
    "the rights are somebody else's": ({80: (replace_person(WRITER, LEE), True)}, "are not those of @raj"),
}


@pytest.mark.parametrize(
    ("last", "target"), [("planned", "plan"), ("backlog proposed", "backlog"), ("proposed", "PS-1")]
)
@pytest.mark.parametrize("name", VOID)
def test_the_first_of_two_stops_counting_when(name: str, last: str, target: str) -> None:
    endorsers, reason = VOID[name]
    j = at(last, TWO)
    yes(j, target, RAJ)
    decision = j.take(
        c.Approve(said(ZOE), target, j.digest(target)),
        actor=replace_person(WRITER, ZOE),
        endorsers=endorsers,
    )
    assert isinstance(decision, Moved)
    void, endorsed = decision.entries
    assert isinstance(void, e.ApprovalVoided)
    assert reason in void.reason
    assert (void.comment_id, void.by) == (80, RAJ)
    assert isinstance(endorsed, e.Endorsed)
    assert [one.by for one in j.run.endorsements] == [ZOE]


def test_a_yes_older_than_the_repository_allows_stops_counting() -> None:
    rules = RepoPolicy.model_validate({"approvals": {"minimum": 2, "expire_hours": 24}})
    j = at("planned", rules)
    yes(j, "plan", RAJ)
    assert yes(j, "plan", ZOE, now=NOW + timedelta(hours=21)) == ["approved", "write_intended", "role_asked"]
    k = at("planned", rules)
    yes(k, "plan", RAJ)
    assert yes(k, "plan", ZOE, now=NOW + timedelta(hours=23)) == ["approval_voided", "endorsed"]


@pytest.mark.parametrize(
    ("last", "target"), [("planned", "plan"), ("backlog proposed", "backlog"), ("proposed", "PS-1")]
)
@pytest.mark.parametrize("deleted", [True, False], ids=["deleted", "edited"])
def test_a_yes_on_the_way_is_taken_back_with_its_comment(last: str, target: str, *, deleted: bool) -> None:
    j = at(last, TWO)
    yes(j, target, RAJ)
    assert tags(j.take(c.CommentChanged(80, deleted=deleted))) == ["approval_voided"]
    assert j.run.endorsements == ()
    assert tags(j.take(c.CommentChanged(80, deleted=deleted))) == ["Ignored"]
    assert yes(j, target, ZOE) == ["endorsed"]


@pytest.mark.parametrize(("last", "target"), [("plan approved", "plan"), ("unit approved", "PS-1")])
def test_an_approval_is_taken_back_with_its_comment_as_long_as_nothing_is_written(
    last: str, target: str
) -> None:
    j = until(last)
    assert tags(j.take(c.CommentChanged(80, deleted=True)))[0] == "approval_voided"
    assert j.run.approval_of(j.digest(target)) is None
    assert target in j.run.waiting


@pytest.mark.parametrize("last", ["plan written", "backlog approved", "unit written"])
def test_what_was_acted_on_is_not_taken_back(last: str) -> None:
    assert tags(until(last).decide(c.CommentChanged(80, deleted=True))) == ["Ignored"]


def test_a_yes_to_the_version_before_is_taken_back_and_the_newer_one_s_is_not() -> None:
    j = until("unit written")
    j.take(c.Refine(said(MONA), "U-01", "Say it shorter."))
    j.answer_unit(proposal("U-01", 2))
    assert yes(j, "PS-1", ZOE) == ["approved", "write_intended"]
    assert (j.unit().state, j.unit().versions) == (UnitState.APPLYING_PATCHES, 2)
    assert tags(j.decide(c.CommentChanged(80, deleted=True))) == ["Ignored"]
    assert tags(j.decide(c.CommentChanged(122, deleted=True)))[0] == "approval_voided"


def test_a_yes_counts_to_the_second_its_hours_are_over_and_not_after() -> None:
    rules = RepoPolicy.model_validate({"approvals": {"expire_hours": 22}})
    given = "2026-11-21T10:00:00Z"
    at_the_end = datetime.fromisoformat(given) + timedelta(hours=22)
    assert not expired(given, at_the_end, rules)
    assert expired(given, at_the_end + timedelta(seconds=1), rules)
    assert not expired(given, at_the_end + timedelta(days=4000), RepoPolicy.default())


def test_who_wrote_in_the_prd_after_their_yes_does_not_stand_by_it_where_authors_may_not() -> None:
    rules = RepoPolicy.model_validate({"approvals": {"minimum": 2, "author_may_approve": False}})
    j = at("backlog proposed", rules)
    yes(j, "backlog", RAJ)
    j.take(c.PrdEdited(RAJ), prd_sha256=PRD)
    assert yes(j, "backlog", ZOE) == ["approved"]
    k = at("backlog proposed", rules)
    yes(k, "backlog", RAJ)
    k.maybe_run = replace(k.run, editors=(RAJ,))
    assert yes(k, "backlog", ZOE) == ["approval_voided", "endorsed"]


# Right before the write, each of them is looked at again.


def test_two_people_who_stand_by_it_are_enough() -> None:
    assert isinstance(two_people(((RAJ_WRITES, True),)).asked(), Permit)


@pytest.mark.parametrize(
    "others",
    [
        pytest.param((), id="nobody was looked up"),
        pytest.param(((RAJ_WRITES, False),), id="the first one took it back"),
        pytest.param(((RAJ_READS, True),), id="the first one lost write access"),
        pytest.param(
            ((RAJ_WRITES.model_copy(update={"is_human": False}), True),), id="the first one is a bot"
        ),
        pytest.param(((replace_person(WRITER, ZOE), True),), id="the same person twice"),
        pytest.param(((replace_person(WRITER, LEE), True),), id="somebody who never said yes"),
    ],
)
def test_nothing_is_written_unless_two_people_stand_by_it(others: tuple[tuple[Actor, bool], ...]) -> None:
    outcome = two_people(others).asked()
    assert isinstance(outcome, Block)
    assert outcome.reason == "1 of 2 people stand by it"


def test_a_yes_to_something_else_before_it_takes_nobody_s_away() -> None:
    case = two_people(((RAJ_WRITES, True),))
    (mine, *rest) = case.run.endorsements
    other = replace(mine, digest="0" * 64, comment_id=999)
    assert isinstance(case.with_run(endorsements=(other, mine, *rest)).asked(), Permit)


def test_a_yes_that_has_expired_by_the_write_does_not_stand_by_it() -> None:
    rules = RepoPolicy.model_validate({"approvals": {"minimum": 2, "expire_hours": 24}})
    case = two_people(((RAJ_WRITES, True),)).with_world(policy=rules)
    approvals = [replace(each, policy_digest=rules.digest) for each in case.run.approvals]
    earlier = [replace(each, policy_digest=rules.digest) for each in case.run.endorsements]
    case = case.with_run(approvals=tuple(approvals), endorsements=tuple(earlier))
    assert isinstance(case.asked(), Permit)
    old = [replace(each, at="2026-11-20T11:59:59Z") for each in earlier]
    outcome = case.with_run(endorsements=tuple(old)).asked()
    assert isinstance(outcome, Block)
    assert (outcome.rule, outcome.reason) == ("write-permit", "1 of 2 people stand by it")
    assert outcome.remedy == "Look at it again, and approve it again if it is still right."


@pytest.mark.parametrize("changed", [{"digest": "0" * 64}, {"policy_digest": "0" * 64}], ids=str)
def test_a_yes_to_something_else_does_not_stand_by_it(changed: dict[str, str]) -> None:
    case = two_people(((RAJ_WRITES, True),))
    other = tuple(replace(each, **changed) for each in case.run.endorsements)  # type: ignore[arg-type]  # its fields
    assert isinstance(case.with_run(endorsements=other).asked(), Block)
