"""What others depend on stays: no name, module or parameter is taken away from files that still use it."""

from agents.repository.parsing import language_of
from policies.counting import count
from policies.dependents import Damage, damage
from policies.gates.input import GateInput
from policies.verdict import Block, Pass, Verdict, Warn

RULE = "dependents"

# Places of one loss that are named.
_PLACES = 3


def judge(gate_input: GateInput) -> Verdict:
    """Blocks what breaks files that import or call what is changed; warns when the repository could not be looked at."""
    graph = gate_input.graph
    found = damage(gate_input.patchset.changes, graph)
    if found:
        return Block(
            rule=RULE,
            reason="Other files still use what it takes away.",
            remedy="Keep what they use, or change them in the same patchset.",
            evidence=tuple(_lines(found)),
        )
    unread = _unread(gate_input)
    if unread:
        return Warn(
            rule=RULE,
            reason="Some files were not read, so nobody looked at what they use.",
            remedy="Look for uses of what is changed in the named files.",
            evidence=unread,
        )
    return Pass(RULE, (f"looked at {count(len(graph.modules), 'source file')}",))


def _unread(gate_input: GateInput) -> tuple[str, ...]:
    """Files that may use what is changed and were not read; what is only added takes nothing away from anybody."""
    changed = {
        language
        for change in gate_input.patchset.changes
        if change.before is not None and (language := _family(change.path))
    }
    unread = sorted(gate_input.graph.unread.items())
    return tuple(f"{path}: {why}" for path, why in unread if _family(path) in changed)


def _family(path: str) -> str:
    """The languages whose files can import each other, by one name; empty for what is not read here."""
    language = language_of(path)
    return "javascript" if language in {"typescript", "tsx"} else language


def _lines(found: tuple[Damage, ...]) -> list[str]:
    """One line for each loss, with the first places that feel it."""
    places: dict[tuple[str, str], list[str]] = {}
    for each in found:
        places.setdefault((each.path, each.words), []).append(each.place)
    return [
        f"{path}: {words}; {', '.join(used[:_PLACES])}"
        + (f" and {len(used) - _PLACES} more" if len(used) > _PLACES else "")
        + (" uses it" if len(used) == 1 else " use it")
        for (path, words), used in places.items()
    ]
