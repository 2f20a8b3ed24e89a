"""Patterns that are kept are the same as those `re` prepares, and without them nothing is different but slower."""

import gc
import marshal
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click import Context

import agents.builtin.planner  # noqa: F401  # so that its patterns are there to be looked at
from agents.builtin.reader.words import occurring
from bot import patterns
from bot.__main__ import LazyGroup, main
from bot.patterns import COMPILER, SIZE, Asked, built, prepared, use, write

ASKED: set[Asked] = {(r"(?P<first>on[eé])|(two)", int(re.IGNORECASE)), (r"[\u3040-\u30ff]+\b", 0)}
LIST = r"\bred\b|\bamber\b|rót|(?-i:GO)"
PLANNING = """
import sys
from bot.patterns import COMPILER, use
asked, compiled = [], COMPILER.compile
COMPILER.compile = lambda pattern, flags=0: asked.append(pattern) or compiled(pattern, flags)
use()
from bot.cli.plan import command
from bot.keep_patterns import EXAMPLE
command.main(["--prd", str(EXAMPLE), "--out", sys.argv[1]], standalone_mode=False)
print(len(asked))
"""


def _file(known: bytes, rest: bytes = b"") -> bytes:
    return len(known).to_bytes(SIZE) + known + rest


def _parts(content: bytes) -> tuple[bytes, bytes]:
    end = SIZE + int.from_bytes(content[:SIZE])
    return content[SIZE:end], content[end:]


def test_what_is_built_is_what_re_compiles() -> None:
    # A command that ran here has frozen what it imported.
    gc.unfreeze()
    every = [
        each for each in gc.get_objects() if isinstance(each, re.Pattern) and isinstance(each.pattern, str)
    ]
    assert len(every) > 500
    for each in every:
        # Two patterns are equal when the engine's code is.
        assert built(each.pattern, prepared(each.pattern, each.flags)) == each


def test_a_kept_pattern_is_never_compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = COMPILER.compile
    meant = {asked: compiled(*asked) for asked in ASKED}
    others: list[str] = []

    def noted(pattern: str, flags: int) -> re.Pattern[str]:
        others.append(pattern)
        whole: re.Pattern[str] = compiled(pattern, flags)
        return whole

    monkeypatch.setattr(COMPILER, "compile", noted)
    write(ASKED, (), tmp_path / "kept")
    use(tmp_path / "kept")
    re.purge()
    assert {asked: re.compile(*asked) for asked in ASKED} == meant
    assert re.compile("on[eé]").search("the one")
    assert others == ["on[eé]"]
    found = re.compile(r"(?P<first>on[eé])|(two)", re.IGNORECASE).search("ONÉ")
    assert found
    assert found.groupdict() == {"first": "ONÉ"}


@pytest.mark.parametrize(
    "content",
    [
        None,
        b"",
        b"nonsense",
        _file(marshal.dumps(7)),
        _file(marshal.dumps(("another Python", {}, 0, b"", {}))),
        _file(marshal.dumps((sys.version, {}, 7, b"", {})), b"cut"),
    ],
)
def test_without_them_all_is_as_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None
) -> None:
    compiled = COMPILER.compile
    monkeypatch.setattr(COMPILER, "compile", compiled)
    if content is not None:
        (tmp_path / "kept").write_bytes(content)
    use(tmp_path / "kept")
    assert COMPILER.compile is compiled


def test_a_kept_list_is_never_sorted_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(COMPILER, "compile", COMPILER.compile)
    monkeypatch.setattr(occurring, "KEPT", {})
    meant = occurring.apart(LIST)
    write((), [LIST], tmp_path / "kept")
    use(tmp_path / "kept")
    kept = occurring.KEPT
    assert kept == {LIST: meant}
    monkeypatch.setattr(occurring, "apart", None)
    found = occurring.Occurring(LIST).search("an AMBER light")
    assert found
    assert found[0] == "amber"


def test_what_other_code_sorted_is_sorted_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(COMPILER, "compile", COMPILER.compile)
    monkeypatch.setattr(occurring, "KEPT", {})
    write((), [LIST], tmp_path / "kept")
    known, rest = _parts((tmp_path / "kept").read_bytes())
    python, places, end, sorter, apart = marshal.loads(known)
    changed = marshal.dumps((python, places, end, sorter + b"# changed", apart))
    (tmp_path / "kept").write_bytes(_file(changed, rest))
    use(tmp_path / "kept")
    assert occurring.KEPT == {}


def test_what_an_installation_keeps_is_all_that_a_plan_asks(tmp_path: Path) -> None:
    def run(*arguments: str) -> str:
        return subprocess.run(
            [sys.executable, *arguments],
            env={"PYTHONPYCACHEPREFIX": str(tmp_path / "kept")},
            capture_output=True,
            text=True,
            check=True,
        ).stdout

    def asked() -> int:
        return int(run("-c", PLANNING, str(tmp_path / "out")).splitlines()[-1])

    assert asked() > 500
    run("-m", "bot.keep_patterns")
    assert asked() < 50


@pytest.mark.parametrize(
    ("command", "kept"), [("plan", True), ("worker", False), ("web", False), ("serve", False)]
)
def test_only_a_plan_for_which_a_person_waits_is_begun_with_them(
    monkeypatch: pytest.MonkeyPatch, command: str, *, kept: bool
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(patterns, "use", lambda: asked.append(command))
    assert LazyGroup().get_command(Context(main), command) is not None
    assert bool(asked) == kept
