"""No patchset touches the rules it is judged by, nor the record of its approval."""

from policies.gates.input import GateInput
from policies.globs import first_match
from policies.verdict import Block, Pass, Verdict

RULE = "own-files"

# A patchset that could change its own rules or the record of its approval would need neither.
PATTERNS = ("/.github/signalbox.yml", "/.github/signalbox.yaml", "/.signalbox")


def judge(gate_input: GateInput) -> Verdict:
    """Blocks every touched path of the App's own, in any spelling; no setting and no person changes that."""
    touched = tuple(
        f"{change.path}: {pattern.removeprefix('/')}"
        for change in gate_input.patchset.changes
        if (pattern := first_match(PATTERNS, change.path)) is not None
    )
    if touched:
        return Block(
            rule=RULE,
            reason="Signalbox's own rules or records are touched.",
            remedy="Leave them out; people change `.github/signalbox.yml` in a pull request of their own.",
            evidence=touched,
        )
    return Pass(RULE, ("neither .github/signalbox.yml nor .signalbox/",))
