"""What calls to a model cost stands on the record once for each call, whatever becomes of the answer."""

from dataclasses import replace

from agents.ask import Call, Usage
from policies import commands as c
from policies import entries as e
from policies.decision import Decision, Ignored, Moved
from policies.stages import Stage
from tests.policies.build import said
from tests.policies.journey import Journey, until


def _call(id_: str, cost: int = 400) -> Call:
    return Call(prompt="a" * 64, context="b" * 64, usage=Usage("claude", output_tokens=20, cost=cost), id=id_)


ONE, TWO, THREE = _call("1"), _call("2", 500), _call("3", 600)


def _paid(*calls: Call) -> c.Paid:
    return c.Paid("planner", "plan 1", calls)


def _answer(j: Journey, *calls: Call) -> c.AcceptReply:
    usage = Usage("claude", output_tokens=20 * len(calls), cost=sum(call.usage.cost for call in calls))
    return replace(j.reply("planner", "plan 1", None, reason="refused"), usage=usage, calls=calls)


def _told(decision: Decision) -> list[tuple[str, ...]]:
    assert isinstance(decision, Moved)
    told = [entry for entry in decision.entries if isinstance(entry, e.CallsPaid | e.RoleReplied)]
    return [tuple(call.id for call in entry.calls) for entry in told]


def test_calls_that_came_to_no_answer_are_counted_at_once_and_each_once() -> None:
    j = until("triaged")
    assert _told(j.take(_paid(ONE))) == [("1",)]
    assert j.run.cost == 400
    assert _told(j.take(_paid(ONE, TWO))) == [("2",)]
    assert j.run.cost == 900
    assert isinstance(j.decide(_paid(ONE, TWO)), Ignored)


def test_the_answer_tells_only_the_calls_that_nobody_told_and_their_sum() -> None:
    j = until("triaged")
    j.take(_paid(ONE, TWO))
    decision = j.take(_answer(j, ONE, TWO, THREE))
    assert isinstance(decision, Moved)
    assert _told(decision) == [("3",)]
    assert j.run.cost == 1500
    replied = decision.entries[0]
    assert isinstance(replied, e.RoleReplied)
    assert (replied.spent.cost, replied.spent.output_tokens, replied.spent.model) == (600, 20, "claude")


def test_an_answer_without_a_held_call_before_it_tells_all_of_them() -> None:
    j = until("triaged")
    assert _told(j.take(_answer(j, ONE, TWO))) == [("1", "2")]
    assert j.run.cost == 900


def test_calls_without_an_id_are_counted_each_time_they_are_told() -> None:
    """What was stored before calls had ids is rather counted twice than not at all."""
    j = until("triaged")
    j.take(_paid(_call("")))
    j.take(_answer(j, _call("")))
    assert j.run.cost == 800


def test_what_a_run_that_was_ended_had_paid_for_is_recorded_and_nothing_else() -> None:
    j = until("triaged")
    j.take(c.Stop(said(), "we buy it"))
    assert _told(j.take(_paid(ONE))) == [("1",)]
    assert _told(j.take(_answer(j, ONE, TWO))) == [("2",)]
    assert (j.run.stage, j.run.cost) == (Stage.CANCELLED, 900)
    assert isinstance(j.decide(_answer(j, ONE, TWO)), Ignored)


def test_an_answer_that_nobody_waits_for_is_paid_for_all_the_same() -> None:
    j = until("planned")
    decision = j.take(replace(_answer(j, ONE), subject="plan 7"))
    assert _told(decision) == [("1",)]
    assert j.run.plan is not None


def test_a_unit_has_cost_what_was_paid_for_it_before_it_had_a_version() -> None:
    j = until("synced")
    subject = next(iter(j.run.unit_asks.values()))
    unit = subject.partition(" ")[0]
    j.take(c.Paid("implementation", subject, (ONE, TWO)))
    assert (j.run.units[unit].cost, j.run.cost) == (900, 900)
