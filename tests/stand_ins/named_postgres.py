"""A server that says which PostgreSQL it is and nothing else, as one is greeted that is too old to be had any more.

https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-START-UP
"""

import asyncio
import contextlib
import struct
from collections.abc import AsyncIterator


@contextlib.asynccontextmanager
async def named(version: str) -> AsyncIterator[str]:
    """The address of a server that calls itself this version, and lets everybody in."""

    heard = list[asyncio.StreamWriter]()

    async def greet(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heard.append(writer)
        (length,) = struct.unpack("!i", await reader.readexactly(4))
        await reader.readexactly(length - 4)
        told = b"".join(
            _message(b"S", f"{name}\0{value}\0".encode())
            for name, value in (("server_version", version), ("client_encoding", "UTF8"))
        )
        writer.write(_message(b"R", struct.pack("!i", 0)) + told + _message(b"Z", b"I"))
        # The first statement, or the end.
        await reader.read(1)
        writer.close()

    server = await asyncio.start_server(greet, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        yield f"postgresql://signalbox@127.0.0.1:{port}/signalbox?sslmode=disable&gssencmode=disable"
        for each in heard:
            each.close()
            await each.wait_closed()


def _message(kind: bytes, content: bytes) -> bytes:
    return kind + struct.pack("!i", len(content) + 4) + content
