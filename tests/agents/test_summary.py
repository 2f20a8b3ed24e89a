"""The page and the diagram people read: limits kept, and nothing a document says becomes markup."""

import re
from pathlib import Path

import pytest

from agents.builtin.planner import plan
from agents.builtin.summary import cell, diagram, summary
from agents.schemas.architecture import Component, Connection
from agents.schemas.pack import ArchitecturePack
from agents.schemas.planner import PlannerInputs
from policies.coverage import complete

PRDS = sorted((Path(__file__).parents[1] / "prds").glob("*.md"))
LINE = re.compile(
    r'  (?:[a-z0-9_]+(?:\["[^"<>]{1,60}"\]|\[\("[^"<>]{1,60}"\)\]|\("[^"<>]{1,60}"\))|[a-z0-9_]+ (?:-->|-\.->)(?:\|"[^"<>]{1,60}"\|)? [a-z0-9_]+)'
)


def planned(body: str) -> ArchitecturePack:
    outcome = plan(PlannerInputs(body=body))
    assert isinstance(outcome, ArchitecturePack)
    return complete(outcome)


@pytest.mark.parametrize("path", PRDS, ids=[path.stem for path in PRDS])
def test_a_diagram_is_small_and_plain(path: Path) -> None:
    first, *lines = diagram(planned(path.read_text())).splitlines()
    assert first == "flowchart LR"
    assert all(LINE.fullmatch(line) for line in lines)
    assert sum("-->" not in line and "-.->" not in line for line in lines) <= 12


def test_hostile_names_stay_words_in_the_diagram() -> None:
    pack = planned(PRDS[0].read_text())
    evil = Component(id="end", name='x"]; click c1 "https://x" <b>&#35;', kind="domain", purpose="p")
    drawn = pack.architecture.model_copy(
        update={"components": (evil,), "connections": (Connection(source="end", target="end", label="a|b"),)}
    )
    assert diagram(pack.model_copy(update={"architecture": drawn})).splitlines() == [
        "flowchart LR",
        '  c1_end["x click c1 https x b 35"]',
        '  c1_end -->|"a b"| c1_end',
    ]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("1. Sign-in", "Sign-in"),
        ("- 2. Sign-in", "Sign-in"),
        ("**Sign-in**", "Sign-in"),
        ("www.shop.test", "shop.test"),
        ("@acme/cart", "acme/cart"),
        ("---", "part"),
        ("...", "part"),
        ("-", "part"),
        (".NET API", ".NET API"),
        ("3D view", "3D view"),
    ],
)
def test_a_box_shows_a_name_and_no_markdown(name: str, shown: str) -> None:
    """Mermaid of some versions reads labels as Markdown, and shows “Unsupported markdown: list” for one that is a list."""
    pack = planned(PRDS[0].read_text())
    part = Component(id="a", name=name, kind="domain", purpose="p")
    drawn = pack.architecture.model_copy(update={"components": (part,), "connections": ()})
    assert diagram(pack.model_copy(update={"architecture": drawn})).splitlines()[1] == f'  c1_a["{shown}"]'


def test_more_than_twelve_parts_are_counted() -> None:
    pack = planned(PRDS[0].read_text())
    many = tuple(Component(id=f"p{n}", name=f"P{n}", kind="domain", purpose="p") for n in range(20))
    drawn = pack.architecture.model_copy(update={"components": many, "connections": ()})
    assert (
        diagram(pack.model_copy(update={"architecture": drawn})).splitlines()[-1]
        == '  more["and 9 more parts"]'
    )


@pytest.mark.parametrize("path", PRDS, ids=[path.stem for path in PRDS])
def test_a_summary_names_every_requirement_with_its_line(path: Path) -> None:
    pack = planned(path.read_text())
    page = summary(pack)
    for each in pack.requirements:
        assert f"- {each.id} {cell(each.text)} <sub>PRD line" in page
    assert f"{len(pack.requirements)}/{len(pack.requirements)} requirements" in page


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a | b", "a \\| b"),
        ("<script>", "&lt;script&gt;"),
        ("@mona", "@\u2060mona"),
        ("two\nlines", "two lines"),
        ("[x](y)", "\\[x\\](y)"),
    ],
    ids=["pipe", "tag", "mention", "line break", "link"],
)
def test_words_of_a_document_are_no_markup(text: str, shown: str) -> None:
    assert cell(text) == shown
