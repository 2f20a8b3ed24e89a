"""Reads the flowchart subset of Mermaid that plans are drawn in.

The grammar follows https://mermaid.js.org/syntax/flowchart.html; what is outside the subset is an
`Unreadable`, so the reader sees the source instead of a wrong picture.
"""

import re
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from typing import Literal

Shape = Literal["box", "round", "stadium", "database", "circle", "diamond", "hexagon", "subroutine"]
Stroke = Literal["solid", "dotted", "thick"]
Direction = Literal["LR", "RL", "TB", "BT"]

MAX_NODES = 120
MAX_EDGES = 400

# Longest opening first, so that `[(` is not read as `[`.
_SHAPES: tuple[tuple[str, str, Shape], ...] = (
    ("([", "])", "stadium"),
    ("[[", "]]", "subroutine"),
    ("[(", ")]", "database"),
    ("((", "))", "circle"),
    ("{{", "}}", "hexagon"),
    ("[", "]", "box"),
    ("(", ")", "round"),
    ("{", "}", "diamond"),
)
_HEADER = re.compile(r"(?:flowchart|graph)\s+(LR|RL|TB|TD|BT)\s*;?\s*$")
_NAME = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.]|-(?![-.>=]))*")
_SUBGRAPH = re.compile(r"subgraph\s+(?:([A-Za-z0-9_-]+)\s*\[\s*(.+?)\s*\]|(.+?))\s*;?\s*$")
_LINKS = (
    (re.compile(r"\s*(<?)-\.+-?(>?)\s*\|([^|]*)\|\s*"), "dotted"),
    (re.compile(r"\s*(<?)==+(>?)\s*\|([^|]*)\|\s*"), "thick"),
    (re.compile(r"\s*(<?)--+(>?)\s*\|([^|]*)\|\s*"), "solid"),
    (re.compile(r"\s*(<?)-\.+-?(>?)()(?=[\s\w])\s*"), "dotted"),
    (re.compile(r"\s*(<?)==+(>)()\s*|\s*()===+()()\s*"), "thick"),
    (re.compile(r"\s*(<?)--+(>)()\s*|\s*()---+()()(?=[\s\w])\s*"), "solid"),
)
_LABELLED = (
    (re.compile(r'\s*(<?)-\.\s*(?:"([^"]*)"|([^\s">|.=-][^">|]*?))\s*\.+-(>?)\s*'), "dotted"),
    (re.compile(r'\s*(<?)==\s*(?:"([^"]*)"|([^\s">|.=-][^">|]*?))\s*==+(>?)\s*'), "thick"),
    (re.compile(r'\s*(<?)--\s*(?:"([^"]*)"|([^\s">|.=-][^">|]*?))\s*--+(>?)\s*'), "solid"),
)
_STYLING = re.compile(r"(?:classDef|class|style|linkStyle)\s")
_ENTITY = re.compile(r"#(quot|amp|lt|gt|\d{1,6});")
_NAMED = {"quot": '"', "amp": "&", "lt": "<", "gt": ">"}


class UnreadableError(ValueError):
    """The text is outside the subset; the message says where."""


@dataclass(frozen=True, slots=True)
class Node:
    """A box of the picture; `group` is the innermost subgraph it stands in."""

    name: str
    label: str
    shape: Shape
    group: str | None


@dataclass(frozen=True, slots=True)
class Edge:
    """A line from one node to another, with an arrowhead at neither, one or both ends."""

    source: str
    target: str
    label: str = ""
    stroke: Stroke = "solid"
    arrow: bool = True
    back_arrow: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """A titled frame round nodes; `parent` is the frame it stands in."""

    name: str
    title: str
    parent: str | None


@dataclass(frozen=True, slots=True)
class Flowchart:
    """What a flowchart says, in the order in which it says it."""

    direction: Direction
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    groups: tuple[Group, ...]


def parse(source: str) -> Flowchart:
    """The flowchart that a fence says.

    Raises:
        UnreadableError: a line is outside the subset, or there is nothing to draw.
    """
    lines = [line.strip() for line in source.splitlines()]
    lines = [line for line in lines if line and not (line.startswith("%%") and not line.startswith("%%{"))]
    header = _HEADER.match(lines[0]) if lines else None
    if header is None:
        raise UnreadableError("the first line names no flowchart and direction")
    reading = _Reading()
    for line in lines[1:]:
        _statement(reading, line)
    if reading.open_groups:
        raise UnreadableError("a subgraph has no end")
    return _flowchart(reading, header.group(1))


@dataclass(slots=True)
class _Reading:
    nodes: dict[str, Node] = dataclass_field(default_factory=dict)
    edges: list[Edge] = dataclass_field(default_factory=list)
    groups: dict[str, Group] = dataclass_field(default_factory=dict)
    open_groups: list[str] = dataclass_field(default_factory=list)


def _flowchart(reading: _Reading, written: str) -> Flowchart:
    directions: dict[str, Direction] = {"TD": "TB", "TB": "TB", "BT": "BT", "LR": "LR", "RL": "RL"}
    if not reading.nodes:
        raise UnreadableError("there is nothing to draw")
    if len(reading.nodes) > MAX_NODES or len(reading.edges) > MAX_EDGES:
        raise UnreadableError("it is too large to draw well")
    if set(reading.nodes) & set(reading.groups):
        raise UnreadableError("a line ends at a subgraph")
    kept = {node.group for node in reading.nodes.values()}
    for name in reversed(reading.groups):
        if name in kept:
            kept.add(reading.groups[name].parent)
    return Flowchart(
        direction=directions[written],
        nodes=tuple(reading.nodes.values()),
        edges=tuple(reading.edges),
        groups=tuple(group for group in reading.groups.values() if group.name in kept),
    )


