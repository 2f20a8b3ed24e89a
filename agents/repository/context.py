"""What a model is shown of a repository for one question: chosen from its tree and its imports, bounded, and named by a digest.

The digest is of what is shown and of nothing else, so that a change to a file that was not read leaves it as it is.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from agents.repository import outline
from agents.repository.graph import Graph, is_test
from agents.repository.shown import NAMED, Phase, RepositoryContext, Shown

# Files, bytes and tokens that are shown at most; a token is counted as four bytes.
MOST_FILES = 40
MOST_BYTES = 240_000
MOST_TOKENS = 60_000
BYTES_OF_A_TOKEN = 4
# Of a file that is not to be changed, so many bytes at most; one that is to be changed is shown whole or not at all.
LONGEST = 16_000
# Paths of the tree that are listed, dependents that are named, and neighbours of one kind that are looked at.
MOST_PATHS = 300
MOST_DEPENDENTS = 60
MOST_NEIGHBOURS = 12


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file that should be shown, and why."""

    path: str
    why: str


@dataclass(frozen=True, slots=True)
class Look:
    """From where a repository is looked at: `named` are the paths a unit names, there or not, and `paths` those there are."""

    phase: Phase
    paths: Collection[str]
    named: Collection[str] = ()
    graph: Graph = field(default_factory=Graph)
    owners: tuple[str, ...] = ()


def wanted(look: Look) -> tuple[Wanted, ...]:
    """The files to read, the most important first."""
    found: dict[str, str] = dict.fromkeys((path for path in look.named if path in look.paths), NAMED)
    for path in outline.conventions(look.paths, look.phase):
        found.setdefault(path, "says how people work here")
    for path, why in _around(look):
        found.setdefault(path, why)
    readme = ("README.md",) if "README.md" in look.paths else ()
    for path in (*readme, *outline.manifests(look.paths)[:MOST_NEIGHBOURS]):
        found.setdefault(path, "says what this is and needs")
    return tuple(Wanted(path, why) for path, why in found.items())


def context(look: Look, asked: Iterable[Wanted], texts: Mapping[str, str]) -> RepositoryContext:
    """The context, within its bounds; `texts` holds what could be read as text of the files that were asked for."""
    files, cut = _fitting(asked, texts)
    tree = _nearby(look.named, look.paths)
    if len(look.paths) > len(tree):
        cut.append(f"{len(look.paths) - len(tree)} further paths of the tree are not listed.")
    used = tuple(_used(look))
    if len(used) > MOST_DEPENDENTS:
        cut.append(f"{len(used) - MOST_DEPENDENTS} further uses of these files are not listed.")
    if look.graph.unread:
        cut.append(f"{len(look.graph.unread)} source files were not read for who imports whom.")
    return RepositoryContext(
        phase=look.phase,
        languages=outline.languages(look.paths),
        manifests=outline.manifests(look.paths),
        entry_points=outline.entry_points(look.paths),
        tests=outline.test_folders(look.paths),
        checks=outline.checks(look.paths),
        owners=look.owners,
        tree=tree,
        files=tuple(files),
        dependents=used[:MOST_DEPENDENTS],
        cut=tuple(cut),
    )


def _around(look: Look) -> Iterator[tuple[str, str]]:
    """Tests first, then callers, then what is called; for a file that is new, its neighbours and a test of theirs."""
    graph = look.graph
    there = [path for path in look.named if path in look.paths]
    for path in there:
        yield from ((each, f"tests {path}") for each in graph.tests(path)[:MOST_NEIGHBOURS])
    for path in there:
        callers = [each for each in graph.dependents(path) if not is_test(each)]
        yield from ((each, f"uses {path}") for each in callers[:MOST_NEIGHBOURS])
    for path in there:
        yield from ((each, f"is used by {path}") for each in graph.imports(path)[:MOST_NEIGHBOURS])
    for path in (each for each in look.named if each not in look.paths):
        mates = _mates(path, look.paths)
        yield from ((each, f"lies beside {path}") for each in mates[:3])
        yield from ((each, f"tests a file beside {path}") for mate in mates for each in graph.tests(mate)[:1])


def _mates(path: str, paths: Collection[str]) -> tuple[str, ...]:
    folder, suffix = path.rpartition("/")[0], path.rpartition(".")[2]
    return tuple(
        sorted(each for each in paths if each.rpartition("/")[0] == folder and each.endswith(f".{suffix}"))
    )


def _fitting(asked: Iterable[Wanted], texts: Mapping[str, str]) -> tuple[list[Shown], list[str]]:
    files: list[Shown] = []
    cut: list[str] = []
    room = min(MOST_BYTES, MOST_TOKENS * BYTES_OF_A_TOKEN)
    for each in asked:
        if each.path not in texts:
            cut.append(f"{each.path} is no text, or could not be read.")
            continue
        shown = _shown(each, texts[each.path])
        size = len(shown.text.encode())
        if len(files) >= MOST_FILES or size > room:
            cut.append(
                f"{each.path} is left out: {MOST_FILES} files and {MOST_BYTES} bytes are shown at most."
            )
            continue
        if not shown.whole:
            cut.append(f"{each.path} is shown to its first {size} of {len(texts[each.path].encode())} bytes.")
        files.append(shown)
        room -= size
    return files, cut


def _shown(each: Wanted, text: str) -> Shown:
    if each.why == NAMED or len(text.encode()) <= LONGEST:
        return Shown(path=each.path, why=each.why, text=text)
    head = text.encode()[:LONGEST].decode(errors="ignore")
    return Shown(path=each.path, why=each.why, text=head[: head.rfind("\n") + 1] or head, whole=False)


def _nearby(named: Collection[str], paths: Collection[str]) -> tuple[str, ...]:
    """The paths that share the most folders with the named ones; without any, those nearest to the root."""
    above = {folder for path in named for folder in _folders(path)}

    def distance(path: str) -> tuple[int, int, str]:
        near = max((folder.count("/") + 1 for folder in _folders(path) if folder in above), default=0)
        return -near, path.count("/"), path

    return tuple(sorted(sorted(paths, key=distance)[:MOST_PATHS]))


def _folders(path: str) -> Iterator[str]:
    at = path.find("/")
    while at != -1:
        yield path[:at]
        at = path.find("/", at + 1)


def _used(look: Look) -> Iterator[str]:
    """Each place outside that takes a name from one of the files."""
    for path in look.named:
        for other in look.graph.dependents(path):
            module = look.graph.module(other)
            links = look.graph.links(other, module) if module is not None else ()
            taken = sorted({(link.line, link.name or "all of it") for link in links if link.path == path})
            yield from (f"{other}:{line} takes {name} from {path}" for line, name in taken)
