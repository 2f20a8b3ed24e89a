"""The flowchart subset: what is refused, what is read, and that nothing overlaps when it is drawn."""

import re
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.pages.mermaid import draw
from sandbox.pages.mermaid_layout import Box, place
from sandbox.pages.mermaid_text import Edge, UnreadableError, parse

REFUSED = {
    "nothing": "",
    "no direction": "flowchart\na --> b",
    "another kind of diagram": "sequenceDiagram\na->>b: x",
    "no node": "flowchart LR\n",
    "configuration": "%%{init: {}}%%\nflowchart LR\na --> b",
    "configuration inside": "flowchart LR\n%%{init: {}}%%\na --> b",
    "a click": 'flowchart LR\na --> b\nclick a "javascript:alert(1)"',
    "an arrow to nowhere": "flowchart LR\na -->",
    "an arrow from nowhere": "flowchart LR\n--> a",
    "a label that does not end": 'flowchart LR\na["x',
    "a shape that does not end": "flowchart LR\na[x",
    "an unknown arrow": "flowchart LR\na ~> b",
    "an arrow with a cross": "flowchart LR\na --x b",
    "a subgraph that does not end": "flowchart LR\nsubgraph s\na --> b",
    "an end of nothing": "flowchart LR\na --> b\nend",
    "an edge to a subgraph": "flowchart LR\nsubgraph s\na\nend\nb --> s",
    "two subgraphs of one name": "flowchart LR\nsubgraph s\na\nend\nsubgraph s\nb\nend",
    "too many nodes": "flowchart LR\n" + "\n".join(f"n{i}" for i in range(121)),
}


@pytest.mark.parametrize("source", REFUSED.values(), ids=REFUSED.keys())
def test_what_is_outside_the_subset_is_not_drawn(source: str) -> None:
    with pytest.raises(UnreadableError):
        parse(source)
    assert draw(source) is None


EDGES = {
    "solid": ("a --> b", [Edge("a", "b")]),
    "without spaces": ("a-->b", [Edge("a", "b")]),
    "long": ("a ----> b", [Edge("a", "b")]),
    "open": ("a --- b", [Edge("a", "b", arrow=False)]),
    "dotted": ("a -.-> b", [Edge("a", "b", stroke="dotted")]),
    "dotted open": ("a -.- b", [Edge("a", "b", stroke="dotted", arrow=False)]),
    "thick": ("a ==> b", [Edge("a", "b", stroke="thick")]),
    "both ways": ("a <--> b", [Edge("a", "b", back_arrow=True)]),
    "quoted label": ('a -- "reads, writes" --> b', [Edge("a", "b", "reads, writes")]),
    "bare label": ("a -- reads --> b", [Edge("a", "b", "reads")]),
    "label without spaces": ("a --reads--> b", [Edge("a", "b", "reads")]),
    "label in bars": ("a -->|reads it| b", [Edge("a", "b", "reads it")]),
    "quoted label in bars": ('a -->|"reads"| b', [Edge("a", "b", "reads")]),
    "dotted label": ('a -. "outbox" .-> b', [Edge("a", "b", "outbox", stroke="dotted")]),
    "thick label": ("a == x ==> b", [Edge("a", "b", "x", stroke="thick")]),
    "chain": ("a --> b --> c", [Edge("a", "b"), Edge("b", "c")]),
    "chain of open lines": ("a --- b --- c", [Edge("a", "b", arrow=False), Edge("b", "c", arrow=False)]),
    "several": ("a & b --> c", [Edge("a", "c"), Edge("b", "c")]),
    "two statements": ("a --> b; b --> c;", [Edge("a", "b"), Edge("b", "c")]),
    "names with dashes": ("a-1 --> b_2", [Edge("a-1", "b_2")]),
    "to itself": ("a --> a", [Edge("a", "a")]),
}


@pytest.mark.parametrize(("line", "edges"), EDGES.values(), ids=EDGES.keys())
def test_edges_are_read(line: str, edges: list[Edge]) -> None:
    assert list(parse(f"flowchart LR\n  {line}\n").edges) == edges


SHAPES = {
    "bare": ("a", "a", "box"),
    "box": ("a[Web app]", "Web app", "box"),
    "quoted box": ('a["Web (1) [x]"]', "Web (1) [x]", "box"),
    "round": ("a(Web)", "Web", "round"),
    "stadium": ('a(["Member"])', "Member", "stadium"),
    "database": ('db[("Postgres")]', "Postgres", "database"),
    "circle": ("a((x))", "x", "circle"),
    "diamond": ("a{ok?}", "ok?", "diamond"),
    "hexagon": ('a{{"Rules"}}', "Rules", "hexagon"),
    "subroutine": ("a[[Job]]", "Job", "subroutine"),
    "line break": ('a["one<br/>two"]', "one\ntwo", "box"),
    "entities": ('a["say #quot;hi#quot; #35;1"]', 'say "hi" #1', "box"),
    "with a class": ('a["x"]:::hot', "x", "box"),
}


@pytest.mark.parametrize(("line", "label", "shape"), SHAPES.values(), ids=SHAPES.keys())
def test_nodes_are_read(line: str, label: str, shape: str) -> None:
    node = parse(f"graph TD\n{line}\n").nodes[0]
    assert (node.label, node.shape) == (label, shape)


