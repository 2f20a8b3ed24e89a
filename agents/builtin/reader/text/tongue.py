"""Which language a document is written in, and whether its words or only its structure could be read."""

import re
from collections import Counter
from functools import lru_cache
from itertools import islice

SCRIPTS: tuple[tuple[str, str, str], ...] = (
    ("ja", "Japanese", "[\u3040-\u30ff]"),
    ("ko", "Korean", "[\uac00-\ud7af]"),
    ("zh", "Chinese", "[\u4e00-\u9fff]"),
    ("ru", "Russian", "[\u0400-\u04ff]"),
    ("ar", "Arabic", "[\u0600-\u06ff]"),
    ("he", "Hebrew", "[\u0590-\u05ff]"),
    ("hi", "Hindi", "[\u0900-\u097f]"),
    ("th", "Thai", "[\u0e00-\u0e7f]"),
    ("el", "Greek", "[\u0370-\u03ff]"),
)
WORDS: tuple[tuple[str, str, frozenset[str]], ...] = (
    (
        "en",
        "English",
        frozenset(["the", "and", "of", "to", "is", "with", "for", "that", "be", "should", "must", "will"]),
    ),
    (
        "de",
        "German",
        frozenset(
            ["der", "die", "das", "und", "ist", "nicht", "muss", "werden", "mit", "für", "eine", "soll"]
        ),
    ),
    (
        "fr",
        "French",
        frozenset(["le", "les", "des", "et", "est", "une", "doit", "pour", "dans", "avec", "du", "peut"]),
    ),
    (
        "es",
        "Spanish",
        frozenset(["el", "los", "las", "y", "una", "debe", "para", "con", "del", "puede", "que", "sistema"]),
    ),
    (
        "pt",
        "Portuguese",
        frozenset(["os", "uma", "deve", "para", "com", "do", "da", "dos", "não", "usuário", "em", "ser"]),
    ),
    (
        "it",
        "Italian",
        frozenset(["il", "gli", "di", "deve", "per", "con", "una", "può", "che", "della", "sono", "utente"]),
    ),
    (
        "nl",
        "Dutch",
        frozenset(
            ["het", "een", "moet", "van", "voor", "niet", "met", "kan", "worden", "gebruiker", "zijn", "ook"]
        ),
    ),
    (
        "pl",
        "Polish",
        frozenset(
            ["oraz", "lub", "przez", "na", "musi", "użytkownik", "jest", "nie", "się", "do", "dla", "może"]
        ),
    ),
    (
        "id",
        "Indonesian",
        frozenset(
            [
                "dan",
                "yang",
                "untuk",
                "dengan",
                "dari",
                "dapat",
                "harus",
                "tidak",
                "pada",
                "pengguna",
                "oleh",
                "atau",
            ]
        ),
    ),
    (
        "tr",
        "Turkish",
        frozenset(
            [
                "ve",
                "bir",
                "için",
                "ile",
                "kullanıcı",
                "olarak",
                "bu",
                "olmalı",
                "gerekir",
                "her",
                "gibi",
                "veya",
            ]
        ),
    ),
)
# No letter of these scripts stands before this one in Unicode, and none of a text in English behind it.
FURTHER = re.compile("[\u0370-\U0010ffff]+")
WORD = re.compile(r"[^\W\d_]+")
# So many words tell in which language a document is.
MOST_WORDS = 5000
READ = frozenset({"en", "zh", "de", "fr", "es"})
ENOUGH = 0.12


def tongue(text: str) -> tuple[str, tuple[str, ...]]:
    """The language's code, and a plain note when its words are read only in part or not at all."""
    code, name = _code(text)
    if code in READ:
        return code, ()
    if code in {"ja", "ko", "ru", "pt", "it", "nl", "pl", "tr", "id"}:
        return code, (
            f"The document is in {name}; I read its structure and only common words, so look closely.",
        )
    if code == "":
        return "", ()
    return code, (
        f"The document is in {name}; I read its structure but not its words, so entries are listed as they stand.",
    )


@lru_cache(maxsize=4)
def _code(text: str) -> tuple[str, str]:
    further = "".join(FURTHER.findall(text))
    letters = sum(map(str.isalpha, text)) or 1
    for code, name, signs in SCRIPTS if further else ():
        if len(re.findall(signs, further)) / letters > ENOUGH:
            return code, name
    words = Counter(each[0] for each in islice(WORD.finditer(text.casefold()), MOST_WORDS))
    scored = [(sum(words[each] for each in common), code, name) for code, name, common in WORDS]
    best = max(scored)
    return (best[1], best[2]) if best[0] >= 3 else ("", "")
