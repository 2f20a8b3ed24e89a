"""A repository that has code keeps its language, its layout and its way to test; the plan's files fit in."""

import json
from pathlib import Path

import pytest

from agents.builtin.decompose import DecompositionInputs, decompose
from agents.builtin.decomposing.language import language_of, written_in
from tests.agents.scaffold.building import built, run_tests
from tests.agents.scaffold.plans import invoices

VITEST = json.dumps({"scripts": {"test": "vitest run"}, "devDependencies": {"vitest": "4.0.0"}})


@pytest.mark.parametrize(
    ("tree", "languages"),
    [
        ((), ()),
        (("README.md", "LICENSE", "docs/conf.py", ".github/x.js"), ()),
        (("tests/test_a.py", "scripts/release.py", "eslint.config.mjs"), ()),
        (("go.mod",), ("Go",)),
        (("pyproject.toml", "desk/a.py", "web/app.js", "web/b.js"), ("JavaScript", "Python")),
        (("tsconfig.json", "src/a.ts", "bin/a.js", "bin/b.js"), ("TypeScript",)),
        (("package.json", "src/a.js", "types/index.d.ts"), ("JavaScript",)),
        (("package.json",), ("JavaScript",)),
    ],
)
def test_the_language_of_a_repository_is_read_from_its_code(
    tree: tuple[str, ...], languages: tuple[str, ...]
) -> None:
    assert written_in(tree) == languages


@pytest.mark.parametrize(
    ("asked", "tree", "spoken", "language"),
    [
        ("", (), "Python", "python"),
        ("TypeScript", (), "TypeScript", "typescript"),
        ("Rust", (), "Rust", "none"),
        ("TypeScript", ("README.md",), "TypeScript", "typescript"),
        ("Python", ("tsconfig.json", "src/a.ts"), "TypeScript", "typescript"),
        ("Python", ("api/a.py", "web/a.ts", "web/b.ts"), "Python", "python"),
        ("", ("api/a.py", "web/a.ts", "web/b.ts"), "TypeScript", "typescript"),
        ("Python", ("go.mod", "main.go"), "Go", "none"),
        ("React", ("package.json", "src/a.js"), "JavaScript", "javascript"),
    ],
)
def test_the_repositorys_own_language_wins_and_the_plan_chooses_among_several(
    asked: str, tree: tuple[str, ...], spoken: str, language: str
) -> None:
    assert language_of(asked, kind="service", tree=tree) == (spoken, language)


def test_a_python_repository_keeps_its_package_and_gains_a_health_check(tmp_path: Path) -> None:
    tree = {
        "pyproject.toml": "[project]\nname = 'desk'\n",
        "desk/__init__.py": "",
        "tests/__init__.py": "",
        "README.md": "# Desk\n",
    }
    result = built(invoices(), tree=tree)
    assert "desk/health.py" in result.tree
    assert "desk/domain/invoice.py" in result.tree
    assert result.tree["pyproject.toml"] == tree["pyproject.toml"]
    assert not any(path.startswith("invoice_desk/") for path in result.tree)
    run_tests(result.tree, folder=tmp_path)


def test_a_repository_tested_with_pytest_is_told_so_and_its_folder_stays_no_package() -> None:
    tree = {
        "pyproject.toml": "[tool.pytest.ini_options]\n",
        "src/desk/__init__.py": "",
        "test/test_desk.py": "",
        "README.md": "# Desk\n",
    }
    result = built(invoices(), tree=tree)
    assert "src/desk/health.py" in result.tree
    assert "test/test_health.py" in result.tree
    assert "test/__init__.py" not in result.tree
    assert "python -m pytest" in result.tree["README.md"]
    assert "python -m pytest" in result.tree["docs/ci/checks.yml"]


def test_a_repository_keeps_its_readme_its_settings_and_its_folders() -> None:
    tree = {"setup.py": "", "src/desk/__init__.py": "", "tests/test_desk.py": "", "README.rst": "Desk\n"}
    result = built(invoices(kind="library"), tree=tree)
    assert {"settings", "component"}.isdisjoint(unit.kind for unit in result.backlog.units)
    assert {"README.md", "docs/settings.md", "src/desk/settings.py"}.isdisjoint(result.tree)
    assert result.tree["README.rst"] == "Desk\n"
    assert (
        "2. Install what it needs: `python -m pip install --editable .`.\n"
        in result.tree["docs/development.md"]
    )
    assert "- run: python -m pip install --editable .\n" in result.tree["docs/ci/checks.yml"]


