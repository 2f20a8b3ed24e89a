"""Puts untrusted words into files of every kind without letting them be anything but words."""

import json
import re
from collections.abc import Sequence

from agents.builtin.decomposing.names import plain

_SLOT = re.compile(r"«([a-z_]+)»")


def fill(template: str, **values: str) -> str:
    """The template with every «slot» replaced once; words put in are not looked at again. A missing slot is a KeyError."""
    return _SLOT.sub(lambda slot: values[slot[1]], template)


def comment(text: str, *, limit: int = 88) -> str:
    """Words inside a Python docstring or a JavaScript block comment; neither can be closed or escaped from."""
    line = (
        plain(text, limit=limit)
        .replace("\\", "/")
        .replace('"', "'")
        .replace("*/", "* /")
        .replace("/*", "/ *")
    )
    return line.rstrip("'") if line.endswith("'") else line


def quoted(text: str, *, limit: int = 300) -> str:
    """A double-quoted literal that Python, JavaScript, JSON, TOML and YAML all read as the same words."""
    return json.dumps(plain(text, limit=limit), ensure_ascii=False)


def hcl(text: str) -> str:
    """A double-quoted string of Terraform's language, in which nothing is looked up or run."""
    return quoted(text.replace('"', "'").replace("${", "$ {").replace("%{", "% {"))


def bullets(items: Sequence[str], *, nothing: str) -> str:
    """A Markdown list of lines that are Markdown already, or one sentence when there are none."""
    return "\n".join(f"- {item}" for item in items) if items else nothing


def source(lines: Sequence[int]) -> str:
    """Where the PRD says so: `PRD line 4` or `PRD lines 4, 9`."""
    if not lines:
        return "not from a line of the PRD"
    shown = ", ".join(str(line) for line in lines[:6])
    return f"PRD line {shown}" if len(lines) == 1 else f"PRD lines {shown}"
