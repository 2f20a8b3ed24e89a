"""The shape of one product: what its kind usually has, and what this document demands beyond or forbids."""

import re

from agents.builtin.planning.drawing.aside import aside
from agents.builtin.planning.drawing.browser_alone import IN_BROWSERS, OFFLINE, alone, away_from_the_network
from agents.builtin.planning.drawing.changing import changed
from agents.builtin.planning.drawing.deeds import told_by_several
from agents.builtin.planning.drawing.hosts import host_of
from agents.builtin.planning.drawing.keeping import keeps_nothing, kept_in, without_database
from agents.builtin.planning.drawing.mandates import Mandate, banned
from agents.builtin.planning.drawing.ours import is_put_off, is_refused
from agents.builtin.planning.drawing.queues import carrier
from agents.builtin.planning.drawing.services import apart
from agents.builtin.planning.drawing.shape_beside import WANTS_PAGES, with_companions
from agents.builtin.planning.drawing.shape_parts import (
    ALONE,
    BACKEND,
    BETWEEN,
    IS_SHARED,
    SHARED,
    Part,
    Shape,
    Wire,
)
from agents.builtin.planning.drawing.shapes import SHAPES
from agents.builtin.planning.drawing.shapes_alike import alike
from agents.builtin.planning.drawing.sinks import sink_of
from agents.builtin.planning.drawing.stated import stated
from agents.builtin.planning.drawing.there_already import THERE, is_there
from agents.builtin.planning.drawing.tongues import needed
from agents.builtin.planning.drawing.unnamed import in_words
from agents.builtin.planning.drawing.written_anew import written_anew
from agents.builtin.planning.entries import Entries
from agents.builtin.reader.words.occurring import occurring
from agents.schemas.architecture import ProductKind

LOCAL = frozenset({"mobile_app", "desktop_app"})
SERVED = frozenset({"web_app", "service", "pipeline"})
# Stores that live on the device itself, beside the program.
ON_DEVICE = frozenset(
    {
        "sqlite",
        "drift",
        "hive",
        "realm",
        "room",
        "indexeddb",
        "localstorage",
        "sessionstorage",
        "savedvariables",
        "duckdb",
        "core data",
        "asyncstorage",
        "mmkv",
        "sharedpreferences",
        "userdefaults",
        "isar",
        "objectbox",
        "swiftdata",
    }
    | IN_BROWSERS
)
# A backend for the machines of one place, which nobody runs a database server for.
ON_THE_SPOT = re.compile(
    r"\b(?:on|in|over) (?:the |our |a )?(?:lan|local network|same (?:network|wi-?fi))\b", re.IGNORECASE
)
CACHES = frozenset({"redis", "memcached"})
SEARCHES = frozenset({"elasticsearch", "opensearch", "algolia", "solr"})
# Backends that somebody else runs.
HOSTED = re.compile(
    r"\b(?:firebase(?! (?:cloud messaging|analytics|crashlytics|remote config|auth\w*))|firestore"
    r"|supabase|amplify|appwrite|pocketbase|cloudkit|icloud|existing backend)\b",
    re.IGNORECASE,
)
UPLOADS = (
    r"\bupload|\battach(?:es|ed|ments?)?\b|\b(?:profile|product) (?:photo|picture|image)s?\b"
    r"|\b(?:with|tak(?:es?|ing)|add(?:s|ing)?|photos? on) (?:an? |the )?(?:\w+ )?(?:photos?|pictures?|file server)\b"
    r"|\bavatars?\b|\b(?:store|save|keep)s? (?:\w+ ){0,3}(?:photos?|images?|videos?|pictures?)\b|上传"
)
# A file does where nobody wants one more server to run.
NO_DATABASE_SERVER = occurring(
    r"\b(?:no|without (?:an?|any)) (?:(?:new|extra|additional|further|separate|external|own|dedicated|managed) )*(?:database|db) servers?\b"
    r"|\b(?:no|without (?:an?|any)) (?:new|extra|additional|further|dedicated|managed) (?:database|db)s?\b",
)
SERVERS = frozenset({"postgresql", "mariadb"})
GOES_ON = re.compile(OFFLINE, re.IGNORECASE)
CACHE = Part(
    "cache",
    "Cache",
    "store",
    "Holds what is asked for often; it may be lost at any time.",
    serves=r"\bcach(?:e|ed|ing)\b",
    also=r"cach(?:e|ing)(?: layer)?",
)
SEARCH = Part(
    "search",
    "Search index",
    "store",
    "Finds by words; it can be built again from the database.",
    serves=r"\bsearch|\bfull[- ]text",
    also=r"search(?: index| engine)?",
)
FILES = Part(
    "uploads",
    "File storage",
    "files",
    "Keeps the files people bring.",
    serves=UPLOADS,
    also=r"file storage|uploads?|media(?: storage)?|attachments?|storage",
)


