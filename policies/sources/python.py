"""Reads Python with its own parser."""

import ast
import re
import warnings
from collections.abc import Iterator, Mapping

from agents.repository.places import folded
from policies.sources.found import Mention, Source, Unread

_IMPORTERS = frozenset(
    {"__import__", "builtins.__import__", "importlib.import_module", "importlib.__import__"}
)
# Deeper than people write, and no deeper than the parser's own recursion goes.
_MAX_BYTES = 1024 * 1024
# https://docs.python.org/3/reference/lexical_analysis.html#encoding-declarations
# Meanings of a name, times what the file holds: more than people write, and no more than is looked at in a second or two.
_MOST_MEANINGS = 1_000_000
_LINE_END = re.compile(r"\r\n|\r|\n")
_COOKIE = re.compile(r"[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)", re.ASCII)
# Under these the letters of ASCII stay what they are, and so does every sign that Python's grammar knows.
_HARMLESS = re.compile(
    r"utf-8(?:-.*)?|utf8|ascii|us-ascii|(?:iso-)?latin-1(?:-.*)?|latin1|iso-8859-1(?:-.*)?|iso8859-1"
)


def foreign_encoding(text: str) -> tuple[int, str] | None:
    """Line and name of an encoding the file asks Python for, under which it may run as another program than it reads."""
    for number, line in enumerate(_LINE_END.split(text.removeprefix("\ufeff"), maxsplit=2)[:2], start=1):
        cookie = _COOKIE.match(line)
        if cookie is not None and _HARMLESS.fullmatch(cookie[1].lower().replace("_", "-")) is None:
            return number, cookie[1]
    return None


def read(path: str, text: str) -> Source | Unread:
    """Imports and names of a Python file; every name that is read counts, so that `run = eval` counts as `eval`."""
    if len(text) > _MAX_BYTES:
        return Unread(1, "is too large to be read")
    if (foreign := foreign_encoding(text)) is not None:
        return Unread(foreign[0], f"asks Python for the encoding {foreign[1][:40]}")
    try:
        with warnings.catch_warnings():
            # An odd escape in a string is the author's business.
            warnings.simplefilter("ignore")
            tree = ast.parse(text)
        nodes = tuple(ast.walk(tree))
        aliases = _aliases(nodes)
        if max(map(len, aliases.values()), default=0) * len(nodes) > _MOST_MEANINGS:
            return Unread(1, "gives its names too many meanings")
        names = tuple(_names(nodes, aliases))
    except SyntaxError as error:
        return Unread(error.lineno or 1, "is not Python that can be read")
    except (ValueError, RecursionError, MemoryError):
        return Unread(1, "is not Python that can be read")
    dynamic = tuple(_dynamic(nodes, aliases))
    return Source(
        imports=(
            *_static(path, nodes),
            *(Mention(line, _spellings(path, name)) for line, name in dynamic if name),
        ),
        # Whoever imports a module in the middle of a program may call whatever is in it.
        names=(*names, *(Mention(line, (name, f"{name}.*")) for line, name in dynamic if name)),
        unclear=tuple((line, "imports a name that is computed") for line, name in dynamic if not name),
    )


def _static(path: str, nodes: tuple[ast.AST, ...]) -> Iterator[Mention]:
    folder = path.rpartition("/")[0]
    for node in nodes:
        match node:
            case ast.Import(names=names):
                for alias in names:
                    yield Mention(alias.lineno, _spellings(path, alias.name))
            case ast.ImportFrom(module=module, names=names, level=0):
                for alias in names:
                    yield Mention(alias.lineno, _spellings(path, f"{module}.{alias.name}"))
            case ast.ImportFrom(module=module, names=names, level=level):
                above = folded(folder, "../" * (level - 1)) or ""
                for alias in names:
                    dotted = ".".join(part for part in (above.replace("/", "."), module, alias.name) if part)
                    yield Mention(alias.lineno, _spellings(path, dotted))
            case _:
                continue


