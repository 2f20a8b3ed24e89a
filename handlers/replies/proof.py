"""The proof record: what was built for which requirement, how it was verified, by whose yes, at what cost, on which record."""

from collections import Counter
from collections.abc import Iterable
from typing import Literal

from agents.schemas.backlog import Unit
from handlers import markdown as m
from handlers import markers
from handlers.replies import words as w
from handlers.replies.gates import GATES
from handlers.replies.view import View
from policies.counting import count
from policies.decide.reviewing import counted
from policies.gates.tests_weakened import TESTS
from policies.globs import first_match
from policies.run import Approval, PatchsetSeen, PullRequest, Run, UnitRun
from policies.stages import UnitState

# What stands between these lines in a pull request's text is the App's, and is brought up to date there.
BEGIN, END = markers.mark("proof", part="begins"), markers.mark("proof", part="ends")
NAMED = 12
_FOUND: dict[Literal["warn", "block", "overridden"], str] = {
    "warn": "to look at",
    "block": "not passed",
    "overridden": "let pass by a person",
}
ROWS = 60


def tests_of(paths: Iterable[str]) -> tuple[str, ...]:
    """The paths that test runners collect."""
    return tuple(path for path in paths if first_match(TESTS, path) is not None)


def proof(run: Run, unit: UnitRun, view: View) -> str:
    """The record of one unit as it stands now, for its pull request."""
    planned = next((u for u in view.backlog.units if u.id == unit.id), None) if view.backlog else None
    pull = _shown(run, unit)
    seen = pull.patchset if pull else unit.patchset
    rows = (
        ("Built for", built_for(planned)),
        ("Approved by", approved_by(run, pull.approval if pull else unit.approval, view)),
        ("Gates", gates(seen)),
        ("Checks", checks(pull)),
        ("Tests in it", _tests(seen)),
        ("Review", reviewed(unit, pull, view)),
        ("Cost", cost(unit)),
    )
    length, head = view.verified or (run.length, run.head)
    record = w.sub(f"record of {length} entries", f"head {m.code(head)}")
    return "\n\n".join((BEGIN, "**Proof record**", m.table(("", ""), rows), record, END))


def with_proof(body: str, record: str) -> str:
    """A pull request's text with the record in it brought up to date; a text that has lost it gets it at its end."""
    before, begin, rest = body.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        return f"{body.rstrip()}\n\n{record}"
    return f"{before}{record}{after}"


def built_for(planned: Unit | None) -> str:
    """The requirements a unit serves."""
    return (
        w.ids(planned.requirement_ids, most=NAMED)
        if planned and planned.requirement_ids
        else "the whole plan"
    )


def approved_by(run: Run, approval: Approval | None, view: View) -> str:
    """Who said yes to which digest, with the way to the comment."""
    if approval is None:
        return "nobody yet"
    link = f"{view.web}/issues/{approval.thread}#issuecomment-{approval.comment_id}"
    said = m.link("in this comment", link) if view.web else f"in #{approval.thread}"
    passed = [
        f"{m.code(each.rule)} let pass by {w.name(each.by)}" for each in run.overrides_of(approval.digest)
    ]
    return "; ".join((f"{w.name(approval.by)} {said}, {m.code(w.short(approval.digest))}", *passed))


def gates(seen: PatchsetSeen | None) -> str:
    """How many gates passed, and what the others look at."""
    if seen is None:
        return "—"
    results = seen.gates
    counted = Counter(gate.result for gate in results)
    others = [
        f"{how}: {w.and_([f'“{GATES.get(gate.rule, m.cell(gate.rule))}”' for gate in results if gate.result == result])}"
        for result, how in _FOUND.items()
        if counted[result]
    ]
    return "; ".join((f"{counted['pass']} of {len(results)} passed", *others))


def checks(pull: PullRequest | None) -> str:
    """What the checks on the commit said, each by its name."""
    if pull is None or not pull.checks:
        return "none has reported"
    named = [f"{m.line(each.name, limit=80)}: {each.state}" for each in pull.results[:NAMED]]
    named += [f"and {len(pull.results) - NAMED} more"] if len(pull.results) > NAMED else []
    listed = f" ({', '.join(named)})" if named else ""
    return f"{pull.checks}{listed}, on {m.code(pull.commit_sha[:7])}"