def shape_for(kind: ProductKind, entries: Entries, named: tuple[Mandate, ...]) -> Shape:
    """The parts this product needs, in the order they are drawn."""
    shape = SHAPES[kind]
    served = _server_store(named) or _on_disk(named)
    if kind == "web_app" and (site := written_anew(shape, entries, served=_server_store(named))):
        shape = site
    elif kind == "web_app" and (page := alone(shape, entries, named, served=served)):
        shape = page
    elif kind in LOCAL and is_there(entries):
        shape = _with_hosted(shape, in_words(THERE))
    elif kind in LOCAL and _shared(entries, named):
        shape = _with_backend(shape)
        if stated(entries, ON_THE_SPOT):
            in_a_file = (
                part._replace(technology="SQLite") if part.id == "store" else part for part in shape.parts
            )
            shape = shape._replace(parts=tuple(in_a_file))
    elif kind in LOCAL and _hosted(entries, named):
        shape = _with_hosted(shape, _hosted(entries, named))
    elif kind in LOCAL and stated(entries, ALONE):
        shape = _without_sync(shape)
    elif kind == "extension" and (host := host_of(entries)):
        shape = shape._replace(headline=f"One extension that lives inside {host}", runs_on=host)
    elif kind in SERVED | {"infrastructure"}:
        shape = alike(kind, entries, named, served=_server_store(named)) or shape
        if kind in SERVED and shape.keeper != "local_store":
            shape = apart(_demanded(shape, entries, named), entries)
    if kind == "web_app" and shape.keeper == "store" and stated(entries, GOES_ON):
        shape = away_from_the_network(shape)
    shape = with_companions(shape, entries)
    parts = needed(shape, entries)
    if kind in SERVED and keeps_nothing(kind, entries) and not _server_store(named):
        parts = tuple(part for part in parts if part.kind != "store")
        shape = without_database(shape)
    files = "" if _server_store(named) or _on_disk(named) else kept_in(entries)
    if files:
        parts = tuple(part._replace(technology=files) if part.id == "store" else part for part in parts)
    without = stated(entries, NO_DATABASE_SERVER) and not _server_store(named)
    out = banned(entries) | (SERVERS if without else frozenset())
    shape = shape._replace(parts=tuple(_allowed(part, out) for part in parts))
    return changed(shape) if entries.in_place and shape.core != "steps" else shape


def _without_sync(shape: Shape) -> Shape:
    """A program that stays alone has nobody to exchange anything with."""
    parts = tuple(part for part in shape.parts if part.id != "sync")
    return shape._replace(parts=parts, wires=tuple(wire for wire in shape.wires if "sync" not in wire[:2]))


def _with_backend(shape: Shape) -> Shape:
    speaker = "sync" if any(part.id == "sync" for part in shape.parts) else shape.core
    parts = tuple(part._replace(optional=False) if part.id == speaker else part for part in shape.parts)
    wires: tuple[Wire, ...] = (
        *shape.wires, (speaker, "backend", "exchanges data"), ("backend", "store", "reads and writes")
    )  # fmt: skip
    return shape._replace(
        parts=(*parts, *BACKEND),
        wires=wires,
        guard="backend",
        headline=f"{shape.headline.split(' that ')[0]} with a small backend for what people share",
        why="requirements name accounts or things that several people or devices see, which no device can hold alone",
        gives_up="a backend has to be run, and the program must bear being offline",
        rejected=(
            ("Everything on the server", "every touch would wait for the network"),
            ("Device to device, without a backend", "devices that are off could not be reached"),
        ),
        runs_on=f"{shape.runs_on}; the backend in a container",
    )


def _with_hosted(shape: Shape, backend: str) -> Shape:
    """A program in front of a backend that others run."""
    speaks = f"{SHARED}|{BETWEEN}|\\bupload|\\bpush\\b|\\bcloud\\b"
    parts = tuple(
        part._replace(optional=False, serves=speaks) if part.id == "sync" else part for part in shape.parts
    )
    return shape._replace(
        parts=parts,
        headline=f"{shape.headline.split(' that ')[0]} with {backend} behind it",
        why="the document speaks of a backend that is there already, so none has to be built"
        if backend == in_words(THERE)
        else "the document names a backend that others run, so none has to be built",
        gives_up="who may see what is written in its own rules, and moving to another one is a migration",
        rejected=(
            ("A backend of our own", f"the document names {backend}"),
            ("Everything on the device alone", "what people share would not reach the others"),
        ),
    )


