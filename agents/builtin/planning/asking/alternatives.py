"""The ways that an open point lists without a choice, each as a choice of its own, and the one that the document leans to."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from agents.builtin.reader.text.inline import capital
from agents.builtin.reader.words.occurring import occurring
from agents.builtin.reader.words.technology import technologies
from agents.builtin.seldom import Seldom

# Longer ones are sentences, more of them are no choice, and without a label only names are taken for ways.
LONGEST, MOST, FEW_WORDS, UNLABELLED, MOST_READ = 80, 5, 5, 3, 400
# What says only that something is not settled, at the end of its words.
OPEN_STILL = Seldom(
    r"[\s,;(\[–—-]*(?:(?:we |i )?(?:are |am )?(?:still )?(?:not (?:yet )?(?:sure|clear|decided)|unsure)(?: (?:yet|which(?: one)?))*"
    r"|(?:is |are |remains? )?(?:still |yet )?(?:to be (?:decided|defined|determined|discussed|confirmed|clarified)|tbd|tbc|undecided|open|pending)(?: (?:load|perf\w*|legal|team|user|security|further) [\w ]{2,30})?"
    r"|:? *(?:still )?needs? (?:a |an )?(?:final )?(?:clarification|decision|discussion|input)(?: (?:by|from|of) [^,;.?()]{1,40})?)[)\]]?[\s.!]*$",
    re.IGNORECASE,
)
# Without one of its words it is not looked for.
SAYS_OPEN = occurring(
    r"\b(?:sure|clear|decided|unsure|defined|determined|discussed|confirmed|clarified|tbd|tbc|undecided|open|pending|clarification|decision|discussion|input)\b"
)
# `Sign-in: an account or a PIN`
LABEL = Seldom(r"^(?P<about>[^:?]{2,70}?)\s*[:：]\s+(?P<ways>\S.*)$")
# `PDF export (Puppeteer or Print Service)`
IN_BRACKETS = Seldom(r"^(?P<about>[^()]{2,70}?)\s*\((?:e\.g\. )?(?P<ways>[^()]{3,120})\)$")
LETTERED = (
    Seldom(r"(?:^|[\s,;])\([A-E]\)\s+"),
    Seldom(r"(?:^|[\s,;])[A-E]\)\s+"),
    Seldom(r"(?:^|[\s,;(])(?:alternative|option|variant) [A-E1-5]\b[\s:.)–—-]*", re.IGNORECASE),
)
BETWEEN = (Seldom(r"\s+[·•|]\s+"), Seldom(r"\s+/\s+"), Seldom(r"\s+(?:versus|vs)\b\.?\s+", re.IGNORECASE))
OR = Seldom(r",?\s+(?:or|oder|ou|oppure|ó|o)\s+", re.IGNORECASE)
LEANS = (
    Seldom(
        r"\((?:currently |probably |we |i )?(?:default(?:s to)?|lean(?:ing)?(?: to(?:wards?)?)?|prefer(?:red|ably)?|proposed|recommended|suggested|tend(?:ing)? to)[:,]?\s+(?P<one>[^()]{2,60})\)",
        re.IGNORECASE,
    ),
    Seldom(
        r"[,;.–—-] *(?:preference|proposal|recommend(?:ation|ed)|suggest(?:ed|ion))\s*:\s*(?P<one>[^,;.()]{2,60}).*$",
        re.IGNORECASE,
    ),
    Seldom(
        r"[,;.–—-] (?:leaning to(?:wards?)?|(?:we|i)(?: would|['’]d)? prefer)\s+(?P<one>[^,;.()]{2,60})",
        re.IGNORECASE,
    ),
)
MARKED = Seldom(
    r"\s*\((?:default|favou?rite|our preference|preferred|proposed|recommended|suggested)\)", re.IGNORECASE
)
ASKING = Seldom(
    r"^(?:should|shall|will|would|do|does|did|can|could|must|is|are|whether|if)\s+", re.IGNORECASE
)
QUESTION = Seldom(r"^(?:which|what|who|whom|whose|when|where|why|how)\b", re.IGNORECASE)
# What is asked for and could be left out is answered by yes or no: `Should guests be able to edit or delete it?`
YES_OR_NO = Seldom(
    r"\b(?:able to|allow\w*|(?:have|need|want) (?:to|an?|any)|support\w*|also|at all|any|ever|other|more|too)\b",
    re.IGNORECASE,
)
# What a demand leaves to whoever builds it; what people may do is theirs to choose each time.
EITHER = Seldom(
    r"(?:,? (?:and|but))? (?:(?:are|be|is|must|shall|should|will)(?: be)? )?either (?P<first>[\w-]+(?: [\w-]+){0,5}?) or (?P<second>[\w-]+(?: [\w-]+){0,3}?)(?=$|[.,;:)]| (?:after|before|by|depending|if|in|until|when|with)\b)",
    re.IGNORECASE,
)
OF_PEOPLE = Seldom(
    r"\b(?:accepts?|allow\w*|any|can|choose|could|customers?|may|members?|people|select|supports?|they|users?|visitors?|works?|you)\b",
    re.IGNORECASE,
)
# Such a word in a way makes it a statement.
STATES = Seldom(r"\b(?:may|must|shall|should|can|will|is|are|was|were|because|if|when)\b", re.IGNORECASE)
# Small words by which both ways begin: `on S3 or on our share`, `a page or an app`.
ARTICLES = ("a", "an", "one", "our", "the", "their")
LEADING = ("as", "at", "by", "for", "from", "in", "on", "per", "through", "to", "via", "with")
# Behind them a single word is a way of its own: `by SMS or e-mail`, `be public or private`.
BEFORE_ONE = frozenset([*LEADING, "be", "is", "are"])


class Ways(NamedTuple):
    """The ways to choose from, what they are ways of, and the place of the one that the document leans to."""

    about: str
    options: tuple[str, ...]
    leant: int | None = None

    @property
    def ordered(self) -> tuple[str, ...]:
        """The ways as sentences, the one that is taken meanwhile first."""
        first = self.options[self.leant or 0]
        return tuple(_sentence(each) for each in (first, *(each for each in self.options if each != first)))


def ways_in(text: str) -> Ways | None:
    """The ways these words list without a choice; None where they list none, or ask for a yes or a no."""
    whole = " ".join(text.split())[:MOST_READ]
    words, leaning = _leaning(whole)
    plain = settled_end(words)
    asks = plain != words.rstrip(" .") or whole.endswith(("?", "？"))
    about, found = _lettered(plain)
    if not found:
        about, ways = _label(plain)
        found = _between(ways, few=not about) or _by_or(ways, asks=asks, about=about)
    if len(found) < 2 or len(found) > MOST:
        return None
    leant = next((at for at, each in enumerate(found) if MARKED.search(each)), None)
    options = tuple(_clean(each) for each in found)
    if len({each.casefold() for each in options}) < len(options) or not all(
        2 <= len(each) <= LONGEST for each in options
    ):
        return None
    return Ways(about, options, _nearest(leaning, options) if leant is None and leaning else leant)


def asked_as(ways: Ways, *, about: str = "") -> str:
    """The question which of the ways it shall be; `about` says of what where the ways do not."""
    either = f"{', '.join(ways.options[:-1])} or {ways.options[-1]}?"
    named = ways.about or about
    return f"{named}: {either}" if named else capital(either)


def is_unchosen(text: str) -> bool:
    """Whether a statement that is no question lists ways by letters, or says at its end that something is open."""
    return settled_end(text) != text.rstrip(" ?？.!:;,") or any(each.search(text) for each in LETTERED)


def either_in(text: str) -> Ways | None:
    """The two ways between which a demand leaves the choice: `must be either rejected or ignored`; not one that people have."""
    found = EITHER.search(text)
    if not found or OF_PEOPLE.search(text[: found.start("first")]):
        return None
    return Ways(text[: found.start()].strip(" ,;:"), (found["first"].strip(), found["second"].strip()))


def leaning_in(text: str) -> str:
    """What these words say they would rather take; empty where they do not."""
    return _leaning(text)[1]


def settled_end(text: str) -> str:
    """The words without a last part that says only that they are open."""
    plain = text.rstrip(" ?？.!:;,")
    open_still = SAYS_OPEN.search(plain) is not None
    return (OPEN_STILL.sub("", plain) if open_still else plain).rstrip(" ?？.!:;,–—-")


def _leaning(words: str) -> tuple[str, str]:
    for pattern in LEANS:
        found = pattern.search(words)
        if found:
            return f"{words[: found.start()]}{words[found.end() :]}".strip(), found["one"].strip()
    return words, ""


def _label(words: str) -> tuple[str, str]:
    for pattern in (LABEL, IN_BRACKETS):
        label = pattern.match(words)
        if label and not QUESTION.match(label["about"]):
            return label["about"].strip(), label["ways"]
    return "", words


def _lettered(words: str) -> tuple[str, Sequence[str]]:
    """`Screens: (A) a tablet, (B) a small computer`: what stands before the first letter says what they are ways of."""
    for pattern in LETTERED:
        about, *parts = pattern.split(words)
        if len(parts) > 1:
            return about.strip(" :,;.-–—"), [re.sub(r"[\s,;]+(?:or|oder|ou)?$", "", each) for each in parts]
    return "", ()


def _between(ways: str, *, few: bool) -> Sequence[str]:
    if few and (ASKING.match(ways) or QUESTION.match(ways)):
        return ()
    for pattern in BETWEEN:
        parts = [each.split(", ")[0] for each in pattern.split(ways)]
        if len(parts) > 1 and all(len(each.split()) <= FEW_WORDS for each in parts):
            return parts
    return ()


def _by_or(ways: str, *, asks: bool, about: str) -> Sequence[str]:
    parts = OR.split(ways)
    if len(parts) == 1:
        listed = ways.split(", ") if about and asks else []
        return listed if len(listed) > 2 and all(len(each.split()) < FEW_WORDS for each in listed) else ()
    if len(parts) != 2:
        return ()
    first, second = parts
    if ASKING.match(first) or QUESTION.match(first):
        return _of_question(first, second, parted=f"{first}," in ways)
    if any(STATES.search(each) for each in parts):
        return ()
    listed = first.split(", ")
    most = 2 * FEW_WORDS if about else UNLABELLED
    fits = all(len(each.split()) <= most for each in (*listed, second))
    return (*listed, second) if fits else ()


def _of_question(first: str, second: str, *, parted: bool) -> Sequence[str]:
    """The two sides of a question: what stands alike on both, else the whole of it."""
    if QUESTION.match(first) or re.match(
        r"(?:not|no|if|whether|do|does|should|is|are)\b", second, re.IGNORECASE
    ):
        return ()
    words, other = first.split(), second.split()
    if len(words) == 2:  # `Should guests or clerks start it?`
        return words[1], other[0]
    lead = other[0].casefold()
    like = (lead,) if lead in LEADING else ARTICLES if lead in ARTICLES else ()
    at = max((place for place, word in enumerate(words) if place and word.casefold() in like), default=0)
    if at:
        left = words[at:]
        both = lead in LEADING and len(left) > 1 and len(other) > 1
        return (" ".join(left[1:] if both else left), " ".join(other[1:] if both else other))
    if len(other) == 1 and (words[-2].casefold() in BEFORE_ONE or (words[-1] + second).isdigit()):
        return words[-1], second
    if not parted and (YES_OR_NO.search(first) or len(other) == 1 or like):
        return ()
    return (ASKING.sub("", first), second)


def _clean(way: str) -> str:
    return re.sub(r"\s*\([^()]{30,}\)$", "", MARKED.sub("", way)).strip(" ,;:.-–—")


def _nearest(leaning: str, options: Sequence[str]) -> int | None:
    wanted = leaning.casefold().removeprefix("the ").strip(" .")
    return next(
        (at for at, each in enumerate(options) if each.casefold() in wanted or wanted in each.casefold()),
        None,
    )


def _sentence(way: str) -> str:
    first = way.split(maxsplit=1)[0].replace("-", "")
    plain = first.isalpha() and first.islower() and not technologies(way)
    return f"{capital(way)}." if plain else f"{way}."
