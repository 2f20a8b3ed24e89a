"""What a patchset takes away from files that depend on the ones it changes, as far as imports and plain calls tell.

Only what was whole before counts: a name that was there and is gone, a call that fitted and fits no more. What cannot be
told (a computed import, a name from outside, a file that was not read) is never held against a patchset.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from agents.repository.graph import Graph
from agents.repository.module import STAR, WHOLE, Definition, Import, Module, Use
from agents.repository.places import Link, Places
from agents.repository.reading import read
from policies.tree import Change

# Files that hand on all names of another, one behind the other.
_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class Damage:
    """A file that is changed, what of it others lose, and one place that loses it, as `path:line`."""

    path: str
    words: str
    place: str


@dataclass(frozen=True, slots=True)
class _Unknown:
    """It may be there."""


_UNKNOWN = _Unknown()
_Found = Definition | _Unknown | None


@dataclass(frozen=True, slots=True)
class _State:
    """The repository before or after: its files, and what the touched ones hold."""

    graph: Graph
    places: Places
    touched: Mapping[str, Module | None]

    def module(self, path: str) -> Module | None:
        return self.touched[path] if path in self.touched else self.graph.module(path)

    def found(self, path: str, name: str, *, deep: int = 0) -> _Found:
        """What the file, or its package in Go, offers under the name; names it hands on from others too."""
        module = self.module(path)
        if module is None:
            return _UNKNOWN
        package = self.places.beside(path) if module.language == "go" else ()
        for one in (module, *(self.module(each) for each in package if each.endswith(".go"))):
            if one is None:
                return _UNKNOWN
            if (known := next((each for each in one.definitions if each.name == name), None)) is not None:
                return known
        if module.unclear or deep == _DEEPEST:
            return _UNKNOWN
        return self._handed_on(path, module, name, deep=deep)

    def stars(self, path: str) -> tuple[str, ...]:
        """The files of which it hands on all names."""
        module = self.module(path)
        if module is None:
            return ()
        stars = tuple(each for each in module.imports if each.name == STAR)
        return tuple(link.path for link in self.places.links(path, stars, module.language))

    def _handed_on(self, path: str, module: Module, name: str, *, deep: int) -> _Found:
        for each in (one for one in module.imports if one.name == STAR):
            links = tuple(self.places.links(path, (each,), module.language))
            if not links:
                return _UNKNOWN
            for link in links:
                if (known := self.found(link.path, name, deep=deep + 1)) is not None:
                    return known
        return None


def damage(changes: tuple[Change, ...], graph: Graph) -> tuple[Damage, ...]:
    """What others lose, in the order of the changed files."""
    touched = {change.path: change for change in changes}
    gone = {path for path, change in touched.items() if change.after is None}
    files = frozenset({*graph.places.files, *touched} - gone)
    before = _State(graph, graph.places, {each.path: _read(each.path, each.before) for each in changes})
    later = Places(files, graph.places.go_modules)
    after = _State(graph, later, {each.path: _read(each.path, each.after) for each in changes})
    found: dict[Damage, None] = {}
    for change in changes:
        module = before.touched[change.path]
        if module is None:
            continue
        loss = _Loss(change.path, {each.name: each for each in module.definitions}, before, after)
        for path in dict.fromkeys((*_dependents(change.path, before), *touched)):
            found |= dict.fromkeys(loss.of(path))
    return tuple(found)


def _read(path: str, content: bytes | None) -> Module | None:
    return None if content is None else read(path, content)


def _dependents(path: str, state: _State) -> Iterator[str]:
    """Whoever takes something from the file, directly or through files that hand all its names on."""
    edge = [path]
    for _ in range(_DEEPEST):
        takers = [each for one in edge for each in state.graph.dependents(one)]
        yield from takers
        edge = [each for each in takers if set(edge) & set(state.stars(each))]


@dataclass(frozen=True, slots=True)
class _Loss:
    """A changed file, what it offered before, and the repository on both sides of the change."""

    path: str
    offered: Mapping[str, Definition]
    before: _State
    after: _State

    def of(self, other: str) -> Iterator[Damage]:
        """What another file, as it shall be, takes from this one and does not find any more."""
        module = self.after.module(other) if other in self.after.places.files else None
        if module is None or other == self.path:
            return
        if module.language == "go" and _folder(other) == _folder(self.path):
            for use in module.uses:
                if use.chain in self.offered:
                    yield from self._judged(use.chain, self.after.found(other, use.chain), other, (use,))
        for each in module.imports:
            then = self.before.places.links(other, (each,), module.language)
            means = next((link for link in then if self._is_meant(link.path)), None)
            if means is None or each.name == STAR:
                continue
            now = tuple(self.after.places.links(other, (each,), module.language))
            if not now:
                yield Damage(self.path, "is gone", f"{other}:{each.line}")
            elif means.name == WHOLE:
                yield from self._inside(each.bound, now[0].path, other, module)
            elif means.name in self.offered:
                yield from self._by_name(each, means.name, now, other, module)

    def _by_name(
        self, each: Import, name: str, now: tuple[Link, ...], other: str, module: Module
    ) -> Iterator[Damage]:
        found = [_UNKNOWN if link.name == WHOLE else self.after.found(link.path, name) for link in now]
        best = next((one for one in found if one is not None), None)
        calls = [
            use for use in module.uses if each.bound and use.chain == each.bound and use.call is not None
        ]
        yield from self._judged(name, best, other, (Use(each.line, name), *calls))

    def _inside(self, bound: str, now: str, other: str, module: Module) -> Iterator[Damage]:
        for use in module.uses:
            if not bound or not use.chain.startswith(f"{bound}."):
                continue
            rest = use.chain[len(bound) + 1 :]
            name = rest.partition(".")[0]
            if name in self.offered:
                plain = use if rest == name else Use(use.line, use.chain)
                yield from self._judged(name, self.after.found(now, name), other, (plain,))

    def _judged(self, name: str, found: _Found, other: str, uses: Iterable[Use]) -> Iterator[Damage]:
        if isinstance(found, _Unknown):
            return
        for use in uses:
            place = f"{other}:{use.line}"
            if found is None:
                yield Damage(self.path, f"`{name}` is gone", place)
                return
            then, now = self.offered[name].signature, found.signature
            if use.call is None or then is None or now is None:
                continue
            if then.takes(use.call) and not now.takes(use.call):
                yield Damage(self.path, f"`{name}{now}` does not take what it is given", place)

    def _is_meant(self, path: str) -> bool:
        """Whether this is the changed file, another of its package in Go, or one that hands its names on."""
        if path == self.path or (path.endswith(".go") and _folder(path) == _folder(self.path)):
            return True
        seen, edge = {path}, [path]
        for _ in range(_DEEPEST):
            edge = [each for one in edge for each in self.before.stars(one) if each not in seen]
            seen |= set(edge)
        return self.path in seen


def _folder(path: str) -> str:
    return path.rpartition("/")[0]
