"""The status card: one pinned comment that always says whose turn it is, edited in place."""

from collections.abc import Sequence

from handlers import markdown as m
from handlers.replies import around
from handlers.replies import words as w
from handlers.replies.happenings import HAPPENED, happened
from handlers.replies.labels import BLOCKED, PAUSED, YOUR_TURN, run_label
from handlers.replies.turns import turn
from handlers.replies.view import View
from policies.counting import count
from policies.run import Run, UnitRun
from policies.side_by_side import Held, in_the_way, kept_by, room
from policies.stages import FINISHED, UNIT_ENDED, Stage, UnitState
from policies.waiting import is_being_merged, needs_a_look

# What people read of a card; the lead-in of a folded part counts, what it folds away does not fit either.
BUDGET = 6_000
ROWS = 30

_STEPS: tuple[tuple[str, frozenset[Stage]], ...] = (
    ("Triage", frozenset({Stage.INGESTED})),
    ("Plan", frozenset({Stage.PLANNING, Stage.WAITING_ANSWERS, Stage.PLAN_PROPOSED})),
    ("Backlog", frozenset({Stage.DECOMPOSING, Stage.BACKLOG_PROPOSED})),
    ("Issues", frozenset({Stage.SYNCING})),
    ("Units", frozenset({Stage.DELIVERING})),
    ("Done", frozenset({Stage.DONE})),
)
_SIGNS = {PAUSED: "⏸️", BLOCKED: "🟠", YOUR_TURN: "🟡"}
_STATES: dict[UnitState, str] = {
    UnitState.QUEUED: "waits for others",
    UnitState.READY: "can start",
    UnitState.PATCHING: "🔵 drafting",
    UnitState.PATCHES_PROPOSED: "🔵 checking",
    UnitState.WAITING_USER_APPROVAL: "🟡 approve",
    UnitState.APPLYING_PATCHES: "🔵 writing",
    UnitState.PR_OPEN: "🔵 pull request open",
    UnitState.VERIFYING_CI: "🔵 checks run",
    UnitState.CHECKS_RED: "🟠 checks red",
    UnitState.DONE: "✅ done",
    UnitState.NEEDS_HUMAN: "🟠 needs a person",
    UnitState.TAKEN: "🟣 taken over",
    UnitState.BLOCKED_POLICY: "🔴 blocked by a rule",
    UnitState.FAILED: "⚫ rejected",
    UnitState.DROPPED: "⚫ left out",
}
_VERIFYING = {
    "settling": "🔵 green so far",
    "green": "🟡 green: merge",
    "silent": "🟡 merge; nothing checks it",
    "missing": "🟠 a required check is missing",
    "stuck": "🟠 checks stand still",
}


def card(run: Run, view: View) -> str:
    """The card's Markdown, first line first; the marker and the hidden record are put around it by whoever posts it."""
    now = turn(run, view)
    facts = m.table(
        ("", ""),
        (
            ("Waiting for", now.waiting),
            ("If nobody acts", now.otherwise),
            *around.late(run, view),
            *around.held_up(view),
            *around.changed(view),
            *around.clock(view),
            *_progress(run, view),
            *_edited(run),
            *_settings(run, view),
            *_traced(run, view),
            ("Written to your code", _written(run, view)),
            ("Planned by", m.line(view.provider, limit=80)),
            ("Spent", w.spent(run, view)),
        ),
    )
    shown = w.blocks(
        f"### {now.headline}", stepper(run), facts, _units(run, view), _happened(run, view), _foot(run)
    )
    return w.in_policy(shown, view)


def _edited(run: Run) -> tuple[tuple[str, str], ...]:
    """That the units follow an older text, where the PRD was edited after its backlog was approved."""
    if not run.units or not run.plan_is_behind or run.stage in FINISHED:
        return ()
    return (("PRD", "**edited after the plan was approved**; the units follow the approved text"),)


