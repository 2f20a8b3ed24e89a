"""The fuzzing targets keep their promise on what the search begins with, and on what comes of cutting and doubling it."""

import pytest

from tests.fuzz.targets import TARGETS


@pytest.mark.parametrize("name", sorted(TARGETS))
def test_a_target_keeps_its_promise_on_its_seeds(name: str) -> None:
    target = TARGETS[name]
    for seed in (*target.seeds, b"", b"\x00", b"\xff\xfe"):
        for data in (seed, seed[: len(seed) // 2], seed + seed, seed[::-1]):
            target.try_(data)
