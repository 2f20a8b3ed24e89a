"""What is said when a run or a unit cannot go on by itself."""

from handlers import markdown as m
from handlers.replies import words as w
from handlers.replies.view import View
from policies import entries as e
from policies.run import Run


def triage_recommended(run: Run, entry: e.TriageRecommended, view: View) -> str:
    """Why triage advises against planning now, and how to overrule it."""
    advice = "not yet" if entry.verdict == "DEFER" else "no"
    return w.blocks(
        f"### 🟡 Your turn, {w.call(run.author)}: triage says {advice} ({entry.verdict})",
        m.listed([m.sentence(reason) for reason in entry.reasons]),
        "This is a recommendation. Edit the issue so that the PRD says more, or tell me to plan all the same; people with "
        "triage access or more can.",
        w.sub(f"By: {m.line(view.provider, limit=80)}", "nothing is planned, nothing is spent"),
        m.action("/signalbox plan anyway"),
    )


def needs_human(run: Run, entry: e.NeedsHuman, view: View) -> str:
    """What is stuck, that nothing is lost, and what moves it."""
    where = f" for {m.line(entry.unit, limit=20)}" if entry.unit else ""
    return w.blocks(
        f"### 🟠 I need a person{where}",
        f"{_sentence(entry.reason)} I stopped here: nothing was written beyond what the card says, and nothing is lost.",
        f"Planned by: {m.line(view.provider, limit=80)}. Look into it, then let me try again; or end the run with `/stop`.",
        w.sub(f"{w.call(run.started_by)}", "the run stands until somebody acts"),
        m.action("/signalbox retry"),
    )


def approval_voided(run: Run, entry: e.ApprovalVoided, view: View) -> str:
    """An approval that no longer counts, why, and the way to a new one."""
    by_unit = run.unit_of_patchset(entry.target)
    again = (
        m.action(f"/signalbox refine {entry.target} draw it again on the current base")
        if by_unit
        else m.action("/signalbox retry")
    )
    return w.blocks(
        f"### 🟡 Your turn, {w.whose_turn(run, view)}: the approval of {m.line(entry.target)} no longer counts",
        f"{_sentence(entry.reason)} I wrote nothing of {m.code(w.short(entry.digest))}: an approval is for exactly what was "
        "there when it was given.",
        "Have it made again from how things are now; I then ask for a new approval.",
        again,
    )


def write_refused(run: Run, entry: e.WriteRefused, view: View) -> str:
    """A write that did not happen, or of which it cannot be told, and what to do."""
    if entry.unknown:
        told = (
            "GitHub did not answer clearly, so I cannot tell whether the branch was written. Before anything else is tried I "
            "look at what is there; nothing is written twice."
        )
    else:
        told = "Nothing of it was written."
    return w.blocks(
        f"### 🟠 I need a person: {m.line(entry.subject)} was not written",
        f"{_sentence(entry.reason)} {told}",
        f"The approval was for {m.code(w.short(entry.digest))}. {w.whose_turn(run, view)}, once the cause is gone:",
        m.action("/signalbox retry"),
    )


def _sentence(reason: str) -> str:
    shown = m.sentence(reason[:1].upper() + reason[1:])
    return shown if shown.endswith((".", "!", "?", "…")) else f"{shown}."
