"""The words that tell what a statement is about, without their endings, and one word for those that people take for one another.

By them two statements are compared in `pairs`. Whether two texts say the same words is another question: `planning/stems.py`.
"""

import re
from functools import lru_cache

from agents.builtin.reader.words.nouns import singular

WORD = re.compile(r"[^\W_]+(?:[-'.][^\W_]+)*")
ENDINGS = (
    "ements",
    "ement",
    "ability",
    "able",
    "ations",
    "ation",
    "ions",
    "ion",
    "ings",
    "ing",
    "ied",
    "ies",
    "ed",
    "ly",
    "es",
    "s",
    "e",
    "y",
)
SHORTEST_ROOT = 3
# Roots of words that people take for one another; the first stands for all of a line.
ALIKE = (
    "delet remov eras purg",
    "chang edit modif updat amend alter",
    "view see read show display visibl",
    "keep kept stor retain sav persist",
    "pay payment paid charg fee cost pric subscript",
    "respon respons respond answer latenc",
    "load open",
    "avail uptim",
    "concurrent simultaneou",
    "creat add mak",
    "send sent deliver",
    "rever undo undon restor recover",
    "upload attach",
    "data databas datastor",
    "interfac panel area consol",
    "phot imag pictur",
)
STANDS_FOR = {word: words.split()[0] for words in ALIKE for word in words.split()}
# Words that do not tell what a statement is about.
COMMON = frozenset(
    """a an the and or of to in on at by for from with as is are be been being was were it its they them their there this that these
those he she his her we our you your my must shall should will would can could may might need has have had do does did not any all
every each just also then than so such which who whom whose what where how able allow allowed system app application product game
service software platform solution request visitor user member customer person people someone anyone everyone everybody use used using support
supported provide provided include included require required feature function functionality least most within under over more less
one two several multiple single both same other new different per via through into about after before during until if when while
unless except without first second version exactly possible called time everything whole entire entirely fully completely work run
operate date maximum minimum size limit limited number amount length value total only exclusively solely always never strictly no""".split()  # noqa: SIM905  # a list of words reads best as one string
)
# Deeds done to many things; they alone do not make two statements be about the same.
DEEDS = frozenset(
    ["send", "view", "delet", "chang", "creat", "keep", "support", "show", "get", "set", "take"]
)


def spaced(text: str) -> str:
    """The words of a text in small letters with a space around each."""
    return f" {' '.join(WORD.findall(text.casefold().replace('’', chr(39))))} "


def roots(said: str) -> frozenset[str]:
    """The telling words of a text without their endings, one word for those that say the same."""
    words = (singular(word.removesuffix("'s")) for word in said.casefold().split())
    return frozenset(
        root(word) for word in words if len(word) > 2 and word not in COMMON and not word[0].isdigit()
    )  # words of two letters tell nothing


@lru_cache(maxsize=8192)
def root(word: str) -> str:
    """A word without its ending."""
    ending = next(
        (each for each in ENDINGS if word.endswith(each) and len(word) - len(each) >= SHORTEST_ROOT), ""
    )
    plain = word.removesuffix(ending)
    return STANDS_FOR.get(plain, plain)
