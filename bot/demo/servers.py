"""The two servers of the demo, each a process of its own: the GitHub stand-in, and the App as it is run in earnest."""

import asyncio
import contextlib
import json
import os
import secrets
import socket
import sys
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
import yaml
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from bot.clock import ticks
from bot.demo.person import DemoFailed, Person

START = 30.0
STOP = 10.0
PORTS, MOST_PORTS = range(20_000, 32_000), 1_000
ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Registered:
    """What registering the App brought: its number, name and keys; the keys go nowhere but into the App's environment."""

    app_id: int
    slug: str
    pem: str
    webhook_secret: str
    ledger_key: Ed25519PrivateKey


def free_port() -> int:
    """A port on this machine that nobody listens on at the moment.

    It is none of those that connections on their way out are given, one of which could have it before it is used
    (https://docs.kernel.org/networking/ip-sysctl.html, ip_local_port_range).
    """
    for _ in range(MOST_PORTS):
        port = PORTS.start + secrets.randbelow(len(PORTS))
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    raise OSError(f"no port from {PORTS.start} to {PORTS.stop - 1} is free")


@contextlib.asynccontextmanager
async def process(
    *arguments: str, environment: Mapping[str, str], log: Path
) -> AsyncIterator[asyncio.subprocess.Process]:
    """A child process whose output goes to a file; asked to end when the block ends, and waited for."""
    with log.open("wb") as output:
        child = await asyncio.create_subprocess_exec(
            sys.executable,
            *arguments,
            cwd=ROOT,
            env=dict(environment),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=output,
            stderr=asyncio.subprocess.STDOUT,
        )
    try:
        yield child
    finally:
        if child.returncode is None:
            child.terminate()
            try:
                await asyncio.wait_for(child.wait(), STOP)
            except TimeoutError:
                child.kill()
                await child.wait()


def bare_environment() -> dict[str, str]:
    """What a child inherits: where programs are, and nothing that configures an App."""
    kept = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "VIRTUAL_ENV", "PYTHONPATH")
    return {name: os.environ[name] for name in kept if name in os.environ}  # noqa: TID251 - for children only


def app_environment(registered: Registered, *, github: str, port: int, data: Path) -> dict[str, str]:
    """The App's environment, as an operator would set it; only the pacing is off, because the stand-in has no limits."""
    pem = registered.ledger_key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    given = {
        name: os.environ[name]  # noqa: TID251 - the model's settings are the operator's, also in a demo
        for name in ("ANTHROPIC_API_KEY", "ANTHROPIC_BASE_URL", "SIGNALBOX_MODEL")
        if name in os.environ  # noqa: TID251 - as above
    }
    return {
        **bare_environment(),
        **given,
        "GITHUB_URL": github,
        "GITHUB_APP_ID": str(registered.app_id),
        "GITHUB_PRIVATE_KEY": registered.pem,
        "GITHUB_WEBHOOK_SECRET": registered.webhook_secret,
        "SIGNALBOX_LEDGER_KEY": pem.decode(),
        "DATA_DIR": str(data),
        "PORT": str(port),
        "SIGNALBOX_WRITES_PER_MINUTE": "100000",
        "SIGNALBOX_WRITES_PER_HOUR": "1000000",
        "SIGNALBOX_WRITE_SPACING_SECONDS": "0",
    }


async def register(session: aiohttp.ClientSession, github: str, *, port: int) -> Registered:
    """Register the App from its manifest, with its webhook at this port."""
    manifest: dict[str, Any] = yaml.safe_load((ROOT / "app.yml").read_text(encoding="utf-8"))
    manifest["hook_attributes"] = {"url": f"http://127.0.0.1:{port}/github", "active": True}
    operator = Person(session, github, "operator")
    made = await operator.do("POST", "/_standin/apps", manifest)
    secret = made.get("webhook_secret") or secrets.token_hex(32)
    return Registered(
        app_id=int(made["id"]),
        slug=str(made["slug"]),
        pem=str(made["pem"]),
        webhook_secret=secret,
        ledger_key=Ed25519PrivateKey.generate(),
    )


async def listening(
    session: aiohttp.ClientSession, url: str, child: asyncio.subprocess.Process, log: Path
) -> None:
    """Wait until the server answers; a child that ends instead fails the demo with the end of its log."""
    deadline = ticks() + START
    while ticks() < deadline:
        if child.returncode is not None:
            break
        with contextlib.suppress(aiohttp.ClientError):
            async with session.get(url) as response:
                if response.status < 500:
                    return
        await asyncio.sleep(0.02)
    said = await asyncio.to_thread(log.read_text, encoding="utf-8", errors="replace")
    raise DemoFailed(f"{url} does not answer. The server said:\n{said[-2000:]}")


async def metrics(session: aiohttp.ClientSession, port: int) -> int:
    """How many calls to GitHub the App has made, from its own metrics."""
    async with session.get(f"http://127.0.0.1:{port}/metrics") as response:
        lines = (await response.text()).splitlines()
    counted = [line.rpartition(" ")[2] for line in lines if line.startswith("signalbox_github_calls_total")]
    return int(sum(float(count) for count in counted))


def read_folder(folder: Path) -> dict[str, str]:
    """The text files of a folder by path, for a repository to start from; what is not UTF-8 text is left out."""
    files: dict[str, str] = {}
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder).as_posix()
        if not path.is_file() or path.is_symlink() or relative.startswith(".git/"):
            continue
        with contextlib.suppress(UnicodeDecodeError):
            files[relative] = path.read_bytes().decode()
    return files


def dumped(value: object) -> str:
    """JSON for people."""
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"
