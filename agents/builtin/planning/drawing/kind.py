"""What kind of product a document describes, from its own words."""

import re
from typing import NamedTuple

from agents.builtin.planning.drawing.defined import defined_as
from agents.builtin.planning.drawing.kind_words import WORDS
from agents.builtin.planning.drawing.moving import move_of
from agents.builtin.planning.drawing.sought import Sought
from agents.builtin.reader.words.occurring import occurring
from agents.builtin.reader.words.technology import technologies
from agents.schemas.architecture import ProductKind

PATTERNS = {kind: tuple((weight, occurring(words)) for weight, words in rows) for kind, rows in WORDS.items()}
EVERY = occurring("|".join(words for rows in WORDS.values() for _, words in rows))
MOST_PER_ROW = 4
# Frameworks of pages; a document that names one has pages.
PAGES = frozenset(
    {
        "React",
        "React.js",
        "ReactJS",
        "Next.js",
        "NextJS",
        "Vue",
        "Vue.js",
        "Nuxt",
        "Angular",
        "Svelte",
        "SvelteKit",
        "Tailwind",
        "Bootstrap",
        "Material UI",
        "htmx",
        "Symfony",
        "Laravel",
        "Rails",
        "Blazor",
        "Remix",
        "Streamlit",
        "Livewire",
        "Thymeleaf",
    }
)
# A name in code and a word behind it, and what a product weighs that is called so.
COMMANDS = re.compile(r"`([A-Za-z][\w-]{1,30}) ([a-z][\w-]{1,20})\b")
# Programs of others whose commands stand in many documents.
OF_OTHERS = re.compile(
    r"git|gh|npm|npx|pnpm|yarn|bun|node|docker|podman|kubectl|helm|terraform|pip|uv|poetry|python3?|pytest|make|cargo|go|dotnet|flutter|dart"
    r"|php|composer|rails|bundle|mvn|gradle|java|apt|brew|curl|wget|cd|rm|cp|mv|sudo|ssh|systemctl|prisma|supabase|vercel|wrangler|aws|gcloud"
    r"|select|insert|update|delete|create|alter|drop|const|let|var|return|import|export|from|class|type|async|await|new|null|true|false",
    re.IGNORECASE,
)
CALLED = 12
BY_TECHNOLOGY: dict[str, tuple[ProductKind, int]] = {"mobile": ("mobile_app", 15), "game": ("game", 5)}
# Names of mobile toolkits that begin sentences as ordinary words; they count beside a word about phones.
ORDINARY = frozenset({"Room", "Expo"})
PHONES = re.compile(r"\b(?:android|ios|iphone|kotlin|jetpack|react native)s?\b", re.IGNORECASE)
# What it has to get on with is not what it is built with: `works in browsers and React Native`.
WORKS_IN = Sought(
    ("work", "usable", "compatible", "tested"),
    re.compile(r"\b(?:works?|usable|compatible|tested) (?:in|with)\b[^.\n]{0,80}", re.IGNORECASE),
)
# `Acme Client SDK for messages`, `via the Acme SDK`, `Tiles for component library`: what it is made with is not what it is.
MADE_WITH = Sought(
    ("sdk", "library"),
    re.compile(
        r"^[ \t]*[-*+] \**[\w./ -]{2,40}\bSDK\b(?: \([^()\n]{1,60}\))?(?: for\b[^\n]{0,80}|\s*)$"
        r"|\b(?:via|using|through|with) (?:the )?(?:[\w.-]{1,20} ){0,2}SDK\b"
        r"|\b(?:for|as) (?:the |our |a )?(?:component|ui|icon|chart(?:ing)?) library\b",
        re.IGNORECASE | re.MULTILINE,
    ),
)
# `Opens in under 3 s on a cheap Android phone`: what people look at it with, whatever it is.
LOOKED_AT_WITH = Sought(
    (" on ",),
    re.compile(
        r"\b(?:opens?|loads?|works?|runs?|starts?|usable|readable)\b[^.\n]{0,40}\bon (?:an? |the |any |every )?(?:old|cheap|slow|small|any|every|usual)"
        r"\b[^.\n]{0,40}",
        re.IGNORECASE,
    ),
)
# `No CLI`, `without a GUI`: what it is not says nothing of what it is.
RULED_OUT = Sought(
    (
        "no ",
        "not ",
        "without ",
        "kein",
        "similar",
        "comparable",
        "inspired",
        "model",
        "companion",
        "later",
        "one day",
    ),
    re.compile(
        r"\b(?:no|not an?|without an?) (?:own |separate |extra |new )?"
        r"(?:cli|command[- ]line (?:tool|interface|client)|gui|tui|graphical (?:user )?interface|web (?:app|ui|interface|front-?end|dashboard)"
        r"|servers?|back-?end|website|desktop (?:app|client)|browser extension|dashboards?|rest api|user interface)\b"
        r"|\bno (?:online|multi-?player)(?: (?:mode|play))?\b"
        r"|(?:,|[.!?]) not an? (?!app\b)[^.,;!?\n]{0,40}"
        r"|\b(?:is|are|be) not (?:an?|the|meant|intended) [^.;!?\n]{0,120}"
        r"|\bkeine?n? (?:(?:handy|mobile|native)[- ]?)?apps?\b"
        # What it is like, what stands beside it, and what may come one day.
        r"|\b(?:similar to|comparable (?:to|with)|inspired by|modell?ed (?:on|after)) [^.,;()\n]{0,60}"
        r"|\bcompanion (?:[\w-]+ ){0,3}(?:plug-?in|extension)\b"
        r"|\b(?:[\w.-]+ )?(?:native|desktop|mobile|ios|android) (?:app|client|port|version|wrapper)s?(?: (?:may|might|could|can|will))?(?: (?:come|follow))?s? (?:later|one day)\b",
        re.IGNORECASE,
    ),
)
# Databases of a server. A command that comes with one, and with pages or a server, is the smaller part of its product.
SERVER_STORES = frozenset(
    {
        "PostgreSQL",
        "Postgres",
        "MySQL",
        "MariaDB",
        "MongoDB",
        "ClickHouse",
        "DynamoDB",
        "SQL Server",
        "BigQuery",
        "Oracle",
    }
)
# `Frontend: Next.js`: a list of what it is built with says that it has pages.
PAGES_BUILT_WITH = re.compile(
    r"(?:^|[|*-]\s*)\W{0,4}(?:web )?(?:front-?end|web app|프론트엔드|前端)\b[^\w\n]{1,6}(?:[^|\n]{0,40}[|:] )?(?:Next|React(?! Native)|Vue|Nuxt|Angular|Svelte)",
    re.IGNORECASE | re.MULTILINE,
)
SERVER = re.compile(r"\b(?:our|a|the|central) server\b|\bserver (?:and|&) \w+|\bback-?end\b", re.IGNORECASE)


