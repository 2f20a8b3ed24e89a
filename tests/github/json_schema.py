"""OpenAPI 3.0 schema objects are turned into JSON Schema and checked here, with readable complaints."""

import re
from collections.abc import Hashable, Iterator
from typing import Any

import jsonschema_rs

ROOT = "urn:github"
NOISE = (
    "example",
    "examples",
    "externalDocs",
    "xml",
    "discriminator",
    "deprecated",
    "default",
    "nullable",
    "x-github",
)
COMBINED = ("oneOf", "anyOf", "allOf")
MOST = 25

# GitHub's own data breaks these: "1+x[bot]@users.noreply.github.com" is no e-mail address and `homepage` may be "".
FREE_FORMATS = {name: lambda _: True for name in ("email", "uri", "uri-template", "timestamp", "repo.nwo")}


class Checker:
    """Checks values against schemas that point into one set of components; compiles each schema once."""

    def __init__(self, components: dict[str, Any]) -> None:
        schemas = {name: json_schema(schema) for name, schema in components.get("schemas", {}).items()}
        root = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": ROOT}
        shared = {**root, "components": {"schemas": schemas}}
        self._registry = jsonschema_rs.Registry([(ROOT, shared)], draft=jsonschema_rs.Draft202012)
        self._compiled: dict[Hashable, jsonschema_rs.Draft202012Validator] = {}

    def complaints(self, value: Any, *, schema: dict[str, Any], key: Hashable) -> tuple[tuple[str, str], ...]:
        """What is wrong with `value`, as (JSON pointer, message); `key` names the schema for reuse."""
        validator = self._compiled.get(key)
        if validator is None:
            validator = jsonschema_rs.Draft202012Validator(
                json_schema(schema), registry=self._registry, validate_formats=True, formats=FREE_FORMATS
            )
            self._compiled[key] = validator
        if validator.is_valid(value):
            return ()
        found: dict[tuple[str, str], tuple[str, str]] = {}
        for error in validator.iter_errors(value):
            for leaf in _leaves(error):
                pointer = "/" + "/".join(str(step) for step in leaf.instance_path)
                message = _shortened(leaf.message)
                # One complaint stands for the same complaint about every entry of a list.
                found.setdefault((re.sub(r"/\d+", "/*", pointer), message), (pointer, message))
        return tuple(found.values())[:MOST]


def json_schema(node: Any) -> Any:
    """JSON Schema 2020-12 for an OpenAPI 3.0 schema object.

    OpenAPI 3.0 has `nullable`, which also lets null through an `enum`, and ignores the siblings of `$ref`:
    https://spec.openapis.org/oas/v3.0.3#schema-object.
    """
    if isinstance(node, list):
        return [json_schema(entry) for entry in node]
    if not isinstance(node, dict):
        return node
    if isinstance(node.get("$ref"), str):
        return {"$ref": node["$ref"].replace("#/", f"{ROOT}#/", 1)}
    schema: dict[str, Any] = {}
    for key, value in node.items():
        if key == "properties":
            schema[key] = {name: json_schema(entry) for name, entry in value.items()}
        elif key in ("enum", "required"):
            schema[key] = list(value)
        elif key not in NOISE:
            schema[key] = json_schema(value)
    return _nullable(schema) if node.get("nullable") is True else schema


def _nullable(schema: dict[str, Any]) -> dict[str, Any]:
    if isinstance(schema.get("type"), str) and not any(word in schema for word in COMBINED):
        schema["type"] = [schema["type"], "null"]
        if "enum" in schema and None not in schema["enum"]:
            schema["enum"].append(None)
        return schema
    return {"anyOf": [schema, {"type": "null"}]}


def _leaves(error: jsonschema_rs.ValidationError) -> Iterator[jsonschema_rs.ValidationError]:
    """The complaints of the alternative that came furthest, where a schema offers alternatives."""
    branches = getattr(error.kind, "context", None) or []
    told = [branch for branch in branches if branch and not _only_says_null(branch)]
    if not told:
        yield error
        return
    # The alternative whose first complaint lies deepest in the value is the one that was meant.
    for leaf in max(told, key=lambda branch: min(len(e.instance_path) for e in branch)):
        yield from _leaves(leaf)


def _only_says_null(branch: list[jsonschema_rs.ValidationError]) -> bool:
    return len(branch) == 1 and branch[0].message.endswith('is not of type "null"')


def _shortened(message: str) -> str:
    flat = re.sub(r"\s+", " ", message)
    return flat if len(flat) < 220 else f"{flat[:100]} … {flat[-100:]}"
