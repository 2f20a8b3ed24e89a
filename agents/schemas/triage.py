"""What is thought of a PRD before it is planned; a recommendation that a person may overrule."""

from typing import Literal

import rfc8785
from pydantic import BaseModel, ConfigDict

from agents.schemas.requirements import Text


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
