"""Tables in columns over dashes, as programs write them that turn a document of a word processor into Markdown.

`Metric       Target` over `------       ------`: see https://pandoc.org/MANUAL.html#extension-simple_tables.
"""

import re
from itertools import pairwise

from agents.builtin.reader.text.marks import FENCE

RULE = re.compile(r"^ {0,8}-{3,}(?: +-{3,})+ *$")
RUN = re.compile(r"-+")


def as_rows(lines: list[str]) -> list[str]:
    """The lines with such tables in bars, each line where it stands; what stands in code stays as it is."""
    told = list(lines)
    fenced = False
    for at, line in enumerate(lines):
        fenced ^= bool(FENCE.match(line))
        if fenced or not RULE.match(line) or not _heads(lines, at):
            continue
        starts = [run.start() for run in RUN.finditer(line)]
        rows = [at - 1, *_below(lines, at)]
        if all(_fits(lines[row], starts) for row in rows):
            told[at] = "|---" * len(starts) + "|"
            for row in rows:
                told[row] = f"| {' | '.join(_cells(lines[row], starts))} |"
    return told


def _heads(lines: list[str], at: int) -> bool:
    """Whether the line above the dashes names the columns: nothing stands right above it."""
    return at > 0 and bool(lines[at - 1].strip()) and (at == 1 or not lines[at - 2].strip())


def _below(lines: list[str], at: int) -> list[int]:
    """The lines of the rows below the dashes."""
    end = next(
        (row for row in range(at + 1, len(lines)) if not lines[row].strip() or RULE.match(lines[row])),
        len(lines),
    )
    return list(range(at + 1, end))


def _fits(line: str, starts: list[int]) -> bool:
    """Whether a new cell begins at each column and none goes over from the one before."""
    return "|" not in line and all(start > len(line) or line[start - 1] == " " for start in starts[1:])


def _cells(line: str, starts: list[int]) -> list[str]:
    return [line[start:end].strip() for start, end in pairwise([0, *starts[1:], len(line)])]
