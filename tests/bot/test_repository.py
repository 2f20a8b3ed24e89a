"""Who imports whom is read through the API: one by one or in one archive, each content once, and for one tenant alone."""

import base64
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field

import pytest

from agents.repository.graph import Graph
from agents.repository.shown import RepositoryContext
from agents.schemas.backlog import Unit
from bot import base
from bot.contexts import Contexts
from bot.github import Hub
from bot.github.port import AiohttpPort, Port
from bot.place import Place
from bot.queue_sqlite import SqliteQueue
from bot.repository import ONE_BY_ONE, Repositories
from tests.bot.hubs import hub_of
from tests.conftest import Standin

REPO = "/repos/acme/shop"
UNIT = Unit(id="U-01", title="Count", slice="S1", summary="Count.", files=("app/core.py", "app/new.py"))
# More than are read one by one.
MANY = {
    f"app/m{number}.py": f"from app.core import count\nN = count({number})\n"
    for number in range(ONE_BY_ONE + 10)
}
FEW = {
    "app/__init__.py": "",
    "app/core.py": "def count(n):\n    return n\n",
    "app/use.py": "from app.core import count\n",
    "app/far.py": "FAR = 1\n",
    "tests/test_core.py": "from app.core import count\n",
    "node_modules/x/index.js": "export const x = 1\n",
    "big.py": "x = 1\n" * 100_000,
    "notes.md": "# Notes\n",
}


@dataclass
class Watched:
    """A port that remembers the addresses it was asked for, and which of them with a token."""

    port: Port
    paths: list[str] = field(default_factory=list)
    secret: list[str] = field(default_factory=list)

    async def __call__(
        self, method: str, url: str, headers: Mapping[str, str], body: bytes
    ) -> tuple[int, Mapping[str, str], bytes]:
        path = url.partition("//")[2].partition("/")[2].removeprefix("api/v3")
        self.paths.append(path)
        if any(name.lower() == "authorization" for name in headers):
            self.secret.append(path)
        return await self.port(method, url, headers, body)

    def asked(self, part: str) -> int:
        return sum(part in path for path in self.paths)


@dataclass
class Scene:
    """An installed App and one repository."""

    github: Standin
    hub: Hub
    port: Watched
    place: Place
    queue: SqliteQueue
    repositories: Repositories

    async def read(self, repositories: Repositories | None = None, place: Place | None = None) -> Graph:
        """The graph of the default branch as it is now."""
        where = place or self.place
        reader = self.hub.reader(self.place.installation, self.place.repository_id)
        commit = await base.newest_in_place(reader, self.place)
        return await (repositories or self.repositories).graph(where, commit)

    async def context(self) -> RepositoryContext:
        """What the proposer of the unit is shown."""
        reader = self.hub.reader(self.place.installation, self.place.repository_id)
        commit = await base.newest_in_place(reader, self.place)
        contexts = Contexts(self.hub, self.repositories, for_model=True)
        shown = await contexts.implementation(self.place, commit, UNIT)
        assert shown is not None
        return shown

    async def commit(self, path: str, content: str) -> None:
        """Somebody changes a file."""
        writer = self.hub.writer(
            await self.hub.mint_write_token(self.place.installation, self.place.repository_id)
        )
        known = await writer.get_or_none(f"{REPO}/contents/{path}")
        body = {"message": "x", "content": base64.b64encode(content.encode()).decode()}
        await writer.put(f"{REPO}/contents/{path}", body | ({"sha": known["sha"]} if known else {}))


@pytest.fixture
async def scene(github: Standin, queue: SqliteQueue, request: pytest.FixtureRequest) -> AsyncIterator[Scene]:
    # What an earlier test has read must not be known to this one.
    base._BLOBS.clear()
    base._TREES.clear()
    await github.repo("acme/shop", files=request.param)
    app = await github.app("acme")
    async with AiohttpPort() as real:
        port = Watched(real)
        hub = hub_of(github, app, port=port, queue=queue)
        number = (await hub.reader(app.installation_id, None).get(REPO))["id"]
        place = Place(app.installation_id, number, "acme/shop", 1)
        yield Scene(github, hub, port, place, queue, Repositories(hub, queue))


few = pytest.mark.parametrize("scene", [FEW], indirect=True, ids=["few files"])
many = pytest.mark.parametrize("scene", [{**FEW, **MANY}], indirect=True, ids=["many files"])


