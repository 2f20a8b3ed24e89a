"""Apps: registering one, and giving it to an account, with the events that GitHub sends for it."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from sandbox import hooks
from sandbox.accounts import App, Installation, Org
from sandbox.shapes import apps as shapes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sandbox.accounts import Account, User
    from sandbox.records import Repo
    from sandbox.world import World


def register(world: World, manifest: Mapping[str, Any], *, owner: Account) -> App:
    """A new App with a key pair and a webhook secret of its own.

    https://docs.github.com/apps/sharing-github-apps/registering-a-github-app-from-a-manifest#github-app-manifest-parameters
    """
    name = str(manifest["name"])
    slug = "-".join("".join(c if c.isalnum() else " " for c in name.lower()).split())
    key = world.new_key()
    hook = manifest.get("hook_attributes") or {}
    app = App(
        id=world.next_id(),
        slug=slug,
        name=name,
        client_id="Iv23li" + secrets.token_hex(7),
        client_secret=secrets.token_hex(20),
        owner=owner,
        bot=world.add_user(f"{slug}[bot]", kind="Bot"),
        public_key=key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo),
        private_key=key.private_bytes(
            Encoding.PEM, PrivateFormat.TraditionalOpenSSL, NoEncryption()
        ).decode(),
        permissions={"metadata": "read", **manifest.get("default_permissions", {})},
        events=list(manifest.get("default_events", ())),
        webhook_url=hook.get("url") if hook.get("active", True) else None,
        webhook_secret=str(hook.get("secret") or secrets.token_hex(20)),
        hook_id=world.next_id(),
        external_url=str(manifest.get("url", world.url)),
        created_at=world.clock(),
        description=manifest.get("description"),
        public=bool(manifest.get("public", False)),
    )
    world.apps[slug] = app
    hooks.ping(world, app)
    return app


def install(
    world: World, app: App, account: Account, *, repos: Iterable[Repo] | None, by: User
) -> Installation:
    """Gives the App the repositories (None: all, also later ones) and tells it so."""
    installation = Installation(
        id=world.next_id(),
        app=app,
        account=account,
        permissions=dict(app.permissions),
        events=list(app.events),
        created_at=world.clock(),
        updated_at=world.clock(),
        repo_ids=None if repos is None else {repo.id for repo in repos},
    )
    world.installations[installation.id] = installation
    _tell(world, installation, "created", by=by, requester=None)
    return installation


def uninstall(world: World, installation: Installation, *, by: User) -> None:
    """Takes the App away; its tokens die with it."""
    _tell(world, installation, "deleted", by=by)
    del world.installations[installation.id]


def suspend(world: World, installation: Installation, *, by: User) -> None:
    """Closes the installation's access without removing it."""
    installation.suspended_at, installation.suspended_by = world.clock(), by
    _tell(world, installation, "suspend", by=by)


def unsuspend(world: World, installation: Installation, *, by: User) -> None:
    """Opens a suspended installation again."""
    installation.suspended_at, installation.suspended_by = None, None
    _tell(world, installation, "unsuspend", by=by)


def add_repos(world: World, installation: Installation, repos: Iterable[Repo], *, by: User) -> None:
    """Gives the installation more repositories."""
    added = list(repos)
    if installation.repo_ids is not None:
        installation.repo_ids |= {repo.id for repo in added}
    _tell_repos(world, installation, added=added, removed=[], by=by)


def remove_repos(world: World, installation: Installation, repos: Iterable[Repo], *, by: User) -> None:
    """Takes repositories from an installation that was given selected ones."""
    removed = list(repos)
    if installation.repo_ids is not None:
        installation.repo_ids -= {repo.id for repo in removed}
    _tell_repos(world, installation, added=[], removed=removed, by=by)


def sender_for(world: World, account: Account) -> User:
    """Somebody who may act for the account: the user, or an owner of the organization."""
    if not isinstance(account, Org):
        return account
    admins = (login for login, role in account.members.items() if role == "admin")
    found = next((user for user in map(world.user, admins) if user is not None), None)
    if found is None:
        found = world.user("ghost") or world.add_user("ghost")
    return found


def _tell(world: World, installation: Installation, action: str, *, by: User, **more: Any) -> None:  # noqa: ANN401 - JSON
    hooks.emit(
        world,
        "installation",
        action,
        sender=by,
        installation=installation,
        repositories=[shapes.slim_repository(repo) for repo in world.installed_repos(installation)],
        **more,
    )


def _tell_repos(
    world: World, installation: Installation, *, added: list[Repo], removed: list[Repo], by: User
) -> None:
    installation.updated_at = world.clock()
    hooks.emit(
        world,
        "installation_repositories",
        "added" if added else "removed",
        sender=by,
        installation=installation,
        repository_selection="all" if installation.repo_ids is None else "selected",
        repositories_added=[shapes.slim_repository(repo) for repo in added],
        repositories_removed=[shapes.slim_repository(repo) for repo in removed],
        requester=None,
    )
