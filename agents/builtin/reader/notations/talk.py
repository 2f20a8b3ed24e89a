"""What people said to each other, pasted: messages of a chat, a transcript, and the lines of a meeting's notes that begin with a name."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from agents.builtin.reader.notations.errands import PRESENT, those_present
from agents.builtin.reader.notations.minutes import without_today
from agents.builtin.reader.text.marks import ITEM
from agents.builtin.reader.text.topics import announced
from agents.builtin.reader.words.nature import tells_of_before

_TIME = r"[\[(]?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s?(?:[AaPp][Mm])?[\])]?"
# `anna: can we get dark mode`, `[10:42] <ben> yes`, `Carl Meier 10:43 AM: no`.
SAID = re.compile(
    rf"^\s*(?:{_TIME}\s+)?<?@?(?P<who>[^\W\d_][\w.-]{{1,19}}(?: (?![a-zß-ÿ])[^\W\d_][\w.-]{{0,19}})?)>?"
    rf"(?:\s+{_TIME})?(?::|(?<=>))\s+(?P<words>\S.*)$"
)
# What stands above a message in other chats: `Anna Smith  10:42 AM`, `Lea (ops)  9:14 AM`.
HEAD = re.compile(
    r"^\s*@?(?P<who>[^\W\d_][\w.-]{1,19}(?: [^\W\d_][\w.-]{0,19}){0,2})(?: \([^()]{1,30}\))?\s+[\[(]?"
    r"(?:(?:today|yesterday) at )?\d{1,2}[:.]\d{2}\s?(?:[AaPp][Mm])?[\])]?\s*$",
    re.IGNORECASE,
)
# What a chat writes between the messages: the time of the next one, who liked one and how many answered.
BETWEEN = re.compile(
    rf"^\s*(?:{_TIME}|:[\w+-]+:(?:\s*\d+)?(?:\s*:[\w+-]+:(?:\s*\d+)?)*|\d+ (?:replies|reply|antworten)\b.*"
    r"|\(?edited\)?|\+1|#[\w-]+|new messages?"
    r"|(?:[^\W\d_]\S*\s){1,3}(?:joined|left|has joined|has left) .{0,60})\s*$",
    re.IGNORECASE,
)
# Sounds and words that only fill a pause; a no counts as one where a comma or a full stop follows it.
FILLER = re.compile(
    r"^(?:(?:(?:no,? )?no|yes|yeah|yep|ok(?:ay)?|right|sure|good|great|true|exactly|morning|hi"
    r"|hello)\s*[,.!]+\s*"
    r"(?=\S)|(?:u+h+m*|u+m+|e+r+m*|h+m+|m?hm+|mhm+|well|so|oh|basically|and then|and)\b"
    r"(?! (?:that|far)\b)[,.:…]*\s*)",
    re.IGNORECASE,
)
SOUND = re.compile(r",? (?:you know|I mean|like|u+h+m*|u+m+),(?= )", re.IGNORECASE)
NOTHING = re.compile(
    r"^\W*(?:m?hm+|mhm+|right|ok(?:ay)?|yes|no|good|great|sure|thanks?|cool)?\W*$", re.IGNORECASE
)
# Where the next sentence of a message begins, though with a small letter.
NEXT = re.compile(r"(?<=[a-z0-9)][.?!] )([a-z])(?=\S* )")
# A question that a yes or a no answers, and one that a number answers.
CLOSED = re.compile(
    r"^(?:can|could|do|does|did|should|shall|is|are|will|would|may|must|has|have|how (?:many|much|often|long|big|fast|old))\b",
    re.IGNORECASE,
)
AGREES = re.compile(r"^(?:yes|yeah|yep|sure|only|up to|at most|about|around|~|\d)", re.IGNORECASE)
REFUSES = re.compile(r"^no\b", re.IGNORECASE)
PROMISES = re.compile(r"^I(?:['’]ll| will)\b", re.IGNORECASE)
# Whoever answers like this leaves the question open.
EVADES = re.compile(
    r"\b(?:I['’]d say|i (?:think|guess|suppose|don['’]t know)|not sure|no idea|dunno|depends|maybe"
    r"|perhaps|good (?:question|point)|let['’]s|tb[dc]|to be (?:decided|discussed)|ask|check|find out"
    r"|clarify|no clue|later|will see)\b",
    re.IGNORECASE,
)
SMALL_TALK = re.compile(
    r"^(?:okay, |ok, |so, )?(?:shall|can|should) we (?:start|begin|move on|go on|continue|talk)\b"
    r"|^(?:anything|what) (?:else|about)\b.{0,40}\?$"
    r"|^(?:I['’]m |I am )?"
    r"(?:not sure|no idea|no clue|dunno|good question|(?:it )?depends|don['’]t know)"
    r"(?: yet| either)?[.!]*$",
    re.IGNORECASE,
)
# Notes of a meeting are often a list already.
MARK = re.compile(r"^\s*(?:[-*•–]|\d{1,2}[.)])\s+")
ASKS_BACK = re.compile(r"[^.!?]*\?")
FEWEST_MESSAGES = 3
FEWEST_SPEAKERS = 2
MOST_OF_AN_ANSWER = 9


class Message(NamedTuple):
    """Who said a line, and the words without the name; `at` is its place in the document."""

    at: int
    who: str
    words: str


def as_messages(lines: list[str]) -> list[str]:
    """The lines, each message as an entry of a list; unchanged where nobody talks."""
    if is_talk(lines):
        return _told(lines, list(_messages(lines)))
    names = those_present(lines)
    said = [
        Message(at, found["who"], without_today(found["words"]))
        for at, found in enumerate(SAID.match(MARK.sub("", line)) for line in lines)
        if found and found["who"].split()[0].casefold() in names
    ]
    if not said:
        return lines
    lines = ["" if PRESENT.match(line) else line for line in lines]
    return _told(lines, said)


def is_talk(lines: list[str]) -> bool:
    """Whether most lines are messages of at least two people of whom one speaks again; labels of paragraphs are not."""
    written = [line for line in lines if line.strip()]
    headed = [head["who"].casefold() for head in map(HEAD.match, written) if head]
    said = [said["who"].casefold() for said in map(SAID.match, written) if said]
    speakers = Counter(headed + said)
    if len(headed + said) < FEWEST_MESSAGES or len(speakers) < FEWEST_SPEAKERS or max(speakers.values()) < 2:
        return False
    return 2 * (2 * len(headed) + len(said)) >= len(written) and not any(map(announced, speakers))


def _messages(lines: list[str]) -> Iterator[Message]:
    """Every line of a chat that somebody said; those below a head are its speaker's."""
    who = ""
    for at, line in enumerate(lines):
        said, head = SAID.match(line), HEAD.match(line)
        if said:
            yield Message(at, said["who"], said["words"])
        elif head:
            who = head["who"]
        elif line.strip() and not BETWEEN.match(line) and who and not ITEM.match(line):
            yield Message(at, who, line.strip())


