"""Why the drawing is as it is: decisions with their price, what was turned down, what may go wrong."""

from collections.abc import Iterator

from agents.builtin.planning.entries import Entries
from agents.builtin.planning.mandates import mandates
from agents.builtin.planning.shapes import SHAPES
from agents.builtin.planning.wishes import Wishes
from agents.schemas.architecture import Architecture, Decision, Rejected, Risk
from agents.schemas.questions import Clarification

MOST_RISKS = 8
# Numbers of decisions and risks: the drawing's own come first, then those wished for, then a question's by its number.
_STORES, _WISHED, _ANSWERED = 3, 11, 100


def reasoned(
    drawn: Architecture, *, entries: Entries, wishes: Wishes, questions: tuple[Clarification, ...]
) -> Architecture:
    """The architecture with its decisions, rejected alternatives, tradeoffs and risks."""
    shape = SHAPES[drawn.kind]
    decisions = tuple(
        Decision(id=f"D{number}", title=title[:400], why=why, gives_up=price, because=because)
        for number, title, why, price, because in _decisions(drawn, entries, wishes, questions)
    )
    return drawn.model_copy(
        update={
            "decisions": decisions,
            "rejected": tuple(Rejected(name=name, why=why) for name, why in shape.rejected),
            "tradeoffs": tuple(f"{each.title}: {each.gives_up}" for each in decisions),
            "rationale": f"{shape.why[:1].upper()}{shape.why[1:]}.",
            "risks": tuple(_risks(drawn, entries, questions)),
        }
    )


def _decisions(
    drawn: Architecture, entries: Entries, wishes: Wishes, questions: tuple[Clarification, ...]
) -> Iterator[tuple[int, str, str, str, tuple[str, ...]]]:
    """Each with a number of its own, so that one more decision leaves the numbers of the others as they are."""
    shape = SHAPES[drawn.kind]
    yield 1, shape.headline, shape.why, shape.gives_up, ()
    names = tuple(each.name for each in mandates(entries, wishes))
    stated = tuple(
        each.id
        for each in (*entries.organisation, *entries.constraints)
        if any(name in each.text for name in names)
    )
    if names:
        yield (
            2,
            f"Use {', '.join(names[:8])}",
            "the document, the organisation or an answer names it",
            "other choices are not weighed",
            stated[:20],
        )
    keepers = [part for part in drawn.components if part.kind in {"store", "files"}]
    for number, part in enumerate(keepers[:_STORES], start=3):
        if part.technology:
            kept = tuple(each.id for each in entries.entities[:8])
            yield (
                number,
                f"Keep data in {part.technology}",
                _store_why(part.kind),
                "another place to keep data would be a migration",
                kept,
            )
    workers = [
        part
        for part in drawn.components
        if part.kind == "worker" and part.id in {"worker", "sync", "background"}
    ]
    if workers:
        yield (
            3 + _STORES,
            "Do slow work apart from requests",
            "requirements name work nobody should wait for",
            "results arrive a moment later",
            workers[0].requirement_ids[:8],
        )
    for number, (title, why) in enumerate(wishes.reasons[: _ANSWERED - _WISHED], start=_WISHED):
        yield number, title, why, "what was planned before", ()
    for question in questions:
        if question.answer:
            yield (
                _ANSWERED + int(question.id.removeprefix("Q")),
                f"{question.text} {question.answer}"[:400],
                f"answered by {question.by or 'a person'}",
                "the other options",
                (question.id,),
            )


def _store_why(kind: str) -> str:
    return (
        "it keeps related data consistent and is easy to back up"
        if kind == "store"
        else "the data belongs where it is used"
    )


def _risks(drawn: Architecture, entries: Entries, questions: tuple[Clarification, ...]) -> Iterator[Risk]:
    found: list[tuple[str, str, tuple[str, ...]]] = [
        (
            f"{part.name} may be slow, change or be gone.",
            "One adapter with timeouts and a test stand-in; the rules do not know it.",
            part.requirement_ids[:8],
        )
        for part in drawn.components
        if part.kind == "external"
    ]
    vague = tuple(each.id for each in entries.nfrs if each.target is None)
    if vague:
        found.append(
            (
                f"{len(vague)} quality demands have no number, so nobody can say when they are met.",
                "Agree on a number before the proof is written.",
                vague[:20],
            )
        )
    defaults = tuple(
        (
            int(question.id.removeprefix("Q")),
            f"The default may be wrong: {question.default}"[:400],
            f"Answer {question.id} before the parts it changes are built: {question.changes}.",
        )
        for question in questions
        if question.default and not question.answer
    )
    hedged = tuple(each.id for each in entries.requirements if each.tentative)
    if hedged:
        found.append(
            (
                f"{len(hedged)} requirements are hedged (could, optional), so they may be dropped or grow.",
                "They come last and nothing depends on them.",
                hedged[:20],
            )
        )
    for number, (text, mitigation, ids) in enumerate(found[:MOST_RISKS], start=1):
        yield Risk(id=f"K{number}", text=text, mitigation=mitigation, requirement_ids=ids)
    for number, text, mitigation in defaults[: max(0, MOST_RISKS - len(found))]:
        yield Risk(id=f"K{_ANSWERED + number}", text=text, mitigation=mitigation)
