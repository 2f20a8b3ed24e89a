"""Draws the architecture of a plan as a Mermaid flowchart."""

from agents.builtin.decompose_names import plain
from agents.schemas.pack import ArchitecturePack

MOST_NODES = 12


def diagram(pack: ArchitecturePack) -> str:
    """At most twelve components with quoted labels; words of the PRD can be nothing but labels."""
    shown = pack.architecture.components[:MOST_NODES]
    numbers = {part.id: f"c{index}" for index, part in enumerate(shown)}
    lines = ["flowchart LR", *(f"  {numbers[part.id]}[{_label(part.name)}]" for part in shown)]
    for each in pack.architecture.connections:
        if each.source in numbers and each.target in numbers:
            arrow = "-->" if each.waits else "-.->"
            said = f"|{_label(each.label)}|" if each.label else ""
            lines.append(f"  {numbers[each.source]} {arrow}{said} {numbers[each.target]}")
    return "\n".join(lines)


def _label(text: str) -> str:
    """Mermaid reads entities in quoted labels as the characters they stand for, written with # instead of &."""
    line = plain(text, limit=60)
    for char, code in (
        ("#", "#35;"),
        ('"', "#quot;"),
        ("<", "#lt;"),
        (">", "#gt;"),
        ("`", "#96;"),
        ("|", "#124;"),
    ):
        line = line.replace(char, code) if char != "#" else line.replace("#", "#35;")
    return f'"{line}"'
