"""The way of a pull request to its merge."""

from dataclasses import replace
from typing import assert_never

from policies import entries as e
from policies.run import Run


def merges(run: Run, entry: e.MergeIntended | e.PullRequestKept) -> Run:
    """The run after a merge was intended, or after it was said why a pull request stays as it is."""
    pull = run.pull_requests[entry.pull_request]
    match entry:
        case e.MergeIntended():
            pull = replace(pull, merging=entry.how, kept="")
        case e.PullRequestKept(what="unmerged"):
            pull = replace(pull, merging="", kept=entry.reason)
        case e.PullRequestKept():
            pass
        case _:
            assert_never(entry)
    return replace(run, pull_requests={**run.pull_requests, pull.number: pull})
