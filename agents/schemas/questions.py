"""What is still open in a plan: questions to people, the assumptions made meanwhile, and the document's own doubts."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

from agents.schemas.requirements import EntryId, Lines, Note, Text

QuestionId = Annotated[str, StringConstraints(pattern=r"^Q[0-9]{1,3}$")]


class Clarification(BaseModel):
    """A question to people; `default` None means there is no safe answer, so the run waits."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: QuestionId
    text: Text
    why: Text
    changes: Text
    default: str | None = None
    options: tuple[Text, ...] = ()
    lines: Lines = ()
    # What hangs on it, computed and never asked of anybody; none where it is about the whole plan.
    requirement_ids: tuple[EntryId, ...] = ()
    answer: Note = ""
    by: Annotated[str, StringConstraints(max_length=100)] = ""

    @property
    def blocking(self) -> bool:
        """Whether the run must wait for the answer."""
        return self.default is None and not self.answer


class Assumption(BaseModel):
    """What the plan takes for granted; `question` names the clarification whose default it is, if any."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: EntryId
    text: Text
    question: str = ""
    lines: Lines = ()


class OpenQuestion(BaseModel):
    """A doubt the document itself writes down, or one the reader found; `question` names the clarification that asks it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: EntryId
    text: Text
    question: str = ""
    lines: Lines = ()
