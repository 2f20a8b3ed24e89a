"""Documents in other notations than Markdown, line by line in Markdown's: Jira's wiki, AsciiDoc, Org, reStructuredText, Gherkin, HTML and data.

Every line stays where it is, or is known by the line it comes from, so that what is found can be shown where it stands.
"""

import re
from collections.abc import Callable

from agents.builtin.reader.notations import (
    admonitions,
    asciidoc,
    columns,
    gherkin,
    orgmode,
    printed,
    restructured,
)
from agents.builtin.reader.notations.notation import FENCE, entry
from agents.builtin.reader.notations.pages import BLOCK, as_written
from agents.builtin.reader.notations.records import as_document
from agents.builtin.reader.notations.written import Written
from agents.builtin.reader.text.marks import HEADING

JIRA_HEADING = re.compile(r"^\s*h([1-6])\.\s+(?=\S)")
JIRA_CODE = re.compile(r"^\s*\{(?:code|noformat)(?:[:|][^}]*)?\}\s*$")
JIRA_PANEL = re.compile(r"\{(?:panel|quote|color|info|note|tip|warning)(?::[^}]*)?\}")
JIRA_ITEM = re.compile(r"^\s*([*#-]{1,4})\s+(?=\S)")
# `\\## Goals`, `\\- Print a bill`: marks that some editor kept from being marks when it was pasted.
ESCAPED = re.compile(r"^(\s*)\\(?=(?:#{1,6}|[-*+])\s+\S)|^(\s*\d{1,3})\\(?=[.)]\s+\S)", re.MULTILINE)
ESCAPED_HEADING = re.compile(r"^\s{0,3}\\#{1,6}\s+\S", re.MULTILINE)
FEWEST_TAGS = 4
FEWEST_HEADINGS = 2

Notation = Callable[[list[str]], list[str]]


def as_markdown(text: str) -> Written:
    """`text` in Markdown; unchanged where it is Markdown or plain already."""
    recorded = as_document(text)
    if recorded:
        return recorded
    text = _unescaped(text)
    lines = text.split("\n")
    if any(map(admonitions.BOX.match, lines)):
        lines = admonitions.as_lines(lines)
        text = "\n".join(lines)
    marked = any(map(HEADING.match, lines))
    if not marked and sum(len(BLOCK.findall(line)) for line in lines) >= FEWEST_TAGS:
        return as_written(lines)
    to_markdown = _notation(lines, marked=marked)
    return Written(text if to_markdown is None else "\n".join(to_markdown(lines)))


def _unescaped(text: str) -> str:
    """The text with its marks of headings and entries, where none of its headings is marked and several are kept from it."""
    kept = len(ESCAPED_HEADING.findall(text)) >= FEWEST_HEADINGS
    if not kept or any(map(HEADING.match, text.split("\n"))):
        return text
    return ESCAPED.sub(lambda found: found[1] or found[2] or "", text)


def _notation(lines: list[str], *, marked: bool) -> Notation | None:
    """How this document is written in Markdown; None for one that needs no change."""
    if any(map(orgmode.TITLE.match, lines)):
        return orgmode.as_lines
    if any(map(JIRA_HEADING.match, lines)):
        return _jira
    if gherkin.is_gherkin(lines):
        return gherkin.as_entries
    if marked:
        return columns.as_rows if any(map(columns.RULE.match, lines)) else None
    if sum(bool(asciidoc.HEADING.match(line)) for line in lines) >= FEWEST_HEADINGS:
        return asciidoc.as_lines
    deep = any(line.startswith("**") and orgmode.HEADING.match(line) for line in lines)
    if deep and any(map(orgmode.ITEM.match, lines)):
        return orgmode.as_lines
    return restructured.as_lines if any(map(restructured.DIRECTIVE.match, lines)) else printed.as_lines


def _jira(lines: list[str]) -> list[str]:
    """See https://jira.atlassian.com/secure/WikiRendererHelpAction.jspa?section=all for the notation."""
    return [_jira_line(line) for line in lines]


def _jira_line(line: str) -> str:
    if JIRA_CODE.match(line):
        return FENCE
    line = JIRA_HEADING.sub(lambda found: f"{'#' * int(found[1])} ", JIRA_PANEL.sub("", line))
    return JIRA_ITEM.sub(lambda found: entry(len(found[1]), numbered=found[1].endswith("#")), line)
