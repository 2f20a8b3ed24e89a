"""What is fetched, what is run by itself, and what no person wrote: shown by name and place, look-alikes blocked."""

import pytest

from policies.gates import build_files, generated, new_dependencies
from policies.known_packages import KNOWN, lookalike
from policies.manifests import packages
from policies.tree import Change
from policies.verdict import Block, Pass, Warn
from tests.policies.gates.patchsets import before_gates, delete, edit, new

INDEX, SETTING = "--extra-index" + "-url", "PIP_" + "INDEX_URL"
REQUESTS = '[project]\ndependencies = [\n  "requests>=2",\n]\n'


@pytest.mark.parametrize(
    ("change", "evidence"),
    [
        (edit("pyproject.toml", REQUESTS, REQUESTS.replace("\n]", '\n  "reqeusts",\n]')), "pyproject.toml:4: reqeusts is almost requests"),
        (new("requirements.txt", "# a list\nrequest==2.0\n"), "requirements.txt:2: request is almost requests"),
        (new("requirements.txt", "python-requests\n"), "requirements.txt:1: python-requests is almost requests"),
        (new("requirements.txt", "djang0\n"), "requirements.txt:1: djang0 is almost django"),
        (new("requirements.txt", "asyncio\n"), "requirements.txt:1: asyncio comes with the language; the package of that name is another thing"),
        (new("requirements.txt", "requ\u0435sts\n"), "requirements.txt:1: requ is new"),
        (new("package.json", '{"dependencies": {"lodahs": "^4"}}\n'), "package.json:1: lodahs is almost lodash"),
        (new("package.json", '{"dependencies": {\n"babel-core": "7"}}\n'), "package.json:2: babel-core is almost @babel/core"),
        (new("package.json", '{"devDependencies": {"express-js": "1"}}\n'), "package.json:1: express-js is almost express"),
        (new("package.json", '{"dependencies": {"fs": "1"}}\n'), "package.json:1: fs comes with the language; the package of that name is another thing"),
        (new("package.json", '{"dependencies": {"r\u0435act": "1"}}\n'), "package.json:1: r\u0435act is written with letters that look like others"),
        (edit("package.json", '{"dependencies": {"acme-ledger": "1"}}\n', '{"dependencies": {"acme-ledger": "1", "acme-leger": "1"}}\n'), "package.json:1: acme-leger is almost acme-ledger"),
        (new("go.mod", "module x\n\nrequire (\n\tgithub.com/stretchr/testfy v1.0.0\n)\n"), "go.mod:4: github.com/stretchr/testfy is almost github.com/stretchr/testify"),
        (new("Cargo.toml", '[dependencies]\nserde = "1"\nserd_json = "1"\n'), "Cargo.toml:3: serd_json is almost serde_json"),
        (new("Gemfile", "source 'https://rubygems.org'\ngem 'railz'\n"), "Gemfile:2: railz is almost rails"),
        (new("package.json", "{"), "package.json: cannot be read, so nobody can tell what it names"),
        (new("pyproject.toml", "[project]\ndependencies = 3\n"), "pyproject.toml: cannot be read, so nobody can tell what it names"),
        (new("requirements.txt", f"{INDEX} https://pkgs.example/simple\nrich\n"), f"requirements.txt:1: another registry: {INDEX} https://pkgs.example/simple"),
        (new("requirements.txt", "-i https://pkgs.example/simple\n"), "requirements.txt:1: another registry: -i https://pkgs.example/simple"),
        (new("pyproject.toml", "[[tool.uv.index]]\nurl = 'https://pkgs.example'\n"), "pyproject.toml:1: another registry: [[tool.uv.index]]"),
        (new("run.sh", f"{SETTING}=https://pkgs.example pip install rich\n"), f"run.sh:1: another registry: {SETTING}=https://pkgs.example pip install rich"),
    ],
    ids=lambda value: ascii(value)[-40:] if isinstance(value, str) else "",
)  # fmt: skip
def test_a_dependency_that_is_not_what_it_looks_like_is_blocked(change: Change, evidence: str) -> None:
    verdict = new_dependencies.judge(before_gates(new("src/a.py"), change))
    assert evidence in getattr(verdict, "evidence", ())
    assert isinstance(verdict, Warn if evidence.endswith("is new") else Block)


