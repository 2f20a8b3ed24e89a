"""A repository as a model sees it; apart from how it is chosen, which a plan without a repository has no need of."""

import hashlib
from collections.abc import Mapping
from typing import Literal

import rfc8785
from pydantic import BaseModel, ConfigDict

Phase = Literal["planning", "implementation", "review"]

NAMED = "the unit names it"


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Shown(_Part):
    """A file that is shown, why, and whether all of it."""

    path: str
    why: str
    text: str
    whole: bool = True


class RepositoryContext(_Part):
    """A repository as a model sees it; `cut` says in sentences what was left out, and `dependents` who uses what."""

    phase: Phase
    languages: tuple[str, ...] = ()
    manifests: tuple[str, ...] = ()
    entry_points: tuple[str, ...] = ()
    tests: tuple[str, ...] = ()
    checks: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    tree: tuple[str, ...] = ()
    files: tuple[Shown, ...] = ()
    dependents: tuple[str, ...] = ()
    cut: tuple[str, ...] = ()

    @property
    def digest(self) -> str:
        """SHA-256 over the RFC 8785 form of all that is shown."""
        return hashlib.sha256(rfc8785.dumps(self.model_dump(mode="json"))).hexdigest()

    @property
    def size(self) -> int:
        """Bytes of the files that are shown."""
        return sum(len(each.text.encode()) for each in self.files)

    def to_change(self) -> Mapping[str, str]:
        """The files that the unit names and that are shown whole: the only ones that can be edited."""
        return {each.path: each.text for each in self.files if each.why == NAMED}
