"""The untrusted material a model is given with a question, and the built-in draft its answers are held against."""

from collections.abc import Mapping
from functools import lru_cache

from pydantic import BaseModel

from agents.ask import Role
from agents.builtin.decompose import DecompositionInputs, decompose
from agents.builtin.planner import plan
from agents.builtin.reader import Unreadable
from agents.builtin.reader.text.clean import clean
from agents.builtin.reader.text.hidden import examples, stripped
from agents.builtin.scaffold import ImplementationInputs
from agents.model_answers import Demands
from agents.model_floor import demanded
from agents.model_unit import unit_material
from agents.schemas.pack import Applied, ArchitecturePack
from agents.schemas.planner import Asked, PlannerInputs
from agents.schemas.questions import Clarification
from agents.schemas.review import ReviewInputs
from agents.schemas.triage import TriageInputs
from agents.untrusted import numbered, seen


def needs_no_model(role: Role, inputs: BaseModel) -> bool:
    """Whether the built-in answer is all there can be for now: the text cannot be read, or a question holds the plan."""
    if not isinstance(inputs, PlannerInputs):
        return False
    if role == "triage":
        # To read a long document takes longer than to ask, so it is read while the call is under way; see `model_turns.ahead`.
        return isinstance(clean(inputs.body), Unreadable)
    draft = drawn(inputs)
    return isinstance(draft, Unreadable) or any(each.blocking for each in draft.clarifications)


# What of the inputs the built-in plan hangs on; triage, planner and every section have these in common.
DRAWN_FROM = ("title", "body", "constraints", "asked", "answers", "refinements", "before")


def drawn(inputs: PlannerInputs) -> ArchitecturePack | Unreadable:
    """The built-in plan with the questions a model has asked before; drawn once for triage and all sections of a plan."""
    return _drawn(PlannerInputs.model_construct(**{name: getattr(inputs, name) for name in DRAWN_FROM}))


@lru_cache(maxsize=4)
def _drawn(inputs: PlannerInputs) -> ArchitecturePack | Unreadable:
    if not inputs.asked:
        return plan(inputs)
    known = plan(inputs.model_copy(update={"answers": (), "refinements": ()}))
    if isinstance(known, Unreadable):
        return known
    own = {each.id for each in known.clarifications}
    others = tuple(each for each in inputs.asked if each.id not in own)
    foreign = {each.id for each in others}
    kept = tuple(each for each in inputs.answers if _named(each.question_id) not in foreign)
    draft = plan(inputs.model_copy(update={"answers": kept}))
    return draft if isinstance(draft, Unreadable) else _with(draft, others, inputs)


def material(inputs: BaseModel) -> Mapping[str, object]:
    """Everything the question's answer may depend on, as people see it, but for files, which a model must give back whole."""
    if isinstance(inputs, TriageInputs):
        return {**_document(inputs), **_beside(inputs)}
    if isinstance(inputs, PlannerInputs):
        return {**_document(inputs), "found": _found(drawn(inputs))}
    if isinstance(inputs, ImplementationInputs):
        return unit_material(inputs)
    given = inputs.model_dump(mode="json", exclude={"context"})
    if isinstance(inputs, DecompositionInputs):
        given["draft"] = decompose(inputs).model_dump(mode="json")
        if inputs.context is not None:
            # Its tree is the part of the whole that fits.
            given |= {"repository": inputs.context.model_dump(mode="json"), "tree": inputs.context.tree}
    if isinstance(inputs, ReviewInputs) and inputs.context is not None:
        given["repository"] = inputs.context.model_dump(mode="json")
    return {key: seen(value) for key, value in given.items()}


def found_before(inputs: BaseModel, answers: Mapping[str, BaseModel]) -> Mapping[str, object] | None:
    """What the sections before have found, with the ids it gets in the plan; None when nothing comes before."""
    if not isinstance(inputs, PlannerInputs):
        return None
    draft, demands = drawn(inputs), answers.get("planner_demands")
    if isinstance(draft, Unreadable) or not isinstance(demands, Demands):
        return None
    others = {
        name: answer.model_dump(mode="json") for name, answer in answers.items() if name != "planner_demands"
    }
    return {"found_by_now": demanded(draft, demands, inputs.before), **others}


def withheld(inputs: PlannerInputs) -> tuple[str, ...]:
    """What the model was not given of the text, besides what the reader says already, in a sentence for people."""
    others = stripped(inputs.body).others
    if not others:
        return ()
    return (f"The model was not given what the page does not show: {examples(others)}.",)


def _document(inputs: PlannerInputs) -> Mapping[str, object]:
    body = stripped(inputs.body)
    asked = {each.id: each.text for each in inputs.asked}
    return {
        "title": seen(inputs.title),
        "document_lines": numbered(body.text),
        "hidden_pieces_removed": body.count,
        "organisation_constraints": seen(inputs.constraints),
        "answers": [
            {
                "question": asked.get(_named(each.question_id), ""),
                **each.model_dump(),
                "text": seen(each.text),
            }
            for each in inputs.answers
        ],
        "refinements": [seen(each.model_dump()) for each in inputs.refinements],
        **({"code": seen(inputs.context.model_dump(mode="json"))} if inputs.context is not None else {}),
    }


def _beside(inputs: TriageInputs) -> Mapping[str, object]:
    """What else is open, and what the repository says of itself."""
    return {
        "open_elsewhere": [
            {"kind": each.kind, "number": each.number, "title": seen(each.title)} for each in inputs.elsewhere
        ],
        "repository": seen(inputs.about.model_dump(mode="json")),
    }


def _found(draft: ArchitecturePack | Unreadable) -> Mapping[str, object]:
    if isinstance(draft, Unreadable):
        return {}
    return {
        "requirements": [
            each.model_dump(include={"id", "text", "lines", "priority"}) for each in draft.requirements
        ],
        "nfrs": [each.model_dump(include={"id", "text", "lines", "category"}) for each in draft.nfrs],
        "constraints": [each.text for each in draft.prd.constraints],
        "non_goals": [each.text for each in draft.prd.non_goals],
        "questions": [each.model_dump(include={"id", "text", "answer"}) for each in draft.clarifications],
    }


def _with(draft: ArchitecturePack, others: tuple[Asked, ...], inputs: PlannerInputs) -> ArchitecturePack:
    """The draft with a model's earlier questions behind its own, each with the last answer to it."""
    given = {_named(each.question_id): each for each in inputs.answers}
    answers = [(each, given.get(each.id)) for each in others]
    questions = tuple(
        Clarification(
            id=each.id,
            text=each.text,
            why="It was asked with an earlier version of this plan.",
            changes="whatever depends on it",
            default=each.default,
            options=each.options,
            answer=answer.text[:4000] if answer else "",
            by=answer.by[:100] if answer else "",
        )
        for each, answer in answers
    )
    applied = tuple(
        Applied(
            text=answer.text[:4000],
            by=answer.by[:100],
            outcome=f"{each.id}: drawn into the plan.",
            changed_ids=(each.id,),
        )
        for each, answer in answers
        if answer is not None
    )
    refinement = draft.refinement.model_copy(update={"applied": (*draft.refinement.applied, *applied)})
    return draft.model_copy(
        update={"clarifications": (*draft.clarifications, *questions), "refinement": refinement}
    )


def _named(question_id: str) -> str:
    return f"Q{question_id.strip().upper().removeprefix('Q')}"
