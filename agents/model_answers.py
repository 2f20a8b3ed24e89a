"""The shapes a model may answer in, and their JSON Schemas in the words a provider's structured output understands."""

import json
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from agents.schemas.architecture import Component, Connection, ProductKind, Rejected
from agents.schemas.proposal import CannotPropose, Path
from agents.schemas.requirements import Category, LineNumber, Priority, Text

Short = Annotated[str, StringConstraints(min_length=1, max_length=200)]
# Structured output refuses these; our own validation checks them after the answer.
# https://platform.claude.com/docs/en/build-with-claude/structured-outputs
UNSPEAKABLE = frozenset(
    {
        "minLength",
        "maxLength",
        "pattern",
        "minimum",
        "maximum",
        "exclusiveMinimum",
        "minItems",
        "maxItems",
        "default",
        "title",
        "description",
        "format",
    }
)


class _Answer(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Demand(_Answer):
    """A functional demand; `id` is empty for one the program had missed."""

    id: str
    text: Text
    lines: Annotated[tuple[LineNumber, ...], Field(max_length=50)]
    priority: Priority


class Quality(_Answer):
    """A quality demand; `id` is empty for one the program had missed."""

    id: str
    text: Text
    lines: Annotated[tuple[LineNumber, ...], Field(max_length=50)]
    category: Category


class Demands(_Answer):
    """What the document demands."""

    requirements: Annotated[tuple[Demand, ...], Field(max_length=600)]
    nfrs: Annotated[tuple[Quality, ...], Field(max_length=300)]


class Thing(_Answer):
    """Something the document names; `attributes` only for entities."""

    name: Short
    attributes: Annotated[tuple[Short, ...], Field(max_length=40)]
    lines: Annotated[tuple[LineNumber, ...], Field(max_length=50)]


class Sequence(_Answer):
    """Steps the document gives in order."""

    name: Short
    steps: Annotated[tuple[Text, ...], Field(max_length=60)]
    lines: Annotated[tuple[LineNumber, ...], Field(max_length=50)]


class Workflows(_Answer):
    """What is done with the product, step by step."""

    workflows: Annotated[tuple[Sequence, ...], Field(max_length=60)]


class Domain(_Answer):
    """Who and what the product deals with."""

    actors: Annotated[tuple[Thing, ...], Field(max_length=60)]
    entities: Annotated[tuple[Thing, ...], Field(max_length=100)]
    integrations: Annotated[tuple[Thing, ...], Field(max_length=60)]


class Choice(_Answer):
    """A decision with its reason and its price."""

    title: Text
    why: Text
    gives_up: Text


class Danger(_Answer):
    """A risk and what is done about it."""

    text: Text
    mitigation: Text


class Query(_Answer):
    """A question to people; `default` empty when none is safe."""

    text: Text
    why: Text
    changes: Text
    default: str
    options: Annotated[tuple[Text, ...], Field(max_length=6)]


class Design(_Answer):
    """One architecture, and the questions that would change it most."""

    understood: Annotated[tuple[Text, ...], Field(max_length=7)]
    kind: ProductKind
    headline: Text
    rationale: Text
    language: Annotated[str, StringConstraints(max_length=60)]
    components: Annotated[tuple[Component, ...], Field(min_length=1, max_length=12)]
    connections: Annotated[tuple[Connection, ...], Field(max_length=60)]
    decisions: Annotated[tuple[Choice, ...], Field(min_length=1, max_length=20)]
    rejected: Annotated[tuple[Rejected, ...], Field(max_length=10)]
    risks: Annotated[tuple[Danger, ...], Field(max_length=20)]
    questions: Annotated[tuple[Query, ...], Field(max_length=3)]


class Edit(_Answer):
    """Replaces a text that stands exactly once in the file; `find` is repeated letter by letter."""

    find: str
    replace: str


class DraftedFile(_Answer):
    """One file: its whole content, or edits of it, or that it shall go; and the reason."""

    path: Path
    reason: str
    content: str | None
    edits: Annotated[tuple[Edit, ...], Field(max_length=100)]
    delete: bool
    executable: bool


class Draft(_Answer):
    """A proposal as a model writes it: first how it reads the unit and which files it will touch, then the files."""

    unit_id: str
    reading: str
    declared: Annotated[tuple[Path, ...], Field(max_length=300)]
    files: Annotated[tuple[DraftedFile, ...], Field(max_length=300)]
    side_effects: Annotated[tuple[str, ...], Field(max_length=20)]
    notes: Annotated[tuple[str, ...], Field(max_length=20)]


class Written(_Answer):
    """The files of a unit, or why there are none; exactly one of the two is filled."""

    proposal: Draft | None
    cannot: CannotPropose | None


def spoken_schema(model: type[BaseModel]) -> bytes:
    """The JSON Schema of an answer: every property required, no further ones, and no limits a provider would refuse."""
    # In the order of the model's own fields, because an answer is written in that order: what comes first is thought first.
    return json.dumps(_spoken(model.model_json_schema())).encode()


def _spoken(node: object) -> object:
    if isinstance(node, list):
        return [_spoken(each) for each in node]
    if not isinstance(node, dict):
        return node
    kept: dict[str, object] = {}
    for key, value in node.items():
        if key in {"properties", "$defs"} and isinstance(value, dict):
            kept[key] = {name: _spoken(each) for name, each in value.items()}
        elif key not in UNSPEAKABLE:
            kept[key] = _spoken(value)
    properties = kept.get("properties")
    if kept.get("type") == "object" and isinstance(properties, dict):
        kept["required"] = sorted(properties)
        kept["additionalProperties"] = False
    return kept
