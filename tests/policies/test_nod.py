"""A yes in plain words decides nothing; whoever could say it as a command is told how, once in a thread, and nobody else."""

import pytest

from config.repo_policy import RepoPolicy
from policies import commands as c
from policies.decision import Decision, Ignored, Refused
from policies.people import Actor, Right
from tests.policies.build import EVE, MONA, RAJ, proposal, said
from tests.policies.cells import PEOPLE
from tests.policies.journey import Journey, until


def told(decision: Decision) -> tuple[str, str]:
    """The remedy, and the line to paste."""
    assert isinstance(decision, Refused), decision
    assert (decision.code, decision.quiet) == ("SB-128", False)
    return decision.remedy, decision.paste


@pytest.mark.parametrize(
    ("last", "target", "name"),
    [
        ("planned", "plan", "plan"),
        ("backlog proposed", "backlog", "backlog"),
        ("proposed", "PS-1", "patchset PS-1"),
    ],
)
def test_the_line_is_for_what_waits(last: str, target: str, name: str) -> None:
    j = until(last)
    assert told(j.decide(c.Nod(said()))) == (
        f"If it was meant as a yes to the {name}, say it with:",
        f"/signalbox approve {target} {j.digest(target)[:12]}",
    )


def test_in_a_unit_s_issue_it_is_for_its_patchset() -> None:
    j = until("proposed")
    j.answer_unit(proposal("U-03"), "U-03")
    in_unit = said(thread=j.unit("U-03").issue)
    assert told(j.decide(c.Nod(in_unit)))[1] == f"/signalbox approve PS-2 {j.digest('PS-2')[:12]}"


def test_where_several_things_wait_they_are_named() -> None:
    j = until("proposed")
    j.answer_unit(proposal("U-03"), "U-03")
    first, second = j.digest("PS-1")[:12], j.digest("PS-2")[:12]
    assert told(j.decide(c.Nod(said()))) == (
        f"If it was meant as a yes, name what it is for. Waiting now: PS-1 `{first}`, PS-2 `{second}`.",
        "",
    )


@pytest.mark.parametrize("who", PEOPLE)
def test_only_whoever_may_approve_is_told(who: str) -> None:
    actor = PEOPLE[who]
    decision = until("planned").decide(c.Nod(said()), actor=actor)
    assert isinstance(decision, Refused if who in {"writer", "maintainer", "admin"} else Ignored)


@pytest.mark.parametrize(
    "approvals",
    [{"approvers": {"users": ["tess"]}}, {"author_may_approve": False}],
    ids=["others are named", "wrote the PRD"],
)
def test_whose_yes_the_repository_does_not_count_is_not_told(approvals: dict[str, object]) -> None:
    j = until("planned", policy=RepoPolicy.model_validate({"approvals": approvals}))
    mona = Actor(person=MONA, right=Right.WRITE, is_human=True)
    assert isinstance(j.decide(c.Nod(said(MONA)), actor=mona), Ignored)


@pytest.mark.parametrize("last", ["started", "triaged", "synced"])
def test_where_nothing_waits_nobody_is_told(last: str) -> None:
    assert isinstance(until(last).decide(c.Nod(said())), Ignored)


@pytest.mark.parametrize("thread", [34, 41, 99], ids=["another unit", "a pull request", "elsewhere"])
def test_in_another_thread_nobody_is_told(thread: int) -> None:
    assert isinstance(until("planned").decide(c.Nod(said(thread=thread))), Ignored)


def test_without_a_run_and_while_it_is_held_nobody_is_told() -> None:
    assert isinstance(Journey().decide(c.Nod(said())), Ignored)
    j = until("planned")
    j.take(c.Pause(said(), "wait"))
    assert isinstance(j.decide(c.Nod(said())), Ignored)


def test_it_is_told_once_in_a_thread_until_a_command_succeeds() -> None:
    j = until("planned")
    told(j.take(c.Nod(said())))
    for by in (RAJ, EVE):
        assert isinstance(j.take(c.Nod(said(by))), Ignored)

    j.approve("plan")
    assert all(each.settled is not None for each in j.run.objections)
