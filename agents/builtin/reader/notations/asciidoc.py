"""AsciiDoc, line by line in Markdown's notation. See https://docs.asciidoctor.org/asciidoc/latest/syntax-quick-reference/."""

import re

from agents.builtin.reader.notations.grid import grid
from agents.builtin.reader.notations.notation import FENCE, entry

HEADING = re.compile(r"^(={1,6})\s+(?=\S)")
ASIDE = re.compile(r"^(?::[\w-]+!?:.*|\[[^\]]*\]|//.*|\+|(?:include|image|toc)::.*)$")
CODE = re.compile(r"^(?:-{4,}|\.{4,})\s*$")
ITEM = re.compile(r"^\s*(\.{1,5}|\*{2,5})\s+(?=\S)")
NOTE = re.compile(r"^(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION): +(?=\S)")
TABLE = re.compile(r"^\|={3,}\s*$")
CELL = re.compile(r"(?:^|(?<=\s))(?:\d{0,3}\+?\.?\d{0,3}\+?[<^>]?[aehlmdsv]?)?\|")


def as_lines(lines: list[str]) -> list[str]:
    """The lines in Markdown, each where it stands; the cells of a row on the line of its last one."""
    told: list[str] = []
    at = 0
    while at < len(lines):
        if TABLE.match(lines[at]):
            end = next(
                (below for below in range(at + 1, len(lines)) if TABLE.match(lines[below])), len(lines)
            )
            told.extend(["", *grid(end - at - 1, _rows(lines[at + 1 : end])), ""])
            at = end + 1
        else:
            told.append(_line(lines[at]))
            at += 1
    return told[: len(lines)]


def _rows(body: list[str]) -> list[tuple[int, list[str]]]:
    """The rows of a table, each at the line of its last cell; its first line has one cell for each column."""
    rows: list[tuple[int, list[str]]] = []
    row: list[str] = []
    for at, line in enumerate(body):
        row.extend(cell.strip() for cell in CELL.split(line)[1:])
        if row and (not rows or len(row) >= len(rows[0][1])):
            rows.append((at, row))
            row = []
    return rows


def _line(line: str) -> str:
    if ASIDE.match(line):
        return ""
    if CODE.match(line):
        return FENCE
    line = HEADING.sub(lambda found: f"{'#' * len(found[1])} ", NOTE.sub("", line))
    return ITEM.sub(lambda found: entry(len(found[1]), numbered=found[1].startswith(".")), line)
