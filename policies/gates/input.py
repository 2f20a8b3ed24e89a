"""What a gate may look at: the patchset, what its unit may touch, and the repository's policy."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol

from agents.repository.graph import Graph
from config.repo_policy import RepoPolicy
from policies.globs import first_match
from policies.patchset import Patchset
from policies.verdict import Verdict


@dataclass(frozen=True, slots=True)
class GateInput:
    """One patchset before the gates; `unit_files` are the paths and globs its unit names.

    `earlier` are the patchsets of the run's other units that people approved, oldest first, and `unread` the numbers of
    those that were not read: their bytes are lost, or they are too many.
    `graph` says who imports whom on the patchset's base.
    """

    patchset: Patchset
    unit_files: tuple[str, ...]
    policy: RepoPolicy
    earlier: tuple[Patchset, ...] = ()
    unread: tuple[str, ...] = ()
    graph: Graph = field(default_factory=Graph)

    def touching(self, patterns: Iterable[str]) -> tuple[str, ...]:
        """The touched files that one of these patterns is for, each with the first such pattern, as evidence."""
        wanted = tuple(patterns)
        return tuple(
            f"{change.path}: {pattern}"
            for change in self.patchset.changes
            if (pattern := first_match(wanted, change.path)) is not None
        )


class Gate(Protocol):
    """A module of this package: its rule's name and its judgement."""

    RULE: str

    def judge(self, gate_input: GateInput) -> Verdict | tuple[Verdict, ...]:
        """What the rule says of the patchset; where it is several rules in one, what each of them says."""
