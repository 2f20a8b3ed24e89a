"""What GitHub tells of the checks of a pull request, as the command it becomes."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class ChecksReported:
    """The checks of a pull request's head are to be looked at: something was told of them, or it is `time` to.

    `no_rerun` says why CI could not be asked to try again.
    """

    pull_request: int
    head_sha: str
    state: Literal["pending", "green", "red"]
    summary: str
    time: bool = False
    no_rerun: str = ""


@dataclass(frozen=True, slots=True)
class PullRequestKept:
    """A pull request could not be made ready, or not be merged, and why."""

    pull_request: int
    what: Literal["draft", "unmerged"]
    reason: str
