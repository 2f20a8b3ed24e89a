"""Draws a Mermaid flowchart as one self-contained SVG whose colours follow the page's theme."""

import math
from html import escape
from itertools import pairwise

from sandbox.pages.mermaid_layout import Box, Layout, place
from sandbox.pages.mermaid_text import Edge, Flowchart, Node, Shape, UnreadableError, parse

LINE_HEIGHT = 19.0
WRAP_AT = 190.0
FONT = 14.0
LABEL_FONT = 12.5
ARROW = 9.0
HEXAGON_INSET = 16.0
PORT_GAP = 14.0
LABEL_SPOTS = (0.5, 0.38, 0.62, 0.28, 0.72)

Point = tuple[float, float]
Curve = tuple[Point, Point, Point, Point]


def draw(source: str) -> str | None:
    """The picture as `<svg>` text, or None when the source is outside the subset and is best shown as text."""
    try:
        chart = parse(source)
    except UnreadableError:
        return None
    lines = {node.name: wrapped(node.label) for node in chart.nodes}
    sizes = {node.name: _size(node, lines[node.name]) for node in chart.nodes}
    sideways = chart.direction in {"LR", "RL"}
    extents = {
        number: (text_width(edge.label, LABEL_FONT) if sideways else LINE_HEIGHT)
        for number, edge in enumerate(chart.edges)
        if edge.label
    }
    return _svg(chart, place(chart, sizes, extents), lines)


def text_width(text: str, size: float) -> float:
    """About how wide a sans-serif face sets the text, in pixels; wide scripts count as squares."""
    return size * sum(_advance(character) for character in text)


def wrapped(label: str) -> tuple[str, ...]:
    """The label in lines of at most about `WRAP_AT` pixels, broken between words."""
    lines: list[str] = []
    for paragraph in label.split("\n"):
        line = ""
        for word in paragraph.split():
            longer = f"{line} {word}".strip()
            if line and text_width(longer, FONT) > WRAP_AT:
                lines.append(line)
                longer = word
            line = longer
        lines.append(line)
    return tuple(lines)


def _advance(character: str) -> float:
    if character in "iljtfrI.,:;'|!()[] ":
        return 0.31
    if character in "mwMW@%":
        return 0.88
    if ord(character) > 0x2E7F:
        return 1.05
    return 0.68 if character.isupper() else 0.56


def _size(node: Node, lines: tuple[str, ...]) -> tuple[float, float]:
    width = max(text_width(line, FONT) for line in lines) + 36
    height = LINE_HEIGHT * len(lines) + 24
    match node.shape:
        case "diamond":
            return max(width * 1.35, 90), height * 1.7
        case "hexagon" | "stadium":
            return width + 18, height
        case "database":
            return max(width, 84), height + 18
        case "circle":
            return (max(width, height) * 1.05,) * 2
        case "box" | "round" | "subroutine":
            return max(width, 64), height


def _svg(chart: Flowchart, layout: Layout, lines: dict[str, tuple[str, ...]]) -> str:
    parts = [_frame(layout.frames[group.name]) for group in chart.groups]
    curves = [_curves(chart, layout, number) for number in range(len(chart.edges))]
    parts += [_edge(edge, curve) for edge, curve in zip(chart.edges, curves, strict=True)]
    parts += [_title(layout.frames[group.name], group.title) for group in chart.groups]
    parts += [_node(node, layout.nodes[node.name], lines[node.name]) for node in chart.nodes]
    parts += _labels(chart, curves)
    width, height = f"{layout.width:.0f}", f"{layout.height:.0f}"
    said = escape(", ".join(node.label.replace("\n", " ") for node in chart.nodes))
    return (
        f'<svg class="mermaid" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" '
        f'aria-label="Diagram: {said}">{"".join(parts)}</svg>'
    )


def _frame(box: Box) -> str:
    x, y = box.x - box.width / 2, box.y - box.height / 2
    return f'<rect class="mm-frame" x="{x:.1f}" y="{y:.1f}" width="{box.width:.1f}" height="{box.height:.1f}" rx="10"/>'


def _title(box: Box, title: str) -> str:
    x, y = box.x - box.width / 2 + 14, box.y - box.height / 2 + 22
    return f'<text class="mm-title" x="{x:.1f}" y="{y:.1f}">{escape(title)}</text>'


