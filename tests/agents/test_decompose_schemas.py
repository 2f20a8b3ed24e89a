"""The published schemas say what the code takes; `python -m tests.agents.test_decompose_schemas` writes them anew."""

import json
from pathlib import Path

import pytest

from agents.schemas.backlog import Backlog
from agents.schemas.proposal import ANSWER

FOLDER = Path(__file__).parents[2] / "docs" / "schemas"


def published() -> dict[str, str]:
    """The text of each schema file by its name."""
    schemas = {"backlog.json": Backlog.model_json_schema(), "proposal.json": ANSWER.json_schema()}
    return {name: json.dumps(schema, indent=2, ensure_ascii=False) + "\n" for name, schema in schemas.items()}


@pytest.mark.parametrize("name", ["backlog.json", "proposal.json"])
def test_the_published_schema_is_current(name: str) -> None:
    assert (FOLDER / name).read_text("utf-8") == published()[name]


if __name__ == "__main__":
    for file_name, text in published().items():
        (FOLDER / file_name).write_text(text, "utf-8")
