"""What a model is asked for a role, section by section, and what its replies amount to: an answer, mistakes, or nothing."""

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache

from pydantic import BaseModel, ValidationError

from agents.ask import Answered, Ask, ModelReply, ModelRequest, Role, Unanswered
from agents.builtin import USAGE
from agents.builtin import answer as built_in_answer
from agents.builtin.reader import Unreadable
from agents.model_answers import Demands, spoken_schema
from agents.model_floor import wrong_demands
from agents.model_judges import JUDGES, Judged, lines_of
from agents.model_material import drawn, found_before, material, needs_no_model
from agents.model_plan import Mistakes
from agents.roles import ROLES, Part, Section, ground_rules
from agents.schemas import pack as packs
from agents.schemas.planner import PlannerInputs
from agents.schemas.triage import TriageInputs
from agents.untrusted import marked

MOST_ERRORS = 30
# The longest answer that is read, in characters: more than the most tokens a section may have.
LONGEST_ANSWER = 400_000
# Characters of a name in an answer that are repeated to say where it is wrong.
LONGEST_NAME = 40

Replies = Mapping[str, ModelReply]
# The texts of the answers so far with the names of their sections, in the role's order.
Told = tuple[tuple[str, str], ...]


def requests(ask: Ask, replies: Replies) -> Mapping[str, ModelRequest]:
    """The calls that can be made now, by section; they share their system text and document so that both are cached.

    There are none when every section has its reply, nor while the built-in answer is all there can be: a question that
    holds the plan is put to people before anybody pays for what depends on it.
    """
    part = ROLES[ask.role]
    waiting = [
        section
        for section in part.sections
        if section.name not in replies and set(section.after) <= set(replies)
    ]
    if not waiting:
        return {}
    inputs = part.inputs.model_validate_json(ask.inputs)
    if not replies and needs_no_model(ask.role, inputs):
        return {}
    document = marked(material(inputs))
    return {
        section.name: ModelRequest(
            system=ground_rules(),
            document=document,
            instruction=section.instruction,
            schema=spoken_schema(section.answer),
            max_tokens=section.max_tokens,
            earlier=_earlier(inputs, section, _answers(part, _told(part, replies))),
        )
        for section in waiting
    }


def ahead(ask: Ask) -> None:
    """Draw, while triage is asked, the built-in plan that the sections of the plan are given; it is kept, as whatever is drawn."""
    if ask.role == "triage":
        drawn(TriageInputs.model_validate_json(ask.inputs))


def mistakes(ask: Ask, name: str, replies: Replies) -> tuple[str, ...]:
    """What is wrong with the section's reply, one sentence each: its shape first, then what does not hold together."""
    part = ROLES[ask.role]
    section = next(each for each in part.sections if each.name == name)
    text = replies[name].text
    if len(text) > LONGEST_ANSWER:
        return (f"the answer has {len(text):,} characters; at most {LONGEST_ANSWER:,} are read",)
    try:
        section.answer.model_validate_json(text, strict=True)
    except ValidationError as invalid:
        return _said(section.answer.__name__, invalid)
    if twice := _given_twice(text):
        return tuple(f"{section.answer.__name__}: {each} is given twice in one object" for each in twice)
    inputs, answers = part.inputs.model_validate_json(ask.inputs), _answers(part, _told(part, replies))
    if isinstance(inputs, PlannerInputs) and isinstance(demands := answers.get(name), Demands):
        draft = drawn(inputs)
        return () if isinstance(draft, Unreadable) else wrong_demands(draft, demands, lines=lines_of(inputs))
    if len(answers) < len(part.sections):
        return ()
    outcome = _judged(ask.role, ask.inputs, _told(part, replies), replies[name].usage.model)
    return outcome.errors[:MOST_ERRORS] if isinstance(outcome, Mistakes) else ()


def read(ask: Ask, replies: Replies) -> Answered | Unanswered:
    """The answer in the replies, each of which is without mistakes; without replies, the built-in one."""
    part = ROLES[ask.role]
    if not replies:
        return _without_model(ask, part.inputs.model_validate_json(ask.inputs))
    usage = next(iter(replies.values())).usage
    outcome = _judged(ask.role, ask.inputs, _told(part, replies), usage.model)
    if isinstance(outcome, Mistakes):
        return Unanswered(f"the sections do not hold together: {'; '.join(outcome.errors)[:400]}", usage)
    return Unanswered(outcome, usage) if isinstance(outcome, str) else Answered(outcome, usage)


def _without_model(ask: Ask, inputs: BaseModel) -> Answered | Unanswered:
    draft = drawn(inputs) if ask.role == "planner" and isinstance(inputs, PlannerInputs) else None
    if draft is None or isinstance(draft, Unreadable):
        return built_in_answer(ask)
    return Answered(packs.canonical(draft), USAGE)


@lru_cache(maxsize=2)
def _judged(role: Role, inputs: bytes, told: Told, model: str) -> Judged:
    """What the answers of a role's sections come to; kept, because they are judged when the last one comes, and then read."""
    part = ROLES[role]
    try:
        return JUDGES[role](
            part.inputs.model_validate_json(inputs), tuple(_answers(part, told).values()), model
        )
    except ValidationError as invalid:
        return Mistakes(_said(role, invalid))


def _told(part: Part, replies: Replies) -> Told:
    return tuple(
        (section.name, replies[section.name].text) for section in part.sections if section.name in replies
    )


def _answers(part: Part, told: Told) -> Mapping[str, BaseModel]:
    """The answers so far, in the order of the role's sections."""
    sections = {section.name: section.answer for section in part.sections}
    return {name: sections[name].model_validate_json(text) for name, text in told}


def _earlier(inputs: BaseModel, section: Section, answers: Mapping[str, BaseModel]) -> str:
    found = found_before(inputs, answers) if section.after else None
    return "" if found is None else marked(found)


def _said(name: str, invalid: ValidationError) -> tuple[str, ...]:
    """Where the answer does not fit, with no more of its own words than the name of a field it made up."""
    return tuple(
        f"{name}: {'.'.join(str(step)[:LONGEST_NAME] for step in error['loc']) or 'the whole answer'}: {error['msg'].removeprefix('Value error, ')[:300]}"
        for error in invalid.errors(include_input=False, include_url=False)[:MOST_ERRORS]
    )


def _given_twice(text: str) -> Sequence[str]:
    """Names that an object of the answer has twice, of which the rules would see one and people may see the other."""
    twice: list[str] = []

    def looked_at(pairs: list[tuple[str, object]]) -> None:
        names = [name for name, _ in pairs]
        twice.extend(sorted({name[:LONGEST_NAME] for name in names if names.count(name) > 1}))

    json.loads(text, object_pairs_hook=looked_at)
    return twice[:MOST_ERRORS]
