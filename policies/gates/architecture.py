"""A patchset keeps the rules of architecture that the repository's people wrote down; no model is asked.

What is read of a file, and what is not, stands in `policies.sources`. A file that cannot be read breaks every rule
that would have read it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from config.architecture import ArchitectureRule
from config.patterns import compiled
from policies.gates.input import GateInput
from policies.globs import covers
from policies.sources import Mention, Source, Unread, read
from policies.tree import Change, numbered_lines
from policies.verdict import Block, Pass, Verdict, Warn

RULE = "architecture"


def judge(gate_input: GateInput) -> tuple[Verdict, ...]:
    """Blocks or warns, as each rule says, of what a patchset brings against it; what was there before does not count.

    Each broken rule speaks for itself, as `architecture/its-name`, so that letting one pass says nothing of another.
    """
    rules = gate_input.policy.architecture
    broken = tuple(
        _broken(rule, found)
        for rule in rules
        if (found := tuple(_evidence(rule, gate_input.patchset.changes)))
    )
    if broken:
        return broken
    said = f"{len(rules)} rules kept" if rules else "this repository has no rules of architecture"
    return (Pass(RULE, (said,)),)


def _broken(rule: ArchitectureRule, found: tuple[str, ...]) -> Verdict:
    because = f": {rule.because.rstrip('.')}." if rule.because else "."
    return (Block if rule.level == "block" else Warn)(
        rule=f"{RULE}/{rule.name}",
        reason=f"A rule of this repository's architecture is broken{because}",
        remedy="Solve it without what the rule forbids, or change the rule in .github/signalbox.yml.",
        evidence=found,
    )


def _evidence(rule: ArchitectureRule, changes: Iterable[Change]) -> Iterator[str]:
    for change in changes:
        if change.after is not None and _is_about(rule, change.path):
            for line, words in sorted(set(_findings(rule, change, change.after))):
                yield f"{change.path}:{line}: {words}"


def _is_about(rule: ArchitectureRule, path: str) -> bool:
    def any_covers(globs: Iterable[str]) -> bool:
        return any(covers(glob, path) for glob in globs)

    return any_covers(rule.files) and not any_covers(rule.except_files)


def _findings(rule: ArchitectureRule, change: Change, after: bytes) -> Iterator[tuple[int, str]]:
    added = numbered_lines(change)[1]
    for pattern in rule.forbidden_text:
        for number, line in added:
            if compiled(pattern).search(line) is not None:
                yield number, f"matches {pattern}"
    if rule.forbidden_imports or rule.forbidden_calls:
        yield from _in_source(rule, change, after, {number for number, _ in added})


def _in_source(
    rule: ArchitectureRule, change: Change, after: bytes, added: set[int]
) -> Iterator[tuple[int, str]]:
    source = read(change.path, after)
    if source is None:
        return
    if isinstance(source, Unread):
        yield source.line, f"{source.reason}, so nobody can tell"
        return
    earlier = read(change.path, change.before) if change.before is not None else None
    before = earlier if isinstance(earlier, Source) else Source((), ())
    for words, forbidden, now, then in (
        ("imports", rule.forbidden_imports, source.imports, before.imports),
        ("names", rule.forbidden_calls, source.names, before.names),
        ("names", [call for call in rule.forbidden_calls if "." not in call], source.words, before.words),
    ):
        for mention in _brought(_covered(now, forbidden), _covered(then, forbidden), added):
            yield mention.line, f"{words} {mention.spellings[0]}"
    # Whoever holds a module that cannot be told may call what is in it.
    of_modules = any("." in call and not call.startswith("*.") for call in rule.forbidden_calls)
    doubts = source.unclear if rule.forbidden_imports or of_modules else ()
    yield from ((line, words) for line, words in (*doubts, *source.hidden) if line in added)


def _covered(mentions: Iterable[Mention], forbidden: Iterable[str]) -> tuple[Mention, ...]:
    return tuple(mention for mention in mentions if any(mention.is_covered(rule) for rule in forbidden))


def _brought(now: tuple[Mention, ...], then: tuple[Mention, ...], added: set[int]) -> Iterator[Mention]:
    """What stands on a new line, and all of what there is more of than before, wherever its lines are."""
    counts = Counter(mention.spellings[0] for mention in now)
    counts.subtract(mention.spellings[0] for mention in then)
    for mention in now:
        if mention.line in added or counts[mention.spellings[0]] > 0:
            yield mention
