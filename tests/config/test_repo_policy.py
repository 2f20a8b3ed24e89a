"""A repository's settings are obeyed to the letter or refused with the line that is wrong."""

import json
from pathlib import Path

import jsonschema_rs
import pytest
from click.testing import CliRunner
from pydantic import BaseModel, ValidationError

from bot.__main__ import main
from config import yaml_reader
from config.repo_policy import RepoPolicy, schema
from config.yaml_reader import Document, Invalid

SCHEMA = Path(__file__).parents[2] / "docs" / "schemas" / "signalbox.json"

FULL = """\
approvals:
  approvers:
    users: [mona, hubot-human]
    teams: [octo/platform]
  minimum: 2
  separate_duties: true
  author_may_approve: false
gates:
  size: warn
  dependencies: block
  tests-weakened: off
frozen_paths: [LICENSE, infra/**]
architecture:
  - name: domain-is-pure
    files: [src/domain/**]
    forbidden_imports: [sqlalchemy, src/db/**]
    forbidden_text: ['\\bthrow\\b']
    because: The domain does no I/O.
size: {files: 30, lines: 600, kib: 100}
commands:
  short: never
merge: never
trigger_label: plan me
max_parallel_units: 1
ci:
  required_checks: [test, lint / ruff]
constraints:
  language: python
  versions: [3.11]
"""


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("- a", 1, "The file holds settings as `name: value`, one a line."),
        ("words", 1, "The file holds settings as `name: value`, one a line."),
        ("merge: never\nmrege: never", 2, "`mrege` is not a setting; did you mean `merge`?"),
        ("merge: never\nqqq: 1", 2, "`qqq` is not a setting."),
        (
            "approvals:\n  minimum: 1\n  minimun: 2",
            3,
            "`approvals.minimun` is not a setting; did you mean `minimum`?",
        ),
        (
            "approvals:\n  approvers:\n    user: []",
            3,
            "`approvals.approvers.user` is not a setting; did you mean `users`?",
        ),
        ("approvals:\n  minimum: 0", 2, "`approvals.minimum`: Input should be greater than or equal to 1."),
        ("approvals:\n  minimum: '2'", 2, "`approvals.minimum`: Input should be a valid integer."),
        ("approvals:\n  minimum: true", 2, "`approvals.minimum`: Input should be a valid integer."),
        ("approvals:\n  minimum: 1.5", 2, "`approvals.minimum`: Input should be a valid integer."),
        (
            "approvals:\n  separate_duties: yes",
            2,
            "`approvals.separate_duties`: Input should be a valid boolean.",
        ),
        ("approvals:", 1, "`approvals`: Input should be an object."),
        (
            "approvals:\n  approvers:\n    users:\n      - mona\n      - dependabot[bot]",
            5,
            "`approvals.approvers.users.1`: String should match pattern",
        ),
        (
            "approvals: {approvers: {teams: [platform]}}",
            1,
            "`approvals.approvers.teams.0`: String should match",
        ),
        ("gates:\n  size: no", 2, "`gates.size`: Input should be 'warn', 'block' or 'off'."),
        ("gates:\n  size: warn\n  paths: off", 3, "`gates.paths`: Input should be 'agent-files'"),
        ("gates:\n  modes: warn", 2, "`gates.modes`: Input should be 'agent-files'"),
        ("gates:\n  secrets: off", 1, "`secrets` can warn or block, but it cannot be off."),
        ("frozen_paths: ['!LICENSE']", 1, "`frozen_paths` has no exceptions: `!` is not read."),
        ("frozen_paths: LICENSE", 1, "`frozen_paths`: Input should be a valid array."),
        ("frozen_paths: ['']", 1, "`frozen_paths.0`: String should have at least 1 character."),
        ("size:\n  files: 301", 2, "`size.files`: Input should be less than or equal to 300."),
        (
            "commands:\n  short: sometimes",
            2,
            "`commands.short`: Input should be 'threads', 'always' or 'never'.",
        ),
        ("merge: always", 1, "`merge`: Input should be 'never', 'when_green' or 'queue'."),
        ("trigger_label: 'a,b'", 1, "`trigger_label`: String should match pattern"),
        ("trigger_label: ''", 1, "`trigger_label`: String should match pattern"),
        ("max_parallel_units: 0", 1, "`max_parallel_units`: Input should be greater than or equal to 1."),
        ("max_issues: 1", 1, "`max_issues`: Input should be greater than or equal to 2."),
        ("constraints: python", 1, "`constraints`: Input should be an object."),
        ("a: 1\na: 2", 2, "`a` is given twice."),
        (
            "architecture:\n  - name: a\n    files: ['**']",
            2,
            "`architecture.0`: a rule forbids something: `forbidden_imports`, `forbidden_calls` or `forbidden_text`.",
        ),
        (
            "architecture:\n  - name: a\n    files: ['**']\n    forbidden_text: ['(?<!a)b']",
            4,
            "`architecture.0.forbidden_text.0`: no pattern of re2: invalid perl operator: (?<!.",
        ),
        (
            "architecture:\n  - name: a\n    files: ['**']\n    forbidden_text: ['a*']",
            4,
            "`architecture.0.forbidden_text.0`: the pattern matches nothing at all, so it would match every line.",
        ),
        (
            "architecture:\n  - name: a\n    files: ['**']\n    forbidden_text: ['" + "a" * 201 + "']",
            4,
            "`architecture.0.forbidden_text.0`: String should have at most 200 characters.",
        ),
        (
            "architecture:\n  - name: a\n    files: ['**']\n    forbidden_call: [eval]\n    forbidden_text: [a]",
            4,
            "`architecture.0.forbidden_call` is not a setting; did you mean `forbidden_calls`?",
        ),
        (
            "architecture:\n" + "  - {name: a, files: ['**'], forbidden_calls: [eval]}\n" * 2,
            1,
            "two rules of `architecture` have the same name.",
        ),
    ],
    ids=ascii,
)
def test_what_will_not_be_obeyed_is_refused_with_its_line(text: str, line: int, message: str) -> None:
    told = RepoPolicy.read(text)
    assert isinstance(told, Invalid)
    assert told.message.startswith(message)
    assert told.line == line


