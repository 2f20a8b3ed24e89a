"""The built-in agents: they need no model, no key and no network, and answer the same question the same way every time."""

import importlib
from collections.abc import Callable, Mapping

from pydantic import ValidationError

from agents.ask import Answered, Ask, Role, Unanswered, Usage

USAGE = Usage(model="built-in")


def answer(ask: Ask) -> Answered | Unanswered:
    """The built-in answer to a role's question, as canonical JSON, or why there is none."""
    try:
        outcome = ANSWERS[ask.role](ask.inputs)
    except ValidationError as invalid:
        return Unanswered(
            f"the question does not fit the role {ask.role}: {invalid.error_count()} mistakes", USAGE
        )
    return Unanswered(outcome, USAGE) if isinstance(outcome, str) else Answered(outcome, USAGE)


# The modules are imported when they are first asked, because most processes ask only one of them.


def _triage(inputs: bytes) -> bytes | str:
    schemas = importlib.import_module("agents.schemas.triage")
    asked = schemas.TriageInputs.model_validate_json(inputs)
    written: bytes = schemas.canonical(importlib.import_module("agents.builtin.triage").triage(asked))
    return written


def _planner(inputs: bytes) -> bytes | str:
    asked = importlib.import_module("agents.schemas.planner").PlannerInputs.model_validate_json(inputs)
    drawn = importlib.import_module("agents.builtin.planner").plan(asked)
    if isinstance(drawn, importlib.import_module("agents.builtin.reader").Unreadable):
        return f"{drawn.reason} {drawn.remedy}"
    written: bytes = importlib.import_module("agents.schemas.pack").canonical(drawn)
    return written


def _decomposition(inputs: bytes) -> bytes | str:
    cut = importlib.import_module("agents.builtin.decompose")
    backlog = cut.decompose(cut.DecompositionInputs.model_validate_json(inputs))
    written: bytes = importlib.import_module("agents.schemas.backlog").canonical(backlog)
    return written


def _implementation(inputs: bytes) -> bytes | str:
    scaffold = importlib.import_module("agents.builtin.scaffold")
    proposed = scaffold.propose(scaffold.ImplementationInputs.model_validate_json(inputs))
    written: bytes = importlib.import_module("agents.schemas.proposal").canonical(proposed)
    return written


def _fixup(inputs: bytes) -> bytes | str:
    fixup = importlib.import_module("agents.builtin.fixup")
    answered = fixup.fix(fixup.FixupInputs.model_validate_json(inputs))
    written: bytes = importlib.import_module("agents.schemas.proposal").canonical(answered)
    return written


def _reviewer(inputs: bytes) -> bytes | str:
    del inputs
    return "Without a model nobody reviews but people."


ANSWERS: Mapping[Role, Callable[[bytes], bytes | str]] = {
    "triage": _triage,
    "planner": _planner,
    "decomposition": _decomposition,
    "implementation": _implementation,
    "fixup": _fixup,
    "reviewer": _reviewer,
}
