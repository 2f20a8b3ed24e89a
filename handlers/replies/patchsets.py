"""What is said about a patchset: what it changes and why, what the gates say, the diff, and how to approve it."""

from handlers import markdown as m
from handlers.replies import words as w
from handlers.replies.anew import patchset_anew
from handlers.replies.diffs import patchset_diff, since
from handlers.replies.gates import Gates, gate_words, gates_shown, gates_table
from handlers.replies.view import View
from policies import entries as e
from policies.counting import beyond, count
from policies.gates import FIXED
from policies.patchset import Patchset
from policies.run import Run, UnitRun
from policies.stages import UnitState
from policies.tree import Change, changed_lines

FILES = 40
NOTES = 10

_UNWRITTEN = "**nothing is written yet**"


def gates_judged(run: Run, entry: e.GatesJudged, view: View) -> str:
    """A patchset for approval, or the rule that blocks it and what can be done."""
    unit = run.units[entry.unit]
    gates = _standing(unit, entry)
    approval = run.approval_of(entry.digest)
    if approval is not None:
        return w.blocks(
            f"### ✅ {m.line(entry.number)} for {_place(run, view.patchset)}, approved by {w.name(approval.by)} on "
            f"{w.day_and_time(approval.at)}",
            patchset_body(run, entry, view),
        )
    aside = _aside(run, unit)
    if aside:
        head = f"### ⚫ {m.line(entry.number)} for {_place(run, view.patchset)}, {aside}"
        return w.blocks(head, patchset_body(run, entry, view))
    anew = patchset_anew(run, entry, _place(run, view.patchset), view)
    if anew is not None:
        return w.blocks(*anew, patchset_body(run, entry, view))
    if any(gate.result == "block" for gate in gates):
        return _blocked(run, entry, view)
    return _proposed(run, entry, view)


def _aside(run: Run, unit: UnitRun) -> str:
    """Why nobody is asked about the unit's patchset any more; empty while somebody is."""
    match unit.state:
        case UnitState.FAILED:
            why = f": {m.sentence(unit.reason, limit=300)}" if unit.reason else ""
            return f"rejected{why}"
        case UnitState.TAKEN:
            return f"left to {w.name(unit.holder)}" if unit.holder else "left to a person"
        case UnitState.DROPPED:
            return "not wanted any more"
        case UnitState.DONE:
            pull = run.pull_requests.get(unit.pull_request or 0)
            if pull is not None and pull.state == "merged":
                return f"not needed any more: #{pull.number} with the version before is merged"
            return "not needed any more: done by a person"
        case _:
            return w.set_aside(run, "")


def overridden(run: Run, entry: e.Overridden, view: View) -> str:
    """Which rule was let pass for which version, by whom and why; and what stands in the way yet."""
    unit = run.unit_of_patchset(entry.target)
    gates = unit.patchset.gates if unit and unit.patchset and unit.patchset.digest == entry.digest else ()
    left = [gate for gate in gates if gate.result == "block"]
    digest = w.short(entry.digest)
    exception = (
        f"{w.name(entry.by)} made an exception to {m.code(entry.rule)} for {m.line(entry.target)}. It counts for "
        f"{m.code(digest)} and for no other version: {w.ended(m.sentence(entry.why, limit=600))} Nothing is written yet."
    )
    turn = f"Your turn, {w.whose_turn(run, view)}"
    if not left:
        return w.blocks(
            f"### 🟡 {turn}: approve {m.line(entry.target)}, which has an exception",
            exception,
            m.action(f"/signalbox approve {entry.target} {digest}"),
        )
    named = ", ".join(m.code(gate.rule) for gate in left)
    return w.blocks(
        f"### 🔴 {turn}: {m.line(entry.target)} is still stopped by {named}",
        exception,
        f"Say what to change, with the line at the end. {_exception(left, entry.target, digest)}".rstrip(),
        m.action(f"/signalbox refine {entry.target} …"),
    )


def _standing(unit: UnitRun, entry: e.GatesJudged) -> Gates:
    """What the gates said, with the rules that people have let pass for this very digest."""
    seen = unit.patchset
    if seen is not None and seen.digest == entry.digest and seen.gates:
        return seen.gates
    return entry.gates


