"""What silence comes to, when a run waits for people."""

from policies import entries as e
from policies.decision import Decision, Ignored, Moved
from policies.run import Run
from policies.waiting import Quiet, is_to_be_nudged


def quiet(run: Run, command: Quiet) -> Decision:
    """One word for one silence, and only while nothing at all was recorded since the time began to run."""
    if run.length != command.length:
        return Ignored("something has happened since")
    if not is_to_be_nudged(run):
        return Ignored("it is nobody's turn")
    return Moved((e.Nudged(),))
