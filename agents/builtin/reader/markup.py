"""Documents in other notations than Markdown, line by line in Markdown's: Jira's wiki, AsciiDoc, Org and HTML.

Every line stays where it is, so that what is found can be shown where it stands.
"""

import re
from collections.abc import Callable

from agents.builtin.reader.marks import HEADING
from agents.builtin.reader.pages import BLOCK, as_written
from agents.builtin.reader.records import as_document
from agents.builtin.reader.written import Written

FENCE = "```"
JIRA_HEADING = re.compile(r"^\s*h([1-6])\.\s+(?=\S)")
JIRA_CODE = re.compile(r"^\s*\{(?:code|noformat)(?:[:|][^}]*)?\}\s*$")
JIRA_PANEL = re.compile(r"\{(?:panel|quote|color|info|note|tip|warning)(?::[^}]*)?\}")
JIRA_ITEM = re.compile(r"^\s*([*#-]{1,4})\s+(?=\S)")
ADOC_HEADING = re.compile(r"^(={1,6})\s+(?=\S)")
ADOC_ASIDE = re.compile(r"^(?::[\w-]+!?:.*|\[[^\]]*\]|//.*|\+|(?:include|image|toc)::.*)$")
ADOC_CODE = re.compile(r"^(?:-{4,}|\.{4,})\s*$")
ADOC_ITEM = re.compile(r"^\s*(\.{1,5}|\*{2,5})\s+(?=\S)")
ORG_HEADING = re.compile(r"^(\*{1,6})\s+(?:(?:TODO|DONE|NEXT|WAITING)\s+)?(?:\[#[A-C]\]\s+)?(?=\S)")
ORG_TITLE = re.compile(r"^#\+title:\s*(?=\S)", re.IGNORECASE)
ORG_CODE = re.compile(r"^\s*#\+(?:begin|end)_(?:src|example)\b.*$", re.IGNORECASE)
ORG_ASIDE = re.compile(r"^\s*(?:#\+\w+:.*|:[A-Z_]+:.*)$", re.IGNORECASE)
ORG_ITEM = re.compile(r"^\s*[-+] \S")
RST_NOTE = re.compile(r"^\.\. (?:note|warning|important|tip|admonition)::\s*(?=\S)")
FEWEST_TAGS = 4
FEWEST_HEADINGS = 2

Notation = Callable[[str], str]


def as_markdown(text: str) -> Written:
    """`text` in Markdown; unchanged where it is Markdown or plain already."""
    recorded = as_document(text)
    if recorded:
        return recorded
    lines = text.split("\n")
    if not any(map(HEADING.match, lines)) and sum(len(BLOCK.findall(line)) for line in lines) >= FEWEST_TAGS:
        return as_written(lines)
    to_markdown = _notation(lines)
    return Written(text if to_markdown is None else "\n".join(map(to_markdown, lines)))


def _notation(lines: list[str]) -> Notation | None:
    """How a line of this document is written in Markdown; None for a document that needs no change."""
    if any(ORG_TITLE.match(line) for line in lines):
        return _org
    if any(map(JIRA_HEADING.match, lines)):
        return _jira
    if any(HEADING.match(line) for line in lines):
        return None
    if sum(bool(ADOC_HEADING.match(line)) for line in lines) >= FEWEST_HEADINGS:
        return _adoc
    deep = any(line.startswith("**") and ORG_HEADING.match(line) for line in lines)
    if deep and any(map(ORG_ITEM.match, lines)):
        return _org
    return _rst if any(map(RST_NOTE.match, lines)) else None


def _jira(line: str) -> str:
    """See https://jira.atlassian.com/secure/WikiRendererHelpAction.jspa?section=all for the notation."""
    if JIRA_CODE.match(line):
        return FENCE
    line = JIRA_HEADING.sub(lambda found: f"{'#' * int(found[1])} ", JIRA_PANEL.sub("", line))
    return JIRA_ITEM.sub(lambda found: _item(len(found[1]), numbered=found[1].endswith("#")), line)


def _adoc(line: str) -> str:
    """See https://docs.asciidoctor.org/asciidoc/latest/syntax-quick-reference/ for the notation."""
    if ADOC_ASIDE.match(line):
        return ""
    if ADOC_CODE.match(line):
        return FENCE
    line = ADOC_HEADING.sub(lambda found: f"{'#' * len(found[1])} ", line)
    return ADOC_ITEM.sub(lambda found: _item(len(found[1]), numbered=found[1].startswith(".")), line)


def _org(line: str) -> str:
    """See https://orgmode.org/worg/org-syntax.html for the notation."""
    if ORG_CODE.match(line):
        return FENCE
    if ORG_TITLE.match(line):
        return ORG_TITLE.sub("# ", line)
    if ORG_ASIDE.match(line):
        return ""
    return ORG_HEADING.sub(lambda found: f"{'#' * len(found[1])} ", line)


def _rst(line: str) -> str:
    """See https://docutils.sourceforge.io/docs/ref/rst/directives.html#admonitions for the notation."""
    return RST_NOTE.sub("", line)


def _item(depth: int, *, numbered: bool) -> str:
    return f"{'  ' * (depth - 1)}{'1.' if numbered else '-'} "
