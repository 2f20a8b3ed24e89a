"""What people do at a screen, by how a sentence is built: `Customers pick a day`, `fill a basket`, `an entry can be changed`."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final

from agents.builtin.reader.names.people import PERSONS, PROGRAMS
from agents.builtin.reader.names.phrases import stem
from agents.builtin.reader.words.nouns import singular
from agents.builtin.reader.words.occurring import occurring
from agents.builtin.reader.words.phrase_words import BE, BEFORE_VERBS, DETERMINERS, FUNCTION
from agents.schemas.requirements import UserStory

# Each list reads best as one string.
WORD = re.compile(r"[^\W\d_][\w'’-]*|[^\w\s]")
MANY: Final = frozenset("i we you they people both staff personnel".split())  # noqa: SIM905  # see above
ONE: Final = frozenset(
    "he she one somebody someone anybody anyone everybody everyone nobody whoever person staff personnel hr lead".split()  # noqa: SIM905  # see above
)
# Many people under one name; the same words stand in front of other nouns as well.
PARTIES: Final = frozenset(
    "board committee company council crew department family household office organisation organization shop team".split()  # noqa: SIM905  # see above
)
# What may stand between somebody and what they do.
MAY: Final = frozenset("can cannot may must shall should will would could might".split())  # noqa: SIM905  # see above
WISH: Final = frozenset("want wants need needs like able has have be to allowed".split())  # noqa: SIM905  # see above
BESIDE: Final = frozenset(
    "also always then never not only first later both all again already themselves either still just else".split()  # noqa: SIM905  # see above
)
# Who gets or has something does nothing with the product yet.
GETTING: Final = frozenset(
    "become belong call expect get got had has have hear know live need own owe receive run speak stay use want".split()  # noqa: SIM905  # see above
)
NO_VERB: Final = BE | FUNCTION | DETERMINERS | BEFORE_VERBS
NO_ADVERBS: Final = frozenset("apply comply imply multiply rely reply supply".split())  # noqa: SIM905  # see above
# What hands do with a page, and what leaves nothing behind.
GESTURES: Final = frozenset(
    "scroll zoom swipe tap click hover press resize toggle rotate hide show expand collapse play".split()  # noqa: SIM905  # see above
)
# Deeds of people with which an entry of a list may begin; a product would be said to send, to store or to support.
FIRST: Final = frozenset(
    "accept add adjust answer approve assign block book browse buy cancel change choose comment confirm cook correct create decline delete download drag draw edit enter erase export favorite favourite fill filter find follow forget give invite join leave like manage mark message move name offer open note order organise organize pay photograph pick plan play post prepare print publish put rate record register rename reorder reply report request reserve return review say scan search see select sell settle share sign skip sort submit subscribe swap tag take tell tick trade type undo upload view vote watch write".split()  # noqa: SIM905  # see above
)
# Who may be anybody.
ANYBODY: Final = frozenset({"user", "person", "player", "people", "developer"})
# Where a sentence within the sentence begins.
APART: Final = frozenset("when if that which who what where until".split())  # noqa: SIM905  # see above
# What is done by nobody who is named, and by nothing but a person.
DONE: Final = occurring(
    r"\b(?:is|are|be) (?:\w+ly )?(?:accepted|added|approved|assigned|cancell?ed|changed|chosen|confirmed|corrected|dragged|edited|entered"
    r"|filled|marked|picked|printed|refused|rejected|renamed|reviewed|selected|ticked|typed|written down)\b(?! (?:up|automatically))"
    r"|\bcan be (?:\w+ly )?(?!(?:cached|called|compressed|computed|configured|deployed|embedded|encrypted|extended|generated|handled|logged|needed|processed"
    r"|reached|recovered|repeated|replaced|restored|retried|scaled|stored|translated|used)\b)(?:\w{3,}ed|undone|taken|given|put)\b"
    r"|\bsees\b"
    r"|\b(?:program|app|page|system|it) asks\b"
    r"|\basks? (?:first|before)\b"
    r"|\bafter asking\b"
)


def acts(text: str, people: Collection[str] = ()) -> bool:
    """Whether somebody does something with the product in these words; `people` are whom the document names besides."""
    return DONE.search(text) is not None or any(_verbs(text, people))


def leaves_something(text: str, people: Collection[str] = ()) -> bool:
    """Whether somebody does what is there afterwards, or asks for what was there before."""
    return DONE.search(text) is not None or any(
        (stem(verb) or verb) not in GESTURES for verb in _verbs(text, people)
    )


def told_by_several(stories: Iterable[UserStory]) -> bool:
    """Whether stories are told by people of several kinds, who do not hold one phone."""
    told = {singular(each.actor.split()[-1].casefold()) for each in stories if each.actor.split()}
    return len(told - ANYBODY) > 1


def _verbs(text: str, people: Collection[str]) -> Iterator[str]:
    """What people do, each verb as it is written."""
    words = [word.casefold() for word in WORD.findall(text)]
    if words and _is_first(words) and not _is_subject(words[1:4]):
        yield words[0]
    somebody = False
    for index, word in enumerate(words):
        one = singular(word)
        if word in MANY | ONE | PARTIES or (one in PERSONS and one not in PROGRAMS) or one in people:
            verb = _verb(words, index, many=word in MANY or (word != one and word not in ONE))
            if verb:
                yield verb
            somebody = True
        elif somebody and word in MAY and words[index - 1] in {"and", "or", "but"}:
            # `The driver gets a message and can extend.`
            yield from (after for after in words[index + 1 : index + 2] if after not in NO_VERB)


def _is_first(words: Sequence[str]) -> bool:
    """Whether a deed begins these words, said of nobody or of whoever a heading names: `writes a note`."""
    third = words[0].endswith("s") and {words[0][:-1], words[0][:-2]} & FIRST
    return words[0] in FIRST or bool(third and words[1:2] and words[1] in DETERMINERS)


def _is_subject(after: Sequence[str]) -> bool:
    """Whether these words make what stands before them no command: `Order status is sent`."""
    for word in after:
        if word in APART:
            return False
        if word in BE | MAY:
            return True
    return False


def _verb(words: Sequence[str], index: int, *, many: bool) -> str:
    """What the person at `index` does; nothing where no verb follows, or where the word is a part of another name."""
    place, may = index + 1, False
    while place < len(words) and (words[place] in MAY | WISH | BESIDE or _is_adverb(words[place])):
        may = may or words[place] in MAY | WISH
        place += 1
    verb, after = (*words[place : place + 2], ".", ".")[:2]
    # `Somebody calls` is on the phone, and `the clerk calls the next one` is at work.
    calling = singular(verb) == "call" and (after in DETERMINERS or after == "off")
    getting = singular(verb) in GETTING and not calling and not (may and verb == "know")
    if not verb[0].isalpha() or getting or verb in NO_VERB:
        return ""
    joined = stem(verb) or after in FUNCTION | DETERMINERS | BEFORE_VERBS
    if after in BE or (after in MAY and not may) or (words[index] in PARTIES and not joined):
        return ""
    third = verb.endswith("s") and not verb.endswith("ss")
    return verb if may or many != third or (words[index] in ONE and stem(verb)) else ""


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") and word not in NO_ADVERBS