def _settings(run: Run, view: View) -> tuple[tuple[str, str], ...]:
    """That the repository's settings cannot be read, which stops approvals and nothing else."""
    if not view.problem or run.stage in FINISHED:
        return ()
    why = m.sentence(view.problem, limit=300)
    return (
        (
            "Settings",
            f"**`.github/signalbox.yml` cannot be read**, so nothing is approved until it is mended: {why}",
        ),
    )


def _traced(run: Run, view: View) -> tuple[tuple[str, str], ...]:
    """Where to see what became of each requirement, once something is merged."""
    if run.plan is None or not any(unit.state is UnitState.DONE for unit in run.units.values()):
        return ()
    shown = w.linked(f"plan v{run.plan.number}", view, f"plan {run.plan.number}")
    return (("Proof", f"what is merged, from requirement to unit, pull request and test: {shown}"),)


def stepper(run: Run) -> str:
    """The journey in one line, with the step the run stands at in bold."""
    stopped = run.stage is Stage.CANCELLED
    stage = _reached(run) if stopped else run.stage
    at = next(index for index, (_, stages) in enumerate(_STEPS) if stage in stages)
    shown: list[str] = []
    for index, (name, _) in enumerate(_STEPS):
        if index > at:
            shown.append(name)
        elif index < at or run.stage is Stage.DONE:
            shown.append(f"{name} ✅")
        else:
            shown.append(f"**{name} {'⚫' if stopped else _SIGNS.get(run_label(run), '🔵')}**")
    return " → ".join(shown)


def _reached(run: Run) -> Stage:
    """How far a run had come when it was ended."""
    if run.units:
        return Stage.DELIVERING
    if run.approved_plan is not None:
        return Stage.DECOMPOSING
    return Stage.PLANNING if run.triage is not None else Stage.INGESTED


def state_of(run: Run, unit: UnitRun) -> str:
    """A unit's state in the words of the card, and what its checks say while they are what it waits for."""
    if unit.state is UnitState.TAKEN and unit.holder is not None:
        return f"🟣 with {w.name(unit.holder)}"
    pull = run.pull_requests.get(unit.pull_request or 0)
    if is_being_merged(run, unit):
        return "🔵 merging"
    if unit.state is UnitState.VERIFYING_CI and pull is not None:
        return _VERIFYING.get(pull.checks, _STATES[unit.state])
    return _STATES[unit.state]


def _written(run: Run, view: View) -> str:
    if not run.pull_requests:
        return "**Nothing yet.** No write key exists for this run"
    merged = [pull for pull in run.pull_requests.values() if pull.state == "merged"]
    pulls = ", ".join(w.issue(pull.number, view) for pull in tuple(run.pull_requests.values())[-6:])
    earlier = f"{len(run.pull_requests) - 6} earlier, " if len(run.pull_requests) > 6 else ""
    return f"Only what was approved, as pull requests: {earlier}{pulls}; {len(merged)} merged"


def _progress(run: Run, view: View) -> tuple[tuple[str, str], ...]:
    """How far the issues are and how long the rest takes, where it takes long."""
    if view.progress is None or run.overlay is not None:
        return ()
    made = count(view.progress.issues, "issue")
    left = count(view.progress.left, "write")
    until = w.day_and_time(view.progress.until)
    return (
        (
            "Issues",
            f"{made} so far; {left} to go with all links. At the pace GitHub allows that is done at about {until}",
        ),
    )


def _units(run: Run, view: View) -> str | None:
    if not run.units:
        return None
    titles = {unit.id: unit.title for unit in view.backlog.units} if view.backlog else {}
    units = sorted(run.units.values(), key=lambda unit: unit.state in UNIT_ENDED)
    rows = [
        (
            f"{unit.id} {m.line(titles.get(unit.id, ''), limit=48)}".rstrip(),
            w.issue(unit.issue, view),
            state_of(run, unit),
            w.issue(unit.pull_request, view) if unit.pull_request else "",
        )
        for unit in units[:ROWS]
    ]
    table = m.table(("Unit", "Issue", "State", "PR"), rows)
    more = f"\n\n…and {len(units) - ROWS} more; each has its own issue." if len(units) > ROWS else ""
    return w.blocks(_next(run, view), m.details(f"All units ({len(units)})", table + more))


