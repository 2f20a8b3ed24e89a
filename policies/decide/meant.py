"""Which plan, backlog or patchset somebody means, and why what they name does not wait for a yes."""

from policies import commands as c
from policies.decide.waiting import digest_of, what_waits
from policies.decision import Refused
from policies.patchset import SHORT
from policies.run import Run, UnitRun, Version
from policies.stages import UnitState


def meant(run: Run, command: c.Approve) -> str | Refused:
    """What the person means, from what they named, from the digest, or because only one thing waits."""
    waiting = run.waiting
    if command.target is not None:
        return command.target if command.target in waiting else _not_waiting(run, command)
    if command.digest is not None:
        named = [target for target in waiting if digest_of(run, target).startswith(command.digest)]
        return named[0] if len(named) == 1 else _not_waiting(run, command)
    if (unit := run.unit_of_thread(command.said.thread)) is not None:
        return of_the_unit(run, unit)
    if len(waiting) == 1:
        return waiting[0]
    if not waiting:
        return nothing_waits()
    return Refused("SB-112", "More than one thing waits for approval, so say which.", what_waits(run))


def of_the_unit(run: Run, unit: UnitRun) -> str | Refused:
    """The unit's own patchset, which is all that a yes or a no without a name can mean in its issue and its pull request."""
    number = unit.patchset.number if unit.patchset else ""
    if number in run.waiting:
        return number
    if (stopped := _stopped(run, number)) is not None:
        return stopped
    waits = what_waits(run) if run.waiting else ""
    return Refused("SB-111", f"Nothing of {unit.id} waits for approval now.", waits, "/signalbox status")


def nothing_waits() -> Refused:
    """Nobody is asked for a yes."""
    return Refused("SB-111", "Nothing waits for approval now.", "", "/signalbox status")


def _not_waiting(run: Run, command: c.Approve) -> Refused:
    """The name or digest is not of anything that waits: stale, or never there."""
    stale = stale_version(run, command)
    if stale is not None:
        return stale
    if (stopped := _stopped(run, command.target or "")) is not None:
        return stopped
    if not run.waiting:
        return nothing_waits()
    asked = command.target or f"version with the digest `{command.digest}`"
    return Refused("SB-111", f"There is no {asked} waiting for approval.", what_waits(run))


def _stopped(run: Run, number: str) -> Refused | None:
    """Why a patchset does not wait: a rule stops it, which is said again, with what helps."""
    unit = run.unit_of_patchset(number)
    seen = unit.patchset if unit and unit.state is UnitState.BLOCKED_POLICY else None
    rule = next((gate for gate in (seen.gates if seen else ()) if gate.result == "block"), None)
    if rule is None:
        return None
    return Refused(
        "SB-301",
        f"Rule `{rule.rule}` stops {number}: {rule.reason}",
        "Ask for a version that keeps the rule:",
        f"/signalbox refine {number} …",
    )


def stale_version(run: Run, command: c.Approve) -> Refused | None:
    """Why the digest is of no version that waits, where it is of one that was there."""
    if command.digest is None:
        return None
    for kind, versions in (("plan", run.plans), ("backlog", run.backlogs)):
        old = next((v for v in versions if v.digest.startswith(command.digest)), None)
        newest = versions[-1] if versions else None
        if old is not None and newest is not None:
            return _stale(run, kind, old, newest)
    return None


def _stale(run: Run, kind: str, old: Version, newest: Version) -> Refused:
    name = f"{kind.capitalize()} v{old.number}"
    if old.digest in run.rejected and old is newest:
        return Refused(
            "SB-111", f"{name} was rejected.", "Say what to change:", f"/signalbox refine {kind} …"
        )
    waits = kind in run.waiting
    if old is newest and not waits:
        return Refused("SB-111", f"{name} does not wait for approval any more.", "", "/signalbox status")
    digest = newest.digest[:SHORT]
    return Refused(
        "SB-201",
        f"That is {kind} v{old.number}; the current one is v{newest.number} (`{digest}`).",
        "Read the new version, then:"
        if waits
        else "The new version is being drawn; approve that one when it comes.",
        f"/signalbox approve {kind} {digest}" if waits else "",
    )
