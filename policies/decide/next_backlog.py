"""The next version of a run's backlog, as it is put before the people."""

from collections.abc import Mapping

from agents.schemas.backlog import Backlog
from policies import artifacts
from policies import entries as e
from policies.run import Run


def proposed(run: Run, backlog: Backlog) -> tuple[e.BacklogProposed, Mapping[str, bytes]]:
    """The entry that proposes it, with the digest that is approved, and its files by their names."""
    files = artifacts.backlog_files(backlog)
    version, digests = len(run.backlogs) + 1, artifacts.digests(files)
    digest = artifacts.approval_digest(
        run=run.id, kind="backlog", version=version, prd_sha256=run.prd_sha256, files=digests
    )
    units = {unit.id: unit.depends_on for unit in backlog.units}
    return e.BacklogProposed(version=version, digest=digest, files=digests, units=units), files