def _next(run: Run, view: View) -> str:
    """What can start, what waits for a person and what that person can do, and how much has ended."""
    ready = [unit.id for unit in run.units.values() if unit.state is UnitState.READY]
    behind = _behind(run, view)
    ready = [unit for unit in ready if unit not in behind]
    hands = [unit for unit in run.units.values() if unit.state is UnitState.NEEDS_HUMAN]
    looks = [unit for unit in run.units.values() if needs_a_look(run, unit) and unit not in hands]
    ended = sum(unit.state in UNIT_ENDED for unit in run.units.values())
    parts = [f"**Units** {ended} of {len(run.units)} ended"]
    parts += [_can_start(run, ready, view)] if ready else []
    parts += [f"{unit} waits for the files of {_whose(run, others)}" for unit, others in behind.items()][:3]
    parts += [f"{_with_issues(looks, view)} {'needs' if len(looks) == 1 else 'need'} a look"] if looks else []
    if hands:
        need = (
            "needs you: do it by hand and close the issue" if len(hands) == 1 else "need you: do them by hand"
        )
        parts += [f"{_with_issues(hands, view)} {need}, or say `/retry`"]
    return " · ".join(parts)


def _behind(run: Run, view: View) -> dict[str, tuple[Held, ...]]:
    """The units that could start, were it not for others that hold files they touch as well."""
    declared = {unit.id: unit.files for unit in view.backlog.units} if view.backlog else {}
    kept = (*kept_by(run, declared), *view.elsewhere)
    ready = (unit for unit in run.units.values() if unit.state is UnitState.READY)
    found = {unit.id: in_the_way(run, unit, declared, kept) for unit in ready}
    return {unit: others for unit, others in found.items() if others}


def _whose(run: Run, holders: Sequence[Held]) -> str:
    """`U-03, U-04 of #12 and 2 more`: units of this run, and of others by their intake issue."""
    shown = [
        held.unit if held.issue == run.key.issue else f"{held.unit} of #{held.issue}" for held in holders[:3]
    ]
    more = f" and {len(holders) - 3} more" if len(holders) > 3 else ""
    return f"{', '.join(shown)}{more}"


def _can_start(run: Run, ready: list[str], view: View) -> str:
    """What can start; or what waits for a place, where the repository's are taken."""
    most = view.policy.max_parallel_units
    if room(run, most, view.elsewhere):
        return f"can start: {w.ids(ready)}"
    others = sorted({held.issue for held in view.elsewhere if held.active})
    by = f", some by {w.and_([w.issue(issue, view) for issue in others[:3]])}" if others else ""
    return (
        f"{w.ids(ready)} {'waits' if len(ready) == 1 else 'wait'} for a place: {most} of {most} are taken{by}"
    )


def _with_issues(units: list[UnitRun], view: View) -> str:
    """`U-03 in #36, U-07 in #40 and 2 more`."""
    shown = ", ".join(f"{unit.id} in {w.issue(unit.issue, view)}" for unit in units[:4])
    return f"{shown} and {len(units) - 4} more" if len(units) > 4 else shown


def _happened(run: Run, view: View) -> str | None:
    told = [(at, happened(entry, view)) for at, entry in run.events if entry.type in HAPPENED]
    if not told:
        return None
    return m.details(
        f"What happened lately ({len(told)})",
        m.listed([f"{w.day_and_time(at)} · {words}" for at, words in told]),
    )


def _foot(run: Run) -> str:
    return w.sub(
        f"Signalbox run {run.key.issue}",
        f"record {run.length} entries, head {m.code(w.short(run.head))}",
        "say `/signalbox help` for what you can do here",
    )