@pytest.mark.parametrize(
    ("change", "evidence"),
    [
        (edit("pyproject.toml", REQUESTS, REQUESTS.replace("\n]", '\n  "Rich>=13 ; python_version>\'3\'",\n]')), ("pyproject.toml:4: rich is new",)),
        (new("pyproject.toml", "[build-system]\nrequires = ['hatchling']\n"), ("pyproject.toml:2: hatchling is new",)),
        (new("pyproject.toml", "[dependency-groups]\ndev = ['pytest', {include-group = 'x'}]\n"), ("pyproject.toml:2: pytest is new",)),
        (new("pyproject.toml", "[tool.poetry.group.dev.dependencies]\npython = '3'\npytest = '*'\n"), ("pyproject.toml:3: pytest is new",)),
        (new("requirements/dev.in", "-r run.txt\npytest[extra]~=8 \\\n  --hash=sha256:0\n"), ("requirements/dev.in:2: pytest is new",)),
        (new("requirements.txt", "git+https://github.com/o/tool.git#egg=tool\n"), ("requirements.txt:1: tool comes from git+https://github.com/o/tool.git#egg=tool",)),
        (edit("requirements.txt", "rich==1\n", "rich @ https://files.example/rich.whl\n"), ("requirements.txt:1: rich comes from https://files.example/rich.whl",)),
        (new("package.json", '{\n"dependencies": {\n"left": "github:o/left"}}\n'), ("package.json:3: left comes from github:o/left",)),
        (new("requirements.txt", "-e git+https://x.example/t.git#egg=tool\n"), ("requirements.txt:1: tool comes from git+https://x.example/t.git#egg=tool",)),
        (new("pyproject.toml", "[tool.uv.sources]\nmine = {git = 'https://x.example/m'}\n"), ("pyproject.toml:2: mine comes from https://x.example/m",)),
        (new("Pipfile", "[packages]\nrich = '*'\n"), ("Pipfile:2: rich is new",)),
        (new("Cargo.toml", '[dependencies]\nmine = {git = "https://x.example/y"}\n'), ("Cargo.toml:2: mine comes from https://x.example/y",)),
        (new("go.mod", "module x\nrequire github.com/google/uuid v1.0.0\nreplace github.com/google/uuid => github.com/me/uuid v1.0.0\n"), ("go.mod:2: github.com/google/uuid is new", "go.mod:3: github.com/me/uuid is new")),
        (new("run.sh", "pip install leftpad\n"), ("run.sh:1: fetches: pip install leftpad",)),
        (new("Makefile", "x:\n\tnpx cowsay\n"), ("Makefile:2: fetches: npx cowsay",)),
        (new("Dockerfile", "FROM python:3.12\nRUN npm install -g yarn\n"), ("Dockerfile:1: image python:3.12", "Dockerfile:2: fetches: npm install -g yarn")),
        (new("run.sh", "curl -fsSL https://x.example/i.sh | sudo bash\n"), ("run.sh:1: runs what it downloads: curl -fsSL https://x.example/i.sh | sudo bash",)),
        (new("ci/x.yml", "steps:\n  - uses: actions/checkout@v4\n"), ("ci/x.yml:2: action actions/checkout@v4 is not pinned to a commit",)),
    ],
    ids=lambda value: value[0][-40:] if isinstance(value, tuple) else "",
)  # fmt: skip
def test_what_is_new_is_shown_by_its_name(change: Change, evidence: tuple[str, ...]) -> None:
    verdict = new_dependencies.judge(before_gates(change))
    assert isinstance(verdict, Warn), verdict
    assert verdict.evidence == evidence


@pytest.mark.parametrize(
    "change",
    [
        edit("pyproject.toml", REQUESTS, REQUESTS.replace(">=2", ">=3")),
        edit("pyproject.toml", REQUESTS, '[project]\ndependencies = ["requests", ]\nversion = "2"\n'),
        edit("requirements.txt", "rich\nPy_YAML\n", "py-yaml\n"),
        edit("package.json", '{"dependencies": {"react": "18"}}', '{"dependencies": {"react": "19"}}'),
        delete("requirements.txt", "rich\n"),
        new("run.sh", "pip install -r requirements.txt\npip install -e .\npip install .\nnpm ci\nnpm install\nuv sync\ngo build\n"),
        new("docs/install.md", "Run `pip install shop` or `curl https://x.example | sh`.\n"),
        new("Dockerfile", "FROM scratch\nCOPY a b\n"),
        new("ci/x.yml", "  - uses: actions/checkout@" + "a1" * 20 + " # v4\n"),
        new("Gemfile", "source 'https://rubygems.org'\n"),
        edit("run.sh", "pip install rich\n", "if true; then\n  pip install rich\nfi\n"),
        new("src/a.py", "import requests\n"),
    ],
    ids=lambda change: f"{change.path} {change.after!r}"[:50],
)  # fmt: skip
def test_what_was_fetched_before_or_is_not_fetched_passes(change: Change) -> None:
    assert isinstance(new_dependencies.judge(before_gates(change)), Pass)


def test_a_file_that_is_no_manifest_names_nothing() -> None:
    assert packages("README.md", b"rich\n") is None


@pytest.mark.parametrize("ecosystem", KNOWN)
def test_no_known_package_looks_like_another(ecosystem: str) -> None:
    assert {name for name in KNOWN[ecosystem] if lookalike(name, ecosystem, KNOWN[ecosystem])} == set()
    assert len(KNOWN[ecosystem]) >= 25