def _node(node: Node, box: Box, lines: tuple[str, ...]) -> str:
    drop = 5.0 if node.shape == "database" else 0.0
    first = box.y + drop - (len(lines) - 1) * LINE_HEIGHT / 2 + FONT * 0.35
    text = "".join(
        f'<text x="{box.x:.1f}" y="{first + index * LINE_HEIGHT:.1f}">{escape(line)}</text>'
        for index, line in enumerate(lines)
    )
    return f'<g class="mm-node mm-{node.shape}">{_outline(node, box)}{text}</g>'


def _outline(node: Node, box: Box) -> str:
    w, h = box.width / 2, box.height / 2
    left, right, top, bottom = box.x - w, box.x + w, box.y - h, box.y + h
    rectangle = f'<rect x="{left:.1f}" y="{top:.1f}" width="{2 * w:.1f}" height="{2 * h:.1f}"'
    match node.shape:
        case "box":
            return f'{rectangle} rx="6"/>'
        case "round":
            return f'{rectangle} rx="14"/>'
        case "stadium":
            return f'{rectangle} rx="{h:.1f}"/>'
        case "circle":
            return f'<circle cx="{box.x:.1f}" cy="{box.y:.1f}" r="{w:.1f}"/>'
        case "diamond":
            return _polygon([(box.x, top), (right, box.y), (box.x, bottom), (left, box.y)])
        case "hexagon":
            inset = HEXAGON_INSET
            upper = [(left + inset, top), (right - inset, top), (right, box.y)]
            return _polygon([*upper, (right - inset, bottom), (left + inset, bottom), (left, box.y)])
        case "subroutine":
            sides = "".join(f"M{x:.1f},{top:.1f}V{bottom:.1f}" for x in (left + 8, right - 8))
            return f'{rectangle} rx="4"/><path class="mm-rim" d="{sides}"/>'
        case "database":
            rim = f"{w:.1f},8 0 0"
            body = f"M{left:.1f},{top + 8:.1f}A{rim},1 {right:.1f},{top + 8:.1f}V{bottom - 8:.1f}"
            lid = f"M{left:.1f},{top + 8:.1f}A{rim},0 {right:.1f},{top + 8:.1f}"
            body += f"A{rim},1 {left:.1f},{bottom - 8:.1f}Z"
            return f'<path d="{body}"/><path class="mm-rim" d="{lid}"/>'


def _polygon(points: list[Point]) -> str:
    return f'<polygon points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in points)}"/>'


def _curves(chart: Flowchart, layout: Layout, number: int) -> list[Curve]:
    """The Bézier pieces of an edge from border to border."""
    edge = chart.edges[number]
    source = layout.nodes[edge.source]
    if edge.source == edge.target:
        right, top = source.x + source.width / 2, source.y - source.height / 2
        return [((right - 22, top), (right - 22, top - 34), (right + 26, top + 8), (right, top + 14))]
    sideways = chart.direction in {"LR", "RL"}
    points = list(layout.lines[number])
    points[0] = _port(chart, layout, number, edge.source, points[1])
    points[-1] = _port(chart, layout, number, edge.target, points[-2])
    curves: list[Curve] = []
    for (x1, y1), (x2, y2) in pairwise(points):
        if sideways:
            middle = (x1 + x2) / 2
            curves.append(((x1, y1), (middle, y1), (middle, y2), (x2, y2)))
        else:
            middle = (y1 + y2) / 2
            curves.append(((x1, y1), (x1, middle), (x2, middle), (x2, y2)))
    return curves


def _port(chart: Flowchart, layout: Layout, number: int, name: str, toward: Point) -> Point:
    """Where an edge meets a box: the side that faces the next point, spread among the edges that share it."""
    box, sideways = layout.nodes[name], chart.direction in {"LR", "RL"}
    along, across = (0, 1) if sideways else (1, 0)
    centre = (box.x, box.y)
    ahead = toward[along] > centre[along]
    sharing: list[tuple[float, int]] = []
    for other, edge in enumerate(chart.edges):
        line = layout.lines[other]
        for end, following, node in ((line[0], line[1:2], edge.source), (line[-1], line[-2:-1], edge.target)):
            same = node == name and edge.source != edge.target and following
            if same and (following[0][along] > end[along]) == ahead:
                sharing.append((following[0][across], other))
    sharing.sort()
    extent = (box.height if sideways else box.width) - 20
    gap = min(PORT_GAP, extent / max(len(sharing), 1))
    rank = next(index for index, (_, other) in enumerate(sharing) if other == number)
    offset = (rank - (len(sharing) - 1) / 2) * gap
    shape = next(node.shape for node in chart.nodes if node.name == name)
    half = (box.width if sideways else box.height) / 2 - _inset(shape, box, offset, sideways=sideways)
    half *= 1 if ahead else -1
    return (box.x + half, box.y + offset) if sideways else (box.x + offset, box.y + half)


