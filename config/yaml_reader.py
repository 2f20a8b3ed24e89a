"""Reads the small, strict part of YAML that a settings file needs: no aliases, no tags, no surprises, every line known.

Full YAML can crash the process with 100 KB of brackets, silently keeps the last of two equal keys, and reads `no` as
false and `12:30:45` as 45045. Here plain words are strings unless JSON would read them as a number, true, false or
null.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import yaml

MAX_BYTES = 64 * 1024
MAX_DEPTH = 20

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})")
_FRACTION = re.compile(r"-?(?:0|[1-9][0-9]{0,14})\.[0-9]{1,15}")
_WORDS: Mapping[str, bool | None] = MappingProxyType(
    {"null": None, "~": None, "": None, "true": True, "false": False}
)
# https://yaml.org/spec/1.2.2/#51-character-set: what may stand in a file at all.
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Value = None | bool | int | float | str | list["Value"] | dict[str, "Value"]
Where = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Invalid:
    """Why a text cannot be used, and the line, counted from 1, where it goes wrong."""

    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Document:
    """What a text holds, and the line of each value by the keys and list positions that lead to it."""

    value: Value
    lines: Mapping[Where, int]

    def line(self, where: Where) -> int:
        """The line of the value at `where`, or of the nearest one around it."""
        while where and where not in self.lines:
            where = where[:-1]
        return self.lines.get(where, 1)


class _UnusableError(Exception):
    def __init__(self, event: yaml.Event, message: str) -> None:
        super().__init__(message)
        self.line = _line_of(event)
        self.message = message


def read(text: str | bytes) -> Document | Invalid:
    """The one document in `text`, or the first thing in it that is refused."""
    if isinstance(text, bytes):
        try:
            return read(text.decode("utf-8-sig"))
        except UnicodeDecodeError as error:
            return Invalid(text.count(b"\n", 0, error.start) + 1, "This is not UTF-8 text.")
    if len(text) > MAX_BYTES or len(text.encode(errors="replace")) > MAX_BYTES:
        return Invalid(1, f"The file is larger than {MAX_BYTES // 1024} KiB.")
    if (odd := _UNPRINTABLE.search(text)) is not None:
        return Invalid(_line_at(text, odd.start()), f"U+{ord(odd.group()):04X} may not stand in YAML.")
    lines: dict[Where, int] = {}
    try:
        value = _document(yaml.parse(text, Loader=yaml.CSafeLoader), lines)
    except _UnusableError as refused:
        return Invalid(refused.line, refused.message)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        # The end of a text without a last line feed counts as a line of its own for the parser.
        line = min(mark.line, text.count("\n")) + 1 if mark else 1
        return Invalid(line, f"This is not YAML: {error.problem or error.context}.")
    return Document(value, MappingProxyType(lines))


def _document(events: Iterator[yaml.Event], lines: dict[Where, int]) -> Value:
    value: Value = None
    documents = 0
    for event in events:
        match event:
            case yaml.DocumentStartEvent():
                documents += 1
                if documents > 1:
                    raise _UnusableError(event, "There is a second document; one is enough.")
            case yaml.NodeEvent():
                value = _value(event, events=events, where=(), lines=lines)
            case _:
                continue
    return value


def _value(
    event: yaml.Event, *, events: Iterator[yaml.Event], where: Where, lines: dict[Where, int]
) -> Value:
    if isinstance(event, yaml.AliasEvent):
        raise _UnusableError(event, f"`*{event.anchor}` is an alias; write the value out.")
    if getattr(event, "anchor", None) is not None:
        raise _UnusableError(event, "Anchors are for aliases, which are not read here.")
    if getattr(event, "tag", None) is not None:
        raise _UnusableError(event, "Tags are not read here.")
    lines.setdefault(where, _line_of(event))
    if len(where) >= MAX_DEPTH and isinstance(event, yaml.CollectionStartEvent):
        raise _UnusableError(event, f"This is nested deeper than {MAX_DEPTH} levels.")
    match event:
        case yaml.ScalarEvent():
            return _scalar(event)
        case yaml.SequenceStartEvent():
            return _sequence(events, where=where, lines=lines)
        case _:
            # Nothing but a mapping is left that a value can begin with.
            return _mapping(events, where=where, lines=lines)


def _sequence(events: Iterator[yaml.Event], *, where: Where, lines: dict[Where, int]) -> list[Value]:
    items: list[Value] = []
    while not isinstance(event := next(events), yaml.SequenceEndEvent):
        items.append(_value(event, events=events, where=(*where, len(items)), lines=lines))
    return items


def _mapping(events: Iterator[yaml.Event], *, where: Where, lines: dict[Where, int]) -> dict[str, Value]:
    members: dict[str, Value] = {}
    while not isinstance(event := next(events), yaml.MappingEndEvent):
        if not isinstance(event, yaml.ScalarEvent):
            raise _UnusableError(event, "A key is a plain word.")
        key = event.value
        if key in members:
            raise _UnusableError(event, f"`{key}` is given twice.")
        lines[(*where, key)] = _line_of(event)
        members[key] = None
        members[key] = _value(next(events), events=events, where=(*where, key), lines=lines)
    return members


def _scalar(event: yaml.ScalarEvent) -> Value:
    text: str = event.value
    if event.style is not None and event.style != "":
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _NUMBER.fullmatch(text):
        return int(text)
    return float(text) if _FRACTION.fullmatch(text) else text


def _line_of(event: yaml.Event) -> int:
    return 1 if event.start_mark is None else event.start_mark.line + 1


def _line_at(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1
