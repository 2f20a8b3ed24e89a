"""`python -m bot.keep_patterns`, run by `make install`: keeps the patterns that `python -m bot plan` begins with, and those it asks later."""

import gc
from importlib import import_module
from re import Pattern

from bot.patterns import COMPILER, Asked, write

# A letter that stands in no list of words, so that those of other scripts are asked too.
NOWHERE = "ʘ"


def every() -> set[Asked]:
    """All of them, seen on their way to the compiler; the command must not have been imported yet."""
    asked: set[Asked] = set()
    compiled = COMPILER.compile

    def noted(pattern: str | bytes, flags: int = 0) -> Pattern[str]:
        if isinstance(pattern, str):
            asked.add((pattern, int(flags)))
        whole: Pattern[str] = compiled(pattern, flags)
        return whole

    COMPILER.compile = noted
    import_module("bot.cli.plan")
    _ask_the_seldom()
    COMPILER.compile = compiled
    return asked


def _ask_the_seldom() -> None:
    """Those that are prepared when they are first asked."""
    seldom = import_module("agents.builtin.seldom").Seldom
    occurring = import_module("agents.builtin.reader.words.occurring").Occurring
    part = import_module("agents.builtin.planning.drawing.shape_parts").Part
    for each in gc.get_objects():
        if isinstance(each, seldom | occurring):
            each.search(NOWHERE)
        elif isinstance(each, part):
            each.helps(NOWHERE)


if __name__ == "__main__":
    write(every())