def reviewed(unit: UnitRun, pull: PullRequest | None, view: View) -> str:
    """What the reviewer role said of what this pull request shows, and what people found in it afterwards."""
    review = unit.review
    if review is None or pull is None or review.digest != pull.digest:
        if view.provider.startswith("built-in"):
            return "none: no model is set up, so nobody reviewed it but people"
        return "none yet" if view.policy.review else "none: this repository wants none (`review: false`)"
    if review.failed:
        return f"none: {m.sentence(review.failed, limit=200)}"
    said = f"{'passed' if review.passed else 'not passed'}, {counted(review.findings) if review.findings else 'no finding'}"
    missed = [f"{w.name(by)}: {m.line(text, limit=120)}" for by, text in review.missed[:NAMED]]
    return f"{said}; missed, and found by people: {', '.join(missed)}" if missed else said


def cost(unit: UnitRun) -> str:
    """What drawing and reviewing the unit cost, in all its versions."""
    drawn = count(unit.versions, "version")
    return f"{w.money(unit.cost)} for {drawn}" if unit.cost else f"no model was paid, {drawn}"


def _shown(run: Run, unit: UnitRun) -> PullRequest | None:
    """The unit's pull request, but for a newer version that is being written and has none yet."""
    pull = run.pull_requests.get(unit.pull_request or 0)
    newer = unit.approval is not None and pull is not None and unit.approval.digest != pull.digest
    return None if newer else pull


def _tests(seen: PatchsetSeen | None) -> str:
    found = tests_of(seen.paths) if seen else ()
    more = f" and {len(found) - NAMED} more" if len(found) > NAMED else ""
    return ", ".join(m.cell_code(path, limit=160) for path in found[:NAMED]) + more if found else "none"


def trace(run: Run, view: View) -> str | None:
    """Requirement -> unit -> pull request -> test, for what is merged by now; None before anything is."""
    if view.backlog is None or view.pack is None:
        return None
    done = {unit.id: unit for unit in run.units.values() if unit.state is UnitState.DONE}
    if not done:
        return None
    wanted = (*view.pack.requirements, *view.pack.nfrs)
    rows = [row for each in wanted if (row := _traced(run, each.id, done, view))]
    served = f"{len(rows)} of {len(wanted)} requirements and quality demands"
    ground = [done[unit.id] for unit in view.backlog.units if unit.id in done and not unit.requirement_ids]
    rows += [_row("the whole plan", ground, view)] if ground else []
    table = m.table(("Requirement", "Unit", "Pull request", "Test"), rows[:ROWS])
    more = f"\n\n…and {len(rows) - ROWS} more." if len(rows) > ROWS else ""
    return m.details(f"What came of it: {served} are in merged units", table + more)


def _traced(
    run: Run, requirement: str, done: dict[str, UnitRun], view: View
) -> tuple[str, str, str, str] | None:
    planned = view.backlog.units if view.backlog else ()
    units = [done[unit.id] for unit in planned if requirement in unit.requirement_ids and unit.id in done]
    return _row(requirement, units, view, _since(run, requirement)) if units else None


def _since(run: Run, requirement: str) -> str:
    """What became of a requirement after it was merged."""
    if requirement in run.drifts:
        return " (files changed since, not answered)"
    last = next((each for each in reversed(run.amendments) if each.requirement == requirement), None)
    if last is None:
        return ""
    words = f": {m.line(last.text, limit=120)}" if last.text else ""
    return f" (change {last.how} by {w.name(last.by)}{words})"


def _row(requirement: str, units: list[UnitRun], view: View, drift: str = "") -> tuple[str, str, str, str]:
    pulls = [w.issue(unit.pull_request, view) for unit in units if unit.pull_request]
    tests = tests_of(path for unit in units if unit.patchset for path in unit.patchset.paths)
    shown = ", ".join(m.cell_code(path, limit=120) for path in tests[:4])
    more = f" and {len(tests) - 4} more" if len(tests) > 4 else ""
    return (
        m.cell(requirement, limit=60) + drift,
        w.ids((unit.id for unit in units), most=6),
        ", ".join(pulls[:6]) or "by a person",
        f"{shown}{more}" if shown else "none",
    )
