"""What a PRD is looked at beside before it is planned, and what is thought of it: a recommendation people may overrule."""

from typing import Literal

import rfc8785
from pydantic import BaseModel, ConfigDict

from agents.schemas.planner import PlannerInputs
from agents.schemas.requirements import Text


class Elsewhere(BaseModel):
    """An open run of this App or an open pull request in the same repository; `text` is the beginning of its words."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Literal["run", "pull request"]
    number: int
    title: str
    text: str = ""


class About(BaseModel):
    """What the repository says of itself."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = ""
    description: str = ""
    topics: tuple[str, ...] = ()
    readme: str = ""


class TriageInputs(PlannerInputs):
    """The PRD with what it is compared with; `frozen` are paths that its text names and the repository has frozen."""

    elsewhere: tuple[Elsewhere, ...] = ()
    about: About = About()
    frozen: tuple[str, ...] = ()


class Triage(BaseModel):
    """GO plans now, DEFER needs words from people first, NO-GO says the text is nothing to plan from."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    schema_version: Literal["1"] = "1"
    verdict: Literal["GO", "NO-GO", "DEFER"]
    reasons: tuple[Text, ...] = ()
    remedies: tuple[Text, ...] = ()


def canonical(triage: Triage) -> bytes:
    """The bytes a triage is stored as (RFC 8785)."""
    return rfc8785.dumps(triage.model_dump(mode="json"))


def load(content: bytes) -> Triage:
    """The triage in `content`; raises pydantic's ValidationError when it is not one."""
    return Triage.model_validate_json(content)
