"""Units that are drawn again by themselves, and units that are given up."""

from dataclasses import replace
from typing import assert_never

from policies import entries as e
from policies.folding.steps import Recorded, unit_stepped
from policies.machine import UnitTrigger
from policies.people import Person
from policies.run import Refinement, Round, Run, with_unit, without
from policies.stages import UnitState

# In whose name the proposer is told what to mend; no account has this id.
NOBODY = 0


def rounds(run: Run, entry: e.DrawnAgain | e.GivenUp, record: Recorded) -> Run:
    """The run after a unit was sent back to its proposer, or to people."""
    unit = run.units[entry.unit]
    match entry:
        case e.DrawnAgain():
            if entry.feedback:
                wish = Refinement(unit.id, entry.feedback, Person(id=NOBODY, login=entry.source), record.seq)
                run = replace(run, refinements=(*run.refinements, wish))
            if unit.patchset:
                run = replace(run, approvals=without(run.approvals, unit.patchset.digest))
            under_way = unit.state is UnitState.PATCHING and unit.id in run.unit_asks
            again = replace(
                unit_stepped(unit, UnitTrigger.DRAWN_AGAIN),
                approval=None,
                reason="",
                rounds=(*unit.rounds, Round(entry.source, entry.why, entry.signature)),
                in_vain=under_way,
            )
            return with_unit(run, again)
        case e.GivenUp():
            stuck = replace(unit_stepped(unit, UnitTrigger.GIVEN_UP), reason=entry.reason)
            return with_unit(run, replace(stuck, for_good=entry.for_good))
        case _:
            assert_never(entry)
