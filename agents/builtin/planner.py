"""The built-in planner: a PRD and what people said about it in, one architecture pack out, the same for the same input."""

import hashlib
import re

from agents.builtin.planning.asking.answers import answered, still_asked
from agents.builtin.planning.asking.choosing import left_to_builder
from agents.builtin.planning.asking.numbering import earlier_of, numbered
from agents.builtin.planning.asking.questions import questions_for
from agents.builtin.planning.asking.still_open import keep_open
from agents.builtin.planning.drawing.draw import draw
from agents.builtin.planning.drawing.implementation import implementation, wireframe
from agents.builtin.planning.drawing.kind import kind_of
from agents.builtin.planning.drawing.mandates import mandates
from agents.builtin.planning.drawing.reasons import reasoned
from agents.builtin.planning.drawing.shape_for import shape_for
from agents.builtin.planning.drawing.shape_parts import Shape
from agents.builtin.planning.drawing.tongues import noticed
from agents.builtin.planning.entries import Entries, entries_of
from agents.builtin.planning.laid_down import leaves, statement
from agents.builtin.planning.refining.remarks import finished, heard
from agents.builtin.planning.understood import understood
from agents.builtin.planning.wishes import Wishes
from agents.builtin.reader import Findings, Unreadable, read
from agents.builtin.reader.names.product import product_of
from agents.builtin.reader.notations.spoken import without_pauses
from agents.builtin.reader.statements.titled import left_in_title
from agents.builtin.reader.words.proposals import is_proposal
from agents.builtin.reader.words.tickets import is_change
from agents.schemas.architecture import Architecture
from agents.schemas.pack import Applied, ArchitecturePack, Prd
from agents.schemas.planner import PlannerInputs
from agents.schemas.questions import Assumption, Clarification, OpenQuestion
from agents.schemas.requirements import Statement

LONGEST_CONSTRAINT = 400
MOST_CONSTRAINTS = 200
# Characters in which a document says what it is about.
OPENING = 1500
# What does in place of the thing ruled out: `no app in the store, a website is fine`.
SUFFICES = re.compile(
    r"[^,;.:–—]{2,80}\b(?:(?:is|are|would be|will be) (?:fine|enough|ok|okay|sufficient)|will do|suffices?)\b",
    re.IGNORECASE,
)


def plan(inputs: PlannerInputs) -> ArchitecturePack | Unreadable:
    """The pack for these inputs; coverage and trace are computed later by `policies.coverage`."""
    found = read(inputs.body)
    if isinstance(found, Unreadable):
        return found
    product = found.product or product_of(inputs.title, "")
    entries = entries_of(found, before=inputs.before)
    left_to_builder(entries)
    entries.organisation.extend(_organisation(entries, inputs.constraints))
    entries.source = tuple(inputs.body.split("\n"))
    keep_open(entries, entries.source)
    told, title = _in_scope(inputs.body, entries), f"{inputs.title}\n{found.title}"
    entries.opening = f"{title}\n{told[:OPENING]}"
    guess = kind_of(told, title=title)
    entries.in_place = is_change(inputs.body, title=title) or is_proposal(inputs.body)
    wishes = Wishes(product=product)
    questions, applied = answered(
        numbered(questions_for(entries, guess=guess, body=inputs.body, earlier=earlier_of(inputs)), inputs),
        inputs.answers,
        entries=entries,
        wishes=wishes,
    )
    usual = draw(entries, kind=guess.kind, wishes=wishes, product=product)
    wishes.usual = guess.kind
    wishes.parts = {name for part in usual.components for name in (part.id, part.name.casefold())}
    wishes.used = "\n".join(part.technology for part in usual.components)
    wishes.asked = _asked_as(entries, questions)
    edits = heard(inputs.refinements, entries=entries, wishes=wishes)
    questions = still_asked(questions, wishes)
    product = wishes.product
    # Nothing but a wish, or an answer about the kind, changes what was drawn a moment ago.
    drawn = (
        draw(entries, kind=wishes.kind or guess.kind, wishes=wishes, product=product)
        if edits or wishes.kind
        else usual
    )
    drawn, outcomes = finished(drawn, edits, entries=entries, wishes=wishes)
    shape = shape_for(drawn.kind, entries, mandates(entries, wishes))
    drawn = reasoned(drawn, shape, entries=entries, wishes=wishes, questions=questions)
    return _pack(
        inputs,
        found,
        entries=entries,
        drawn=drawn,
        shape=shape,
        questions=questions,
        applied=(*applied, *outcomes),
        product=product,
    )