def _statement(reading: _Reading, line: str) -> None:
    if line.rstrip(";") == "end":
        if not reading.open_groups:
            raise UnreadableError("an end closes no subgraph")
        reading.open_groups.pop()
    elif line.startswith("subgraph"):
        _open_group(reading, line)
    elif _STYLING.match(line) or re.fullmatch(r"direction\s+(LR|RL|TB|TD|BT);?", line):
        return  # Colours come from the page's theme and one direction holds for the whole picture.
    else:
        for part in _split_statements(line):
            _chain(reading, part)


def _split_statements(line: str) -> list[str]:
    quoted = re.split(r'("[^"]*")', line)
    joined = "".join(part if part.startswith('"') else part.replace(";", "\n") for part in quoted)
    return [part.strip() for part in joined.split("\n") if part.strip()]


def _open_group(reading: _Reading, line: str) -> None:
    match = _SUBGRAPH.match(line)
    if match is None:
        raise UnreadableError(f"not a subgraph: {line}")
    name, bracketed, bare = match.groups()
    title = _text(bracketed if bracketed is not None else bare)
    name = name or title
    if name in reading.groups:
        raise UnreadableError(f"two subgraphs are called {name}")
    parent = reading.open_groups[-1] if reading.open_groups else None
    reading.groups[name] = Group(name, title, parent)
    reading.open_groups.append(name)


def _chain(reading: _Reading, line: str) -> None:
    sources, at = _nodes(reading, line, 0)
    while at < len(line):
        edge, at = _link(line, at)
        targets, at = _nodes(reading, line, at)
        for source in sources:
            reading.edges += [
                Edge(source, target, edge.label, edge.stroke, edge.arrow, edge.back_arrow)
                for target in targets
            ]
        sources = targets


def _nodes(reading: _Reading, line: str, at: int) -> tuple[list[str], int]:
    names: list[str] = []
    while True:
        name, at = _node(reading, line, at)
        names.append(name)
        ampersand = re.compile(r"\s*&\s*").match(line, at)
        if ampersand is None:
            trailing = re.compile(r"\s*").match(line, at)
            return names, trailing.end() if trailing else at
        at = ampersand.end()


def _node(reading: _Reading, line: str, at: int) -> tuple[str, int]:
    match = _NAME.match(line, at)
    if match is None:
        raise UnreadableError(f"no node where one should be: {line}")
    name, at = match.group(), match.end()
    known = reading.nodes.get(name)
    shown = _shown(line, at)
    label, shape, at = shown or (known.label if known else name, known.shape if known else "box", at)
    reading.nodes[name] = Node(name, label, shape, _group_of(reading, known))
    return name, _after_class(line, at)


def _group_of(reading: _Reading, known: Node | None) -> str | None:
    """A node stands in the innermost subgraph that names it; one that stands elsewhere already stays there."""
    if known is not None and known.group is not None and known.group not in reading.open_groups:
        return known.group
    return reading.open_groups[-1] if reading.open_groups else None


def _shown(line: str, at: int) -> tuple[str, Shape, int] | None:
    """The label, shape and end of what a node's name is followed by, if it is."""
    for opening, closing, shape in _SHAPES:
        if line.startswith(opening, at):
            label, end = _label(line, at + len(opening), closing)
            return label, shape, end
    return None


def _after_class(line: str, at: int) -> int:
    match = re.compile(r":::[A-Za-z0-9_-]+").match(line, at)
    return match.end() if match else at


def _label(line: str, at: int, closing: str) -> tuple[str, int]:
    quoted = re.compile(r'\s*"([^"]*)"\s*' + re.escape(closing)).match(line, at)
    if quoted is not None:
        return _text(quoted.group(1)), quoted.end()
    bare = re.compile(r'([^"\[\](){}|<>]+)' + re.escape(closing)).match(line, at)
    if bare is None:
        raise UnreadableError(f"a label does not end: {line}")
    return _text(bare.group(1)), bare.end()


def _link(line: str, at: int) -> tuple[Edge, int]:
    strokes: dict[str, Stroke] = {"solid": "solid", "dotted": "dotted", "thick": "thick"}
    for pattern, stroke in _LABELLED:
        match = pattern.match(line, at)
        if match is not None:
            back, quoted, bare, head = match.groups()
            label = _text(quoted if quoted is not None else bare)
            return Edge("", "", label, strokes[stroke], bool(head), bool(back)), match.end()
    for pattern, stroke in _LINKS:
        match = pattern.match(line, at)
        if match is not None:
            back, head, label = (part for part in match.groups()[:3])
            return Edge("", "", _text(label or ""), strokes[stroke], bool(head), bool(back)), match.end()
    raise UnreadableError(f"not a link: {line[at:]}")


def _text(written: str) -> str:
    text = written.strip()
    if len(text) > 1 and text[0] == '"' == text[-1]:
        text = text[1:-1]
    text = re.sub(r"<br\s*/?>", "\n", text)
    return _ENTITY.sub(_entity, text).strip()


def _entity(match: re.Match[str]) -> str:
    name = match.group(1)
    if name in _NAMED:
        return _NAMED[name]
    number = int(name)
    return (
        chr(number)
        if 31 < number < 0x110000 and not 0xD800 <= number < 0xE000
        else "\N{REPLACEMENT CHARACTER}"
    )
