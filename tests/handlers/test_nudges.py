"""The nudge says what the card says, and a run is nudged exactly when the card says that it is a person's turn."""

import pytest

from handlers.replies import card
from handlers.replies.nudges import nudged
from policies.decide.quiet import quiet
from policies.decision import Ignored, Moved
from policies.entries import Nudged
from policies.stages import FINISHED, Overlay
from policies.waiting import Quiet, is_peoples_turn, is_to_be_nudged
from tests.handlers import shop as s
from tests.handlers import shop_delivered as d
from tests.policies.situations import SITUATIONS

RUNS = {name: run for name, play in SITUATIONS.items() if (run := play().maybe_run) is not None}
RUNS["a pull request that the App merges"] = s.run_of(d.MERGING)


@pytest.mark.parametrize("name", RUNS)
def test_it_is_peoples_turn_where_the_card_calls_them(name: str) -> None:
    run = RUNS[name]
    headline = card(run, s.view()).partition("\n")[0]
    assert is_peoples_turn(run) is headline.startswith(("### 🟡", "### 🟠", "### 🔴")), headline


@pytest.mark.parametrize("name", RUNS)
def test_one_silence_is_one_nudge(name: str) -> None:
    run = RUNS[name]
    decision = quiet(run, Quiet(run.length))
    if run.stage in FINISHED or run.overlay in {Overlay.PAUSED, Overlay.BUDGET}:
        assert isinstance(decision, Ignored)
    assert isinstance(decision, Moved) is is_to_be_nudged(run)
    assert isinstance(quiet(run, Quiet(run.length - 1)), Ignored)


def test_a_run_that_was_nudged_is_not_nudged_again_until_something_happened() -> None:
    run = s.run_of((*s.PROPOSED_2, Nudged()))
    assert is_peoples_turn(run)
    assert isinstance(quiet(run, Quiet(run.length)), Ignored)
    assert is_to_be_nudged(s.run_of((*s.PROPOSED_2, Nudged(), s.TURNED_DOWN[-1])))


def test_only_a_single_patchset_is_offered_for_approval() -> None:
    assert "/signalbox approve PS-1 " in nudged(s.run_of((*s.JUDGED, Nudged())), s.view())
    assert "```" not in nudged(s.run_of((*s.PROPOSED_2, Nudged())), s.view())