def _in_scope(body: str, entries: Entries) -> str:
    """The document without what is ruled out or put off, which says nothing about what kind of product it is.

    It goes with its whole line, unless the line says more in the same words.
    """
    lines = dict(enumerate(without_pauses(body.split("\n")), start=1))
    for each in (*entries.non_goals, *entries.deferred):
        for number in each.lines:
            before, said, after = lines.get(number, "").partition(each.text)
            lines[number] = f"{before} {after}" if said else ""
    instead = (words for each in entries.non_goals for words in SUFFICES.findall(each.text))
    return "\n".join((*lines.values(), *instead))


def _pack(  # noqa: PLR0913  # each is one source of the pack, passed by name
    inputs: PlannerInputs,
    found: Findings,
    *,
    entries: Entries,
    drawn: Architecture,
    shape: Shape,
    questions: tuple[Clarification, ...],
    applied: tuple[Applied, ...],
    product: str,
) -> ArchitecturePack:
    prd = Prd(
        title=(found.title or inputs.title)[:4000],
        product=product[:4000],
        digest=hashlib.sha256(inputs.body.encode()).hexdigest(),
        understood=understood(entries, drawn, shape, product=product, questions=questions),
        user_stories=tuple(entries.stories),
        non_goals=tuple(entries.non_goals),
        constraints=tuple(entries.constraints),
        success_metrics=tuple(entries.metrics),
        deferred=tuple(entries.deferred),
        found=(*found.notes, *left_in_title(inputs.title, found), *noticed(entries, drawn)),
    )
    return ArchitecturePack(
        prd=prd,
        org_constraints=tuple(entries.organisation),
        clarifications=questions,
        actors=tuple(entries.actors),
        workflows=tuple(entries.workflows),
        requirements=tuple(entries.requirements),
        entities=tuple(entries.entities),
        integrations=tuple(entries.integrations),
        nfrs=tuple(entries.nfrs),
        architecture=drawn,
        refinement=wireframe(drawn, entries=entries, questions=questions).model_copy(
            update={"applied": applied}
        ),
        implementation=implementation(drawn, shape, entries),
        assumptions=_assumptions(entries, questions),
        open_questions=_open(entries, questions),
    )


def _asked_as(entries: Entries, questions: tuple[Clarification, ...]) -> dict[str, str]:
    """The question under which an open question, an assumption or the question itself can be answered, by id."""
    found = {each.id: each.id for each in questions}
    taken = {
        f"A-{each.id.removeprefix('Q')}": each.id for each in questions if each.default and not each.answer
    }
    found |= {id_: question for id_, question in taken.items() if id_ not in entries.given}
    return found | {id_.upper(): each.id for id_, each in _asked(entries, questions).items()}


def _asked(entries: Entries, questions: tuple[Clarification, ...]) -> dict[str, Clarification]:
    """The question that each open question of the document is asked as, by the id of the latter."""
    return {
        each.id: question
        for each in entries.questions
        for question in questions
        if each.lines and question.lines[: len(each.lines)] == each.lines
    }


def _assumptions(entries: Entries, questions: tuple[Clarification, ...]) -> tuple[Assumption, ...]:
    return tuple(
        Assumption(id=_assumed(entries, each), text=f"{each.text} {each.default}"[:4000], question=each.id)
        for each in questions
        if each.default and not each.answer
    )


def _assumed(entries: Entries, question: Clarification) -> str:
    """An id by the question's number, so that an answer to another one leaves it as it is."""
    wanted = f"A-{question.id.removeprefix('Q')}"
    return wanted if wanted not in entries.given else entries.new_id("assumption", "")


def _open(entries: Entries, questions: tuple[Clarification, ...]) -> tuple[OpenQuestion, ...]:
    asked = _asked(entries, questions)
    listed = [
        OpenQuestion(
            id=each.id,
            text=each.text,
            lines=each.lines,
            question=asked[each.id].id if each.id in asked else "",
        )
        for each in entries.questions
        if not (each.id in asked and asked[each.id].answer)
    ]
    already = {question.id for question in asked.values()}
    listed.extend(
        OpenQuestion(id=entries.new_id("question", each.text), text=each.text, question=each.id)
        for each in questions
        if each.blocking and each.id not in already
    )
    return tuple(listed)


def _organisation(entries: Entries, text: str) -> list[Statement]:
    """The organisation's constraints, one statement for each rule."""
    lines = [statement(path, leaf) for path, leaf in leaves(text)[:MOST_CONSTRAINTS]]
    return [
        Statement(id=entries.new_id("organisation", line), text=line[:LONGEST_CONSTRAINT]) for line in lines
    ]
