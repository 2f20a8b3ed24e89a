"""What a product has beside its usual parts: a small program of another kind."""

from agents.builtin.planning.drawing.shape_parts import Part, Shape
from agents.builtin.planning.entries import Entries
from agents.builtin.reader.words.occurring import occurring

COMMAND = Part(
    "command_line",
    "Command-line client",
    "interface",
    "Lets people and scripts use the product from a terminal.",
    serves=r"\bcli\b|\bcommand[- ]line\b|\bexits? (?:with )?\d|\bexit code|(?<!\S)--\w",
)
PAGES = Part(
    "web_pages",
    "Web pages",
    "client",
    "Shows in a browser what is done at a desk.",
    serves=(
        r"\bweb (?:page|portal|interface|ui|app|dashboard|console|admin\w*)s?\b"
        r"|\badmin (?:panel|portal|pages?|dashboard)\b"
        r"|\bon (?:his|her|their|the|a) (?:pc|computer|desktop|laptop)\b"
    ),
)
WANTS_COMMAND = occurring(
    r"\b(?:an?|the|our|with|and) (?:[\w-]+ )?(?:cli|command[- ]line (?:tool|client|interface|program))\b"
)
# `Dispatch sees them on the existing web dashboard`: nothing to build.
THERE_ALREADY = occurring(
    r"\b(?:existing|present|current) (?:[\w-]+ ){0,2}(?:web|pages?|portal|dashboard|cli)\b|\bsame as the web\b",
)
WANTS_PAGES = occurring(PAGES.serves)
# What a box in the field shows to people and takes from them.
OF_A_BOX = PAGES._replace(
    purpose="Shows what the box knows, and takes what people set.",
    serves=rf"{PAGES.serves}|\bsees?\b|\bcurves?\b|\bcharts?\b|\b(?:is|are) shown\b|\bchoos|\bi can\b|\bchang(?:e|es|ed) (?:the|an?|each)\b|\bsettings?\b",
)


def with_companions(shape: Shape, entries: Entries) -> Shape:
    """The shape with a command for what is served, or with pages for what stands behind an app, where the text wants one."""
    told = (*entries.requirements, *entries.constraints, *entries.stories)
    wanted = [
        each.text
        for each in told
        if not getattr(each, "tentative", False) and not THERE_ALREADY.search(each.text)
    ]
    ids = {part.id for part in shape.parts}
    if "api" in ids and any(WANTS_COMMAND.search(text) for text in wanted):
        return _beside(shape, COMMAND, "api")
    if {"devices", "store"} <= ids and any(WANTS_PAGES.search(text) for text in wanted):
        return _beside(shape, PAGES, "store")
    if shape.entry == "devices" and any(OF_A_BOX.helps(text) for text in wanted):
        return _beside(shape, OF_A_BOX, "store" if "store" in ids else shape.core)
    if "backend" in ids and any(WANTS_PAGES.search(text) for text in wanted):
        return _beside(shape, PAGES, "backend")
    return shape


def _beside(shape: Shape, part: Part, behind: str) -> Shape:
    return shape._replace(parts=(*shape.parts, part), wires=(*shape.wires, (part.id, behind, "asks")))
