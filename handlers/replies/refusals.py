"""No, said so that it helps: what, why, that nothing changed, and what to type instead."""

from handlers import markdown as m
from handlers.replies import words as w
from handlers.replies.labels import TRIGGER
from policies import entries as e
from policies.commands import Said
from policies.decision import Refused
from policies.people import Person


def refusal(refused: Refused, said: Said | None) -> str:
    """The reply to a command that was refused; `said` is None when it was a label and not a comment."""
    return _worded(refused.code, refused.reason, refused.remedy, refused.paste, said.by if said else None)


def refused_before(entry: e.CommandRefused) -> str:
    """The same, from the ledger's entry."""
    return _worded(entry.code, entry.reason, entry.remedy, entry.paste, entry.by)


def unreadable(reason: str, remedy: str) -> str:
    """The one reply to an issue whose text is nothing to plan from: empty, far too long, or not text."""
    return w.blocks(
        f"😕 **I cannot plan from this issue.** {m.sentence(reason)} No run was started and nothing was changed.",
        m.sentence(remedy),
        f"Then put the label {m.code(TRIGGER)} on again.",
    )


def broken_ledger(seq: int, reason: str) -> str:
    """What is said when the record on GitHub is not what was signed: the run stands until a person has looked."""
    return w.blocks(
        "### 🟠 I need a person: the record of this run is not whole",
        f"Entry {seq} does not hold: {m.sentence(reason)}. I repair nothing by myself, because a repaired record proves "
        "nothing. Nothing was written, and nothing moves until the comment that holds the entry is as it was.",
        "Look at the edit history of my comments in this issue and undo the edit (the menu beside “edited” shows who made "
        "it), or open a new issue with the PRD to start afresh.",
        w.sub(f"SB-901 · entry {seq}"),
    )


def _worded(code: str, reason: str, remedy: str, paste: str, by: Person | None) -> str:
    can_paste = bool(paste) and m.is_action(paste)
    help_ = m.sentence(remedy)
    if paste and not can_paste:
        help_ = f"{help_} {m.code(paste)}".strip()
    small = w.sub(code, w.name(by) if by else "")
    return w.blocks(
        f"😕 **{m.sentence(reason)}** Nothing was changed.",
        *((small, help_, m.action(paste)) if can_paste else (help_, small)),
    )
