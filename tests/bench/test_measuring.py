"""The measuring tools: what the load sends is what the door counts, and a measurement that fails is a line that does not hold."""

import json
import sys
from pathlib import Path

import pytest

from bench.every import Measurement, measured
from bench.ingest import _free_port, _load, _server


@pytest.mark.parametrize(
    ("options", "code", "kept"),
    [((), "202", True), (("--ours", "2"), "202", True), (("--forged",), "401", False)],
    ids=["every-one-ours", "two-of-a-hundred", "forged"],
)
def test_every_request_is_answered_and_what_concerns_us_is_worked_off(
    tmp_path: Path, options: tuple[str, ...], code: str, *, kept: bool
) -> None:
    port = _free_port()
    command = [sys.executable, "-m", "bench.served", str(port), str(tmp_path)]
    with _server(command, {}, port):
        said = _load(port, "/github", *options, "--connections", "4", "--seconds", "0.4")
    assert list(said["codes"]) == [code]
    started = json.loads((tmp_path / "started").read_text())
    assert bool(started) is kept


def test_a_measurement_that_fails_is_a_line_that_does_not_hold() -> None:
    (line,) = measured(Measurement("nowhere", "Nothing", 20))
    assert line["holds"] is False
    assert "No module named bench.nowhere" in line["how"]


def test_a_measurement_that_takes_too_long_is_given_up() -> None:
    (line,) = measured(Measurement("ledger", "The ledger", 0.1))
    assert (line["holds"], line["how"]) == (False, "it took more than 0 s")
