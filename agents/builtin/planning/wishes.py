"""What people asked for that changes the drawing, gathered from answers and refinements before anything is drawn."""

from dataclasses import dataclass, field
from typing import NamedTuple

from agents.schemas.architecture import ProductKind
from agents.schemas.requirements import Demand, Statement


class Wished(NamedTuple):
    """Words of a wish or an answer, and the id of the constraint or question that holds it."""

    words: str
    by: str


@dataclass(slots=True)
class Wishes:
    """Technologies wanted (oldest first) and unwanted (casefolded), and the kind somebody named.

    What was wished for stands with the id of the constraint or question that records it: it goes when that is taken out,
    and the decision it leads to names it. `kind_by` is the question that was answered with a kind, empty when a refinement
    named it. `reasons` are decisions of their own, `replaced` what people wanted something else for, as the two names. `usual` is the kind that would be drawn without a wish, and `parts`
    are the components people can name, as far as they are known before the drawing: id or name, casefolded. `used` are
    the technologies of that drawing. `asked` says which question an open question or an assumption is asked as, by their ids.
    `gone` are the demands and constraints that were dropped or put off, by id, as they were. `product` is what the product is called.
    """

    kind: ProductKind | None = None
    kind_by: str = ""
    technologies: list[Wished] = field(default_factory=list)
    unwanted: dict[str, str] = field(default_factory=dict)
    reasons: list[Wished] = field(default_factory=list)
    replaced: dict[str, tuple[str, str]] = field(default_factory=dict)
    usual: ProductKind | None = None
    parts: set[str] = field(default_factory=set)
    used: str = ""
    asked: dict[str, str] = field(default_factory=dict)
    gone: dict[str, Demand | Statement] = field(default_factory=dict)
    product: str = ""

    def forget(self, by: str) -> None:
        """Without what the entry of this id recorded."""
        self.technologies[:] = [each for each in self.technologies if each.by != by]
        self.reasons[:] = [each for each in self.reasons if each.by != by]
        self.unwanted = {name: entry for name, entry in self.unwanted.items() if entry != by}
        self.replaced.pop(by, None)
