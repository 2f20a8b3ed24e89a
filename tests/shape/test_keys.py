"""The App's keys stay in one process and in files that nobody else on the machine reads."""

import ast
import stat
from pathlib import Path

from bot.queue_sqlite import SqliteQueue
from bot.signing_key import signing_key
from tests.shape.sources import python_files, tree

# What starts another program, which would inherit the environment and with it every key.
STARTS = {
    "subprocess",
    "multiprocessing",
    "pty",
    "os.system",
    "os.popen",
    "os.fork",
    "os.execv",
    "os.execve",
    "os.posix_spawn",
}
STARTS |= {
    "asyncio.subprocess",
    "asyncio.create_subprocess_exec",
    "asyncio.create_subprocess_shell",
    "os.spawnv",
    "os.spawnve",
}


def test_the_app_starts_no_other_program() -> None:
    """The demo does: it plays the App, GitHub and the people in processes of their own, with keys made for it."""
    found = {
        name
        for name in python_files("bot", "handlers", "policies", "agents", "config")
        if not name.startswith("bot/demo/")
        for node in ast.walk(tree(name))
        if isinstance(node, ast.Attribute | ast.Import | ast.ImportFrom) and STARTS & _names(node)
    }
    assert found == set()


async def test_what_the_app_keeps_is_for_its_own_eyes(tmp_path: Path) -> None:
    """The lock beside the queue says only who owns it."""
    signing_key("", tmp_path / "ledger_key.pem")
    queue = await SqliteQueue.open(tmp_path / "queue.sqlite3", clock=lambda: 0.0)
    await queue.cache("a", b"b")
    modes = _modes(tmp_path)
    await queue.close()

    assert modes.pop("ledger_key.pem") == 0o600
    assert modes.keys() == {"queue.sqlite3", "queue.sqlite3-wal", "queue.sqlite3-shm", "queue.sqlite3.lock"}
    del modes["queue.sqlite3.lock"]
    assert set(modes.values()) == {0o600}


def _names(node: ast.AST) -> set[str]:
    match node:
        case ast.Attribute():
            return {ast.unparse(node)}
        case ast.Import():
            return {alias.name for alias in node.names}
        case ast.ImportFrom():
            return {str(node.module), *(f"{node.module}.{alias.name}" for alias in node.names)}
        case _:
            return set()


def _modes(folder: Path) -> dict[str, int]:
    return {file.name: stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()}
