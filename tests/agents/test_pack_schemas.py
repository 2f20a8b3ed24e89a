"""The published JSON Schemas are those of the code, and a pack that does not hold together is refused."""

import json
import re
from pathlib import Path

import pytest
from pydantic import BaseModel, ValidationError

from agents.builtin.planner import plan
from agents.schemas import pack as packs
from agents.schemas.pack import ArchitecturePack
from agents.schemas.planner import PlannerInputs
from agents.schemas.triage import Triage

SCHEMAS = Path(__file__).parents[2] / "docs" / "schemas"
PUBLISHED: dict[str, type[BaseModel]] = {
    "architecture_pack.json": ArchitecturePack,
    "planner_inputs.json": PlannerInputs,
    "triage.json": Triage,
}


def written(model: type[BaseModel]) -> str:
    return json.dumps(model.model_json_schema(), indent=2, sort_keys=True, ensure_ascii=False) + "\n"


@pytest.mark.parametrize("name", PUBLISHED)
def test_the_published_schema_is_current(name: str) -> None:
    assert (SCHEMAS / name).read_text() == written(PUBLISHED[name]), (
        "python -m tests.agents.test_pack_schemas"
    )


def test_the_pack_has_every_key_of_the_contract() -> None:
    assert set(ArchitecturePack.model_fields) == {
        "schema_version",
        "planner",
        "prd",
        "org_constraints",
        "clarifications",
        "actors",
        "workflows",
        "requirements",
        "entities",
        "integrations",
        "nfrs",
        "architecture",
        "refinement",
        "implementation",
        "assumptions",
        "open_questions",
        "coverage",
        "trace",
    }


def sample() -> ArchitecturePack:
    drawn = plan(
        PlannerInputs(
            body="# Shelf\n\n## Features\n- Add a book\n- Lend a book\n- Search books\n- Export as CSV\n"
        )
    )
    assert isinstance(drawn, ArchitecturePack)
    return drawn


def test_canonical_bytes_are_read_back_as_the_same_pack() -> None:
    pack = sample()
    assert packs.load(packs.canonical(pack)) == pack


@pytest.mark.parametrize(
    ("path", "value", "complaint"),
    [
        (("requirements", 1, "id"), "R-1", "R-1 is given twice"),
        (("architecture", "components", 0, "requirement_ids"), ["R-99"], "R-99, which is not there"),
        (("architecture", "connections", 0, "target"), "nowhere", "nowhere, which is not there"),
        (("requirements", 0, "lines"), [0], "greater than or equal to 1"),
        (("surprise",), 1, "Extra inputs are not permitted"),
    ],
    ids=["same id twice", "unknown requirement", "unknown component", "line zero", "unknown key"],
)
def test_a_pack_that_does_not_hold_together_is_refused(
    path: tuple[str | int, ...], value: object, complaint: str
) -> None:
    content = json.loads(packs.canonical(sample()))
    place = content
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    with pytest.raises(ValidationError, match=re.escape(complaint)):
        packs.load(json.dumps(content).encode())


if __name__ == "__main__":
    for each, model in PUBLISHED.items():
        (SCHEMAS / each).write_text(written(model))
