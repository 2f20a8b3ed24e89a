"""What is said when a run or a unit cannot go on by itself."""

import re

from config.prices import MILLION
from handlers import markdown as m
from handlers.replies import words as w
from handlers.replies.view import View
from policies import entries as e
from policies.budget import FREELY, said
from policies.folding.steps import unit_named
from policies.run import Run
from policies.stages import Stage

# How triage names the open run or pull request that asks for the same; any other number may be somebody's own words.
_TWIN = re.compile(r"((?:\brun on|\bpull request|^Go on in|^If) #)&#8203;(?=[0-9])")


def triage_recommended(run: Run, entry: e.TriageRecommended, view: View) -> str:
    """Why triage advises against planning now, and how to overrule it."""
    return w.blocks(
        f"### 🟡 Your turn, {w.call(run.author)}: triage says {w.advice(entry.verdict)}",
        m.listed([_TWIN.sub(r"\1", m.sentence(reason)) for reason in entry.reasons]),
        " ".join(_TWIN.sub(r"\1", m.sentence(remedy)) for remedy in entry.remedies) or None,
        w.sub(f"By: {m.line(view.provider, limit=80)}", "nothing is planned, nothing is spent"),
        "This is a recommendation, and you decide. When the issue’s text is edited I look again by myself; somebody with "
        "write access has me look again at once with `/retry`. To have it planned all the same, somebody with triage access or "
        "more says:",
        m.action("/signalbox plan anyway"),
    )


def needs_human(run: Run, entry: e.NeedsHuman, view: View) -> str:
    """What is stuck, that nothing is lost, and what moves it."""
    where = f" for {m.line(entry.unit, limit=20)}" if entry.unit else ""
    return w.blocks(
        f"### 🟠 Your turn, {w.whose_turn(run, view)}: I need a person{where}",
        f"{_sentence(entry.reason)} I stopped here: nothing more was written to your code, and nothing is lost.",
        w.sub(f"Agent at work: {m.line(view.provider, limit=80)}", "the run stands until somebody acts"),
        "Please look into it. To end the run: `/stop`. To let me try again:",
        m.action("/signalbox retry"),
    )


def unit_taken(run: Run, entry: e.UnitTaken) -> str:
    """Whose the unit is now, what that means for it, and how it is finished or given back."""
    unit = run.units[entry.unit]
    shown = f" {m.line(unit.patchset.number)} cannot be approved any more." if unit.patchset else ""
    return w.blocks(
        f"### 🟣 {w.call(entry.to)}, {m.line(entry.unit, limit=20)} is yours",
        f"This issue was assigned to you, so I leave it alone: I propose nothing for it and write nothing.{shown}",
        "Build it your own way. When it is done, close this issue as completed, and what waits for it starts. To give it back, "
        "take yourself off this issue, and I go on where I stood.",
    )


def rejected(run: Run, entry: e.Rejected, view: View) -> str:
    """That a unit ends with the no to its patchset, why, what becomes of what is around it, and how it can still be had."""
    unit = unit_named(run, entry.target)
    pull = run.pull_requests.get(unit.pull_request or 0)
    left = ""
    if pull is not None and pull.state == "open":
        left = f" The version before it is in {w.issue(pull.number, view)}, which stays open: merge it or close it."
    freed = [each.id for each in run.units.values() if unit.id in each.depends_on]
    without = f" {w.ids(freed)} no longer {'waits' if len(freed) == 1 else 'wait'} for it."
    titles = [each.title for each in (view.backlog.units if view.backlog else ()) if each.id == unit.id]
    again = m.code(f"/refine backlog add unit: {titles[0] if titles else '…'}", limit=140)
    on = (
        "The run has ended with it; to have it built after all, open another issue."
        if run.stage is Stage.DONE
        else f"To have it built after all, ask for a unit of its own: {again}. It gets an issue of its own once you approve that backlog."
    )
    return w.blocks(
        f"### ⚫ {m.line(unit.id)} ends here: {w.name(entry.by)} rejected {m.line(entry.target)}",
        f"**Why:** {w.ended(m.sentence(entry.why, limit=600))}" if entry.why else "No reason was given.",
        f"Nothing of what was rejected is written.{left}{without if freed else ''}",
        f"{on} This issue stays open, and is yours to close.",
    )


