"""The one door through which repository contents are written: permit in, one commit on a new branch out.

Theory of operation. `policies.writes` has judged the bytes; this hand is too small to be wrong. It looks whether the
branch is there already in our own words (a crash after the write), mints a token that can write this one repository, makes the tree,
checks that GitHub's tree is the permitted one, commits it on the pinned base without touching authorship (GitHub then
signs it), checks the tree and the base of that commit as well, has the world looked at a last time, and creates the branch, which fails if somebody was first. A tree and a
commit that no branch names show nowhere, so until then nothing is written. It reads the branch back, and the token is revoked
whatever happened. Nothing is ever forced and no existing branch is moved.

https://docs.github.com/en/rest/git/trees#create-a-tree
"""

import contextlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from bot.errors import GitHubError, Invalid, NotFound, Retry, SignalboxError, Unauthorized
from bot.github import Hub, Reader, Talker
from bot.github.tokens import MERGE
from bot.place import Place
from policies.merging import MergePermit
from policies.tree import Change
from policies.writes import Permit

# https://docs.github.com/en/graphql/reference/mutations#enqueuepullrequest
QUEUE = (
    "mutation($pullRequestId: ID!, $expectedHeadOid: GitObjectID!) { enqueuePullRequest(input: "
    "{pullRequestId: $pullRequestId, expectedHeadOid: $expectedHeadOid}) { mergeQueueEntry { position } } }"
)
# https://docs.github.com/en/graphql/reference/objects#pullrequest
QUEUED = "query($id: ID!) { node(id: $id) { ... on PullRequest { isInMergeQueue } } }"


@dataclass(frozen=True, slots=True)
class Commit:
    """What stands on the branch now."""

    sha: str
    tree_sha: str


class WriteRefused(SignalboxError):
    """GitHub's side does not fit the permit; nothing of it is on a branch."""


class Withdrawn(WriteRefused):
    """What the permit was given for does not stand any more; the approval is void, and nothing is on a branch."""


# Asked right before the branch is made: why the permit would not be given any more, or None while it would.
Still = Callable[[], Awaitable[str | None]]


class WriteGate:
    """Writes what a permit names."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub

    async def write(self, place: Place, permit: Permit, *, message: str, still: Still) -> Commit:
        """One commit on the permit's new branch. Raises WriteRefused, or Retry where it cannot be told yet."""
        reader = self._hub.reader(place.installation, place.repository_id)
        standing = await _standing(reader, place, permit, message)
        if standing is not None:
            return standing
        token = await self._hub.mint_write_token(place.installation, place.repository_id)
        try:
            writer = self._hub.writer(token)
            sha = await _commit(writer, place, permit, message=message)
            if (gone := await still()) is not None:
                raise Withdrawn(gone)
            try:
                await writer.post(
                    f"{place.path}/git/refs", {"ref": f"refs/heads/{permit.branch}", "sha": sha}
                )
            except Invalid as error:
                # It may be our own from a try whose answer never came; anything else on it is refused here as well.
                if await _standing(reader, place, permit, message) is None:
                    raise WriteRefused(f"`{permit.branch}` could not be made: {error.message}") from error
        finally:
            # A token that cannot be revoked now ends by itself within the hour; the write's outcome matters more.
            with contextlib.suppress(GitHubError, Retry):
                await self._hub.revoke(token)
        written = await _standing(reader, place, permit, message)
        if written is None:
            # GitHub has taken it and does not show it yet; the next try finds it.
            raise NotFound(
                404, "not shown yet", method="GET", path=f"{place.path}/git/ref/heads/{permit.branch}"
            )
        return written

    async def merge(self, place: Place, permit: MergePermit, *, still: Still) -> None:
        """Merge what the permit names while its head is exactly that commit, or put it into its queue.

        A token that can write is minted for this one call and revoked whatever happens; GitHub itself holds the head
        against `sha`. Raises WriteRefused, or Retry where it cannot be told yet; the next try looks first.
        https://docs.github.com/en/rest/pulls/pulls#merge-a-pull-request
        """
        reader = self._hub.reader(place.installation, place.repository_id)
        node, through = await self._through(reader, place, permit)
        if through:
            return
        if (gone := await still()) is not None:
            raise Withdrawn(gone)
        token = await self._hub.mint_write_token(place.installation, place.repository_id, MERGE)
        try:
            writer = self._hub.writer(token)
            if permit.how == "queue":
                await self._hub.graphql(writer, QUEUE, pullRequestId=node, expectedHeadOid=permit.head_sha)
            else:
                await writer.put(f"{place.path}/pulls/{permit.pull_request}/merge", {"sha": permit.head_sha})
        except (Unauthorized, NotFound):
            # GitHub does not know everywhere at once what it has just made, be it a token or a pull request.
            raise
        except GitHubError as error:
            # A try whose answer never came may have been carried out.
            if not (await self._through(reader, place, permit))[1]:
                raise WriteRefused(_said(error)) from error
        finally:
            with contextlib.suppress(GitHubError, Retry):
                await self._hub.revoke(token)

    async def _through(self, reader: Reader, place: Place, permit: MergePermit) -> tuple[str, bool]:
        """The pull request's node id, and whether it is merged, or in the queue that the permit is for."""
        shown = await reader.get(f"{place.path}/pulls/{permit.pull_request}")
        node = str(shown["node_id"])
        if permit.how != "queue" or shown["merged"]:
            return node, bool(shown["merged"])
        found = await self._hub.graphql(reader, QUEUED, id=node)
        return node, bool(found["node"]["isInMergeQueue"])