def patchset_body(run: Run, entry: e.GatesJudged, view: View) -> str:
    """What a patchset was that is decided on or was replaced, and what the gates said of it."""
    patchset = view.patchset
    return w.blocks(
        _summary(run.units[entry.unit], view),
        _reading(patchset),
        _files(patchset),
        gates_shown(_standing(run.units[entry.unit], entry)),
        patchset_diff(view),
        w.sub(f"digest {m.code(w.short(entry.digest))}"),
    )


def _proposed(run: Run, entry: e.GatesJudged, view: View) -> str:
    digest = w.short(entry.digest)
    patchset = view.patchset
    head = f"### 🟡 Your turn, {w.whose_turn(run, view)}: approve {entry.number} for {_place(run, patchset)}"
    return w.blocks(
        head,
        _came(view),
        _there_already(run, entry, view),
        f"{_summary(run.units[entry.unit], view)} · {_UNWRITTEN}",
        f"{w.TO_APPROVE} Then I write exactly this to a branch and open a pull request. If {_base(patchset)} moves under these "
        "files, the line counts no more and I ask again.  \n"
        f"To change it: `/refine {entry.number} …`. To drop it: `/reject {entry.number} why`.",
        _reading(patchset),
        _files(patchset),
        gates_shown(_standing(run.units[entry.unit], entry)),
        _notes(view),
        since(view),
        patchset_diff(view),
        w.sub(f"Drafted by: {m.line(view.provider, limit=80)}", f"digest {m.code(digest)}"),
        m.action(f"/signalbox approve {entry.number} {digest}"),
    )


def _blocked(run: Run, entry: e.GatesJudged, view: View) -> str:
    gates = _standing(run.units[entry.unit], entry)
    rules = [gate for gate in gates if gate.result == "block"]
    named = ", ".join(m.code(gate.rule) for gate in rules)
    why = [f"{m.code(gate.rule)}: {gate_words(gate)}" for gate in rules]
    others = tuple(gate for gate in gates if gate.result != "block")
    ask, wish = _without(rules, view.patchset)
    return w.blocks(
        f"### 🔴 Your turn, {w.whose_turn(run, view)}: {_rules(named, len(rules))} {entry.number}",
        m.listed(why),
        _came(view),
        f"{_summary(run.units[entry.unit], view)} · {_UNWRITTEN}",
        f"{ask}, with the line at the end. Or drop the patchset: `/reject {entry.number} why`. "
        f"{_exception(rules, entry.number, w.short(entry.digest))}"
        "Whoever may change `.github/signalbox.yml` on the default branch can change most rules there.",
        _reading(view.patchset),
        m.details(f"The other gates ({len(others)})", gates_table(others)) if others else None,
        _notes(view),
        since(view),
        patchset_diff(view),
        m.action(f"/signalbox refine {entry.number} {wish}"),
    )


def _rules(named: str, number: int) -> str:
    return f"the rule {named} stops" if number == 1 else f"the rules {named} stop"


def _without(rules: list[e.GateResult], patchset: Patchset | None) -> tuple[str, str]:
    """What to ask for, and the wish itself: to leave the one file out that stops it, or else the people's own words."""
    paths = [change.path for change in patchset.changes] if patchset else []
    named = {path for path in paths for gate in rules for found in gate.evidence if _names(found, path)}
    every = all(any(_names(found, path) for found in gate.evidence for path in paths) for gate in rules)
    wish = f"drop file {next(iter(named))}" if named else ""
    if every and len(named) == 1 and len(paths) > 1 and m.is_action(f"/signalbox refine {wish}"):
        return "Ask for a version without this file", wish
    return "Ask for a version that keeps the rule", "…"


def _names(found: str, path: str) -> bool:
    return found == path or found.startswith(f"{path}:")


def _exception(rules: list[e.GateResult], number: str, digest: str) -> str:
    """How an exception is made to a rule, where one can be made."""
    can = [gate.rule for gate in rules if gate.rule not in FIXED]
    if not can:
        return ""
    line = m.code(f"/override {can[0]} {number} {digest} because …")
    return f"An admin, or anyone named in `.github/signalbox.yml`, can make an exception: {line}. "


