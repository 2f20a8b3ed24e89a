"""Among open points only those stay open that are: what is decided limits the plan, and words about the list fall away."""

import pytest

from agents.builtin.planner import plan
from agents.schemas.pack import ArchitecturePack
from agents.schemas.planner import PlannerInputs

HUB = """# Letterbox

A web application in Python for 200 members who sign in with a password.

## Requirements

- A member can write a letter.
- A member can read a letter.
- A member can file a letter.
- A member can send a letter.

"""


def planned(rest: str) -> ArchitecturePack:
    pack = plan(PlannerInputs(body=HUB + rest))
    assert isinstance(pack, ArchitecturePack)
    return pack


def _open(pack: ArchitecturePack) -> list[str]:
    return [each.text for each in pack.open_questions] + [each.text for each in pack.clarifications]


@pytest.mark.parametrize(
    ("rest", "limit"),
    [
        ("## Open questions (resolved)\n\n1. **Depth of folders**: configurable, 10 by default\n", "Depth of folders"),
        ("## Open questions\n\n- **Undo**: ✅ one step at a time\n- Who pays the stamps?\n", "Undo"),
    ],
)  # fmt: skip
def test_what_is_decided_is_a_limit_and_no_open_point(rest: str, limit: str) -> None:
    pack = planned(rest)
    assert not any(limit in each for each in _open(pack))
    assert any(limit in each.text for each in pack.prd.constraints)


@pytest.mark.parametrize(
    "line",
    [
        "- OQ-A: resolved (record 5)",
        "Tracked in [QUESTIONS.md](QUESTIONS.md)",
        "All requirements are resolved.",
        "Flag new questions here as they arise.",
        "Items that the team should decide before the start.",
        "These do not block the start.",
        "A letter without a stamp goes back in any case.",
    ],
)
def test_words_about_the_list_are_no_open_points(line: str) -> None:
    words = line.removeprefix("- ").split("(")[0].split("[")[0].strip(" .")
    pack = planned(f"## Open questions\n\n{line}\n\n- Who pays the stamps?\n")
    assert not any(words in each for each in _open(pack))
    assert any("stamps" in each.text for each in pack.clarifications)


@pytest.mark.parametrize(
    "rest",
    [
        "## Readers\n\nThis document answers four questions:\n\n- what a letter is\n- how it is filed, and by whom\n",
        '## Readers\n\n| Question | Document |\n|---|---|\n| "Why did we take paper?" | Architecture |\n',
        "## Persona\n\n**What they ask themselves:** Does this letter reach anybody? Is it worth a stamp?\n",
    ],
)
def test_questions_of_others_are_not_asked_of_anybody(rest: str) -> None:
    pack = planned(rest)
    assert not [each.text for each in pack.clarifications if each.why.startswith("The PRD itself")]
    assert not pack.open_questions


@pytest.mark.parametrize(
    "line",
    [
        '"Do we need a stamp?"',
        "Whether a stamp is needed",
        "These letters go where?",
        "Issues with stamps are unclear",
    ],
)
def test_what_is_open_stays_open(line: str) -> None:
    pack = planned(f"## Open questions\n\n- {line}\n- Who pays the envelopes?\n")
    assert len(pack.open_questions) == 2
