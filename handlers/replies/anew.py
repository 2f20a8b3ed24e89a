"""What stands above a version while the next one is being made, or when none could be: nobody is asked to approve it."""

from handlers import markdown as m
from handlers.replies import words as w
from handlers.replies.view import View
from policies import entries as e
from policies.run import Run, UnitRun
from policies.stages import Stage, UnitState

_MADE = frozenset({UnitState.QUEUED, UnitState.READY, UnitState.PATCHING, UnitState.PATCHES_PROPOSED})
_NEXT = "in a comment of its own, with its own line to approve it"
_STANDS = f"The next one comes {_NEXT}; if nothing has to change, I ask for this one again."


def plan_anew(run: Run, entry: e.PlanProposed, view: View) -> tuple[str, str] | None:
    """Head and first words of a plan in whose place another is being drawn; None while nobody draws one."""
    head = f"### 🔵 Plan v{entry.version}: the next version"
    cannot = "Somebody asked for a change or answered a question, so this version cannot be approved now"
    match run.stage:
        case Stage.PLANNING:
            return f"{head} is being drawn", f"{cannot}. {_STANDS}"
        case Stage.WAITING_ANSWERS:
            asked = w.linked("a question without a safe default", view, "questions")
            return f"{head} waits for an answer", f"{cannot}, and what was asked for leads to {asked}."
        case _:
            return None


def backlog_anew(run: Run, entry: e.BacklogProposed) -> tuple[str, str] | None:
    """The same for a backlog; one of a plan that is replaced is of no use whatever is drawn."""
    of_before = any(plan.seq > backlog.seq for plan in run.plans[-1:] for backlog in run.backlogs[-1:])
    if run.stage is not Stage.DECOMPOSING or of_before:
        return None
    return (
        f"### 🔵 Backlog v{entry.version}: the next version is being drawn",
        f"Somebody asked for a change, so this version cannot be approved now. {_STANDS}",
    )


def patchset_anew(run: Run, entry: e.GatesJudged, place: str, view: View) -> tuple[str, str] | None:
    """The same for a patchset, and where no next version could be made; None while it waits for a yes or a no."""
    unit, head = run.units[entry.unit], f"{m.line(entry.number)} for {place}"
    before = _before(run, unit, entry, view)
    if unit.state in _MADE:
        return f"### 🔵 {head}: a new version is being made", f"{before} The next one comes {_NEXT}."
    if unit.state is UnitState.NEEDS_HUMAN:
        told = "Why there is no next one yet, and what to type, stands further down."
        return f"### ⚫ {head}: there is no new version yet", f"{before} {told}"
    return None


def _before(run: Run, unit: UnitRun, entry: e.GatesJudged, view: View) -> str:
    """What becomes of the version before: it waits for nobody, or it is in a pull request already."""
    pull = run.pull_requests.get(unit.pull_request or 0)
    if pull is not None and pull.state == "open" and pull.digest == entry.digest:
        number = w.issue(pull.number, view)
        return f"The version below was approved and is in {number}, which stays as it is until the next one is approved."
    return "The version below cannot be approved any more, and nothing of it was written."
