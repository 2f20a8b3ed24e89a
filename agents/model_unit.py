"""What a model is given to write a unit: the unit, what was approved of the plan for it, people's words, and the repository."""

from collections.abc import Mapping

from agents.builtin.scaffold import ImplementationInputs
from agents.schemas.backlog import Unit
from agents.schemas.pack import ArchitecturePack
from agents.untrusted import seen


def unit_material(inputs: ImplementationInputs) -> Mapping[str, object]:
    """Everything as people see it, but for the files to change, which are given as they are so that edits can match."""
    unit = next((each for each in inputs.backlog.units if each.id == inputs.unit_id), None)
    context = inputs.context
    editable = context.to_change() if context is not None else {}
    shown = context.model_dump(mode="json", exclude={"files"}) if context is not None else {}
    others = [each for each in context.files if each.path not in editable] if context is not None else []
    told: Mapping[str, object] = {
        "unit_id": inputs.unit_id,
        "unit": unit.model_dump(mode="json") if unit is not None else {},
        "stands_on": [_named(each) for each in inputs.backlog.units if unit and each.id in unit.depends_on],
        "plan": _plan(inputs.pack, unit) if unit is not None else {},
        "answers": [
            {"question": each.text, "answer": each.answer, "by": each.by}
            for each in inputs.pack.clarifications
            if each.answer
        ],
        "assumptions": [each.text for each in inputs.pack.assumptions],
        "feedback": [each.model_dump(mode="json") for each in inputs.feedback],
        "version": inputs.version,
        "repository": shown or {"tree": inputs.tree},
        "read_only": [each.model_dump(mode="json") for each in others],
    }
    earlier = inputs.earlier.model_dump(mode="json") if inputs.earlier is not None else None
    return {key: seen(value) for key, value in told.items()} | {
        "earlier_version": earlier,
        "files": {**inputs.files, **editable},
    }


def _named(unit: Unit) -> Mapping[str, object]:
    return unit.model_dump(mode="json", include={"id", "title", "files"})


def _plan(pack: ArchitecturePack, unit: Unit) -> Mapping[str, object]:
    """What the plan says of the unit's requirements and parts, and what holds for all of it."""
    served, parts = set(unit.requirement_ids), set(unit.component_ids)
    architecture = pack.architecture
    return {
        "headline": architecture.headline,
        "language": architecture.language,
        "requirements": [each.model_dump(mode="json") for each in pack.requirements if each.id in served],
        "nfrs": [each.model_dump(mode="json") for each in pack.nfrs if each.id in served],
        "components": [
            {**each.model_dump(mode="json"), "of_this_unit": each.id in parts}
            for each in architecture.components
        ],
        "connections": [each.model_dump(mode="json") for each in architecture.connections],
        "decisions": [each.model_dump(mode="json") for each in architecture.decisions],
        "entities": [each.model_dump(mode="json") for each in pack.entities],
        "constraints": [each.text for each in (*pack.org_constraints, *pack.prd.constraints)],
        "non_goals": [each.text for each in pack.prd.non_goals],
    }
