"""What is said to a yes and to a wish while a run is held or stuck: what comes first, in one clause, with the line that goes on."""

import pytest

from policies import commands as c
from policies import entries as e
from tests.policies.build import RAJ, said
from tests.policies.journey import until
from tests.policies.outcomes import refused


def test_a_wish_for_a_plan_whose_backlog_failed_is_told_that_a_person_comes_first() -> None:
    j = until("plan approved")
    busy = refused(j.decide(c.Refine(said(), "plan", "smaller")))
    assert (busy.reason, busy.paste) == (
        "The plan is approved, and I am at work on what follows from it.",
        "/signalbox status",
    )
    j.answer_role(None, reason="the model refused")
    stuck = refused(j.decide(c.Refine(said(), "plan", "smaller")))
    assert (stuck.reason, stuck.paste) == (
        "The plan is approved, and what follows from it needs a person first.",
        "/signalbox retry",
    )


@pytest.mark.parametrize(
    ("held", "paste"),
    [
        (e.NeedsHuman(reason="the model's answer is no use. Wrong in the last: it is no JSON object"), "/signalbox retry"),
        (e.Paused(by=RAJ, why="it is late"), "/signalbox resume"),
    ],
)  # fmt: skip
def test_a_yes_to_what_waits_while_the_run_is_held_says_in_one_clause_what_comes_first(
    held: e.Entry, paste: str
) -> None:
    j = until("planned")
    j.record(held)
    no = refused(j.decide(c.Approve(said(), "plan", "")))
    assert (no.code, no.paste) == ("SB-114", paste)
    assert "JSON" not in no.reason
