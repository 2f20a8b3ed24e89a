"""Text that people wrote, made ready to be shown to a model: what a reader of the page cannot see is taken out and counted."""

import json

from agents.builtin.reader.clean import COMMENT, HIDDEN


def visible(text: str) -> tuple[str, int]:
    """The text without HTML comments, zero-width, direction and tag characters, lines kept in place, and how many went."""
    shown, comments = COMMENT.subn(lambda found: "\n" * found.group().count("\n"), text)
    shown, hidden = HIDDEN.subn("", shown)
    return shown, comments + hidden


def encoded(value: object) -> str:
    """The value as JSON in which no text can end its own string or look like a tag of the prompt around it."""
    written = json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1)
    return (
        written.replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
    )


def numbered(text: str) -> list[str]:
    """The lines with their 1-based numbers, so that findings can name them."""
    return [f"{number}: {line}" for number, line in enumerate(text.split("\n"), start=1)]
