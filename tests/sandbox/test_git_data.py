"""Real git behind the REST API: objects, refs, contents, comparisons."""

import base64
import subprocess
from pathlib import Path

import pytest

from tests.conftest import Standin
from tests.github.client import Client
from tests.sandbox.shop_repository import FILES, SHOP, commit, head_of

TOP = ["README.md", "src"]


@pytest.fixture
async def mona(github: Standin) -> Client:
    """Mona, who may write to acme/shop."""
    await github.repo("acme/shop", files=FILES)
    await github.role("acme/shop", mona="write")
    return github.as_user("mona")


async def test_objects_are_those_that_git_itself_reads(github: Standin, mona: Client) -> None:
    blob = await mona.post(
        f"{SHOP}/git/blobs", {"content": base64.b64encode(b"\x00\xff").decode(), "encoding": "base64"}
    )
    assert blob.json["sha"] == git_sha(b"\x00\xff")
    read = await mona.get(f"{SHOP}/git/blobs/{blob.json['sha']}")
    assert base64.b64decode(read.json["content"]) == b"\x00\xff"

    sha = await commit(
        mona, "topic", {"docs/new.md": "new\n", "src/b.py": None}, message="Add docs\n\nand more"
    )
    repo = github.world.repos["acme", "shop"]
    shown = run_git(repo.git.path, "show", "--stat", "--format=%an|%s", sha)
    assert shown.startswith("mona|Add docs")
    assert "docs/new.md" in shown
    assert "src/b.py" in shown
    assert run_git(repo.git.path, "fsck", "--strict", "--no-dangling") == ""


async def test_a_folder_goes_with_its_last_file(mona: Client) -> None:
    await commit(mona, "main", {"src/a.py": None, "src/b.py": None})
    tree = await mona.get(f"{SHOP}/git/trees/main", recursive="1")
    assert [entry["path"] for entry in tree.json["tree"]] == ["README.md"]


async def test_a_tree_is_listed_flat_or_in_full(mona: Client) -> None:
    flat = await mona.get(f"{SHOP}/git/trees/main")
    full = await mona.get(f"{SHOP}/git/trees/main", recursive="1")
    assert [entry["path"] for entry in flat.json["tree"]] == TOP
    assert [entry["path"] for entry in full.json["tree"]] == ["README.md", "src", "src/a.py", "src/b.py"]


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({"ref": "refs/heads/main"}, "Reference already exists"),
        ({"ref": "refs/heads/a..b"}, "Reference name is not valid"),
        ({"ref": "main"}, "Reference name must start with 'refs/' and contain at least two slashes."),
        (
            {"ref": "refs/heads/main/sub"},
            "Reference cannot be created: it conflicts with the name of another one.",
        ),
        ({"ref": "refs/heads/x", "sha": "0" * 40}, "Object does not exist"),
    ],
    ids=["taken", "bad name", "no refs", "folder and file", "no such commit"],
)
async def test_a_ref_is_refused(mona: Client, body: dict[str, str], message: str) -> None:
    answer = await mona.post(f"{SHOP}/git/refs", {"sha": await head_of(mona), **body})
    assert (answer.status, answer.json["message"]) == (422, message)


async def test_a_ref_of_ones_own_name_space_is_a_claim_that_only_one_can_make(mona: Client) -> None:
    body = {"ref": "refs/signalbox/claim/abc", "sha": await head_of(mona)}
    assert (await mona.post(f"{SHOP}/git/refs", body)).status == 201
    assert (await mona.post(f"{SHOP}/git/refs", body)).status == 422
    found = await mona.get(f"{SHOP}/git/matching-refs/signalbox/claim/")
    assert [ref["ref"] for ref in found.json] == ["refs/signalbox/claim/abc"]


async def test_a_branch_moves_forward_only_unless_forced(mona: Client) -> None:
    first = await head_of(mona)
    await commit(mona, "main", {"a": "1"})
    other = await commit(mona, "topic", {"a": "2"})
    await mona.patch(f"{SHOP}/git/refs/heads/topic", {"sha": first, "force": True})
    refused = await mona.patch(f"{SHOP}/git/refs/heads/main", {"sha": first})
    assert (refused.status, refused.json["message"]) == (422, "Update is not a fast forward")
    forced = await mona.patch(f"{SHOP}/git/refs/heads/main", {"sha": other, "force": True})
    assert forced.json["object"]["sha"] == other
    missing = await mona.patch(f"{SHOP}/git/refs/heads/none", {"sha": other})
    assert (missing.status, missing.json["message"]) == (422, "Reference does not exist")


