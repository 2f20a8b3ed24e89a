"""Only plain files are written, and a file that becomes executable is shown."""

from policies.counting import count
from policies.gates.input import GateInput
from policies.tree import EXECUTABLE, WRITABLE_MODES
from policies.verdict import Block, Pass, Verdict, Warn

RULE = "modes"


def judge(gate_input: GateInput) -> Verdict:
    """Blocks symbolic links, submodules and odd modes; warns of files that are or become executable."""
    written = tuple(change for change in gate_input.patchset.changes if change.after is not None)
    odd = tuple(
        f"{change.path}: mode {change.mode:06o}" for change in written if change.mode not in WRITABLE_MODES
    )
    if odd:
        return Block(
            rule=RULE,
            reason="Only plain and executable files are written, no symbolic links or submodules.",
            remedy="Propose the contents as plain files.",
            evidence=odd,
        )
    executable = tuple(
        f"{change.path}: becomes executable"
        for change in written
        if change.mode == EXECUTABLE and (change.before is None or change.mode_before != EXECUTABLE)
    )
    if executable:
        return Warn(
            rule=RULE,
            reason="Some files become executable.",
            remedy="Approve only if they are meant to be run.",
            evidence=executable,
        )
    return Pass(RULE, (count(len(written), "plain file"),))
