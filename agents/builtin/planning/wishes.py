"""What people asked for that changes the drawing, gathered from answers and refinements before anything is drawn."""

from dataclasses import dataclass, field

from agents.schemas.architecture import ProductKind


@dataclass(slots=True)
class Wishes:
    """Technologies wanted (oldest first) and unwanted (casefolded), and the kind somebody named.

    `reasons` are decisions with why they were taken. `usual` is the kind that would be drawn without a wish, and `parts`
    are the components people can name, as far as they are known before the drawing: id or name, casefolded. `used` are
    the technologies of that drawing.
    """

    kind: ProductKind | None = None
    technologies: list[str] = field(default_factory=list)
    unwanted: set[str] = field(default_factory=set)
    reasons: list[tuple[str, str]] = field(default_factory=list)
    usual: ProductKind | None = None
    parts: set[str] = field(default_factory=set)
    used: str = ""
