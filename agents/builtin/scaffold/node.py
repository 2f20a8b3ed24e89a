"""What JavaScript and TypeScript share: the words that go into their templates, and the names those are known by."""

from collections.abc import Callable
from types import ModuleType

from agents.builtin.scaffold.code import Files, Language, Words, templates
from agents.builtin.scaffold.site import Check, Field, Site
from agents.builtin.scaffold.text import comment, quoted

_TYPES: dict[Check, str] = {"whole": "number", "flag": "boolean"}
# For each check a JSON value it takes, and one it refuses.
EXAMPLES: dict[Check, tuple[str, str]] = {
    "text": ("'words'", "''"),
    "email": ("'person@example.com'", "'person'"),
    "link": ("'https://example.com'", "'example.com'"),
    "whole": ("3", "-1"),
    "number": ("'12.50'", "'many'"),
    "flag": ("true", "'yes'"),
    "moment": ("'2026-01-02T03:04:05+00:00'", "'soon'"),
    "day": ("'2026-01-02'", "'soon'"),
}
# How a test is imported, by what runs the tests of the repository.
_TESTING = {"node:test": "import test from 'node:test';", "vitest": "import { test } from 'vitest';"}


def on_node(*modules: ModuleType, between: tuple[str, str], project: Callable[[Site], Files]) -> Language:
    """The language whose templates stand in `modules`; `between` stands before and after an attribute."""
    return Language(
        templates=templates(*modules),
        entry="main",
        project=project,
        words=words,
        entity_words=lambda found: _entity_words(found, between=between),
        allowed_row=_allowed_row,
    )


def words(site: Site) -> Words:
    """The words every template may hold."""
    layout = site.layout
    return {
        "slug": layout.slug,
        "suffix": site.imported,
        # The way from the tests to the code.
        "code": "." if layout.tests == layout.root else f"../{layout.root}",
        "testing": _TESTING.get(site.runner, _TESTING["node:test"]),
        "product_comment": comment(layout.product, limit=50),
        "description": quoted(site.pack.architecture.headline, limit=200),
    }


def _entity_words(found: tuple[Field, ...], *, between: tuple[str, str]) -> Words:
    before, after = between
    return {
        "attributes": after.join(
            f"{before}{each.name}: {_TYPES.get(each.check, 'string')}" for each in found
        ),
        "checks": "\n".join(f"  {each.name}: fields.{each.check}," for each in found),
        "valid": "\n".join(f"  {each.name}: {EXAMPLES[each.check][0]}," for each in found),
        "wrong": "\n".join(f"  {each.name}: {EXAMPLES[each.check][1]}," for each in found),
    }


def _allowed_row(folder: str, others: tuple[str, ...]) -> str:
    listed = ", ".join(f"'{other}'" for other in others)
    return f"  {folder}: [{listed}],"
