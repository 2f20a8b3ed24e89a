"""A yes without a digest is for no version that took another's place."""

import pytest

from agents.schemas import backlog as backlogs
from policies import commands as c
from tests.policies.approving import approved, redrawn, refused
from tests.policies.build import MONA, backlog, said
from tests.policies.journey import until


@pytest.mark.parametrize("target", [None, "plan"])
def test_a_yes_without_a_digest_is_for_no_later_version(target: str | None) -> None:
    j = redrawn()
    later = j.decide(c.Approve(said(), target, None))
    assert refused(later) == ("SB-112", f"/signalbox approve plan {j.digest('plan')[:12]}")


def test_a_yes_without_a_digest_is_for_no_backlog_that_came_during_the_work() -> None:
    j = until("synced")
    j.take(c.Refine(said(MONA), "backlog", "one more"))
    units = (*backlog().units, backlog().units[2].model_copy(update={"id": "U-04", "title": "Piece U-04"}))
    j.answer_role(backlogs.canonical(backlog().model_copy(update={"units": units})))
    assert j.run.waiting == ("backlog",)
    yes = j.decide(c.Approve(said(), None, None))
    assert refused(yes) == ("SB-112", f"/signalbox approve backlog {j.digest('backlog')[:12]}")
    # In a unit's issue it is for that unit alone.
    assert refused(j.decide(c.Approve(said(thread=36), None, None))) == ("SB-111", "/signalbox status")


def test_a_bare_yes_in_a_pull_request_does_not_say_which_backlog_was_read() -> None:
    j = until("backlog proposed")
    line = f"/signalbox approve backlog {j.digest('backlog')[:12]}"
    assert refused(j.decide(c.Approve(said(thread=40), "backlog", None))) == ("SB-112", line)
    assert approved(j.decide(c.Approve(said(), "backlog", None))).target == "backlog"
