"""Puts words of a document into Markdown without letting them be anything but words."""

import re

from agents.builtin.decomposing.names import plain

_MARKDOWN = re.compile(r"([\\`*_\[\]|#~$])")
_AT_LINE_START = re.compile(r"^([-+=>]|\d+[.)])")


def markdown(text: str, *, limit: int = 600) -> str:
    """Words that Markdown shows as they are: no emphasis, link, table cell, HTML, mention or heading comes out of them."""
    line = plain(text, limit=limit).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    line = _AT_LINE_START.sub(r"\\\1", _MARKDOWN.sub(r"\\\1", line))
    # An entity keeps a name from calling a person when the file is shown in a comment.
    return line.replace("@", "&#64;")
