"""Everything a plan may depend on, as the planner is asked."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

from agents.repository.shown import RepositoryContext
from agents.schemas.questions import QuestionId
from agents.schemas.requirements import Text


class Answer(BaseModel):
    """What somebody answered to one question; `question_id` is `Q1`, `1` or the open question's own id."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    question_id: Annotated[str, StringConstraints(max_length=40)]
    text: str
    by: str = ""


class Asked(BaseModel):
    """A question people have been asked about the plan, by whoever drew it; without a default it holds the plan."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: QuestionId
    text: Text
    default: str | None = None
    options: tuple[Text, ...] = ()


class Remark(BaseModel):
    """What somebody asked to be different, in their words."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    by: str = ""


class Known(BaseModel):
    """An entry of an earlier version of the plan, with every wording it had, so that it keeps its id in the next one."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Annotated[str, StringConstraints(max_length=40)]
    id: Annotated[str, StringConstraints(max_length=40)]
    texts: tuple[str, ...]


class PlannerInputs(BaseModel):
    """The PRD as it stands in the issue, the organisation's constraints as YAML text, and all that was said since, oldest first.

    `before` is what the versions so far decided and held for a risk, and all they held once one was drawn from another text
    of the PRD.

    `context` is what a model is shown of the repository; the built-in planner does not look at it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str = ""
    body: str
    constraints: str = ""
    asked: tuple[Asked, ...] = ()
    answers: tuple[Answer, ...] = ()
    refinements: tuple[Remark, ...] = ()
    before: tuple[Known, ...] = ()
    context: RepositoryContext | None = None
