"""The files every Python project starts with: a package with a version, a health check, a way to start it, and tests."""

PYPROJECT = """\
[build-system]
requires = ["setuptools>=68"]
build-backend = "setuptools.build_meta"

[project]
name = "«slug»"
version = "0.1.0"
description = «description»
readme = "README.md"
requires-python = ">=3.11"
dependencies = []

[project.scripts]
«slug» = "«package».__main__:main"

[tool.setuptools.packages.find]
include = ["«package»*"]
"""

GITIGNORE = """\
__pycache__/
*.egg-info/
.venv/
build/
dist/
.env
"""

PACKAGE = '''\
"""«about»."""

__version__ = "0.1.0"
'''

HEALTH = '''\
"""Says whether «product_comment» can do its work."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

# A check returns nothing when all is well and raises OSError or ValueError when it is not.
Check = Callable[[], None]

# What must work before the product does. Register a check for each outside dependency.
CHECKS: dict[str, Check] = {}


@dataclass(frozen=True, slots=True)
class Health:
    """The name of each check that failed, and why."""

    problems: Mapping[str, str]

    @property
    def ok(self) -> bool:
        """Whether every check passed."""
        return not self.problems


def check(checks: Mapping[str, Check]) -> Health:
    """Runs every check, also after one has failed."""
    problems = {}
    for name, run in checks.items():
        try:
            run()
        except (OSError, ValueError) as error:
            problems[name] = str(error)
    return Health(problems=problems)
'''

TEST_HEALTH = '''\
"""Shows that the health check passes, fails with a reason, and does not stop at the first failure."""

import unittest

from «package» import «version_import»


def fails() -> None:
    raise OSError("no answer")


class HealthTest(unittest.TestCase):
    def test_it_is_well_when_nothing_is_registered(self) -> None:
        self.assertTrue(health.check({}).ok)

    def test_every_registered_check_passes(self) -> None:
        self.assertEqual(dict(health.check(health.CHECKS).problems), {})

    def test_a_failing_check_is_named_with_its_reason(self) -> None:
        report = health.check({"store": fails, "clock": lambda: None, "mail": fails})
        self.assertFalse(report.ok)
        self.assertEqual(dict(report.problems), {"store": "no answer", "mail": "no answer"})
«version_test»

if __name__ == "__main__":
    unittest.main()
'''

TESTS_PACKAGE = '"""Run all of them with `python -m unittest`."""\n'

COMMAND = '''\
"""The command line of «product_comment»: `python -m «package» health`."""

import argparse
import sys

from «package» import __version__, health


def main(arguments: list[str] | None = None) -> int:
    """Returns the exit status: 0 when all is well, 1 when a check failed."""
    parser = argparse.ArgumentParser(prog="«slug»")
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("health", help="say whether everything it needs is there")
    parser.parse_args(arguments)
    report = health.check(health.CHECKS)
    for name, problem in report.problems.items():
        print(f"{name}: {problem}", file=sys.stderr)
    if report.ok:
        print("ok")
    return 0 if report.ok else 1


if __name__ == "__main__":
    raise SystemExit(main())
'''

TEST_COMMAND = '''\
"""Shows what the command line prints and which status it ends with."""

import contextlib
import io
import unittest

from «package».__main__ import main


class CommandTest(unittest.TestCase):
    def test_health_ends_with_zero_and_says_ok(self) -> None:
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            self.assertEqual(main(["health"]), 0)
        self.assertEqual(printed.getvalue(), "ok\\n")

    def test_an_unknown_command_ends_with_two(self) -> None:
        with contextlib.redirect_stderr(io.StringIO()), self.assertRaises(SystemExit) as ended:
            main(["no-such-command"])
        self.assertEqual(ended.exception.code, 2)


if __name__ == "__main__":
    unittest.main()
'''

SETTINGS = '''\
"""Reads the settings from the environment once; everything else gets them as a value."""

from collections.abc import Mapping
from dataclasses import dataclass


class SettingsError(ValueError):
    """A setting that cannot be used; the text names it and says what it should be."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How one process of «product_comment» is set up."""

    log_level: str


def read(environment: Mapping[str, str]) -> Settings:
    """Settings from `os.environ` or any mapping like it; raises SettingsError."""
    level = environment.get("LOG_LEVEL", "info").lower()
    if level not in {"debug", "info", "warning", "error"}:
        raise SettingsError(f"LOG_LEVEL must be debug, info, warning or error, not {level!r}.")
    return Settings(log_level=level)
'''

TEST_SETTINGS = '''\
"""Shows the defaults and that a wrong setting is refused by name."""

import unittest

from «package».settings import Settings, SettingsError, read


class SettingsTest(unittest.TestCase):
    def test_an_empty_environment_gives_the_defaults(self) -> None:
        self.assertEqual(read({}), Settings(log_level="info"))

    def test_a_level_is_read_in_any_case(self) -> None:
        self.assertEqual(read({"LOG_LEVEL": "DEBUG"}).log_level, "debug")

    def test_an_unknown_level_is_refused_by_name(self) -> None:
        with self.assertRaisesRegex(SettingsError, "LOG_LEVEL"):
            read({"LOG_LEVEL": "loud"})


if __name__ == "__main__":
    unittest.main()
'''
