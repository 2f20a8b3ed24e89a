"""No patchset touches what the repository's people have frozen."""

from policies.gates.input import GateInput
from policies.globs import first_match
from policies.verdict import Block, Pass, Verdict

RULE = "frozen-paths"


def judge(gate_input: GateInput) -> Verdict:
    """Blocks every touched path that a frozen pattern covers, in any spelling."""
    patterns = gate_input.policy.frozen_paths
    frozen = tuple(
        f"{change.path}: frozen by {pattern.removeprefix('/')}"
        for change in gate_input.patchset.changes
        if (pattern := first_match(patterns, change.path)) is not None
    )
    if frozen:
        return Block(
            rule=RULE,
            reason="Frozen paths are touched.",
            remedy="Leave them as they are, or change them in a pull request of your own.",
            evidence=frozen,
        )
    said = f"none of {len(patterns)} frozen patterns" if patterns else "this repository has frozen nothing"
    return Pass(RULE, (said,))
