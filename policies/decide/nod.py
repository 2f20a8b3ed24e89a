"""A yes in plain words: it decides nothing, and whoever could say it as a command is told once how."""

from policies import authority
from policies import commands as c
from policies.decide.waiting import digest_of, what_waits
from policies.decision import Decision, Ignored, Refused
from policies.facts import Facts
from policies.patchset import SHORT
from policies.run import Run

CODE = "SB-128"


def hint(run: Run | None, command: c.Nod, facts: Facts) -> Decision:
    """The line to paste, for somebody whose yes would count, where something waits in this thread; else silence."""
    if run is None or run.overlay is not None:
        return Ignored("no yes would count now")
    waits = _waiting_here(run, command.said.thread)
    if not waits:
        return Ignored("nothing waits in this thread")
    if authority.judge(c.Approve, facts.actor, author=run.author, policy=facts.policy, authors=run.authors):
        return Ignored("theirs is no yes that counts")
    thread = command.said.thread
    if any((each.code, each.thread, each.settled) == (CODE, thread, None) for each in run.objections):
        return Ignored("it was told in this thread")
    reason = "Plain words decide nothing here."
    if len(waits) > 1:
        return Refused(CODE, reason, f"If it was meant as a yes, name what it is for. {what_waits(run)}")
    line = f"/signalbox approve {waits[0]} {digest_of(run, waits[0])[:SHORT]}"
    return Refused(CODE, reason, f"If it was meant as a yes to the {_name(waits[0])}, say it with:", line)


def _waiting_here(run: Run, thread: int) -> tuple[str, ...]:
    """On the run's issue whatever waits, and in a unit's issue its patchset; in a pull request people talk about the merge."""
    if thread == run.key.issue:
        return run.waiting
    unit = run.unit_of_issue(thread)
    number = unit.patchset.number if unit and unit.patchset else ""
    return (number,) if number in run.waiting else ()


def _name(target: str) -> str:
    return target if target in {"plan", "backlog"} else f"patchset {target}"
