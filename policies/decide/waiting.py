"""What waits for a yes, by the names and digests that people use."""

from policies.patchset import SHORT
from policies.run import Run


def digest_of(run: Run, target: str) -> str:
    """The digest of a plan, a backlog or a patchset such as `PS-2`; empty where there is none."""
    match target:
        case "plan":
            return run.plan.digest if run.plan else ""
        case "backlog":
            return run.backlog.digest if run.backlog else ""
        case _:
            unit = run.unit_of_patchset(target)
            return unit.patchset.digest if unit and unit.patchset else ""


def what_waits(run: Run) -> str:
    """Everything that waits, in a sentence; for a run in which something does."""
    listed = ", ".join(f"{target} `{digest_of(run, target)[:SHORT]}`" for target in run.waiting)
    return f"Waiting now: {listed}."
