"""Machines that somebody keeps running: back-ups, checks and set-up in code, without a cluster that does it by itself."""

import re

from agents.builtin.planning.drawing.later import LATER
from agents.builtin.planning.drawing.shape_parts import Part, Shape
from agents.builtin.planning.entries import Entries

KEEPING = re.compile(
    r"\bback-?ups?\b|\bmonitor(?:ing|ed)\b|\bfail-?over\b|\breplication\b|\bpatch(?:ed|es|ing)\b|\bhome ?lab\b|\brestores?\b",
    re.IGNORECASE,
)
MACHINES = re.compile(
    r"\b(?:servers?|vps|vms?|machines?|hosts?|nodes?|nas|rack)\b|\bpostgres(?:ql)?\b", re.IGNORECASE
)
OPERATED = Shape(
    title="servers set up in code",
    parts=(
        Part(
            "jobs",
            "Scheduled jobs",
            "worker",
            "Back up, copy, patch and tidy at their times, and try a restore before it is needed.",
            serves=rf"{LATER}|\bback-?ups?\b|\brestor|\bprun|\brotat|\bpatch|\bcop(?:y|ies|ied)\b|\bkeep \d|\btested\b",
            also=r"jobs?|schedules?|backups?|automation",
        ),
        Part(
            "declared",
            "Machines in code",
            "config",
            "What runs on which machine, so that each can be built again.",
            serves=(
                r"\bgit\b|\bcode\b|\bscratch\b|\brebuil|\binstall|\bconfig|\bansible\b|\bplaybooks?\b|\broles?\b|\bmachines?\b|\bservers?\b"
                r"|\bnodes?\b|\bfirewall|\bkeys?\b|\bfail-?over\b|\bstand-?by\b|\breplica"
            ),
            also=r"machines?|servers?|configuration|provisioning|infrastructure|hosts?",
        ),
        Part(
            "copies",
            "Back-up storage",
            "files",
            "Keeps copies away from the machines they were made of.",
            serves=r"\bback-?ups?\b|\brestor|\bsecond location\b|\bsnapshots?\b|\bpoint-in-time\b",
            optional=True,
            also=r"backups?|backup storage|snapshots?",
        ),
        Part(
            "signals",
            "Checks and alerts",
            "interface",
            "Looks at every machine, and speaks up when something is wrong or missing.",
            serves=(
                r"\balert|\balarm|\bmonitor|\bmail\b|\bmissing\b|\bexpir|\bfull\b|\bdown\b|\blags?\b|\breport|\bstatus\b|\bhealth|\bmetrics?\b"
                r"|\blogs?\b|\bphone\b|\bnotif"
            ),
            also=r"monitoring|alerting|alerts|observability|checks|logging",
        ),
    ),
    wires=(
        ("jobs", "declared", "reads"),
        ("jobs", "copies", "writes"),
        ("jobs", "signals", "reports"),
        ("declared", "signals", "sets up"),
    ),
    entry="jobs",
    guard="jobs",
    core="declared",
    keeper="declared",
    language="",
    headline="Every machine described in code, with jobs that run by themselves and checks that speak up",
    why="what is described in code can be built again, and a job that nobody starts is not forgotten",
    gives_up="what drifts between two runs is seen at the next one",
    rejected=(
        ("A controller that runs all the time", "nothing in the PRD asks for a loop of its own"),
        ("Set up by hand", "it could be neither reviewed nor built again"),
    ),
    runs_on="the machines it looks after",
)


def is_operated(entries: Entries) -> bool:
    """Whether machines are looked after: some are named, and what is done to keep them running."""
    told = "\n".join((entries.opening, *(each.text for each in entries.requirements)))
    return KEEPING.search(told) is not None and MACHINES.search(told) is not None
