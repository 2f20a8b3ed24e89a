"""Who spoke, and what GitHub says they may do in this repository."""

from enum import IntEnum

from pydantic import BaseModel, ConfigDict


class Person(BaseModel):
    """A GitHub account; the id decides, the login is for reading."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: int
    login: str


# Who did something when GitHub cannot say any more; https://github.com/ghost
GHOST = Person(id=10137, login="ghost")


class Right(IntEnum):
    """A repository role, ordered; custom roles resolve to the base role GitHub reports.

    https://docs.github.com/en/rest/collaborators/collaborators#get-repository-permissions-for-a-user
    """

    NONE = 0
    READ = 1
    TRIAGE = 2
    WRITE = 3
    MAINTAIN = 4
    ADMIN = 5


class Actor(BaseModel):
    """A person together with the role looked up when the command is handled."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    person: Person
    right: Right
    is_human: bool
    teams: tuple[str, ...] = ()
