"""A hostile model that plans: 3,500 answers, and none is more than words."""

import pytest
from hypothesis import given, settings

from tests.hostile.seeded import RUN, SEEDS, staged


@pytest.mark.timeout(300)
@settings(RUN, max_examples=3500)
@given(SEEDS)
def test_a_hostile_plan_only_shows_words(seed: int) -> None:
    staged("plan", seed)
