"""How a run begins: a label or `/plan` on an issue with a readable PRD."""

from policies import commands as c
from policies import entries as e
from policies.decision import Decision, Ignored, Moved, Refused, Shown
from policies.facts import Facts
from policies.people import Person, Right
from policies.run import Run
from policies.stages import Stage


def without_run(command: c.HumanCommand, facts: Facts) -> Decision:
    """What can be asked of an issue that has no run."""
    match command:
        case c.Plan(said=c.Said(thread=thread)) if thread != facts.issue:
            return Refused(
                "SB-123", f"This thread is no part of #{facts.issue}.", f"Say it on #{facts.issue} itself."
            )
        case c.Start(by=by) | c.Plan(said=c.Said(by=by)):
            return _start(by, command, facts)
        case c.Show():
            return Shown(command.said, command.what, command.about)
        case _:
            return Refused(
                "SB-115",
                "There is no run on this issue.",
                "Start one with the label or with:",
                "/signalbox plan",
            )


def _start(by: Person, command: c.Start | c.Plan, facts: Facts) -> Decision:
    if facts.author is None or facts.repository_id == 0:
        return Ignored("the issue cannot be read")
    if facts.unreadable is not None:
        reason, remedy = facts.unreadable
        return Refused("SB-120", reason, f"{remedy} Then put the label on again, or say:", "/signalbox plan")
    started = e.RunStarted(
        repository_id=facts.repository_id,
        repository=facts.repository,
        issue=facts.issue,
        title=facts.title[:300],
        author=facts.author.person,
        by=by,
        prd_sha256=facts.prd_sha256,
        base_ref=facts.base_ref,
        writes=facts.actor is not None and facts.actor.right >= Right.WRITE,
    )
    if isinstance(command, c.Plan) and command.anyway:
        return Moved((started, e.TriageOverruled(by=by)))
    return Moved((started,))


def plan(run: Run, command: c.Plan) -> Decision:
    """`/plan anyway` overrules a triage that advised against planning."""
    if run.stage is not Stage.INGESTED:
        return Refused("SB-111", "The run is past that: its planning has begun.", "", "/signalbox status")
    if run.triage is None:
        return Refused(
            "SB-111",
            "Triage is still reading the issue, so there is nothing to overrule yet.",
            "It goes on by itself, and says so if it advises against planning.",
            "/signalbox status",
        )
    if not command.anyway:
        return Refused(
            "SB-116",
            f"Triage advised against it: {'not yet' if run.triage[0] == 'DEFER' else 'no'} ({run.triage[0]}).",
            "To plan all the same, say so:",
            "/signalbox plan anyway",
        )
    return Moved((e.TriageOverruled(by=command.said.by),))
