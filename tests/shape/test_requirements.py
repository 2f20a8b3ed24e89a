"""What is installed is what was locked: every package by its version and by the digests of its files, from whatever mirror."""

import json
import re

import pytest

from tests.shape.sources import ROOT, tracked

LOCKED = tuple(name for name in tracked() if re.fullmatch(r"requirements/[a-z]+\.txt", name))
WANTED = tuple(name for name in tracked() if re.fullmatch(r"requirements/[a-z]+\.in", name))
NPM = tuple(name for name in tracked() if name.endswith("package-lock.json"))

# `name==1.2 ; marker \` and below it `    --hash=sha256:…`, each but the last with a backslash; then comments.
_PINNED = re.compile(r"([a-z0-9-]+)(?:\[[a-z,]+\])?==([^ ;]+)(?: ; .+)? \\")
_DIGEST = re.compile(r"    --hash=sha256:[0-9a-f]{64}(?: \\)?")


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def pinned(name: str) -> dict[str, int]:
    """Package -> how many digests its files may have; a line that is neither a package, a digest nor a comment is an error."""
    found: dict[str, int] = {}
    package = ""
    for line in text(name).splitlines():
        if match := _PINNED.fullmatch(line):
            package = match[1]
            found.setdefault(package, 0)
        elif _DIGEST.fullmatch(line):
            found[package] += 1
        else:
            assert line.lstrip().startswith("#"), f"{name}: {line}"
    return found


def wanted(name: str) -> set[str]:
    """The packages that a list of what is wanted names itself."""
    lines = (line.strip() for line in text(name).splitlines())
    return {re.split(r"[\[<>=~!; ]", line)[0] for line in lines if line and line[0] not in "#-"}


@pytest.mark.parametrize("name", LOCKED)
def test_every_package_has_one_version_and_the_digests_of_its_files(name: str) -> None:
    found = pinned(name)
    assert found
    assert [package for package, digests in found.items() if not digests] == []


@pytest.mark.parametrize("name", WANTED)
def test_whatever_is_wanted_is_locked(name: str) -> None:
    assert wanted(name) <= set(pinned(name.removesuffix(".in") + ".txt"))


def test_one_package_has_one_version_in_all_the_locks() -> None:
    versions: dict[str, set[str]] = {}
    for name in LOCKED:
        for match in map(_PINNED.fullmatch, text(name).splitlines()):
            if match and ";" not in match[0]:
                versions.setdefault(match[1], set()).add(match[2])
    assert {package: found for package, found in versions.items() if len(found) > 1} == {}


def test_the_makefile_installs_by_digest_alone() -> None:
    makefile = text("Makefile")
    assert "--require-hashes" in re.findall(r"^PIP := (.+)$", makefile, re.MULTILINE)[0]
    installs = re.findall(r"^\t.*(?:pip|uv) .*install.*$", makefile, re.MULTILINE)
    assert [line for line in installs if "$(PIP)" not in line] == []
    assert {
        line.rpartition(" ")[2] for line in re.findall(r"^\t\$\(PIP\) .*$", makefile, re.MULTILINE)
    } == set(LOCKED)


@pytest.mark.parametrize("name", NPM)
def test_every_package_of_npm_has_the_digest_of_its_archive(name: str) -> None:
    packages = json.loads(text(name))["packages"]
    others = {path: package for path, package in packages.items() if path}
    assert others
    assert [
        path for path, package in others.items() if not package.get("integrity", "").startswith("sha512-")
    ] == []
