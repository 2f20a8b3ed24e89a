"""What was spoken and written down as it was said: without what only fills the pauses, and cut where the speaker goes on without a stop."""

import re

from agents.builtin.reader.text.inline import capital
from agents.builtin.reader.words.occurring import occurring
from agents.builtin.seldom import Seldom

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
# No word of any language is written with a comma behind these; without one, only a word of English before them says what they are.
_SOUND = r"(?:u+h*m+|u+h+|e+r*h?m+|h+m+|ä+h*m*|ö+h*m+|e+u+h+)"
_ENDS = r"(?:,|\s*(?:\.{3}|…))"
_WORDS = rf"(?:{_SOUND}|you know|i mean|basically)"
# Whoever hesitates behind such a word goes on with the same thing; `like` between commas is a verb elsewhere: `share, like, comment`.
_ONWARD = (
    r"(?:and|or|but|so|that|the|an?|is|are|was|be|it['’]s|that['’]s|to|of|for|with|in|on|at|my|our|their|his|her|where|when|if|should|must|can|will|could|would|may"
    r"|because|i|we|who|which|what|have|has|like|(?:want|need|see|get|send|show|give|take|make|add)s?)"
)
# A sound without commas is a word in other languages: `so um acht`, `a um cliente`.
_ENGLISH = r"(?:and|or|but|the|that|is|are|of|with|because|my|our)"
_NUMBER = r"(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|a dozen|twelve|fifteen|twenty|thirty|forty|fifty|a hundred)\s)"
PAUSE = Seldom(
    rf"(?P<begins>^\W*|(?<=[.!?])\s+)(?:(?:{_WORDS}|oh|well){_ENDS}\s+|you know\s+(?=(?:we|i|how|that|the|there|our|my)\b)|like\s+(?=(?:if|when|whenever)\b))(?P<first>\w)"
    rf"|(?<![\w'’-])(?P<onward>{_ONWARD})(?:,?\s+{_WORDS}|,\s+(?:like|i don['’]t know)){_ENDS}(?=\s)"
    rf"|(?<![\w'’-])(?P<english>{_ENGLISH})\s+(?:u+h*m+|u+h+)(?=\s)"
    rf"|(?P<between>,)\s+(?:{_WORDS}|i don['’]t know){_ENDS}(?=\s)"
    # `and like forty dogs`: about so many.
    rf"|(?P<about>\b(?:and|is|are|be|have|has|had|got|maybe|takes?|only|just|in|for)) like(?=\s{_NUMBER})",
    re.IGNORECASE,
)
# Without one of these there is no pause; to look for them takes a twentieth of the time.
HESITATES = occurring(rf"\b{_WORDS}\b|\boh\b|\bwell\b|\blike\b")
# What stands in quotes or is code stays as it is.
LITERAL = re.compile(r"\"[^\"]{0,300}\"|“[^”]{0,300}”|„[^“”]{0,300}[“”]|`[^`]{0,300}`")
FENCE = re.compile(r"\s*(?:```|~~~)")
# `…, and then`: the speaker drew breath.
BREATH = re.compile(r"(?:\s+(?:and|so|then|oh|but|well))+$", re.IGNORECASE)


def without_pauses(lines: list[str]) -> list[str]:
    """The lines without the sounds and words that only fill a pause; code stays as it is."""
    told: list[str] = []
    code = False
    for line in lines:
        code ^= FENCE.match(line) is not None
        told.append(line if code else _without_pauses(line))
    return told


def _without_pauses(line: str) -> str:
    if not HESITATES.search(line):
        return line
    kept = [found.span() for found in LITERAL.finditer(line)]

    def goes_on(found: re.Match[str]) -> str:
        literal = any(begin < found.end() - 1 and found.start() < end for begin, end in kept)
        return found[0] if literal else _onward(found)

    return PAUSE.sub(goes_on, line)


def _onward(found: re.Match[str]) -> str:
    if found["first"]:
        return found["begins"] + found["first"].upper()
    return found["onward"] or found["english"] or found["between"] or found["about"]


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
