"""A program that runs on each machine and hands on what it finds there: a shipper, a collector, an exporter, a daemon without records."""

import re

from agents.builtin.planning.drawing.later import LATER
from agents.builtin.planning.drawing.shape_parts import CORE, Part, Shape
from agents.builtin.planning.entries import Entries

# In so many characters a text has said what it is about.
OPENING = 400
_OF = r"(?:logs?|metrics?|events?|traces?|files?|node|host|syslog|telemetry|monitoring|backup|traffic)"
HANDS_ON = re.compile(
    rf"\b{_OF}[ /-](?:[\w/]+[ /-])?(?:shippers?|shipping|forwarders?|forwarding|rotators?|collectors?|exporters?|agents?|tailers?|scrapers?|watchers?)\b"
    r"|\b(?:side-?car|prometheus exporter)\b",
    re.IGNORECASE,
)
DAEMON = re.compile(r"\b(?:daemon|watchdog|systemd (?:unit|service))\b", re.IGNORECASE)
# Whoever keeps records for others to look up is no such program.
RECORDS = re.compile(
    r"\b(?:databases?|tables?|accounts?|sign[- ]?in|log[- ]?in|web (?:page|ui|app)|dashboard|history of|rest api)\b",
    re.IGNORECASE,
)
AGENT = Shape(
    title="a program that runs on each machine",
    parts=(
        Part(
            "intake",
            "Intake",
            "interface",
            "Reads what appears on the machine, and answers to signals and checks.",
            serves=(
                r"\btails?\b|\breads?\b|\bwatch|\bcollect|\bglob\b|\bfiles?\b|\bstdin\b|\bsockets?\b|\bsig[a-z]{3,4}\b|/proc\b|/metrics\b"
                r"|\bhealth|\bendpoint|:\d{4,5}\b|\blisten"
            ),
            also=r"inputs?|intake|readers?|sources?|collectors?",
        ),
        CORE,
        Part(
            "worker",
            "Sender",
            "worker",
            "Hands on what was read, in batches, and tries again while the other side is away.",
            serves=rf"{LATER}|\bships?\b|\bpush|\bsends?\b|\bforward|\bupload|\bbatch|\bretr|\bback-?off|\b[45]xx\b|\bdeliver",
            optional=True,
            also=r"senders?|outputs?|forwarders?|sinks?|exporters?",
        ),
        Part(
            "settings",
            "Configuration file",
            "config",
            "Holds what people set once.",
            serves=r"config|setting|\bdefaults?\b|\.(?:toml|ini|ya?ml|env)\b|\benvironment variable",
            optional=True,
            also=r"config(?:uration)?(?: files?)?|settings",
        ),
        Part(
            "spool",
            "Position and spool files",
            "files",
            "Keep how far it got and what could not be handed on yet.",
            serves=(
                r"\boffsets?\b|\bresum|\brestart|\bspool|\bdisk\b|\bbuffer|\brotat|\bkeep\b|\bkept\b|\bposition|\bcheckpoint|\bdrop\b|\bdup"
            ),
            optional=True,
            also=r"spool|buffer|position|state|storage",
        ),
    ),
    wires=(
        ("intake", "core", "hands over"),
        ("core", "settings", "reads"),
        ("core", "worker", "hands over"),
        ("worker", "spool", "reads and writes"),
        ("core", "spool", "reads and writes"),
    ),
    entry="intake",
    guard="intake",
    core="core",
    keeper="spool",
    language="Python",
    headline="One program on each machine, without a database",
    why="it hands on what it finds, so all it has to keep is how far it got",
    gives_up="what it has not handed on yet is lost with its machine",
    rejected=(
        ("A database", "it keeps no records that anybody looks up"),
        ("A service that fetches from every machine", "the text describes a program on the machine itself"),
    ),
    runs_on="each machine it looks after",
)


def hands_on(entries: Entries) -> bool:
    """Whether the product is such a program, and keeps no records."""
    opening = entries.opening[:OPENING]
    if RECORDS.search(entries.all_text()) or any(each.attributes for each in entries.entities):
        return False
    return bool(HANDS_ON.search(opening) or (DAEMON.search(opening) and not entries.actors))
