"""The write gate alone, on a repository whose world changes between its calls: the permitted commit, or nothing on any branch."""

import contextlib
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from bot.base import pinned
from bot.errors import GitHubError, NotFound, Unauthorized
from bot.github import Hub
from bot.github.port import AiohttpPort
from bot.place import Place
from bot.queue_sqlite import SqliteQueue
from bot.write_gate import Commit, Withdrawn, WriteGate, WriteRefused
from policies.merging import MergePermit
from policies.patchset import PinnedBase
from policies.tree import Change, ResultTree, result
from policies.writes import Permit
from tests.bot.hubs import hub_of
from tests.conftest import Standin

REPO = "/repos/acme/shop"
BRANCH = "signalbox/run-1-u-01-v1"
REF = f"{REPO}/git/ref/heads/{BRANCH}"
FILES = {"README.md": "# Shop\n", "old.txt": "Gone soon.\n"}
CHANGES = (
    Change("README.md", before=b"# Shop\n", after=b"# Shop\n\nOpen.\n"),
    Change("old.txt", before=b"Gone soon.\n", after=None),
    Change("run.sh", before=None, after=b"echo open\n", mode=0o100755),
)

Answer = tuple[int, Mapping[str, str], bytes]


@dataclass
class Watched:
    """The port, with something done to the world after a call, and the calls so far."""

    port: AiohttpPort
    after: Callable[[str, str], Awaitable[None]] | None = None
    calls: list[str] = field(default_factory=list)
    # What is told of a call that was carried out, instead of how it ended.
    told: dict[str, int] = field(default_factory=dict)
    # What an answer holds instead of what it held.
    otherwise: dict[str, dict[str, Any]] = field(default_factory=dict)

    async def __call__(self, method: str, url: str, headers: Mapping[str, str], body: bytes) -> Answer:
        answer = await self.port(method, url, headers, body)
        path = url.partition("/api/")[2].removeprefix("v3")
        self.calls.append(f"{method} {path}")
        if self.after is not None:
            await self.after(method, path)
        if (status := self.told.get(f"{method} {path}")) is not None:
            return status, {"content-type": "application/json"}, b'{"message": "It is so."}'
        if (otherwise := self.otherwise.get(f"{method} {path}")) is not None:
            status, headers, text = answer
            return status, headers, json.dumps(json.loads(text) | otherwise).encode()
        return answer


@dataclass
class Scene:
    """The gate before an open repository, and a permit that fits it."""

    github: Standin
    port: Watched
    hub: Hub
    place: Place
    base: PinnedBase
    permit: Permit

    @property
    def gate(self) -> WriteGate:
        return WriteGate(self.hub)

    async def write(self, permit: Permit | None = None) -> Commit:
        return await self.gate.write(self.place, permit or self.permit, message="Open", still=unchanged)

    async def branches(self) -> set[str]:
        return {each["name"] for each in await self.raj("GET", f"{REPO}/branches")} - {"main"}

    async def raj(self, method: str, path: str, body: Any = None) -> Any:
        client = self.github.as_user("raj")
        answer = await (client.get(path) if method == "GET" else getattr(client, method.lower())(path, body))
        assert answer.status < 300, answer.json
        return answer.json

    async def by_hand(self, tree: str, branch: str = BRANCH, message: str = "By hand") -> str:
        """Raj makes a branch with a commit of this tree on the base."""
        commit = {"message": message, "tree": tree, "parents": [self.base.sha]}
        sha = str((await self.raj("POST", f"{REPO}/git/commits", commit))["sha"])
        await self.raj("POST", f"{REPO}/git/refs", {"ref": f"refs/heads/{branch}", "sha": sha})
        return sha

    async def pull_request(self) -> dict[str, Any]:
        """What was permitted is written, and Raj opens its pull request."""
        await self.write()
        opened = {"title": "Open", "head": BRANCH, "base": "main"}
        made: dict[str, Any] = await self.raj("POST", f"{REPO}/pulls", opened)
        return made


async def unchanged() -> str | None:
    return None


async def withdrawn() -> str | None:
    return "the approving comment was edited or deleted"


