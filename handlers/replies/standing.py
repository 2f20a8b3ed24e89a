"""What is said when a wish changed nothing, so that no new version was made."""

from handlers import markdown as m
from handlers.replies import words as w
from handlers.replies.view import View
from policies import entries as e
from policies.run import Run


def version_kept(run: Run, entry: e.VersionKept, view: View) -> str:
    """What came of each wish, that the version before stands, and what works instead."""
    came = m.listed([m.sentence(each, limit=400) for each in entry.came]) if entry.came else None
    what = f"{entry.target} v{entry.version}"
    shown = w.linked(what, view, f"{entry.target} {entry.version}")
    approved = run.approval_of(entry.digest) is not None
    stands = (
        f"So I made no new version: {shown} stands with its approval."
        if approved
        else f"So I made no new version: {shown} stands, with the digest {m.code(w.short(entry.digest))}."
    )
    help_ = "; `/help refine` lists what I understand without a model"
    told = any("/help refine" in each for each in entry.came)
    more = f"To have it changed, say it in other words{'' if told else help_}."
    head = f"### 🟡 Your turn, {w.whose_turn(run, view)}: {what} is as it was"
    if approved or entry.target not in run.waiting:
        return w.blocks(
            f"### 🔵 {what[:1].upper()}{what[1:]} is as it was" if approved else head,
            came,
            f"{stands} {more}",
        )
    return w.blocks(
        head,
        came,
        f"{stands} {more} To approve that version, post the last line as a comment.",
        m.action(f"/signalbox approve {entry.target} {w.short(entry.digest)}"),
    )