def _inset(shape: Shape, box: Box, offset: float, *, sideways: bool) -> float:
    """How far inside the bounding box the outline is at this distance from the middle of a side."""
    along, across = (box.width, box.height) if sideways else (box.height, box.width)
    share = min(abs(offset) / (across / 2), 1.0)
    if shape == "diamond":
        return share * along / 2
    if shape == "circle":
        return along / 2 * (1 - math.sqrt(1 - share * share))
    if sideways and shape == "stadium":
        return across / 2 * (1 - math.sqrt(1 - share * share))
    if sideways and shape == "hexagon":
        return share * HEXAGON_INSET
    return 0.0


def _edge(edge: Edge, curves: list[Curve]) -> str:
    curves = list(curves)
    heads = ""
    if edge.arrow:
        tip, control = curves[-1][3], curves[-1][2]
        heads += _head(tip, control)
        curves[-1] = (*curves[-1][:3], _short_of(tip, control))
    if edge.back_arrow:
        tip, control = curves[0][0], curves[0][1]
        heads += _head(tip, control)
        curves[0] = (_short_of(tip, control), *curves[0][1:])
    x, y = curves[0][0]
    path = f"M{x:.1f},{y:.1f}"
    for _, first, second, end in curves:
        path += "C" + " ".join(f"{px:.1f},{py:.1f}" for px, py in (first, second, end))
    return f'<g class="mm-edge mm-{edge.stroke}"><path d="{path}"/>{heads}</g>'


def _unit(tip: Point, control: Point) -> Point:
    dx, dy = tip[0] - control[0], tip[1] - control[1]
    length = (dx * dx + dy * dy) ** 0.5 or 1.0
    return dx / length, dy / length


def _short_of(tip: Point, control: Point) -> Point:
    ux, uy = _unit(tip, control)
    return tip[0] - ux * (ARROW - 2), tip[1] - uy * (ARROW - 2)


def _head(tip: Point, control: Point) -> str:
    ux, uy = _unit(tip, control)
    x, y = tip[0] - ux * ARROW, tip[1] - uy * ARROW
    return _polygon([tip, (x - uy * 4.5, y + ux * 4.5), (x + uy * 4.5, y - ux * 4.5)])


def _labels(chart: Flowchart, curves: list[list[Curve]]) -> list[str]:
    taken: list[Box] = []
    parts: list[str] = []
    for edge, pieces in zip(chart.edges, curves, strict=True):
        if not edge.label:
            continue
        piece = pieces[len(pieces) // 2] if len(pieces) % 2 else pieces[len(pieces) // 2 - 1]
        width = text_width(edge.label, LABEL_FONT) + 12
        spots = [Box(*_on(piece, t), width, LINE_HEIGHT + 2) for t in LABEL_SPOTS]
        box = next((spot for spot in spots if not any(_overlap(spot, other) for other in taken)), spots[0])
        taken.append(box)
        parts.append(
            f'<g class="mm-label"><rect x="{box.x - box.width / 2:.1f}" y="{box.y - box.height / 2:.1f}" '
            f'width="{box.width:.1f}" height="{box.height:.1f}" rx="5"/>'
            f'<text x="{box.x:.1f}" y="{box.y + LABEL_FONT * 0.35:.1f}">{escape(edge.label)}</text></g>'
        )
    return parts


def _on(curve: Curve, t: float) -> Point:
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    x = sum(w * p[0] for w, p in zip(weights, curve, strict=True))
    y = sum(w * p[1] for w, p in zip(weights, curve, strict=True))
    return x, y


def _overlap(one: Box, other: Box) -> bool:
    return (
        abs(one.x - other.x) * 2 < one.width + other.width
        and abs(one.y - other.y) * 2 < one.height + other.height
    )