def budget_reached(run: Run, entry: e.BudgetReached, view: View) -> str:
    """What is spent of which budget, that no call was made, and what goes on from here."""
    most = w.money(FREELY * view.caps.run)
    head = f"### ⏸️ Your turn, {w.whose_turn(run, view)}: the budget is reached"
    why = (
        f"{_sentence(said(entry))} So I did not ask the {m.line(entry.role, limit=40)} for {w.subject(entry.subject)}. "
        "Nothing half-done was kept, and what was paid for is not paid for again."
    )
    foot = w.sub("SB-402", f"{w.money(run.cost)} spent by this run so far", "the run waits and costs nothing")
    if entry.scope == "run":
        wanted = -(-(entry.spent + entry.worst) // MILLION)
        # The line to paste is one that write access is enough for, wherever that is enough.
        proposed = max(wanted, min(2 * -(-entry.cap // MILLION), FREELY * view.caps.run // MILLION))
        return w.blocks(
            head,
            why,
            foot,
            f"Say what the run may spend in all, and I go on from the same step. Write access is enough up to {most}; beyond "
            "that it takes admin access. To end the run: `/stop`.",
            m.action(f"/signalbox budget {proposed}"),
        )
    setting = {"call": "CALL", "repository_day": "REPOSITORY_DAY", "day": "DAY"}[entry.scope]
    when = "" if entry.scope == "call" else " The day’s budget starts afresh at 00:00 UTC."
    return w.blocks(
        head,
        why,
        foot,
        f"Only whoever operates me can raise this one: `SIGNALBOX_BUDGET_{setting}`.{when} Then let me go on from the same "
        "step:",
        m.action("/signalbox resume"),
    )


def endorsed(run: Run, entry: e.Endorsed) -> str:
    """A yes that counts, how many there are, who is still needed, and what the next person says."""
    given = {one.by.id for one in run.endorsements if (one.digest, one.only) == (entry.digest, entry.only)}
    of = f"{len(given)} of {entry.needed}" if len(given) < entry.needed else f"{len(given)}"
    people = "person has" if of == "1" else "people have"
    owners = [m.code(line.replace("`", ""), limit=200) for line in entry.owners]
    return w.blocks(
        f"### 🟡 {of} {people} approved {w.named(entry.target)}",
        f"{w.name(entry.by)} said yes to {m.code(w.short(entry.digest))}. Nothing is written before "
        f"{'an owner of each of these' if owners else 'another person with the right to approve'} says so too:",
        m.listed(owners) if owners else None,
        m.action(f"/signalbox approve {entry.target} {w.short(entry.digest)}"),
    )


def approval_voided(run: Run, entry: e.ApprovalVoided, view: View) -> str:
    """An approval that no longer counts, why, and the way to a new one."""
    unit = run.unit_of_patchset(entry.target)
    whose = f"the yes of {w.name(entry.by)} to" if entry.by else "the approval of"
    head = f"### 🟡 Your turn, {w.whose_turn(run, view)}: {whose} {w.named(entry.target)} no longer counts"
    why = f"{_sentence(entry.reason)} So nothing was written: an approval is for exactly what was there when it was given."
    line = f"approve {entry.target} {w.short(entry.digest)}"
    if unit is None:
        can = entry.target in run.waiting
        now = "If it is still right, say so once more:" if can else "Where the run stands now:"
        return w.blocks(head, why, now, m.action(f"/signalbox {line if can else 'status'}"))
    again = m.code(f"/{line}")
    return w.blocks(
        head,
        why,
        f"If that has been undone, approve the same version once more: {again}. Otherwise get a fresh version of "
        f"{m.line(entry.target)} ({m.line(unit.id)}) to approve:",
        m.action(f"/signalbox refine {entry.target} draw it again on the current base"),
    )


def write_refused(run: Run, entry: e.WriteRefused, view: View) -> str:
    """A write that did not happen, or of which it cannot be told, and what to do."""
    if entry.unknown:
        told = (
            "So I cannot tell whether the branch was written. Before I try again I look at what is there; nothing is "
            "written twice."
        )
    else:
        told = "Nothing of it was written."
    return w.blocks(
        f"### 🟠 Your turn, {w.whose_turn(run, view)}: {w.named(entry.subject)} was not written",
        f"{_sentence(entry.reason)} {told}",
        f"The approval was for {m.code(w.short(entry.digest))}. Once the cause is gone:",
        m.action("/signalbox retry"),
    )


def _sentence(reason: str) -> str:
    return w.ended(m.sentence(reason[:1].upper() + reason[1:]))
