"""A stage for what a hostile model says, by the seed it is drawn from."""

from random import Random

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from tests.hostile import spite, stagings

RUN = settings(max_examples=1, deadline=None, database=None, suppress_health_check=list(HealthCheck))


SEEDS = st.integers(min_value=0, max_value=2**64 - 1)


def staged(role: str, seed: int) -> None:
    """One hostile answer of the role, from its seed."""
    rng = Random(seed)
    stage, honest = stagings.HONEST[role]
    stage(spite.spoiled(rng.choice(honest), rng), rng)
