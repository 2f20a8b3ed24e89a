"""A wish that is said in another thread than its answer stands in gets one line there that points to the answer."""

import pytest

from agents.schemas import backlog as backlogs
from agents.schemas import pack as packs
from policies import commands as c
from policies import effects as f
from policies.effects import effects_of
from tests.policies.build import MONA, backlog, pack, proposal, said
from tests.policies.journey import Journey, until

ANOTHER_PACK = packs.canonical(pack().model_copy(update={"assumptions": ()}))
PLAN_PULL, UNIT_ISSUE, UNIT_PULL = 40, 34, 41


def pointers(j: Journey) -> list[f.Point]:
    """The lines that the whole ledger wants, in order."""
    return [each for each in effects_of(j.run, j.recorded) if isinstance(each, f.Point)]


def wished(step: str, target: str | None, *threads: int) -> Journey:
    j = until(step)
    for thread in threads:
        j.take(c.Refine(said(thread=thread), target, "smaller"))
    return j


def test_a_wish_for_the_plan_on_its_pull_request_is_pointed_to_the_new_version() -> None:
    j = wished("backlog proposed", "plan", PLAN_PULL)
    assert pointers(j) == []
    j.answer_role(ANOTHER_PACK)
    assert pointers(j) == [f.Point(PLAN_PULL, len(j.records) - 1)]
    # The versions that come later are no answer to it any more.
    j.take(c.Refine(said(), "plan", "larger"))
    j.answer_role(packs.canonical(pack()))
    assert len(j.run.plans) == 3
    assert len(pointers(j)) == 1


def test_a_question_that_the_wish_leads_to_is_its_answer_too() -> None:
    j = wished("backlog proposed", "plan", PLAN_PULL)
    j.answer_role(packs.canonical(pack(blocking=True)))
    asked = len(j.records) - 1
    assert pointers(j) == [f.Point(PLAN_PULL, asked)]
    j.take(c.Answer(said(), "Q1", "Euro"))
    j.answer_role(ANOTHER_PACK)
    assert pointers(j) == [f.Point(PLAN_PULL, asked)]


def test_several_wishes_in_one_thread_have_one_line() -> None:
    j = until("backlog proposed")
    j.take(c.Refine(said(thread=PLAN_PULL), "backlog", "smaller"))
    j.take(c.Refine(said(MONA, thread=PLAN_PULL), "backlog", "smaller still"))
    j.take(c.Refine(said(), "backlog", "and smaller"))
    while j.run.asked:
        j.answer_role(backlogs.canonical(backlog().model_copy(update={"notes": ("done",)})))
    assert len(pointers(j)) == 1


@pytest.mark.parametrize(("thread", "lines"), [(UNIT_PULL, 1), (UNIT_ISSUE, 0), (12, 1)])
def test_a_wish_for_a_unit_is_pointed_to_the_unit_s_issue(thread: int, lines: int) -> None:
    j = wished("unit written", "U-01", thread)
    j.answer_unit(proposal("U-01", 2))
    assert pointers(j) == [f.Point(thread, len(j.records) - 1)] * lines
