"""A small document without a question that holds it, what a good model answers about it section by section, and what answers come to."""

import json
from typing import Any

from agents.ask import Answered, Ask, ModelReply, Unanswered, Usage, ask
from agents.builtin import answer
from agents.model_turns import mistakes, read, requests
from agents.roles import ROLES
from agents.schemas import pack as packs

BODY = (
    "# Shelf\nA command-line tool for one person at home: a list of books in one file beside it, in Python. The list is small, "
    "the tool is small, and everything about it is in that one file. There is "
    "no server, no network and no account behind it. Nobody else is meant to look at the list, and nobody else has ever asked for it. The "
    "person at home is patient, likes terminals, and has about four hundred books on eleven shelves in two rooms.\n\n"
    "## Requirements\n- FR-1: Add a book\n- FR-2: Lend a book\n- NFR-1: Answers come within 1 second\n"
)
PLAN = ask("planner", {"body": BODY})
USAGE = Usage(model="some-model")


def demands() -> dict[str, Any]:
    return {
        "requirements": [
            {"id": "FR-1", "text": "Add a book by title", "lines": [5], "priority": "must"},
            {"id": "FR-2", "text": "Lend a book", "lines": [6], "priority": "unstated"},
        ],
        "nfrs": [
            {"id": "NFR-1", "text": "Answers come within 1 second", "lines": [7], "category": "performance"}
        ],
    }


def domain() -> dict[str, Any]:
    return {
        "actors": [{"name": "Librarian", "attributes": [], "lines": [5]}],
        "entities": [{"name": "Book", "attributes": ["title"], "lines": [5, 6]}],
        "integrations": [],
    }


def workflows() -> dict[str, Any]:
    return {"workflows": [{"name": "Lending", "steps": ["Pick", "Lend"], "lines": [6]}]}


def design() -> dict[str, Any]:
    return {
        "understood": ["It is a tool."],
        "kind": "cli",
        "headline": "One command.",
        "rationale": "It is small.",
        "language": "Python",
        "components": [
            {
                "id": "command",
                "name": "Command",
                "kind": "interface",
                "purpose": "Reads arguments.",
                "technology": "",
                "requirement_ids": ["NFR-1"],
            },
            {
                "id": "books",
                "name": "Books",
                "kind": "domain",
                "purpose": "Adds and lends a book.",
                "technology": "",
                "requirement_ids": ["FR-1", "FR-2"],
            },
        ],
        "connections": [{"source": "command", "target": "books", "label": "calls", "waits": True}],
        "decisions": [{"title": "One process", "why": "It is small.", "gives_up": "Sharing."}],
        "rejected": [{"name": "A server", "why": "Nobody asked for one."}],
        "risks": [],
        "questions": [
            {
                "text": "Who lends?",
                "why": "Silent.",
                "changes": "access",
                "default": "Anybody.",
                "options": [],
            }
        ],
    }


def reply(said: object) -> ModelReply:
    return ModelReply(said if isinstance(said, str) else json.dumps(said), "end_turn", USAGE)


def outcome_of(asked: Ask, *answers: object) -> Answered | Unanswered | tuple[str, ...]:
    """What the answers to the role's sections come to: the first section's mistakes, or what all of them amount to."""
    replies: dict[str, ModelReply] = {}
    for section, answer_ in zip(ROLES[asked.role].sections, answers, strict=True):
        assert section.name in requests(asked, replies)
        replies[section.name] = reply(answer_)
        if wrong := mistakes(asked, section.name, replies):
            return wrong
    assert requests(asked, replies) == {}
    return read(asked, replies)


def backlog_ask() -> tuple[Ask, dict[str, Any]]:
    plan = answer(PLAN)
    assert isinstance(plan, Answered)
    asked = ask("decomposition", {"pack": packs.load(plan.content).model_dump(mode="json")})
    cut = answer(asked)
    assert isinstance(cut, Answered)
    backlog: dict[str, Any] = json.loads(cut.content)
    return asked, backlog


def implementation_ask() -> Ask:
    asked, backlog = backlog_ask()
    inputs = json.loads(asked.inputs)
    return ask("implementation", {"pack": inputs["pack"], "backlog": backlog, "unit_id": "U-01"})


def fixup_ask() -> Ask:
    inputs = json.loads(implementation_ask().inputs)
    failed = [{"check": "build", "text": "E   assert 1 == 2"}]
    proposed = [{"path": "src/app.py", "content": "x = 1\n", "executable": False, "reason": "serves FR-1"}]
    return ask("fixup", {**inputs, "failed": failed, "proposed": proposed, "tried": ["build"]})


def review_ask() -> Ask:
    asked, backlog = backlog_ask()
    pack = json.loads(asked.inputs)["pack"]
    unit = next(each for each in backlog["units"] if each["requirement_ids"])
    wanted = [{"id": each["id"], "text": each["text"]} for each in pack["requirements"][:1]]
    files = [{"path": "src/books.py", "before": None, "after": "def lend(book):\n    return book\n"}]
    return ask("reviewer", {"unit": unit, "wanted": wanted, "files": files, "left_out": [], "context": None})
