"""Measures the built-in planner: recall and precision on annotated PRDs, and the time a plan takes.

`python bench/plan.py [FOLDER] [--misses]`: FOLDER holds `name.md` with `name.truth.json` beside it (default: the project's
own small ones), in the form that `bench/scoring.py` describes. `--misses` lists for each document what was missed and what is wrong.
"""

import argparse
import json
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from agents.builtin.planner import plan  # noqa: E402  # the checkout is not installed, so its root is added first
from agents.schemas.pack import ArchitecturePack, canonical  # noqa: E402  # see above
from agents.schemas.planner import PlannerInputs  # noqa: E402  # see above
from bench.scoring import (  # noqa: E402  # see above
    LINE_KINDS,
    NAME_KINDS,
    Said,
    Score,
    Truth,
    quiet_lines,
    scored_lines,
    scored_names,
)

LONG = 60 * 1024


class Sourced(Protocol):
    """What every statement of a pack has: words, and the lines they come from."""

    @property
    def lines(self) -> tuple[int, ...]:
        """1-based lines of the document; empty when the planner added the statement."""

    @property
    def text(self) -> str:
        """The statement."""


class Named(Protocol):
    """What actors, integrations and entities have."""

    @property
    def name(self) -> str:
        """The name."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One document: its plan, the seconds it took, and the score of each kind."""

    name: str
    size: int
    seconds: float
    pack: ArchitecturePack
    truth: Truth
    scores: Mapping[str, Score]


def statements(pack: ArchitecturePack) -> dict[str, tuple[Said, ...]]:
    """The statements of a pack that point to lines of the document, by kind."""
    prd = pack.prd
    by_kind: dict[str, Sequence[Sourced]] = {
        "functional": pack.requirements,
        "nonfunctional": pack.nfrs,
        "user_stories": prd.user_stories,
        "non_goals": prd.non_goals,
        "constraints": prd.constraints,
        "success_metrics": prd.success_metrics,
        "open_questions": pack.open_questions,
    }
    return {
        kind: tuple(Said(each.lines, each.text) for each in entries if each.lines)
        for kind, entries in by_kind.items()
    }


def planned(body: str) -> tuple[ArchitecturePack, float]:
    """The pack and the seconds it took."""
    began = time.perf_counter()
    pack = plan(PlannerInputs(body=body))
    if not isinstance(pack, ArchitecturePack):
        sys.exit(pack.reason)
    canonical(pack)
    return pack, time.perf_counter() - began


def measured(document: Path, truth: Truth) -> Measured:
    """Plan one document and compare the plan with its annotation."""
    body = document.read_bytes().decode(errors="replace")
    pack, seconds = planned(body)
    quiet = quiet_lines(truth)
    scores = {
        kind: scored_lines(found, truth.get(kind, ()), quiet=quiet)
        for kind, found in statements(pack).items()
    }
    names: tuple[Sequence[Named], ...] = (pack.actors, pack.integrations, pack.entities)
    for kind, named in zip(NAME_KINDS, names, strict=True):
        scores[kind] = scored_names((each.name for each in named), truth.get(kind, ()))
    return Measured(document.stem, len(body), seconds, pack, truth, scores)


def misses(document: Measured) -> Iterator[str]:
    """A line for each entry that was missed and each finding that is wrong, with what stands at its place instead."""
    read = statements(document.pack)
    for kind, score in document.scores.items():
        for said in score.missed:
            instead = [other for other in read if other != kind and _at(said, read[other])]
            yield f"  missed {kind} {_told(said)}{_instead('read as', instead)}"
        for said in score.mistaken:
            wanted = {
                other: tuple(
                    Said((each["line"], *each.get("also", ())), "") for each in document.truth.get(other, ())
                )
                for other in LINE_KINDS
            }
            instead = [other for other in wanted if _at(said, wanted[other])]
            yield f"  wrong  {kind} {_told(said)}{_instead('annotated as', instead)}"


def _at(said: Said, others: Sequence[Said]) -> bool:
    return any(set(said.lines) & set(other.lines) for other in others)


def _told(said: Said) -> str:
    return f"{'-'.join(map(str, said.lines))}: {said.text[:110]}".removeprefix(": ")


def _instead(words: str, kinds: Sequence[str]) -> str:
    return f" [{words} {', '.join(kinds)}]" if kinds else ""


def table(documents: Sequence[Measured]) -> Iterator[str]:
    """The scores of all documents together, kind by kind and overall, and how often title and product are right."""
    yield f"\n{'kind':16} {'need':>5} {'found':>5} {'wrong':>5} {'recall':>7} {'precision':>9} {'F1':>6}"
    overall = Score()
    for kind in (*LINE_KINDS, *NAME_KINDS):
        score = sum((each.scores[kind] for each in documents), Score())
        overall += score
        yield _row(kind, score)
    yield _row("overall", overall)
    for field in ("title", "product"):
        right = sum((each.truth.get(field) or "") == getattr(each.pack.prd, field) for each in documents)
        yield f"{field:16} right in {right} of {len(documents)}"


def _row(kind: str, score: Score) -> str:
    return (
        f"{kind:16} {score.need:5} {score.hits:5} {score.wrong:5}"
        f" {score.recall:7.2f} {score.precision:9.2f} {score.f1:6.2f}"
    )


def main(folder: Path, *, with_misses: bool) -> None:
    """Print a line for each document, the table, and the time a long document takes."""
    documents: list[Measured] = []
    for annotation in sorted(folder.glob("*.truth.json")):
        document = annotation.with_name(annotation.name.removesuffix(".truth.json") + ".md")
        each = measured(document, json.loads(annotation.read_text(encoding="utf-8")))
        documents.append(each)
        sys.stdout.write(
            f"{each.name:24} {each.size:7} characters {each.seconds:7.3f} s  {each.pack.architecture.kind}\n"
        )
        if with_misses:
            sys.stdout.writelines(f"{line}\n" for line in misses(each))
    if not documents:
        sys.exit(f"There is no annotated PRD (`name.md` with `name.truth.json` beside it) in {folder}.")
    sys.stdout.writelines(f"{line}\n" for line in table(documents))
    text = "".join(path.read_bytes().decode(errors="replace") for path in sorted(folder.glob("*.md")))
    body = (text * (LONG // len(text) + 1))[:LONG]
    _, seconds = planned(body)
    sys.stdout.write(f"\n60 KiB of them in one document: {seconds:.3f} s\n")


if __name__ == "__main__":
    wishes = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    wishes.add_argument("folder", nargs="?", type=Path, default=ROOT / "tests" / "prds")
    wishes.add_argument("--misses", action="store_true", help="list what was missed and what is wrong")
    asked = wishes.parse_args()
    main(asked.folder, with_misses=asked.misses)
