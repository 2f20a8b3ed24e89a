"""What people did on GitHub by other means than a command, as it counts for a run."""

from dataclasses import dataclass

from policies.people import Person


@dataclass(frozen=True, slots=True)
class PullRequestClosed:
    """A person merged or closed a pull request of the run."""

    pull_request: int
    merged: bool
    merge_sha: str
    head_sha: str
    by: Person


@dataclass(frozen=True, slots=True)
class UnitIssueClosed:
    """A person closed a unit's issue: people's edits win."""

    issue: int
    by: Person
    completed: bool


@dataclass(frozen=True, slots=True)
class UnitAssigned:
    """A person changed who is assigned to a unit's issue: whoever is there takes the unit over, nobody gives it back."""

    issue: int
    by: Person


@dataclass(frozen=True, slots=True)
class CommentChanged:
    """A person's comment was edited or deleted, by whomever; what was said in it does not stand any more."""

    comment_id: int
    deleted: bool


@dataclass(frozen=True, slots=True)
class PrdEdited:
    """A person edited the issue that holds the PRD."""

    by: Person
