"""Failures that a test orders in advance: the nth call that fits a pattern goes wrong in a named way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sandbox import respond
from sandbox.respond import Reply

if TYPE_CHECKING:
    import re

# These answer without doing what was asked; the others do it and spoil the answer.
BEFORE = frozenset({"500_before", "secondary_limit", "429", "html", "forbidden"})
UNICORN = (
    b"<!DOCTYPE html><html><body><h1>Unicorn!</h1><p>This page is taking too long to load.</p></body></html>"
)
KINDS = ("500_before", "502_after", "timeout", "secondary_limit", "429", "html", "truncated", "forbidden")


@dataclass(slots=True)
class Fault:
    """Lets `nth - 1` fitting calls pass, then spoils the next `times`."""

    method: str
    path: re.Pattern[str]
    kind: str
    nth: int = 1
    times: int = 1
    seconds: float = 30.0
    seen: int = 0

    def strikes(self, method: str, path: str) -> bool:
        """Counts a call that fits; True when this one is to go wrong."""
        if self.method not in ("*", method) or not self.path.search(path):
            return False
        self.seen += 1
        return self.nth <= self.seen < self.nth + self.times


def instead(fault: Fault) -> Reply:
    """The answer of a call that is not carried out."""
    match fault.kind:
        case "secondary_limit":
            return secondary_limit(int(fault.seconds))
        case "forbidden":
            return respond.error(403, "Resource not accessible by integration")
        case "429":
            return respond.error(429, "Too Many Requests", headers={"Retry-After": str(int(fault.seconds))})
        case "html":
            return Reply(503, raw=UNICORN, content_type="text/html; charset=utf-8")
        case _:
            return respond.error(500, "Server Error")


def spoiled(fault: Fault, reply: Reply) -> Reply:
    """What is left of the answer of a call that was carried out."""
    if fault.kind in {"502_after", "timeout"}:
        return Reply(502, raw=UNICORN, content_type="text/html; charset=utf-8")
    return reply


def secondary_limit(seconds: int) -> Reply:
    """https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits ."""
    text = "You have exceeded a secondary rate limit. Please wait a few minutes before you try again."
    return respond.error(403, text, headers={"Retry-After": str(seconds)})
