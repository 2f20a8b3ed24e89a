"""What a no comes to, and for what it counts."""

from policies import commands as c
from policies import entries as e
from tests.policies.build import RAJ, proposal, said
from tests.policies.journey import until
from tests.policies.outcomes import moved, refused
from tests.policies.situations import SITUATIONS


def test_a_rejection_names_what_waits() -> None:
    j = until("proposed")
    decision = refused(j.decide(c.Reject(said(), "backlog", "no")))
    assert decision.remedy == f"Waiting now: PS-1 `{j.digest('PS-1')[:12]}`."


def test_a_bare_rejection_takes_the_one_thing_that_waits_with_a_thousand_characters_of_why() -> None:
    j = until("planned")
    entry = moved(j.decide(c.Reject(said(), None, "n" * 1_001))).entries[0]
    assert entry == e.Rejected(cause=entry.cause, target="plan", why="n" * 1_000, by=RAJ)


def test_of_two_things_that_wait_a_bare_rejection_takes_the_one_of_its_issue() -> None:
    j = until("proposed")
    j.answer_unit(proposal("U-03"), "U-03")
    assert refused(j.decide(c.Reject(said(), None, "no"))).code == "SB-112"
    entry = moved(j.decide(c.Reject(said(thread=36), None, "no"))).entries[0]
    assert isinstance(entry, e.Rejected)
    assert entry.target == "PS-2"


def test_a_rejected_new_backlog_leaves_the_old_one_in_force() -> None:
    j = SITUATIONS["backlog-2-proposed"]()
    j.take(c.Reject(said(), "backlog", "the old one is fine"))
    assert (j.run.stage, j.run.approved_backlog) == ("delivering", j.run.backlogs[0])