def _said(error: GitHubError) -> str:
    errors = error.errors if isinstance(error, Invalid) else ()
    told = [str(each.get("message", "")) for each in errors if isinstance(each, dict)]
    return f"GitHub refused: {'; '.join(filter(None, told)) or error.message}"[:400]


async def _commit(writer: Talker, place: Place, permit: Permit, *, message: str) -> str:
    tree = await writer.post(
        f"{place.path}/git/trees",
        {"base_tree": permit.base_tree_sha, "tree": [_entry(change) for change in permit.changes]},
    )
    if tree["sha"] != permit.tree_sha:
        raise WriteRefused("GitHub's tree is not the tree that was approved")
    commit = await writer.post(
        f"{place.path}/git/commits",
        {"message": message, "tree": permit.tree_sha, "parents": [permit.base_sha]},
    )
    if not _is_permitted(commit, permit):
        raise WriteRefused("GitHub's commit is not of the tree and on the base that were approved")
    return str(commit["sha"])


def _is_permitted(commit: dict[str, Any], permit: Permit) -> bool:
    """Whether the commit, as GitHub tells it, holds the tree that was computed from the bytes, on the base alone."""
    parents = [parent["sha"] for parent in commit["parents"]]
    return bool(commit["tree"]["sha"] == permit.tree_sha and parents == [permit.base_sha])


def _entry(change: Change) -> dict[str, Any]:
    if change.after is None:
        return {"path": change.path, "mode": "100644", "type": "blob", "sha": None}
    return {
        "path": change.path,
        "mode": f"{change.mode:06o}",
        "type": "blob",
        "content": change.after.decode(),
    }


async def _standing(reader: Reader, place: Place, permit: Permit, message: str) -> Commit | None:
    """The commit on the permit's branch when it is the permitted one in our own words; None when there is no such branch.

    Whoever can push could make the branch first: with the very files, and with a message that names another approver or keeps
    checks from running.
    """
    ref = await reader.get_or_none(f"{place.path}/git/ref/heads/{permit.branch}")
    if ref is None:
        return None
    commit = await reader.get(f"{place.path}/git/commits/{ref['object']['sha']}")
    if not _is_permitted(commit, permit) or commit["message"].strip() != message.strip():
        raise WriteRefused(f"`{permit.branch}` exists and holds something else")
    return Commit(sha=commit["sha"], tree_sha=commit["tree"]["sha"])