def test_the_first_wrong_line_is_told_first() -> None:
    told = RepoPolicy.read("merge: always\napprovals:\n  minimum: 0\nzzz: 1")
    assert isinstance(told, Invalid)
    assert told.line == 1


def test_a_full_file_is_read_to_the_letter() -> None:
    policy = RepoPolicy.read(FULL)
    assert isinstance(policy, RepoPolicy)
    assert policy.approvals.approvers.users == ("mona", "hubot-human")
    assert policy.approvals.approvers.teams == ("octo/platform",)
    assert (policy.approvals.minimum, policy.approvals.separate_duties) == (2, True)
    assert not policy.approvals.author_may_approve
    assert policy.gates == {"size": "warn", "dependencies": "block", "tests-weakened": "off"}
    assert policy.frozen_paths == ("LICENSE", "infra/**")
    assert [(rule.name, rule.level) for rule in policy.architecture] == [("domain-is-pure", "block")]
    assert policy.architecture[0].forbidden_text == (r"\bthrow\b",)
    assert (policy.size.files, policy.size.lines, policy.size.kib) == (30, 600, 100)
    assert (policy.commands.short, policy.merge, policy.trigger_label) == ("never", "never", "plan me")
    assert (policy.max_parallel_units, policy.ci.required_checks) == (1, ("test", "lint / ruff"))
    assert policy.constraints == {"language": "python", "versions": [3.11]}


@pytest.mark.parametrize("text", ["", "\n", "# only a comment\n", "{}"], ids=ascii)
def test_saying_nothing_is_the_default(text: str) -> None:
    assert RepoPolicy.read(text) == RepoPolicy.default()


def test_the_defaults_are_the_promised_ones() -> None:
    assert RepoPolicy.default().model_dump(mode="json") == {
        "approvals": {
            "approvers": {"users": [], "teams": []},
            "minimum": 1,
            "separate_duties": False,
            "author_may_approve": True,
            "code_owners": False,
            "expire_hours": None,
            "moved_base": "keep",
        },
        "overrides": {"users": [], "teams": []},
        "gates": {},
        "frozen_paths": [],
        "size": {"files": 20, "lines": 400, "kib": 200},
        "architecture": [],
        "commands": {"short": "threads"},
        "merge": "never",
        "draft": True,
        "review": True,
        "trigger_label": "signalbox",
        "max_parallel_units": 3,
        "max_issues": None,
        "ci": {"required_checks": [], "apps": [], "settle_seconds": 60},
        "constraints": {},
    }


