"""What a model's answer can reach before a person has approved it: words in the run's own thread, whatever the role."""

import json
from collections.abc import Mapping
from random import Random
from typing import Any

import pytest

from agents.ask import Role
from agents.roles import ROLES
from policies import effects as f
from policies import entries as e
from policies.effects import effects_of
from tests.hostile import stagings

FAULT = {
    "severity": "critical",
    "category": "security",
    "path": "src/u-01.py",
    "line": 1,
    "text": "It trusts everybody.",
}
ANSWERS: Mapping[Role, Any] = {
    "triage": stagings.TRIAGE | {"verdict": "GO"},
    "planner": stagings.PACK | {"clarifications": stagings.ANSWERED},
    "decomposition": stagings.BACKLOG,
    "implementation": stagings.PROPOSAL,
    "fixup": stagings.PROPOSAL,
    "reviewer": {"findings": [FAULT]},
}
# What is on the table after each role's answer, for a person to say yes to; triage and a review put nothing there.
TABLED: Mapping[Role, str | None] = {
    "triage": None,
    "planner": "plan_proposed",
    "decomposition": "backlog_proposed",
    "implementation": "patchset_proposed",
    "fixup": "patchset_proposed",
    "reviewer": None,
}


@pytest.mark.parametrize("role", ROLES)
def test_an_answer_with_all_three_reaches_nothing_but_words_until_it_is_approved(role: Role) -> None:
    outcome = stagings.answered(role, json.dumps(ANSWERS[role]).encode(), Random(3))
    wanted = effects_of(outcome.run, outcome.recorded)
    kinds = {type(effect) for effect in wanted}
    # A review is words on the run's own pull request, which carries its proof record.
    assert kinds <= {f.AskRole, f.Tell, f.Redraw, f.PostReview, f.ShowProof}
    types = {record.entry.type for record in outcome.recorded}
    assert ROLES[role].reach.needs_approval == (TABLED[role] is not None)
    assert TABLED[role] is None or TABLED[role] in types
    assert not any(isinstance(record.entry, e.Approved | e.WriteIntended) for record in outcome.recorded)


def test_no_role_may_have_all_three_without_a_person() -> None:
    """A new role says what it has to do with, and stands in the table above when that is everything."""
    assert set(ROLES) == set(TABLED)
    for role, part in ROLES.items():
        bits = (part.reach.untrusted, part.reach.private, part.reach.acts)
        assert sum(bits) <= 2 or TABLED[role] is not None
        # Every role reads what anybody may have written in an issue.
        assert part.reach.untrusted
