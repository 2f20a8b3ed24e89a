"""What people read when a yes or a no does not count, and why nothing is written, word for word."""

from tests.policies.permits import PLAN_CASE, UNIT_CASE
from tests.policies.refused import FOLDER, told
from tests.policies.unwritten import BOTH, OF_PLAN, OF_UNIT, blocked


def test_every_refusal_reads_as_the_table_says() -> None:
    assert told() == (FOLDER / "refused.txt").read_text(encoding="utf-8")


def test_why_nothing_is_written_is_said_in_these_words() -> None:
    reasons = {blocked(change, case) for change, _ in BOTH.values() for case in (PLAN_CASE, UNIT_CASE)}
    reasons |= {blocked(change, PLAN_CASE) for change, _ in OF_PLAN.values()}
    reasons |= {blocked(change, UNIT_CASE) for change, _ in OF_UNIT.values()}
    assert sorted(reasons) == (FOLDER / "unwritten.txt").read_text(encoding="utf-8").splitlines()
