"""Entries about files of merged units that somebody else has changed since."""

from collections.abc import Mapping
from typing import Literal

from policies.entries.base import EntryBase
from policies.people import Person


class Drifted(EntryBase):
    """A push changed files that are traced to requirements: requirement -> paths, and path -> what it is now.

    `blobs` are the SHAs of the files as git knows them, empty where a file is gone.
    """

    type: Literal["drifted"] = "drifted"
    sha: str
    by: Person
    requirements: Mapping[str, tuple[str, ...]]
    blobs: Mapping[str, str]


class DriftAnswered(EntryBase):
    """A person says that the change is right, or what the requirement says from now on."""

    type: Literal["drift_answered"] = "drift_answered"
    requirements: tuple[str, ...]
    how: Literal["accepted", "amended"]
    text: str = ""
    by: Person
    comment_id: int
