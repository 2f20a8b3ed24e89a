"""What anybody can see of a run: the thread, the record folded from it, issues, pull requests, branches."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from bot.demo.person import Person
from bot.demo.seen import Sight, Watcher
from handlers import markers
from policies.run import Run

OWNER, NAME = "acme", "shop"
REPOSITORY = f"{OWNER}/{NAME}"
REPO = f"/repos/{REPOSITORY}"


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment as the thread shows it; `kind` is the App's marker, empty on what people wrote."""

    id: int
    by: str
    kind: str
    body: str
    reactions: Mapping[str, int]


class Seen:
    """Reads as Raj does; `keys` are the App's public keys."""

    issue: int
    keys: Mapping[str, Ed25519PublicKey]

    def person(self, login: str) -> Person:
        """Somebody with a token of their own."""
        raise NotImplementedError

    async def comment(self, id_: int) -> Comment:
        """One comment."""
        return _comment(await self.person("raj").do("GET", f"{REPO}/issues/comments/{id_}"))

    async def comments(self, thread: int | None = None) -> list[Comment]:
        """The comments of a thread in order; of the intake issue when none is named."""
        path = f"{REPO}/issues/{thread or self.issue}/comments"
        return [_comment(found) for found in await self.person("raj").all(path)]

    async def ours(self, *kinds: str, thread: int | None = None) -> list[Comment]:
        """The App's comments in a thread, of these kinds or of all."""
        return [c for c in await self.comments(thread) if c.kind and (not kinds or c.kind in kinds)]

    async def card(self) -> Comment:
        """The one status card."""
        (card,) = await self.ours("card")
        return card

    async def newest(self, kind: str = "turn", *, thread: int | None = None) -> Comment:
        """The App's newest comment of a kind."""
        return (await self.ours(kind, thread=thread))[-1]

    async def look(self) -> Sight:
        """The run as anybody reads it from the comments, verified with the public key."""
        run = (await self._watcher().look()).run
        threads = tuple(unit.issue for unit in run.units.values()) if run else ()
        return await self._watcher().look(threads=threads)

    async def run(self) -> Run:
        """The run folded from the comments of its own thread."""
        run = (await self._watcher().look()).run
        assert run is not None, "there is no run"
        return run

    async def labels(self, issue: int | None = None) -> list[str]:
        """The labels of an issue, in order of name."""
        found = await self.person("raj").all(f"{REPO}/issues/{issue or self.issue}/labels")
        return sorted(label["name"] for label in found)

    async def issues(self) -> list[dict[str, Any]]:
        """Every issue that is no pull request, oldest first."""
        found = await self.person("raj").all(f"{REPO}/issues", state="all", sort="created", direction="asc")
        return [issue for issue in found if "pull_request" not in issue]

    async def pulls(self) -> list[dict[str, Any]]:
        """Every pull request, oldest first."""
        found = await self.person("raj").all(f"{REPO}/pulls", state="all", sort="created", direction="asc")
        return list(found)

    async def pull(self, number: int) -> dict[str, Any]:
        """One pull request."""
        found: dict[str, Any] = await self.person("raj").do("GET", f"{REPO}/pulls/{number}")
        return found

    async def branches(self) -> list[str]:
        """The names of all branches."""
        return sorted(branch["name"] for branch in await self.person("raj").all(f"{REPO}/branches"))

    async def head(self, branch: str = "main") -> str:
        """The SHA a branch stands at."""
        found = await self.person("raj").do("GET", f"{REPO}/git/ref/heads/{branch}")
        return str(found["object"]["sha"])

    async def tree(self, branch: str = "main") -> dict[str, str]:
        """Path -> blob SHA of everything on a branch."""
        path = f"{REPO}/git/trees/{await self.head(branch)}"
        found = await self.person("raj").do("GET", path, recursive="1")
        return {entry["path"]: entry["sha"] for entry in found["tree"] if entry["type"] == "blob"}

    async def repeated(self) -> list[str]:
        """Every marker that stands in more than one comment; a marker names one thing that is said once."""
        found = await self.person("raj").all(f"{REPO}/issues/comments")
        heads = Counter(
            (comment["issue_url"], comment["body"].partition("\n")[0])
            for comment in found
            if markers.read(comment["body"]) and comment["user"]["type"] == "Bot"
        )
        return [f"{url}: {head}" for (url, head), count in heads.items() if count > 1]

    def _watcher(self) -> Watcher:
        return Watcher(self.person("raj"), REPOSITORY, self.issue, self.keys)


def _comment(found: Mapping[str, Any]) -> Comment:
    marker = markers.read(found["body"])
    reactions = {
        name: count
        for name, count in found["reactions"].items()
        if isinstance(count, int) and count and name != "total_count"
    }
    return Comment(
        found["id"],
        found["user"]["login"],
        marker.kind if marker else "",
        found["body"],
        reactions,
    )
