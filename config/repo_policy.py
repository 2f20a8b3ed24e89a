"""The shape of a repository's `.github/signalbox.yml`: what its people decided, and the defaults for what they did not."""

import difflib
import hashlib
import json
from collections.abc import Mapping
from typing import Annotated, Literal, Self, cast, get_args, get_origin

import rfc8785
from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    JsonValue,
    StringConstraints,
    ValidationError,
    model_validator,
)

from config import yaml_reader
from config.architecture import ArchitectureRule
from config.yaml_reader import Document, Invalid, Where

PATH = ".github/signalbox.yml"

# https://docs.github.com/en/enterprise-cloud@latest/admin/identity-and-access-management/iam-configuration-reference/username-considerations-for-external-authentication
# The underscore is for accounts an enterprise provides. An App's `name[bot]` does not fit, because bots never approve.
Login = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,38})$")]
Team = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,38}/[A-Za-z0-9_.-]{1,100}$")]
Glob = Annotated[str, StringConstraints(min_length=1, max_length=255)]
AppSlug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,98}$")]
CheckName = Annotated[str, StringConstraints(min_length=1, max_length=255)]
# https://docs.github.com/en/rest/issues/labels#create-a-label; a comma would part the name in GitHub's own searches.
LabelName = Annotated[str, StringConstraints(pattern=r"^[^,\s](?:[^,\n\r\t]{0,48}[^,\s])?$")]

# Gates a repository may set. `paths`, `modes` and `own-files` keep a write inside the repository and away from its rules.
GateName = Literal[
    "agent-files",
    "architecture",
    "build-files",
    "ci-files",
    "dependencies",
    "dependents",
    "frozen-paths",
    "generated",
    "new-dependencies",
    "scope",
    "secrets",
    "size",
    "tests-weakened",
    "text",
    "whole-run",
]
Level = Literal["warn", "block", "off"]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Approvers(_Part):
    """The people and teams whose yes counts; without any, that of everybody with write access."""

    users: tuple[Login, ...] = Field(default=(), max_length=100, description="Logins that may approve.")
    teams: tuple[Team, ...] = Field(
        default=(), max_length=20, description="Teams that may approve, as `org/team`."
    )


class Approvals(_Part):
    """Whose yes counts, and how many are needed."""

    approvers: Approvers = Field(
        default=Approvers(), description="Who may approve; without names, everybody with write access."
    )
    minimum: int = Field(default=1, ge=1, le=10, description="How many different people must approve.")
    separate_duties: bool = Field(
        default=False, description="Whoever asked for a patchset may not be the one who approves it."
    )
    author_may_approve: bool = Field(
        default=True, description="Whether the PRD's author, or who edited it, may approve what came of it."
    )
    code_owners: bool = Field(
        default=False,
        description="Whether an owner of each touched path, by CODEOWNERS, must be among those who approve a patchset.",
    )
    expire_hours: int | None = Field(
        default=None, ge=1, le=8760, description="A yes that is older than this is void."
    )
    moved_base: Literal["keep", "ask"] = Field(
        default="keep",
        description="When the base moves elsewhere and the touched paths are as they were: keep the yes, or ask again.",
    )


class Overrides(_Part):
    """Who may let one rule pass for one patchset."""

    users: tuple[Login, ...] = Field(
        default=(), max_length=100, description="Logins that may override a rule; without names, admins."
    )
    teams: tuple[Team, ...] = Field(
        default=(), max_length=20, description="Teams that may override a rule, as `org/team`."
    )


class Size(_Part):
    """How large one patchset may be."""

    files: int = Field(default=20, ge=1, le=300, description="Files in one patchset.")
    lines: int = Field(default=400, ge=1, le=20_000, description="Lines added and removed in one patchset.")
    kib: int = Field(default=200, ge=1, le=4096, description="KiB of new file contents in one patchset.")


class Commands(_Part):
    """How people talk to the App."""

    short: Literal["threads", "always", "never"] = Field(
        default="threads",
        description="Where `/approve` works without naming the App: its own threads, everywhere, or nowhere.",
    )


class Ci(_Part):
    """What must be green."""

    required_checks: tuple[CheckName, ...] = Field(
        default=(),
        max_length=50,
        description="Check names that must be green; none named means all that report.",
    )
    apps: tuple[AppSlug, ...] = Field(
        default=(),
        max_length=20,
        description="Slugs of the Apps whose checks count, such as `github-actions`; none named means any, and commit statuses.",
    )
    settle_seconds: int = Field(
        default=60,
        ge=0,
        le=3600,
        description="Where no check is required: how long all must have been green, because late ones may come.",
    )


