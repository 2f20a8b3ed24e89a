"""What people asked for that changes the drawing, gathered from answers and refinements before anything is drawn."""

from dataclasses import dataclass, field

from agents.schemas.architecture import ProductKind


@dataclass(slots=True)
class Wishes:
    """Technologies wanted (oldest first) and unwanted (casefolded), and the kind somebody named."""

    kind: ProductKind | None = None
    technologies: list[str] = field(default_factory=list)
    unwanted: set[str] = field(default_factory=set)
    reasons: list[tuple[str, str]] = field(default_factory=list)
