"""What a call needs: an App permission, and the role that a person must have."""

from __future__ import annotations

from dataclasses import dataclass

LEVELS = ("none", "read", "write", "admin")


@dataclass(frozen=True, slots=True)
class Needs:
    """Any one of the App permissions is enough; `role` is what a user needs on the repository.

    `who` is "any" (anonymous too), "signed-in", "user" (a person's token), "app" (a JWT) or "installation".
    """

    who: str = "any"
    permissions: tuple[tuple[str, str], ...] = ()
    role: str = "read"

    @property
    def header(self) -> str:
        """The value of `X-Accepted-GitHub-Permissions`."""
        return "; ".join(f"{name}={level}" for name, level in self.permissions)


ANYONE = Needs()
SIGNED_IN = Needs("signed-in")
PERSON = Needs("user")
APP_ITSELF = Needs("app")
AN_INSTALLATION = Needs("installation")
METADATA = Needs(permissions=(("metadata", "read"),))


def reads(*names: str) -> Needs:
    """A read that any of the permissions allows, open to whoever can see the repository."""
    return Needs(permissions=tuple((name, "read") for name in names))


def writes(*names: str, role: str) -> Needs:
    """A write that any of the permissions allows to an App, and the role to a person."""
    return Needs("signed-in", permissions=tuple((name, "write") for name in names), role=role)


def allows(granted: dict[str, str], needs: Needs) -> bool:
    """Whether a token with these permissions is enough; `metadata: read` always comes along.

    https://docs.github.com/rest/authentication/permissions-required-for-github-apps
    """
    held = {"metadata": "read", **granted}
    return not needs.permissions or any(
        LEVELS.index(held.get(name, "none")) >= LEVELS.index(level) for name, level in needs.permissions
    )
