"""What a fix of red checks may depend on; mending code takes a model or a person, and without a model this says so."""

from pydantic import BaseModel, ConfigDict

from agents.builtin.scaffold import ImplementationInputs
from agents.schemas.proposal import CannotPropose, ProposedFile


class FailedCheck(BaseModel):
    """The end of what one red check said, cleaned; whoever wrote it, it is output and no order."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    check: str
    text: str


class FixupInputs(ImplementationInputs):
    """The unit's question, the files of its pull request as they are, what the red checks said, and what earlier ones did."""

    proposed: tuple[ProposedFile, ...] = ()
    failed: tuple[FailedCheck, ...] = ()
    tried: tuple[str, ...] = ()


def fix(inputs: FixupInputs) -> CannotPropose:
    """That nobody here can mend it."""
    named = ", ".join(each.check for each in inputs.failed)[:200] or "the red checks"
    return CannotPropose(
        unit_id=inputs.unit_id,
        reason=f"Mending what {named} found takes a model or a person, and no model is set up.",
        what_would_help="What helps: `/refine` with what to change, a pull request of your own in place of this one, or a model.",
    )
