"""What people read when a yes or a no does not count stands in `tests/policies/refused.txt`, word for word."""

from tests.policies.refused import FOLDER, told


def test_every_refusal_reads_as_the_table_says() -> None:
    assert told() == (FOLDER / "refused.txt").read_text(encoding="utf-8")
