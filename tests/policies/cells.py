"""The whole table of decisions, situation by situation, as text; run as a module, it writes the files anew."""

from collections.abc import Mapping
from pathlib import Path

from agents.ask import Call, Usage
from policies import commands as c
from policies import entries as e
from policies.checks import Check
from policies.decision import Decision, Ignored, Moved, Refused, Shown
from policies.fold import Recorded, apply
from policies.machine import IllegalStepError
from policies.people import Actor, Person, Right
from policies.run import Run
from tests.policies.build import BASE, COMMIT, ISSUES, MONA, RAJ, SLICES, backlog, proposal, said
from tests.policies.journey import Journey
from tests.policies.situations import SITUATIONS

FOLDER = Path(__file__).parent / "table"


def person(number: int, login: str, right: Right, *, is_human: bool = True) -> Actor:
    return Actor(person=Person(id=number, login=login), right=right, is_human=is_human)


PEOPLE: Mapping[str, Actor | None] = {
    "nobody": None,
    "bot": person(20, "helper[bot]", Right.WRITE, is_human=False),
    "stranger": person(21, "stranger", Right.NONE),
    "reader": person(22, "reader", Right.READ),
    "triager": person(23, "triager", Right.TRIAGE),
    "writer": person(24, "writer", Right.WRITE),
    "maintainer": person(25, "maintainer", Right.MAINTAIN),
    "admin": person(26, "admin", Right.ADMIN),
    "author": Actor(person=MONA, right=Right.READ, is_human=True),
}


def human_commands(j: Journey, by: Person = RAJ) -> dict[str, c.HumanCommand]:
    """Every command people can give, in the forms that are told apart."""
    s, in_unit = said(by), said(by, thread=34)
    run = j.maybe_run
    plan = run.plans[-1].digest if run and run.plans else "1" * 64
    backlog = run.backlogs[-1].digest if run and run.backlogs else "2" * 64
    seen = run.units["U-01"].patchset if run and "U-01" in run.units else None
    patchset = seen.digest if seen else "3" * 64
    return {
        "label": c.Start(s.by),
        "plan": c.Plan(s, anyway=False),
        "plan anyway": c.Plan(s, anyway=True),
        "answer 1": c.Answer(s, "1", "Dollars"),
        "answer defaults": c.Answer(s, None, ""),
        "answer 1 and defaults": c.Answers(s, (c.Answer(s, "1", "Dollars"), c.Answer(s, None, ""))),
        "tick Q1 a": c.Tick(s, run.asking[-1] if run and run.asking else 6, (("Q1", "a"),)),
        "refine (intake)": c.Refine(s, None, "smaller"),
        "refine (unit issue)": c.Refine(in_unit, None, "smaller"),
        "refine plan": c.Refine(s, "plan", "smaller"),
        "refine backlog": c.Refine(s, "backlog", "smaller"),
        "refine U-01": c.Refine(s, "U-01", "smaller"),
        "approve (bare)": c.Approve(s, None, None),
        "approve <plan>": c.Approve(s, "plan", plan[:12]),
        "approve <backlog>": c.Approve(s, "backlog", backlog[:12]),
        "approve <PS-1>": c.Approve(s, "PS-1", patchset[:12]),
        "approve PS-1": c.Approve(s, "PS-1", None),
        "approve <stale>": c.Approve(s, None, "0123456789ab"),
        "reject (intake)": c.Reject(s, None, "no"),
        "reject (unit issue)": c.Reject(in_unit, None, "no"),
        "override ci-files": c.Override(s, "ci-files", "PS-1", patchset[:12], "we read it"),
        "pause": c.Pause(s, "wait"),
        "resume": c.Resume(s),
        "retry (intake)": c.Retry(s),
        "retry (unit issue)": c.Retry(in_unit),
        "budget 10": c.Budget(s, 10_000_000),
        "budget 30": c.Budget(s, 30_000_000),
        "accept FR-1": c.Accept(s, ("FR-1",)),
        "amend FR-1": c.Amend(s, ("FR-1",), "People buy two things."),
        "stop": c.Stop(s, "enough"),
        "status": c.Show(s, "status"),
        "simulate pause": c.Simulate(s, c.Pause(s, "wait")),
        "misread": c.Misread(s, "SB-110", "I do not know `aprove`.", "Did you mean `approve`?"),
        "plain yes (intake)": c.Nod(s),
        "plain yes (unit issue)": c.Nod(in_unit),
    }


