"""What a yes or a no without a name means: in a unit's issue and its pull request the unit's own patchset and no other one."""

import pytest

from policies import commands as c
from policies import entries as e
from policies.decision import Moved, Refused
from policies.stages import UnitState
from tests.policies.build import BLOCKED, proposal, said, tags
from tests.policies.journey import Journey, until
from tests.policies.outcomes import refused
from tests.policies.situations import SITUATIONS

OTHER = 36  # the issue of U-03, which has no patchset while PS-1 of U-01 waits


def in_thread(thread: int) -> tuple[c.HumanCommand, ...]:
    return c.Approve(said(thread=thread), None, None), c.Reject(said(thread=thread), None, "no")


def test_nothing_of_another_unit_is_meant_in_a_unit_s_issue() -> None:
    j = until("proposed")
    assert j.run.waiting == ("PS-1",)
    for command in in_thread(OTHER):
        decision = refused(j.decide(command))
        assert decision.reason == "Nothing of U-03 waits for approval now."
        assert decision.remedy.startswith("Waiting now: PS-1 ")


def test_in_its_own_issue_the_patchset_is_meant() -> None:
    j = until("proposed")
    approve, reject = in_thread(34)
    assert refused(j.decide(approve)).reason.startswith("Say which version of PS-1")
    decision = j.decide(reject)
    assert isinstance(decision, Moved)
    assert [entry.target for entry in decision.entries if isinstance(entry, e.Rejected)] == ["PS-1"]


def test_a_unit_that_a_rule_stops_says_so_in_its_issue_while_others_wait() -> None:
    j = until("synced")
    j.answer_unit(proposal("U-01"), gates=BLOCKED)
    j.answer_unit(proposal("U-03"), unit_id="U-03")
    for command in in_thread(34):
        decision = refused(j.decide(command))
        assert (decision.code, decision.paste) == ("SB-301", "/signalbox refine PS-1 …")


def test_the_rule_that_stops_a_unit_is_named_and_none_that_let_it_pass() -> None:
    j = until("synced")
    j.answer_unit(proposal("U-01"), gates=BLOCKED)
    decision = refused(j.decide(c.Approve(said(thread=34), None, None)))
    assert decision.reason == "Rule `ci-files` stops PS-1: it changes how CI runs"


def test_where_nothing_waits_at_all_the_unit_is_named() -> None:
    j = until("synced")
    decision = refused(j.decide(c.Approve(said(thread=34), None, None)))
    assert (decision.reason, decision.remedy) == ("Nothing of U-01 waits for approval now.", "")


def test_on_the_intake_issue_the_only_one_that_waits_is_meant() -> None:
    j = until("proposed")
    assert tags(j.decide(c.Reject(said(), None, "no")))[:1] == ["rejected"]
    assert (
        refused(until("synced").decide(c.Reject(said(), None, "no"))).reason
        == "Nothing waits for approval now."
    )


@pytest.mark.parametrize(("situation", "kind"), [("plan-proposed-rejected", "plan")])
def test_a_yes_to_what_was_rejected_is_told_so(situation: str, kind: str) -> None:
    j = SITUATIONS[situation]()
    decision = j.decide(c.Approve(said(), kind, j.digest(kind)))
    assert isinstance(decision, Refused)
    assert (decision.reason, decision.remedy, decision.paste) == (
        "Plan v1 was rejected.",
        "Say what to change:",
        "/signalbox refine plan …",
    )


def test_a_retry_in_the_pull_request_is_for_its_unit() -> None:
    j: Journey = SITUATIONS["delivering-pull-request-open"]()
    j.take(c.Refine(said(thread=41), None, "smaller"))
    j.answer_unit(None, reason="it cannot")
    assert j.unit().state is UnitState.NEEDS_HUMAN
    decision = j.decide(c.Retry(said(thread=41)))
    assert isinstance(decision, Moved)
    assert [entry.unit for entry in decision.entries if isinstance(entry, e.Retried)] == ["U-01"]
