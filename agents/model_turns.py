"""What a model is asked for a role, section by section, and what its replies amount to: an answer, mistakes, or nothing."""

from collections.abc import Callable, Mapping
from functools import lru_cache

from pydantic import BaseModel, ValidationError

from agents.ask import Answered, Ask, ModelReply, ModelRequest, Role, Unanswered
from agents.builtin.decompose import DecompositionInputs, decompose
from agents.builtin.planner import plan
from agents.builtin.reader import Unreadable
from agents.builtin.scaffold import ImplementationInputs
from agents.model_answers import Demands, Design, Domain, Workflows, Written, spoken_schema
from agents.model_plan import Mistakes, Sections, demanded, merged, wrong_demands
from agents.roles import ROLES, Part, Section, ground_rules
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


Replies = Mapping[str, ModelReply]


def requests(ask: Ask, replies: Replies) -> Mapping[str, ModelRequest]:
    """The calls that can be made now, by section; they share their system text and document so that both are cached."""
    part = ROLES[ask.role]
    waiting = [
        section
        for section in part.sections
        if section.name not in replies and set(section.after) <= set(replies)
    ]
    if not waiting:
        return {}
    inputs = part.inputs.model_validate_json(ask.inputs)
    document = encoded(_material(inputs))
    return {
        section.name: ModelRequest(
            system=ground_rules(),
            document=document,
            instruction=section.instruction,
            schema=spoken_schema(section.answer),
            max_tokens=section.max_tokens,
            earlier=_earlier(inputs, section, _answers(part, replies)),
        )
        for section in waiting
    }


def mistakes(ask: Ask, name: str, replies: Replies) -> tuple[str, ...]:
    """What is wrong with the section's reply, one sentence each: its shape first, then what does not hold together."""
    part = ROLES[ask.role]
    section = next(each for each in part.sections if each.name == name)
    try:
        section.answer.model_validate_json(replies[name].text)
    except ValidationError as invalid:
        return _said(section.answer.__name__, invalid)
    inputs, answers = part.inputs.model_validate_json(ask.inputs), _answers(part, replies)
    if isinstance(inputs, PlannerInputs) and isinstance(demands := answers.get(name), Demands):
        drawn = _drawn(inputs)
        return () if isinstance(drawn, Unreadable) else wrong_demands(drawn, demands, lines=_lines(inputs))
    if len(answers) < len(part.sections):
        return ()
    try:
        outcome = JUDGES[ask.role](inputs, tuple(answers.values()), replies[name].usage.model)
    except ValidationError as invalid:
        return _said(ask.role, invalid)
    return outcome.errors[:MOST_ERRORS] if isinstance(outcome, Mistakes) else ()


def read(ask: Ask, replies: Replies) -> Answered | Unanswered:
    """The answer in the replies, each of which is without mistakes."""
    part = ROLES[ask.role]
    usage = replies[part.sections[-1].name].usage
    inputs, answers = part.inputs.model_validate_json(ask.inputs), tuple(_answers(part, replies).values())
    outcome = JUDGES[ask.role](inputs, answers, usage.model)
    if isinstance(outcome, Mistakes):
        return Unanswered(f"the sections do not hold together: {'; '.join(outcome.errors)[:400]}", usage)
    return Unanswered(outcome, usage) if isinstance(outcome, str) else Answered(outcome, usage)


def _answers(part: Part, replies: Replies) -> Mapping[str, BaseModel]:
    """The answers so far, in the order of the role's sections."""
    return {
        section.name: section.answer.model_validate_json(replies[section.name].text)
        for section in part.sections
        if section.name in replies
    }


def _earlier(inputs: BaseModel, section: Section, answers: Mapping[str, BaseModel]) -> str:
    """What the sections before this one have found, with the ids it gets in the plan, as JSON."""
    if not section.after or not isinstance(inputs, PlannerInputs):
        return ""
    drawn, demands = _drawn(inputs), answers.get("planner_demands")
    if isinstance(drawn, Unreadable) or not isinstance(demands, Demands):
        return ""
    others = {
        name: answer.model_dump(mode="json") for name, answer in answers.items() if name != "planner_demands"
    }
    return encoded({"found_by_now": demanded(drawn, demands), **others})


def _said(name: str, invalid: ValidationError) -> tuple[str, ...]:
    """Where the answer does not fit, without repeating the answer's own words."""
    return tuple(
        f"{name}: {'.'.join(map(str, error['loc'])) or 'the whole answer'}: {error['msg'][:300]}"
        for error in invalid.errors(include_input=False, include_url=False)[:MOST_ERRORS]
    )


def _material(inputs: BaseModel) -> Mapping[str, object]:
    if isinstance(inputs, PlannerInputs):
        body, hidden = visible(inputs.body)
        drawn = _drawn(inputs)
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


@lru_cache(maxsize=4)
def _drawn(inputs: PlannerInputs) -> ArchitecturePack | Unreadable:
    """The built-in plan; kept for a while, because every section is held against it."""
    return plan(inputs)


def _lines(inputs: PlannerInputs) -> int:
    return inputs.body.count("\n") + 1


def _triage(inputs: BaseModel, answers: tuple[BaseModel, ...], model: str) -> bytes | Mistakes | str:
    del inputs, model
    answer = answers[0]
    return triages.canonical(answer) if isinstance(answer, Triage) else "no triage came"


def _planner(inputs: BaseModel, answers: tuple[BaseModel, ...], model: str) -> bytes | Mistakes | str:
    match inputs, answers:
        case PlannerInputs(), (
            Demands() as demands,
            Workflows() as flows,
            Domain() as domain,
            Design() as design,
        ):
            drawn = _drawn(inputs)
            if isinstance(drawn, Unreadable):
                return f"{drawn.reason} {drawn.remedy}"
            outcome = merged(
                drawn, Sections(demands, flows, domain, design), lines=_lines(inputs), model=model
            )
            return outcome if isinstance(outcome, Mistakes) else packs.canonical(outcome)
        case _:
            return "no plan came"


def _decomposition(inputs: BaseModel, answers: tuple[BaseModel, ...], model: str) -> bytes | Mistakes | str:
    del model
    match inputs, answers:
        case DecompositionInputs(), (Backlog() as answer,):
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


def _implementation(inputs: BaseModel, answers: tuple[BaseModel, ...], model: str) -> bytes | Mistakes | str:
    del model
    match inputs, answers:
        case ImplementationInputs(), (Written(proposal=proposal, cannot=cannot),):
            if (proposal is None) == (cannot is None):
                return Mistakes(("fill exactly one of proposal and cannot",))
            answer = proposal if proposal is not None else cannot
            if answer is None or answer.unit_id != inputs.unit_id:
                return Mistakes((f"unit_id must be {inputs.unit_id}",))
            return proposals.canonical(answer)
        case _:
            return "no proposal came"


JUDGES: Mapping[Role, Callable[[BaseModel, tuple[BaseModel, ...], str], bytes | Mistakes | str]] = {
    "triage": _triage,
    "planner": _planner,
    "decomposition": _decomposition,
    "implementation": _implementation,
}
