"""Changes of manifests: which let another major version of a dependency in, and which cannot be told."""

import json

import pytest

from policies.majors import MORE, UNKNOWN, raises
from policies.merging import for_people
from policies.tree import Change


def node(before: str, after: str) -> str:
    texts = (json.dumps({"name": "a", "dependencies": {"left": each}}).encode() for each in (before, after))
    return raises("web/package.json", *texts)


def python(before: str, after: str) -> str:
    texts = (f'[project]\nname = "a"\ndependencies = ["left{each}"]\n'.encode() for each in (before, after))
    return raises("pyproject.toml", *texts)


@pytest.mark.parametrize(
    ("before", "after", "rises"),
    [
        ("^1.2.3", "^1.9.0", False),
        ("^1.2.3", "^2.0.0", True),
        ("~1.2", "1.4.0", False),
        ("1.0.0", "v1.0.1", False),
        ("^2.0.0", "^1.0.0", False),
        ("^0.2.0", "^0.2.9", False),
        ("^0.2.0", "^0.3.0", True),
        ("^1.0.0", ">=1.0.0", True),
        (">=1.0.0", ">=1.4.0", False),
        (">=1.0.0", ">=2.0.0", True),
        ("^9.0.0", "^10.0.0", True),
    ],
)
def test_versions_of_node(before: str, after: str, *, rises: bool) -> None:
    assert node(before, after) == ("lets another major version of `left in dependencies` in" if rises else "")


@pytest.mark.parametrize(
    "version", ["*", "latest", "1.x", "^1 || ^2", "1.0.0 - 2.0.0", "git+https://x/y", "", "^1.0.0-beta"]
)
def test_what_is_not_plain_is_for_people(version: str) -> None:
    assert "in a way I cannot read" in node("^1.0.0", version)
    assert "in a way I cannot read" in node(version, "^1.0.0")


@pytest.mark.parametrize(
    ("before", "after", "rises"),
    [
        ("==1.2", "==1.3", False),
        ("==1.2", "==2.0", True),
        ("~=1.2", "~=1.4.1", False),
        (">=1,<2", ">=1.5,<2", False),
        (">=1,<2", ">=1,<3", True),
        (">=1,<2", ">=1", True),
        (">=1.2", ">=1.3", False),
        (">=1.2", ">=2", True),
        (">=1", ">=1,<3", False),
        ("[extra]>=1", "[extra]>=1.1", False),
        ("==0.2", "==0.3", True),
        ("", ">=1", True),
        (">=1,<2", ">=1,<2.1", True),
    ],
)
def test_versions_of_python(before: str, after: str, *, rises: bool) -> None:
    assert python(before, after) == ("lets another major version of `left in project` in" if rises else "")
    lists = [f"# what it takes\nleft{each}  # why\n".encode() for each in (before, after)]
    assert bool(raises("requirements/run.txt", *lists)) is rises


@pytest.mark.parametrize("versions", ["!=1.5", ">1", "==1.*", "===1", "<=2"])
def test_bounds_that_are_not_plain_are_for_people(versions: str) -> None:
    assert "in a way I cannot read" in python(">=1", versions)


@pytest.mark.parametrize(
    ("path", "before", "after", "why"),
    [
        ("package.json", '{"scripts": {"test": "a"}}', '{"scripts": {"test": "b"}}', MORE),
        ("package.json", "{}", '{"dependencies": {"left": "^9.0.0"}}', ""),
        ("package.json", '{"dependencies": {"left": "^1.0.0"}}', "{}", ""),
        ("package.json", "{}", "{", UNKNOWN),
        ("package.json", "{}", '{"dependencies": {"left": {"version": 1}}}', UNKNOWN),
        ("package.json", "{}", "[]", UNKNOWN),
        ("pyproject.toml", "", '[tool.pytest.ini_options]\naddopts = "-x"\n', MORE),
        ("pyproject.toml", "", '[tool.poetry.dependencies]\nleft = "^1"\n', MORE),
        ("pyproject.toml", "", '[build-system]\nrequires = ["left"]\n', MORE),
        ("pyproject.toml", "", '[dependency-groups]\ndev = ["left>=1"]\n', ""),
        ("pyproject.toml", '[project]\ndependencies = ["left @ https://x/a"]\n', "", UNKNOWN),
        ("requirements.txt", "left==1\n", "left==1\n-r more.txt\n", MORE),
        ("requirements.txt", "left==1\n", "left @ https://x/y.zip\n", MORE),
        ("requirements.txt", 'left==1; python_version < "3.12"\n', 'left==1; python_version < "3.13"\n', ""),
        ("go.mod", "require a.b/c v1.0.0\n", "require a.b/c v1.0.1\n", UNKNOWN),
        ("Cargo.toml", "", "", UNKNOWN),
    ],
)
def test_what_is_no_version_and_what_cannot_be_read(path: str, before: str, after: str, why: str) -> None:
    assert raises(path, before.encode(), after.encode()) == why


def test_a_minor_bump_is_no_reason_to_keep_a_merge_and_a_lock_file_is() -> None:
    minor = [json.dumps({"dependencies": {"left": each}}).encode() for each in ("^1.0.0", "^1.1.0")]
    assert for_people(Change(path="package.json", before=minor[0], after=minor[1])) == ""
    assert for_people(Change(path="package.json", before=minor[0], after=None)) == UNKNOWN
    assert for_people(Change(path="package-lock.json", before=minor[0], after=minor[1])) == UNKNOWN
