"""What carries work to whoever does it, or what happened to whoever listens, where a document names it or speaks of it again and again."""

import re
from typing import NamedTuple

from agents.builtin.planning.drawing.aside import holds_work, texts_of
from agents.builtin.planning.drawing.later import LATER
from agents.builtin.planning.drawing.mandates import Mandate
from agents.builtin.planning.drawing.shape_parts import Part, Shape, Wire
from agents.builtin.planning.entries import Entries
from agents.builtin.reader.words.occurring import occurring

QUEUE = Part(
    "queue",
    "Queue",
    "queue",
    "Holds work until somebody takes it.",
    serves=LATER,
    also=r"queues?|message (?:queue|broker)|event bus",
)
HAPPENED = r"\bpublish\w*\b|\bemit(?:s|ted)?\b|\bevents?\b|\btopics?\b|\b(?:message|event) bus\b|\bsubscri(?:bes?|ber)\b"
EVENTS = QUEUE._replace(
    name="Event stream", purpose="Carries what happened to whoever listens.", serves=HAPPENED
)
OF_EVENTS = occurring(HAPPENED)
# Work for somebody, and what is taken from the stream by the product itself.
OF_WORK = re.compile(
    r"\b(?:jobs?|tasks?|workers?|background|work queue|e-?mails?|notifications?)\b", re.IGNORECASE
)
TAKEN = re.compile(
    r"\b(?:consum(?:es?|ed|er)|subscrib(?:es?|ed)|listens?|reads? from|reacts?)\b", re.IGNORECASE
)
# A bus that several demands speak of is there, whatever it will be.
BUS = re.compile(r"\b(?:message|event) (?:bus|broker)\b|\bmessage queue\b", re.IGNORECASE)
FEWEST = 3


class Carrier(NamedTuple):
    """The part that carries, and whether the product's own worker takes from it."""

    part: Part
    taken: bool

    def wires(self, shape: Shape, worker: str) -> tuple[Wire, ...]:
        """What puts something in, and who gets it."""
        source = shape.core if worker != shape.core else shape.entry
        into: Wire = (source, "queue", "puts work in" if self.part.name == QUEUE.name else "publishes")
        return (into, ("queue", worker, "hands out")) if self.taken else (into,)


def carrier(entries: Entries, named: tuple[Mandate, ...]) -> Carrier | None:
    """What the document wants between its parts, or between it and others; none where nothing has to be carried."""
    queues = [each for each in named if each.use == "queue"]
    work = "" if queues else holds_work(entries, named)
    if work:
        return Carrier(QUEUE._replace(technology=work), taken=True)
    told = entries.told()
    if not queues and sum(BUS.search(text) is not None for text in told) < FEWEST:
        return None
    texts = texts_of(entries)
    said = [texts.get(each.by, "") for each in queues] or list(filter(BUS.search, told))
    speaks = any(map(OF_EVENTS.search, said)) and not any(map(OF_WORK.search, said))
    if not speaks:
        return Carrier(QUEUE, taken=True)
    return Carrier(EVENTS, taken=any(OF_EVENTS.search(text) and TAKEN.search(text) for text in told))
