"""Reads any source file of a language that is known here."""

from agents.repository import golang, javascript, python
from agents.repository.module import Module
from agents.repository.parsing import language_of


def read(path: str, content: bytes) -> Module | None:
    """What the file offers and takes; None for one of no known language, or one that only a program can have written."""
    match language_of(path):
        case "python":
            return python.read(content)
        case "go.mod":
            return golang.read_mod(content)
        case "go":
            return golang.read(content)
        case "javascript" | "typescript" | "tsx" as language:
            return javascript.read(language, content)
        case _:
            return None
