"""What is asked where a document says too little to plan from."""

from collections.abc import Iterator

from agents.builtin.planning.asking.drafted import ARCHITECTURE, EVERYTHING, Draft
from agents.builtin.planning.drawing.kind import Guess
from agents.builtin.planning.drawing.shapes import SHAPES
from agents.builtin.planning.entries import Entries

ENOUGH_WORDS = 60
# So few can be planned, be they said in one sentence.
FEW_REQUIREMENTS = 2


def thin(entries: Entries, body: str) -> bool:
    """Whether the document says too little to plan from."""
    return (
        len(entries.requirements) < FEW_REQUIREMENTS and len(body.split()) < ENOUGH_WORDS and len(body) < 400
    )


def hardly_anything(entries: Entries, guess: Guess) -> Iterator[Draft]:
    """What it does, for whom, of which kind it is, and where it ends."""
    yield Draft(
        100,
        "What shall a person be able to do with it, step by step, from start to finish?",
        "The PRD names hardly anything it shall do, too little to plan from.",
        EVERYTHING,
    )
    if not entries.actors and not entries.stories:
        yield Draft(
            80,
            "Who will use it, and what do they do today instead?",
            "The PRD does not say who it is for.",
            "screens, access, what comes first",
            "One kind of user, without special rights.",
        )
    if not guess.sure:
        yield any_kind(guess)
    yield Draft(
        50,
        "What shall it explicitly not do in the first version?",
        "The PRD draws no line.",
        "the size of the backlog",
        "Nothing beyond what is written.",
    )


def any_kind(guess: Guess) -> Draft:
    """The question about the kind, where no words tell it."""
    return Draft(
        95,
        "What shall it be: something that runs in the browser, on the phone, on the command line, or behind other programs?",
        "The words do not say which kind of product it is.",
        ARCHITECTURE,
        SHAPES[guess.kind].title,
        tuple(SHAPES[kind].title for kind in ("web_app", "mobile_app", "cli", "service", "library")),
    )
