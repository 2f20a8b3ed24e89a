"""What is said in a unit's thread about the checks on its pull request: what they came to, and whose turn it is now."""

from typing import assert_never

from handlers import markdown as m
from handlers.replies import words as w
from handlers.replies.view import View
from policies import entries as e
from policies.decide.rounds import MOST_ATTEMPTS, tried
from policies.run import Run
from policies.stages import UnitState

# Characters of each check's words that are shown; the model and the record have more.
SAID = 3_000


def checks_seen(run: Run, entry: e.ChecksSeen, view: View) -> str:
    """One plain sentence for each way checks can end, and what to do now."""
    pull = w.issue(entry.pull_request, view)
    what = w.ended(m.sentence(entry.summary[:1].upper() + entry.summary[1:], limit=400))
    people = w.whose_turn(run, view)
    foot = w.sub(f"commit {m.code(entry.head_sha[:7])}", "nothing was merged by me")
    match entry.state:
        case "green":
            return w.blocks(_green(run, entry, view), f"{what} {_what_now(view)}".strip(), foot)
        case "red":
            told = (what, _second_try(run, entry), "The pull request stays as it is.")
            return w.blocks(
                f"### 🟠 The checks of {pull} are red",
                " ".join(filter(None, told)),
                foot,
                "Nobody needs to do anything yet. To get another patchset at once, say what to change:",
                m.action("/signalbox refine …"),
            )
        case "missing":
            return w.blocks(
                f"### 🟠 Your turn, {people}: a required check of {pull} has not come",
                f"{what} Everything else is done, so I do not expect it any more. Perhaps its workflow does "
                "not run on this branch, or it reports under another name.",
                foot,
                "As soon as it reports, I go on by myself.",
            )
        case "stuck":
            return w.blocks(
                f"### 🟠 Your turn, {people}: the checks of {pull} stand still",
                f"{what} Perhaps no runner is free, or somebody must let the workflow start.",
                foot,
                "As soon as one of them reports, I go on by myself.",
            )
        case "silent":
            return w.blocks(
                f"### 🟡 Your turn, {people}: nobody has checked {pull}",
                f"{what} None is required either, so nothing holds up a merge; nor does anything speak "
                "for it but the gates.",
                foot,
            )
        case "pending" | "settling":
            return w.blocks(f"The checks of {pull} are at work.", foot)
        case _:
            assert_never(entry.state)


def _green(run: Run, entry: e.ChecksSeen, view: View) -> str:
    """Whose turn it is: people's where they merge, and while we do not."""
    pull = w.issue(entry.pull_request, view)
    of = run.pull_requests[entry.pull_request]
    if view.policy.merge != "never" and not of.kept:
        return f"### 🟢 The checks of {pull} are green"
    return f"### 🟢 Your turn, {w.whose_turn(run, view)}: the checks of {pull} are green"


def _what_now(view: View) -> str:
    """Who merges, in the words of the repository's own setting."""
    if view.policy.merge == "never":
        return "Review it, and merge it if it is right."
    return "I merge it as soon as nothing else is asked of it, or say why not; a review that requests changes holds it up."


def failure_read(run: Run, entry: e.FailureRead, view: View) -> str:
    """Checks that are red for good: what they said, and whether a fix is drawn or a person is needed."""
    unit = run.units[entry.unit]
    pull = w.issue(entry.pull_request, view)
    people = w.whose_turn(run, view)
    names = _named(entry.checks)
    said = _said(view)
    foot = w.sub(
        f"commit {m.code(entry.head_sha[:7])}",
        f"failure {m.code(entry.signature)}",
        "nothing was merged by me",
    )
    if entry.gives_up:
        attempts = [f"another version, because {m.sentence(each, limit=300)}" for each in tried(unit)]
        return w.blocks(
            f"### 🟠 Your turn, {people}: I need a person for {m.line(unit.id)}: {m.sentence(entry.gives_up)}",
            f"{names} of {pull} stayed red, so I draw no further fix. Nothing more was written.",
            w.blocks("**What was tried**", m.listed(attempts)) if attempts else None,
            said,
            foot,
            f"Say what to change, mend it by hand, or close {pull}.",
            m.action(f"/signalbox refine {unit.id} …"),
        )
    number = sum(each.source != "answer" for each in unit.rounds)
    return w.blocks(
        f"### 🟠 The checks of {pull} are still red",
        f"{names} stayed red, so it is no chance. I ask for a fix: attempt {number} of at most {MOST_ATTEMPTS}. It will be "
        "another version of this patchset, and nothing of it is written before somebody approves it.",
        said,
        foot,
    )


def unit_waits(run: Run, entry: e.UnitWaits, view: View) -> str:
    """That nobody here can mend what is red, or draw the next version that was asked for, and what helps."""
    unit, people = run.units[entry.unit], w.whose_turn(run, view)
    why = w.ended(m.sentence(entry.reason))
    if unit.state is UnitState.CHECKS_RED:
        head = f"there is no fix for {m.line(entry.unit)}"
        told = f"{why} The pull request stays as it is. When its checks go green, I go on by myself."
        ways = "Say what to change:"
    else:
        of = f"new version of {unit.patchset.number}" if unit.patchset else f"patchset for {entry.unit} yet"
        head = f"there is no {m.line(of)}"
        told = f"{why} Nothing was written."
        ways = (
            "`/retry` has me try the same once more. To build it yourself, have this issue assigned to you. Or say in other words "
            "what to change:"
        )
    return w.blocks(
        f"### 🟠 Your turn, {people}: {head}", told, ways, m.action(f"/signalbox refine {entry.unit} …")
    )


def _second_try(run: Run, entry: e.ChecksSeen) -> str:
    pull = run.pull_requests[entry.pull_request]
    if entry.look_at and not pull.rerun_at:
        return "When the others are done I ask for one more try, in case it failed by chance."
    if not pull.rerun_at:
        return ""
    return "I ask for one more try, in case it failed by chance."


def _named(names: tuple[str, ...]) -> str:
    shown = [m.code(name, limit=80) for name in names[:8]]
    more = [f"{len(names) - 8} more"] if len(names) > 8 else []
    return w.and_([*shown, *more]) or "The checks"


def _said(view: View) -> str | None:
    """The end of what the checks said, each folded away; it is output of programs, shown as such."""
    reports = view.failure.reports if view.failure else ()
    shown = [
        m.details(f"What {each.check} said", m.fence(each.text[-SAID:] or "(nothing)")) for each in reports
    ]
    return w.blocks(*shown) or None


def pull_request_kept(run: Run, entry: e.PullRequestKept, view: View) -> str:
    """That a pull request stays a draft, or is for a person to merge, and why."""
    pull, people = w.issue(entry.pull_request, view), w.whose_turn(run, view)
    why = w.ended(m.sentence(entry.reason[:1].upper() + entry.reason[1:], limit=500))
    if entry.what == "draft":
        return w.blocks(
            f"### 🟡 Your turn, {people}: {pull} is still a draft",
            f"{why} Its checks allow it, and nothing else holds it up: press “Ready for review” on {pull}.",
        )
    return w.blocks(
        f"### 🟡 Your turn, {people}: {pull} is for a person to merge",
        f"{why} So I did not merge it; nothing was changed. Review it, and merge it if it is right. If what stands in the way "
        "goes away, I look again.",
    )