class RepoPolicy(_Part):
    """What a repository's people decided about Signalbox; a file that is not there means all defaults."""

    approvals: Approvals = Field(
        default=Approvals(), description="Whose yes counts, and how many are needed."
    )
    overrides: Overrides = Field(
        default=Overrides(), description="Who may let one rule pass for one patchset."
    )
    gates: Mapping[GateName, Level] = Field(
        default={}, description="What a gate's findings do: warn, block, or nothing. `secrets` cannot be off."
    )
    frozen_paths: tuple[Glob, ...] = Field(
        default=(),
        max_length=100,
        description="Paths that no patchset may touch, as in `.gitignore`, without `!`.",
    )
    size: Size = Field(default=Size(), description="How large one patchset may be.")
    architecture: tuple[ArchitectureRule, ...] = Field(
        default=(),
        max_length=50,
        description="Rules of the architecture: what some files may not import, call or hold.",
    )
    commands: Commands = Field(default=Commands(), description="How people talk to the App.")
    merge: Literal["never", "when_green", "queue"] = Field(
        default="never",
        description="Whether a unit's pull request is merged by the App once everything is green: never, itself, or by queue.",
    )
    draft: bool = Field(
        default=True,
        description="Open a unit's pull request as a draft, and mark it ready once its checks are green.",
    )
    review: bool = Field(
        default=True,
        description="Whether a model, where one is set up, reviews each pull request of a unit.",
    )
    trigger_label: LabelName = Field(default="signalbox", description="The label that starts a run.")
    max_parallel_units: int = Field(
        default=3, ge=1, le=20, description="Units under way at the same time, of all runs together."
    )
    max_issues: int | None = Field(
        default=None, ge=2, le=10_000, description="The most issues that one approval of a backlog may make."
    )
    ci: Ci = Field(default=Ci(), description="What must be green.")
    constraints: Mapping[str, JsonValue] = Field(
        default={},
        description="Anything the planner must respect: languages, platforms, standards. What stands under a key such as "
        "`must_not`, `forbidden` or `avoid` is kept out of the plan.",
    )

    @model_validator(mode="after")
    def _secrets_are_looked_for(self) -> Self:
        if self.gates.get("secrets") == "off":
            raise ValueError("`secrets` can warn or block, but it cannot be off")
        names = [rule.name for rule in self.architecture]
        if len(names) != len(set(names)):
            raise ValueError("two rules of `architecture` have the same name")
        if any(glob.startswith("!") for glob in self.frozen_paths):
            raise ValueError("`frozen_paths` has no exceptions: `!` is not read")
        return self

    @classmethod
    def default(cls) -> Self:
        """The policy of a repository that says nothing."""
        return cls()

    @classmethod
    def read(cls, text: str | bytes) -> Self | Invalid:
        """The policy in the text of a `signalbox.yml`, or the first line that is wrong; an empty text is all defaults."""
        found = cls.read_all(text)
        return found[0] if isinstance(found, tuple) else found

    @classmethod
    def read_all(cls, text: str | bytes) -> Self | tuple[Invalid, ...]:
        """The same with everything that is wrong, by line; what is no YAML is told up to the first such place."""
        document = yaml_reader.read(text)
        if isinstance(document, Invalid):
            return (document,)
        if document.value is None:
            return cls()
        if not isinstance(document.value, dict):
            return (Invalid(1, "The file holds settings as `name: value`, one a line."),)
        try:
            return cls.model_validate_json(json.dumps(document.value), strict=True)
        except ValidationError as error:
            told = dict.fromkeys(_told(document, each) for each in error.errors())
            return tuple(sorted(told, key=lambda each: each.line))

    @property
    def teams(self) -> tuple[str, ...]:
        """Every team whose members may say more than others."""
        return tuple(dict.fromkeys((*self.approvals.approvers.teams, *self.overrides.teams)))

    @property
    def digest(self) -> str:
        """SHA-256 (64 hex) over the RFC 8785 form of every setting, defaults included."""
        return hashlib.sha256(rfc8785.dumps(self.model_dump(mode="json"))).hexdigest()


def schema() -> str:
    """The JSON Schema of `signalbox.yml`, for editors, as the text of `docs/schemas/signalbox.json`."""
    described = RepoPolicy.model_json_schema()
    return (
        json.dumps(
            {"$schema": "https://json-schema.org/draft/2020-12/schema", **described}, indent=2, sort_keys=True
        )
        + "\n"
    )


def _told(document: Document, error: Mapping[str, object]) -> Invalid:
    loc = error["loc"]
    # A wrong key of a mapping is reported one level below it, under this name.
    where: Where = tuple(part for part in loc if part != "[key]") if isinstance(loc, tuple) else ()
    name = ".".join(str(part) for part in where)
    line = document.line(where)
    if error["type"] == "extra_forbidden":
        near = difflib.get_close_matches(str(where[-1]), _settings(where[:-1]), n=1)
        hint = f"; did you mean `{near[0]}`?" if near else "."
        return Invalid(line, f"`{name}` is not a setting{hint}")
    message = str(error["msg"]).removeprefix("Value error, ")
    return Invalid(line, f"`{name}`: {message}." if name else f"{message}.")


def _settings(where: Where) -> tuple[str, ...]:
    """The names of the settings that can stand at `where`."""
    part: type[BaseModel] = RepoPolicy
    for key in where:
        if isinstance(key, int):
            continue
        below = part.model_fields[str(key)].annotation
        # A list of parts: its members come after their number.
        below = next(iter(get_args(below)), below) if get_origin(below) is tuple else below
        # Nothing but a part forbids what it does not know, so everything on the way to the wrong name is one.
        part = cast("type[BaseModel]", below)
    return tuple(part.model_fields)
