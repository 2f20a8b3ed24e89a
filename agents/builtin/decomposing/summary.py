"""Writes a backlog as the Markdown page people read before they approve it (`decomposition_plan_summary.md`)."""

import re
from collections.abc import Iterator

from agents.builtin.decomposing.foundation import COMMANDS
from agents.builtin.decomposing.names import plain
from agents.builtin.markdown import markdown
from agents.builtin.summary import seen
from agents.schemas.backlog import Backlog, Slice, Unit, longest_chain, ready

# What a scenario begins with is a sentence of its own.
_SCENARIO = re.compile(
    r"(?:given|when|then|angenommen|wenn|dado|dada|cuando|quando|étant donné|soit|quand)\b|假设|假如|当",
    re.IGNORECASE,
)
_SPAN = re.compile(r"\\`(.+?)\\`")
_USUAL = frozenset(
    {
        "skeleton",
        "architecture",
        "scope",
        "decision",
        "glossary",
        "pages",
        "settings",
        "component",
        "local",
        "ci",
    }
)
_WORST = ("low", "medium", "high")


def summary(backlog: Backlog) -> str:
    """Slices as a table, what can start today, then every unit with its requirements, test and files.

    The foundation is much the same in every backlog, so it comes last.
    """
    chain, today = longest_chain(backlog), ready(backlog, ())
    parts = [
        f"# Backlog: {_count(len(backlog.units), 'unit')} in {_count(len(backlog.slices), 'slice')}",
        _table(backlog),
        f"Longest chain {_count(len(chain), 'unit')}: {' → '.join(chain[:12])}{' → …' if len(chain) > 12 else ''}.  \n"
        f"{len(today)} can start today: {', '.join(unit.id for unit in today[:20])}{' …' if len(today) > 20 else ''}."
        if chain
        else "There is nothing to do.",
        *_slices(backlog),
    ]
    if backlog.dropped:
        rows = "\n".join(
            f"- **{part.id}** {markdown(part.title, limit=120)}: {markdown(part.reason, limit=250)}"
            for part in backlog.dropped
        )
        parts.append(f"## Left out\n\n{rows}")
    if backlog.notes:
        parts.append("## Notes\n\n" + "\n".join(f"- {markdown(note)}" for note in backlog.notes))
    return re.sub(r"[^\S\n]", " ", seen("\n\n".join(parts))) + "\n"


def _table(backlog: Backlog) -> str:
    rows = ["| Slice | Units | Starts after | Size | Risk |", "|---|--:|---|---|---|"]
    for part in backlog.slices:
        units = [unit for unit in backlog.units if unit.slice == part.id]
        sizes = ((size, sum(unit.size == size for unit in units)) for size in ("S", "M"))
        size = ", ".join(f"{number} × {size}" for size, number in sizes if number)
        risk = max((unit.risk for unit in units), key=_WORST.index, default="low")
        after = ", ".join(part.starts_after) or "—"
        title = markdown(f"{part.id} {part.title}", limit=80)
        rows.append(
            f"| {title} | {len(units)} | {after} | {size} | {'**high**' if risk == 'high' else risk} |"
        )
    return "\n".join(rows)


def _slices(backlog: Backlog) -> Iterator[str]:
    """The product's slices in their order, and after them those that most backlogs have."""

    def usual(part: Slice) -> bool:
        units = (unit for unit in backlog.units if unit.slice == part.id)
        return all(unit.foundation and unit.kind in _USUAL for unit in units)

    return (_slice(part, backlog=backlog) for part in sorted(backlog.slices, key=usual))


def _slice(part: Slice, *, backlog: Backlog) -> str:
    units = [_unit(unit) for unit in backlog.units if unit.slice == part.id]
    return f"## {markdown(f'{part.id} {part.title}', limit=120)}\n\n" + "\n".join(units)


def _unit(unit: Unit) -> str:
    served = ", ".join(markdown(each, limit=60) for each in unit.requirement_ids[:8]) + (
        " …" if len(unit.requirement_ids) > 8 else ""
    )
    facts = [served or "foundation"]
    if unit.depends_on:
        facts.append(f"after {', '.join(unit.depends_on[:8])}{' …' if len(unit.depends_on) > 8 else ''}")
    facts.append(f"size {unit.size}, risk {unit.risk}")
    lines = [f"- **{markdown(f'{unit.id} {unit.title}', limit=160)}** · {' · '.join(facts)}"]
    lines += [
        f"  - {'' if _SCENARIO.match(each) else 'done when '}{_worded(each)}"
        for each in unit.acceptance_criteria
    ]
    if unit.test:
        command = unit.test.startswith(("python ", "node ")) or unit.test in COMMANDS.values()
        lines.append(f"  - proved by {_code(unit.test) if command else _worded(unit.test)}")
    # “Everything” is a permission where nobody can say more, and tells a reader nothing.
    files = [path for path in unit.files if path != "**"]
    if files:
        listed = ", ".join(_code(path) for path in files[:8])
        lines.append(f"  - touches {listed}{' …' if len(files) > 8 else ''}")
    return "\n".join(lines)


def _worded(text: str) -> str:
    """Words as they are, and what stands in them between backticks as code."""
    parts = _SPAN.split(markdown(text, limit=240)) if text.count("`") == 2 else [markdown(text, limit=240)]
    return "".join(_code(part) if at % 2 else part for at, part in enumerate(parts))


def _code(text: str) -> str:
    """One line of code; there is no path or command with a backtick in it, so one that has some loses them."""
    return f"`{plain(text).replace('`', '')[:200] or ' '}`"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
