"""Files that a merged unit brought, the requirements they are traced to, and what of it was changed by somebody else."""

from collections.abc import Iterable, Mapping

from agents.schemas.backlog import Backlog
from policies.run import PullRequest, Run
from policies.stages import UnitState

# Patchsets in these states wait for people on a base that may move meanwhile.
WAITING = frozenset({UnitState.WAITING_USER_APPROVAL, UnitState.BLOCKED_POLICY})


def merged(run: Run) -> tuple[PullRequest, ...]:
    """The merged pull requests of units, in the order they were opened."""
    return tuple(
        pull
        for pull in run.pull_requests.values()
        if pull.state == "merged" and pull.subject in run.units and pull.patchset is not None
    )


def traced(run: Run) -> Mapping[str, tuple[str, ...]]:
    """Path -> the units whose merged pull requests touched it."""
    found: dict[str, tuple[str, ...]] = {}
    for pull in merged(run):
        for path in pull.patchset.paths if pull.patchset else ():
            found[path] = (*found.get(path, ()), pull.subject)
    return found


def of_interest(run: Run) -> tuple[str, ...]:
    """The paths of which a change on the base branch is news to the run."""
    waiting = (
        path
        for unit in run.units.values()
        if unit.state in WAITING and unit.patchset
        for path in unit.patchset.paths
    )
    return tuple(sorted({*waiting, *traced(run)}))


def requirements_of(run: Run, backlog: Backlog, paths: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Requirement -> those of the paths that are traced to it; what has an open note already is left out."""
    units, serves = traced(run), {unit.id: unit.requirement_ids for unit in backlog.units}
    found: dict[str, tuple[str, ...]] = {}
    for path in sorted(paths):
        for requirement in dict.fromkeys(r for unit in units.get(path, ()) for r in serves.get(unit, ())):
            if requirement not in run.drifts:
                found[requirement] = (*found.get(requirement, ()), path)
    return dict(sorted(found.items()))
