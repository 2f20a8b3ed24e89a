"""`python -m bot.keep_patterns`, run by `make install`: keeps the patterns that `python -m bot plan` begins with, and those it asks later."""

import contextlib
import gc
import io
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from re import Pattern
from tempfile import TemporaryDirectory

from bot.patterns import COMPILER, SORTER, Asked, write

# A letter that stands in no list of words, so that those of other scripts are asked too.
NOWHERE = "ʘ"
EXAMPLE = Path(__file__).parent / "demo" / "prd.md"


def every() -> set[Asked]:
    """All of them that the command begins with and that an example asks, seen on their way to the compiler; it must not have been imported yet."""
    asked: set[Asked] = set()
    compiled = COMPILER.compile

    def noted(pattern: str | bytes, flags: int = 0) -> Pattern[str]:
        if isinstance(pattern, str):
            asked.add((pattern, int(flags)))
        whole: Pattern[str] = compiled(pattern, flags)
        return whole

    COMPILER.compile = noted
    command = import_module("bot.cli.plan").command
    _ask_the_seldom()
    with TemporaryDirectory() as out, contextlib.redirect_stdout(io.StringIO()):
        command.main(["--prd", str(EXAMPLE), "--out", out], standalone_mode=False)
    COMPILER.compile = compiled
    return asked


def lists() -> Iterator[str]:
    """The long lists of words that are sorted when they are first asked."""
    occurring = import_module(SORTER).Occurring
    return (each.pattern for each in gc.get_objects() if isinstance(each, occurring))


def _ask_the_seldom() -> None:
    """Those that are prepared when they are first asked."""
    seldom = import_module("agents.builtin.seldom").Seldom
    occurring = import_module(SORTER).Occurring
    part = import_module("agents.builtin.planning.drawing.shape_parts").Part
    for each in gc.get_objects():
        if isinstance(each, seldom | occurring):
            each.search(NOWHERE)
        elif isinstance(each, part):
            each.helps(NOWHERE)


if __name__ == "__main__":
    write(every(), lists())
