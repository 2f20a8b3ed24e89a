"""Real projects on the stand-in: the scaffolder and a recorded model carry units to merge, and the trees' own tests pass."""

import base64
import json
import os
import re
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from pydantic import SecretStr

from policies.stages import UnitState
from tests.conftest import Standin
from tests.stand_ins.messages_api import MessagesApi, Say, Step
from tests.stand_ins.model_mind import edited, material, proposal, section, sensible, whole
from tests.stories.modelled import settled_anew
from tests.stories.public_code import NODE, Project, files_of
from tests.stories.shortcuts import merge_unit
from tests.stories.stage import REPO, Play, open_stage

INFLECTION = Project(
    named="inflection==0.5.1",
    archive="inflection-0.5.1.tar.gz",
    sha256="1a29730d366e996aaacffb2f1f1cb9593dc38e2ddd30c91250c6dde09ea9b417",
    prd="# Inflection\n\nA Python library that changes the form of English words.\n\n## Requirements\n"
    "- The library must join a list of words into one phrase.\n- The library must keep what it does now.\n"
    "- Nothing that callers use today may change.\n\n## Quality\n\n- A call takes less than a millisecond.\n- No other package is needed.\n",
)
CACHETOOLS = Project(
    named="cachetools==6.2.2",
    archive="cachetools-6.2.2.tar.gz",
    sha256="8e6d266b25e539df852251cfd6f990b4bc3a141db73b939058d809ebd2590fc6",
    prd="# Cachetools\n\nA Python library that remembers the results of functions.\n\n## Requirements\n"
    "- The library must offer a key that leaves named arguments out.\n- The library must keep what it does now.\n"
    "- Nothing that callers use today may change.\n\n## Quality\n\n- A call takes less than a millisecond.\n- No other package is needed.\n",
)
TYPED_ASSERT = Project(
    named="typed-assert@1.0.9",
    archive="typed-assert-1.0.9.tgz",
    sha256="95523ac7865b520f42d169822b4b46844709288721fb04dff59961221aad56a1",
    prd="# Typed assert\n\nA TypeScript library that narrows unknown values.\n\n## Requirements\n"
    "- The library must assert that a value is a whole number.\n- The library must keep what it does now.\n"
    "- Nothing that callers use today may change.\n\n## Quality\n\n- A call takes less than a millisecond.\n- No other package is needed.\n",
)
# The names of Jest's that the project's tests use, in Node's own words; nothing else of Jest is there.
JEST = """\
const { describe, it, test } = require('node:test');
const assert = require('node:assert');
const expect = (value) => ({
  toEqual: (other) => assert.deepStrictEqual(value, other),
  toThrow: () => assert.throws(value),
  not: { toThrow: () => assert.doesNotThrow(value) },
});
Object.assign(globalThis, { describe, it, test, expect });
"""


@pytest.fixture
async def stage(
    request: pytest.FixtureRequest, github: Standin, tmp_path: Path
) -> AsyncIterator[tuple[Play, Project]]:
    """The App on a repository with the files of a real project."""
    project: Project = request.param
    files = files_of(project)
    async with aiohttp.ClientSession() as session:
        play: Play = await open_stage(github, session, tmp_path / "app", files=files)
        await play.start()
        try:
            yield play, project
        finally:
            await play.close()


@pytest.mark.timeout(180)
@pytest.mark.parametrize("stage", [INFLECTION, CACHETOOLS], ids=["inflection", "cachetools"], indirect=True)
async def test_a_python_project_gets_a_health_check_and_what_somebody_asked_for(
    stage: tuple[Play, Project], api: MessagesApi, tmp_path: Path
) -> None:
    play, project = stage
    unit = await hand_written(play, api, project)
    await merge_unit(play, "U-01")
    await told_by_the_model(play, api, unit)
    await merge_unit(play, unit)

    folder = await checked_out(play, tmp_path / "main")
    proof = next(folder.rglob("test_health.py"))
    assert "3 passed" in pytest_says(folder, str(proof))
    # What the archive came with, and what the units brought.
    whole_run = re.search(r"(\d+) passed", pytest_says(folder, "."))
    assert whole_run is not None
    assert int(whole_run[1]) > 200


@pytest.mark.timeout(180)
@pytest.mark.parametrize("stage", [TYPED_ASSERT], ids=["typed-assert"], indirect=True)
async def test_a_typescript_project_keeps_its_runner_and_gets_what_somebody_asked_for(
    stage: tuple[Play, Project], api: MessagesApi, tmp_path: Path
) -> None:
    play, project = stage
    unit = await hand_written(play, api, project)
    # Jest is named, and no second runner is brought beside it.
    waits = (await play.run()).units["U-01"]
    assert waits.state is UnitState.NEEDS_HUMAN
    assert "`jest`" in waits.reason
    await merge_unit(play, "U-02")
    await told_by_the_model(play, api, unit)
    await merge_unit(play, unit)

    folder = await checked_out(play, tmp_path / "main")
    assert "# Architecture of" in (folder / "docs" / "architecture.md").read_text("utf-8")
    assert "\u2139 fail 0" in node_says(folder)


