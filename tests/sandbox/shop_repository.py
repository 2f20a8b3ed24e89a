"""The repository acme/shop with some files, and commits to it made through the Git database."""

from typing import Any

from tests.github.client import Client

SHOP = "/repos/acme/shop"
FILES = {"README.md": "# Shop\n", "src/a.py": "x = 1\ny = 2\n", "src/b.py": "b = 1\n"}


async def head_of(client: Client, branch: str = "main") -> str:
    """The sha of a branch."""
    answer = await client.get(f"{SHOP}/git/ref/heads/{branch}")
    assert answer.status == 200
    sha: str = answer.json["object"]["sha"]
    return sha


async def commit(
    client: Client, branch: str, files: dict[str, str | None], *, message: str = "Change"
) -> str:
    """A commit made object by object on the branch, which it moves or makes."""
    found = await client.get(f"{SHOP}/git/ref/heads/{branch}")
    parent = found.json["object"]["sha"] if found.status == 200 else await head_of(client)
    base = (await client.get(f"{SHOP}/git/commits/{parent}")).json["tree"]["sha"]
    entries: list[dict[str, Any]] = [
        {"path": path, "mode": "100644", "type": "blob"}
        | ({"sha": None} if text is None else {"content": text})
        for path, text in files.items()
    ]
    tree = (await client.post(f"{SHOP}/git/trees", {"base_tree": base, "tree": entries})).json["sha"]
    made = await client.post(f"{SHOP}/git/commits", {"message": message, "tree": tree, "parents": [parent]})
    sha: str = made.json["sha"]
    if found.status == 200:
        moved = await client.patch(f"{SHOP}/git/refs/heads/{branch}", {"sha": sha})
        assert moved.status == 200
    else:
        opened = await client.post(f"{SHOP}/git/refs", {"ref": f"refs/heads/{branch}", "sha": sha})
        assert opened.status == 201
    return sha
