"""The things documents in other languages speak of: nouns found by capitals, articles or particles, the most frequent first."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from agents.builtin.reader.text.topics import SIMPLIFIED
from agents.builtin.reader.words.words_abroad import APART_HAN, GENERAL_HAN, PARTICLES, general
from agents.builtin.seldom import Seldom

# German writes nouns with capitals; behind a small letter or in a list a capital is no beginning of a sentence.
NOUNS: Final = {
    "de": Seldom(
        r"(?:(?<=[a-zäöüß,;/(] )|^)([A-ZÄÖÜ][a-zäöüß]{2,24})\b(?!-)(?!s? (?:muss|soll|kann|wird)\b)",
        re.MULTILINE,
    ),
    "nl": Seldom(
        r"\b(?:de|het|een|elke?|alle|per|van|met|nieuwe|bestaande|deze|die|dit|tussen|mijn|hun|zijn|haar|en"
        r"|of|geen|meerdere|voor|naar|uit|tot|als) "
        r"([a-zé]{3,24})\b"
    ),
    **dict.fromkeys(
        ("es", "fr", "pt", "it"),
        Seldom(
            r"\b(?:l|d|dell|all|el|la|las|los|lo|una?|unos|unas|cada|todos los|todas las|del?|al|su|sus|mis?|le"
            r"|les|des|une?|du|chaque|ses|ma|mes|mon|os?|as?|uma?|il|gli|ogni|dal?|dos|das|dell[aeo]|degli|di"
            r"|y|e|o|et|ou|con|com|por|con|avec|[a-zà-ÿ]{3,12}(?:ar|er|ir|re)) "
            r"([a-záéíóúñçàèêëîïôûœãõ]{4,20})\b"
        ),
    ),
    "ja": Seldom(r"([\u30a1-\u30fa\u30fc]{3,12})"),
    "ko": Seldom(rf"([\uac00-\ud7af]{{1,6}}?)(?:{PARTICLES})(?![\uac00-\ud7af])"),
}
# `l'utente`, `d'une`: the article has lost its vowel.
ELIDED: Final = Seldom(r"\b(l|d|un|dell|all|qu)['’](?=[a-zà-ÿ])")
HAN_RUN: Final = Seldom(r"[\u3400-\u9fff]{2,}")
HAN_SPLIT: Final = Seldom("|".join(sorted(APART_HAN, key=len, reverse=True)))
# A German plural may change its vowel: Beitrag, Beiträge.
PLAIN: Final = str.maketrans("äöü", "aou")
ENDINGS: Final = {
    "de": r"(?<=[a-zäöüß]{4})(?:en|es|er|e|n|(?<![is])s)$",
    "nl": r"(?<=[a-zé]{3})(?:s?en|s)$",
    "es": r"(?<=[a-zà-ÿ]{3})(?:es|s)$",
    "fr": r"(?<=[a-zà-ÿ]{3})(?:es|s)$",
    "pt": r"(?<=[a-zà-ÿ]{3})(?:es|s)$",
    "it": r"(?<=[a-zà-ÿ]{3})[aeio]$",
}
MOST: Final = 10
OFTEN: Final = 2
# Signs run together, so that a run of them is a word only when it comes back more often.
OFTEN_TOGETHER: Final = 3
SHORT: Final = 1000


def things_abroad(text: str, body: str, *, language: str) -> Iterator[str]:
    """The nouns that come back, and of which something is demanded, in their shortest spelling."""
    spoken = _nouns(body, language)
    demanded = {_key(noun, language) for noun in _nouns(text, language)}
    counted = Counter(_key(noun, language) for noun in spoken)
    shortest: dict[str, str] = {}
    for noun in spoken:
        key = _key(noun, language)
        shortest[key] = min(shortest.get(key, noun), noun, key=lambda word: (len(word), word))
    together = language in {"zh", "ko"} and len(body) > SHORT
    often = OFTEN_TOGETHER if together else OFTEN
    ranked = sorted(counted, key=lambda key: (-counted[key], key))
    kept = [key for key in ranked if counted[key] >= often and (not demanded or key in demanded)]
    yield from (shortest[key] for key in kept[:MOST])


def _nouns(text: str, language: str) -> list[str]:
    if language == "zh":
        pieces = (piece for run in HAN_RUN.findall(text) for piece in _parted(run))
        return [
            piece
            for piece in pieces
            if 1 < len(piece) <= 6 and piece.translate(SIMPLIFIED) not in GENERAL_HAN
        ]
    if language not in NOUNS:
        return []
    words = NOUNS[language].findall(text if language == "de" else ELIDED.sub(r"\1 ", text.casefold()))
    says_nothing = general(language)
    return [word for word in words if not says_nothing.search(word)]


def _parted(run: str) -> Iterator[str]:
    """The pieces of a run of signs as it writes them, parted where the same words in simplified signs are."""
    begin = 0
    for each in HAN_SPLIT.finditer(run.translate(SIMPLIFIED)):
        yield run[begin : each.start()]
        begin = each.end()
    yield run[begin:]


def _key(noun: str, language: str) -> str:
    """The noun without its ending."""
    noun = noun.casefold()
    return re.sub(ENDINGS[language], "", noun).translate(PLAIN) if language in ENDINGS else noun
