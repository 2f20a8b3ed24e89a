"""Which blocks are left when people have let rules pass."""

from collections.abc import Collection, Iterable

from policies.gates import FIXED
from policies.verdict import Block, Verdict


def unanswered(gates: Iterable[Verdict], overridden: Collection[str]) -> tuple[Block, ...]:
    """The blocks that stand, although people have let these rules pass for exactly this patchset."""
    return tuple(
        verdict
        for verdict in gates
        if isinstance(verdict, Block) and (verdict.rule in FIXED or verdict.rule not in overridden)
    )
