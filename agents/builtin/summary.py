"""A pack as people read it: one page of Markdown and a diagram of at most twelve boxes."""

import re
from collections.abc import Iterable, Iterator

from agents.builtin.titles import names_product
from agents.schemas.architecture import Component
from agents.schemas.pack import ArchitecturePack
from agents.schemas.requirements import Entry

MOST_NODES = 12
LONGEST_LABEL = 60
# A note may quote a dozen sentences; cut short it would hide those it is for.
LONGEST_NOTE = 1200
# Letters and marks that show nothing; what Unicode counts as control or format is not printable anyway.
BLANK = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0000-\U000e0fff]"
)
# Quotes, brackets and pipes end a mermaid label; angle brackets and entities would be read as HTML; and some versions
# read a label as Markdown, in which lists, links and rules are “unsupported” and stand in the box as these words.
UNSAFE = re.compile(r"[\"\[\]{}()<>|`#;&\\%*~@]|\$\$|://|\bwww\.")
LISTED = re.compile(r"^(?:(?:[-+=_.]|\d{1,9}\.)(?:\s+|$)|[-+=_.]{2,}$)+")
SHAPES = {"store": ('[("', '")]'), "files": ('[("', '")]'), "queue": ('[["', '"]]'), "external": ('("', '")')}


def diagram(pack: ArchitecturePack) -> str:
    """The architecture as a mermaid flowchart; what does not fit into twelve boxes is counted in a last one."""
    parts = pack.architecture.components
    shown = parts if len(parts) <= MOST_NODES else parts[: MOST_NODES - 1]
    ids = {part.id: f"c{number}_{part.id}"[:40] for number, part in enumerate(shown, start=1)}
    lines = ["flowchart LR"]
    lines.extend(f"  {ids[part.id]}{_box(part)}" for part in shown)
    if len(shown) < len(parts):
        lines.append(f'  more["and {len(parts) - len(shown)} more parts"]')
    for each in pack.architecture.connections:
        if each.source in ids and each.target in ids:
            arrow = "-->" if each.waits else "-.->"
            label = f'|"{_label(each.label)}"|' if each.label else ""
            lines.append(f"  {ids[each.source]} {arrow}{label} {ids[each.target]}")
    return "\n".join(lines) + "\n"


def summary(pack: ArchitecturePack) -> str:
    """`architecture_pack_summary.md`: what was understood, the decision, the questions, coverage, and every requirement."""
    return (
        "\n".join(
            (
                *_head(pack),
                *_decisions(pack),
                *_questions(pack),
                *_coverage(pack),
                *_parts(pack),
                *_listed(pack),
                *_heard(pack),
            )
        ).rstrip()
        + "\n"
    )


def cell(text: str, *, limit: int = 300) -> str:
    """Words from a document made safe for one table cell or list line: no markup, no mention, no HTML, no line break."""
    words = re.sub(r"\s+", " ", seen(text)).strip()
    words = words if len(words) <= limit else f"{words[: limit - 1].rstrip()}…"
    words = re.sub(r"([\\`*_{}\[\]|~#])", r"\\\1", words).replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"@(?=\w)", "@\u2060", words)


def seen(text: str) -> str:
    """Without the characters nobody sees: a plan says what it says."""
    shown = BLANK.sub("", text)
    if "".join(shown.split()).isprintable():
        return shown
    return "".join(char for char in shown if char.isprintable() or char.isspace())


def _box(part: Component) -> str:
    opening, closing = SHAPES.get(part.kind, ('["', '"]'))
    words = (
        part.name
        if not part.technology or part.kind not in {"store", "files"}
        else f"{part.name}, {part.technology}"
    )
    note = " - external" if part.kind == "external" else ""
    return f"{opening}{_label(words, limit=LONGEST_LABEL - len(note))}{note}{closing}"


def _label(text: str, *, limit: int = LONGEST_LABEL) -> str:
    words = LISTED.sub("", re.sub(r"\s+", " ", UNSAFE.sub(" ", seen(text))).strip()).strip() or "part"
    return words if len(words) <= limit else f"{words[: limit - 1].rstrip()}…"


def _head(pack: ArchitecturePack) -> Iterator[str]:
    title = pack.prd.title if names_product(pack.prd.title) else ""
    yield f"# Architecture of {cell(pack.prd.product or title or 'the product', limit=120)}"
    yield ""
    yield f"**{cell(pack.architecture.headline, limit=500)}** {cell(pack.architecture.rationale, limit=500)}"
    yield ""
    yield f"Planned by: {cell(pack.planner)}."
    yield ""
    yield "## What I understood"
    yield ""
    yield from (
        f"{number}. {cell(text, limit=500)}" for number, text in enumerate(pack.prd.understood, start=1)
    )
    yield from (f"- Note: {cell(text, limit=LONGEST_NOTE)}" for text in pack.prd.found)
    yield ""