async def hand_written(play: Play, api: MessagesApi, project: Project) -> str:
    """Approves a backlog to which somebody added a unit, with the built-in scaffolder at work; the unit's id."""
    written: list[str] = []

    def mind(request: dict[str, Any]) -> Step:
        if section(request) != "backlog":
            return sensible(request)
        draft = material(request)["draft"]
        written.append(f"U-{len(draft['units']) + 1:02d}")
        last = draft["units"][-1]
        unit = {**last, "kind": "other", "subject": "", "requirement_ids": ["R-1"], "component_ids": []}
        unit |= {"id": written[-1], "depends_on": [], "foundation": False, **project.recorded["unit"]}
        return Say(json.dumps({**draft, "units": [*draft["units"], unit]}))

    api.mind = mind
    await settled_anew(play, anthropic_api_key=SecretStr(api.key), anthropic_base_url=api.url)
    await play.opens("mona", project.prd, title=project.named)
    run = await play.run()
    assert run.plan is not None
    await play.says("raj", f"/approve plan {run.plan.digest[:12]}")
    run = await play.run()
    assert run.backlog is not None
    await settled_anew(play, anthropic_api_key=None)
    await play.says("raj", f"/approve backlog {run.backlog.digest[:12]} --only U-01 U-02 {written[0]}")
    return written[0]


async def told_by_the_model(play: Play, api: MessagesApi, unit: str) -> None:
    """The unit waits for a model, which is asked then and answers what was recorded."""
    run = await play.run()
    assert run.units[unit].state is UnitState.NEEDS_HUMAN
    number = run.units[unit].issue
    named = (await play.person("raj").do("GET", f"{REPO}/issues/{run.key.issue}"))["title"]
    project = next(each for each in (INFLECTION, CACHETOOLS, TYPED_ASSERT) if each.named == named)

    def mind(request: dict[str, Any]) -> Step:
        if section(request) != "files":
            return sensible(request)
        changed = [
            edited(each["path"], *((edit["find"], edit["replace"]) for edit in each["edits"]))
            if "edits" in each
            else whole(each["path"], each["content"])
            for each in project.recorded["files"]
        ]
        return Say(json.dumps(proposal(request, *changed)))

    api.mind = mind
    await settled_anew(play, anthropic_api_key=SecretStr(api.key), anthropic_base_url=api.url)
    await play.says("raj", "/retry", thread=number)


async def checked_out(play: Play, folder: Path) -> Path:
    """What `main` holds now, as files."""
    for path in await play.tree():
        found = await play.person("raj").do("GET", f"{REPO}/contents/{path}", ref="main")
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(base64.b64decode(found["content"]))
    return folder


def pytest_says(folder: Path, *which: str) -> str:
    """The project's tests under pytest without our plugins and options."""
    found = os.pathsep.join(str(folder / path) for path in (".", "src"))
    own = {"PYTHONPATH": found, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-c",
        os.devnull,
        f"--rootdir={folder}",
        "-p",
        "no:cacheprovider",
    ]
    return said([*command, *which], folder=folder, environment={**os.environ, **own, "PYTEST_ADDOPTS": ""})


def node_says(folder: Path) -> str:
    """The project's tests, translated by the compiler and run by Node.js; Jest's names and the helpers' types are not there."""
    (folder / "jest.cjs").write_text(JEST, "utf-8")
    tests = sorted(str(each.relative_to(folder)) for each in (folder / "src" / "__tests__").glob("*.test.ts"))
    compiler = Path(sys.prefix) / "typescript" / "node_modules" / "typescript" / "bin" / "tsc"
    options = [
        "--ignoreConfig",
        "--module",
        "nodenext",
        "--target",
        "es2022",
        "--outDir",
        "out",
        "--strict",
        "--types",
        "node",
    ]
    roots = ["--typeRoots", str(compiler.parents[2] / "@types")]
    (folder / "src" / "__tests__" / "jest.d.ts").write_text(
        "declare const describe: any, it: any, test: any, expect: any;\n", "utf-8"
    )
    said(
        [str(NODE), str(compiler), *options, *roots, "src/index.ts", "src/__tests__/jest.d.ts", *tests],
        folder=folder,
    )
    translated = [f"out/__tests__/{Path(each).stem}.js" for each in tests]
    return said([str(NODE), "--require", "./jest.cjs", "--test", *translated], folder=folder)


def said(command: list[str], *, folder: Path, environment: dict[str, str] | None = None) -> str:
    ended = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=80, check=False
    )
    assert ended.returncode == 0, ended.stdout[-3000:] + ended.stderr[-3000:]
    return ended.stdout
