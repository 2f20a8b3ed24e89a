"""What a model is asked for a role, and what its replies amount to: an answer, mistakes to mend, or nothing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pydantic import BaseModel, ValidationError

from agents.ask import Answered, Ask, ModelReply, ModelRequest, Role, Unanswered, Usage
from agents.builtin.decompose import DecompositionInputs, decompose
from agents.builtin.planner import plan
from agents.builtin.reader import Unreadable
from agents.builtin.scaffold import ImplementationInputs
from agents.model_answers import Demands, Design, Domain, Written, spoken_schema
from agents.model_plan import Mistakes, merged
from agents.roles import ROLES, ground_rules
from agents.schemas import backlog as backlogs
from agents.schemas import pack as packs
from agents.schemas import proposal as proposals
from agents.schemas import triage as triages
from agents.schemas.backlog import Backlog
from agents.schemas.pack import ArchitecturePack
from agents.schemas.planner import PlannerInputs
from agents.schemas.triage import Triage
from agents.untrusted import encoded, numbered, visible

MOST_ERRORS = 30


@dataclass(frozen=True, slots=True)
class Repair:
    """An answer that does not fit; `errors` says where, one sentence each."""

    errors: tuple[str, ...]


def requests(ask: Ask) -> tuple[ModelRequest, ...]:
    """The calls that together answer the question; they share their system text and document so that both are cached."""
    part = ROLES[ask.role]
    inputs = part.inputs.model_validate_json(ask.inputs)
    document = encoded(_material(inputs))
    return tuple(
        ModelRequest(
            system=ground_rules(),
            document=document,
            instruction=section.instruction,
            schema=spoken_schema(section.answer),
            max_tokens=section.max_tokens,
        )
        for section in part.sections
    )


def read(ask: Ask, replies: tuple[ModelReply, ...]) -> Answered | Repair | Unanswered:
    """The answer in the replies once it fits its schema and holds together, or what is wrong with it."""
    part = ROLES[ask.role]
    usage = Usage(model=replies[-1].usage.model if replies else "")
    if len(replies) != len(part.sections):
        return Unanswered(f"{len(part.sections)} replies were expected and {len(replies)} came", usage)
    answers: list[BaseModel] = []
    errors: list[str] = []
    for section, reply in zip(part.sections, replies, strict=True):
        try:
            answers.append(section.answer.model_validate_json(reply.text))
        except ValidationError as invalid:
            errors.extend(_said(section.answer.__name__, invalid))
    if errors:
        return Repair(tuple(errors[:MOST_ERRORS]))
    inputs = part.inputs.model_validate_json(ask.inputs)
    try:
        outcome = JUDGES[ask.role](inputs, answers, usage.model)
    except ValidationError as invalid:
        return Repair(_said(ask.role, invalid)[:MOST_ERRORS])
    if isinstance(outcome, Mistakes):
        return Repair(outcome.errors[:MOST_ERRORS])
    return Unanswered(outcome, usage) if isinstance(outcome, str) else Answered(outcome, usage)


def _said(name: str, invalid: ValidationError) -> tuple[str, ...]:
    """Where the answer does not fit, without repeating the answer's own words."""
    return tuple(
        f"{name}: {'.'.join(map(str, error['loc'])) or 'the whole answer'}: {error['msg'][:300]}"
        for error in invalid.errors(include_input=False, include_url=False)[:MOST_ERRORS]
    )


def _material(inputs: BaseModel) -> Mapping[str, object]:
    if isinstance(inputs, PlannerInputs):
        body, hidden = visible(inputs.body)
        drawn = plan(inputs)
        found: object = {} if isinstance(drawn, Unreadable) else _found(drawn)
        return {
            "title": visible(inputs.title)[0],
            "document_lines": numbered(body),
            "hidden_pieces_removed": hidden,
            "organisation_constraints": visible(inputs.constraints)[0],
            "answers": [each.model_dump() for each in inputs.answers],
            "refinements": [each.model_dump() for each in inputs.refinements],
            "found": found,
        }
    given = inputs.model_dump(mode="json")
    if isinstance(inputs, DecompositionInputs):
        given["draft"] = decompose(inputs).model_dump(mode="json")
    cleaned = _cleaned(given)
    return cleaned if isinstance(cleaned, dict) else {}


