"""A repository's own template for pull requests, with what is known filled in and the rest left to people.

The template is somebody's text: it is shown as words, its comments are dropped, and nothing in it closes an issue, calls
anybody or ticks a box. https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/about-issue-and-pull-request-templates
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from handlers import markdown as m
from handlers.replies import words as w

# Where GitHub looks, in its order; names count in any case.
PLACES = tuple(
    f"{folder}pull_request_template{ending}"
    for folder in (".github/", "", "docs/")
    for ending in (".md", ".txt", "")
)
LONGEST, SECTIONS, WORDS = 12_000, 30, 1_500
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_HEADING = re.compile(r"^ {0,3}#{1,6}\s+(.*?)\s*#*$")
_BOX = re.compile(r"^\s*[-*+]\s+\[[ xX]\]\s+(.*)$")
# What a heading asks for, by the first that fits.
_ASKS = (
    (
        "issue",
        re.compile(r"\b(?:issues?|tickets?|fix(?:es)?|closes?|related|references?|links?)\b", re.IGNORECASE),
    ),
    ("proof", re.compile(r"\b(?:tests?|tested|testing|verif\w+|how has this|proof|qa)\b", re.IGNORECASE)),
    ("risk", re.compile(r"\b(?:risks?|roll ?back|revert|impact|breaking)\b", re.IGNORECASE)),
    ("files", re.compile(r"\b(?:files?|changes?|what changed|changelog)\b", re.IGNORECASE)),
    (
        "what",
        re.compile(
            r"\b(?:what|why|summary|description|overview|motivation|context|purpose|about)\b", re.IGNORECASE
        ),
    ),
)


def place(paths: Iterable[str]) -> str:
    """The template's path among these, or an empty text."""
    known = {path.casefold(): path for path in paths}
    return next((known[each] for each in PLACES if each in known), "")


def filled(template: str, known: Mapping[str, str | None]) -> str:
    """The template's sections in their order with what is known in the first that asks for it; the rest of it comes after."""
    left = {name: part for name, part in known.items() if part}
    parts: list[str] = []
    for heading, text in _sections(template):
        asks = next((name for name, words in _ASKS if name in left and words.search(heading)), "")
        parts += [f"### {m.line(heading, limit=120)}"] if heading else []
        if asks:
            parts.append(left.pop(asks))
        elif text:
            parts.append(text)
        elif heading:
            parts.append("<sub>Not filled in: this is for a person to say.</sub>")
    return w.blocks(*parts, *left.values())


def _sections(template: str) -> Iterator[tuple[str, str]]:
    text = _COMMENT.sub("", template[:LONGEST].replace("\r\n", "\n"))
    heading, lines, count = "", list[str](), 0
    for line in text.split("\n"):
        found = _HEADING.match(line)
        if found is None:
            lines.append(line)
            continue
        if heading or any(each.strip() for each in lines):
            yield heading, _shown(lines)
        heading, lines, count = found[1], [], count + 1
        if count > SECTIONS:
            return
    yield heading, _shown(lines)


def _shown(lines: Iterable[str]) -> str:
    """The section's own words; its boxes stay boxes, and empty."""
    rows: list[str] = []
    for line in "\n".join(lines)[:WORDS].split("\n"):
        box = _BOX.match(line)
        rows.append(f"- [ ] {m.line(box[1])}" if box else m.text(line))
    return "\n".join(row for row in rows if row)
