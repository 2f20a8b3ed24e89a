"""The number of English nouns, by their endings."""

from functools import lru_cache
from typing import Final

# Nouns whose plural has another ending, or the same one.
ALIKE: Final = {
    "children": "child",
    "people": "person",
    "species": "species",
    "series": "series",
    "movies": "movie",
    "cookies": "cookie",
    "calories": "calorie",
    "analyses": "analysis",
    "criteria": "criterion",
    "indices": "index",
    "canvases": "canvas",
    **{
        word: word
        for word in (
            "alias",
            "analytics",
            "atlas",
            "bias",
            "canvas",
            "chaos",
            "gas",
            "kubernetes",
            "lens",
            "news",
            "odds",
            "postgres",
            "props",
            "statistics",
        )
    },
}


@lru_cache(maxsize=8192)
def singular(word: str) -> str:
    """The singular of a lower-case noun."""
    if word in ALIKE:
        return ALIKE[word]
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("sses", "xes", "ches", "shes")) or word in {"statuses", "aliases"}:
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word


def plural(word: str) -> str:
    """The plural of a lower-case noun."""
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "x", "ch", "sh")) else f"{word}s"
