"""The rules of the benchmark: what counts as found, as missed and as wrong."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from bench.plan import measured, misses, table
from bench.scoring import Said, quiet_lines, scored_lines, scored_names

PRDS = Path(__file__).parents[1] / "prds"
WANTED: list[dict[str, Any]] = [
    {"line": 3, "text": "Export bookings", "also": [20]},
    {"line": 5, "text": "Export bookings by month"},
    {"line": 7, "text": "Perhaps export tax data", "tentative": True},
]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([(3,), (5,)], (2, 2, 2, 0)),
        ([(20,), (5,)], (2, 2, 2, 0)),
        ([(3,), (3,)], (2, 1, 1, 0)),
        ([(7,)], (2, 0, 1, 0)),
        ([(4, 6)], (2, 1, 1, 0)),
        ([(4, 30)], (2, 0, 0, 1)),
        ([(9,), (10,)], (2, 0, 0, 1)),
        ([], (2, 0, 0, 0)),
    ],
    ids=[
        "both found",
        "found where it is said again",
        "cut finer",
        "a hint is a hit but not needed",
        "within a wrapped statement",
        "two places far apart are no range",
        "a quiet line is no error",
        "nothing found",
    ],
)
def test_lines(found: list[tuple[int, ...]], expected: tuple[int, int, int, int]) -> None:
    score = scored_lines([Said(lines, "") for lines in found], WANTED, quiet=frozenset({9}))
    assert (score.need, score.got, score.hits, score.wrong) == expected


def test_deferred_lines_criteria_and_neutral_ranges_are_quiet() -> None:
    truth = {
        "neutral": [{"lines": [1, 3]}, [8]],
        "deferred": [{"line": 5, "text": "later", "also": [6]}],
        "acceptance_criteria": [{"line": 10, "text": "given"}],
    }
    assert quiet_lines(truth) == {1, 2, 3, 5, 6, 8, 10}


@pytest.mark.parametrize(
    ("found", "wanted", "expected"),
    [
        (["Order"], ["orders"], (1, 1, 0)),
        (["shift lead"], ["Lead"], (1, 1, 0)),
        (["Slack"], ["Slack / Teams"], (1, 1, 0)),
        (["Leader"], ["Lead"], (1, 0, 1)),
        (["Lead", "lead"], ["Lead"], (1, 1, 0)),
        (["用户"], ["用户"], (1, 1, 0)),
    ],
)
def test_names(found: list[str], wanted: list[str], expected: tuple[int, int, int]) -> None:
    score = scored_names(found, wanted)
    assert (score.need, score.got, score.wrong) == expected


def test_recall_precision_and_their_mean() -> None:
    score = scored_lines([Said((3,), ""), Said((99,), "")], WANTED, quiet=frozenset())
    assert (score.recall, score.precision, score.f1) == (0.5, 0.5, 0.5)
    assert (scored_lines([], [], quiet=frozenset()).recall, scored_names([], []).precision) == (1.0, 1.0)


def test_a_document_of_another_encoding_is_measured_and_its_misses_are_told(tmp_path: Path) -> None:
    document = tmp_path / "01-kiosk.md"
    document.write_bytes("# Kiosk\n## Requirements\n- Sell caf\xe9\n- Print receipts\n".encode("latin-1"))
    truth = {"title": "Kiosk", "product": "Kiosk", "functional": [{"line": 9, "text": "Refund"}]}
    told = measured(document, truth)
    assert [line.split(" ", 3)[2:] for line in misses(told)][:2] == [
        ["missed", "functional 9: Refund"],
        ["wrong", " functional 3: Sell caf\ufffd"],
    ]
    assert [line for line in table([told]) if "right" in line] == [
        "title            right in 1 of 1",
        "product          right in 1 of 1",
    ]


def test_every_annotation_of_the_project_copies_its_lines() -> None:
    for annotation in PRDS.glob("*.truth.json"):
        lines = annotation.with_name(annotation.name.replace(".truth.json", ".md")).read_text().splitlines()
        for entries in json.loads(annotation.read_text()).values():
            for entry in entries if isinstance(entries, list) else ():
                if isinstance(entry, dict) and "text" in entry:
                    words = set(re.findall(r"\w+", entry["text"]))
                    assert words <= set(re.findall(r"\w+", lines[entry["line"] - 1])), (
                        annotation.name,
                        entry,
                    )
