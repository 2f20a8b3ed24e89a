"""Reads Go with a tokenizer of its own; the language has no ambiguous tokens."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from policies.sources.found import Mention, Source, Unread

_TOKEN = re.compile(
    r"""
      (?P<space>\s+|//[^\n]*|/\*(?s:.)*?\*/)
    | (?P<raw>`[^`]*`)
    | (?P<text>"(?:[^"\\\n]|\\.)*")
    | (?P<rune>'(?:[^'\\\n]|\\.)+')
    | (?P<word>\w+)
    | (?P<mark>[^\s\w`"'])
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    line: int


def read(path: str, text: str) -> Source | Unread:
    """Imports and names of a Go file; an unended text or comment makes it unread."""
    del path
    tokens: list[_Token] = []
    at, line = 0, 1
    while at < len(text):
        match = _TOKEN.match(text, at)
        # A slash and a star that are no comment are the begin of one without an end.
        unended = text.startswith("/*", at) and (match is None or match["space"] is None)
        if match is None or match.lastgroup is None or unended:
            return Unread(line, "is not Go that can be read")
        if match.lastgroup != "space":
            tokens.append(_Token(match.lastgroup, match.group(), line))
        line += match.group().count("\n")
        at = match.end()
    specs = tuple(_specs(tokens))
    aliases = {name: path for name, path, _ in specs if name}
    return Source(
        imports=tuple(Mention(line, _spellings(path)) for _, path, line in specs if "\\" not in path),
        names=tuple(_names(tokens, aliases)),
        unclear=tuple(
            (line, "imports a path that is written with escapes") for _, path, line in specs if "\\" in path
        ),
    )


def _specs(tokens: list[_Token]) -> Iterator[tuple[str, str, int]]:
    """The name, path and line of each import; the name is empty where none is given."""
    at = 0
    while at < len(tokens):
        if tokens[at].text != "import" or tokens[at].kind != "word":
            at += 1
            continue
        at += 1
        many = at < len(tokens) and tokens[at].text == "("
        at += many
        name = ""
        while at < len(tokens):
            token = tokens[at]
            at += 1
            if token.kind in {"raw", "text"}:
                yield name, token.text[1:-1], token.line
                name = ""
                if not many:
                    break
            elif token.kind == "word":
                name = token.text
            elif token.text == ")":
                break


def _spellings(path: str) -> tuple[str, ...]:
    """The path as it is imported, and from each folder of this module on, whose own name is in its `go.mod`."""
    parts = path.split("/")
    inside = parts[1:] if "." in parts[0] else []
    return (path, *("/".join(inside[start:]) for start in range(len(inside))))


def _names(tokens: list[_Token], aliases: Mapping[str, str]) -> Iterator[Mention]:
    at = 0
    while at < len(tokens):
        token = tokens[at]
        at += 1
        if token.kind != "word":
            continue
        parts, line = [token.text], token.line
        while at + 1 < len(tokens) and tokens[at].text == "." and tokens[at + 1].kind == "word":
            parts.append(tokens[at + 1].text)
            line = tokens[at + 1].line
            at += 2
        real = aliases.get(parts[0], parts[0]).rpartition("/")[2]
        dotted = ".".join((real, *parts[1:]))
        yield Mention(line, tuple(dict.fromkeys((dotted, ".".join(parts)))))
