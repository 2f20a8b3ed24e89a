"""The rules of a repository's architecture, as its people write them in `.github/signalbox.yml`."""

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from config.patterns import Pattern

RuleName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,59}$")]
FileGlob = Annotated[str, StringConstraints(min_length=1, max_length=255, pattern=r"^[^!]")]
# A module, a package or a name in a program, or a glob over paths.
Name = Annotated[str, StringConstraints(pattern=r"^[^\s!]{1,255}$")]


class ArchitectureRule(BaseModel):
    """What may not stand in some files: imports, calls or texts; only what a patchset brings counts."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: RuleName = Field(description="What the rule is called, such as `domain-is-pure`.")
    files: tuple[FileGlob, ...] = Field(
        min_length=1, max_length=50, description="The files it is about, as globs from the repository's root."
    )
    except_files: tuple[FileGlob, ...] = Field(
        default=(), max_length=50, description="Files among them that it is not about."
    )
    forbidden_imports: tuple[Name, ...] = Field(
        default=(),
        max_length=100,
        description="What they may not import: modules with all below them, or globs over paths, which hold a slash.",
    )
    forbidden_calls: tuple[Name, ...] = Field(
        default=(),
        max_length=100,
        description="What they may not call: `eval`, `os.system`, all of `subprocess`, or `*.execute` of anything.",
    )
    forbidden_text: tuple[Pattern, ...] = Field(
        default=(), max_length=50, description="What no new line may match, as patterns of re2."
    )
    because: Annotated[str, StringConstraints(max_length=200)] = Field(
        default="", description="Why, for whoever reads the finding."
    )
    level: Literal["warn", "block"] = Field(default="block", description="What a finding does.")

    @model_validator(mode="after")
    def _forbids_something(self) -> Self:
        if not (self.forbidden_imports or self.forbidden_calls or self.forbidden_text):
            raise ValueError(
                "a rule forbids something: `forbidden_imports`, `forbidden_calls` or `forbidden_text`"
            )
        return self
