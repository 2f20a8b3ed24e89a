"""How much may be spent on model calls: for one call, one run, one repository's day and everybody's day."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

# Dollars as the operator writes them.
Dollars = Annotated[float, Field(ge=0, le=1_000_000, allow_inf_nan=False)]


@dataclass(frozen=True, slots=True)
class Caps:
    """Each in millionths of a dollar; the run's may be raised by a person for that run."""

    call: int = 2_000_000
    run: int = 5_000_000
    repository_day: int = 50_000_000
    day: int = 200_000_000