@few
async def test_a_few_files_are_read_one_by_one_and_a_commit_later_only_what_changed(scene: Scene) -> None:
    graph = await scene.read()
    assert set(graph.dependents("app/core.py")) == {"app/use.py", "tests/test_core.py"}
    assert graph.tests("app/core.py") == ("tests/test_core.py",)
    assert graph.unread == {"big.py": "is too large, or written by a program"}
    assert "node_modules/x/index.js" not in graph.modules
    assert scene.port.asked("/git/blobs/") == 5
    assert scene.port.asked("/tarball/") == 0

    assert await scene.read() is graph
    await scene.commit("app/use.py", "from app.far import FAR\n")
    later = await scene.read()
    assert later.dependents("app/core.py") == ("tests/test_core.py",)
    assert scene.port.asked("/git/blobs/") == 6


@many
async def test_many_files_are_read_in_one_archive_that_is_asked_for_without_the_token(scene: Scene) -> None:
    graph = await scene.read()
    assert len(graph.dependents("app/core.py")) == len(MANY) + 2
    assert scene.port.asked("/tarball/") == 1
    assert scene.port.asked("_standin/archive/") == 1
    assert [path for path in scene.port.secret if "_standin/" in path] == []
    assert scene.port.asked("/git/blobs/") == 0


@pytest.mark.parametrize(
    "scene",
    [
        {
            **FEW,
            **MANY,
            ".gitattributes": "app/use.py export-ignore\napp/far.py export-subst\n",
            "app/far.py": "FAR = 1\n# $Format:%H$\n",
        }
    ],
    indirect=True,
    ids=["attributes"],
)
async def test_what_attributes_keep_from_an_archive_or_write_into_it_is_read_by_itself(scene: Scene) -> None:
    graph = await scene.read()
    assert "app/use.py" in graph.dependents("app/core.py")
    assert "app/far.py" in graph.modules
    assert set(graph.unread) == {"big.py"}
    assert scene.port.asked("/git/blobs/") == 2


@many
async def test_after_a_restart_nothing_is_read_again_and_another_installation_sees_nothing_of_it(
    scene: Scene,
) -> None:
    graph = await scene.read()
    calls = len(scene.port.paths)
    again = Repositories(scene.hub, scene.queue)
    assert dict((await scene.read(again)).modules) == dict(graph.modules)
    assert scene.port.asked("/tarball/") == 1
    # The default branch, and where it points to now.
    assert len(scene.port.paths) == calls + 2

    other = Place(scene.place.installation + 1, scene.place.repository_id, "acme/shop", 1)
    known = await again._known(other, {"app/core.py": "0" * 40})
    assert known == {}


@few
async def test_what_one_installation_has_read_of_a_commit_another_reads_for_itself(scene: Scene) -> None:
    reader = scene.hub.reader(scene.place.installation, scene.place.repository_id)
    first = await base.head(reader, scene.place)
    await scene.commit("README.md", "Another.\n")
    tip = await base.head(reader, scene.place)

    async def read(place: Place) -> int:
        """How many calls it takes to know the tree, a file and the history."""
        before = len(scene.port.paths)
        tree = await base.pinned(reader, place, ref=first.ref, sha=first.sha)
        await base.contents(reader, place, tree, ["app/core.py"])
        assert await base.leads_to(reader, place, sha=first.sha, tip=tip.sha)
        return len(scene.port.paths) - before

    other = Place(scene.place.installation + 1, scene.place.repository_id, "acme/shop", 1)
    assert [await read(place) for place in (scene.place, scene.place, other, other)] == [4, 0, 4, 0]


@many
async def test_without_an_archive_the_files_are_read_one_by_one_as_far_as_they_go_and_the_others_are_named(
    scene: Scene,
) -> None:
    scene.repositories.at_most = 30
    broken = scene.port.port

    async def no_archive(
        method: str, url: str, headers: Mapping[str, str], body: bytes
    ) -> tuple[int, Mapping[str, str], bytes]:
        if "/archive/" in url:
            return 502, {}, b"<html>"
        return await broken(method, url, headers, body)

    scene.port.port = no_archive
    graph = await scene.read()
    assert len(graph.modules) + len(graph.unread) == len(MANY) + 6
    assert "could not be read" in graph.unread.values()
    scene.port.port = broken
    assert set((await scene.read()).unread) == {"big.py"}


@few
async def test_the_digest_of_a_context_is_of_what_is_shown_and_of_nothing_else(scene: Scene) -> None:
    before = await scene.context()
    assert [each.path for each in before.files] == [
        "app/core.py",
        "tests/test_core.py",
        "app/use.py",
        "app/__init__.py",
        "app/far.py",
    ]
    assert before.cut == ("1 source files were not read for who imports whom.",)

    await scene.commit("notes.md", "# Other notes\n")
    assert (await scene.context()).digest == before.digest
    await scene.commit("app/use.py", "from app.core import count\n\n# why\n")
    assert (await scene.context()).digest != before.digest
