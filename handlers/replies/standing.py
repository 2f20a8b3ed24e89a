"""What is said when a wish changed nothing, so that no new version was made."""

from typing import assert_never

from handlers import markdown as m
from handlers.replies import words as w
from handlers.replies.view import View
from policies import entries as e
from policies.run import Run


def as_it_was(run: Run, entry: e.VersionKept | e.PatchsetKept, view: View) -> str:
    """What came of each wish, that the version before stands, and what works instead."""
    came = m.listed([m.sentence(each, limit=400) for each in entry.came]) if entry.came else None
    match entry:
        case e.VersionKept():
            return _version(run, entry, view, came)
        case e.PatchsetKept():
            return _patchset(run, entry, view, came)
        case _:
            assert_never(entry)


def _version(run: Run, entry: e.VersionKept, view: View, came: str | None) -> str:
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


def _patchset(run: Run, entry: e.PatchsetKept, view: View, came: str | None) -> str:
    """A patchset whose files came back as they were; one that a rule stops is stopped as before."""
    unit = run.units[entry.unit]
    gates = unit.patchset.gates if unit.patchset else ()
    rules = [m.code(gate.rule) for gate in gates if gate.result == "block"]
    number, people = m.line(entry.number), w.whose_turn(run, view)
    shown = w.linked(number, view, entry.number)
    same = "What was drawn again has the same files, on the same base, so I made no new version"
    if rules:
        stops = f"{'the rule' if len(rules) == 1 else 'the rules'} {', '.join(rules)} still"
        return w.blocks(
            f"### 🔴 Your turn, {people}: {number} is as it was, and {stops} {'stops' if len(rules) == 1 else 'stop'} it",
            came,
            f"{same}: {shown} says why it is stopped and what can be done. To have it changed, say it in other words.",
            m.action(f"/signalbox refine {entry.number} …"),
        )
    return w.blocks(
        f"### 🟡 Your turn, {people}: {number} is as it was",
        came,
        f"{same}: {shown} stands, with the digest {m.code(w.short(entry.digest))}. To have it changed, say it in other "
        "words. To approve it, post the last line as a comment.",
        m.action(f"/signalbox approve {entry.number} {w.short(entry.digest)}"),
    )
