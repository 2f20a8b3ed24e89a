"""What a product has beside its usual parts: a small program of another kind, or a box in the field that it runs on."""

import re
from dataclasses import replace

from agents.builtin.planning.drawing.shape_parts import CORE, KEEPS, LATER, Part, Shape
from agents.builtin.planning.entries import Entries
from agents.builtin.reader.words.occurring import occurring

# A program that runs in the field, on a machine of its own beside the things it reads and steers.
ON_A_BOX = re.compile(
    r"\b(?:runs?|running|deployed|installed|hosted) on (?:an? |the |each |every )?(?:[\w-]+ )?"
    r"(?:raspberry|gateway|box|board|jetson|micro-?controller|plc|esp32|arduino|edge device)\b"
    r"|\b(?:box|gateway|hub|device|controller|board) \((?:an? )?(?:raspberry|esp32|jetson|arduino|stm32|beaglebone)"
    r"|\bfirmware (?:updates?|shall|must|is|runs)\b|\bsd cards?\b|\bboots? (?:to|up|in|within)\b",
    re.IGNORECASE,
)
BOX = Shape(
    title="a service",
    parts=(
        Part(
            "devices",
            "Devices and messages",
            "interface",
            "Reads sensors, drives outputs, and takes and sends messages.",
            serves=(
                r"\bread(?:s|ing|ings)?\b|\bsensors?\b|\bpublish|\bsubscrib|\bmqtt\b|\bopens?\b|\bcloses?\b"
                r"|\bswitch|\bsteer|\bdrives?\b|\bpumps?\b|\bvents?\b|\bvalves?\b|\brelays?\b|\bmotors?\b|\breceiv"
                r"|\bsend|\bsent\b|\balarm"
            ),
            also=r"devices?|sensors?|drivers?|messag(?:es|ing)|connectivity|interfaces?",
        ),
        CORE,
        Part(
            "worker",
            "Forwarder",
            "worker",
            "Sends what was recorded, in order, and waits while there is no connection.",
            serves=rf"{LATER}|\bbuffer|\bconnection\b|\boffline\b|\bupdates?\b|\bover the air\b|\bupload",
            optional=True,
        ),
        Part(
            "local_store",
            "Local storage",
            "files",
            "Keeps what must survive a power cut.",
            "SQLite file",
            serves=rf"{KEEPS}|\bbuffer|\bsurviv|\bpower (?:cut|loss|failure)|\bthresholds?\b|\brollback\b",
            also=r"(?:local )?(?:storage|database|data model|persistence)",
        ),
    ),
    wires=(
        ("devices", "core", "reports"),
        ("core", "local_store", "reads and writes"),
        ("core", "worker", "hands over"),
        ("worker", "local_store", "reads and writes"),
    ),
    entry="devices",
    guard="devices",
    core="core",
    keeper="local_store",
    language="Python",
    headline="One program on the box, with a small store of its own",
    why="the rules must hold where the devices are, with or without a connection",
    gives_up="every box has to be reached for an update",
    rejected=(
        ("The rules on a server", "nothing would be steered while the connection is down"),
        ("A database server on the box", "one more process to keep alive, for what one file holds"),
    ),
    runs_on="the boxes in the field",
)
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
WANTS_PAGES = occurring(PAGES.serves)


def with_companions(shape: Shape, entries: Entries) -> Shape:
    """The shape with a command for what is served, or with pages for what stands behind an app, where the text wants one."""
    told = (*entries.requirements, *entries.constraints, *entries.stories)
    wanted = [each.text for each in told if not getattr(each, "tentative", False)]
    ids = {part.id for part in shape.parts}
    if "api" in ids and any(WANTS_COMMAND.search(text) for text in wanted):
        return _beside(shape, COMMAND, "api")
    if "backend" in ids and any(WANTS_PAGES.search(text) for text in wanted):
        return _beside(shape, PAGES, "backend")
    return shape


def _beside(shape: Shape, part: Part, behind: str) -> Shape:
    return replace(shape, parts=(*shape.parts, part), wires=(*shape.wires, (part.id, behind, "asks")))