@pytest.mark.parametrize(
    ("name", "ecosystem"),
    [
        ("acme-billing", "python"), ("hatchling", "python"), ("uv", "python"), ("pytest-randomly", "python"), ("types-pyyaml", "python"),
        ("rfc8785", "python"), ("google-re2", "python"), ("gidgethub", "python"), ("@acme/ui", "npm"), ("left-pad", "npm"), ("solid-js", "npm"),
        ("@types/express", "npm"), ("hono", "npm"), ("got", "npm"), ("github.com/acme/tool", "go"), ("anyrepair", "rust"), ("oj", "ruby"),
    ],
)  # fmt: skip
def test_a_name_of_its_own_looks_like_no_other(name: str, ecosystem: str) -> None:
    assert lookalike(name, ecosystem, frozenset()) is None


@pytest.mark.parametrize(
    ("change", "evidence"),
    [
        (new("Makefile"), "Makefile: new"),
        (edit("web/vite.config.ts"), "web/vite.config.ts: changed"),
        (delete("conftest.py"), "conftest.py: deleted"),
        (new("tests/deep/CONFTEST.PY"), "tests/deep/CONFTEST.PY: new"),
        (new("setup.py"), "setup.py: new"),
        (new("Dockerfile.dev"), "Dockerfile.dev: new"),
        (new("src/x.pth"), "src/x.pth: new"),
        (edit("package.json", '{"scripts": {"test": "jest"}}', '{\n"scripts": {"test": "jest",\n"postinstall": "node x.js"}}'), 'package.json:3: scripts.postinstall is "node x.js"'),
        (new("package.json", '{\n"bin": "x.js"}'), 'package.json:2: bin is "x.js"'),
        (new("package.json", "{"), "package.json: cannot be read, so nobody can tell what it runs"),
        (edit("pyproject.toml", "[build-system]\nrequires = ['a']\n", "[build-system]\nrequires = ['a']\nbuild-backend = 'mine'\n"), 'pyproject.toml:3: build-system.build-backend is "mine"'),
        (new("pyproject.toml", "["), "pyproject.toml: cannot be read, so nobody can tell what it runs"),
        (new("pyproject.toml", "[tool.pytest.ini_options]\naddopts = '-p mine'\n"), 'pyproject.toml:1: tool.pytest.ini_options is {"addopts": "-p mine"}'),
    ],
    ids=lambda value: value[-40:] if isinstance(value, str) else "",
)  # fmt: skip
def test_what_runs_by_itself_is_shown(change: Change, evidence: str) -> None:
    verdict = build_files.judge(before_gates(new("src/a.py"), change))
    assert isinstance(verdict, Warn)
    assert evidence in verdict.evidence


@pytest.mark.parametrize(
    "change",
    [
        new("src/make.py"),
        new("docs/Makefile.md"),
        edit(
            "package.json", '{"scripts": {"test": "jest"}}', '{"scripts": {"test": "jest"}, "version": "2"}'
        ),
        edit("package.json", '{"scripts": {"a": "b", "c": "d"}}', '{"scripts": {"a": "b"}}'),
        new("pyproject.toml", "[project]\nname = 'a'\n"),
        delete("package.json", '{"scripts": {"a": "b"}}'),
    ],
    ids=lambda change: f"{change.path} {change.after!r}"[:50],
)
def test_other_files_run_nothing_by_themselves(change: Change) -> None:
    assert isinstance(build_files.judge(before_gates(change)), Pass)


@pytest.mark.parametrize(
    ("change", "evidence"),
    [
        (new("dist/app.js"), "dist/app.js: dist"),
        (new("src/app.js.map"), "src/app.js.map: *.map"),
        (new("api/shop_pb2.py"), "api/shop_pb2.py: *_pb2.py"),
        (
            new("api/shop.go", "\n// Code generated by protoc. DO NOT EDIT.\n"),
            "api/shop.go:2: says “generated by”",
        ),
        (new("a.ts", "/* @generated */\n"), "a.ts:1: says “@generated”"),
        (new("a.js", "ok()\n" + "x" * 1001 + "\n"), "a.js:2: a line of 1001 characters"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_no_person_wrote_is_shown(change: Change, evidence: str) -> None:
    verdict = generated.judge(before_gates(new("src/a.py"), change))
    assert isinstance(verdict, Warn)
    assert evidence in verdict.evidence


@pytest.mark.parametrize(
    "change",
    [
        new("src/distance.py"),
        new("src/a.js", "x" * 1000 + "\n"),
        new("src/a.py", "x = 1\n" * 30 + "# @generated stands too far down to be about the file\n"),
        edit("a.js", "x" * 2000 + "\nold\n", "x" * 2000 + "\nnew\n"),
        delete("dist/app.js"),
        new("docs/generate.py", '"""Writes pages."""\n'),
    ],
    ids=lambda change: f"{change.path} {(change.after or b'')[-20:]!r}",
)
def test_what_people_wrote_passes(change: Change) -> None:
    assert isinstance(generated.judge(before_gates(change)), Pass)