@pytest.fixture
async def scene(github: Standin, queue: SqliteQueue) -> AsyncIterator[Scene]:
    """At the end every token that could change files is revoked, whatever happened."""
    await github.repo("acme/shop", files=FILES)
    await github.role("acme/shop", raj="write")
    app = await github.app("acme")
    async with AiohttpPort() as real:
        port = Watched(real)
        hub = hub_of(github, app, port=port, queue=queue)
        reader = hub.reader(app.installation_id, None)
        place = Place(app.installation_id, (await reader.get(REPO))["id"], "acme/shop", 1)
        sha = (await reader.get(f"{REPO}/git/ref/heads/main"))["object"]["sha"]
        base = await pinned(reader, place, ref="main", sha=sha)
        tree = result(base.entries, CHANGES)
        assert isinstance(tree, ResultTree)
        permit = Permit("U-01", "d" * 64, BRANCH, sha, base.tree_sha, tree.tree_sha, CHANGES)
        yield Scene(github, port, hub, place, base, permit)
        tokens = [each for each in github.world.tokens.values() if each.installation]
        assert {each.revoked for each in tokens if each.permissions.get("contents") == "write"} == {True}


async def test_exactly_the_permitted_commit_is_written_and_the_second_time_it_is_only_found(
    scene: Scene,
) -> None:
    written = await scene.write()
    commit = await scene.raj("GET", f"{REPO}/git/commits/{written.sha}")
    assert written.tree_sha == commit["tree"]["sha"] == scene.permit.tree_sha
    assert [each["sha"] for each in commit["parents"]] == [scene.base.sha]
    tree = await scene.raj("GET", f"{REPO}/git/trees/{written.tree_sha}")
    assert {each["path"]: each["mode"] for each in tree["tree"]} == {
        "README.md": "100644",
        "run.sh": "100755",
    }

    scene.port.calls.clear()
    assert await scene.write() == written
    assert {call.split()[0] for call in scene.port.calls if "access_tokens" not in call} == {"GET"}


async def test_what_is_withdrawn_at_the_last_look_is_on_no_branch(scene: Scene) -> None:
    with pytest.raises(Withdrawn, match="edited or deleted"):
        await scene.gate.write(scene.place, scene.permit, message="Open", still=withdrawn)
    assert await scene.branches() == set()


async def test_a_tree_that_github_makes_otherwise_is_refused(scene: Scene) -> None:
    other = replace(scene.permit, tree_sha=scene.base.tree_sha)
    with pytest.raises(WriteRefused, match="not the tree that was approved"):
        await scene.write(other)
    assert await scene.branches() == set()


@pytest.mark.parametrize(
    "otherwise",
    [
        {"tree": {"sha": "0" * 40}},
        {"parents": []},
        {"parents": [{"sha": "0" * 40}]},
    ],
    ids=["another tree", "no base", "another base"],
)
async def test_a_commit_that_github_makes_otherwise_is_refused_before_a_branch_names_it(
    scene: Scene, otherwise: dict[str, Any]
) -> None:
    scene.port.otherwise[f"POST {REPO}/git/commits"] = otherwise
    with pytest.raises(WriteRefused, match="not of the tree and on the base that were approved"):
        await scene.write()
    assert await scene.branches() == set()
    assert f"POST {REPO}/git/refs" not in scene.port.calls


@pytest.mark.parametrize("others", ["tree", "base"])
async def test_a_branch_that_holds_something_else_is_left_as_it_is(scene: Scene, others: str) -> None:
    """Whether its files are others, or the same on another base."""
    sha = (await scene.write()).sha
    other: dict[str, Any] = {"tree": scene.base.tree_sha} if others == "tree" else {"parents": []}
    commit = {"message": "By hand", "tree": scene.permit.tree_sha, "parents": [scene.base.sha], **other}
    moved = (await scene.raj("POST", f"{REPO}/git/commits", commit))["sha"]
    await scene.raj("PATCH", f"{REPO}/git/refs/heads/{BRANCH}", {"sha": moved, "force": True})

    with pytest.raises(WriteRefused, match="exists and holds something else"):
        await scene.write()
    assert moved == (await scene.raj("GET", REF))["object"]["sha"] != sha


@pytest.mark.parametrize("same", [False, True], ids=["other files", "the same files in other words"])
async def test_somebody_who_makes_the_branch_first_keeps_it(scene: Scene, *, same: bool) -> None:
    async def still() -> str | None:
        await scene.by_hand(scene.permit.tree_sha if same else scene.base.tree_sha)
        return None

    with pytest.raises(WriteRefused, match="exists and holds something else"):
        await scene.gate.write(scene.place, scene.permit, message="Open", still=still)


