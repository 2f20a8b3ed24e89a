"""Takes single fields out of GitHub's payloads; what is missing or of another shape is None, empty or 0, never an exception."""

import re
from collections.abc import Mapping

from handlers.events import Payload

REPOSITORY = re.compile(r"[A-Za-z0-9_-]{1,39}/[A-Za-z0-9._-]{1,100}")
SHA = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")


def repository_of(payload: Payload) -> str | None:
    """`owner/name` of the repository it happened in, when that is a name GitHub would give."""
    name = text_at(payload, "repository", "full_name")
    return name if REPOSITORY.fullmatch(name) else None


def value_at(value: object, *path: str) -> object:
    """What lies at the end of the path, None where the path ends early."""
    for key in path:
        # What was read from JSON is a dict, and asking that first is many times quicker than asking for any mapping.
        value = value.get(key) if isinstance(value, (dict, Mapping)) else None
    return value


def text_at(value: object, *path: str) -> str:
    """The text there, empty where there is none."""
    found = value_at(value, *path)
    return found if isinstance(found, str) else ""


def number_at(value: object, *path: str) -> int:
    """The positive number there, 0 where there is none."""
    found = value_at(value, *path)
    return found if isinstance(found, int) and not isinstance(found, bool) and found > 0 else 0
