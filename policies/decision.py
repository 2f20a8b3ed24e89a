"""What deciding comes to: entries to record, a refusal with its reason, something to show, or nothing."""

from dataclasses import dataclass
from typing import Literal

from policies.commands import Said
from policies.entries import Entry


@dataclass(frozen=True, slots=True)
class Moved:
    """Entries for the ledger, and the artifacts they name by digest."""

    entries: tuple[Entry, ...]
    artifacts: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """No, why, and what to do instead; `paste` is the command line that would work, if there is one.

    A `quiet` refusal is a reaction and nothing else, so that strangers cannot make the bot talk; any other refusal
    in a run has its ledger `entry`.
    """

    code: str
    reason: str
    remedy: str
    paste: str = ""
    quiet: bool = False
    entry: Entry | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """Something to show to the person who asked; nothing is recorded."""

    said: Said
    what: Literal["status", "help", "why", "simulated"]
    about: str = ""
    outcome: "Decision | None" = None


@dataclass(frozen=True, slots=True)
class Ignored:
    """Nothing to do, and why: already done, not ours, too late to matter."""

    why: str


Decision = Moved | Refused | Shown | Ignored
