"""Patterns as `re` prepares them, kept beside the bytecode: to prepare them anew takes a quarter of a cold start.

Python keeps bytecode and has nothing of the kind for patterns, so this stands between `re` and its compiler, which may change
with any Python. What another Python kept is left alone, and what is not kept is prepared as ever. Long lists of words are kept as
they are sorted, and only for the code that sorted them.
"""

import marshal
import sys
from array import array
from collections.abc import Iterable
from functools import cache
from importlib import import_module
from importlib.util import cache_from_source
from mmap import ACCESS_READ, mmap
from pathlib import Path
from re import Pattern
from types import ModuleType
from typing import Any, cast

KEPT = Path(cache_from_source(__file__)).with_suffix(".kept")
# Private parts of `re`, of which no type is known.
COMPILER: Any = import_module("re._compiler")
PARSER: Any = import_module("re._parser")
ENGINE: Any = import_module("_sre")
SORTER = "agents.builtin.reader.words.occurring"
# The file begins with how long its table of contents is, in so many bytes; each pattern behind it is fetched when it is asked.
SIZE = 8

# A pattern and the flags it is asked with.
Asked = tuple[str, int]
# All its flags, the engine's code, how many groups there are, their numbers by name, and the name of each or none.
Prepared = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]


@cache
def use(path: Path = KEPT) -> None:
    """From here on, take what is kept there for a pattern when it is first asked."""
    try:
        with path.open("rb") as opened:
            whole = mmap(opened.fileno(), 0, access=ACCESS_READ)
        begin = SIZE + int.from_bytes(whole[:SIZE])
        python, places, end, sorted_by, lists = marshal.loads(whole[SIZE:begin])  # noqa: S302  # as much ours as the bytecode beside it
    except (OSError, EOFError, TypeError, ValueError):
        return
    if python != sys.version or len(whole) != begin + end:
        return
    compiled = COMPILER.compile

    def taken(pattern: str, flags: int = 0) -> Pattern[str]:
        place = places.get((pattern, int(flags)))
        if place is None:
            return cast("Pattern[str]", compiled(pattern, flags))
        return built(pattern, marshal.loads(whole[begin + place[0] : begin + place[1]]))  # noqa: S302  # the same file

    COMPILER.compile = taken
    sorter = import_module(SORTER)
    if sorted_by == _source(sorter):
        sorter.KEPT.update(lists)


def write(patterns: Iterable[Asked], lists: Iterable[str], path: Path = KEPT) -> None:
    """Keep these patterns there, and these lists as they are sorted."""
    sorter = import_module(SORTER)
    apart: dict[str, tuple[str, str, str]] = {each: sorter.apart(each) for each in lists}
    places: dict[Asked, tuple[int, int]] = {}
    every = bytearray()
    for each in patterns:
        begin = len(every)
        every += marshal.dumps(prepared(*each))
        places[each] = begin, len(every)
    known = marshal.dumps((sys.version, places, len(every), _source(sorter), apart))
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(len(known).to_bytes(SIZE) + known + every)


def _source(of: ModuleType) -> bytes:
    return Path(str(of.__file__)).read_bytes()


def prepared(pattern: str, flags: int) -> Prepared:
    """What takes `re` so long."""
    parsed = PARSER.parse(pattern, flags)
    code = array("I", COMPILER._code(parsed, flags)).tobytes()  # noqa: SLF001  # nothing else gives it
    numbers: dict[str, int] = parsed.state.groupdict
    names = {number: name for name, number in numbers.items()}
    groups = range(parsed.state.groups)
    return flags | parsed.state.flags, code, len(groups) - 1, numbers, tuple(map(names.get, groups))


def built(pattern: str, of: Prepared) -> Pattern[str]:
    """The pattern as `re.compile` gives it."""
    flags, code, groups, numbers, names = of
    words = memoryview(code).cast("I").tolist()
    whole: Pattern[str] = ENGINE.compile(pattern, flags, words, groups, numbers, names)
    return whole
