"""Notes about changed files: open until a person answers them."""

from dataclasses import replace
from typing import assert_never

from policies import entries as e
from policies.folding.steps import Recorded
from policies.run import Amendment, Run


def drifting(run: Run, entry: e.Drifted | e.DriftAnswered, record: Recorded) -> Run:
    """The run after a note, or after the answer to one."""
    match entry:
        case e.Drifted():
            opened = dict.fromkeys(entry.requirements, (record.seq, entry.sha))
            return replace(run, drifts={**run.drifts, **opened}, as_changed={**run.as_changed, **entry.blobs})
        case e.DriftAnswered():
            left = {name: note for name, note in run.drifts.items() if name not in entry.requirements}
            said = [
                Amendment(name, entry.how, entry.text, entry.by, record.seq, run.drifts[name][0])
                for name in entry.requirements
                if name in run.drifts
            ]
            return replace(run, drifts=left, amendments=(*run.amendments, *said))
        case _:
            assert_never(entry)
