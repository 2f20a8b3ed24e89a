"""Who there is on the stand-in: users, organizations, Apps, installations and the tokens that speak for them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

ROLES = ("none", "read", "triage", "write", "maintain", "admin")


@dataclass(slots=True, eq=False)
class User:
    """A person, or the bot of an App (`type` is "User" or "Bot")."""

    id: int
    login: str
    created_at: datetime
    name: str | None = None
    type: str = "User"
    site_admin: bool = False


@dataclass(slots=True, eq=False)
class Team:
    """A team of an organization; `repositories` maps repository ids to a role."""

    id: int
    slug: str
    name: str
    org: Org
    description: str | None = None
    privacy: str = "closed"
    members: dict[str, str] = field(default_factory=dict)
    repositories: dict[int, str] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class Org:
    """An organization; `members` maps lower-case logins to "member" or "admin"."""

    id: int
    login: str
    created_at: datetime
    name: str | None = None
    description: str | None = None
    type: str = "Organization"
    site_admin: bool = False
    default_role: str = "read"
    members: dict[str, str] = field(default_factory=dict)
    teams: dict[str, Team] = field(default_factory=dict)


Account = User | Org


@dataclass(slots=True, eq=False)
class App:
    """A GitHub App; `public_key` is PEM and checks its JWTs, `private_key` is kept for whoever registered it."""

    id: int
    slug: str
    name: str
    client_id: str
    client_secret: str
    owner: Account
    bot: User
    public_key: bytes
    private_key: str
    permissions: dict[str, str]
    events: list[str]
    webhook_url: str | None
    webhook_secret: str
    hook_id: int
    external_url: str
    created_at: datetime
    description: str | None = None
    public: bool = False


@dataclass(slots=True, eq=False)
class Installation:
    """An App on an account; `repo_ids` is None when it was given all repositories."""

    id: int
    app: App
    account: Account
    permissions: dict[str, str]
    events: list[str]
    created_at: datetime
    updated_at: datetime
    repo_ids: set[int] | None = None
    suspended_at: datetime | None = None
    suspended_by: User | None = None


@dataclass(slots=True, eq=False)
class Token:
    """A bearer token: of a user, or of an installation with a permission and repository subset."""

    text: str
    user: User
    installation: Installation | None = None
    permissions: dict[str, str] = field(default_factory=dict)
    repo_ids: frozenset[int] | None = None
    expires_at: datetime | None = None
    revoked: bool = False