class Guess(NamedTuple):
    """The likeliest kind, the next one, and whether the words decide between them."""

    kind: ProductKind
    second: ProductKind | None
    sure: bool


def kind_of(text: str, *, title: str = "") -> Guess:
    """The kind of product `text` is about; words in the title and the first lines weigh more."""
    if move_of(title):
        return Guess(kind="infrastructure", second=None, sure=True)
    text, title = (
        MADE_WITH.out_of_lines(LOOKED_AT_WITH.out_of_lines(RULED_OUT.out_of_lines(text))),
        RULED_OUT.out_of_lines(title),
    )
    weighed = scores(text, title=title)
    ranked = sorted(weighed, key=lambda kind: -weighed[kind])
    first, second = ranked[0], ranked[1]
    said = defined_as(f"{title}\n{text}")
    if said:
        other = next((kind for kind in ranked if kind != said and weighed[kind]), None)
        return Guess(kind=said, second=other, sure=True)
    if weighed[first] == 0:
        return Guess(kind="web_app", second=None, sure=False)
    named = technologies(WORKS_IN.out_of_lines(text))
    mobile = any(_phones(use, name, text) for use, name in named)
    whole = _around(text, named) if first == "cli" else None
    if first == "service" and PAGES_BUILT_WITH.search(text):
        return Guess(kind="web_app", second="service", sure=True)
    if whole:
        return Guess(kind=whole, second="cli", sure=True)
    return Guess(
        kind=first,
        second=second if weighed[second] else None,
        sure=(mobile and first == "mobile_app")
        or (weighed[first] >= 6 and weighed[first] * 3 >= weighed[second] * 4),
    )


def scores(text: str, *, title: str = "") -> dict[ProductKind, int]:
    """How much the words speak for each kind."""
    opening = f"{title}\n{text[:1500]}"
    found: dict[ProductKind, int] = dict.fromkeys(PATTERNS, 0)
    # A long text is gone through once for all rows, and each row is asked only where any of them has a word.
    places = EVERY.places(text)
    for kind, rows in PATTERNS.items():
        for weight, pattern in rows:
            found[kind] += weight * pattern.count(text, places, most=MOST_PER_ROW)
            found[kind] += 3 * weight * bool(pattern.search(opening))
            found[kind] += 3 * weight * bool(pattern.search(title))
    found["cli"] += CALLED * _is_called(title, text)
    named = technologies(WORKS_IN.out_of_lines(text))
    if any(name in PAGES for _, name in named) and not any(use == "mobile" for use, _ in named):
        found["web_app"] += 6
    for use, name in named:
        if use in BY_TECHNOLOGY and (use != "mobile" or _phones(use, name, text)):
            kind, weight = BY_TECHNOLOGY[use]
            found[kind] += weight
    return found


def _is_called(title: str, text: str) -> bool:
    """Whether the product's name stands in code with a command behind it: `tidy scan`; or one name with two of them."""
    names = {line.strip("# ").casefold() for line in title.splitlines()} - {""}
    found: dict[str, set[str]] = {}
    for each in COMMANDS.finditer(text):
        found.setdefault(each[1].casefold(), set()).add(each[2])
    return any(
        name in names or (len(behind) > 1 and not OF_OTHERS.fullmatch(name)) for name, behind in found.items()
    )


def _phones(use: str, name: str, text: str) -> bool:
    return use == "mobile" and (name not in ORDINARY or bool(PHONES.search(text)))


def _around(text: str, named: tuple[tuple[str, str], ...]) -> ProductKind | None:
    """What a command belongs to, where the text has a server with a database around it."""
    if not any(name in SERVER_STORES for _, name in named) or not SERVER.search(text):
        return None
    pages = any(name in PAGES for _, name in named) or re.search(r"\bdashboard\b", text, re.IGNORECASE)
    return "web_app" if pages else "service"