async def test_pushes_are_told_with_what_they_changed(github: Standin, mona: Client) -> None:
    before = await head_of(mona)
    sha = await commit(mona, "main", {"src/a.py": "x = 2\n", "new.txt": "n", "src/b.py": None})
    pushes = [payload for event, payload in github.webhooks if event == "push"]
    assert [(push["ref"], push["before"], push["after"]) for push in pushes] == [
        ("refs/heads/main", before, sha)
    ]
    told = pushes[0]["commits"][0]
    assert (told["added"], told["modified"], told["removed"]) == (["new.txt"], ["src/a.py"], ["src/b.py"])
    assert pushes[0]["head_commit"]["author"]["username"] == "mona"
    assert (pushes[0]["created"], pushes[0]["deleted"], pushes[0]["forced"]) == (False, False, False)

    await mona.post(f"{SHOP}/git/refs", {"ref": "refs/heads/topic", "sha": sha})
    await mona.delete(f"{SHOP}/git/refs/heads/topic")
    assert [event for event, _ in github.webhooks][-4:] == ["create", "push", "delete", "push"]


async def test_a_file_is_written_changed_and_removed_through_contents(mona: Client) -> None:
    where = f"{SHOP}/contents/docs/note.md"
    made = await mona.put(where, {"message": "Note", "content": encoded("one\n")})
    assert made.status == 201
    sha = made.json["content"]["sha"]
    assert (await mona.put(where, {"message": "Note", "content": encoded("two\n")})).status == 422
    stale = await mona.put(where, {"message": "Note", "content": encoded("two\n"), "sha": "a" * 40})
    assert stale.status == 409
    changed = await mona.put(where, {"message": "Note", "content": encoded("two\n"), "sha": sha})
    assert changed.status == 200
    read = await mona.get(where)
    assert base64.b64decode(read.json["content"]) == b"two\n"
    raw = await mona.get(where, headers={"Accept": "application/vnd.github.raw+json"})
    assert raw.json == b"two\n"
    gone = await mona.delete(where, {"message": "Gone", "sha": read.json["sha"]})
    assert (gone.status, gone.json["content"]) == (200, None)
    assert (await mona.get(where)).status == 404


async def test_contents_list_folders_and_read_other_refs(mona: Client) -> None:
    first = await head_of(mona)
    await commit(mona, "main", {"src/c.py": "c\n"})
    now = await mona.get(f"{SHOP}/contents/src")
    then = await mona.get(f"{SHOP}/contents/src", ref=first)
    top = await mona.get(f"{SHOP}/contents/")
    assert [entry["name"] for entry in now.json] == ["a.py", "b.py", "c.py"]
    assert [entry["name"] for entry in then.json] == ["a.py", "b.py"]
    assert [entry["type"] for entry in top.json] == ["file", "dir"]
    assert (await mona.get(f"{SHOP}/contents/src", ref="nowhere")).status == 404


async def test_an_app_needs_its_own_permission_for_workflow_files(github: Standin, mona: Client) -> None:
    await head_of(mona)
    app = await github.app("acme", permissions={"contents": "write"})
    body = {"message": "CI", "content": encoded("on: push\n")}
    refused = await app.as_installation.put(f"{SHOP}/contents/.github/workflows/ci.yml", body)
    allowed = await app.as_installation.put(f"{SHOP}/contents/.github/other.yml", body)
    assert (refused.status, allowed.status) == (403, 201)


