"""What a person's words decide of a question: an answer, the default they agree to, or nothing yet."""

import re

from policies import entries as e
from policies.decide.fitting import unfitting
from policies.decision import Refused
from policies.entries.base import LETTERS

# From so many choices on people name one by its place.
MANY = 2
# Of `how do people come in` no number is asked.
_OTHER_WAYS = {"how do", "how does", "how is", "how are"}
_LETTER = re.compile(r"[a-z]", re.IGNORECASE)

_DEFAULT = re.compile(r"(?:the )?default", re.IGNORECASE)
_AGREED = re.compile(r"(?:yes|yep|yeah|ok|okay|sure|fine|agreed)(?: please| thanks| with me)?", re.IGNORECASE)
_YES_OR_NO = {"yes", "no", "open", "whatever"}
# A question with such a clause takes a yes or a no for an answer, so a yes to it is not a yes to the default.
_TAKES_YES_OR_NO = re.compile(
    r"(?:^|[.:;,?!)–—-]\s*)"
    r"(?:do|does|did|is|are|was|were|can|could|may|might|should|shall|will|would|has|have|must)\b",
    re.IGNORECASE,
)
# `the second`, `option b`, `2nd`: a choice by its place.
_PLACES = ("first", "second", "third", "fourth", "fifth")
_PLACED = re.compile(
    rf"(?:the |take |option |choice |answer |box |letter )*(?:(?P<place>{'|'.join(_PLACES)})|(?P<number>[1-5])(?:st|nd|rd|th)|(?P<letter>[a-h]))"
    r"(?: (?:one|option|choice|answer))?(?: please)?",
    re.IGNORECASE,
)
_UNDECIDED = re.compile(
    r"(?:(?:h+m+|e?r+m*|well|sorry|honestly)\b[ ,.…]*)?"
    r"(?:"
    r"(?:i |we )?(?:really |honestly )?(?:do not|don.?t) (?:know|mind|care)(?: yet)?"
    r"|(?:i have |we have )?no (?:idea|clue|preference)"
    r"|(?:i am |i.?m |we are |we.?re )?not (?:yet )?(?:sure|decided)(?: yet)?"
    r"|dunno|tbd|to be (?:decided|defined)|undecided|open|unclear"
    r"|(?:it |that )?depends|whatever|up to you|you (?:decide|choose)"
    r"|no|yes|maybe|perhaps|\?+"
    r")"
    r"(?:[ ,.;:!…–—-]+.{0,200}\?)?[ .!…]*",
    re.IGNORECASE | re.DOTALL,
)
_ASKED_BACK = re.compile(r"[^.!;\n]{1,300}\?+", re.DOTALL)


def decided(question: e.AskedQuestion, words: str) -> str | Refused:
    """The answer that these words come to; words that leave the question where it was are no answer to it."""
    number = question.id.removeprefix("Q")
    text = words.strip()
    chosen = question.choice(text.strip("().")) or _named(question, text) or _placed(question, text)
    if chosen is not None:
        return chosen
    if len(question.choices) >= MANY and _LETTER.fullmatch(text.strip("().")):
        return _no_such(question, text.strip("()."))
    if question.default is not None and _takes_the_default(question, text):
        return question.default
    if not text:
        empty = "Write it behind the number:"
        return Refused("SB-117", "The answer is empty.", empty, f"/signalbox answer {number} …")
    if _DEFAULT.fullmatch(_plain(text)):
        none = f"Question {number} has no default."
        return Refused("SB-117", none, "Answer it in words:", f"/signalbox answer {number} …")
    if _is_open(question, text):
        return _still_open(question, number)
    asked = unfitting(question.text, text)
    return _no_answer(question, asked) if asked else text


def _named(question: e.AskedQuestion, text: str) -> str | None:
    """The choice whose words these are."""
    wanted = text.rstrip(".").casefold()
    return next((each for each in question.choices if each.rstrip(".").casefold() == wanted), None)


def _placed(question: e.AskedQuestion, text: str) -> str | None:
    """The choice that stands at the named place, where there are several."""
    found = _PLACED.fullmatch(_plain(text))
    if found is None or len(question.choices) < MANY:
        return None
    if found["letter"]:
        return question.choice(found["letter"])
    at = _PLACES.index(found["place"].casefold()) if found["place"] else int(found["number"]) - 1
    return question.choices[at] if at < len(question.choices) else None


def _no_such(question: e.AskedQuestion, letter: str) -> Refused:
    """A letter that no box has is no answer that anybody meant."""
    number, last = question.id.removeprefix("Q"), LETTERS[len(question.choices) - 1]
    return Refused(
        "SB-117",
        f"Question {number} has no choice {letter.casefold()}: its choices are a to {last}.",
        "Take one of them, or say it in your own words:",
        f"/signalbox answer {number} …",
    )


def _no_answer(question: e.AskedQuestion, asked: str) -> Refused:
    """Words that say nothing of what is asked are those to another question, or come from a slip of the finger."""
    number = question.id.removeprefix("Q")
    stays = f"Question {number} asks {asked}, and that does not say it, so it stays as it is."
    if not asked.startswith("how ") or asked in _OTHER_WAYS:
        last = LETTERS[len(question.choices) - 1] if len(question.choices) >= MANY else ""
        how = f"Take one of its choices, a to {last}, or say it in words:" if last else "Say it in words:"
    else:
        how = "Say a number, or words such as “few”, “all” or “no limit”:"
    return Refused("SB-117", stays, how, f"/signalbox answer {number} …")


def _takes_the_default(question: e.AskedQuestion, text: str) -> bool:
    if _DEFAULT.fullmatch(_plain(text)):
        return True
    return _AGREED.fullmatch(_plain(text)) is not None and not _takes_yes_or_no(question)


def _plain(text: str) -> str:
    return text.rstrip(".!").replace(",", "")


def _takes_yes_or_no(question: e.AskedQuestion) -> bool:
    return _TAKES_YES_OR_NO.search(question.text.strip()) is not None


def _is_open(question: e.AskedQuestion, text: str) -> bool:
    """Whether the words say that it is undecided, ask back, or say yes or no to what is no question of yes or no."""
    if text.casefold().rstrip(".! ") in _YES_OR_NO and _takes_yes_or_no(question):
        return False
    return _UNDECIDED.fullmatch(text) is not None or _ASKED_BACK.fullmatch(text) is not None


def _still_open(question: e.AskedQuestion, number: str) -> Refused:
    undecided = f"That does not decide question {number}, so it stays as it is."
    if question.default is None:
        return Refused("SB-117", undecided, "Once somebody has decided it:", f"/signalbox answer {number} …")
    default = question.default.rstrip(".")
    return Refused(
        "SB-117",
        undecided,
        f"Without an answer I take this: {default}. If that will do, say so:",
        f"/signalbox answer {number} default",
    )