def work_commands(j: Journey) -> dict[str, tuple[c.WorkCommand, dict[str, object]]]:
    """Everything that comes back from the App's own work and from GitHub, with what is read for it."""
    run = j.maybe_run
    seen = run.units["U-01"].patchset if run and "U-01" in run.units else None
    digest = seen.digest if seen else "3" * 64
    asked = run.asked if run and run.asked else ("planner", "plan 9")
    checks: dict[str, dict[str, object]] = {
        "pending": {"checks": (Check("ci", "pending"),)},
        "green": {"checks": (Check("ci", "green"),)},
        "red": {"checks": (Check("ci", "red"),)},
    }
    reported = c.ChecksReported(41, COMMIT, "pending", "")
    return {
        "no reply": (j.reply(*asked, None, reason="the model refused"), {}),
        "reply to nobody": (j.reply("planner", "plan 9", b"{}"), {}),
        "unreadable reply": (j.reply(*asked, b"{}"), {}),
        "over budget": (c.OverBudget(*asked, "run", 4_900_000, 5_000_000, 300_000), {}),
        "calls paid for": (c.Paid(*asked, (Call("a" * 64, "b" * 64, Usage("claude", cost=400), "1"),)), {}),
        "patchset for U-01": (j.reply("implementation", _ask(run), proposal("U-01", 3)), {}),
        "no patchset for U-01": (j.reply("implementation", _ask(run), None, reason="it cannot"), {}),
        "synced": (c.Synced(1, ISSUES, SLICES, 5), {}),
        "synced without U-01": (c.Synced(2, ISSUES[1:], SLICES, 5), {}),
        "wrote U-01": (c.Wrote("U-01", digest, "signalbox/run-12-u-01-v9", "9" * 40, "e" * 40, 49), {}),
        "write of U-01 failed": (c.WriteFailed("U-01", digest, "`main` moved"), {}),
        "write of U-01 unknown": (c.WriteFailed("U-01", digest, "GitHub answered 502", unknown=True), {}),
        "write of the plan void": (
            c.WriteFailed("plan", "1" * 64, "the comment was edited", void=True),
            {},
        ),
        "comment of raj deleted": (c.CommentChanged(80, deleted=True), {}),
        "comment of nobody edited": (c.CommentChanged(4, deleted=False), {}),
        "write of the plan failed": (c.WriteFailed("plan", "1" * 64, "no permit"), {}),
        "checks pending": (reported, checks["pending"]),
        "checks green": (reported, checks["green"]),
        "checks red": (reported, checks["red"]),
        "checks on a foreign head": (c.ChecksReported(41, "f" * 40, "red", ""), checks["red"]),
        "pull request merged": (_closed(merged=True), {}),
        "pull request closed": (_closed(merged=False), {}),
        "issue of U-01 completed": (c.UnitIssueClosed(34, said().by, completed=True), {}),
        "issue of U-01 not planned": (c.UnitIssueClosed(34, said().by, completed=False), {}),
        "issue of U-01 assigned to mona": (c.UnitAssigned(34, said().by), {"holders": (MONA,)}),
        "issue of U-01 assigned to nobody": (c.UnitAssigned(34, said().by), {}),
        "PRD edited": (c.PrdEdited(MONA), {"prd_sha256": "9" * 64}),
        "push under U-01": (
            c.Pushed("main", "8" * 40, RAJ, ("src/u-01.py",)),
            {
                "moved_under": {"U-01": ("src/u-01.py",)},
                "changed": {"src/u-01.py": "7" * 40},
                "backlog": backlog(),
            },
        ),
        "push elsewhere": (c.Pushed("main", "8" * 40, RAJ, ("x",)), {}),
        "pull request left a draft": (c.PullRequestKept(41, "draft", "GitHub refused"), {}),
        "quiet": (c.Quiet(run.length if run else 0), {}),
        "room made by another run": (c.RoomMade(), {}),
        "stuck": (c.Stuck("a step failed for good"), {}),
    }


