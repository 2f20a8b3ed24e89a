"""Everybody can read a public repository: whoever has no part in it is not answered."""

from dataclasses import replace

import pytest

from policies import commands as c
from policies.decision import Refused
from tests.policies.build import said
from tests.policies.cells import PEOPLE
from tests.policies.journey import Journey, until


@pytest.mark.parametrize("name", ["new", "planned"])
@pytest.mark.parametrize(
    ("who", "outside", "answered"),
    [
        pytest.param("reader", True, False, id="everybody can read it"),
        pytest.param("reader", False, True, id="somebody let them read it"),
        pytest.param("triager", True, True, id="works here, and hides it"),
    ],
)
def test_a_question_of_somebody_without_ties_to_a_public_repository_gets_no_word(
    name: str, who: str, *, outside: bool, answered: bool
) -> None:
    j = Journey() if name == "new" else until("planned")
    asker = replace(said(), outside=outside)
    for question in (c.Show(asker, "status"), c.Simulate(asker, c.Approve(asker, "plan", None))):
        decision = j.decide(question, actor=PEOPLE[who])
        quiet = isinstance(decision, Refused) and decision.quiet and decision.entry is None
        assert quiet is not answered
