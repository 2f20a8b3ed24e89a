"""The technologies that somebody decided before us: the organisation, the document, or a person's answer or wish."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from agents.builtin.planning.drawing.undecided import CHOICE, PLAIN, decided, is_second
from agents.builtin.planning.entries import Entries
from agents.builtin.planning.wishes import Wishes
from agents.builtin.reader.words.occurring import by_first_letter, occurring
from agents.builtin.reader.words.technology import (
    GO,
    NAMES,
    Use,
    begins_with_technology,
    called,
    is_part,
    named_first,
    technologies,
)

# Names that are also ordinary words; in lower case they are taken for technology only behind a key such as `language:`.
ORDINARY = frozenset(
    """
go swift rust spring express phoenix flask room drift hive realm gin bun render railway capacitor expo
ionic unity helm claude oracle julia dart ruby perl bootstrap redux vite prisma jest whisper grafana
node poetry deno zig bash rest remix astro gatsby koa hono handlebars typer lottie maven gradle mocha selenium
caddy ruff biome clippy zephyr bazel axios polars keras qt gtk maui jetson mosquitto
""".split()  # noqa: SIM905  # a list of words reads best as one string
)
KEYS: tuple[tuple[Use, str], ...] = (
    ("language", r"(?:programming )?languages?|written in|sprache|lenguaje|langage|linguagem|语言"),
    (
        "store",
        r"databases?|db|data ?stores?|storage engine|persistence|datenbank|base de datos|base de donn[ée]es|banco de dados|数据库",
    ),
    ("queue", r"queues?|(?:message )?brokers?|messaging|event bus|消息队列"),
    ("framework", r"(?:web |ui |backend |frontend )?frameworks?|front[- ]?end|back[- ]?end|框架|前端|后端"),
    ("mobile", r"mobile(?: framework| stack)?"),
    ("cloud", r"cloud(?: provider)?|hosting|hosted on|platform|deploy(?:ment|ed)?(?: target| on| to)?|infrastructure"),
    ("game", r"game engine|(?<![a-z] )engine"),
    ("runtime", r"runtime"),
)  # fmt: skip
# `stack.language: Kotlin`, `Database: FaunaDB`, `- Backend = Elixir`; the value ends with the sentence.
KEYED = {
    use: re.compile(rf"(?:^|[\s.(_-])(?:{words})\s*[:=：]\s*([^.;\n]{{1,80}}(?:\.\w[^.;\n]{{0,60}}){{0,4}})(?!\w)", re.IGNORECASE)
    for use, words in KEYS
}  # fmt: skip
# What stands behind one of these is not wanted, up to the end of the clause.
REFUSED = re.compile(
    r"\b(?:no|not|never|without|avoid(?:s|ing)?|instead of|rather than|except(?: for)?|other than|replac(?:e|es|ing)|forbids?|bans?|"
    r"migrat\w+ (?:away )?from|moving away from|kein\w*|ohne|statt|nicht|sans|sin)\b"
    r"(?! only\b| just\b)[^.;,:\n]{0,60}"
    r"|(?:不使用|不用|禁止)[^。；，]{0,30}",
    re.IGNORECASE,
)
_BARRED = (
    r"\b(?:(?:is|are) (?:not (?:allowed|permitted|an option|desired|needed|wanted)|unwanted|forbidden|prohibited|banned|ruled out)|"
    r"(?:must|may|shall|should|can)(?:not| not) be used)\b"
)
BARRED = re.compile(_BARRED, re.IGNORECASE)
# Hardly a text has these words, which is seen sooner by a sorted list.
_ANY_BARRED = occurring(_BARRED)
# So much of the clause before them is what is not wanted.
LONGEST_BARRED, CLAUSE_ENDS = 60, ".;,()\n"
# A requirement that says how something is built is a mandate too.
BUILT = occurring(
    r"\b(?:written|built|build|implemented|developed|coded|hosted|deployed|runs?|running|stored"
    r"|persisted|kept|based|orchestrated|scheduled|provisioned)\s+"
    r"(?:in|with|on|using|upon|to)\b"
    r"|\b(?:served from|computed (?:by|with)|cached in|queued in|indexed in)\b"
    r"|"
    r"\b(?:must|shall|should|will|to)\s+(?:use|run on|be (?:a|an))\b|^use\b|\busing\b|\bbackend\b|\bfrontend\b",
)
# Further languages, which are too short or too rare to be looked for in prose.
LANGUAGES = (
    "Go",
    "F#",
    "R",
    "OCaml",
    "Erlang",
    "Nim",
    "Crystal",
    "Groovy",
    "Fortran",
    "Ada",
    "VB.NET",
    "MATLAB",
)
STORES = (
    "AsyncStorage",
    "MMKV",
    "SharedPreferences",
    "UserDefaults",
    "Memcached",
    "Solr",
    "LevelDB",
    "RocksDB",
)
# The names the reader knows, without the marks of their patterns.
MARKS = re.compile(r"\(\?!.*?\)|\(\?:[^)]*\)\?|\\|\?")
KNOWN: dict[str, tuple[Use, str]] = {
    **{name.casefold(): ("language", name) for name in LANGUAGES},
    **{name.casefold(): ("store", name) for name in STORES},
    "node": ("runtime", "Node.js"),
    **{
        name.casefold(): (use, name)
        for use, names in NAMES.items()
        for name in (
            MARKS.sub("", each)
            for each in re.split(r"\|(?![^(]*\))", names.replace("Node(?:\\.js|JS)", "Node\\.js"))
        )
    },
}
LOWER = re.compile(
    r"(?<![\w./-])("
    + by_first_letter(
        re.escape(name)
        for name in sorted(KNOWN, key=len, reverse=True)
        if name not in ORDINARY and len(name) > 2
    )
    + r")(?![\w])",
)
# An unknown name behind a key is taken as it stands, unless it says where the product runs.
NEW_NAME = re.compile(r"[A-Z][A-Za-z0-9.+#-]*(?: [A-Z0-9][A-Za-z0-9.+#-]*){0,2}")
PLACES = re.compile(
    r"(?:mobile|web|desktop|linux|windows|mac ?os|ios|android|cloud|server|browser|phone|cross|responsive|none|tbd|any)\b.*",
    re.IGNORECASE,
)
BRACKETS = re.compile(r"\([^()]*(?:\)|$)")
SEPARATE = re.compile(r"\s*(?:;|\+|&| and | with | und | et | y |、|，)\s*")
# `ASP.NET Core 8, C#`: names and numbers, with the first of which a choice begins.
NAMES_ALONE = re.compile(r"(?: (?:[A-Z][\w.#+]*|\d[\w.]*))+(?= *[(+,&/–—:;-]| (?:and|for|as|und|et)\b|\.?$)")


class Mandate(NamedTuple):
    """One technology, what it is, and the id of the entry that names it: of a wish its constraint, of an answer its question."""

    use: Use
    name: str
    by: str


# `An OpenShift operator`: what a product is made for, and not built with.
MADE_FOR = r"(?: \d[\w.]*)? (?:plug-?in|operator|add-?on|exporter)s?\b"


def mandates(entries: Entries, wishes: Wishes) -> tuple[Mandate, ...]:
    """What was decided, the latest wish first, then the organisation, then the document; each technology once."""
    refused = wishes.unwanted.keys() | banned(entries)
    found: dict[str, Mandate] = {}
    asked = {each.by for each in wishes.technologies}
    for text, by in _texts(entries, wishes):
        for use, name in named(text):
            key = name.casefold()
            if by not in asked and re.search(rf"(?<!\w){re.escape(name)}{MADE_FOR}", entries.opening):
                continue
            if key not in refused and not called(name) & found.keys():
                found[key] = Mandate(use, name, by)
    return tuple(each for key, each in found.items() if not is_part(key, found))


def banned(entries: Entries) -> frozenset[str]:
    """The technologies the document or the organisation refuses, casefolded."""
    stated = (*entries.organisation, *entries.constraints)
    out = {name.casefold() for each in entries.non_goals for _, name in _names(each.text)}
    out.update(name for each in (*stated, *entries.non_goals) for name in _refused(each.text))
    return frozenset(out - {name.casefold() for each in stated for _, name in named(each.text)})


def without_refused(text: str) -> str:
    """The words without what they say is not wanted."""
    for begin, end in reversed(_barred(text)):
        text = f"{text[:begin]} {text[end:]}"
    return REFUSED.sub(" ", text)


def _barred(text: str) -> Sequence[tuple[int, int]]:
    """Where something is barred, each with what stands before it in its clause: `plain FTP must not be used`."""
    found: list[tuple[int, int]] = []
    for each in BARRED.finditer(text) if _ANY_BARRED.search(text) else ():
        clause = max(text.rfind(sign, 0, each.start()) for sign in CLAUSE_ENDS) + 1
        found.append((max(clause, each.start() - LONGEST_BARRED, found[-1][1] if found else 0), each.end()))
    return found


@lru_cache(maxsize=4096)
def named(text: str) -> tuple[tuple[Use, str], ...]:
    """The technologies these words decide on: behind a key, or by name; of “A or B” the first; none that is refused."""
    text = decided(text)
    text = without_refused(text)
    found: dict[str, tuple[Use, str]] = {}
    for use, pattern in KEYED.items():
        for each in pattern.finditer(text):
            for pair in _behind(use, each[1]):
                found.setdefault(pair[1].casefold(), pair)
    for use, name in _names(text):
        found.setdefault(name.casefold(), (use, name))
    whole = [name.casefold() for _, name in found.values()]
    return tuple(
        pair
        for pair in found.values()
        if not _second(pair[1], found, text) and not is_part(pair[1].casefold(), whole)
    )


def _texts(entries: Entries, wishes: Wishes) -> Iterator[tuple[str, str]]:
    yield from ((each.words, each.by) for each in reversed(wishes.technologies))
    yield from ((each.text, each.id) for each in (*entries.organisation, *entries.constraints))
    yield from (
        (each.text, each.id)
        for each in entries.nfrs
        if each.category == "compatibility" or _chooses(each.text)
    )
    yield from ((each.text, each.id) for each in entries.requirements if _chooses(each.text))


@lru_cache(maxsize=4096)
def _chooses(text: str) -> bool:
    """Whether a demand says how something is built, or is the name of what it is built with and little else."""
    if BUILT.search(text) or begins_with_technology(text) or (text.startswith("Go ") and GO.match(text)):
        return True
    first = named_first(text)
    return bool(first and NAMES_ALONE.match(text, first.end()))


def _names(text: str) -> Iterator[tuple[Use, str]]:
    seen: set[str] = set()
    for use, name in technologies(text):
        seen.add(name.casefold())
        yield use, name
    for each in LOWER.finditer(text.lower()):
        use, name = KNOWN[each[1]]
        if not any(name.casefold() in one or one in name.casefold() for one in seen):
            seen.add(name.casefold())
            yield use, name


def _behind(use: Use, value: str) -> Iterator[tuple[Use, str]]:
    """What stands behind a key: behind a comma only names that are known, for there remarks stand as well."""
    # What stands in brackets are remarks, in which a name is found where it is known.
    value = BRACKETS.sub("", value)
    for place, part in enumerate(re.split(r"\s*,\s*", CHOICE.split(value)[0])):
        for name in SEPARATE.split(part):
            pair = _valued(use, name)
            if pair and (not place or pair[1].casefold() in KNOWN):
                yield pair


def _valued(use: Use, value: str) -> tuple[Use, str] | None:
    """What stands behind a key: a known technology, or an unknown name that is short enough to be one."""
    name = re.sub(r"\s*\(.*", "", value).strip(" .\"'`*_")
    name = re.sub(r" v?\d[\w.]*\+?$", "", name)
    known = KNOWN.get(name.casefold())
    if known:
        return known
    inside = tuple(_names(value))
    if (
        inside
        or use == "language"
        or not NEW_NAME.fullmatch(name)
        or PLACES.fullmatch(name)
        or PLAIN.fullmatch(name)
    ):
        return None
    return use, name


def _second(name: str, found: dict[str, tuple[Use, str]], text: str) -> bool:
    """Whether this is the B of “A or B”, and A is of the same use."""
    use = found[name.casefold()][0]
    others = tuple(other for other_use, other in found.values() if other_use == use and other != name)
    return is_second(name, others, text)


@lru_cache(maxsize=4096)
def _refused(text: str) -> frozenset[str]:
    """The technologies in what the words refuse, casefolded."""
    parts = (
        *(each.group() for each in REFUSED.finditer(text)),
        *(text[begin:end] for begin, end in _barred(text)),
    )
    return frozenset(name.casefold() for part in parts for _, name in _names(part))
