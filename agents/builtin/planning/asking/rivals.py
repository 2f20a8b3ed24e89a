"""Technologies that cannot both be used: one that is ruled out and built on, and two for one job."""

import re
from collections.abc import Iterator

from agents.builtin.planning.asking.contradiction import Contradiction, between
from agents.builtin.planning.drawing.mandates import named, without_refused
from agents.builtin.planning.entries import Entries
from agents.builtin.reader.words.technology import Use, technologies
from agents.schemas.requirements import Entry

BANS = re.compile(
    r"\b(?:no|without|avoid(?:ing)?"
    r"|(?:must|shall|should|may|can|do|does|will) not "
    r"(?:use|need|require|depend on|rely on|be built (?:on|with))"
    r"|never (?:use|uses)|not using|don['’]t use)\b"
    r"(?P<what>[^.;:,]{1,60})",
    re.IGNORECASE,
)
# Where a technology is named and not asked for.
ASIDE = re.compile(
    r"\b(?:not?|never|without|avoid\w*|instead of|rather than|replac\w*|migrat\w*|import\w*|export\w*"
    r"|unlike|such as|e\.g\.|similar to|like|or)\b",
    re.IGNORECASE,
)
# Words that give a technology its own place beside another.
SCOPES = re.compile(
    r"\b(?:front-?end|client|back-?end|server|api|mobile|ios|android|web|cli|script\w*|tests?|testing"
    r"|infrastructure|ci|build|cache|caching|session|search|analytics|reporting|"
    r"queue|vector|local|device|offline|development|production|prototype|mvp|firmware|embedded|worker"
    r"|ml|data|admin|landing|logs?|files?)\b",
    re.IGNORECASE,
)
EXCLUSIVE: dict[Use, tuple[str, str]] = {
    "language": (
        (
            r"\b(?:written|implemented|developed|coded|built) (?:\w+ )?in\b"
            r"|\blanguage\b"
            r"|^(?:the )?(?:back-?end|front-?end|server|client|api|app|service|everything) "
            r"(?:is |must be |shall be )?in\b"
        ),
        "which language it is written in",
    ),
    "store": (
        (
            r"\b(?:database|db|datastore|data store|stored in|kept in|persist\w*)\b"
            r"|\buses?\b"
        ),
        "which database keeps its data",
    ),
}
TOOLKITS = re.compile(r"\b(React Native|Flutter|Ionic|Xamarin|NativeScript|Kotlin Multiplatform)\b")


def banned(entries: Entries) -> Iterator[Contradiction]:
    """A technology that one statement rules out and another builds on."""
    stated = (*entries.nfrs, *entries.requirements, *entries.constraints, *entries.organisation)
    gone = [(each, found["what"]) for each in stated for found in BANS.finditer(each.text)]
    gone += [(each, each.text) for each in entries.non_goals if len(each.text.split()) <= 4]
    for each, what in gone:
        for _, name in technologies(what):
            if not re.match(
                rf"\s*(?:(?:any|the|an?) )?{re.escape(name)}\s*(?:$|,|and\b|or\b)", what, re.IGNORECASE
            ):
                continue
            for other in stated:
                named = {one.casefold() for _, one in technologies(other.text)}
                if name.casefold() in named and not ASIDE.search(other.text) and other is not each:
                    options = (f"{name} is not used.", f"{name} is used.")
                    yield between(
                        f"whether it uses {name}", each, other, "every part that would use it", options
                    )
                    break


def rivals(entries: Entries) -> Iterator[Contradiction]:
    """Two technologies that are each named for the same job."""
    stated = (*entries.organisation, *entries.constraints, *entries.nfrs, *entries.requirements)
    for use, (words, about) in EXCLUSIVE.items():
        first = None
        for each in stated:
            names = [name for kind, name in named(each.text) if kind == use]
            if len(names) != 1 or not re.search(words, each.text, re.IGNORECASE):
                continue
            if first is None:
                first = (each, names[0])
            elif names[0].casefold() != first[1].casefold() and _one_place(first[0].text, each.text):
                yield between(about, first[0], each, "every file", (f"{first[1]}.", f"{names[0]}."))
                break


def toolkits(entries: Entries) -> Iterator[Contradiction]:
    """Two toolkits, each of which is for the whole app."""
    stated = (*entries.organisation, *entries.constraints, *entries.nfrs, *entries.requirements)
    built = [(each, name) for each in stated if (name := _toolkit(each))]
    for each, name in built[1:]:
        first, other = built[0]
        if name != other:
            options = (first.text[:160], each.text[:160])
            yield between("which toolkit the app is built with", first, each, "every screen", options)
            return


def _toolkit(stated: Entry) -> str:
    """The one toolkit these words name and do not refuse."""
    if not TOOLKITS.search(stated.text):
        return ""
    names = {name.casefold() for name in TOOLKITS.findall(without_refused(stated.text))}
    return names.pop() if len(names) == 1 else ""


def _one_place(one: str, other: str) -> bool:
    """Whether nothing in the two sentences gives each technology a place of its own."""
    places = [{each.casefold() for each in SCOPES.findall(text)} for text in (one, other)]
    return places[0] == places[1]
