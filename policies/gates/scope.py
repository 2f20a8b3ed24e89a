"""A patchset touches only what its unit names."""

from policies.gates.input import GateInput
from policies.globs import covers
from policies.verdict import Block, Pass, Verdict

RULE = "scope"


def judge(gate_input: GateInput) -> Verdict:
    """Blocks every touched path that no path or glob of the unit covers; a unit that names nothing covers nothing."""
    changes = gate_input.patchset.changes
    outside = tuple(
        f"{change.path}: not named by the unit"
        for change in changes
        if not any(covers(pattern, change.path) for pattern in gate_input.unit_files)
    )
    if outside:
        return Block(
            rule=RULE,
            reason="Files are touched that the unit does not name.",
            remedy="Leave them out, or add them to the unit with `/refine`.",
            evidence=outside,
        )
    return Pass(RULE, (f"{len(changes)} files, all named by the unit",))
