"""Who somebody is, what they may do now, and whether what they said still stands; all of it looked up, none remembered."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from bot.authorship import is_ours
from bot.github import Hub, Reader, part
from bot.place import Place
from handlers.blocks import read_ledger
from policies import commands as c
from policies.chain import Record
from policies.people import Actor, Person, Right
from policies.run import Approval, Override

# Asked for only where teams are named: as approvers, for overrides, or as owners of code.
MEMBERS = {"members": "read", "metadata": "read"}


@dataclass(frozen=True, slots=True)
class Rights:
    """Reads people's roles and teams from GitHub."""

    hub: Hub

    async def actor(self, place: Place, person: Person, teams: Collection[str] = ()) -> Actor:
        """The person with their role now, and which of these teams they are in.

        https://docs.github.com/en/rest/teams/members#get-team-membership-for-a-user
        """
        reader = self.hub.reader(place.installation, place.repository_id)
        found = await _actor(reader, place, person)
        if not teams or found.right is Right.NONE:
            return found
        members = self.hub.reader(place.installation, None, MEMBERS)
        theirs: list[str] = []
        for name in teams:
            org, _, slug = name.partition("/")
            path = f"/orgs/{part(org)}/teams/{part(slug)}/memberships/{part(found.person.login)}"
            membership = await members.get_unless_gone(path)
            if membership is not None and membership["state"] == "active":
                theirs.append(name)
        return found.model_copy(update={"teams": tuple(theirs)})

    async def of_all(
        self, place: Place, given: Sequence[Approval | Override], teams: Collection[str]
    ) -> dict[int, tuple[Actor, bool]]:
        """Everybody who said these, as they stand now, by the comment they said it in; and whether that still stands."""
        reader = self.hub.reader(place.installation, place.repository_id)
        found: dict[int, tuple[Actor, bool]] = {}
        for one in given:
            said = c.Said(one.by, one.comment_id, one.comment_sha256, one.thread, one.at)
            found[one.comment_id] = (
                await self.actor(place, one.by, teams),
                await stands(reader, place, said),
            )
        return found


async def _actor(reader: Reader, place: Place, person: Person) -> Actor:
    """The person with the role GitHub says they have now.

    The id decides. GitHub tells a role by login alone, so where the login is another account's by now, the login that
    goes with the id is looked up, and whoever has taken over the old one counts for nothing.
    https://docs.github.com/en/rest/collaborators/collaborators#get-repository-permissions-for-a-user
    https://docs.github.com/en/rest/users/users#get-a-user-using-their-id
    """
    found = await _permission(reader, place, person.login)
    if _id_of(found) != person.id:
        renamed = await reader.get_unless_gone(f"/user/{person.id}")
        login = renamed["login"] if renamed is not None and renamed["id"] == person.id else ""
        found = await _permission(reader, place, login) if login else None
    if found is None or _id_of(found) != person.id:
        return Actor(person=person, right=Right.NONE, is_human=True)
    names = {right.name.lower(): right for right in Right}
    role = names.get(found.get("role_name", ""), names.get(found.get("permission", ""), Right.NONE))
    return actor_of(found["user"], role)


async def _permission(reader: Reader, place: Place, login: str) -> dict[str, Any] | None:
    found: dict[str, Any] | None = await reader.get_unless_gone(
        f"{place.path}/collaborators/{part(login)}/permission"
    )
    return found


def _id_of(found: dict[str, Any] | None) -> object:
    return (found["user"] or {}).get("id") if found is not None else None


async def stands(reader: Reader, place: Place, said: c.Said) -> bool:
    """Whether the comment is still there, by the same person, with the very text that was delivered."""
    comment = await reader.get_unless_gone(f"{place.path}/issues/comments/{said.comment_id}")
    if comment is None or (comment["user"] or {}).get("id") != said.by.id:
        return False
    return sha256((comment["body"] or "").encode()).hexdigest() == said.body_sha256


async def told_by_us(
    reader: Reader, place: Place, comment_id: int, told: Sequence[Record], *, app_id: str
) -> bool:
    """Whether this App wrote the comment and it holds exactly these records."""
    comment = await reader.get_unless_gone(f"{place.path}/issues/comments/{comment_id}")
    if comment is None or not is_ours(comment, app_id=app_id):
        return False
    return bool(told) and read_ledger(comment["body"]) == tuple(told)


def actor_of(user: dict[str, Any], right: Right) -> Actor:
    """The account as GitHub tells it, with this right."""
    person = Person(id=user["id"], login=user["login"])
    return Actor(person=person, right=right, is_human=user.get("type") == "User")
