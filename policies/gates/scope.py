"""A patchset touches only what its unit names, and only what its proposer said it would."""

from policies.counting import count
from policies.gates.input import GateInput
from policies.globs import covers
from policies.verdict import Block, Pass, Verdict

RULE = "scope"


def judge(gate_input: GateInput) -> Verdict:
    """Blocks every touched path that no path or glob of the unit covers, or that its proposer did not declare.

    A unit that names nothing covers nothing. The scaffolder declares nothing, because it decides nothing.
    """
    patchset = gate_input.patchset
    unnamed = tuple(
        f"{change.path}: not named by the unit"
        for change in patchset.changes
        if not any(covers(pattern, change.path) for pattern in gate_input.unit_files)
    )
    if unnamed:
        return Block(
            rule=RULE,
            reason="Files are touched that the unit does not name.",
            remedy="Leave them out, or add them to the unit with `/refine`.",
            evidence=unnamed,
        )
    undeclared = tuple(
        f"{change.path}: not declared by its proposer"
        for change in patchset.changes
        if patchset.declared and change.path not in patchset.declared
    )
    if undeclared:
        return Block(
            rule=RULE,
            reason="Files are touched that its proposer had not declared.",
            remedy="Ask for a version that does what it says.",
            evidence=undeclared,
        )
    return Pass(RULE, (f"{count(len(patchset.changes), 'file')}, all named by the unit",))
