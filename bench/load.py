"""Signed deliveries as fast as a server takes them, or at a fixed rate; one process, one loop, requests made beforehand.

`python -m bench.load PORT PATH [--connections N] [--seconds S] [--rate R] [--ours PERCENT] [--forged]` prints one JSON object.
With `--rate` latency counts from when a request was due, so that a server which falls behind cannot hide it.
"""

import argparse
import json
import os
import selectors
import socket
import sys
import time
from dataclasses import dataclass, field
from typing import Any

from bot.signature import sign

SECRET = b"a secret of the bench, long enough for it"
BODIES = 512
SIZE = 14_000
CORE = 1


def main() -> None:
    """Send and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("port", type=int)
    parser.add_argument("path")
    parser.add_argument("--connections", type=int, default=16)
    parser.add_argument("--seconds", type=float, default=5.0)
    parser.add_argument("--rate", type=float, default=0.0)
    parser.add_argument("--ours", type=int, default=100)
    parser.add_argument("--forged", action="store_true")
    given = parser.parse_args()
    if len(os.sched_getaffinity(0)) > 1:
        os.sched_setaffinity(0, {CORE})
    requests = Requests(given.path, ours=given.ours, forged=given.forged)
    began = time.process_time()
    load = Load(given.port, requests, given.connections, given.rate)
    seconds = load.run(given.seconds)
    taken = sorted(load.taken)
    said = {
        "per_second": len(taken) / seconds,
        "p50": _at(taken, 0.50),
        "p95": _at(taken, 0.95),
        "p99": _at(taken, 0.99),
        "most": taken[-1] * 1000 if taken else 0.0,
        "codes": load.codes,
        "cores": (time.process_time() - began) / seconds,
    }
    sys.stdout.write(json.dumps(said) + "\n")


class Requests:
    """Requests as bytes: a few hundred signed bodies, each time under another delivery id."""

    def __init__(self, path: str, *, ours: int, forged: bool) -> None:
        self._parts: list[tuple[bytes, bytes]] = []
        self._run = os.urandom(4).hex()
        self._sent = 0
        for number in range(BODIES):
            # A hundred and one is prime to every percentage, so that what concerns us is spread out evenly.
            body = _body(number, command=number * 101 % 100 < ours)
            signature = sign(body, SECRET if not forged else b"another secret, which is not the server's")
            head = (
                f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                f"Content-Length: {len(body)}\r\nX-GitHub-Event: issue_comment\r\nUser-Agent: GitHub-Hookshot/bench\r\n"
                f"X-Hub-Signature-256: {signature}\r\nX-GitHub-Delivery: "
            )
            self._parts.append((head.encode(), b"\r\n\r\n" + body))

    def next(self) -> bytes:
        """The next request."""
        head, rest = self._parts[self._sent % BODIES]
        self._sent += 1
        return b"%s%s-0000-4000-8000-%012x%s" % (head, self._run.encode(), self._sent, rest)


def _body(number: int, *, command: bool) -> bytes:
    text = "/signalbox refine plan use PostgreSQL" if command else "I looked at it and it seems fine to me."
    user = {"login": "mona", "id": 7, "type": "User", "site_admin": False}
    payload: dict[str, Any] = {
        "action": "created",
        "issue": {
            "id": 1000 + number,
            "number": number + 1,
            "title": "A small shop",
            "body": "Filling. " * (SIZE // 9),
            "state": "open",
            "user": user,
            "labels": [{"id": 1, "name": "signalbox"}],
            "author_association": "MEMBER",
        },
        "comment": {
            "id": number + 1,
            "body": text,
            "user": user,
            "created_at": "2026-11-21T10:00:00Z",
            "updated_at": "2026-11-21T10:00:00Z",
            "author_association": "MEMBER",
        },
        "repository": {
            "id": number,
            "name": f"shop-{number}",
            "full_name": f"acme/shop-{number}",
            "private": False,
            "owner": {"login": "acme", "id": 2, "type": "Organization"},
        },
        "installation": {"id": 3},
        "sender": user,
    }
    return json.dumps(payload).encode()


@dataclass
class Connection:
    """One keep-alive connection and the request it waits for."""

    socket: socket.socket
    due: float = 0.0
    left: memoryview = field(default_factory=lambda: memoryview(b""))
    got: bytes = b""


class Load:
    """Sends on all connections until the time is over; `taken` are seconds from due to answered."""

    def __init__(self, port: int, requests: Requests, connections: int, rate: float) -> None:
        self.taken: list[float] = []
        self.codes: dict[str, int] = {}
        self._requests = requests
        self._rate = rate
        self._selector = selectors.DefaultSelector()
        self._idle: list[Connection] = []
        for _ in range(connections):
            opened = socket.create_connection(("127.0.0.1", port))
            opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            opened.settimeout(0)
            connection = Connection(opened)
            self._selector.register(opened, selectors.EVENT_READ, connection)
            self._idle.append(connection)

    def run(self, seconds: float) -> float:
        """The seconds it really took, with the answers that were under way at the end."""
        began = time.perf_counter()
        end, due = began + seconds, began
        busy = 0
        while True:
            now = time.perf_counter()
            while self._idle and now < end and (not self._rate or due <= now):
                self._send(self._idle.pop(), due if self._rate else now)
                busy += 1
                due += 1 / self._rate if self._rate else 0.0
            if now >= end and not busy:
                return now - began
            wait = min(due, end) - now if self._rate and self._idle else 1.0
            for key, events in self._selector.select(max(wait, 0.0)):
                busy -= self._ready(key.data, events)

    def _send(self, connection: Connection, due: float) -> None:
        connection.due, connection.left = due, memoryview(self._requests.next())
        self._more(connection)

    def _more(self, connection: Connection) -> None:
        try:
            sent = connection.socket.send(connection.left)
        except BlockingIOError:
            sent = 0
        connection.left = connection.left[sent:]
        wanted = selectors.EVENT_READ | (selectors.EVENT_WRITE if connection.left else 0)
        if self._selector.get_key(connection.socket).events != wanted:
            self._selector.modify(connection.socket, wanted, connection)

    def _ready(self, connection: Connection, events: int) -> int:
        """Goes on with one connection; 1 when its answer is whole."""
        if events & selectors.EVENT_WRITE:
            self._more(connection)
        if not events & selectors.EVENT_READ:
            return 0
        received = connection.socket.recv(65536)
        if not received:
            raise SystemExit("the server closed a connection")
        connection.got += received
        if not _whole(connection.got):
            return 0
        self.taken.append(time.perf_counter() - connection.due)
        code = connection.got[9:12].decode()
        self.codes[code] = self.codes.get(code, 0) + 1
        connection.got = b""
        self._idle.append(connection)
        return 1


def _whole(answer: bytes) -> bool:
    head, found, body = answer.partition(b"\r\n\r\n")
    if not found:
        return False
    if b"chunked" in head.lower():
        return body.endswith(b"0\r\n\r\n")
    length = next(
        (
            int(line.partition(b":")[2])
            for line in head.split(b"\r\n")
            if line.lower().startswith(b"content-length:")
        ),
        0,
    )
    return len(body) >= length


def _at(taken: list[float], share: float) -> float:
    """A percentile in milliseconds."""
    return taken[min(len(taken) - 1, int(len(taken) * share))] * 1000 if taken else 0.0


if __name__ == "__main__":
    main()