def _summary(unit: UnitRun, view: View) -> str:
    """The unit, and how much changes on which base, as far as that is known."""
    units = view.backlog.units if view.backlog else ()
    titles = [m.line(each.title, limit=120) for each in units if each.id == unit.id]
    named = " ".join([unit.id, *titles])
    patchset = view.patchset
    if patchset is None:
        return named
    added, removed = _lines(patchset.changes)
    return (
        f"{named} · {count(len(patchset.changes), 'file')} · +{added} −{removed} · "
        f"base {m.code(f'{patchset.base_ref}@{patchset.base_sha[:7]}')}"
    )


def _files(patchset: Patchset | None) -> str | None:
    if patchset is None:
        return None
    rows = [
        (
            m.cell_code(change.path, limit=200),
            _size(change),
            m.cell(patchset.reasons.get(change.path, ""), limit=200),
        )
        for change in patchset.changes
    ]
    table = m.table(("File", "", "Why"), rows[:FILES])
    if len(rows) > FILES:
        return w.blocks(
            table, m.details(f"{len(rows) - FILES} more files", m.table(("File", "", "Why"), rows[FILES:]))
        )
    return table


def _came(view: View) -> str | None:
    """What came of the wishes since the version before, which the proposer’s notes say; a wish’s note begins with its words."""
    notes = view.patchset.notes if view.patchset else ()
    before = view.earlier_patchset.notes if view.earlier_patchset else ()
    said = [note for note in beyond(notes, before) if note.startswith("“")]
    return w.blocks("**What came of what you said**", _listed(said)) if said else None


def _there_already(run: Run, entry: e.GatesJudged, view: View) -> str | None:
    """That a wish changed no file and the open pull request shows them all, so that nobody approves the same once more."""
    old, new = view.earlier_patchset, view.patchset
    pull = run.pull_requests.get(run.units[entry.unit].pull_request or 0)
    if old is None or new is None or old.changes != new.changes or pull is None or pull.state != "open":
        return None
    if pull.digest != old.digest:
        return None
    number = w.issue(pull.number, view)
    return f"{number} shows these very files, so nothing has to be approved: say in other words what to change, or go on with {number}."


def _notes(view: View) -> str | None:
    """What else the proposer says of it; what came of earlier wishes was told with the versions they led to."""
    notes = view.patchset.notes if view.patchset else ()
    rest = [note for note in notes if not note.startswith("“")]
    return _listed(rest) if rest else None


def _listed(notes: list[str]) -> str:
    return m.listed([m.sentence(note, limit=400) for note in notes[-NOTES:]])


def _size(change: Change) -> str:
    removed, added = changed_lines(change)
    what = "new" if change.before is None else "deleted" if change.after is None else ""
    counts = " ".join(
        part for part in (f"+{len(added)}" if added else "", f"−{len(removed)}" if removed else "") if part
    )
    return f"{what} {counts}".strip() or "mode"


def _lines(changes: tuple[Change, ...]) -> tuple[int, int]:
    pairs = [changed_lines(change) for change in changes]
    return sum(len(added) for _, added in pairs), sum(len(removed) for removed, _ in pairs)


def _reading(patchset: Patchset | None) -> str | None:
    """How whoever wrote it understood the unit, and what it expects elsewhere: a misreading shows here first."""
    if patchset is None or not patchset.reading:
        return None
    effects = patchset.side_effects[:NOTES]
    return w.blocks(
        f"**How the unit was read:** {w.ended(m.sentence(patchset.reading, limit=900))}",
        f"**Expected elsewhere:**\n{m.listed([m.sentence(each, limit=300) for each in effects])}"
        if effects
        else None,
    )


def _place(run: Run, patchset: Patchset | None) -> str:
    return m.code(patchset.repository if patchset else run.key.repository)


def _base(patchset: Patchset | None) -> str:
    return m.code(patchset.base_ref) if patchset else "the base"
