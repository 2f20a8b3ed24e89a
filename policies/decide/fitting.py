"""Whether words can be an answer to a question at all: one that asks how many wants to hear how many, one that asks who wants no number."""

import re
from typing import Final

# What a question asks for that wants a number and nothing else.
HOW_MANY: Final = re.compile(
    r"(?:^|[.;:,?!)–—-]\s*)(?:about |at most |for |roughly |up to )?(?P<how>how (?:long|many|much|often))\b",
    re.IGNORECASE,
)
# A second question in the same words: `…, and who may have it deleted?`
ELSE: Final = re.compile(
    r"(?:[,;.:?–—]|\band) (?:and |or )?(?:(?:at|by|for|from|in|on|to|with) )?"
    r"(?:what|when|where|which|who|whom|whose|why|how (?!long\b|many\b|much\b|often\b))\b",
    re.IGNORECASE,
)
# So few words explain nothing; whoever says more may have a reason.
MOST_WORDS: Final = 3
# What says how many there are of something, in the languages people answer in.
_NUMBERS: Final = (
    r"zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?"
    r"|dozens?|scores?|half|quarter|third|single|couple|pair|double|twice|once|thrice|first|last"
    r"|ein(?:e[nrms]?|mal|s)?|zwei|drei|vier|sechs|sieben|acht|neun|zehn|elf|[a-z]*zehn|[a-z]*zig|hundert|tausend|million(?:en)?|dutzend"
    r"|une?|deux|trois|quatre|cinq|sept|huit|neuf|dix|vingt|trente|cent|mille|un[ao]?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|cien|mil|due|tre|quattro|cinque|sei|sette"
    r"|otto|nove|dieci|cento|dois|duas|quatro|sete|oito|dez|cem|een|twee|drie|vijf|zes|zeven|acht|negen|tien|honderd|duizend"
)
_AMOUNTS: Final = (
    r"all|any|as|both|each|endless|enough|every\w*|few|fewer|handful|infinite|large|less|limit\w*|little|lots?|many|max\w*|min\w*|more|most|much|never|no|nobody|none|nothing|plenty"
    r"|several|small|some|today|tons|unlimited|usual|whole|always|ever|forever|indefinite\w*|infinity|immediate\w*|instant\w*|permanent\w*|continuous\w*|constant\w*|rare\w*|seldom"
    r"|hourly|daily|nightly|weekly|monthly|quarterly|yearly|annual\w*|seconds?|minutes?|hours?|days?|nights?|weeks?|months?|quarters?|years?|decades?|until|till|lifetime|life"
    r"|alle|viele|wenige|einige|keine?|nie|immer|unbegrenzt|tag\w*|woche\w*|monat\w*|jahr\w*|stunden?|tous|toutes|beaucoup|peu|aucune?|jours?|semaines?|mois|ans?|todos|todas"
    r"|muchos|pocos|ninguno|siempre|nunca|semanas?|meses|tutti|molti|pochi|sempre"
    # Who they are says how many, where everybody knows them.
    r"|me|myself|us|we|our|my|team|family|class|club|colleagues|friends|department|office|company|village|household"
)
QUANTITY: Final = re.compile(rf"\d|[^\x00-\x7f]|\b(?:{_NUMBERS}|{_AMOUNTS})\b|[<>~≤≥]", re.IGNORECASE)
# Whoever is asked this is not asked for a number.
NO_NUMBER: Final = re.compile(
    r"(?:(?:for|from|in|on|through|to|with) )?(?:who|whom|whose|where|which (?:country|currency|form|kind|language)|how (?:do|does|is|are)|what (?:happens|shall it be))\b",
    re.IGNORECASE,
)
ALONE: Final = re.compile(r"\d+[.)]?")


def unfitting(question: str, words: str) -> str | None:
    """What the question asks for that these words cannot be, as `how many`; None where they may be an answer."""
    text = question.strip()
    asked = HOW_MANY.search(text)
    if asked and not ELSE.search(text):
        brief = len(words.split()) <= MOST_WORDS
        return asked["how"].lower() if brief and not QUANTITY.search(words) else None
    found = NO_NUMBER.match(text)
    return found[0].lower() if found and ALONE.fullmatch(words.strip()) else None