def _told(lines: list[str], said: list[Message]) -> list[str]:
    """The lines with the messages as entries, a question together with its answer where that settles it."""
    told = ["" if HEAD.match(line) or BETWEEN.match(line) else line for line in lines]
    spoken = {each.at: _spoken(each.words) for each in said}
    for each in said:
        told[each.at] = f"- {spoken[each.at]}" if spoken[each.at] else ""
    for asked, answer in pairwise(said):
        question, answered = spoken[asked.at], spoken[answer.at]
        if not answered or not answers(question, answer.words) or asked.who == answer.who:
            continue
        if (
            not REFUSES.match(answer.words)
            and CLOSED.match(question)
            and (AGREES.match(answer.words) or len(answered.split()) <= MOST_OF_AN_ANSWER)
        ):
            told[answer.at] = f"- {question.rstrip(' ?')}: {answered}"
        told[asked.at] = ""
    return told


def answers(question: str, said: str) -> bool:
    """Whether one question is answered by what the next speaker says, who neither guesses nor asks in return."""
    if not question.endswith("?") or "? " in question or said.rstrip().endswith(":") or EVADES.search(said):
        return False
    return not ASKS_BACK.match(said)


def says_nothing(words: str) -> bool:
    """Whether words only agree, fill a pause, lead the talk, or leave a question where it was."""
    return bool(NOTHING.match(words) or SMALL_TALK.match(words))


def _spoken(words: str) -> str:
    """What was said, without the sounds between; each sentence begins with a capital, as in writing."""
    if says_nothing(words):
        return ""
    bare = SOUND.sub("", words)
    while (found := FILLER.match(bare)) and found.end():
        bare = bare[found.end() :]
    if tells_of_before(bare) or PROMISES.match(bare):
        return ""
    return as_sentences(bare)


def as_sentences(words: str) -> str:
    """The words with a capital where the next sentence begins."""
    return NEXT.sub(lambda found: found[1].upper(), words)
