"""What follows with nobody's word: whom to ask next and which units to start, and nothing while the run is held."""

from dataclasses import replace

import pytest

from config.repo_policy import RepoPolicy
from policies import commands as c
from policies import entries as e
from policies.decide.onward import onward
from policies.decision import Ignored
from policies.facts import Facts
from policies.run import Reply, Run, UnitRun
from policies.stages import FINISHED, Overlay, Stage, UnitState
from tests.policies.build import MONA, NOW, RAJ, tags
from tests.policies.journey import until
from tests.policies.situations import SITUATIONS

FACTS = Facts(now=NOW)


def units(**states: UnitState) -> dict[str, UnitRun]:
    """`U1=READY` is a unit U1 that is ready."""
    return {name: UnitRun(name, 30 + n, 300 + n, (), state) for n, (name, state) in enumerate(states.items())}


def delivering(**states: UnitState) -> Run:
    return replace(until("synced").run, units=units(**states), unit_asks={})


def asked(run: Run, policy: RepoPolicy | None = None) -> list[str]:
    facts = Facts(now=NOW, policy=policy) if policy else FACTS
    return [entry.subject if isinstance(entry, e.RoleAsked) else entry.type for entry in onward(run, facts)]


@pytest.mark.parametrize("overlay", list(Overlay))
@pytest.mark.parametrize("situation", SITUATIONS)
def test_nothing_follows_while_a_run_is_held(situation: str, overlay: Overlay) -> None:
    run = SITUATIONS[situation]().maybe_run
    if run is not None:
        assert onward(replace(run, overlay=overlay), FACTS) == ()


@pytest.mark.parametrize("stage", sorted(FINISHED))
def test_nothing_follows_an_end(stage: Stage) -> None:
    assert onward(replace(until("synced").run, stage=stage), FACTS) == ()


@pytest.mark.parametrize("situation", SITUATIONS)
def test_every_decision_has_gone_as_far_as_it_goes_by_itself(situation: str) -> None:
    run = SITUATIONS[situation]().maybe_run
    assert run is None or onward(run, FACTS) == ()


@pytest.mark.parametrize(
    ("stage", "subjects"),
    [
        (Stage.INGESTED, ["triage"]),
        (Stage.PLANNING, ["plan 1"]),
        (Stage.WAITING_ANSWERS, ["plan 1"]),
        (Stage.PLAN_PROPOSED, []),
        (Stage.DECOMPOSING, ["backlog 1"]),
        (Stage.BACKLOG_PROPOSED, []),
        (Stage.SYNCING, []),
        (Stage.DELIVERING, []),
    ],
)
def test_who_is_asked_in_each_stage(stage: Stage, subjects: list[str]) -> None:
    run = replace(until("started").run, stage=stage, asked=None)
    assert asked(run) == subjects


def test_nobody_is_asked_twice_at_a_time() -> None:
    assert asked(until("triaged").run) == []


def test_triage_that_has_spoken_is_not_asked_again() -> None:
    assert asked(SITUATIONS["ingested-triage-defers"]().run) == []


@pytest.mark.parametrize(
    ("answered", "subjects"), [((), []), (("Q2",), []), (("Q1",), ["plan 1"]), (("Q1", "Q2"), ["plan 1"])]
)
def test_the_planner_waits_for_the_blocking_questions_alone(
    answered: tuple[str, ...], subjects: list[str]
) -> None:
    run = SITUATIONS["waiting-answers"]().run
    replies = tuple(Reply(question, "x", RAJ) for question in answered)
    assert asked(replace(run, replies=replies)) == subjects


U = UnitState


@pytest.mark.parametrize(
    ("run", "subjects"),
    [
        pytest.param(delivering(U1=U.QUEUED), [], id="nothing is ready"),
        pytest.param(delivering(U1=U.READY), ["U1 1"], id="one is ready"),
        pytest.param(
            delivering(U1=U.READY, U2=U.READY, U3=U.READY, U4=U.READY),
            ["U1 1", "U2 1", "U3 1"],
            id="three at most",
        ),
        pytest.param(
            delivering(U1=U.PR_OPEN, U2=U.WAITING_USER_APPROVAL, U3=U.READY, U4=U.READY),
            ["U3 1"],
            id="one place",
        ),
        pytest.param(
            delivering(U1=U.PR_OPEN, U2=U.VERIFYING_CI, U3=U.APPLYING_PATCHES, U4=U.READY), [], id="no place"
        ),
        pytest.param(
            delivering(U1=U.NEEDS_HUMAN, U2=U.BLOCKED_POLICY, U3=U.FAILED, U4=U.READY),
            ["U4 1"],
            id="stuck ones take none",
        ),
        pytest.param(delivering(U1=U.PATCHING), ["U1 1"], id="a refined one is asked again"),
        pytest.param(
            delivering(U1=U.PATCHING, U2=U.PR_OPEN, U3=U.PR_OPEN, U4=U.PR_OPEN),
            ["U1 1"],
            id="even without a place",
        ),
        pytest.param(delivering(U1=U.DONE, U2=U.DROPPED, U3=U.FAILED), ["run_done"], id="all have ended"),
        pytest.param(delivering(U1=U.DONE, U2=U.NEEDS_HUMAN), [], id="one has not"),
    ],
)
def test_which_units_start(run: Run, subjects: list[str]) -> None:
    assert asked(run) == subjects


@pytest.mark.parametrize("most", [1, 2, 20])
def test_a_repository_says_how_many_units_are_under_way(most: int) -> None:
    run = delivering(**{f"U{n}": U.READY for n in range(25)})
    assert len(asked(run, RepoPolicy(max_parallel_units=most))) == most


def test_without_units_nothing_is_done() -> None:
    assert asked(delivering()) == []


@pytest.mark.parametrize("stage", [Stage.DECOMPOSING, Stage.BACKLOG_PROPOSED, Stage.SYNCING])
def test_no_new_unit_starts_while_the_backlog_is_in_question(stage: Stage) -> None:
    run = replace(delivering(U1=U.READY), stage=stage, asked=("decomposition", "backlog 2"))
    assert asked(run) == []


def test_a_unit_under_way_is_redrawn_even_while_the_backlog_is_in_question() -> None:
    run = replace(delivering(U1=U.PATCHING), stage=Stage.BACKLOG_PROPOSED)
    assert asked(run) == ["U1 1"]


@pytest.mark.parametrize(
    ("command", "facts", "why"),
    [
        (c.PrdEdited(MONA), {"prd_sha256": ""}, "the issue cannot be read"),
        (c.PrdEdited(MONA), {}, "the text is the same"),
        (
            c.Wrote("plan", "0" * 64, "signalbox/run-12-plan-v1", "d" * 40, "e" * 40, 40),
            {},
            "the ledger has it",
        ),
    ],
)
def test_what_is_known_already_or_cannot_be_read_moves_nothing(
    command: c.Command, facts: dict[str, object], why: str
) -> None:
    assert until("plan written").decide(command, **facts) == Ignored(why)


def test_an_edit_of_the_same_text_by_another_person_makes_an_author_of_them() -> None:
    j = until("planned")
    j.take(c.PrdEdited(MONA), prd_sha256="f" * 64)
    assert tags(j.decide(c.PrdEdited(RAJ), prd_sha256="f" * 64)) == ["prd_changed"]
