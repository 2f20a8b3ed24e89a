"""What a review and what people found after it change in a unit."""

from dataclasses import replace
from typing import assert_never

from policies import entries as e
from policies.folding.steps import Recorded
from policies.run import ReviewSeen, Run, with_unit


def reviewed(run: Run, entry: e.Reviewed | e.ReviewMissed, record: Recorded) -> Run:
    """The run after a review, or after something it had not found."""
    unit = run.units[entry.unit]
    match entry:
        case e.Reviewed():
            seen = ReviewSeen(entry.digest, record.seq, entry.findings, entry.failed)
            return with_unit(run, replace(unit, review=seen))
        case e.ReviewMissed():
            if unit.review is None or unit.review.digest != entry.digest:
                return run
            missed = (*unit.review.missed, (entry.by, entry.text))
            return with_unit(run, replace(unit, review=replace(unit.review, missed=missed)))
        case _:
            assert_never(entry)
