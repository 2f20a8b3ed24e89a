"""No patchset touches what the repository's people have frozen, nor the App's own policy and records."""

from policies.gates.input import GateInput
from policies.globs import first_match
from policies.verdict import Block, Pass, Verdict

RULE = "frozen-paths"

# A patchset that could change its own rules or the record of its approval would not need either.
ALWAYS = ("/.github/signalbox.yml", "/.github/signalbox.yaml", "/.signalbox")


def judge(gate_input: GateInput) -> Verdict:
    """Blocks every touched path that a frozen pattern covers, in any spelling."""
    patterns = (*ALWAYS, *gate_input.policy.frozen_paths)
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
    return Pass(RULE, (f"{len(patterns)} frozen patterns looked at",))
