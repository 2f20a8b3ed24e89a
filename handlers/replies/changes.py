"""What changed from one version of a plan or a backlog to the next."""

from collections.abc import Iterable, Mapping

from agents.schemas.backlog import Backlog
from agents.schemas.pack import ArchitecturePack
from handlers import markdown as m
from handlers.replies import words as w

MOST = 20


def plan_changes(old: ArchitecturePack, new: ArchitecturePack) -> tuple[str, ...]:
    """One line of Markdown for each difference, and first for each wish what came of it and whose it was."""
    known = {each.id: each.answer for each in old.clarifications if each.answer}
    given = [each for each in new.clarifications if each.answer and known.get(each.id) != each.answer]
    asked = {each.id for each in new.clarifications}
    heard = [each for each in new.refinement.applied if each not in old.refinement.applied]
    # What came of an answer stands behind the answer, and is not told again as a wish or a decision.
    came = {each.changed_ids[0]: each.outcome for each in heard if asked & {*each.changed_ids[:1]}}
    wishes = tuple(
        f"“{m.line(each.text, limit=160)}”{_by(each.by)}: {m.line(each.outcome)}"
        for each in heard
        if not asked & {*each.changed_ids[:1]}
    )
    answers = tuple(
        f"question {each.id.removeprefix('Q')} answered{_by(each.by)}: {m.line(each.answer, limit=160)}"
        f"{_came(came.get(each.id, ''))}"
        for each in given
    )
    headline: tuple[str, ...] = ()
    if old.architecture.headline != new.architecture.headline:
        headline = (f"In one sentence, now: {m.line(new.architecture.headline)}",)
    return (
        *wishes,
        *answers,
        *headline,
        *_named("requirement", _texts(old.requirements), _texts(new.requirements)),
        *_named("quality demand", _texts(old.nfrs), _texts(new.nfrs)),
        *_named(
            "part",
            {each.id: f"{each.name} {each.technology}".strip() for each in old.architecture.components},
            {each.id: f"{each.name} {each.technology}".strip() for each in new.architecture.components},
        ),
        *_named(
            "decision",
            {each.id: each.title for each in old.architecture.decisions},
            {each.id: each.title for each in new.architecture.decisions if not asked & {*each.because}},
        ),
    )


def backlog_changes(old: Backlog, new: Backlog) -> tuple[str, ...]:
    """One line of Markdown for each unit that came, went or became another."""
    return _named(
        "unit", {each.id: each.title for each in old.units}, {each.id: each.title for each in new.units}
    )


def folded(since: str, changes: tuple[str, ...]) -> str | None:
    """The changes behind a click, or a plain sentence when there are none."""
    if not changes:
        return f"Nothing changed since {since}."
    more = [f"…and {len(changes) - MOST} more"] if len(changes) > MOST else []
    title = f"What changed since {since} ({w.count(len(changes), 'line')})"
    return m.details(title, m.listed([*changes[:MOST], *more]))


def _named(kind: str, old: Mapping[str, str], new: Mapping[str, str]) -> tuple[str, ...]:
    added = (f"{kind} {each} added: {m.line(new[each], limit=160)}" for each in new if each not in old)
    gone = (f"{kind} {each} gone: {m.line(old[each], limit=160)}" for each in old if each not in new)
    changed = (
        f"{kind} {each} is now: {m.line(new[each], limit=160)}"
        for each in new
        if each in old and old[each] != new[each]
    )
    return (*added, *gone, *changed)


def _texts(entries: Iterable[object]) -> dict[str, str]:
    return {str(getattr(each, "id", "")): str(getattr(each, "text", "")) for each in entries}


def _came(outcome: str) -> str:
    """What the answer changed, without the number of its question before it."""
    said = outcome.partition(": ")[2] or outcome
    return f"; {m.line(said)}" if said else ""


def _by(login: str) -> str:
    return f" ({m.code(f'@{login}')})" if login else ""
