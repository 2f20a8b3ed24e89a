"""Entries that only say what is kept of a thing: `Tool: name, photo` below `Data` is a thing with its fields, and nothing to build by itself."""

import re

from agents.builtin.reader.statements.quality import category_of
from agents.builtin.reader.text.inline import BRACKETS
from agents.builtin.reader.text.topics import announced
from agents.builtin.reader.words import nature, verbs
from agents.builtin.reader.words.entity_words import ABOUT_DATA
from agents.builtin.reader.words.technology import begins_with_technology

KEPT = re.compile(r"(?P<name>[^\W\d_][\w' /-]{1,38}?)\s*(?:[:：=]|\s[–—-])\s+(?P<fields>\S.*)$")
# What is said of all data below the same heading: `Backup: daily, encrypted`.
OF_ALL = re.compile(
    r"(?:.* )?(?:back-?ups?|retention|storage|stored|format|sources?|privacy|access|exports?|imports?|volume|size|owners?|location|hosting|security|deletion|history|quality)",
    re.IGNORECASE,
)
MOST_WORDS = 4


def names_fields(text: str, heading: str) -> bool:
    """Whether an entry below a heading about data names a thing and its fields."""
    if not (announced(heading) == "entity" or ABOUT_DATA.search(heading.strip(" :："))):
        return False
    found = KEPT.match(text)
    if (
        found is None
        or verbs.VERBS.match(found["fields"])
        or OF_ALL.fullmatch(found["name"])
        or category_of(text)
        or nature.STRONG.search(text)
        or begins_with_technology(found["fields"])
    ):
        return False
    fields = [
        each.strip() for each in re.split(r"[,;/]\s+| and ", BRACKETS.sub("", found["fields"]).strip(" ."))
    ]
    return len(fields) > 1 and all(_is_field(each) for each in fields)


def _is_field(words: str) -> bool:
    return 0 < len(words.split()) <= MOST_WORDS and not re.match(
        r"\d|(?:is|are|can|no|not|never|every|daily)\b", words
    )
