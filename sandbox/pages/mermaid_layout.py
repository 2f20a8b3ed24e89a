"""Places the boxes, frames and lines of a flowchart: layers along the flow, few crossings, no overlaps.

Theory of operation. Everything is computed for a flow along one axis (`along`) and spread over the other
(`across`); the drawing turns it. Cycles are broken by depth first search, layers are longest paths, and a
line over several layers gets an invisible joint in each layer between. Each layer is ordered by barycentres,
where members of a frame stay together and frames keep one order in all layers. Positions across are then
variables under "at least this far below" constraints, whose graph has no cycle for that very reason: a
longest path makes them feasible, and each is pulled towards its neighbours as far as its constraints let it.
"""

from dataclasses import dataclass
from itertools import pairwise

from sandbox.pages.mermaid_layers import Item, frame_places, items_of, ordered, paths_of, spans_of
from sandbox.pages.mermaid_text import Edge, Flowchart

LAYER_GAP = 58.0
NODE_GAP = 26.0
JOINT_GAP = 16.0
FRAME_PAD = 16.0
FRAME_TITLE = 26.0
LOOP_ROOM = 26.0
PULLS = 60


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle by its centre and size, in pixels."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything is: boxes by node, frames by group, and each edge's points in order."""

    width: float
    height: float
    nodes: dict[str, Box]
    frames: dict[str, Box]
    lines: tuple[tuple[tuple[float, float], ...], ...]


def place(chart: Flowchart, sizes: dict[str, tuple[float, float]], labels: dict[int, float]) -> Layout:
    """The layout of a chart whose node sizes (width, height) and label extents along the flow are known."""
    sideways = chart.direction in {"LR", "RL"}
    items = items_of(chart, sizes, sideways=sideways)
    paths = paths_of(chart, items)
    layers = ordered(items)
    _spread(items, layers, spans_of(items), title_across=sideways)
    starts = _layer_centres(items, layers, _label_room(chart, items, labels), framed=bool(chart.groups))
    depths = [_depth(items, layer) for layer in layers]
    return _turned(chart, items, paths, list(zip(starts, depths, strict=True)), sizes)


def _depth(items: dict[str, Item], layer: list[str]) -> float:
    return max((items[name].along for name in layer), default=0.0)


def _spread(
    items: dict[str, Item], layers: list[list[str]], spans: dict[str, tuple[int, int]], *, title_across: bool
) -> None:
    """Sets `at`, the centre across, of every item."""
    frames = frame_places(
        items, {name: item.at - len(layers[item.layer]) / 2 for name, item in items.items()}
    )
    apart = _constraints(items, layers, spans, frames, title_across=title_across)
    at = _feasible(apart, items)
    lower: dict[str, list[tuple[str, float]]] = {}
    upper: dict[str, list[tuple[str, float]]] = {}
    for first, second, distance in apart:
        lower.setdefault(second, []).append((first, distance))
        upper.setdefault(first, []).append((second, distance))
    for pull in range(PULLS):
        order = sorted(at, key=at.__getitem__, reverse=pull % 2 == 0)
        for name in order:
            low = max((at[other] + gap for other, gap in lower.get(name, [])), default=-1e9)
            high = min((at[other] - gap for other, gap in upper.get(name, [])), default=1e9)
            if name in items:
                near = items[name].near
                wish = sum(at[n] for n in near) / len(near) if near else at[name]
            else:
                # A frame's edges hug what is inside them.
                wish = high if name.startswith("<") else low
            at[name] = min(max(wish, low), max(high, low))
    for name, item in items.items():
        item.at = at.get(name, 0.0)


def _constraints(
    items: dict[str, Item],
    layers: list[list[str]],
    spans: dict[str, tuple[int, int]],
    frames: dict[str, float],
    *,
    title_across: bool,
) -> list[tuple[str, str, float]]:
    """Pairs (first, second, d): second is at least d after first. `<frame` and `>frame` are a frame's edges."""
    title = FRAME_TITLE if title_across else 0.0
    apart: list[tuple[str, str, float]] = []
    chains: dict[str, tuple[str, ...]] = {}
    for item in items.values():
        for depth, frame in enumerate(item.chain):
            chains[frame] = item.chain[:depth]
    apart += [(f"<{frame}", f">{frame}", 0.0) for frame in chains]
    for frame, chain in chains.items():
        if chain:
            apart += [
                (f"<{chain[-1]}", f"<{frame}", FRAME_PAD + title),
                (f">{frame}", f">{chain[-1]}", FRAME_PAD),
            ]
    for number, layer in enumerate(layers):
        for name in layer:
            if items[name].chain:
                half, inner = items[name].across / 2, items[name].chain[-1]
                apart.append((f"<{inner}", name, half + FRAME_PAD + title))
                apart.append((name, f">{inner}", half + FRAME_PAD))
        present = [frame for frame, (first, last) in spans.items() if first <= number <= last]
        parents: set[tuple[str, ...]] = (
            {items[name].chain for name in layer} | {chains[f] for f in present} | {()}
        )
        for parent in parents:
            beside = [(items[n].at - len(layer) / 2, n) for n in layer if items[n].chain == parent]
            beside += [(frames[frame], "<" + frame) for frame in present if chains[frame] == parent]
            beside.sort(key=lambda entry: (entry[0], entry[1]))
            for (_, first), (_, second) in pairwise(beside):
                after = ">" + first[1:] if first.startswith("<") else first
                apart.append((after, second, _distance(items, first, second)))
    return apart


