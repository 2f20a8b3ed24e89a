"""Assigns the boxes of a flowchart to layers and orders each layer so that few lines cross.

`mermaid_layout` opens with the theory of operation of the whole layout.
"""

from dataclasses import dataclass
from dataclasses import field as dataclass_field
from itertools import pairwise

from sandbox.pages.mermaid_text import Flowchart

SWEEPS = 8


@dataclass(slots=True)
class Item:
    """A node or a joint of a long line."""

    name: str
    layer: int
    along: float
    across: float
    chain: tuple[str, ...]  # The frames it stands in, outermost first.
    joint: bool = False
    at: float = 0.0
    near: list[str] = dataclass_field(default_factory=list)


def items_of(chart: Flowchart, sizes: dict[str, tuple[float, float]], *, sideways: bool) -> dict[str, Item]:
    """The nodes as items with their layers, sizes along and across the flow, and frames."""
    parents = {group.name: group.parent for group in chart.groups}
    layer = _layer_numbers(chart)
    items: dict[str, Item] = {}
    for node in chart.nodes:
        chain: list[str] = []
        group = node.group
        while group is not None:
            chain.insert(0, group)
            group = parents[group]
        width, height = sizes[node.name]
        along, across = (width, height) if sideways else (height, width)
        items[node.name] = Item(node.name, layer[node.name], along, across, tuple(chain))
    return items


def _forward(chart: Flowchart) -> list[tuple[str, str]]:
    """The edges, turned round where they would close a cycle; loops from a node to itself left out."""
    after: dict[str, list[str]] = {node.name: [] for node in chart.nodes}
    for edge in chart.edges:
        after[edge.source].append(edge.target)
    state: dict[str, int] = {}
    back: set[tuple[str, str]] = set()
    for root, targets in after.items():
        stack = [(root, iter(targets))] if root not in state else []
        state.setdefault(root, 1)
        while stack:
            name, rest = stack[-1]
            target = next(rest, None)
            if target is None:
                state[name] = 2
                stack.pop()
            elif state.get(target) == 1:
                back.add((name, target))
            elif target not in state:
                state[target] = 1
                stack.append((target, iter(after[target])))
    pairs = [(edge.source, edge.target) for edge in chart.edges if edge.source != edge.target]
    return [(target, source) if (source, target) in back else (source, target) for source, target in pairs]


def _layer_numbers(chart: Flowchart) -> dict[str, int]:
    pairs = _forward(chart)
    layer = {node.name: 0 for node in chart.nodes}
    for _ in chart.nodes:
        for source, target in pairs:
            layer[target] = max(layer[target], layer[source] + 1)
    # A start node moves up to what it feeds, so that its line stays short.
    for node in chart.nodes:
        fed = [layer[target] for source, target in pairs if source == node.name]
        if fed and not any(target == node.name for _, target in pairs):
            layer[node.name] = min(fed) - 1
    return layer


def paths_of(chart: Flowchart, items: dict[str, Item]) -> list[list[str]]:
    """For each edge the items it runs through, joints made where it skips layers."""
    paths: list[list[str]] = []
    for number, edge in enumerate(chart.edges):
        ends = sorted((items[edge.source], items[edge.target]), key=lambda item: item.layer)
        shared = tuple(a for a, b in zip(ends[0].chain, ends[1].chain, strict=False) if a == b)
        path = [ends[0].name]
        for layer in range(ends[0].layer + 1, ends[1].layer):
            joint = Item(f" {number} {layer}", layer, 0.0, 0.0, shared, joint=True)
            items[joint.name] = joint
            path.append(joint.name)
        path.append(ends[1].name)
        for first, second in pairwise(path):
            items[first].near.append(second)
            items[second].near.append(first)
        paths.append(path if ends[0] is items[edge.source] else path[::-1])
    return paths


def ordered(items: dict[str, Item]) -> list[list[str]]:
    """The names in each layer, in the order with the fewest crossings that was met; sets `at` to the rank."""
    layers: list[list[str]] = [[] for _ in range(1 + max(item.layer for item in items.values()))]
    for item in items.values():
        layers[item.layer].append(item.name)
    place = {name: float(index) - len(layer) / 2 for layer in layers for index, name in enumerate(layer)}
    best, fewest = [list(layer) for layer in layers], _crossings(items, layers)
    for sweep in range(SWEEPS):
        forward = sweep % 2 == 0
        for layer in layers if forward else layers[::-1]:
            for name in layer:
                item = items[name]
                near = [place[n] for n in item.near if (items[n].layer < item.layer) == forward]
                place[name] = sum(near) / len(near) if near else place[name]
            _sort_layer(items, layer, place)
            for index, name in enumerate(layer):
                place[name] = index - (len(layer) - 1) / 2
        for layer in layers:
            _sort_layer(items, layer, place)
        crossings = _crossings(items, layers)
        if crossings < fewest:
            best, fewest = [list(layer) for layer in layers], crossings
    for layer in best:
        for index, name in enumerate(layer):
            place[name] = index - (len(layer) - 1) / 2
    for layer in best:
        _sort_layer(items, layer, place)
    for layer in best:
        for index, name in enumerate(layer):
            items[name].at = float(index)
    return best


def frame_places(items: dict[str, Item], place: dict[str, float]) -> dict[str, float]:
    """The mean place of what stands in each frame: one number for all layers keeps frames in one order."""
    inside: dict[str, list[float]] = {}
    for item in items.values():
        for frame in item.chain:
            inside.setdefault(frame, []).append(place[item.name])
    return {frame: sum(places) / len(places) for frame, places in inside.items()}


def _sort_layer(items: dict[str, Item], layer: list[str], place: dict[str, float]) -> None:
    frames = frame_places(items, place)

    def key(name: str) -> list[tuple[float, str]]:
        return [(frames[frame], frame) for frame in items[name].chain] + [(place[name], "")]

    layer.sort(key=key)


def _crossings(items: dict[str, Item], layers: list[list[str]]) -> int:
    total = 0
    for index, layer in enumerate(layers[:-1]):
        below = {name: at for at, name in enumerate(layers[index + 1])}
        lines = [(a, below[n]) for a, name in enumerate(layer) for n in items[name].near if n in below]
        total += sum((a - c) * (b - d) < 0 for i, (a, b) in enumerate(lines) for c, d in lines[i + 1 :])
    return total


def spans_of(items: dict[str, Item]) -> dict[str, tuple[int, int]]:
    """The first and last layer of each frame; its joints count, because they stay inside."""
    spans: dict[str, tuple[int, int]] = {}
    for item in items.values():
        for frame in item.chain:
            first, last = spans.get(frame, (item.layer, item.layer))
            spans[frame] = (min(first, item.layer), max(last, item.layer))
    return spans
