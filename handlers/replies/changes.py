"""What came of what people said, and what changed from one version of a plan or a backlog to the next, by id."""

import re
from collections.abc import Mapping, Sequence

from agents.builtin.planning.changes import Change, Kind, changes
from agents.schemas.backlog import Backlog
from agents.schemas.pack import Applied, ArchitecturePack
from agents.schemas.questions import Clarification
from handlers import markdown as m
from handlers.replies import words as w
from handlers.replies.units_changed import units_changed
from policies.counting import beyond, count

MOST = 30
SHOWN = 6
# From so many changes on they are counted, and listed behind a fold.
FOLDED = 6
_QUESTION = re.compile(r"\bQ[0-9]+\b")
KINDS: tuple[Kind, ...] = ("added", "removed", "changed", "moved")


def plan_since(version: int, old: ArchitecturePack, new: ArchitecturePack) -> str:
    """What came of each wish and answer, then what changed since the version before."""
    headline: tuple[str, ...] = ()
    if old.architecture.headline != new.architecture.headline:
        headline = (f"in one sentence, now: {m.line(new.architecture.headline)}",)
    asked = {each.id for each in new.clarifications}
    settled = {each.id for each in _given(old, new)} | {each.id for each in old.clarifications} - asked
    # What was said is told first, with what came of it; told once more as a change it would read like another one.
    recorded = {
        each.id for each in new.prd.constraints if any(each.id in came.outcome for came in _heard(old, new))
    }
    resting = _resting(old, new, settled)
    found = [
        each
        for each in changes(_without(old, settled, resting), _without(new, settled, resting))
        if each.of != "constraint" or each.id not in recorded
    ]
    return _since(f"v{version - 1}", _plan_came(old, new), found, headline)


def backlog_since(version: int, old: Backlog, new: Backlog) -> str:
    """The same for a backlog, whose new notes say what came of the wishes."""
    came = tuple(m.sentence(note, limit=400) for note in beyond(new.notes, old.notes))
    return _since(f"v{version - 1}", came, units_changed(old, new), ())


def _plan_came(old: ArchitecturePack, new: ArchitecturePack) -> tuple[str, ...]:
    given = _given(old, new)
    asked = {each.id for each in new.clarifications}
    heard = _heard(old, new)
    # What came of an answer stands behind the answer, and is not told again as a wish.
    came = {each.changed_ids[0]: each.outcome for each in heard if asked & {*each.changed_ids[:1]}}
    wishes = tuple(
        f"“{m.line(each.text, limit=160)}”{_by(each.by)}: {m.sentence(each.outcome)}"
        for each in heard
        if not asked & {*each.changed_ids[:1]}
    )
    answers = tuple(
        f"question {each.id.removeprefix('Q')} answered{_by(each.by)}: {m.line(each.answer.rstrip('. '), limit=160)}"
        f"{_outcome(came.get(each.id, ''))}"
        for each in given
    )
    return (*wishes, *answers)


def _heard(old: ArchitecturePack, new: ArchitecturePack) -> tuple[Applied, ...]:
    """The wishes and answers that are new in this version, with what came of each."""
    return beyond(new.refinement.applied, old.refinement.applied)


def _resting(old: ArchitecturePack, new: ArchitecturePack, questions: set[str]) -> set[str]:
    """The decisions that these questions alone have brought about, or that they now rest on and say the same as before."""
    titles = {each.id: each.title for each in old.architecture.decisions}
    return {
        each.id
        for each in (*old.architecture.decisions, *new.architecture.decisions)
        if each.because and {*each.because} <= questions and titles.get(each.id, each.title) == each.title
    }


def _without(pack: ArchitecturePack, questions: set[str], resting: set[str]) -> ArchitecturePack:
    """The pack without what only says how these questions stand: what was assumed, what is open, what is decided by an answer."""
    drawn = pack.architecture
    decisions = [each for each in drawn.decisions if each.id not in resting]
    # The risk of defaults that nobody confirmed names the questions that are left, so it reads otherwise with every answer.
    risks = [
        each
        for each in drawn.risks
        if not (questions and each.matter == "defaults") and not questions & {*_QUESTION.findall(each.text)}
    ]
    return pack.model_copy(
        update={
            "clarifications": tuple(each for each in pack.clarifications if each.id not in questions),
            "assumptions": tuple(each for each in pack.assumptions if each.question not in questions),
            "open_questions": tuple(each for each in pack.open_questions if each.question not in questions),
            "architecture": drawn.model_copy(update={"decisions": tuple(decisions), "risks": tuple(risks)}),
        }
    )


def _given(old: ArchitecturePack, new: ArchitecturePack) -> list[Clarification]:
    """The questions that were answered, or answered otherwise, since the version before."""
    known = {each.id: each.answer for each in old.clarifications if each.answer}
    return [each for each in new.clarifications if each.answer and known.get(each.id) != each.answer]


def _since(since: str, came: Sequence[str], found: Sequence[Change], more: Sequence[str]) -> str:
    heard = f"**What came of what you said**\n\n{m.listed(_few(came))}" if came else None
    if not found and not more:
        return w.blocks(heard, f"Nothing {'else ' if heard else ''}changed since {since}.")
    lines = [*more, *(_line(each) for each in found)]
    if len(lines) < FOLDED:
        return w.blocks(heard, f"**Changed since {since}**, with everything else as it was:", m.listed(lines))
    counted = " · ".join(_ids(kind, found) for kind in KINDS if any(each.kind == kind for each in found))
    line = f"**Changed since {since}:** {counted or 'the summary'}. Everything else is as it was."
    rest = [f"…and {len(lines) - MOST} more"] if len(lines) > MOST else []
    title = f"What changed since {since} ({count(len(lines), 'line')})"
    return w.blocks(heard, line, m.details(title, m.listed([*lines[:MOST], *rest])))


def _few(came: Sequence[str]) -> list[str]:
    rest = [f"…and {len(came) - MOST} more"] if len(came) > MOST else []
    return [*came[:MOST], *rest]


def _ids(kind: Kind, found: Sequence[Change]) -> str:
    return f"{kind} {w.ids([each.id for each in found if each.kind == kind], most=SHOWN)}"


_SAID: Mapping[Kind, str] = {
    "added": "added: ",
    "removed": "gone: ",
    "changed": "is now: ",
    "moved": "moved ",
}


def _line(change: Change) -> str:
    if change.of == "order":
        return f"{change.id}: {m.line(change.what, limit=160)}"
    name = f"{change.of} {m.line(change.id, limit=80)}".strip()
    return f"{name} {_SAID[change.kind]}{m.line(change.what, limit=160)}"


def _outcome(outcome: str) -> str:
    """What the answer changed, without the number of its question before it."""
    said = outcome.partition(": ")[2] or outcome
    return f"; {m.line(said)}" if said else ""


def _by(login: str) -> str:
    return f" ({m.code(f'@{login}')})" if login else ""
