"""What the patchsets of one run come to together is shown, because a person reads one of them at a time."""

from collections.abc import Iterator, Mapping

from policies.capabilities import WORDS, Capability, Kind, capabilities
from policies.counting import count
from policies.gates.input import GateInput
from policies.patchset import Patchset
from policies.sources import Source, read
from policies.tree import changed_lines
from policies.verdict import Pass, Verdict, Warn

RULE = "whole-run"

# Two capabilities that make a third; the first pair is common, so it counts only in files that know each other.
_PAIRS: tuple[tuple[Kind, Kind, str, bool], ...] = (
    ("secrets", "network", "what is read can be sent away", True),
    ("decoding", "running", "what is decoded can be run", False),
    ("network", "running", "what is fetched can be run", False),
)


def judge(gate_input: GateInput) -> Verdict:
    """Warns of capabilities that come together only with earlier patchsets of the run, and of files that grew in steps."""
    earlier = gate_input.earlier
    unread = tuple(f"{number}: was not read again, so it was not compared" for number in gate_input.unread)
    found = (*_together(gate_input.patchset, earlier), *_grown(gate_input))
    if found:
        return Warn(
            rule=RULE,
            reason="Together with earlier patchsets of this run it comes to more than it shows.",
            remedy="Look at the named places together before you approve.",
            evidence=(*found, *unread),
        )
    if unread:
        return Warn(
            rule=RULE,
            reason=f"It was looked at with {len(earlier)} earlier patchsets of this run and not with {len(unread)} others.",
            remedy="Look at those together with it before you approve.",
            evidence=unread,
        )
    return Pass(RULE, (f"looked at with {count(len(earlier), 'earlier patchset')} of the run",))


def _together(patchset: Patchset, earlier: tuple[Patchset, ...]) -> Iterator[str]:
    mine = [each for change in patchset.changes for each in capabilities(change)]
    theirs = [
        (other.number, each) for other in earlier for change in other.changes for each in capabilities(change)
    ]
    texts = {change.path: change.after or b"" for other in (*earlier, patchset) for change in other.changes}
    for one, other, words, must_know in _PAIRS:
        for here in mine:
            wanted = {one: other, other: one}.get(here.kind)
            for number, there in theirs:
                if there.kind != wanted or (must_know and not _know(here.path, there.path, texts)):
                    continue
                yield (
                    f"{here.path}:{here.line}: {WORDS[here.kind]}; {number} {_place(there)}: "
                    f"{WORDS[there.kind]}; together {words}"
                )
                break


def _place(capability: Capability) -> str:
    return f"{capability.path}:{capability.line}"


def _know(one: str, other: str, texts: Mapping[str, bytes]) -> bool:
    """Whether they are one file, or one imports the other."""
    return one == other or _imports(one, other, texts) or _imports(other, one, texts)


def _imports(path: str, other: str, texts: Mapping[str, bytes]) -> bool:
    source = read(path, texts[path])
    # In Go a folder is imported, elsewhere a file.
    wanted = other.rpartition("/")[0] if other.endswith(".go") else other
    return isinstance(source, Source) and any(mention.is_covered(wanted) for mention in source.imports)


def _grown(gate_input: GateInput) -> Iterator[str]:
    """Files in which the run changes more lines than one patchset may, though each patchset keeps the bound."""
    bound = gate_input.policy.size.lines
    for change in gate_input.patchset.changes:
        steps = [
            (other.number, sum(map(len, changed_lines(each))))
            for other in (*gate_input.earlier, gate_input.patchset)
            for each in other.changes
            if each.path == change.path
        ]
        total = sum(lines for _, lines in steps)
        if len(steps) > 1 and total > bound:
            names = ", ".join(number for number, _ in steps)
            yield f"{change.path}: {total} lines changed by {names} together; one patchset may change {bound}"
