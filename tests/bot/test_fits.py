"""A body passes only under the name of its own event; judged on GitHub's own examples."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from bot.fits import SHAPES, fits

EXAMPLES: list[dict[str, Any]] = json.loads(
    gzip.decompress((Path(__file__).parents[1] / "github/data/webhook_examples.json.gz").read_bytes())
)
BY_EVENT: dict[str, list[dict[str, Any]]] = {one["name"]: one["examples"] for one in EXAMPLES}


@pytest.mark.parametrize("event", sorted(BY_EVENT))
def test_every_example_fits_its_own_event(event: str) -> None:
    assert all(fits(event, example) for example in BY_EVENT[event])


@pytest.mark.parametrize("claimed", sorted(SHAPES))
def test_no_example_of_another_event_fits(claimed: str) -> None:
    passed = [
        (event, example.get("action"))
        for event, examples in BY_EVENT.items()
        if event != claimed
        for example in examples
        if fits(claimed, {**example, "installation": {"id": 1}})
    ]
    assert passed == []


@pytest.mark.parametrize("event", sorted(SHAPES))
@pytest.mark.parametrize(
    "payload", [{}, {"action": "created"}, {"action": 7, "issue": []}], ids=["{}", "bare", "wrong"]
)
def test_an_empty_shell_fits_nothing(event: str, payload: dict[str, Any]) -> None:
    assert not fits(event, payload)


def test_an_event_we_do_not_know_always_fits() -> None:
    assert fits("something_new", {})
