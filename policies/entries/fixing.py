"""Entries about a red check: one more try, what it said, and whether a fix is asked for."""

from typing import Literal

from policies.entries.base import EntryBase


class RerunAsked(EntryBase):
    """CI was asked to run the red checks once more, in case they failed by chance; `reports` name what was red."""

    type: Literal["rerun_asked"] = "rerun_asked"
    pull_request: int
    head_sha: str
    checks: tuple[str, ...]
    reports: tuple[str, ...]


class FailureRead(EntryBase):
    """What the red checks of a unit said: `log` is its digest, and equal signatures are the same failure.

    `gives_up` says why no fix is asked for any more; it is empty while one is.
    """

    type: Literal["failure_read"] = "failure_read"
    unit: str
    pull_request: int
    head_sha: str
    checks: tuple[str, ...]
    signature: str
    log: str
    gives_up: str = ""
