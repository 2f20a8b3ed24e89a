"""Which role may do what: tables of rights, and entries that grant one."""

import re

from agents.builtin.reader.text.blocks import Block
from agents.builtin.reader.text.inline import split_lead
from agents.builtin.reader.text.rows import TABLES
from agents.builtin.reader.words import verbs

# What the cells of a table of rights say: whether somebody may, and with what.
RIGHT = re.compile(
    r"(?:yes|no|ja|nein|oui|non|sí|si|sim|não|y|n|x|[✓✔✅❌✗✘☑☐●○–—-]|all|own|none|any|alle|eigene|keine|full|limited"
    r"|partial|(?:read|write|view)(?:[- ]only)?|tous|todos?|是|否|全部|无)?\W*",
    re.IGNORECASE,
)
DENIED = re.compile(r"(?:no|nein|non|não|n|x|[❌✗✘☐○–—-]|none|keine|否|无)?[\s.*\ufe0f]*", re.IGNORECASE)
GRANTED = re.compile(r"(?:yes|ja|oui|sí|si|sim|y|[✓✔✅☑●]|是)\W*", re.IGNORECASE)
FEWEST_COLUMNS = 3


def is_right(block: Block) -> bool:
    """Whether a row says which of the roles at the head of its columns may do a thing: `Cancel a booking | Own | All | –`."""
    if block.shape != "row" or not FEWEST_COLUMNS <= len(block.columns) == len(block.cells):
        return False
    if any(topic == "actor" and pattern.search(block.columns[0]) for topic, pattern in TABLES):
        return False
    marks = sum(RIGHT.fullmatch(cell) is not None for cell in block.cells[1:])
    return marks * 2 > len(block.cells) - 1 and RIGHT.fullmatch(block.cells[0]) is None


def right_of(block: Block) -> str:
    """What a row of rights says in words: `Cancel a booking: member (Own), admin (All)`."""
    who = [
        name if GRANTED.fullmatch(cell) else f"{name} ({cell})"
        for name, cell in zip(block.columns[1:], block.cells[1:], strict=True)
        if not DENIED.fullmatch(cell)
    ]
    return f"{block.cells[0]}: {', '.join(who)}" if who else block.cells[0]


# Below `Roles and permissions` an entry that says what somebody may do is a function, as a table of rights is.
PERMITTED = re.compile(
    r"\b(?:permissions?|rights|access(?: control| levels?)?|capabilities)\b|\bberechtigungen|\bpermisos\b|\bpermiss[õo]es\b"
    r"|\bautorisations\b|权限|権限|권한",
    re.IGNORECASE,
)
ALLOWED = re.compile(
    r"(?:(?:can|may|is allowed to|has|have)\b|(?:(?:full|limited|restricted|read[- ]only|write|all) )?access\b)",
    re.IGNORECASE,
)


def is_granted(block: Block) -> bool:
    """Whether an entry below roles and their permissions says what somebody may do."""
    if block.shape != "item" or not any(PERMITTED.search(heading.text) for heading in block.above):
        return False
    words = split_lead(block.raw)[1]
    return bool(ALLOWED.match(words) or verbs.VERBS.match(words))


# `The customer can:`, `Clerks use the desk app to:` below the name of a role lists what the product lets customers do.
MAY = re.compile(
    r"\b(?:can|may|(?:is|are) (?:able|allowed|permitted) to|(?:shall|must|should|will) (?:be able to)?)\s*[:：]$"
    r"|\buses? (?:the |this |our )?[\w -]{2,40} to\s*[:：]$",
    re.IGNORECASE,
)


def may_be_done(block: Block) -> bool:
    """Whether an entry stands below words like `The customer can:`."""
    return bool(block.parent and MAY.search(block.parent.text))