def test_a_javascript_repository_gains_modules_whatever_its_manifest_says(tmp_path: Path) -> None:
    manifest = '{"name": "desk"}\n'
    result = built(invoices(language="JavaScript"), tree={"package.json": manifest, "lib/a.js": ""})
    assert "lib/domain/invoice.mjs" in result.tree
    assert result.tree["package.json"] == manifest
    run_tests(result.tree, folder=tmp_path)


def test_a_typescript_repository_wins_over_the_plans_language_and_its_types_still_pass(
    tmp_path: Path,
) -> None:
    options = {"module": "NodeNext", "target": "ES2024", "strict": True, "noEmit": True, "types": ["node"]}
    config = {"compilerOptions": options | {"allowImportingTsExtensions": True}, "include": ["src", "tests"]}
    tree = {
        "package.json": '{"name": "desk", "type": "module", "scripts": {"test": "node --test"}}\n',
        "tsconfig.json": json.dumps(config),
        "src/desk.ts": "export const desk: string = 'desk';\n",
        "tests/desk.test.ts": "import '../src/desk.ts';\n",
    }
    result = built(invoices(language="Python"), tree=tree)
    assert {"src/health.ts", "tests/health.test.ts", "src/domain/invoice.ts"} <= set(result.tree)
    assert not any(path.endswith(".py") for path in result.tree)
    said = "The plan speaks of Python; this repository is written in TypeScript, and so is this."
    assert said in result.notes
    assert "npm test" in result.tree["docs/development.md"]
    run_tests(result.tree, folder=tmp_path)


def test_tests_beside_the_code_and_vitest_are_followed() -> None:
    tree = {
        "package.json": VITEST,
        "tsconfig.json": "{}",
        "src/desk.ts": "",
        "src/desk.spec.ts": "",
    }
    result = built(invoices(), tree=tree)
    proof = result.tree["src/health.spec.ts"]
    assert "import { test } from 'vitest';" in proof
    assert "from './health.js';" in proof
    assert "node:test" not in "".join(result.tree.values())


def test_a_runner_is_known_by_its_package_where_no_script_is_called_test() -> None:
    manifest = json.dumps({"scripts": {"test:src": "jest src"}, "devDependencies": {"jest": "27.5.1"}})
    result = built(invoices(), tree={"package.json": manifest, "src/a.ts": "", "tsconfig.json": "{}"})
    assert "is tested with `jest`" in next(iter(result.cannot.values()))


@pytest.mark.parametrize("script", ["jest", "mocha --recursive", "npm run build && tap"])
def test_a_runner_the_scaffolder_writes_no_tests_for_is_named_in_its_no(script: str) -> None:
    manifest = json.dumps({"scripts": {"test": script}})
    result = built(invoices(), tree={"package.json": manifest, "src/a.js": ""})
    skeleton = next(unit for unit in result.backlog.units if unit.kind == "skeleton")
    assert result.cannot[skeleton.id] == (
        f"The repository is tested with `{script}`, and the scaffolder writes tests for Node.js and for Vitest."
    )


def test_a_repository_in_another_language_gets_documents_and_is_named() -> None:
    result = built(invoices(language="Python"), tree={"go.mod": "module desk\n", "main.go": ""})
    assert "this is in Go" in next(iter(result.cannot.values()))
    assert "go test ./..." in result.tree["docs/development.md"]


def test_code_of_another_language_that_comes_later_moves_nothing() -> None:
    pack = invoices(language="")
    backlog = decompose(DecompositionInputs(pack=pack))
    later = {f"web/page{number}.ts": "" for number in range(200)} | {"tsconfig.json": "{}"}
    result = built(pack, tree=later, backlog=backlog)
    assert "invoice_desk/api/invoice.py" in result.tree
