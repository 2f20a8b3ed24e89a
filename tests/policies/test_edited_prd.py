"""A yes to what was drawn from a text that has been edited since: it counts for the text as it stands, or not at all."""

import pytest

from policies import commands as c
from tests.policies.approving import approved, refused
from tests.policies.build import PRD, RAJ, said, tags
from tests.policies.journey import until
from tests.policies.situations import SITUATIONS


def test_a_plan_of_an_older_prd_is_drawn_again_first() -> None:
    j = SITUATIONS["plan-proposed-prd-edited"]()
    code, line = refused(j.decide(c.Approve(said(), "plan", j.digest("plan"))))
    assert (code, line) == ("SB-204", "/signalbox refine plan read the PRD again")


def test_a_prd_edited_back_counts_again() -> None:
    j = SITUATIONS["plan-proposed-prd-edited"]()
    j.take(c.PrdEdited(RAJ), prd_sha256=PRD)
    assert approved(j.decide(c.Approve(said(), "plan", j.digest("plan")))).version == 1


def test_the_text_as_it_stands_decides_and_not_the_one_we_were_told_of() -> None:
    j = until("planned")
    yes = c.Approve(said(), "plan", j.digest("plan"))
    assert refused(j.decide(yes, prd_sha256="0" * 64))[0] == "SB-204"
    j.take(c.PrdEdited(RAJ), prd_sha256="0" * 64)
    assert approved(j.decide(yes, prd_sha256=PRD)).version == 1


@pytest.mark.parametrize(
    ("last", "target", "outcome"),
    [
        ("planned", "plan", "SB-204"),
        ("backlog proposed", "backlog", "SB-204"),
        # A patchset is approved by its own bytes, whatever the PRD says by then.
        ("proposed", "PS-1", "approved"),
    ],
)
@pytest.mark.parametrize("told", [True, False], ids=["told", "only read"])
def test_an_edited_prd_stops_the_approval_of_whatever_was_drawn_from_its_old_text(
    last: str, target: str, outcome: str, *, told: bool
) -> None:
    j = until(last)
    if told:
        j.take(c.PrdEdited(RAJ), prd_sha256="0" * 64)
    yes = c.Approve(said(), target, j.digest(target))
    assert tags(j.decide(yes, prd_sha256="0" * 64))[0] == outcome
