"""What is said where a document otherwise asks for nothing: blanks to fill in, dates and prices, and in a glossary what somebody can do."""

import re
from collections.abc import Iterator

from agents.builtin.reader.findings import Finding
from agents.builtin.reader.statements.asked import placeholders
from agents.builtin.reader.statements.entry import entry
from agents.builtin.reader.statements.own_words import sells
from agents.builtin.reader.text.blocks import INLINE, Block
from agents.builtin.reader.text.places import Place
from agents.builtin.reader.text.sentences import sentences
from agents.builtin.reader.words.due import is_due, is_set_for

GLOSSARY = re.compile(
    r"\b(?:glossar\w*|terminology|definitions?|terms|vocabulary|begriffe|lexique|glosario)\b", re.IGNORECASE
)
# `Admins can create, edit and delete events`, `They also have the ability to take a shift`: behind what a word means.
CAN = re.compile(
    r"(?:(?:each |every |an? |the )?[A-Za-z][\w'’-]+(?: [\w'’-]+)?(?: and [a-z][\w'’-]+)?) (?:also |only |then )?"
    r"(?:can|must|shall|have to|has to|(?:is|are) able to|(?:has|have) the (?:ability|right) to|(?:is|are) (?:created|managed|approved|assigned|edited)(?: (?:and|or) \w+)? by) (?!be (?:defined|understood|thought)\b)\w",
    re.IGNORECASE,
)


def said_all_the_same(block: Block, place: Place, *, few: bool) -> Iterator[Finding]:
    """The findings of a block that stands where nothing is asked for; a glossary counts where there are `few` functions elsewhere."""
    yield from placeholders(block)
    own = block.above[-1] if block.above and block.above[-1].mark == INLINE else None
    said = f"{own.text.rstrip(' :：')}: {block.text}" if own and own.first == block.first else block.text
    dated = is_due(said) or (block.shape == "row" and is_set_for(block.columns, block.cells))
    if place.topic == "neutral" and (dated or sells(block.text, place)):
        yield Finding("constraint", said, block.lines, area=place.area)
    if few and place.topic == "neutral" and block.shape == "item" and GLOSSARY.search(place.heading):
        for words, lines in tuple(sentences(block))[1:]:
            if CAN.match(words):
                stands = place._replace(topic="functional", prose=True, loose=True)
                yield from tuple(entry(words, lines, stands)) or (
                    Finding("functional", words, lines, area=place.area),
                )
