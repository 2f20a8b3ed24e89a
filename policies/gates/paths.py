"""No file is written under a path that some file system or reader could take for another."""

from policies.characters import visible
from policies.counting import count
from policies.gates.input import GateInput
from policies.paths import collisions, judge_path
from policies.verdict import Block, Pass, Verdict

RULE = "paths"


def judge(gate_input: GateInput) -> Verdict:
    """Blocks paths of a wrong shape, and paths of the patchset that are one where case or Unicode form does not count.

    Twins of files that are on the base already are found when the patchset is built.
    """
    changes = gate_input.patchset.changes
    wrong = tuple(
        f"{visible(change.path)}: {reason}"
        for change in changes
        if (reason := judge_path(change.path)) is not None
    )
    written = (change.path for change in changes if change.after is not None)
    twins = tuple(" = ".join(visible(path) for path in group) for group in collisions(written))
    if wrong or twins:
        return Block(
            rule=RULE,
            reason="Some paths are not safe to check out everywhere.",
            remedy="Use plain relative paths, each in one spelling.",
            evidence=(*wrong, *twins),
        )
    return Pass(RULE, (f"{count(len(changes), 'path')} looked at",))
