"""Where one yes is not enough: people besides Raj, what their yes comes to, and a write that two stand behind."""

from dataclasses import replace

from config.repo_policy import RepoPolicy
from policies import commands as c
from policies.people import Actor, Person
from tests.policies.build import RAJ, WRITER, replace_person, said, tags
from tests.policies.journey import Journey, until
from tests.policies.permits import WORLD, Case

TWO = RepoPolicy.model_validate({"approvals": {"minimum": 2}})


ZOE, LEE = Person(id=50, login="zoe"), Person(id=51, login="lee")


def yes(j: Journey, target: str, by: Person, only: tuple[str, ...] = (), **facts: object) -> list[str]:
    """What one person's yes records."""
    actor = replace_person(WRITER, by)
    return tags(j.take(c.Approve(said(by), target, j.digest(target), only), **{"actor": actor, **facts}))


def at(last: str, policy: RepoPolicy) -> Journey:
    """A run whose repository has become strict after `last`."""
    j = until(last)
    j.policy = policy
    return j


RAJ_WRITES = replace_person(WRITER, RAJ)


def two_people(others: tuple[tuple[Actor, bool], ...]) -> Case:
    j = at("proposed", TWO)
    yes(j, "PS-1", RAJ)
    yes(j, "PS-1", ZOE)
    endorsers = {said(RAJ).comment_id: other for other in others}
    world = replace(WORLD, actor=replace_person(WRITER, ZOE), policy=TWO, endorsers=endorsers)
    return Case(j.run, j.digest("PS-1"), j.patchset(), world)