def _spellings(path: str, dotted: str) -> tuple[str, ...]:
    """The module by its name, and by the paths where its file may lie."""
    file = dotted.replace(".", "/")
    top = file.partition("/")[0]
    # `import shop.db` in `services/a/shop/web.py` is `services/a/shop/db`.
    before, found, _ = f"/{path}".partition(f"/{top}/")
    roots = ["", "src/", *([f"{before[1:]}/"] if found and before else [])]
    paths = dict.fromkeys(f"{root}{file}" for root in roots)
    return (dotted, *(path for path in paths if path != dotted), *(f"{each}/__init__" for each in paths))


# Under this stands what comes by a star, whatever its name.
_STAR = "*"
_Aliases = Mapping[str, tuple[str, ...]]


def _aliases(nodes: tuple[ast.AST, ...]) -> _Aliases:
    """What a name in the file may stand for, anywhere in it: `sp` -> `subprocess`, `run` -> `subprocess.run`."""
    found: dict[str, dict[str, None]] = {}
    for node in nodes:
        match node:
            case ast.Import(names=names):
                for alias in names:
                    bound = alias.asname or alias.name.partition(".")[0]
                    found.setdefault(bound, {})[alias.name if alias.asname else bound] = None
            case ast.ImportFrom(module=str(module), names=names, level=0):
                for alias in names:
                    meaning = module if alias.name == _STAR else f"{module}.{alias.name}"
                    found.setdefault(alias.asname or alias.name, {})[meaning] = None
            case _:
                continue
    return {name: tuple(meanings) for name, meanings in found.items()}


def _names(nodes: tuple[ast.AST, ...], aliases: _Aliases) -> Iterator[Mention]:
    # Of `a.b.c` the whole is enough, because a rule about `a.b` covers it.
    inner = {id(node.value) for node in nodes if isinstance(node, ast.Attribute)}
    for node in nodes:
        if id(node) in inner:
            continue
        match node:
            case ast.Name(id=name, ctx=ast.Load()):
                yield Mention(node.lineno, _meanings(name, (), aliases))
            case ast.Attribute():
                root, parts = _chain(node)
                yield Mention(node.end_lineno or node.lineno, _meanings(root, parts, aliases))
            case _:
                continue


def _meanings(root: str, parts: tuple[str, ...], aliases: _Aliases) -> tuple[str, ...]:
    """Each dotted name that this may be; of an imported module also all that is in it, because `o = os` hands it on."""
    roots = (*aliases.get(root, ()), root, *(f"{module}.{root}" for module in aliases.get(_STAR, ()) if root))
    # `builtins.eval` is `eval`.
    whole = [".".join((each or "()", *parts)).removeprefix("builtins.") for each in roots]
    inside = [f"{each}.*" for each in whole] if root in aliases else []
    return tuple(dict.fromkeys((*whole, *inside)))


def _chain(node: ast.expr) -> tuple[str, tuple[str, ...]]:
    """The name a chain begins with, empty where it is none, and the attributes after it."""
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    return node.id if isinstance(node, ast.Name) else "", tuple(reversed(parts))


def _dynamic(nodes: tuple[ast.AST, ...], aliases: _Aliases) -> Iterator[tuple[int, str]]:
    """Line and name of each import by a function; the name is empty when it is computed."""
    for node in nodes:
        if not isinstance(node, ast.Call):
            continue
        if not isinstance(node.func, ast.Name | ast.Attribute):
            continue
        root, parts = (node.func.id, ()) if isinstance(node.func, ast.Name) else _chain(node.func)
        called = _meanings(root, parts, aliases)
        if not any(each in _IMPORTERS or f"importlib.{each}" in _IMPORTERS for each in called):
            continue
        first = node.args[0] if node.args else None
        plain = isinstance(first, ast.Constant) and isinstance(first.value, str)
        name = first.value if plain and isinstance(first, ast.Constant) else ""
        yield node.lineno, "" if str(name).startswith(".") else str(name)
