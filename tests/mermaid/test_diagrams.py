"""A diagram is read by mermaid before people see it, and mermaid reads in it what was meant."""

import json
import re
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from agents.builtin.planner import plan
from agents.builtin.summary import MOST_NODES, diagram
from agents.schemas import pack as packs
from agents.schemas.architecture import Component, Connection
from agents.schemas.pack import ArchitecturePack
from agents.schemas.planner import PlannerInputs, Remark
from policies.artifacts import plan_files
from policies.coverage import complete
from tests.hostile import spite, stagings
from tests.mermaid.library import Mermaid

ROOT = Path(__file__).parents[2]
PRDS = [*sorted((ROOT / "tests" / "prds").glob("*.md")), ROOT / "bot" / "demo" / "prd.md"]
FENCE = re.compile(r"^```mermaid\n(.*?)^```", re.MULTILINE | re.DOTALL)
SHOWN = [
    path
    for path in (
        ROOT / "README.md",
        *sorted((ROOT / "docs").rglob("*.md")),
        *sorted((ROOT / "tests").rglob("*.md")),
    )
    if FENCE.search(path.read_text())
]
# One of each kind of wish that redraws the picture.
WISHES = (
    'add the component "Card reader [v2]; end"',
    "rename component core to subgraph",
    "split component core into Reading and Writing",
    "use Redis instead of PostgreSQL",
    "make it a command-line tool",
    "add a component Search for R-1",
)
# Kinds of words that a name may be made of, each of which mermaid could read as more than a name.
WORDS = st.one_of(
    st.text(max_size=80),
    st.text(alphabet="\"'`[](){}<>|;:#&%\\/-=.~*_$@!?xo1 \n\t", max_size=40),
    st.sampled_from(
        (
            "end", "graph TD", "flowchart LR", "subgraph x", "%%{init: {}}%%", "click c1 call x()", "1. First", "1) First", "- a", "+ a",
            "# Head", "> quoted", "`**bold**`", "**bold**", "$$x^2$$", "c1 --> c2", "#quot;", "&amp;", "<br>", "@{shape: x}", ":::x", "\u202eabc",
            "\U0001f680 rocket", "e\u0301", "\u00a0", "\u2028", "日本語", "עברית", "---", "===", "fa:fa-car",
        )
    ),
)  # fmt: skip
PARTS = st.builds(
    Component,
    id=st.from_regex(r"[a-z][a-z0-9_]{0,39}", fullmatch=True) | st.sampled_from(("end", "graph", "style", "o", "x")),
    name=WORDS.filter(lambda name: 0 < len(name) <= 200),
    kind=st.sampled_from(("client", "interface", "domain", "worker", "store", "files", "queue", "external", "library", "config")),
    purpose=st.just("p"),
    technology=WORDS,
)  # fmt: skip


def planned(body: str, **given_: object) -> ArchitecturePack:
    outcome = plan(PlannerInputs.model_validate({"body": body, **given_}))
    assert isinstance(outcome, ArchitecturePack)
    return outcome


def judged(mermaid: Mermaid, pack: ArchitecturePack) -> None:
    """Mermaid draws every shown part by the name that was written, and every arrow between two of them."""
    drawn = diagram(pack)
    read = mermaid.read(drawn)
    assert (read.error, read.type) == ("", "flowchart-v2"), drawn
    assert 1 <= len(read.nodes) <= MOST_NODES, drawn
    lines = drawn.splitlines()[1:]
    arrows = [line for line in lines if re.match(r"  \w+ (?:-->|-\.->)", line)]
    written = {
        line.split('"')[0].strip(" [("): line.split('"')[1].strip() for line in lines if line not in arrows
    }
    assert read.nodes == written, drawn
    assert [(source, target) for source, target, _ in read.edges] == [
        (line.split()[0], line.split()[-1]) for line in arrows
    ]


@pytest.mark.parametrize(
    "broken",
    [
        "flowchart LR\n  a[x(y] --> b",
        'flowchart LR\n  a["x"y"]',
        'flowchart LR\n  end["x"]',
        "flowchart LR\n  a -> b",
        "a plan",
        "",
    ],
    ids=["bracket", "quote", "keyword", "half an arrow", "prose", "nothing"],
)
def test_mermaid_refuses_what_is_no_diagram(mermaid: Mermaid, broken: str) -> None:
    assert mermaid.read(broken).error


def test_mermaid_reads_names_and_arrows(mermaid: Mermaid) -> None:
    read = mermaid.read('flowchart LR\n  a["x (y)"] -->|"asks"| b[("z, SQLite")]')
    assert read.nodes == {"a": "x (y)", "b": "z, SQLite"}
    assert read.edges == (("a", "b", "asks"),)


@pytest.mark.parametrize("path", PRDS, ids=[path.stem for path in PRDS])
def test_the_diagram_of_a_prd_is_read(mermaid: Mermaid, path: Path) -> None:
    judged(mermaid, planned(path.read_text()))


@pytest.mark.parametrize("wish", WISHES)
def test_the_diagram_of_a_refined_plan_is_read(mermaid: Mermaid, wish: str) -> None:
    for path in PRDS:
        judged(mermaid, planned(path.read_text(), refinements=(Remark(text=wish, by="mona"),)))


def test_the_file_of_a_plan_holds_the_diagram_that_was_read(mermaid: Mermaid) -> None:
    pack = complete(planned(PRDS[0].read_text()))
    file = plan_files(pack)["architecture_pack_diagram.mmd"].decode()
    assert file == diagram(pack)
    assert mermaid.read(file).error == ""


@pytest.mark.parametrize("path", SHOWN, ids=[str(path.relative_to(ROOT)) for path in SHOWN])
def test_the_diagrams_on_a_page_are_read(mermaid: Mermaid, path: Path) -> None:
    for drawn in FENCE.findall(path.read_text()):  # each page has at least one
        assert mermaid.read(drawn).error == "", drawn


@pytest.mark.timeout(300)
def test_the_diagrams_of_a_hostile_model_are_read(mermaid: Mermaid) -> None:
    """Answers that are a pack are drawn; the others are refused before anything is."""
    read = 0
    for seed in range(500):
        rng = Random(seed)
        try:
            pack = packs.load(spite.spoiled(rng.choice(stagings.HONEST["plan"][1]), rng))
        except ValidationError:
            continue
        judged(mermaid, pack)
        read += 1
    assert read > 200


@pytest.mark.timeout(300)
@settings(max_examples=400, deadline=None, database=None, suppress_health_check=list(HealthCheck))
@given(
    parts=st.lists(PARTS, min_size=1, max_size=14, unique_by=lambda part: part.id),
    labels=st.lists(WORDS.map(lambda label: label[:60]), max_size=14),
    waits=st.booleans(),
)
def test_whatever_parts_are_called_mermaid_reads_their_names(
    mermaid: Mermaid, parts: list[Component], labels: list[str], *, waits: bool
) -> None:
    ends = [part.id for part in parts]
    joined = tuple(
        Connection(source=ends[n % len(ends)], target=ends[-1 - n % len(ends)], label=label, waits=waits)
        for n, label in enumerate(labels)
    )
    pack = packs.load(json.dumps(stagings.PACK).encode())
    drawn = pack.architecture.model_copy(update={"components": tuple(parts), "connections": joined})
    judged(mermaid, pack.model_copy(update={"architecture": drawn}))