def test_a_label_is_kept_when_the_node_is_named_again() -> None:
    assert parse('flowchart LR\na["Web"] --> b\nb --> a').nodes[0].label == "Web"


def test_subgraphs_nest_and_empty_ones_are_left_out() -> None:
    chart = parse(
        'flowchart TB\nsubgraph out ["Outer"]\nsubgraph "Inner one"\na\nend\nb\nend\nsubgraph none\nend\n'
    )
    assert [(group.name, group.title, group.parent) for group in chart.groups] == [
        ("out", "Outer", None),
        ("Inner one", "Inner one", "out"),
    ]
    assert [(node.name, node.group) for node in chart.nodes] == [("a", "Inner one"), ("b", "out")]


def test_comments_and_colours_are_passed_over() -> None:
    chart = parse(
        "flowchart LR\n%% a note\na --> b\nclassDef hot fill:#f00\nclass a hot\nstyle b fill:#fff\n"
    )
    assert [node.name for node in chart.nodes] == ["a", "b"]


PLAN = """flowchart {direction}
  user(["Account member"]) --> web
  subgraph app ["Application"]
    web["Web + API"] -->|checks| rules{{{{"Access rules"}}}}
    web -. "enqueues" .-> jobs["Job queue"]
    subgraph late ["Later"]
      jobs --> worker["PDF worker"]
    end
  end
  subgraph data ["Data"]
    db[("Postgres")]
    store[("Object store")]
  end
  web --> db
  worker -- "writes" --> store
  worker --> tax["Tax service (external)"]
  store --> web
"""


@pytest.mark.parametrize("direction", ["LR", "RL", "TD", "BT"])
def test_boxes_do_not_overlap_and_frames_hold_exactly_their_own(direction: str) -> None:
    chart = parse(PLAN.format(direction=direction))
    layout = place(chart, {node.name: (120.0, 40.0) for node in chart.nodes}, {})
    boxes = layout.nodes.values()
    assert not any(_overlap(one, other) for one, other in combinations(boxes, 2))
    inside = {"app": {"web", "rules", "jobs", "worker"}, "late": {"jobs", "worker"}, "data": {"db", "store"}}
    for frame, names in inside.items():
        assert {name for name, box in layout.nodes.items() if _overlap(box, layout.frames[frame])} == names
        assert all(_holds(layout.frames[frame], layout.nodes[name]) for name in names)
    assert not _overlap(layout.frames["app"], layout.frames["data"])
    assert all(
        _holds(Box(layout.width / 2, layout.height / 2, layout.width, layout.height), box) for box in boxes
    )


def test_the_flow_goes_the_way_the_header_says() -> None:
    for direction, axis, sign in (("LR", "x", 1), ("RL", "x", -1), ("TD", "y", 1), ("BT", "y", -1)):
        chart = parse(f"flowchart {direction}\na --> b")
        layout = place(chart, {"a": (50.0, 30.0), "b": (50.0, 30.0)}, {})
        assert sign * (getattr(layout.nodes["b"], axis) - getattr(layout.nodes["a"], axis)) > 0


def test_what_people_write_in_a_label_is_text_in_the_picture() -> None:
    svg = draw('flowchart LR\na["<script>alert(1)</script> & co"] -- "<b>" --> b')
    assert svg is not None
    assert "<script" not in svg
    assert "<b>" not in svg
    words = " ".join(text.text or "" for text in ET.fromstring(svg).iter("text"))
    assert "<script>alert(1)</script> & co" in words


def test_the_picture_says_what_it_shows() -> None:
    svg = draw("flowchart LR\na[Web] --> b[(Store)]")
    assert svg is not None
    assert 'role="img" aria-label="Diagram: Web, Store"' in svg


names = st.sampled_from("abcdefgh")
groups = st.sampled_from(["", "one", "two"])


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(names, names), min_size=1, max_size=16), st.lists(groups, min_size=8, max_size=8))
def test_any_graph_is_drawn_without_overlaps(pairs: list[tuple[str, str]], where: list[str]) -> None:
    lines = [f"{a} --> {b}" for a, b in pairs]
    for group in ("one", "two"):
        members = [name for name, at in zip("abcdefgh", where, strict=True) if at == group]
        lines += [f"subgraph {group}", *members, "end"]
    source = "flowchart LR\n" + "\n".join(lines)
    chart = parse(source)
    layout = place(chart, {node.name: (90.0, 40.0) for node in chart.nodes}, {})
    assert not any(_overlap(one, other) for one, other in combinations(layout.nodes.values(), 2))
    for node in chart.nodes:
        around = {name for name, frame in layout.frames.items() if _overlap(layout.nodes[node.name], frame)}
        assert around == ({node.group} if node.group else set())
    svg = draw(source)
    assert svg is not None
    assert not re.search(r"nan|inf", svg)
    ET.fromstring(svg)


def _overlap(one: Box, other: Box) -> bool:
    return (
        abs(one.x - other.x) * 2 < one.width + other.width - 0.1
        and abs(one.y - other.y) * 2 < one.height + other.height - 0.1
    )


def _holds(outer: Box, inner: Box) -> bool:
    return (
        abs(outer.x - inner.x) * 2 <= outer.width - inner.width
        and abs(outer.y - inner.y) * 2 <= outer.height - inner.height
    )
