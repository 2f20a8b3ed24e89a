"""Where a Markdown text stands, which decides what `#7`, `@mona`, a sha and a relative link mean in it."""

from dataclasses import dataclass
from typing import Protocol


class Directory(Protocol):
    """What exists, so that only names of real things become links; each answer is a path or None."""

    def issue(self, owner: str, repo: str, number: int) -> str | None:
        """The page of an issue or pull request."""

    def account(self, login: str) -> str | None:
        """The page of a user, organization or (`org/team`) team."""

    def commit(self, owner: str, repo: str, sha: str) -> str | None:
        """The page of the commit that the sha, or the start of one, names."""


@dataclass(frozen=True, slots=True)
class Place:
    """The repository round a text; `ref` and `folder` are set for a file, whose relative links lead to files.

    `edition` differs whenever something that a text could name may have come into being.
    """

    owner: str
    repo: str
    directory: Directory
    site: str = ""
    ref: str | None = None
    folder: str = ""
    edition: int = 0
