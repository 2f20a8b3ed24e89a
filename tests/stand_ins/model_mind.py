"""A mind for the local Messages API: answers each section of a plan from what the request itself says, and nothing else."""

import json
import re
from collections.abc import Callable
from typing import Any

from tests.stand_ins.messages_api import Say, Step

Answer = dict[str, Any]


def section(request: Answer) -> str:
    """Which section is asked, by the schema of its answer: `triage`, `demands`, `workflows`, `domain`, `design`, ..."""
    properties = request["output_config"]["format"]["schema"]["properties"]
    marks = {
        "verdict": "triage",
        "nfrs": "demands",
        "workflows": "workflows",
        "actors": "domain",
        "components": "design",
        "units": "backlog",
        "proposal": "files",
        "findings": "review",
    }
    return next(name for mark, name in marks.items() if mark in properties)


def sensible(request: Answer) -> Step:
    """What a model that understands the question and keeps the schema answers."""
    return Say(json.dumps(ANSWERS[section(request)](request)))


def material(request: Answer) -> Answer:
    """The untrusted material, as the model sees it."""
    found: Answer = unmarked(request["messages"][0]["content"][0]["text"])
    return found


def earlier(request: Answer) -> Answer:
    """What sections before have found, as the model sees it."""
    found: Answer = unmarked(request["messages"][0]["content"][1]["text"])
    return found


MATERIAL = re.compile(r"<material ([0-9a-f]{16})>\n(.*?)\n</material \1>", re.DOTALL)


def unmarked(text: str) -> Any:  # JSON can be anything
    """The JSON of material, which is all there is in this text."""
    found = MATERIAL.fullmatch(text)
    assert found is not None
    return json.loads(found[2])


def outside(text: str) -> str:
    """What is left of a text when its material is taken out: the words that may instruct a model."""
    return MATERIAL.sub("", text)


def triage(request: Answer) -> Answer:
    del request
    return {"schema_version": "1", "verdict": "GO", "reasons": ["It can be planned."], "remedies": []}


def demands(request: Answer) -> Answer:
    """Everything that was found, and one demand that was missed."""
    found = material(request)["found"]
    missed = {"id": "", "text": "A member can see whose turn it is.", "lines": [1], "priority": "could"}
    return {"requirements": [*found["requirements"], missed], "nfrs": found["nfrs"]}


def domain(request: Answer) -> Answer:
    del request
    return {
        "actors": [{"name": "Member", "attributes": [], "lines": [1]}],
        "entities": [{"name": "Tool", "attributes": ["name"], "lines": [1]}],
        "integrations": [],
    }


def workflows(request: Answer) -> Answer:
    del request
    return {"workflows": [{"name": "Borrowing", "steps": ["Ask for a tool", "Take it home"], "lines": [1]}]}


def design(request: Answer) -> Answer:
    """One part that serves everything."""
    found = earlier(request)["found_by_now"]
    ids = [each["id"] for each in (*found["requirements"], *found["nfrs"])]
    part = {
        "id": "shelf",
        "name": "Shelf",
        "kind": "domain",
        "purpose": "Keeps tools and loans.",
        "technology": "",
        "requirement_ids": ids,
    }
    return {
        "understood": ["Neighbours lend each other tools."],
        "kind": "service",
        "headline": "One service keeps tools and loans.",
        "rationale": "Nothing more is needed for 500 members.",
        "language": "Python",
        "components": [part],
        "connections": [],
        "decisions": [{"title": "One process", "why": "It is enough.", "gives_up": "Scaling apart."}],
        "rejected": [{"name": "Microservices", "why": "Nobody needs them here."}],
        "risks": [{"text": "Tools get lost.", "mitigation": "Loans have a due date."}],
        "questions": [],
    }


def backlog(request: Answer) -> Answer:
    """The draft that was given, as it is."""
    found: Answer = material(request)["draft"]
    return found


def files(request: Answer) -> Answer:
    """One page of words at the first place the unit names."""
    given = material(request)
    unit = given["unit"]
    page = whole(next(iter(unit["files"]), "docs/unit.md"), f"{unit['title']}\n")
    return proposal(request, page)


def whole(path: str, content: str) -> Answer:
    """A file given whole."""
    return {**_FILE, "path": path, "content": content}


def edited(path: str, *edits: tuple[str, str]) -> Answer:
    """A file in which texts are replaced."""
    return {**_FILE, "path": path, "edits": [{"find": find, "replace": text} for find, text in edits]}


def deleted(path: str) -> Answer:
    """A file that shall go."""
    return {**_FILE, "path": path, "delete": True}


def proposal(request: Answer, *changed: Answer, **more: Any) -> Answer:  # fields of a draft
    """These files as a model hands them over, declared as they are unless `more` says otherwise."""
    unit = material(request)["unit"]
    draft = {
        "unit_id": unit["id"],
        "reading": f"The unit asks for this: {unit['title']}.",
        "declared": [each["path"] for each in changed],
        "files": list(changed),
        "side_effects": [],
        "notes": [],
    }
    return {"proposal": {**draft, **more}, "cannot": None}


_FILE: Answer = {
    "path": "",
    "reason": "The unit asks for it.",
    "content": None,
    "edits": [],
    "delete": False,
    "executable": False,
}


def review(request: Answer) -> Answer:
    """Nothing to mend."""
    del request
    return {"findings": []}


ANSWERS: dict[str, Callable[[Answer], Answer]] = {
    "triage": triage,
    "demands": demands,
    "workflows": workflows,
    "domain": domain,
    "design": design,
    "backlog": backlog,
    "files": files,
    "review": review,
}
