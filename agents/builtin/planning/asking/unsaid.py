"""What a demand raises and the document does not say, as a value: the question, its choices, and what an answer becomes."""

from dataclasses import dataclass, field
from typing import Literal

from agents.builtin.seldom import Seldom
from agents.schemas.requirements import Category

Becomes = Literal["requirement", "nfr", "constraint"]


@dataclass(frozen=True, slots=True)
class Unsaid:
    """A question that words of the document raise and no other words of it answer; the first choice is what is taken.

    All patterns are in small letters. `raised` is looked for in one demand, which must not have `besides`; `given` in all of
    them; `answered` in the whole document. An answer stands in the plan as an entry that begins with `about`.
    """

    sorts: frozenset[str]
    weight: int
    text: str
    # What the document does not say, behind `the PRD does not say`.
    silent: str
    changes: str
    options: tuple[str, ...]
    about: str
    raised: Seldom
    answered: Seldom
    becomes: Becomes = "requirement"
    category: Category = "other"
    besides: Seldom = field(default_factory=lambda: Seldom("(?!)"))
    given: Seldom = field(default_factory=lambda: Seldom(""))
    # Words without which nothing raises it, where what raises it may begin with any word and so is slow to look for.
    hint: Seldom = field(default_factory=lambda: Seldom(""))
    # Looked for in any line: what people do today is told, and demanded by nobody.
    anywhere: bool = False
    # Asked only where others are at the other end: what stays on one device has no door, no server and no administrator.
    shared: bool = False
    # Asked where something that is there is to be changed, too.
    of_a_change: bool = False

    def asks(self, question: str) -> bool:
        """Whether this is its question, whatever it names."""
        before, _, after = self.text.partition("{thing}")
        return question.startswith(before) and question.endswith(after)
