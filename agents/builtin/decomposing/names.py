"""Names for files, packages and classes, made from words that strangers wrote."""

import builtins
import hashlib
import keyword
import re
import sys
import unicodedata
from collections.abc import Iterable

LONGEST = 40

# https://tc39.es/ecma262/#prod-ReservedWord, and the names strict mode and modules add.
_WORDS = """
arguments as async await break case catch class const continue debugger default delete do else enum eval export extends
false finally for from function get if implements import in instanceof interface let new null of package private
protected public return set static super switch this throw true try typeof undefined var void while with yield
constructor prototype
"""
# Classes of JavaScript, and names the scaffolded modules import or define themselves.
_CLASSES = """
Array Boolean BigInt Buffer Date Error Event Function Infinity Intl Iterator JSON Map Math NaN Number Object Promise Proxy
Reflect Response RegExp Set String Symbol URL WeakMap WeakSet
Decimal Mapping Any Invalid Record Readonly Resource Store MemoryStore Taken Request Answer Handler
"""
# Latin letters that Unicode does not take apart into a letter and its accent.
_WHOLE_LETTERS = str.maketrans(
    {"ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ø": "o", "Ø": "O", "ı": "i", "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th"}
)  # fmt: skip
_JAVASCRIPT_WORDS = frozenset(_WORDS.split())
_TAKEN_CLASSES = frozenset(_CLASSES.split())
_TAKEN_PACKAGES = frozenset(
    ("test", "tests", "doc", "docs", "src", "dist", "build", "setup", "conf", "scripts")
)


def words(text: str) -> tuple[str, ...]:
    """The Latin words and numbers of `text` in lower case; accents go, other scripts yield nothing (`Usługa` is `usluga`)."""
    plain = unicodedata.normalize("NFKD", text.translate(_WHOLE_LETTERS)).encode("ascii", "ignore").decode()
    plain = re.sub(r"['’`]", "", plain)
    plain = re.sub(r"(?<=[a-z0-9])(?=[A-Z][a-z])", " ", plain)
    return tuple(re.findall(r"[a-z0-9]+", plain.lower()))


def mark(text: str) -> str:
    """Six characters that stand for a name that has no Latin letters; the same name always gets the same six."""
    return hashlib.sha256(text.strip().encode("utf-8", "replace")).hexdigest()[:6]


def snake(text: str, *, fallback: str) -> str:
    """A name of at most 40 characters that is an identifier in Python and in JavaScript, and safe as a file name."""
    name = _short("_".join(words(text)), text=text, joint="_")
    if not name:
        name = f"{fallback}_{mark(text)}"
    if name[0].isdigit():
        name = f"{fallback}_{name}"
    if keyword.iskeyword(name) or keyword.issoftkeyword(name) or name in _JAVASCRIPT_WORDS:
        return f"{name}_"
    return name


def pascal(text: str, *, fallback: str) -> str:
    """A class name made from `text` that hides no built-in name of Python or JavaScript."""
    name = "".join(part[:1].upper() + part[1:] for part in snake(text, fallback=fallback).split("_") if part)
    if name in _TAKEN_CLASSES or hasattr(builtins, name) or keyword.iskeyword(name):
        return f"{name}Record"
    return name


def kebab(text: str, *, fallback: str) -> str:
    """A name for documents and npm packages: lower case words joined by hyphens."""
    return _short("-".join(words(text)), text=text, joint="-") or f"{fallback}-{mark(text)}"


def package(text: str) -> str:
    """A Python package name that does not hide the standard library or a usual folder of a repository."""
    name = snake(text, fallback="product")
    if name in sys.stdlib_module_names or name in _TAKEN_PACKAGES:
        return f"{name}_app"
    return name


def plural(name: str) -> str:
    """The word for many of `name`, good enough for a path in an address."""
    if name.endswith("s") and not name.endswith("ss"):
        return name
    if name.endswith(("s", "x", "z", "ch", "sh")):
        return f"{name}es"
    if name.endswith("y") and name[-2:-1] not in {"a", "e", "i", "o", "u"}:
        return f"{name[:-1]}ies"
    return f"{name}s"


def distinct(names: Iterable[str]) -> tuple[str, ...]:
    """The same names in the same order, with `_2`, `_3` added where one came before."""
    given: set[str] = set()
    result: list[str] = []
    for name in names:
        candidate, count = name, 1
        while candidate.lower() in given:
            count += 1
            candidate = f"{name}_{count}"
        given.add(candidate.lower())
        result.append(candidate)
    return tuple(result)


def plain(text: str, *, limit: int = 300) -> str:
    """One line without control, format, private-use or unpaired characters, cut at `limit` between words."""
    visible = text
    if not text.isprintable():
        visible = "".join(char if unicodedata.category(char)[0] != "C" else _space(char) for char in text)
    line = " ".join(visible.split())
    if len(line) <= limit:
        return line
    cut = line[: limit - 1]
    if " " in cut[limit // 2 :]:
        cut = cut.rsplit(" ", 1)[0]
    return f"{cut}…"


def _short(name: str, *, text: str, joint: str) -> str:
    """`name` cut between words; a cut name carries its mark, so that two long names stay two names."""
    if len(name) <= LONGEST:
        return name
    kept = name[: LONGEST - 7]
    kept = kept.rsplit(joint, 1)[0] if joint in kept else kept
    return f"{kept}{joint}{mark(text)}"


def _space(char: str) -> str:
    """Control characters part words; invisible ones, that only steer the display, vanish."""
    return " " if unicodedata.category(char) == "Cc" else ""
