"""A program in a thing: a box in the field with a small computer, or a device around a chip."""

import re

from agents.builtin.planning.drawing.shape_parts import CORE, KEEPS, Part, Shape
from agents.builtin.planning.entries import Entries
from agents.builtin.reader.words.occurring import occurring

# A program that runs in the field, on a machine of its own beside the things it reads and steers.
ON_A_BOX = occurring(
    r"\b(?:raspberry pi|jetson|arduino|micro-?controller|box) (?:in|at|on|beside) (?:each|every)\b"
    r"|\b(?:raspberry pi|jetson|arduino) (?:in|at|beside|under|behind|next to|by) (?:the|our|my|an?)\b"
    r"|\b(?:an?|one) (?:little |small )?box (?:in|at|on|beside|under|behind|next to|by) (?:the|our|my|it|each|every)\b"
    r"|\b(?:nfc|rfid|card|badge) reader\b|\bsensors? (?:in|on|at|under) (?:the (?:[\w-]+ )?of )?(?:each|every)\b|\bsim card\b"
    r"|\b(?:runs?|running|deployed|installed|hosted) on (?:an? |the |each |every )?(?:[\w-]+ )?"
    r"(?:raspberry|gateway|box|board|jetson|micro-?controller|plc|esp32|arduino|edge device)\b"
    r"|\b(?:box|gateway|hub|device|controller|board) \((?:an? )?(?:raspberry|esp32|jetson|arduino|stm32|beaglebone)"
    r"|\bfirmware (?:updates?|shall|must|is|runs)\b|\bsd cards?\b|\bboots? (?:to|up|in|within)\b"
    r"|\bfirmware for\b"
)
BOX = Shape(
    title="a program on a box in the field",
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
            serves=(
                r"\bbuffer|\bno connection\b|\bconnection (?:comes|drops|(?:is|was) (?:away|back|down|gone|lost|poor|there))\b|\b(?:while|when|without) (?:it is )?(?:offline|an? connection)\b"
                r"|\b(?:firmware|software|ota|over-the-air) updates?\b|\bover the air\b|\bupload|(?<!camera )(?<!clock )\bsync|\bforward|\bpublish|\bmqtt\b"
                r"|\bsends?\b|\bsent (?:at|by|later|on|to|via|when)\b|\bnot (?:be )?sent\b|\bsms\b|\b(?:an?|by|per) (?:e-)?mail\b|\b(?:an?|one|the) messages?\b"
                r"|\bnotif(?:y|ies|ied)\b|\bnotification must\b|\btells? me\b|\balerts?\b|\btelegram\b|\bthe (?:cloud|server)\b"
            ),
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
HARDWARE = occurring(
    r"\besp32\b|\besp8266\b|\bstm32\b|\barduino\b|\bplatformio\b|\bbattery[- ]powered\b|\bload cells?\b|\bmicro-?controllers?\b|\bfirmware for\b"
    r"|\bbatter(?:y|ies) (?:for|of|lasts?|must last|has to last|have to last)\b"
    r"|\bcoin cell\b|\bnrf5\d\b|\brp2040\b",
)

# What such a program reads and steers; a bot on somebody's Raspberry Pi has none of it.
THINGS = re.compile(
    r"\bsensors?\b|\bmeasur|\bweigh|\bmotors?\b|\bpumps?\b|\bvalves?\b|\bvents?\b|\brelays?\b|\bgpio\b|\bcamera\b|\bmeters?\b"
    r"|\bleds?\b|\btemperature\b",
    re.IGNORECASE,
)
A_BOT = re.compile(r"\bbot\b", re.IGNORECASE)
# A computer with an operating system, where a chip has none.
COMPUTER = re.compile(
    r"\bgateway\b|\bhub\b|\brouter\b|\braspberry\b|\bjetson\b|\blinux\b|\byocto\b|\barmv\d|\bbeaglebone\b|\bindustrial pc\b|\bdocker\b",
    re.IGNORECASE,
)
CHIP = BOX._replace(
    title="a device with firmware",
    parts=tuple(
        part._replace(technology="Flash memory of the device") if part.id == "local_store" else part
        for part in BOX.parts
    ),
    language="C++",
    headline="One firmware on the device, with a small store in its own memory",
    gives_up="every device has to be reached for an update, and its memory is small",
    rejected=(
        ("The rules on a server", "nothing would be done while the connection is down"),
        ("A small computer with an operating system", "it needs more power, and takes longer to start"),
    ),
    runs_on="the devices themselves",
)


# What is sent from afar, and what people look at where they are.
SENT = re.compile(
    r"\bsends? (?:the (?:rest|data|values|readings|measurements)|it|them|data|values|readings|measurements)\b|\bsent later\b|\buploads?\b",
    re.IGNORECASE,
)
AWAY = re.compile(
    r"\bcurves?\b|\bcharts?\b|\bdashboard\b|\bon (?:my|our|the|a|their) (?:laptop|phone|pc|computer)\b",
    re.IGNORECASE,
)


def on_a_box(entries: Entries) -> bool:
    """Whether it runs in the field, beside what it reads and steers."""
    told = f"{entries.opening}\n{entries.all_text()}"
    if A_BOT.search(told) and not THINGS.search(told):
        return False
    return ON_A_BOX.search(told) is not None or HARDWARE.search(told) is not None


def on_a_chip(entries: Entries) -> bool:
    """Whether the thing has a chip and no computer."""
    told = f"{entries.opening}\n{entries.all_text()}"
    return HARDWARE.search(told) is not None and not COMPUTER.search(told)


def boxed(entries: Entries, *, served: bool) -> Shape | None:
    """The shape of a program in a thing; None for everything else. A mandated database server stands beside it."""
    if not on_a_box(entries):
        return None
    shape = CHIP if on_a_chip(entries) else BOX
    told = "\n".join(each.text for each in entries.requirements)
    if not served:
        return _with_server(shape) if SENT.search(told) and AWAY.search(told) else shape
    return _with_server(shape) if HARDWARE.search(f"{entries.opening}\n{entries.all_text()}") else None


def _with_server(shape: Shape) -> Shape:
    """A box in the field and the database of a server to which it sends."""
    store = Part(
        "store",
        "Server database",
        "store",
        "Keeps what the boxes sent, for those who look at it.",
        "PostgreSQL",
        serves=rf"{KEEPS}|\bcurves?\b|\bcharts?\b|\bdashboard",
        also=r"databases?|server",
    )
    parts = tuple(part._replace(optional=False) if part.id == "worker" else part for part in shape.parts)
    return shape._replace(
        parts=(*parts, store),
        wires=(*shape.wires, ("worker", "store", "sends")),
        headline="One program on the box, which sends to a database of a server",
        gives_up="every box has to be reached for an update, and the server has to be run",
        rejected=(("The rules on the server", "nothing would be measured while the connection is down"),),
        runs_on="the boxes in the field; the database on a server",
    )
