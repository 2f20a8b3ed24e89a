"""Changes that leave checks as strong as they were, or make them stronger; each is as in `cheating`."""

from tests.policies.gates.cheating import Case

_T = "tests/test_order.py"
_ONE = "def test_total():\n    assert total([1, 2]) == 3\n"
_THREE = (
    "def test_one():\n    assert total([1]) == 1\n\n\ndef test_two():\n    assert total([1, 2]) == 3\n\n\n"
    "def test_none():\n    assert total([]) == 0\n"
)
_TABLE = (
    "@pytest.mark.parametrize(('given', 'total'), [\n    ([1], 1),\n    ([1, 2], 3),\n    ([], 0),\n])\n"
    "def test_total(given, total):\n    assert total_of(given) == total\n"
)
_JS = "src/order.test.ts"
_JS_ONE = "it('adds', () => {\n  expect(total([1, 2])).toBe(3)\n})\n"

HONEST: tuple[Case, ...] = (
    ("a first test", _T, None, _ONE),
    ("one more test", _T, _ONE, _THREE),
    ("one more assertion", _T, _ONE, _ONE + "    assert total([]) == 0\n"),
    ("another name", _T, _ONE, _ONE.replace("total", "sum_of")),
    ("a test renamed", _T, _ONE, _ONE.replace("test_total", "test_adds_all")),
    ("another expectation", _T, _ONE, _ONE.replace("[1, 2]) == 3", "[1, 3]) == 4")),
    ("three tests become a table", _T, _THREE, _TABLE),
    ("one more row", _T, _TABLE, _TABLE.replace("    ([], 0),\n", "    ([], 0),\n    ([-1], -1),\n")),
    ("rows in another order", _T, _TABLE, _TABLE.replace("    ([1], 1),\n    ([1, 2], 3),\n", "    ([1, 2], 3),\n    ([1], 1),\n")),
    ("from unittest to pytest", _T, "self.assertEqual(total([1]), 1)\n", "assert total([1]) == 1\n"),
    ("a stronger assertion", _T, "assert total([1])\n", "assert total([1]) == 1\n"),
    ("true to equal", _T, "self.assertTrue(a() == 1)\n", "self.assertEqual(a(), 1)\n"),
    ("a comment more", _T, _ONE, "# Totals are whole numbers.\n" + _ONE),
    ("a comment less", _T, "# assert this some day\n" + _ONE, _ONE),
    ("a fixture", _T, _ONE, "@pytest.fixture\ndef order():\n    return Order()\n\n\n" + _ONE),
    ("raises", _T, _ONE, _ONE + "\n\ndef test_refuses():\n    with pytest.raises(ValueError, match='empty'):\n        total(None)\n"),
    ("an exception that is checked", _T, "", "def test_x():\n    try:\n        f()\n    except ValueError as error:\n        assert error.args == ('x',)\n"),
    ("a helper that returns", "tests/build.py", None, "def order():\n    return Order()\n"),
    ("a helper that returns early", "tests/build.py", "def order(x):\n    return x\n", "def order(x):\n    if not x:\n        return None\n    return x\n"),
    ("less tolerance", _T, "assert x == approx(3, abs=0.1)\n", "assert x == approx(3, abs=0.001)\n"),
    ("more digits", _JS, "expect(x).toBeCloseTo(3.14159, 2)\n", "expect(x).toBeCloseTo(3.14159, 5)\n"),
    ("a test in JavaScript", _JS, None, _JS_ONE),
    ("one more in JavaScript", _JS, _JS_ONE, _JS_ONE + "it('is empty', () => {\n  expect(total([])).toBe(0)\n})\n"),
    ("only is gone", _JS, _JS_ONE.replace("it(", "it.only("), _JS_ONE),
    ("skip is gone", _T, "@pytest.mark.skip\n" + _ONE, _ONE),
    ("a mock", _JS, None, "const send = vi.fn(() => {})\n" + _JS_ONE),
    ("a Go test", "order_test.go", None, 'func TestA(t *testing.T) {\n\tif got := A(); got != 3 {\n\t\tt.Errorf("got %d", got)\n\t}\n}\n'),
    ("a linter obeyed", "src/a.py", "import os  # noqa: F401\nx = 1\n", "x = 1\n"),
    ("a marker that moved", "src/a.py", "import os  # noqa: F401\n", "if x:\n    import os  # noqa: F401\n"),
    ("types put right", "src/a.py", "x = f()  # type: ignore[misc]\n", "x: int = f()\n"),
    ("a function that skips", "src/a.py", None, "def skip(lines: list[str], count: int) -> list[str]:\n    return lines[count:]\n"),
    ("a class that ignores", "src/a.py", None, "class Ignored:\n    reason: str\n"),
    ("an exception handled", "src/a.py", None, "try:\n    f()\nexcept OSError:\n    log('no file')\n"),
    ("an empty function", "src/a.ts", None, "export const noop = () => {}\n"),
    ("a target in the code", "src/a.py", "target = 90\n", "target = 100\n"),
    ("a higher threshold", "pyproject.toml", "[tool.coverage.report]\nfail_under = 80\n", "[tool.coverage.report]\nfail_under = 90\n"),
    ("fewer warnings allowed", "package.json", '"lint": "eslint --max-warnings 10"\n', '"lint": "eslint --max-warnings 0"\n'),
    ("strict now", "pyproject.toml", "[tool.mypy]\nstrict = false\n", "[tool.mypy]\nstrict = true\n"),
    ("one rule fewer ignored", "pyproject.toml", "ignore = ['S', 'E']\n", "ignore = ['S']\n"),
    ("a new tool", "pyproject.toml", "[project]\nname = 'a'\n", "[project]\nname = 'a'\n\n[tool.ruff]\nline-length = 100\n"),
    ("a new command", "Makefile", "test:\n\tpytest\n", "test:\n\tpytest\n\nlint:\n\truff check\n"),
    ("a recipe with an option", "Makefile", "all:\n", "all:\n\tmake -C docs\n\tmake -j2 test\n"),
    ("stops at errors", "run.sh", "pytest\n", "set -euo pipefail\npytest\n"),
    ("a condition in a shell", "run.sh", "pytest\n", "if [ -f x ]; then pytest; fi\ncommand -v git || exit 1\n"),
    ("more threads", "Makefile", "test:\n\tpytest\n", "test:\n\tpytest -n2 -q\n"),
    ("a step more", "build/check.yml", "steps:\n  - run: pytest\n", "steps:\n  - run: pytest\n  - run: ruff check\n    if: github.event_name == 'push'\n"),
    ("prose about skipping", "docs/testing.md", None, "Skip slow tests with `pytest -k 'not slow'`, and never write `|| true` or `# noqa`.\n"),
    ("a changelog", "CHANGELOG.md", "", "- Tests no longer use `@pytest.mark.skip`.\n"),
    ("another source file is deleted", "src/old.py", "assert x\n", None),
    ("an empty test that was there", _T, "def test_x():\n    pass\n", "def test_x():\n    pass\n\n\n" + _ONE),
    ("data for tests", "tests/data/orders.json", '[{"id": 1}]\n', '[{"id": 1}, {"id": 2}]\n'),
)  # fmt: skip

# Honest, and shown all the same: a person looks and approves.
FALSE_ALARMS: tuple[Case, ...] = (
    ("a feature goes with its test", _T, _THREE, _ONE),
    ("assertions move into a function", _T, "assert a == 1\nassert b == 2\n", "check(a, b)\n"),
    ("a marker with a good reason", "src/a.py", "import b\n", "import b  # noqa: F401 - registers the plugin\n"),
    ("a helper replaces an interpreter's exit", "tests/tool.py", None, "def main():\n    sys.exit(0)\n"),
)  # fmt: skip
