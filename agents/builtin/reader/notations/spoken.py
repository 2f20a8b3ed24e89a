"""A spoken memo written down without stops: cut where the speaker goes on to the next thing, without what only fills the pauses."""

import re

from agents.builtin.reader.text.inline import capital

# A line of so many words without a stop was spoken and not written.
FEWEST_WORDS = 50
STOP = re.compile(r"[.!?;:。！？；：](?:\s|$)")
FILLER = re.compile(
    r"\b(?:um+|uh+|er+m?|hmm+|you know|i mean|like i said|okay so|ok so|so basically|yeah|or whatever)\b,?\s*",
    re.IGNORECASE,
)
# `and if it is late …`, `what I want is …`, `oh and no subscription`: here the next thing begins.
GOES_ON = re.compile(
    r"\s+(?=(?:(?:oh(?: and| yeah)?|and) (?:then|also|if|when|there|no|I|it|nobody|everybody|last)\b|oh\b|what I (?:want|need|'d like)\b"
    r"|so what I\b|I (?:don['’]t|do not) want\b|(?<!what )(?<!What )I (?:want|need|would like)\b(?! to (?:be|know)\b)|and (?:the|my|our|he|she|they|we)\b|but (?:the|I|we|they|he|she|it)\b"
    r"|also\b|because\b))",
    re.IGNORECASE,
)
FEWEST_BETWEEN = 4
# `…, and then`: the speaker drew breath.
BREATH = re.compile(r"(?:\s+(?:and|so|then|oh|but|well))+$", re.IGNORECASE)


def as_spoken(lines: list[str]) -> list[str]:
    """The lines, each spoken one cut into sentences; every line keeps its number."""
    return [_cut(line) if _is_spoken(line) else line for line in lines]


def _is_spoken(line: str) -> bool:
    return len(line.split()) >= FEWEST_WORDS and STOP.search(line.rstrip(" .!?")) is None


def _cut(line: str) -> str:
    said: list[str] = []
    for part in GOES_ON.split(FILLER.sub("", line)):
        words = re.sub(r"^(?:oh|and|so)\s+(?=\S)", "", part.strip(" ,"), flags=re.IGNORECASE)
        brief = len(words.split()) < FEWEST_BETWEEN and not words.casefold().startswith("no ")
        if said and (brief or words.casefold().startswith("because")):
            said[-1] = f"{said[-1]} {part.strip()}"
        elif words:
            said.append(capital(words))
    return ". ".join(BREATH.sub("", each.rstrip(" .")) for each in said) + "."
