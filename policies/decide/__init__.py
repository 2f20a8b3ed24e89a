"""Deciding: a pure function of the run, the command and the facts to entries, a refusal, something to show, or nothing."""

from dataclasses import replace
from typing import assert_never

from policies import authority, budget
from policies import commands as c
from policies import entries as e
from policies.decide import (
    answers,
    approvals,
    checking,
    drifting,
    merging,
    nod,
    overriding,
    paying,
    quiet,
    replies,
    start,
    steering,
    work,
)
from policies.decide.onward import onward
from policies.decision import Decision, Ignored, Moved, Refused, Shown
from policies.facts import Facts
from policies.fold import Recorded, apply
from policies.objections import within
from policies.people import Actor, Person, Right
from policies.run import Run
from policies.stages import FINISHED, Overlay, Stage

# What a person may still ask of a run that is paused or has ended.
_ALWAYS = (c.Show, c.Simulate, c.Misread)
# What is said of a slip: a word that is no command, or a command in a quote or in code.
_HINTS = frozenset({"SB-110", "SB-113"})
# Everybody can read a public repository, and nobody is to make us talk by that alone.
_OUTSIDE = Refused("SB-101", "In a public repository I answer those who have a part in it.", "", quiet=True)
_WHILE_PAUSED = (*_ALWAYS, c.Resume, c.Stop)


def decide(run: Run | None, command: c.Command, facts: Facts, *, cause: str) -> Decision:
    """What `command` comes to; `cause` names the delivery or comment line, and counts once in a run."""
    if run is not None and cause in run.causes:
        return Ignored("this has been dealt with")
    if isinstance(command, c.HumanCommand):
        decision = _human(run, command, facts)
    elif run is None:
        return Ignored("there is no run here")
    else:
        decision = _work(run, command, facts)
    match decision:
        case Moved():
            return _with_onward(run, decision, facts, cause=cause)
        case Refused() if run is not None and not decision.quiet:
            return _recorded_refusal(run, command, decision, cause=cause)
        case _:
            return decision


def foreseen(run: Run | None, command: c.Command, facts: Facts, *, cause: str) -> Run | Refused | None:
    """The run as it would be after the command, or why it would be refused; nothing is recorded."""
    decision = decide(run, command, facts, cause=cause)
    match decision:
        case Refused():
            return replace(decision, entry=None)
        case Moved():
            after = run
            for entry in decision.entries:
                after = _preview(after, entry, facts)
            return after
        case _:
            return run


def _human(run: Run | None, command: c.HumanCommand, facts: Facts) -> Decision:
    if isinstance(command, c.Nod):
        return nod.hint(run, command, facts)
    author = run.author if run else None
    authors = run.authors if run else frozenset[int]()
    refused = authority.judge(type(command), facts.actor, author=author, policy=facts.policy, authors=authors)
    if refused:
        return replace(refused, quiet=not is_known(facts.actor, author))
    if (
        isinstance(command, c.Show | c.Simulate)
        and command.said.outside
        and not is_known(facts.actor, author)
    ):
        return _OUTSIDE
    if run is None:
        if isinstance(command, c.Misread):
            return _misread(run, command, facts)
        return start.without_run(command, facts)
    return (
        _held(run, command) or _elsewhere(run, command) or _void(run, command) or _of_run(run, command, facts)
    )


def is_known(actor: Actor | None, author: Person | None) -> bool:
    """Whether a refusal is worth words: strangers get none, and neither do bots, so that two bots never talk on."""
    if actor is None or not actor.is_human:
        return False
    return actor.right >= Right.TRIAGE or (author is not None and actor.person.id == author.id)


def _misread(run: Run | None, command: c.Misread, facts: Facts) -> Refused:
    author = run.author if run else None
    quiet = not is_known(facts.actor, author) or _hinted(run, command, facts)
    return Refused(command.code, command.reason, command.remedy, quiet=quiet)


def _hinted(run: Run | None, command: c.Misread, facts: Facts) -> bool:
    """Whether a slip is passed over, because somebody else in this thread was told of one a moment ago."""
    if run is None or command.code not in _HINTS:
        return False
    return any(
        each.code in _HINTS
        and each.thread == command.said.thread
        and each.person != command.said.by.id
        and within(each.at, facts.now.isoformat())
        for each in run.objections
    )


def _elsewhere(run: Run, command: c.HumanCommand) -> Decision | None:
    """A thread is led to a run by a marker that anybody can write, so what moves the run counts on its own threads only."""
    if isinstance(command, (c.Start, *_ALWAYS)) or command.said.thread in run.threads:
        return None
    return Refused(
        "SB-123",
        f"This thread is no part of the run on #{run.key.issue}.",
        f"Say it on #{run.key.issue}, or where that run opened something.",
    )


def _held(run: Run, command: c.HumanCommand) -> Decision | None:
    if run.stage is Stage.DONE and isinstance(command, c.Accept | c.Amend):
        return None
    if run.stage in FINISHED and not isinstance(command, _ALWAYS):
        if isinstance(command, c.Start):
            return Ignored("the run has ended")
        ended = "done" if run.stage is Stage.DONE else "stopped"
        return Refused(
            "SB-111",
            f"This run is {ended}; nothing can change in it any more.",
            "To go on, open a new issue with the PRD.",
        )
    if run.overlay is Overlay.PAUSED and not isinstance(command, _WHILE_PAUSED):
        return Refused(
            "SB-114",
            "The run is paused.",
            "Whoever may write releases it; then say it again:",
            "/signalbox resume",
        )
    return None


