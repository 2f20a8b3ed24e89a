"""Entries about the way of an open pull request to its merge."""

from typing import Literal

from policies.entries.base import EntryBase


class MergeIntended(EntryBase):
    """About to merge, or to put into the merge queue, exactly this commit; recorded first, so that no merge is without its reason."""

    type: Literal["merge_intended"] = "merge_intended"
    pull_request: int
    head_sha: str
    digest: str
    how: Literal["merge", "queue"]


class PullRequestKept(EntryBase):
    """A pull request stays a draft, or unmerged, and why; a person can change that."""

    type: Literal["pull_request_kept"] = "pull_request_kept"
    pull_request: int
    what: Literal["draft", "unmerged"]
    reason: str
