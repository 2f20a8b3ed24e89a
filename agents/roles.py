"""The roles a model may play: what each is told, what goes in, what may come out, and how long the answer may be."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pydantic import BaseModel

from agents.ask import Role
from agents.builtin.decompose import DecompositionInputs
from agents.builtin.fixup import FixupInputs
from agents.builtin.scaffold import ImplementationInputs
from agents.model_answers import Demands, Design, Domain, Workflows, Written
from agents.schemas.backlog import Backlog
from agents.schemas.planner import PlannerInputs
from agents.schemas.review import Review, ReviewInputs
from agents.schemas.triage import Triage, TriageInputs

PROMPTS: Final = Path(__file__).parent / "prompts"


@dataclass(frozen=True, slots=True)
class Section:
    """One call: the prompt file, the schema of its answer, the most tokens the answer may have, and what comes before it.

    `after` names the sections whose answers it is given; the others run beside it.
    """

    prompt: str
    answer: type[BaseModel]
    max_tokens: int
    after: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The section's name: its prompt file without the ending."""
        return self.prompt.removesuffix(".md")

    @property
    def instruction(self) -> str:
        """The prompt's text."""
        return (PROMPTS / self.prompt).read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Reach:
    """What a role's calls have to do with: at most two of the three, or a person approves what comes of them.

    `untrusted`: words that anybody may have written. `private`: what only people with access to the repository can read.
    `acts`: the answer can become a change outside of the run's own thread. A call never has a tool, so nothing happens
    while it is made. The rule is Meta's "Agents Rule of Two", https://ai.meta.com/blog/practical-ai-agent-security/.
    """

    untrusted: bool
    private: bool
    acts: bool

    @property
    def needs_approval(self) -> bool:
        """Whether nothing may come of an answer before a person has approved exactly that."""
        return self.untrusted and self.private and self.acts


@dataclass(frozen=True, slots=True)
class Part:
    """A role: the shape of its question, the calls that answer it, and what these have to do with."""

    inputs: type[BaseModel]
    sections: tuple[Section, ...]
    reach: Reach


# A plan becomes files, a backlog issues, and a proposal a commit. Triage only recommends, in the thread the PRD stands in, and a
# review is words on the run's own pull request; what is mended because of it is a proposal.
ROLES: Final[dict[Role, Part]] = {
    "triage": Part(
        TriageInputs,
        (Section("triage.md", Triage, 2_000),),
        Reach(untrusted=True, private=True, acts=False),
    ),
    "planner": Part(
        PlannerInputs,
        (
            Section("planner_demands.md", Demands, 24_000),
            Section("planner_workflows.md", Workflows, 8_000),
            Section("planner_domain.md", Domain, 8_000),
            Section(
                "planner_design.md",
                Design,
                16_000,
                after=("planner_demands", "planner_workflows", "planner_domain"),
            ),
        ),
        Reach(untrusted=True, private=True, acts=True),
    ),
    "decomposition": Part(
        DecompositionInputs,
        (Section("decomposition.md", Backlog, 32_000),),
        Reach(untrusted=True, private=True, acts=True),
    ),
    "implementation": Part(
        ImplementationInputs,
        (Section("implementation.md", Written, 32_000),),
        Reach(untrusted=True, private=True, acts=True),
    ),
    "fixup": Part(
        FixupInputs,
        (Section("fixup.md", Written, 32_000),),
        Reach(untrusted=True, private=True, acts=True),
    ),
    "reviewer": Part(
        ReviewInputs,
        (Section("reviewer.md", Review, 8_000),),
        Reach(untrusted=True, private=True, acts=False),
    ),
}


def ground_rules() -> str:
    """What every role is told first."""
    return (PROMPTS / "ground_rules.md").read_text(encoding="utf-8")