def _void(run: Run, command: c.HumanCommand) -> Decision | None:
    """While a person is needed nothing is written, so a yes would be void as soon as it was given."""
    if run.overlay in {None, Overlay.BUDGET} or not isinstance(command, c.Approve) or not run.waiting:
        return None
    # What stopped it is told at length where a person is asked for; here it is one clause.
    why = run.overlay_reason.partition(". ")[0].rstrip(".")
    verb = "retry" if run.overlay is Overlay.NEEDS_HUMAN else "resume"
    return Refused(
        "SB-114",
        f"The run is held, so an approval would be void at once: {why}.",
        "When that is dealt with, let it go on and approve again.",
        f"/signalbox {verb}",
    )


def _of_run(run: Run, command: c.GivenCommand, facts: Facts) -> Decision:
    match command:
        case c.Start():
            return Ignored("the run has begun")
        case c.Plan():
            return start.plan(run, command)
        case c.Answer():
            return answers.answer(run, command, facts)
        case c.Answers():
            return answers.several(run, command, facts)
        case c.Tick():
            return answers.ticked(run, command, facts)
        case c.Refine():
            return answers.refine(run, command)
        case c.Approve():
            return approvals.approve(run, command, facts)
        case c.Reject():
            return approvals.reject(run, command)
        case c.Override():
            return overriding.override(run, command, facts)
        case c.Pause() | c.Resume() | c.Stop() | c.Retry():
            return steering.steer(run, command)
        case c.Accept():
            return drifting.accept(run, command)
        case c.Amend():
            return drifting.amend(run, command, facts)
        case c.Budget():
            return budget.raised(run, command, facts)
        case c.Show():
            return Shown(command.said, command.what, command.about)
        case c.Simulate():
            return Shown(command.said, "simulated", outcome=_human(run, command.command, facts))
        case c.Misread():
            return _misread(run, command, facts)
        case _:
            assert_never(command)


def _work(run: Run, command: c.WorkCommand, facts: Facts) -> Decision:
    if run.stage in FINISHED and not (isinstance(command, c.Pushed) and run.stage is Stage.DONE):
        # Nothing comes of it any more, and yet what it cost was spent.
        if isinstance(command, c.AcceptReply | c.Paid):
            return paying.paid(run, command, why="the run has ended")
        return Ignored("the run has ended")
    match command:
        case c.AcceptReply():
            return replies.accept(run, command, facts)
        case c.Paid():
            return paying.paid(run, command)
        case c.OverBudget():
            return replies.over_budget(run, command)
        case c.Synced():
            return work.synced(run, command)
        case c.Wrote():
            return work.wrote(run, command)
        case c.WriteFailed():
            return work.write_failed(run, command)
        case c.ChecksReported():
            return checking.checks_reported(run, command, facts)
        case c.PullRequestKept():
            return merging.kept(run, command)
        case c.PullRequestClosed():
            return work.pull_request_closed(run, command)
        case c.UnitIssueClosed():
            return work.unit_issue_closed(run, command, facts)
        case c.UnitAssigned():
            return work.unit_assigned(run, command, facts)
        case c.CommentChanged():
            return work.comment_changed(run, command)
        case c.PrdEdited():
            return work.prd_edited(run, command, facts)
        case c.Pushed():
            return drifting.pushed(run, command, facts)
        case c.Quiet():
            return quiet.quiet(run, command)
        case c.RoomMade():
            return Moved(()) if onward(run, facts) else Ignored("nothing waits for it")
        case c.Stuck():
            return Moved((e.NeedsHuman(reason=command.reason),))
        case _:
            assert_never(command)


def _with_onward(run: Run | None, moved: Moved, facts: Facts, *, cause: str) -> Moved:
    """The decision's entries and what follows from them by itself, all under one cause."""
    after, entries = run, list(moved.entries)
    for entry in entries:
        after = _preview(after, entry, facts)
    while after is not None and (more := onward(after, facts)):
        for entry in more:
            entries.append(entry)
            after = _preview(after, entry, facts)
    return replace(moved, entries=tuple(entry.model_copy(update={"cause": cause}) for entry in entries))


def _preview(run: Run | None, entry: e.Entry, facts: Facts) -> Run:
    seq = run.length if run else 0
    return apply(run, Recorded(seq=seq, at=facts.now.isoformat(), hash="", entry=entry))


def _recorded_refusal(run: Run, command: c.Command, refused: Refused, *, cause: str) -> Decision:
    said = c.said_in(command)
    if said is None or run.stage in FINISHED:
        return refused
    entry = e.CommandRefused(
        cause=cause,
        by=Person(id=said.by.id, login=said.by.login),
        command=type(command).__name__.lower(),
        code=refused.code,
        reason=refused.reason,
        remedy=refused.remedy,
        paste=refused.paste,
        thread=said.thread,
        comment_id=said.comment_id,
    )
    return replace(refused, entry=entry)
