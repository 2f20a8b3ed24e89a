"""A whole document read: cleaned, cut into blocks, classified, names found."""

from agents.builtin.reader.blocks import Block, blocks, front_matter
from agents.builtin.reader.classify import classify
from agents.builtin.reader.clean import clean
from agents.builtin.reader.findings import Findings, Unreadable


def read(text: str) -> Findings | Unreadable:
    """What `text` says; a value that says why when it cannot be read."""
    cleaned = clean(text)
    if isinstance(cleaned, Unreadable):
        return cleaned
    found = blocks(cleaned.text)
    title = _title(found)
    findings = classify(found, title=title)
    return Findings(
        title=title.text if title else front_matter(cleaned.text).get("title", ""),
        product="",
        language="",
        findings=findings,
        notes=cleaned.notes,
    )


def _title(found: tuple[Block, ...]) -> Block | None:
    headings = [block for block in found if block.shape == "heading"]
    if not headings:
        return None
    top = min(block.depth for block in headings)
    firsts = [block for block in headings if block.depth == top]
    return (
        headings[0]
        if headings[0].depth == top and (len(firsts) == 1 or headings[0] is found[0]) and len(headings) > 1
        else None
    )
