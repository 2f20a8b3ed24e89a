"""GitHub is changed in a few files only, and repository contents in one."""

import ast

import pytest

from tests.shape.sources import python_files, tree

CHANGES = {"post", "put", "patch", "delete", "graphql"}
# Everything else that has such a method: the queue, the store of artifacts, the router of the web server.
NOT_GITHUB = {"queue", "_queue", "artifacts", "_artifacts", "_work", "web"}
TALKERS = {
    "bot/merge_groups.py",
    "bot/actions.py",
    "bot/failing.py",
    "bot/gate_keeper.py",
    "bot/handing.py",
    "bot/ledger.py",
    "bot/opening.py",
    "bot/perform.py",
    "bot/reviewing.py",
    "bot/speech.py",
    "bot/sync.py",
    "bot/telling.py",
    "bot/write_gate.py",
}
# The client itself: it mints tokens with a POST.
CLIENT = {"bot/github/hub.py", "bot/github/talkers.py"}
# What reaches repository contents, by the words of GitHub's addresses.
CONTENTS = ("/contents/", "/git/trees", "/git/commits", "/git/refs", "/git/blobs", "/merges", "/merge")


def changing_calls(name: str) -> list[ast.Call]:
    """The calls in a file that may change GitHub."""
    return [
        node
        for node in ast.walk(tree(name))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in CHANGES
        # An address comes first; what takes none is no call to GitHub.
        and node.args
        and _owner(node.func.value) not in NOT_GITHUB
    ]


def _owner(value: ast.expr) -> str:
    """`self.queue` and `queue` as `queue`."""
    match value:
        case ast.Name(id=name):
            return name
        case ast.Attribute(attr=name):
            return name
        case _:
            return ""


def _names(name: str) -> set[str]:
    """Every name and attribute that stands in a file."""
    return {node.id for node in ast.walk(tree(name)) if isinstance(node, ast.Name)} | {
        node.attr for node in ast.walk(tree(name)) if isinstance(node, ast.Attribute)
    }


def test_github_is_changed_in_these_files_only() -> None:
    found = {
        name
        for name in python_files("bot")
        if changing_calls(name) and not name.startswith("bot/demo/") and name not in CLIENT
    }
    assert found == TALKERS


@pytest.mark.parametrize("package", ["handlers", "policies", "agents", "config"])
def test_nothing_below_bot_changes_anything(package: str) -> None:
    assert [name for name in python_files(package) if changing_calls(name)] == []


def test_a_token_that_can_write_contents_is_minted_in_the_write_gate_alone() -> None:
    for word in ("mint_write_token", "WriteToken"):
        found = {name for name in python_files("bot", "handlers") if word in _names(name)}
        assert found <= {"bot/write_gate.py", *CLIENT, "bot/github/credentials.py", "bot/github/tokens.py"}, (
            word
        )
    talking = {
        name
        for name in python_files("bot")
        for node in ast.walk(tree(name))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "writer"
    }
    assert talking == {"bot/write_gate.py"}


def test_the_permission_to_write_contents_is_named_in_one_file() -> None:
    def asks(node: ast.AST) -> bool:
        return isinstance(node, ast.Dict) and any(
            isinstance(key, ast.Constant)
            and key.value == "contents"
            and isinstance(value, ast.Constant)
            and value.value == "write"
            for key, value in zip(node.keys, node.values, strict=True)
        )

    found = {name for name in python_files("bot") if any(asks(node) for node in ast.walk(tree(name)))}
    assert {name for name in found if not name.startswith("bot/demo/")} == {"bot/github/tokens.py"}


def test_no_other_file_changes_an_address_of_repository_contents() -> None:
    """Except the demo's attempt to go round the gate, which GitHub must refuse."""
    found = set()
    for name in python_files("bot"):
        for call in changing_calls(name):
            address = ast.unparse(call.args[0]) if call.args else ""
            if any(part in address for part in CONTENTS):
                found.add(name)
    assert found == {"bot/write_gate.py", "bot/demo/round_the_gate.py"}


def test_nothing_is_forced_and_no_branch_is_moved() -> None:
    for name in python_files("bot"):
        assert "force" not in {
            key.value
            for node in ast.walk(tree(name))
            if isinstance(node, ast.Dict)
            for key in node.keys
            if isinstance(key, ast.Constant)
        }, name
    gate = {
        (call.func.attr, ast.unparse(call.args[0]).rpartition("/")[2])
        for call in changing_calls("bot/write_gate.py")
        if isinstance(call.func, ast.Attribute)
    }
    # What is put is a merge, which GitHub makes of the head that the permit names; nothing is patched.
    assert {ending for verb, ending in gate if verb == "put"} == {"merge'"}
    assert {verb for verb, _ in gate} == {"post", "put", "graphql"}


def test_every_write_goes_through_a_permit() -> None:
    """The gate's hand takes a Permit, and only the pure half makes one."""
    makers = {
        name
        for name in python_files("bot", "handlers", "policies")
        for node in ast.walk(tree(name))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Permit"
    }
    assert makers == {"policies/writes.py"}


def test_every_merge_goes_through_a_permit() -> None:
    makers = {
        name
        for name in python_files("bot", "handlers", "policies")
        for node in ast.walk(tree(name))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "MergePermit"
    }
    assert makers == {"policies/merging.py"}
