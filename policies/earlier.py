"""Which patchsets of a run one is looked at together with: what its other units brought, or are about to bring."""

from policies.run import PatchsetSeen, Run

# Each is computed again from its bytes, so that a long run does not take ever longer.
MOST = 50


def compared(run: Run, unit_id: str) -> tuple[tuple[tuple[str, PatchsetSeen], ...], tuple[str, ...]]:
    """The newest of what the run's other units brought, oldest first, and the numbers of what is older than those."""
    brought = earlier(run, unit_id)
    return brought[-MOST:], tuple(seen.number for _, seen in brought[:-MOST])


def earlier(run: Run, unit_id: str) -> tuple[tuple[str, PatchsetSeen], ...]:
    """The approved patchsets of the run's other units with the units' ids, oldest first.

    What was written stays among them when its unit has left it behind, until its pull request is closed without a merge.
    """
    written = {
        pull.digest: (pull.subject, pull.patchset)
        for pull in run.pull_requests.values()
        if pull.patchset is not None and pull.state != "closed"
    }
    ended = {pull.digest for pull in run.pull_requests.values()}
    pending = {
        unit.patchset.digest: (unit.id, unit.patchset)
        for unit in run.units.values()
        if unit.patchset is not None and unit.approval is not None and unit.patchset.digest not in ended
    }
    found = (each for each in {**written, **pending}.values() if each[0] != unit_id)
    return tuple(sorted(found, key=lambda each: each[1].seq))