async def test_our_own_commit_from_a_try_whose_answer_never_came_is_taken_for_what_it_is(
    scene: Scene,
) -> None:
    made: list[str] = []

    async def still() -> str | None:
        made.append(await scene.by_hand(scene.permit.tree_sha, message="Open"))
        return None

    written = await scene.gate.write(scene.place, scene.permit, message="Open", still=still)
    assert [written.sha] == made


async def test_a_branch_that_github_refuses_is_refused_in_its_words(scene: Scene) -> None:
    """Git keeps no branch whose name goes on where that of another ends."""
    await scene.by_hand(scene.base.tree_sha, branch="signalbox")
    with pytest.raises(WriteRefused, match="could not be made: Reference cannot be created"):
        await scene.write()
    assert await scene.branches() == {"signalbox"}


async def test_a_branch_that_is_not_shown_after_it_was_made_is_no_success(scene: Scene) -> None:
    async def after(method: str, path: str) -> None:
        if (method, path) == ("POST", f"{REPO}/git/refs"):
            scene.port.after = None
            await scene.raj("DELETE", f"{REPO}/git/refs/heads/{BRANCH}")

    scene.port.after = after
    with pytest.raises(NotFound, match="not shown yet"):
        await scene.write()
    await scene.write()
    assert await scene.branches() == {BRANCH}


def _merge(pull: dict[str, Any], **changed: Any) -> MergePermit:
    return replace(MergePermit(pull["number"], pull["head"]["sha"], "d" * 64, "merge"), **changed)


async def test_what_is_merged_already_is_not_merged_again(scene: Scene) -> None:
    pull = await scene.pull_request()
    await scene.gate.merge(scene.place, _merge(pull), still=unchanged)
    main = (await scene.raj("GET", f"{REPO}/git/ref/heads/main"))["object"]["sha"]
    commit = await scene.raj("GET", f"{REPO}/git/commits/{main}")
    assert [each["sha"] for each in commit["parents"]] == [scene.base.sha, pull["head"]["sha"]]

    scene.port.calls.clear()
    await scene.gate.merge(scene.place, _merge(pull), still=withdrawn)
    assert [call for call in scene.port.calls if "access_tokens" not in call] == [
        f"GET {REPO}/pulls/{pull['number']}"
    ]


async def test_a_merge_that_is_withdrawn_at_the_last_look_is_not_done(scene: Scene) -> None:
    pull = await scene.pull_request()
    with pytest.raises(Withdrawn, match="edited or deleted"):
        await scene.gate.merge(scene.place, _merge(pull), still=withdrawn)
    assert (await scene.raj("GET", f"{REPO}/pulls/{pull['number']}"))["merged"] is False


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"head_sha": "0" * 40}, "GitHub refused: Head branch was modified"),
        ({"how": "queue"}, "GitHub refused: Pull request is targeting a branch without a merge queue: main"),
    ],
    ids=["another head", "no queue"],
)
async def test_a_merge_that_github_refuses_is_refused_in_its_words(
    scene: Scene, changed: dict[str, Any], said: str
) -> None:
    pull = await scene.pull_request()
    with pytest.raises(WriteRefused, match=said):
        await scene.gate.merge(scene.place, _merge(pull, **changed), still=unchanged)
    assert (await scene.raj("GET", f"{REPO}/pulls/{pull['number']}"))["merged"] is False


@pytest.mark.parametrize(
    ("status", "raised"), [(405, None), (409, None), (404, NotFound), (401, Unauthorized)]
)
async def test_a_merge_that_came_through_is_none_that_was_refused_whatever_was_told(
    scene: Scene, status: int, raised: type[GitHubError] | None
) -> None:
    """What GitHub may not know everywhere yet is looked for by the next try, which finds it merged."""
    pull = await scene.pull_request()
    scene.port.told[f"PUT {REPO}/pulls/{pull['number']}/merge"] = status
    with contextlib.nullcontext() if raised is None else pytest.raises(raised):
        await scene.gate.merge(scene.place, _merge(pull), still=unchanged)
    assert (await scene.raj("GET", f"{REPO}/pulls/{pull['number']}"))["merged"] is True
    await scene.gate.merge(scene.place, _merge(pull), still=withdrawn)