def _demanded(shape: Shape, entries: Entries, named: tuple[Mandate, ...]) -> Shape:
    parts, wires = list(shape.parts), list(shape.wires)
    stores = {each.name.casefold() for each in named if each.use == "store"}
    carries = carrier(entries, named)
    work = carries.part.technology if carries else ""
    if carries:
        worker = next((part.id for part in parts if part.id == "worker"), shape.core)
        source = shape.core if worker != shape.core else shape.entry
        if carries.taken:
            parts = [part._replace(optional=False) if part.id == worker else part for part in parts]
            wires = [wire for wire in wires if (wire[0], wire[1]) != (source, worker)]
        parts.append(carries.part)
        wires += carries.wires(shape, worker)
    if stores & CACHES - {work.casefold()} and (
        len(stores) > 1 or re.search(r"\bcach|\bsession", entries.all_text(), re.IGNORECASE)
    ):
        parts.append(CACHE)
        wires.append((shape.core, "cache", "reads and writes"))
    beside = aside(entries, named) if shape.keeper == "store" else None
    if beside:
        parts.append(beside)
        wires.append((shape.core, beside.id, "reads and writes"))
    if shape.keeper == "sink" and not stores:
        parts = [sink_of(part, entries) if part.id == "sink" else part for part in parts]
    if stores & SEARCHES:
        parts.append(SEARCH)
        wires.append((shape.core, "search", "looks up"))
    elsewhere = re.search(
        r"\bS3\b|\bminio\b|drive\b|dropbox|cloudinary",
        " ".join(each.name for each in entries.integrations),
        re.IGNORECASE,
    )
    if (
        shape.keeper == "store"
        and not elsewhere
        and any(re.search(UPLOADS, each.text, re.IGNORECASE) for each in entries.requirements)
    ):
        parts.append(FILES)
        wires.append((shape.core, "uploads", "reads and writes"))
    return shape._replace(parts=tuple(parts), wires=tuple(wires))


SO_THAT = re.compile(r",? so (?:that )?(?=\w+ (?:can|could|may|will|do|am|are|is)\b)", re.IGNORECASE)


def _shared(entries: Entries, named: tuple[Mandate, ...]) -> bool:
    """Whether several people or devices see the same, and nobody else's backend is named for it."""
    if _server_store(named) or stated(entries, ALONE) or _hosted(entries, named):
        return _server_store(named)
    wanted = (
        # What a story is told for happens elsewhere: `share it on social media, so that I can discuss it with friends`.
        SO_THAT.split(each.text)[0]
        for each in (*entries.requirements, *entries.stories, *entries.constraints)
        if not getattr(each, "tentative", False)
    )
    return told_by_several(entries.stories) or any(
        IS_SHARED.search(text) or WANTS_PAGES.search(text) for text in wanted
    )


def _hosted(entries: Entries, named: tuple[Mandate, ...]) -> str:
    """The backend that somebody else runs, where one is named; empty otherwise."""
    names = (
        *(each.name for each in named),
        *(
            each.name
            for each in entries.integrations
            if not each.lines or not (is_put_off(each.name, entries) or is_refused(each.name, entries))
        ),
    )
    found = [name for name in names if HOSTED.search(name)]
    # A maker's name stands for its parts: `Firebase` for `Firestore`.
    return next((name for name in found if name in {"Firebase", "Supabase"}), next(iter(found), ""))


def _server_store(named: tuple[Mandate, ...]) -> bool:
    return any(
        each.use == "store" and each.name.casefold() not in ON_DEVICE and not HOSTED.search(each.name)
        for each in named
    )


def _on_disk(named: tuple[Mandate, ...]) -> bool:
    """Whether a store is named that no browser has, as a file of SQLite or DuckDB is."""
    return any(each.use == "store" and each.name.casefold() in ON_DEVICE - IN_BROWSERS for each in named)


def _allowed(part: Part, refused: frozenset[str]) -> Part:
    """The part with another usual technology, when its usual one is refused."""
    if part.technology.casefold() not in refused:
        return part
    others = ("MariaDB", "SQLite") if part.kind == "store" else ("Files on disk",)
    return part._replace(technology=next((each for each in others if each.casefold() not in refused), ""))
