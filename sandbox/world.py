"""Everything the stand-in knows, in memory, with the git repositories in one data folder."""

from __future__ import annotations

import asyncio
import secrets
from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key

from sandbox.accounts import ROLES, Account, App, Installation, Org, Token, User
from sandbox.clock import Clock
from sandbox.git import Author, Git
from sandbox.limits import Limits
from sandbox.mishaps import Mishaps
from sandbox.records import Delivery, Label, Repo

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import datetime
    from pathlib import Path

    from sandbox.faults import Fault
    from sandbox.push import Moved
    from sandbox.workflows import Job

TOKEN_LIFETIME = timedelta(hours=1)
FIRST_ID = 500_001
KEY_BITS = 2048
# https://docs.github.com/issues/using-labels-and-milestones-to-track-work/managing-labels#about-default-labels
DEFAULT_LABELS = (
    ("bug", "d73a4a", "Something isn't working"),
    ("documentation", "0075ca", "Improvements or additions to documentation"),
    ("duplicate", "cfd3d7", "This issue or pull request already exists"),
    ("enhancement", "a2eeef", "New feature or request"),
    ("good first issue", "7057ff", "Good for newcomers"),
    ("help wanted", "008672", "Extra attention is needed"),
    ("invalid", "e4e669", "This doesn't seem right"),
    ("question", "d876e3", "Further information is requested"),
    ("wontfix", "ffffff", "This will not be worked on"),
)


def new_key() -> RSAPrivateKey:
    """A key pair for an App, as GitHub makes them."""
    return generate_private_key(public_exponent=65537, key_size=KEY_BITS)