def _decisions(pack: ArchitecturePack) -> Iterator[str]:
    yield "## Decisions"
    yield ""
    yield from _table(
        ("Decision", "Why", "What we give up"),
        ((f"{each.id} {each.title}", each.why, each.gives_up) for each in pack.architecture.decisions),
    )
    if pack.architecture.rejected:
        yield "Turned down:"
        yield ""
        yield from (f"- {cell(each.name)}: {cell(each.why)}." for each in pack.architecture.rejected)
        yield ""


def _questions(pack: ArchitecturePack) -> Iterator[str]:
    if pack.clarifications:
        yield "## Questions"
        yield ""
        for each in pack.clarifications:
            state = (
                f"answered{f' by {cell(each.by)}' if each.by else ''}: {cell(each.answer).rstrip('.')}"
                if each.answer
                else f"default: {cell(each.default).rstrip('.')}"
                if each.default
                else "**no safe default**"
            )
            yield f"- {each.id} {cell(each.text, limit=500)} ({state}; changes {cell(each.changes)})"
        yield ""


def _coverage(pack: ArchitecturePack) -> Iterator[str]:
    counted = pack.coverage
    yield "## Coverage"
    yield ""
    waiting, assumed = sum(each.blocking for each in pack.clarifications), len(pack.assumptions)
    yield (
        f"{counted.requirements.served}/{counted.requirements.total} requirements · {counted.nfrs.served}/{counted.nfrs.total} quality demands · "
        f"{assumed} {'assumption' if assumed == 1 else 'assumptions'} · {waiting} {'question' if waiting == 1 else 'questions'} without a safe default"
    )
    yield ""
    if counted.gaps:
        yield from (f"- Gap: {each.requirement_id} has no {each.missing}." for each in counted.gaps)
        yield ""


def _parts(pack: ArchitecturePack) -> Iterator[str]:
    yield "## Components"
    yield ""
    rows = (
        (
            part.name,
            part.kind,
            part.technology,
            part.purpose,
            ", ".join(part.requirement_ids[:12]) + (" …" if len(part.requirement_ids) > 12 else ""),
        )
        for part in pack.architecture.components
    )
    yield from _table(("Component", "Kind", "Technology", "Purpose", "Serves"), rows)


def _listed(pack: ArchitecturePack) -> Iterator[str]:
    groups: tuple[tuple[str, Iterable[tuple[str, str, tuple[int, ...]]]], ...] = (
        ("Requirements", ((_named(each), each.text, each.lines) for each in pack.requirements)),
        ("Quality", ((_named(each), f"{each.category}: {each.text}", each.lines) for each in pack.nfrs)),
        (
            "Constraints",
            ((each.id, each.text, each.lines) for each in (*pack.org_constraints, *pack.prd.constraints)),
        ),
        ("Non-goals", ((each.id, each.text, each.lines) for each in pack.prd.non_goals)),
        ("Later", ((each.id, each.text, each.lines) for each in pack.prd.deferred)),
        ("Success metrics", ((each.id, each.text, each.lines) for each in pack.prd.success_metrics)),
        ("Assumptions", ((each.id, each.text, each.lines) for each in pack.assumptions)),
        ("Risks", ((each.id, f"{each.text} {each.mitigation}", ()) for each in pack.architecture.risks)),
        ("Open in the document", ((each.id, each.text, each.lines) for each in pack.open_questions)),
    )
    for title, rows in groups:
        listed = tuple(rows)
        if listed:
            yield f"## {title}"
            yield ""
            yield from (f"- {each} {cell(text)}{_source(lines)}" for each, text, lines in listed)
            yield ""


def _named(entry: Entry) -> str:
    """The id, and that the document demands what a model had lost or said otherwise."""
    return f"{entry.id} (put back)" if entry.origin == "put_back" else entry.id


def _heard(pack: ArchitecturePack) -> Iterator[str]:
    if pack.refinement.applied:
        yield "## What was asked and what came of it"
        yield ""
        yield from (
            f"- “{cell(each.text)}”{f' ({cell(each.by)})' if each.by else ''}: {cell(each.outcome)}"
            for each in pack.refinement.applied
        )
        yield ""


def _source(lines: tuple[int, ...]) -> str:
    if not lines:
        return ""
    return (
        f" <sub>PRD line {lines[0]}</sub>"
        if len(lines) == 1
        else f" <sub>PRD lines {', '.join(map(str, lines[:6]))}</sub>"
    )


def _table(columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(columns)} |"
    yield f"|{'---|' * len(columns)}"
    yield from (f"| {' | '.join(cell(each) for each in row)} |" for row in rows)
    yield ""
