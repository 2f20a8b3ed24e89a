"""Changes of the world that make an approval void, each with the way back, and the look of the App that must notice it."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from sandbox.records import Comment
from tests.stories.seen import NAME, OWNER
from tests.stories.stage import REPO, REPOSITORY, Play

POLICY = ".github/signalbox.yml"


@dataclass(slots=True)
class Approved:
    """What stands approved and unwritten: the comment, its text, a path that the write touches, and where `main` was."""

    play: Play
    comment: int
    text: str
    touched: str
    main: str
    gone: Comment | None = None

    async def edits(self) -> None:
        path = f"{REPO}/issues/comments/{self.comment}"
        await self.play.person("raj").do("PATCH", path, {"body": f"{self.text}\n\nnot yet"})

    async def edits_back(self) -> None:
        await self.play.person("raj").do(
            "PATCH", f"{REPO}/issues/comments/{self.comment}", {"body": self.text}
        )

    async def deletes(self) -> None:
        """Through the stand-in's own record, because GitHub has no way back."""
        repo = self.play.github.world.repo(OWNER, NAME)
        assert repo is not None
        self.gone = repo.comments.pop(self.comment)
        self.gone.issue.comments.remove(self.gone)

    async def undeletes(self) -> None:
        assert self.gone is not None
        self.gone.issue.repo.comments[self.comment] = self.gone
        self.gone.issue.comments.append(self.gone)

    async def revokes(self) -> None:
        await self.play.github.role(REPOSITORY, raj="triage")

    async def grants(self) -> None:
        await self.play.github.role(REPOSITORY, raj="write")

    async def pushes(self) -> None:
        await self.play.pushes("ada", {self.touched: "By hand meanwhile.\n"})

    async def pushes_policy(self) -> None:
        await self.play.pushes("ada", {POLICY: "max_parallel_units: 2\n"})

    async def rewrites(self) -> None:
        """The same files, by a commit that comes after nothing."""
        commit = await self.play.person("ada").do("GET", f"{REPO}/git/commits/{self.main}")
        body = {"message": "Begin anew", "tree": commit["tree"]["sha"], "parents": []}
        anew = await self.play.person("ada").do("POST", f"{REPO}/git/commits", body)
        forced = {"sha": anew["sha"], "force": True}
        await self.play.person("ada").do("PATCH", f"{REPO}/git/refs/heads/main", forced)

    async def resets(self) -> None:
        body = {"sha": self.main, "force": True}
        await self.play.person("ada").do("PATCH", f"{REPO}/git/refs/heads/main", body)


@dataclass(frozen=True, slots=True)
class Change:
    """One change, its way back, and the reads of which the last before the write must notice it."""

    make: Callable[[Approved], Awaitable[None]]
    undo: Callable[[Approved], Awaitable[None]]
    noticed_by: re.Pattern[str]


REWRITTEN = "the history of the base is written anew"
CHANGES: dict[str, Change] = {
    "the comment is edited": Change(
        Approved.edits, Approved.edits_back, re.compile(r"/issues/comments/\d+$")
    ),
    "the comment is deleted": Change(
        Approved.deletes, Approved.undeletes, re.compile(r"/issues/comments/\d+$")
    ),
    "the right is revoked": Change(
        Approved.revokes, Approved.grants, re.compile(r"/collaborators/raj/permission$")
    ),
    "the base moves under a touched path": Change(
        Approved.pushes, Approved.resets, re.compile(r"/git/ref/heads/main$")
    ),
    REWRITTEN: Change(Approved.rewrites, Approved.resets, re.compile(r"/git/ref/heads/main$")),
    "the policy changes": Change(
        Approved.pushes_policy, Approved.resets, re.compile(r"/contents/\.github/signalbox\.yml$")
    ),
}
