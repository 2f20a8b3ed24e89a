"""Which comments read otherwise from now on, because something was decided, replaced or settled."""

from collections.abc import Iterable, Sequence

from policies import entries as e
from policies.fold import Recorded
from policies.run import Run, Version
from policies.stages import UnitState
from policies.wants import Redraw

_UNDECIDED = frozenset({UnitState.WAITING_USER_APPROVAL, UnitState.BLOCKED_POLICY})


def settled(run: Run, record: Recorded) -> tuple[Redraw, ...]:
    """The refusals that the same person's next command has settled are folded, and what asked for something that is over."""
    return (
        *(Redraw(each.thread, each.seq) for each in run.objections if each.settled == record.seq),
        *(Redraw(each.thread, each.seq) for each in run.turns if each.over == record.seq),
    )


def set_aside(run: Run, record: Recorded) -> tuple[Redraw, ...]:
    """What nobody decides on any more, because another version is made or though nothing comes in its place, asks for no yes."""
    match record.entry:
        case e.Rejected(target=target):
            return decided(run, target)
        case e.UnitTaken(unit=unit) | e.UnitGivenBack(unit=unit):
            return _shown(run, (unit,))
        case e.UnitWaits(unit=unit) | e.PatchsetKept(unit=unit):
            return _shown(run, (unit,))
        case e.DrawnAgain(unit=unit) | e.GivenUp(unit=unit):
            return _shown(run, (unit,))
        case e.Retried(unit=unit) if unit:
            return _shown(run, (unit,))
        case e.RefinementAsked(target="plan") | e.VersionKept(target="plan"):
            return _unapproved(run, run.plan)
        case e.RefinementAsked(target="backlog") | e.VersionKept(target="backlog"):
            return _unapproved(run, run.backlog)
        case e.RefinementAsked(target=unit):
            return _shown(run, (unit,))
        case e.UnitsDropped(units=units):
            return _shown(run, units)
        case e.PullRequestEnded(pull_request=number):
            shown = run.unit_of_thread(number)
            return _shown(run, (shown.id,)) if shown is not None else ()
        case e.PlanProposed() | e.QuestionsAsked() | e.ApprovalVoided(target="plan"):
            return _open(run, run.backlog)
        case e.Stopped():
            undecided = [unit.id for unit in run.units.values() if unit.state in _UNDECIDED]
            return (*_open(run, run.plan), *_open(run, run.backlog), *_shown(run, undecided))
        case _:
            return ()


def _open(run: Run, version: Version | None) -> tuple[Redraw, ...]:
    """The comment of a plan or a backlog that was neither approved nor rejected."""
    return () if version is None or version.digest in run.rejected else _unapproved(run, version)


def _unapproved(run: Run, version: Version | None) -> tuple[Redraw, ...]:
    if version is None or run.approval_of(version.digest):
        return ()
    return (Redraw(run.key.issue, version.seq),)


def _shown(run: Run, units: Iterable[str]) -> tuple[Redraw, ...]:
    """The newest patchsets of these units that nobody has approved."""
    named = (run.units[unit] for unit in units)
    return tuple(
        Redraw(unit.issue, seq) for unit in named if unit.approval is None for seq in unit.judged[-1:]
    )


def earlier(thread: int, seqs: Sequence[int], seq: int) -> tuple[Redraw, ...]:
    """The newest of these comments before `seq`."""
    before = [each for each in seqs if each < seq]
    return (Redraw(thread, before[-1]),) if before else ()


def decided(run: Run, target: str) -> tuple[Redraw, ...]:
    """The comment of the plan, backlog or patchset that was just approved, or is not any more."""
    version = {"plan": run.plan, "backlog": run.backlog}.get(target)
    unit = run.unit_of_patchset(target)
    judged = tuple(Redraw(unit.issue, seq) for seq in unit.judged[-1:]) if unit else ()
    return (Redraw(run.key.issue, version.seq),) if version else judged