def test_the_digest_is_of_the_meaning_and_not_of_the_spelling() -> None:
    first = RepoPolicy.read("merge: never\nsize:\n  files: 20\n")
    second = RepoPolicy.read("# nothing said")
    third = RepoPolicy.read("max_parallel_units: 1")
    assert isinstance(first, RepoPolicy)
    assert isinstance(second, RepoPolicy)
    assert isinstance(third, RepoPolicy)
    assert first.digest == second.digest
    assert first.digest != third.digest
    assert len(first.digest) == 64


def test_a_policy_cannot_be_changed() -> None:
    with pytest.raises(ValidationError):
        RepoPolicy.default().max_parallel_units = 1  # type: ignore[misc]  # that it cannot is what is tested


def leaves(model: type[BaseModel]) -> int:
    fields = [field.annotation for field in model.model_fields.values()]
    return sum(
        leaves(each) if isinstance(each, type) and issubclass(each, BaseModel) else 1 for each in fields
    )


def test_there_are_at_most_twenty_seven_settings() -> None:
    assert leaves(RepoPolicy) <= 27


def test_the_published_schema_is_current() -> None:
    assert SCHEMA.read_text() == schema(), "python -m bot config schema > docs/schemas/signalbox.json"


def test_the_published_schema_accepts_what_is_read_and_refuses_what_is_not() -> None:
    validator = jsonschema_rs.validator_for(json.loads(SCHEMA.read_text()))
    document = yaml_reader.read(FULL)
    assert isinstance(document, Document)
    assert validator.is_valid(document.value)
    assert not validator.is_valid({"mrege": "never"})
    assert not validator.is_valid({"approvals": {"minimum": 0}})
    assert not validator.is_valid({"gates": {"paths": "off"}})


def test_config_check_says_fine(tmp_path: Path) -> None:
    file = tmp_path / "signalbox.yml"
    file.write_text(FULL)
    done = CliRunner().invoke(main, ["config", "check", str(file)])
    assert done.exit_code == 0
    assert done.stdout.startswith(f"{file}: fine; policy digest ")


def test_config_check_says_which_line_is_wrong(tmp_path: Path) -> None:
    file = tmp_path / "signalbox.yml"
    file.write_text("merge: never\nmrege: never\n")
    done = CliRunner().invoke(main, ["config", "check", str(file)])
    assert done.exit_code == 1
    assert done.stderr == f"{file}:2: `mrege` is not a setting; did you mean `merge`?\n"


def test_config_check_says_every_line_that_is_wrong(tmp_path: Path) -> None:
    file = tmp_path / "signalbox.yml"
    file.write_text(
        "mrege: never\nsize:\n  files: 0\n  lines: many\ngates:\n  paths: off\narchitecture:\n  - name: A B\n    files: []\n"
    )
    done = CliRunner().invoke(main, ["config", "check", str(file)])
    assert done.exit_code == 1
    told = [line.removeprefix(f"{file}:").partition(": ") for line in done.stderr.splitlines()]
    assert [(int(line), message.partition("`:")[0]) for line, _, message in told] == [
        (1, "`mrege` is not a setting; did you mean `merge`?"),
        (3, "`size.files"),
        (4, "`size.lines"),
        (6, "`gates.paths"),
        (8, "`architecture.0.name"),
        (9, "`architecture.0.files"),
    ]


def test_config_check_without_a_file_is_a_mistake_in_the_call(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["config", "check", str(tmp_path / "none.yml")])
    assert done.exit_code == 2


def test_config_schema_prints_the_published_schema() -> None:
    assert CliRunner().invoke(main, ["config", "schema"]).stdout == SCHEMA.read_text()


def test_every_team_that_may_say_more_is_looked_up_once() -> None:
    policy = RepoPolicy.read(
        "approvals: {approvers: {teams: [octo/platform, octo/web]}}\noverrides: {teams: [octo/web, octo/leads]}\n"
    )
    assert isinstance(policy, RepoPolicy)
    assert policy.teams == ("octo/platform", "octo/web", "octo/leads")
