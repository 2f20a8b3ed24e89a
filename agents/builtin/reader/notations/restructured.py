"""reStructuredText, line by line in Markdown's notation. See https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html."""

import re

from agents.builtin.reader.notations.grid import grid

DIRECTIVE = re.compile(r"^(?P<indent>\s*)\.\. (?P<name>[\w-]+)::\s*(?P<words>.*)$")
# What a person reads as a sentence of the text.
NOTES = frozenset(
    ["note", "warning", "important", "tip", "hint", "attention", "caution", "admonition", "topic"]
)
COMMENT = re.compile(r"^\.\. |^\.\.$")
UNDERLINE = re.compile(r"^([=\-~^\"'`#*+.:_])\1{2,}\s*$")
FIELD = re.compile(r"^:(?P<name>[\w .-]{1,40}):\s+(?=\S)")
ENUMERATED = re.compile(r"^(\s*)#\.\s+(?=\S)")
CELL = re.compile(r"^\s*(?P<first>\* )?\s*- (?P<words>.*)$")
ROLE = re.compile(r":[a-z][\w:-]*:`([^`<]{1,200}?)(?:\s*<[^`>]*>)?`")
TARGET = re.compile(r"`([^`<]{1,200}?)\s*<[^`>]*>`__?")


def as_lines(lines: list[str]) -> list[str]:
    """The lines in Markdown, each where it stands: titles with their depth, notes as sentences, tables of lists as rows."""
    told: list[str] = []
    depths: list[str] = []
    at = 0
    while at < len(lines):
        directive = DIRECTIVE.match(lines[at])
        title = _title(lines, at)
        if directive:
            end = _end(lines, at + 1, deeper=len(directive["indent"]))
            told.extend(_directive(directive["name"], directive["words"], lines[at + 1 : end]))
            at = end
        elif title:
            above, mark = title
            if mark not in depths:
                depths.append(mark)
            told.extend(
                [
                    *([""] if above else []),
                    f"{'#' * min(depths.index(mark) + 1, 6)} {lines[at + above].strip()}",
                    "",
                ]
            )
            at += 2 + above
        else:
            told.append("" if COMMENT.match(lines[at]) else _line(lines[at]))
            at += 1
    return told


def _title(lines: list[str], at: int) -> tuple[int, str] | None:
    """Whether a line above stands before the title at this line, and by which marks it is drawn."""
    if not lines[at].strip():
        return None
    over = UNDERLINE.match(lines[at])
    if over and at + 2 < len(lines) and lines[at + 1].strip() and lines[at + 2].startswith(over[1] * 3):
        return 1, f"{over[1]}{over[1]}"
    under = UNDERLINE.match(lines[at + 1]) if at + 1 < len(lines) else None
    return (0, under[1]) if under and not over and not lines[at].startswith((" ", "- ", "* ")) else None


def _end(lines: list[str], at: int, *, deeper: int) -> int:
    """Where the block of a directive ends: at the first line that is not indented below it."""
    end = at
    for number in range(at, len(lines)):
        line = lines[number]
        if line.strip() and len(line) - len(line.lstrip()) <= deeper:
            break
        if line.strip():
            end = number + 1
    return end


def _directive(name: str, words: str, body: list[str]) -> list[str]:
    if name in NOTES:
        return [words, *(line.strip() for line in body)]
    return ["", *grid(len(body), _rows(body))] if name == "list-table" else [""] * (len(body) + 1)


def _rows(body: list[str]) -> list[tuple[int, list[str]]]:
    """The rows of a table written as lists, each at the line of its last cell."""
    rows: list[tuple[int, list[str]]] = []
    for at, line in enumerate(body):
        cell = CELL.match(line)
        if cell and (cell["first"] or not rows):
            rows.append((at, [cell["words"].strip()]))
        elif cell:
            rows[-1] = (at, [*rows[-1][1], cell["words"].strip()])
        elif line.strip() and rows:
            *cells, last = rows[-1][1]
            rows[-1] = (at, [*cells, f"{last} {line.strip()}"])
    return rows


def _line(line: str) -> str:
    line = TARGET.sub(r"\1", ROLE.sub(r"\1", line))
    return ENUMERATED.sub(r"\g<1>1. ", FIELD.sub(r"- \g<name>: ", line))
