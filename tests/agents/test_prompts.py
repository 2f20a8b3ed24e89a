"""Every prompt as a model is given it: a changed word is seen in a golden file, and changes the digest that is on the record.

`python -m tests.agents.test_prompts` writes the golden files anew.
"""

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

import pytest

from agents.ask import Ask, ModelReply, ModelRequest, Role, ask
from agents.model_turns import requests
from agents.roles import ROLES
from tests.agents.modelled import (
    PLAN,
    backlog_ask,
    demands,
    domain,
    fixup_ask,
    implementation_ask,
    reply,
    review_ask,
    workflows,
)
from tests.stand_ins.model_mind import unmarked

GOLDEN = Path(__file__).parent / "golden"
ANSWERS = {"planner_demands": demands, "planner_workflows": workflows, "planner_domain": domain}


def asks() -> Mapping[Role, Ask]:
    return {
        "triage": ask("triage", json.loads(PLAN.inputs)),
        "planner": PLAN,
        "decomposition": backlog_ask()[0],
        "implementation": implementation_ask(),
        "fixup": fixup_ask(),
        "reviewer": review_ask(),
    }


def rendered() -> Mapping[str, str]:
    return {name: shown(request) for role, asked in asks().items() for name, request in put(role, asked)}


def put(role: Role, asked: Ask) -> Iterator[tuple[str, ModelRequest]]:
    """Every call of a role, each as it is made once those before it are answered."""
    replies: dict[str, ModelReply] = {}
    for section in ROLES[role].sections:
        yield section.name, requests(asked, replies)[section.name]
        if section.name in ANSWERS:
            replies[section.name] = reply(ANSWERS[section.name]())


def shown(request: ModelRequest) -> str:
    """Who says what in which order; of material the names, because its words are the document's and not ours."""
    told = (request.system, request.instruction, request.schema.decode())
    digest = sha256("".join(f"{text}\0" for text in told).encode()).hexdigest()
    return "\n".join(
        (
            f"prompt {digest}",
            f"schema {sha256(request.schema).hexdigest()}, at most {request.max_tokens} tokens",
            "",
            "== system",
            request.system,
            "== material",
            ", ".join(sorted(unmarked(request.document))),
            *(("", "== material", ", ".join(sorted(unmarked(request.earlier)))) if request.earlier else ()),
            "",
            "== instruction",
            request.instruction,
        )
    )


@pytest.mark.parametrize("name", [section.name for part in ROLES.values() for section in part.sections])
def test_a_prompt_reads_as_its_golden_file(name: str) -> None:
    assert rendered()[name] == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


def test_no_golden_file_is_of_a_prompt_that_is_gone() -> None:
    assert {path.stem for path in GOLDEN.glob("*.txt")} == set(rendered())


if __name__ == "__main__":
    for each, text in rendered().items():
        (GOLDEN / f"{each}.txt").write_text(text, encoding="utf-8")
