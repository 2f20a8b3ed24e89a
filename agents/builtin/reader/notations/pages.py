"""A page pasted as its HTML, also the storage format of a wiki that writes all of it in one line: its parts as lines of Markdown."""

import html
import re

from agents.builtin.reader.notations.written import Written, in_lines

BLOCK = re.compile(r"<(?:h[1-6]|li|p|ul|ol|tr|div|body)\b[^<>]*>", re.IGNORECASE)
# What is not shown as words of the page: code, and the settings of a macro other than its title.
# https://confluence.atlassian.com/doc/confluence-storage-format-790796544.html
UNSHOWN = re.compile(
    r"<ac:plain-text-body>.*?(?:</ac:plain-text-body>|$)"
    r"|<ac:parameter(?![^<>]*\"title\")[^<>]*>[^<>]*</ac:parameter>"
    r"|<(script|style|pre|code)\b[^<>]*>.*?</\1>",
    re.IGNORECASE,
)
# A paragraph that only fills an entry or a cell.
FILLS = re.compile(r"(<(?:li|t[dh])\b[^<>]*>)\s*<(?:p|div)\b[^<>]*>", re.IGNORECASE)
# Where a new line begins on the page.
BREAK = re.compile(r"(?=<(?:h[1-6]|li|p|tr|div|table)\b)|(?<=</h[1-6]>)|(?<=</table>)", re.IGNORECASE)
SPACED = re.compile(r"^\s*(?:</(?:ul|ol|table|tbody|p|div)>\s*)*<(?:p|table|div)\b", re.IGNORECASE)
HEADING = re.compile(r"^\s*<h([1-6])\b[^<>]*>\s*(?=\S)", re.IGNORECASE)
ITEM = re.compile(r"^\s*(?:<[uo]l\b[^<>]*>\s*)?<li\b[^<>]*>\s*(?=\S)", re.IGNORECASE)
CELL = re.compile(r"</t[dh]>\s*(?=<t[dh]\b)", re.IGNORECASE)
COLUMNS = re.compile(r"<th\b", re.IGNORECASE)
TAG = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>")


def as_written(lines: list[str]) -> Written:
    """The page in Markdown, each heading, entry, row and paragraph on a line of its own."""
    found: list[tuple[int, str]] = []
    for number, line in enumerate(lines, start=1):
        parts = [part for part in BREAK.split(FILLS.sub(r"\1", UNSHOWN.sub("", line))) if part.strip()]
        for index, part in enumerate(parts):
            if index and SPACED.match(part):
                found.append((number, ""))
            found.append((number, _line(part)))
        if not parts:
            found.append((number, ""))
    return in_lines(found)


def _line(part: str) -> str:
    row = len(CELL.findall(part)) > 0
    part = HEADING.sub(lambda found: f"{'#' * int(found[1])} ", part)
    bar = "||" if COLUMNS.search(part) else " | "
    words = html.unescape(TAG.sub("", CELL.sub(bar, ITEM.sub("- ", part)))).strip()
    return f"{bar.strip()}{words}{bar.strip()}" if row else words
