"""A patchset is small enough for a person to read."""

from policies.gates.input import GateInput
from policies.tree import changed_lines
from policies.verdict import Block, Pass, Verdict

RULE = "size"


def judge(gate_input: GateInput) -> Verdict:
    """Blocks what is over the repository's bounds on files, changed lines, and KiB of new contents."""
    changes = gate_input.patchset.changes
    bounds = gate_input.policy.size
    lines = sum(sum(map(len, changed_lines(change))) for change in changes)
    size = sum(len(change.after or b"") for change in changes)
    measured = (
        (len(changes), bounds.files, "files"),
        (lines, bounds.lines, "lines added and removed"),
        (-(-size // 1024), bounds.kib, "KiB of new contents"),
    )
    evidence = tuple(f"{found} of at most {bound} {what}" for found, bound, what in measured)
    if any(found > bound for found, bound, _ in measured):
        return Block(
            rule=RULE,
            reason="The patchset is larger than one person should read at once.",
            remedy="Split the unit into smaller ones, or raise `size` in .github/signalbox.yml.",
            evidence=tuple(
                line for line, (found, bound, _) in zip(evidence, measured, strict=True) if found > bound
            ),
        )
    return Pass(RULE, evidence)
