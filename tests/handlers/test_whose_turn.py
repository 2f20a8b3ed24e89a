"""Whom a turn calls: somebody who can take it, and somebody who may not be able to only so that they know of it."""

import pytest

from config.repo_policy import RepoPolicy
from handlers.replies.words import whose_turn
from policies import entries as e
from policies.people import Person
from tests.handlers import shop as s

TESS = Person(id=9, login="tess")


def called(by: Person = TESS, approvals: dict[str, object] | None = None, *, writes: bool = True) -> str:
    started, *others = s.PLANNING
    assert isinstance(started, e.RunStarted)
    run = s.run_of((started.model_copy(update={"by": by, "writes": writes}), *others))
    policy = RepoPolicy.model_validate({"approvals": approvals or {}})
    return whose_turn(run, s.view(policy=policy))


def test_whoever_started_the_run_is_called_where_they_can_approve() -> None:
    assert called() == "@tess"
    assert called(s.MONA) == "@mona"


def test_without_write_access_they_are_told_and_everybody_who_has_it_is_asked() -> None:
    assert called(writes=False) == "anyone with write access (cc @tess)"


@pytest.mark.parametrize(
    ("by", "approvals", "said"),
    [
        (TESS, {"author_may_approve": False}, "@tess"),
        (s.MONA, {"author_may_approve": False}, "anyone else with write access (cc @mona)"),
        (TESS, {"separate_duties": True}, "anyone else with write access (cc @tess)"),
        (TESS, {"separate_duties": True, "approvers": {"users": ["raj"]}}, "@raj"),
        (TESS, {"approvers": {"users": ["raj"], "teams": ["acme/core"]}}, "@raj or @acme/core"),
    ],
)  # fmt: skip
def test_the_repository_s_own_rules_say_who_is_called(
    by: Person, approvals: dict[str, object], said: str
) -> None:
    assert called(by, approvals) == said