def cells(j: Journey) -> str:
    """What every command comes to here: one line an outcome, with the people who get it."""
    lines = [_standing(j.maybe_run), ""]
    spoken = {who: human_commands(j, actor.person if actor else RAJ) for who, actor in PEOPLE.items()}
    for name in spoken["writer"]:
        by_outcome: dict[str, list[str]] = {}
        for who, actor in PEOPLE.items():
            command = spoken[who][name]
            outcome = _outcome(j, command, {"actor": actor})
            by_outcome.setdefault(outcome, []).append(who)
        refused = [f"{code}: {' '.join(who)}" for code, who in by_outcome.items() if code.startswith("SB-")]
        lines += [
            name,
            *(f"    {what}  <- {' '.join(who)}" for what, who in by_outcome.items() if what[:3] != "SB-"),
            f"    refused: {'; '.join(refused)}",
        ]
    lines.append("")
    lines += [f"{name:<26} {_outcome(j, *work)}" for name, work in work_commands(j).items()]
    return "\n".join([*lines, ""])


def write() -> None:
    """Write every file of cells anew."""
    FOLDER.mkdir(exist_ok=True)
    for name, play in SITUATIONS.items():
        (FOLDER / f"{name}.txt").write_text(cells(play()))


def _ask(run: Run | None) -> str:
    return run.unit_asks.get("U-01", "U-01 1") if run else "U-01 1"


def _closed(*, merged: bool) -> c.PullRequestClosed:
    return c.PullRequestClosed(41, merged, "f" * 40 if merged else "", COMMIT, said().by)


def _outcome(j: Journey, command: c.Command, facts: dict[str, object]) -> str:
    try:
        return _told(j.maybe_run, j.decide(command, **facts))
    except IllegalStepError as error:
        return f"ERROR {error}"


def _told(run: Run | None, decision: Decision) -> str:
    match decision:
        case Moved(entries=entries):
            after = _after(run, entries)
            return f"{', '.join(map(_entry, entries))} -> {_moved(run, after)}"
        case Refused(code=code, quiet=quiet):
            return f"{code}{' in silence' if quiet else ''}"
        case Shown(outcome=outcome):
            return f"shown: {_told(run, outcome)}" if outcome else "shown"
        case Ignored(why=why):
            return f"({why})"


def _entry(entry: e.Entry) -> str:
    about = getattr(entry, "subject", "") or getattr(entry, "target", "")
    return f"{entry.type} {about}".strip()


def _after(run: Run | None, entries: tuple[e.Entry, ...]) -> Run:
    for entry in entries:
        run = apply(run, Recorded(run.length if run else 0, BASE.sha, "", entry))
    assert run is not None
    return run


def _moved(before: Run | None, after: Run) -> str:
    """The stage, the overlay and every unit that changed its state."""
    units = [
        f"{unit.id} {unit.state}"
        for unit in after.units.values()
        if before is None or unit.id not in before.units or before.units[unit.id].state is not unit.state
    ]
    held = f" ({after.overlay})" if after.overlay else ""
    return "; ".join([f"{after.stage}{held}", *units])


def _standing(run: Run | None) -> str:
    if run is None:
        return "There is no run."
    units = ", ".join(f"{unit.id} {unit.state}" for unit in run.units.values())
    held = f", held: {run.overlay}" if run.overlay else ""
    return f"{run.stage}{held}{'; ' if units else ''}{units}"


if __name__ == "__main__":
    write()