async def test_comparing_counts_from_the_merge_base(mona: Client) -> None:
    await commit(mona, "topic", {"src/a.py": "x = 1\ny = 3\n"}, message="One")
    await commit(mona, "topic", {"src/old.py": "x"}, message="Two")
    await commit(mona, "main", {"other.txt": "o\n"}, message="Elsewhere")
    found = (await mona.get(f"{SHOP}/compare/main...topic")).json
    assert (found["status"], found["ahead_by"], found["behind_by"]) == ("diverged", 2, 1)
    assert [entry["commit"]["message"] for entry in found["commits"]] == ["One", "Two"]
    assert [(file["filename"], file["status"]) for file in found["files"]] == [
        ("src/a.py", "modified"),
        ("src/old.py", "added"),
    ]
    assert found["files"][0]["patch"] == "@@ -1,2 +1,2 @@\n x = 1\n-y = 2\n+y = 3"
    same = (await mona.get(f"{SHOP}/compare/main...main")).json
    assert (same["status"], same["files"]) == ("identical", [])
    diff = await mona.get(f"{SHOP}/compare/main...topic", headers={"Accept": "application/vnd.github.diff"})
    assert diff.json.startswith(b"diff --git a/src/a.py b/src/a.py")


async def test_a_commit_shows_its_files_and_an_unmoved_file_its_new_name(mona: Client) -> None:
    text = "".join(f"line {number}\n" for number in range(20))
    await commit(mona, "main", {"long.txt": text})
    sha = await commit(mona, "main", {"long.txt": None, "moved.txt": text})
    found = (await mona.get(f"{SHOP}/commits/{sha[:10]}")).json
    assert [(file["filename"], file["previous_filename"], file["status"]) for file in found["files"]] == [
        ("moved.txt", "long.txt", "renamed")
    ]
    assert found["author"]["login"] == "mona"
    assert found["stats"] == {"total": 0, "additions": 0, "deletions": 0}
    only = await mona.get(f"{SHOP}/commits/main", headers={"Accept": "application/vnd.github.sha"})
    assert only.json == sha.encode()
    missing = await mona.get(f"{SHOP}/commits/nowhere")
    assert missing.status == 422


async def test_commits_are_listed_newest_first_and_by_path(mona: Client) -> None:
    await commit(mona, "main", {"src/a.py": "1"}, message="A")
    await commit(mona, "main", {"src/b.py": "1"}, message="B")
    every = (await mona.get(f"{SHOP}/commits")).json
    some = (await mona.send("GET", f"{SHOP}/commits", query={"path": "src/a.py"})).json
    assert [entry["commit"]["message"] for entry in every] == ["B", "A", "Initial commit"]
    assert [entry["commit"]["message"] for entry in some] == ["A", "Initial commit"]


async def test_branches_merge_into_each_other_or_say_that_they_conflict(mona: Client) -> None:
    await commit(mona, "one", {"src/a.py": "x = 10\ny = 2\n"})
    await commit(mona, "two", {"src/a.py": "x = 20\ny = 2\n"})
    await commit(mona, "three", {"other.txt": "o\n"})
    merged = await mona.post(f"{SHOP}/merges", {"base": "main", "head": "one"})
    again = await mona.post(f"{SHOP}/merges", {"base": "main", "head": "one"})
    conflict = await mona.post(f"{SHOP}/merges", {"base": "main", "head": "two"})
    clean = await mona.post(f"{SHOP}/merges", {"base": "main", "head": "three"})
    assert (merged.status, again.status, conflict.status, clean.status) == (201, 204, 409, 201)
    assert len(clean.json["parents"]) == 2
    tree = await mona.get(f"{SHOP}/git/trees/main")
    assert [entry["path"] for entry in tree.json["tree"]] == ["README.md", "other.txt", "src"]


async def test_tags_are_objects_and_refs(mona: Client) -> None:
    sha = await head_of(mona)
    body = {"tag": "v1", "message": "First", "object": sha, "type": "commit"}
    tag = (await mona.post(f"{SHOP}/git/tags", body)).json
    assert (await mona.post(f"{SHOP}/git/refs", {"ref": "refs/tags/v1", "sha": tag["sha"]})).status == 201
    listed = (await mona.get(f"{SHOP}/tags")).json
    assert [(entry["name"], entry["commit"]["sha"]) for entry in listed] == [("v1", sha)]
    assert (await mona.get(f"{SHOP}/git/tags/{tag['sha']}")).json["object"]["sha"] == sha


def encoded(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


def git_sha(data: bytes) -> str:
    done = subprocess.run(["git", "hash-object", "--stdin"], input=data, capture_output=True, check=True)
    return done.stdout.decode().strip()


def run_git(path: Path, *arguments: str) -> str:
    done = subprocess.run(["git", "-C", str(path), *arguments], capture_output=True, check=True, text=True)
    return done.stdout
