"""What a model hands over for a unit becomes whole files or goes back with the reason; nothing is guessed at."""

import json
from typing import Any

import pytest

from agents.ask import Answered, Ask, ask
from agents.model_answers import Written, spoken_schema
from agents.repository.shown import NAMED, RepositoryContext, Shown
from agents.schemas import proposal as proposals
from agents.schemas.proposal import Proposal
from tests.agents.modelled import implementation_ask, outcome_of
from tests.stand_ins.model_mind import deleted, edited, whole

TEXT = "def add(a, b):\n    return a + b\n\n\ndef sub(a, b):\n    return a - b\n"
READING = "Books can be lent; nothing is said about returning them."


def asked() -> Ask:
    """The question, with one file that can be edited and one that is only shown."""
    context = RepositoryContext(
        phase="implementation",
        files=(
            Shown(path="src/calc.py", why=NAMED, text=TEXT),
            Shown(path="tests/test_calc.py", why="tests src/calc.py", text="import calc\n"),
        ),
        cut=("big.py is left out.",),
    )
    inputs = json.loads(implementation_ask().inputs) | {
        "context": context.model_dump(mode="json"),
        "tree": ["big.py", "src/calc.py", "tests/test_calc.py"],
    }
    return ask("implementation", inputs)


def draft(*files: dict[str, Any], **more: object) -> dict[str, Any]:
    said = {
        "unit_id": "U-01",
        "reading": READING,
        "declared": [each["path"] for each in files],
        "files": list(files),
        "side_effects": ["Who imports calc sees mul."],
        "notes": ["Nothing else."],
    }
    return {"proposal": {**said, **more}, "cannot": None}


def proposed(answer: dict[str, Any]) -> Proposal:
    outcome = outcome_of(asked(), answer)
    assert isinstance(outcome, Answered), outcome
    read = proposals.load(outcome.content)
    assert isinstance(read, Proposal)
    return read


def test_whole_files_edits_and_deletions_become_whole_files() -> None:
    changed = edited(
        "src/calc.py", ("return a + b", "return b + a"), ("return b + a\n", "return b + a  # why\n")
    )
    read = proposed(draft(changed, whole("src/new.py", "x = 1\n"), deleted("big.py")))

    assert [(each.path, each.content) for each in read.files] == [
        ("src/calc.py", TEXT.replace("return a + b", "return b + a  # why")),
        ("src/new.py", "x = 1\n"),
        ("big.py", None),
    ]
    assert read.declared == ("src/calc.py", "src/new.py", "big.py")
    assert read.reading == READING
    assert read.side_effects == ("Who imports calc sees mul.",)
    assert read.notes[0] == "Nothing else."
    assert read.notes[1].startswith("Read for it: 2 files of the repository, 78 bytes (context `")
    assert read.notes[2] == "Not shown to it: big.py is left out."


@pytest.mark.parametrize(
    ("answer", "complaint"),
    [
        pytest.param(
            draft(edited("src/calc.py", ("return a * b", "return b"))),
            "src/calc.py: edit 1 finds its text 0 times; it must stand there exactly once",
            id="an edit that matches nothing",
        ),
        pytest.param(
            draft(edited("src/calc.py", ("def ", "def _"))),
            "src/calc.py: edit 1 finds its text 2 times; it must stand there exactly once",
            id="an edit that matches twice",
        ),
        pytest.param(
            draft(edited("src/calc.py", ("return a + b", "x"), ("return a + b", "y"))),
            "src/calc.py: edit 2 finds its text 0 times; it must stand there exactly once",
            id="an edit of what an edit took away",
        ),
        pytest.param(
            draft(edited("src/calc.py", ("return  a + b", "x"))),
            "src/calc.py: edit 1 finds its text 0 times; it must stand there exactly once",
            id="another space",
        ),
        pytest.param(
            draft(edited("src/calc.py", ("", "x"))),
            "src/calc.py: edit 1 finds its text 0 times; it must stand there exactly once",
            id="an edit of nothing",
        ),
        pytest.param(
            draft(edited("tests/test_calc.py", ("import calc", "import x"))),
            "tests/test_calc.py was not shown whole among `files`, so it cannot be edited; give its content",
            id="an edit of what is only shown",
        ),
        pytest.param(
            draft(edited("src/none.py", ("a", "b"))),
            "src/none.py was not shown whole among `files`, so it cannot be edited; give its content",
            id="an edit of what is not there",
        ),
        pytest.param(
            draft({**edited("src/calc.py", ("return a + b", "x")), "content": "y\n"}),
            "src/calc.py: give exactly one of content, edits and delete",
            id="two ways at once",
        ),
        pytest.param(
            draft(edited("src/calc.py")),
            "src/calc.py: give exactly one of content, edits and delete",
            id="no way at all",
        ),
        pytest.param(
            draft(deleted("src/none.py")),
            "src/none.py is not there, so it cannot be deleted",
            id="a deletion of what is not there",
        ),
        pytest.param(
            draft(whole("big.py", "x\n")),
            "big.py is there already and was not shown whole, so it cannot be replaced",
            id="a file that nobody showed it",
        ),
        pytest.param(
            draft(whole("src/a.py", "x\n"), reading=" OK. "),
            "reading must say in your own words what the unit asks for",
            id="no reading",
        ),
        pytest.param(
            draft(whole("src/a.py", "x\n"), declared=[]),
            "declared is empty; name every file you change there first",
            id="nothing declared",
        ),
        pytest.param(
            draft(declared=["a.py"]),
            "files is empty; fill cannot when there is nothing to write",
            id="no file",
        ),
        pytest.param(
            draft(whole("src/a.py", "x\n"), whole("src/a.py", "x\n")),
            "src/a.py is given 2 times",
            id="a file twice",
        ),
        pytest.param(
            draft({**whole("src/a.py", "x\n"), "reason": " "}), "src/a.py has no reason", id="no reason"
        ),
    ],
)
def test_what_cannot_be_meant_goes_back_with_what_is_wrong(answer: dict[str, Any], complaint: str) -> None:
    assert outcome_of(asked(), answer) == (complaint,)


def test_a_model_reads_the_unit_before_it_names_files_and_names_them_before_it_writes() -> None:
    """A provider's structured output is written in the order of the schema."""
    schema = json.loads(spoken_schema(Written))
    assert list(schema["properties"]) == ["proposal", "cannot"]
    assert list(schema["$defs"]["Draft"]["properties"])[:4] == ["unit_id", "reading", "declared", "files"]
    assert list(schema["$defs"]["DraftedFile"]["properties"])[:2] == ["path", "reason"]
