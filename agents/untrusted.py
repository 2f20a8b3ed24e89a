"""Text that people and models wrote, made ready to be shown to a model: hidden parts taken out, the rest marked as material."""

import hashlib
import json

from agents.builtin.reader.text.hidden import stripped

# Hex digits of a mark: nobody writes a text that holds so many digits of its own digest.
MARK = 16


def marked(value: object) -> str:
    """The value as JSON between two lines that carry a mark, which whoever wrote the words in it cannot know.

    The mark is made from the material itself: the same material is the same bytes, so that a provider can cache it and
    a call that is made again after a crash is known again; other material has another mark.
    """
    written = encoded(value)
    mark = hashlib.sha256(written.encode("utf-8", "replace")).hexdigest()[:MARK]
    return f"<material {mark}>\n{written}\n</material {mark}>"


def seen(value: object) -> object:
    """A JSON value in which each text is what the reader of its page sees."""
    if isinstance(value, str):
        return stripped(value).text
    if isinstance(value, list | tuple):
        return [seen(each) for each in value]
    if isinstance(value, dict):
        return {key: seen(each) for key, each in value.items()}
    return value


def encoded(value: object) -> str:
    """The value as JSON in which no text can end its own string or look like a mark around it."""
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
