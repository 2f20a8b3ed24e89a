"""A store that is named for one thing alone: `keep reports in SQLite` says nothing about where everything else is kept."""

import re

from agents.builtin.planning.drawing.mandates import Mandate
from agents.builtin.planning.drawing.shape_parts import Part
from agents.builtin.planning.entries import Entries

ASIDE = "side_store"
THINGS = (
    r"(?P<what>reports?|statistics|analytics|metrics|(?:audit |access )?logs?|audit trail|sessions?|exports?|archives?|telemetry"
    r"|backups?|drafts?|templates?|settings)"
)
# Where results are handed to, and not where a program keeps what it needs.
WAREHOUSES = frozenset({"snowflake", "bigquery", "redshift", "databricks"})
# What is kept in memory may hold answers as well as work.
IN_MEMORY = frozenset({"redis", "valkey", "memcached"})
FOR_WORK = re.compile(
    r"\b(?:job|task|work|message) queues?\b|\bqueues?\b[^.;,]{0,20}\b(?:redis|valkey)\b|\b(?:redis|valkey)\b[^.;,]{0,20}\bqueues?\b|\bbroker\b",
    re.IGNORECASE,
)
FOR_MORE = re.compile(r"\bcach|\bsession", re.IGNORECASE)


def aside(entries: Entries, named: tuple[Mandate, ...]) -> Part | None:
    """The part for a store that holds one thing; none where every store that is named holds all there is."""
    texts = texts_of(entries)
    for each in named:
        what = _only(texts.get(each.by, ""), each.name) if each.use == "store" else ""
        if what:
            return Part(
                ASIDE,
                f"{what[0].upper()}{what[1:]} store",
                "store",
                f"Keeps the {what} apart from everything else.",
                each.name,
                serves=rf"\b{what.rstrip('s')}s?\b",
            )
    return None


def holds_work(entries: Entries, named: tuple[Mandate, ...]) -> str:
    """The store that is named for work that waits and for nothing else, as `redis: job queue`; empty where none is."""
    texts = texts_of(entries)
    return next(
        (
            each.name
            for each in named
            if each.name.casefold() in IN_MEMORY and FOR_WORK.search(text := texts.get(each.by, "")) and not FOR_MORE.search(text)
        ),
        "",
    )  # fmt: skip


def texts_of(entries: Entries) -> dict[str, str]:
    """The words of every entry that may name a technology, by its id."""
    groups = (entries.organisation, entries.constraints, entries.nfrs, entries.requirements)
    return {each.id: each.text for group in groups for each in group}


def _only(text: str, name: str) -> str:
    """The one thing that these words keep in this store."""
    store = re.escape(name)
    for pattern in (
        rf"\b{THINGS} (?:\w+ )?(?:(?:are|is|live|lives|stay|stays|go|goes) )?(?:(?:kept|stored|saved|written) )?(?:in|to|into) (?:an? |the |our )?{store}\b",
        rf"\b{store} (?:only )?for (?:the |all )?{THINGS}\b(?! and\b)",
    ):
        found = re.search(pattern, text, re.IGNORECASE)
        if found:
            return found["what"].casefold()
    if name.casefold() in WAREHOUSES:
        found = re.search(rf"\b(\w+s) (?:are )?(?:written|exported|copied|synced|streamed|handed) (?:in)?to {store}\b", text, re.IGNORECASE)  # fmt: skip
        return found[1].casefold() if found else ""
    return ""
