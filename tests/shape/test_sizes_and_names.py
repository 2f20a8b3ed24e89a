"""Files and functions stay small enough to read, names say what a thing is, and everything public says what it is for."""

import ast
import re

import pytest

from tests.shape.sources import ROOT, python_files, tree

LONGEST_FILE = 320
LONGEST_FUNCTION = 60
# Words that say nothing, in the name of a file or a class.
VAGUE = re.compile(r"(?:^|_)(?:utils?|helpers?|managers?|commons?|misc|stuff|base_?class)(?:_|$)")
VAGUE_CLASS = re.compile(r"(?:Manager|Helper|Util|Utils|Info|Processor|Impl)$")
SHIPPED = ("bot", "handlers", "policies", "agents", "config", "sandbox")


def functions(name: str) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [node for node in ast.walk(tree(name)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def _public(name: str) -> list[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    """The public functions and classes of a file, and the public methods of public classes."""
    kinds = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
    found = [node for node in tree(name).body if isinstance(node, kinds) and not node.name.startswith("_")]
    inside = [
        node
        for outer in found
        if isinstance(outer, ast.ClassDef)
        for node in outer.body
        if isinstance(node, kinds) and not node.name.startswith("_")
    ]
    return [*found, *inside]


def test_no_file_is_too_long_to_read() -> None:
    long = {
        name: length
        for name in python_files()
        if (length := len((ROOT / name).read_text().splitlines())) > LONGEST_FILE
    }
    assert long == {}


def test_no_function_is_too_long_to_read() -> None:
    """In the tests a builder of one long value may be; it is read as a table."""
    long = {
        f"{name}:{node.name}": length
        for name in python_files(*SHIPPED)
        for node in functions(name)
        if (length := lines(node)) > LONGEST_FUNCTION
    }
    assert long == {}


def test_no_name_says_nothing() -> None:
    files = [
        name for name in python_files() for part in name.removesuffix(".py").split("/") if VAGUE.search(part)
    ]
    classes = [
        f"{name}:{node.name}"
        for name in python_files(*SHIPPED)
        for node in ast.walk(tree(name))
        if isinstance(node, ast.ClassDef) and VAGUE_CLASS.search(node.name)
    ]
    assert (files, classes) == ([], [])


@pytest.mark.parametrize("package", SHIPPED)
def test_every_module_says_what_it_is_for_in_one_sentence(package: str) -> None:
    for name in python_files(package):
        if not (ROOT / name).read_text().strip():
            continue
        docstring = ast.get_docstring(tree(name))
        assert docstring, name
        first = docstring.splitlines()[0]
        assert first.endswith((".", "?", ":")), name
        assert not first.startswith("This module"), name


@pytest.mark.parametrize("package", SHIPPED)
def test_everything_public_says_what_it_is_for(package: str) -> None:
    silent = [
        f"{name}:{node.name}"
        for name in python_files(package)
        for node in _public(name)
        if not ast.get_docstring(node)
    ]
    assert silent == []


def test_no_module_of_ours_is_mocked() -> None:
    for name in python_files():
        for node in ast.walk(tree(name)):
            if isinstance(node, ast.ImportFrom):
                assert node.module not in {"unittest.mock", "mock"}, name
                assert not (node.module == "unittest" and any(each.name == "mock" for each in node.names)), (
                    name
                )
            if isinstance(node, ast.Import):
                assert not any(each.name in {"unittest.mock", "mock"} for each in node.names), name


def test_below_bot_no_failure_is_swallowed_whole() -> None:
    broad = {
        name
        for name in python_files("handlers", "policies", "agents", "config")
        for node in ast.walk(tree(name))
        if isinstance(node, ast.ExceptHandler)
        and (
            node.type is None
            or (isinstance(node.type, ast.Name) and node.type.id in {"Exception", "BaseException"})
        )
    }
    assert broad == set()


def test_every_exemption_has_its_reason() -> None:
    bare = [
        f"{name}:{number}"
        for name in python_files()
        for number, line in enumerate((ROOT / name).read_text().splitlines(), start=1)
        if re.search(r"#\s*(?:noqa(?::\s*[A-Z0-9, ]+)?|type: ignore(?:\[[\w, -]+\])?)\s*$", line)
    ]
    assert bare == []
