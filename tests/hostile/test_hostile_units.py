"""A hostile model in the other roles: 6,500 answers, and none is more than words."""

import pytest
from hypothesis import given, settings

from tests.hostile.seeded import RUN, SEEDS, staged


@pytest.mark.timeout(300)
@settings(RUN, max_examples=2500)
@given(SEEDS)
def test_a_hostile_backlog_only_shows_words(seed: int) -> None:
    staged("backlog", seed)


@pytest.mark.timeout(300)
@settings(RUN, max_examples=2000)
@given(SEEDS)
def test_a_hostile_patchset_is_shown_and_not_written(seed: int) -> None:
    staged("patch", seed)


@pytest.mark.timeout(300)
@settings(RUN, max_examples=2000)
@given(SEEDS)
def test_a_hostile_triage_only_recommends(seed: int) -> None:
    staged("triage", seed)
