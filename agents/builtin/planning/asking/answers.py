"""What people answered, put into the plan: the answer stands with its question and changes what it touches."""

import re

from agents.builtin.planning.asking.becoming import become
from agents.builtin.planning.asking.drafted import ARCHITECTURE, EVERY_FILE, EVERYTHING
from agents.builtin.planning.asking.questions import CODE
from agents.builtin.planning.asking.settled import assume, give_way
from agents.builtin.planning.asking.silent import unsaid_of
from agents.builtin.planning.drawing.mandates import named
from agents.builtin.planning.drawing.shapes import SHAPES
from agents.builtin.planning.entries import Entries, nfr, requirement
from agents.builtin.planning.quoting import listed
from agents.builtin.planning.wishes import Wished, Wishes
from agents.builtin.reader import Unreadable, read
from agents.builtin.reader.words.technology import technologies
from agents.schemas.pack import Applied
from agents.schemas.planner import Answer
from agents.schemas.questions import Clarification

# What may follow the name of a kind that is meant as such: `a service for now`, `a web application please`.
_GOES_ON = (
    r"(?:for|and|with|that|which|in|on|at|to|of|please|only|first|is|would|will|but|or|as|so|then|now)\b"
)
DEFAULTS = re.compile(r"^\s*(?:the )?defaults?\b.{0,20}$", re.IGNORECASE)


def answered(
    questions: tuple[Clarification, ...], answers: tuple[Answer, ...], *, entries: Entries, wishes: Wishes
) -> tuple[tuple[Clarification, ...], list[Applied]]:
    """The questions with their answers, and what each answer did; the last answer to a question counts."""
    last = {_number(each.question_id): each for each in answers}
    known = {_number(question.id) for question in questions}
    applied = [
        Applied(
            text=each.text[:4000],
            by=each.by,
            outcome=f"There is no question {each.question_id[:20]}; nothing changed.",
        )
        for key, each in last.items()
        if key not in known
    ]
    done = {each.id: each for each in questions}
    given = [(question, last[key]) for key in last for question in questions if _number(question.id) == key]
    given = [(question, answer) for question, answer in given if answer.text.strip()]
    for question in questions:
        if question.id not in {each.id for each, _ in given}:
            assume(question, wishes=wishes)
    # In the order in which they came, so that a later one takes no number from what an earlier one brought.
    for question, answer in given:
        text = _words(question, answer.text)
        outcome, changed = _apply(question, text, entries=entries, wishes=wishes)
        done[question.id] = question.model_copy(update={"answer": text[:4000], "by": answer.by[:100]})
        applied.append(
            Applied(
                text=text[:4000],
                by=answer.by[:100],
                outcome=f"{question.id}: {outcome}",
                changed_ids=(question.id, *changed),
            )
        )
    return tuple(done.values()), applied


def still_asked(questions: tuple[Clarification, ...], wishes: Wishes) -> tuple[Clarification, ...]:
    """The questions without the one about the language, where a wish has named one since; an answer to it gives way, too."""
    asked = {each.id for each in questions}
    wished = {use for each in wishes.technologies if each.by not in asked for use, _ in named(each.words)}
    if not wished & CODE:
        return questions
    for each in questions:
        if each.changes == EVERY_FILE:
            wishes.forget(each.id)
    return tuple(each for each in questions if each.changes != EVERY_FILE)


def _number(question_id: str) -> str:
    return question_id.strip().casefold().removeprefix("q")


def _words(question: Clarification, text: str) -> str:
    """The answer in full: the default or an option's letter stands for its words."""
    text = text.strip()
    if DEFAULTS.match(text) and question.default:
        return question.default
    letter = re.fullmatch(r"\(?([a-e])[).]?", text, re.IGNORECASE)
    index = ord(letter[1].casefold()) - ord("a") if letter else len(question.options)
    return question.options[index] if index < len(question.options) else text


def _apply(
    question: Clarification, text: str, *, entries: Entries, wishes: Wishes
) -> tuple[str, tuple[str, ...]]:
    for kind, shape in SHAPES.items():
        if question.changes == ARCHITECTURE and _names(shape.title.split(maxsplit=1)[-1], text):
            wishes.kind, wishes.kind_by = kind, question.id
            return f"the plan is drawn as {shape.title}.", ()
    if technologies(text):
        wishes.technologies.append(Wished(text, question.id))
    if question.changes == EVERYTHING:
        return _more(text, entries)
    unsaid = unsaid_of(question.text)
    if unsaid is not None:
        ids = become(unsaid, text, entries)
        return f"it stands in the plan as {listed(ids, ids)}.", ids
    gone = give_way(question, text, entries=entries, wishes=wishes)
    # The answer stands with its question; a second place for it would only be another to keep in step.
    used = list(dict.fromkeys(name for _, name in named(text)))
    came = (
        f"the plan uses {listed(used, used)}." if used else "" if gone else "recorded for whoever builds it."
    )
    return f"{came} {gone}".strip(), ()


def _names(kind: str, text: str) -> bool:
    """Whether the words name the kind itself, and not something that is called after it, such as a library card."""
    return re.search(rf"\b{re.escape(kind)}s?\b(?![ -](?!{_GOES_ON})\w)", text, re.IGNORECASE) is not None


def _more(text: str, entries: Entries) -> tuple[str, tuple[str, ...]]:
    """The answer to “what shall it do?” is read like a document of its own."""
    found = read(f"## Requirements\n\n{text}")
    if isinstance(found, Unreadable):
        return found.reason, ()
    added = [
        requirement(entries, each).model_copy(update={"lines": (), "origin": "answer", "area": ""})
        for each in found.of("functional")
    ]
    demands = [
        nfr(entries, each).model_copy(update={"lines": (), "origin": "answer"})
        for each in found.of("nonfunctional")
    ]
    entries.requirements.extend(added)
    entries.nfrs.extend(demands)
    ids = tuple(each.id for each in (*added, *demands))
    return f"{len(ids)} requirements read from the answer.", ids