class World:
    """The whole state of one stand-in; `url` is set once the server listens."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.url = "http://127.0.0.1"
        self.clock = Clock()
        self.accounts: dict[str, Account] = {}
        self.apps: dict[str, App] = {}
        self.installations: dict[int, Installation] = {}
        self.tokens: dict[str, Token] = {}
        self.repos: dict[tuple[str, str], Repo] = {}
        self.repos_by_id: dict[int, Repo] = {}
        self.moved: dict[tuple[str, str], int] = {}
        self.deliveries: list[Delivery] = []
        self.outbox: asyncio.Queue[Delivery] = asyncio.Queue()
        self.mishaps = Mishaps()
        self.limits = Limits(self.clock)
        self.faults: list[Fault] = []
        self.calls: Counter[str] = Counter()
        self.refused: list[dict[str, Any]] = []
        self.content_writes: Counter[str] = Counter()
        self.manifests: dict[str, App] = {}
        self.archives: dict[str, Repo] = {}
        self.signed: set[str] = set()
        self.logs: dict[str, tuple[Job, datetime]] = {}
        self.observe_webhook: Callable[[str, dict[str, Any]], None] | None = None
        self.observe_move: Callable[[Repo, Moved, User], None] | None = None
        self.new_key: Callable[[], RSAPrivateKey] = new_key
        self._last_id = FIRST_ID

    def next_id(self) -> int:
        """A database id that nothing else has; ids and issue numbers are never alike."""
        self._last_id += 1
        return self._last_id

    # Accounts

    def add_user(self, login: str, *, name: str | None = None, kind: str = "User") -> User:
        """A new user or bot."""
        user = User(self.next_id(), login, self.clock(), name=name, type=kind)
        self.accounts[login.lower()] = user
        return user

    def add_org(self, login: str, *, description: str | None = None) -> Org:
        """A new organization without members."""
        org = Org(self.next_id(), login, self.clock(), description=description)
        self.accounts[login.lower()] = org
        return org

    def account(self, login: str) -> Account | None:
        """The user, bot or organization of that login, in whatever case it is written."""
        return self.accounts.get(login.lower())

    def user(self, login: str) -> User | None:
        """The user or bot of that login."""
        found = self.account(login)
        return found if isinstance(found, User) else None

    def user_token(self, user: User) -> Token:
        """A new token that carries all of the user's rights and does not expire."""
        token = Token("ghp_" + secrets.token_hex(18), user)
        self.tokens[token.text] = token
        return token

    # Apps

    def app(self, slug: str) -> App | None:
        """The App of that slug."""
        return self.apps.get(slug.lower())

    def app_of(self, bot: User) -> App | None:
        """The App in whose name the bot acts, for `performed_via_github_app`; None for a person."""
        return (
            next((app for app in self.apps.values() if app.bot is bot), None) if bot.type == "Bot" else None
        )

    def installation_token(
        self, installation: Installation, *, permissions: dict[str, str], repo_ids: frozenset[int] | None
    ) -> Token:
        """A new token of the installation, good for an hour."""
        token = Token(
            "ghs_" + secrets.token_hex(18),
            installation.app.bot,
            installation,
            permissions,
            repo_ids,
            self.clock() + TOKEN_LIFETIME,
        )
        self.tokens[token.text] = token
        return token

    def installations_on(self, repo: Repo) -> Iterator[Installation]:
        """Every installation, suspended ones included, that was given the repository."""
        for installation in self.installations.values():
            if installation.account is repo.owner and (
                installation.repo_ids is None or repo.id in installation.repo_ids
            ):
                yield installation

    def installed_repos(self, installation: Installation) -> list[Repo]:
        """The repositories that the installation was given."""
        return [
            repo
            for repo in self.repos_by_id.values()
            if repo.owner is installation.account
            and (installation.repo_ids is None or repo.id in installation.repo_ids)
        ]

    # Repositories

    def add_repo(
        self, owner: Account, name: str, *, private: bool = False, default_branch: str = "main"
    ) -> Repo:
        """A new repository with GitHub's default labels and no commit."""
        number, now = self.next_id(), self.clock()
        git = Git.create(self.data / f"{number}.git", branch=default_branch)
        repo = Repo(number, owner, name, git, now, now, now, private=private, default_branch=default_branch)
        for label, color, description in DEFAULT_LABELS:
            repo.labels[label] = Label(self.next_id(), label, color, description, default=True)
        self.repos[owner.login.lower(), name.lower()] = repo
        self.repos_by_id[repo.id] = repo
        return repo

    def seed(self, repo: Repo, files: Mapping[str, bytes], *, message: str, by: User) -> str:
        """The sha of a first commit with these files on the default branch."""
        tree = repo.git.write_files(None, files)
        who = author_of(by, self.clock())
        sha = repo.git.write_commit(tree, parents=(), message=message, author=who, committer=who)
        repo.git.set_ref(f"refs/heads/{repo.default_branch}", sha)
        return sha

    def repo(self, owner: str, name: str) -> Repo | None:
        """The repository of that name, in whatever case it is written."""
        return self.repos.get((owner.lower(), name.lower()))

    def rename(self, repo: Repo, name: str, *, owner: Account | None = None) -> None:
        """Gives the repository another name, or another owner as well; the old name redirects from now on."""
        old = (repo.owner.login.lower(), repo.name.lower())
        del self.repos[old]
        self.moved[old] = repo.id
        repo.name, repo.owner = name, owner or repo.owner
        key = (repo.owner.login.lower(), name.lower())
        self.moved.pop(key, None)
        self.repos[key] = repo

    def rename_user(self, user: User, login: str) -> None:
        """The account goes by another login; what it may do and has written stays its own."""
        before, now = user.login.lower(), login.lower()
        self.accounts[now] = self.accounts.pop(before)
        for roles in self._roles():
            if before in roles:
                roles[now] = roles.pop(before)
        user.login = login

    def delete_user(self, user: User) -> None:
        """The account is gone, with everything it was allowed to do."""
        login = user.login.lower()
        del self.accounts[login]
        for roles in self._roles():
            roles.pop(login, None)

    def _roles(self) -> Iterator[dict[str, str]]:
        yield from (repo.collaborators for repo in self.repos.values())
        for org in self.accounts.values():
            if isinstance(org, Org):
                yield org.members
                yield from (team.members for team in org.teams.values())

    def role(self, repo: Repo, user: User) -> str:
        """The strongest role the user has on the repository; "read" at least when it is public."""
        login = user.login.lower()
        roles = [repo.collaborators.get(login, "none"), "none" if repo.private else "read"]
        if repo.owner is user or user.site_admin:
            roles.append("admin")
        if isinstance(repo.owner, Org) and login in repo.owner.members:
            roles.append("admin" if repo.owner.members[login] == "admin" else repo.owner.default_role)
            roles += [
                team.repositories.get(repo.id, "none")
                for team in repo.owner.teams.values()
                if login in team.members
            ]
        return max(roles, key=ROLES.index)


def email_of(user: User) -> str:
    """The address that ties commits to the account.

    https://docs.github.com/account-and-profile/reference/email-addresses-reference
    """
    return f"{user.id}+{user.login}@users.noreply.github.com"


def author_of(user: User, date: datetime) -> Author:
    """The user as a commit names them."""
    return Author(user.name or user.login, email_of(user), date)
