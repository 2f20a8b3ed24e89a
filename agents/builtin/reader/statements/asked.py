"""Questions that a document answers itself, and choices between technologies that it leaves open."""

import re
from collections.abc import Iterable, Iterator, Sequence

from agents.builtin.reader.findings import Finding
from agents.builtin.reader.statements.casual import is_request
from agents.builtin.reader.text.blocks import Block
from agents.builtin.reader.text.sentences import sentences
from agents.builtin.reader.text.topics import announced
from agents.builtin.reader.words import nature
from agents.builtin.reader.words.technology import technologies

# `What happens when the file is empty?` asks how it behaves; what follows is the behaviour.
BEHAVES = re.compile(
    r"^(?:what (?:happens|should happen|will happen|if|about)|how (?:does|do|should|will|is|are)"
    r"|was (?:passiert|geschieht)|wie (?:wird|werden|geht)|que se passe|qu[ée] (?:pasa|ocurre|sucede)"
    r"|o que acontece|cosa succede|что (?:происходит|будет)|как (?:система|обрабат))\b",
    re.IGNORECASE,
)
_NAME = r"`?(?:[A-Z][\w+#]*(?:[.-][\w+#]+)*(?: [A-Z\d][\w.+#-]*)?|@?[a-z]\w*(?:[-./][\w]+)+)`?"
ALTERNATIVES = re.compile(
    rf"(?<![\w/.-])(?P<one>{_NAME}),? (?:or|oder|ou|o) (?:(?:a |an )?(?:custom|local|plain|own|native|einem?|un) )?(?P<other>{_NAME})"
)


def is_answered_by(question: str, rest: Sequence[str]) -> bool:
    """Whether the sentences after a question about behaviour say how it is to behave, and leave nothing open."""
    if not rest or not question.endswith(("?", "？")) or not BEHAVES.match(question):
        return False
    return not any(nature.is_question(words) or nature.HEDGED.search(words) for words in rest)


# `Should we take cards as well? Not in this version, I think.`
REFUSES = re.compile(
    r"(?:no\b(?! (?:idea|clue|matter|limit|more|one)\b)|not (?:in|for|now|yet|this|here|needed|necessary|part)\b|(?:rather|probably|i think|i['’]d say|better|please) (?:no|not)\b)[^.?!]{0,60}[.!]?",
    re.IGNORECASE,
)


def with_refused(said: Iterable[tuple[str, tuple[int, ...]]]) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """The sentences, a request that is put as a question and refused at once as one that says so."""
    told: list[tuple[str, tuple[int, ...]]] = []
    for words, lines in said:
        asked = told[-1][0] if told else ""
        if asked.endswith("?") and is_request(asked) and REFUSES.fullmatch(words):
            told[-1] = (f"Not: {asked.rstrip(' ?')} ({words.rstrip(' .!')})", told[-1][1])
        else:
            told.append((words, lines))
    return tuple(told)


def asks_for_measure(said: Sequence[str]) -> bool:
    """Whether the first sentence asks how one will know that it works, and those behind it say so."""
    return len(said) > 1 and said[0].endswith("?") and announced(said[0].rstrip("?")) == "metric"


def comments(question: str, words: str) -> bool:
    """Whether a sentence after a question only thinks about it, as in `A page might be enough` after `Do we need an app?`."""
    return question.endswith(("?", "？")) and bool(nature.HEDGED.search(words))


def placeholders(block: Block) -> Iterator[Finding]:
    """Words like “to be decided” are open questions even where nothing else counts."""
    said = sentences(block) if block.shape == "paragraph" and nature.PLACEHOLDER.search(block.text) else ()
    yield from (
        Finding("question", words, lines) for words, lines in said if nature.PLACEHOLDER.search(words)
    )


def leaves_open(text: str) -> bool:
    """Whether the words name two technologies of which one is still to be chosen: `Redis or Memcached`."""
    found = ALTERNATIVES.search(text)
    if not found or found["other"].endswith(("-compatible", "-like")):
        return False
    return bool(technologies(found["one"]) or technologies(found["other"]))
