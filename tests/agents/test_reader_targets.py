"""Measurable goals in words and figures, in several languages."""

import pytest

from agents.builtin.reader.findings import Findings
from agents.builtin.reader.reading import read
from agents.builtin.reader.statements.targets import target_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Answers come within 200 ms", ("<=", 200, "ms")),
        ("p95 < 300 ms", ("<", 300, "ms")),
        ("Pages load in under two seconds", ("<", 2, "seconds")),
        ("loads in under a second", ("<", 1, "second")),
        ("99.9% monthly", ("=", 99.9, "%")),
        ("at least 10,000 concurrent users", (">=", 10_000, "concurrent users")),
        ("serve 5k requests per second", ("=", 5_000, "requests per second")),
        ("2 million records or more", (">=", 2e6, "records")),
        ("no more than $20 a month", ("<=", 20, "$")),
        ("≤ 1 € per race", ("<=", 1, "€")),
        ("höchstens 3 Sekunden", ("<=", 3, "sekunden")),
        ("al menos 50 usuarios o 2 segundos", ("=", 2, "segundos")),
        ("加载时间不超过3秒", ("<=", 3, "秒")),
        ("応答は3秒以内", ("<=", 3, "秒")),
        ("응답 시간 2초 이내", ("<=", 2, "초")),
        ("не более 5 секунд", ("<=", 5, "секунд")),
        ("keeps 1,250,000,000 records", ("=", 1_250_000_000, "records")),
    ],
)
def test_comparison_number_and_unit(text: str, expected: tuple[str, float, str]) -> None:
    target = target_of(text)
    assert target
    assert (target.comparison, target.quantity, target.unit) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Attach two files",
        "Version 2 of the app",
        "Sort by name",
        "A user has one account",
        f"Answers come within {'9' * 400} ms",
    ],
)
def test_what_is_no_goal(text: str) -> None:
    assert target_of(text) is None


def test_how_long_something_stays_is_no_speed() -> None:
    found = read(
        "# Bills\n\n## Quality\n\n- Photos of bills are deleted after 30 days\n- A bill opens within 2 seconds\n"
    )
    assert isinstance(found, Findings)
    assert [each.category for each in found.findings] == ["retention", "performance"]