def _distance(items: dict[str, Item], first: str, second: str) -> float:
    ends = [items.get(first), items.get(second)]
    gap = JOINT_GAP if any(end is not None and end.joint for end in ends) else NODE_GAP
    return gap + sum(end.across / 2 for end in ends if end is not None)


def _feasible(apart: list[tuple[str, str, float]], items: dict[str, Item]) -> dict[str, float]:
    """The least place for each that keeps all distances: the longest path to it."""
    at = dict.fromkeys(items, 0.0) | {name: 0.0 for entry in apart for name in entry[:2]}
    for _ in range(len(at) + 1):
        moved = False
        for first, second, distance in apart:
            if at[second] < at[first] + distance - 1e-9:
                at[second] = at[first] + distance
                moved = True
        if not moved:
            break
    return at


def _label_room(chart: Flowchart, items: dict[str, Item], labels: dict[int, float]) -> dict[int, float]:
    """The extra room after a layer that the longest label of its lines needs."""
    room: dict[int, float] = {}
    for number, extent in labels.items():
        edge: Edge = chart.edges[number]
        first = min(items[edge.source].layer, items[edge.target].layer)
        room[first] = max(room.get(first, 0.0), extent)
    return room


def _layer_centres(
    items: dict[str, Item], layers: list[list[str]], room: dict[int, float], *, framed: bool
) -> list[float]:
    centres: list[float] = []
    position = 0.0
    gap = LAYER_GAP + (FRAME_PAD + FRAME_TITLE / 2 if framed else 0.0)
    for number, layer in enumerate(layers):
        deepest = _depth(items, layer)
        centres.append(position + deepest / 2)
        position += deepest + max(gap, room.get(number, 0.0) + 52.0)
    return centres


def _turned(
    chart: Flowchart,
    items: dict[str, Item],
    paths: list[list[str]],
    rows: list[tuple[float, float]],
    sizes: dict[str, tuple[float, float]],
) -> Layout:
    """The finished layout, turned into the chart's direction and moved to start at the origin.

    `rows` holds each layer's centre and depth along the flow.
    """
    sideways = chart.direction in {"LR", "RL"}
    flip = -1.0 if chart.direction in {"RL", "BT"} else 1.0

    def point(name: str, side: float = 0.0) -> tuple[float, float]:
        centre, depth = rows[items[name].layer]
        along, across = flip * (centre + side * depth / 2), items[name].at
        return (along, across) if sideways else (across, along)

    def line(path: list[str]) -> list[tuple[float, float]]:
        # A line crosses a layer straight, so that it does not cut the corner of a deep box beside it.
        forward = 1.0 if items[path[0]].layer < items[path[-1]].layer else -1.0
        sides = [
            (name, side) for name in path for side in ((-forward, forward) if items[name].joint else (0.0,))
        ]
        return [point(name, side) for name, side in sides]

    nodes = {node.name: Box(*point(node.name), *sizes[node.name]) for node in chart.nodes}
    frames: dict[str, Box] = {}
    for group in reversed(chart.groups):
        inner = [box for node in chart.nodes if node.group == group.name for box in [nodes[node.name]]]
        inner += [frames[other.name] for other in chart.groups if other.parent == group.name]
        frames[group.name] = _frame(
            inner, [point(i.name) for i in items.values() if i.joint and group.name in i.chain]
        )
    boxes = [*nodes.values(), *frames.values()]
    points = [point(item.name) for item in items.values() if item.joint]
    # A line from a box to itself is drawn at the box's upper right corner and needs room there.
    loop = LOOP_ROOM if any(edge.source == edge.target for edge in chart.edges) else 0.0
    left, top, right, bottom = _bounds(boxes, points, margin=8.0)
    top, right = top - loop, right + loop

    def moved(box: Box) -> Box:
        return Box(box.x - left, box.y - top, box.width, box.height)

    return Layout(
        width=right - left,
        height=bottom - top,
        nodes={name: moved(box) for name, box in nodes.items()},
        frames={group.name: moved(frames[group.name]) for group in chart.groups},
        lines=tuple(tuple((x - left, y - top) for x, y in line(path)) for path in paths),
    )


def _frame(inner: list[Box], joints: list[tuple[float, float]]) -> Box:
    left, top, right, bottom = _bounds(inner, joints, margin=FRAME_PAD)
    top -= FRAME_TITLE
    return Box((left + right) / 2, (top + bottom) / 2, right - left, bottom - top)


def _bounds(
    boxes: list[Box], points: list[tuple[float, float]], *, margin: float
) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of everything, with a margin round it."""
    return (
        min([box.x - box.width / 2 for box in boxes] + [x for x, _ in points]) - margin,
        min([box.y - box.height / 2 for box in boxes] + [y for _, y in points]) - margin,
        max([box.x + box.width / 2 for box in boxes] + [x for x, _ in points]) + margin,
        max([box.y + box.height / 2 for box in boxes] + [y for _, y in points]) + margin,
    )
