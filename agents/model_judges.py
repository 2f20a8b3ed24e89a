"""What each role's answers come to once every section has its own: the bytes that are kept, mistakes, or why there is nothing."""

from collections.abc import Callable, Iterator, Mapping

from pydantic import BaseModel

from agents.ask import Role
from agents.builtin.decompose import DecompositionInputs, decompose
from agents.builtin.decomposing.refine import UNREAD
from agents.builtin.reader import Unreadable
from agents.builtin.scaffold import ImplementationInputs
from agents.builtin.triage import triage
from agents.model_answers import Demands, Design, Domain, Workflows, Written
from agents.model_material import drawn, withheld
from agents.model_plan import Mistakes, Sections, merged
from agents.model_proposal import WORD, proposed
from agents.schemas import backlog as backlogs
from agents.schemas import pack as packs
from agents.schemas import proposal as proposals
from agents.schemas import review as reviews
from agents.schemas import triage as triages
from agents.schemas.backlog import Backlog
from agents.schemas.planner import PlannerInputs
from agents.schemas.review import Review, ReviewInputs
from agents.schemas.triage import Triage, TriageInputs

Judged = bytes | Mistakes | str

MOST_REASONS = 10
MOST_FINDINGS = 12
# The largest backlog people can be asked to read.
MOST_UNITS = 600


def lines_of(inputs: PlannerInputs) -> int:
    """How many lines the document has."""
    return inputs.body.count("\n") + 1


def _triage(inputs: BaseModel, answers: tuple[BaseModel, ...], model: str) -> Judged:
    del model
    match inputs, answers:
        case TriageInputs(), (Triage() as answer,):
            if len(answer.reasons) > MOST_REASONS or len(answer.remedies) > MOST_REASONS:
                return Mistakes((f"give at most {MOST_REASONS} reasons and remedies",))
            if answer.verdict != "GO" and not answer.reasons:
                return Mistakes((f"{answer.verdict} needs a reason",))
            return triages.canonical(_beside_the_rules(answer, triage(inputs)))
        case _:
            return "no triage came"


def _beside_the_rules(answer: Triage, said: Triage) -> Triage:
    """The model's recommendation, and what the built-in rules hold against the document that it does not."""
    if said.verdict in {"GO", answer.verdict}:
        return answer
    against = f"The built-in rules recommend {said.verdict}: {said.reasons[-1]}"[:4000]
    return answer.model_copy(update={"reasons": (*answer.reasons, against)})


def _planner(inputs: BaseModel, answers: tuple[BaseModel, ...], model: str) -> Judged:
    match inputs, answers:
        case PlannerInputs(), (
            Demands() as demands,
            Workflows() as flows,
            Domain() as domain,
            Design() as design,
        ):
            draft = drawn(inputs)
            if isinstance(draft, Unreadable):
                return f"{draft.reason} {draft.remedy}"
            outcome = merged(
                draft,
                Sections(demands, flows, domain, design),
                lines=lines_of(inputs),
                model=model,
                notes=withheld(inputs),
                before=inputs.before,
            )
            return outcome if isinstance(outcome, Mistakes) else packs.canonical(outcome)
        case _:
            return "no plan came"


def _decomposition(inputs: BaseModel, answers: tuple[BaseModel, ...], model: str) -> Judged:
    del model
    match inputs, answers:
        case DecompositionInputs(), (Backlog() as answer,):
            errors = tuple(_wrong_backlog(inputs, answer))
            return Mistakes(errors) if errors else backlogs.canonical(_read(answer))
        case _:
            return "no backlog came"


def _read(answer: Backlog) -> Backlog:
    """The backlog, without notes that nobody could read a wish which the model has read.

    Whether the model made anything of it is seen in what changed: the same note stands above a backlog that is as it was.
    """
    unread, sent = f"is not done: {UNREAD}", "went to the model, to cut the backlog with it in mind"
    return answer.model_copy(update={"notes": tuple(each.replace(unread, sent) for each in answer.notes)})


def _wrong_backlog(inputs: DecompositionInputs, answer: Backlog) -> Iterator[str]:
    if not 0 < len(answer.units) <= MOST_UNITS:
        yield f"the backlog has {len(answer.units)} units; it takes at least 1 and at most {MOST_UNITS}"
        return
    wanted = {each.id for each in (*inputs.pack.requirements, *inputs.pack.nfrs)}
    parts = {each.id for each in inputs.pack.architecture.components}
    served = {each for unit in answer.units for each in unit.requirement_ids}
    given_up = {each for unit in answer.dropped for each in unit.requirement_ids}
    draft = decompose(inputs)
    before, after = ({unit.id: unit for unit in each.units} for each in (draft, answer))
    yield from (f"no unit serves {each}" for each in sorted(wanted - served - given_up))
    yield from (f"requirement {each[:WORD]} is not in the plan" for each in sorted(served - wanted))
    yield from (
        f"{unit.id} names component {each[:WORD]}, which is not in the plan"
        for unit in answer.units
        for each in unit.component_ids
        if each not in parts
    )
    yield from (
        f"{each} is done and must stay as it is"
        for each in inputs.done
        if before.get(each) != after.get(each)
    )
    if not inputs.refinements and (
        left_out := {each.id for each in answer.dropped} - {each.id for each in draft.dropped}
    ):
        yield f"nobody asked to leave out {', '.join(sorted(left_out)[:5])}"


def _implementation(inputs: BaseModel, answers: tuple[BaseModel, ...], model: str) -> Judged:
    del model
    match inputs, answers:
        case ImplementationInputs(), (Written(proposal=draft, cannot=cannot),):
            if (draft is None) == (cannot is None):
                return Mistakes(("fill exactly one of proposal and cannot",))
            if {each.unit_id for each in (draft, cannot) if each is not None} != {inputs.unit_id}:
                return Mistakes((f"unit_id must be {inputs.unit_id}",))
            outcome = proposed(inputs, draft) if draft is not None else cannot
            if outcome is None or isinstance(outcome, Mistakes):
                return outcome or "no proposal came"
            return proposals.canonical(outcome)
        case _:
            return "no proposal came"


def _reviewer(inputs: BaseModel, answers: tuple[BaseModel, ...], model: str) -> Judged:
    del model
    match inputs, answers:
        case ReviewInputs(), (Review() as answer,):
            errors = tuple(_wrong_findings(inputs, answer))
            return Mistakes(errors) if errors else reviews.canonical(answer)
        case _:
            return "no review came"


def _wrong_findings(inputs: ReviewInputs, answer: Review) -> Iterator[str]:
    if len(answer.findings) > MOST_FINDINGS:
        yield f"give at most {MOST_FINDINGS} findings"
    lines = {each.path: (each.after or "").count("\n") + 1 for each in inputs.files}
    for each in answer.findings:
        if each.path not in lines:
            yield f"{each.path[:WORD]} is not one of the files under review"
        elif each.line is not None and not 0 < each.line <= lines[each.path]:
            yield f"{each.path[:WORD]} has {lines[each.path]} lines, so none is line {each.line}"


JUDGES: Mapping[Role, Callable[[BaseModel, tuple[BaseModel, ...], str], Judged]] = {
    "triage": _triage,
    "planner": _planner,
    "decomposition": _decomposition,
    "implementation": _implementation,
    "fixup": _implementation,
    "reviewer": _reviewer,
}