def _found(drawn: ArchitecturePack) -> Mapping[str, object]:
    return {
        "requirements": [
            each.model_dump(include={"id", "text", "lines", "priority"}) for each in drawn.requirements
        ],
        "nfrs": [each.model_dump(include={"id", "text", "lines", "category"}) for each in drawn.nfrs],
        "constraints": [each.text for each in drawn.prd.constraints],
        "non_goals": [each.text for each in drawn.prd.non_goals],
        "questions": [each.model_dump(include={"id", "text", "answer"}) for each in drawn.clarifications],
    }


def _cleaned(value: object) -> object:
    if isinstance(value, str):
        return visible(value)[0]
    if isinstance(value, list):
        return [_cleaned(each) for each in value]
    if isinstance(value, dict):
        return {key: _cleaned(each) for key, each in value.items()}
    return value


def _triage(inputs: BaseModel, answers: list[BaseModel], model: str) -> bytes | Mistakes | str:
    del inputs, model
    answer = answers[0]
    return triages.canonical(answer) if isinstance(answer, Triage) else "no triage came"


def _planner(inputs: BaseModel, answers: list[BaseModel], model: str) -> bytes | Mistakes | str:
    match inputs, answers:
        case PlannerInputs(), [Demands() as demands, Domain() as domain, Design() as design]:
            drawn = plan(inputs)
            if isinstance(drawn, Unreadable):
                return f"{drawn.reason} {drawn.remedy}"
            outcome = merged(drawn, demands, domain, design, lines=inputs.body.count("\n") + 1, model=model)
            return outcome if isinstance(outcome, Mistakes) else packs.canonical(outcome)
        case _:
            return "no plan came"


def _decomposition(inputs: BaseModel, answers: list[BaseModel], model: str) -> bytes | Mistakes | str:
    del model
    match inputs, answers:
        case DecompositionInputs(), [Backlog() as answer]:
            errors = _backlog_errors(inputs, answer)
            return Mistakes(errors) if errors else backlogs.canonical(answer)
        case _:
            return "no backlog came"


def _backlog_errors(inputs: DecompositionInputs, answer: Backlog) -> tuple[str, ...]:
    wanted = {each.id for each in (*inputs.pack.requirements, *inputs.pack.nfrs)}
    parts = {each.id for each in inputs.pack.architecture.components}
    served = {each for unit in answer.units for each in unit.requirement_ids}
    given_up = {each for unit in answer.dropped for each in unit.requirement_ids}
    before = {unit.id: unit for unit in decompose(inputs).units}
    after = {unit.id: unit for unit in answer.units}
    return (
        *(f"no unit serves {each}" for each in sorted(wanted - served - given_up)),
        *(f"requirement {each} is not in the plan" for each in sorted(served - wanted)),
        *(
            f"{unit.id} names component {each}, which is not in the plan"
            for unit in answer.units
            for each in unit.component_ids
            if each not in parts
        ),
        *(
            f"{each} is done and must stay as it is"
            for each in inputs.done
            if before.get(each) != after.get(each)
        ),
    )


def _implementation(inputs: BaseModel, answers: list[BaseModel], model: str) -> bytes | Mistakes | str:
    del model
    match inputs, answers:
        case ImplementationInputs(), [Written(proposal=proposal, cannot=cannot)]:
            if (proposal is None) == (cannot is None):
                return Mistakes(("fill exactly one of proposal and cannot",))
            answer = proposal if proposal is not None else cannot
            if answer is None or answer.unit_id != inputs.unit_id:
                return Mistakes((f"unit_id must be {inputs.unit_id}",))
            return proposals.canonical(answer)
        case _:
            return "no proposal came"


JUDGES: Mapping[Role, Callable[[BaseModel, list[BaseModel], str], bytes | Mistakes | str]] = {
    "triage": _triage,
    "planner": _planner,
    "decomposition": _decomposition,
    "implementation": _implementation,
}
