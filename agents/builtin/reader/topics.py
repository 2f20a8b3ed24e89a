"""What the words of one heading announce: functional requirements, exclusions, questions, or background nobody has to build."""

import re
from functools import lru_cache

from agents.builtin.reader.inline import plain
from agents.builtin.reader.topic_words import NUMBER, PATTERNS, Topic

# Emoji and other signs in front of a heading.
SIGNS = re.compile(r"^[^\w(]+")


# `Workflow Requirements`, `Features and User Flow`: such words only say which functions are meant.
QUALIFIERS: frozenset[Topic] = frozenset(
    {"workflow", "integration", "actor", "overview", "background", "goal"}
)
SAYS_SO = re.compile(
    r"(?<!ui )(?<!business )\brequirements$|\bfeatures\b|\bfunctionalit(?:y|ies)\b", re.IGNORECASE
)


@lru_cache(maxsize=4096)
def announced(title: str) -> Topic | None:
    """The topic the words of one heading name, or None when they are just the name of a thing."""
    words = NUMBER.sub("", SIGNS.sub("", plain(title))).strip(" :：").replace("_", " ")
    for topic, pattern in PATTERNS:
        if pattern.search(words):
            return "functional" if topic in QUALIFIERS and SAYS_SO.search(words) else topic
    return None
