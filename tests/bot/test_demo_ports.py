"""Ports of servers on this machine are none that something else may have been given before the server listens."""

import socket

import pytest

from bot.demo import servers
from bot.demo.servers import PORTS, free_port

# As Linux gives them to connections on their way out unless it is told otherwise.
ON_THE_WAY_OUT = range(32_768, 61_000)


def test_a_free_port_is_none_of_those_that_connections_on_their_way_out_get() -> None:
    assert free_port() in PORTS
    assert not {PORTS.start, PORTS.stop - 1} & set(ON_THE_WAY_OUT)


def test_a_port_that_somebody_has_is_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as taken:
        one = free_port()
        taken.bind(("127.0.0.1", one))
        monkeypatch.setattr(servers, "PORTS", range(one, one + 1))
        with pytest.raises(OSError, match=f"no port from {one} to {one} is free"):
            free_port()
