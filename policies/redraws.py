"""Which comments read otherwise from now on, because something was decided, replaced or settled."""

from collections.abc import Sequence

from policies.fold import Recorded
from policies.run import Run
from policies.wants import Redraw


def settled(run: Run, record: Recorded) -> tuple[Redraw, ...]:
    """The refusals that the same person's next command has settled are folded."""
    return tuple(Redraw(each.thread, each.seq) for each in run.objections if each.settled == record.seq)


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
