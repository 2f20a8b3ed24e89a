"""Boxes beside the text, as MkDocs and others write them: `!!! note "Limits"`, and `??? question "Why not a stream?"`, which opens when clicked.

See https://squidfunk.github.io/mkdocs-material/reference/admonitions/ for the notation.
"""

import re

BOX = re.compile(
    r"(?P<indent> {0,12})(?:!!!|\?\?\?\+?) *(?P<kind>[a-z][\w-]*)[^\"\n]{0,60}(?:\"(?P<title>[^\"\n]*)\")?\s*$"
)
# What such a box holds explains, cites or shows, as a block quote does; a note or a warning may demand something.
ASIDES = frozenset({"question", "help", "faq", "quote", "cite", "example", "abstract", "summary", "tldr"})
DEEPER = 4
ITEM = re.compile(r"^ {0,8}(?:[-*+]|\d{1,3}[.)])[ \t]+")


def as_lines(lines: list[str]) -> list[str]:
    """The lines with what stands in a box in place of the box: a block quote where it only explains."""
    told: list[str] = []
    inside: int | None = None
    mark = ""
    for line in lines:
        found = BOX.match(line)
        if found:
            inside = len(found["indent"]) + DEEPER
            mark = "> " if found["kind"] in ASIDES else ""
            told.append(f"{mark}{found['title'] or ''}")
        elif inside is not None and (not line.strip() or line[:inside].isspace()):
            # An entry of a list demands something even in a block quote; here it goes on with the answer.
            told.append(f"{mark}{ITEM.sub('', line[inside:])}" if mark and line.strip() else line[inside:])
        else:
            inside = None
            told.append(line)
    return told
