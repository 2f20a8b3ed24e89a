"""A hostile model that plans: 3,500 answers, and none is more than words."""

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.hostile import spite, stagings

RUN = settings(max_examples=1, deadline=None, database=None, suppress_health_check=list(HealthCheck))
SEEDS = st.integers(min_value=0, max_value=2**64 - 1)


def staged(role: str, seed: int) -> None:
    """One hostile answer of the role, from its seed."""
    rng = Random(seed)
    stage, honest = stagings.HONEST[role]
    stage(spite.spoiled(rng.choice(honest), rng), rng)


@pytest.mark.timeout(300)
@settings(RUN, max_examples=3500)
@given(SEEDS)
def test_a_hostile_plan_only_shows_words(seed: int) -> None:
    staged("plan", seed)
