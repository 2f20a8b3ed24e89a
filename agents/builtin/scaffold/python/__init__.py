"""Python that needs the standard library alone and is tested with `python -m unittest`."""

from agents.builtin.scaffold.code import Files, Language, Words, templates
from agents.builtin.scaffold.python import boundaries, domain, service, skeleton, store
from agents.builtin.scaffold.site import Check, Field, Site
from agents.builtin.scaffold.text import comment, fill, quoted

_TYPES: dict[Check, str] = {
    "text": "str",
    "email": "str",
    "link": "str",
    "whole": "int",
    "number": "Decimal",
    "flag": "bool",
    "moment": "datetime",
    "day": "date",
}
# For each check a JSON value it takes, and one it refuses.
EXAMPLES: dict[Check, tuple[str, str]] = {
    "text": ('"words"', '""'),
    "email": ('"person@example.com"', '"person"'),
    "link": ('"https://example.com"', '"example.com"'),
    "whole": ("3", "-1"),
    "number": ('"12.50"', '"many"'),
    "flag": ("True", '"yes"'),
    "moment": ('"2026-01-02T03:04:05+00:00"', '"soon"'),
    "day": ('"2026-01-02"', '"soon"'),
}


def _project(site: Site) -> Files:
    words = _words(site)
    return {
        "pyproject.toml": (fill(skeleton.PYPROJECT, **words), "names the project; it depends on nothing yet"),
        ".gitignore": (skeleton.GITIGNORE, "keeps what is generated, and .env, out of the repository"),
    }


def _words(site: Site) -> Words:
    layout = site.layout
    version_test = (
        "\n    def test_the_version_has_three_parts(self) -> None:\n"
        '        self.assertEqual(len(__version__.split(".")), 3)\n'
    )
    return {
        "package": layout.package,
        "slug": layout.slug,
        "product_comment": comment(layout.product, limit=50),
        "about": comment(site.pack.architecture.headline.rstrip("."), limit=90) or "The product",
        "description": quoted(site.pack.architecture.headline, limit=200),
        "version_import": "__version__, health" if site.new else "health",
        "version_test": version_test if site.new else "",
        "slot": "{name}",
    }


def _entity_words(found: tuple[Field, ...]) -> Words:
    pad = " " * 4
    return {
        "key": "id",
        "imports": _imports(found),
        "attributes": "\n".join(f"{pad}{each.name}: {_TYPES[each.check]}" for each in found),
        "checks": "\n".join(
            f'{pad * 2}fields.{each.check}(self.{each.name}, name="{each.name}")' for each in found
        ),
        "known": _known(found),
        "parsing": "\n".join(f"{pad * 2}{each.name}={_parsing(each)}," for each in found),
        "plain": "\n".join(f'{pad * 2}"{each.name}": {_plain(each)},' for each in found),
        "valid": "\n".join(f'{pad}"{each.name}": {EXAMPLES[each.check][0]},' for each in found),
        "wrong": "\n".join(f'{pad}"{each.name}": {EXAMPLES[each.check][1]},' for each in found),
    }


def _allowed_row(folder: str, others: tuple[str, ...]) -> str:
    listed = ", ".join(f'"{other}"' for other in others)
    return f'    "{folder}": frozenset(({listed}{"," if len(others) == 1 else ""})),'


def _imports(found: tuple[Field, ...]) -> str:
    used = {_TYPES[each.check] for each in found}
    times = ", ".join(sorted(used & {"date", "datetime"}))
    lines = [f"from datetime import {times}"] if times else []
    if "Decimal" in used:
        lines.append("from decimal import Decimal")
    return "\n".join([*lines, ""]) if lines else ""


def _known(found: tuple[Field, ...]) -> str:
    names = [f'"{each.name}"' for each in found]
    line = f"({', '.join(names)}{',' if len(names) == 1 else ''})"
    return line if len(line) < 90 else "(\n" + "".join(f"        {name},\n" for name in names) + "    )"


def _parsing(field: Field) -> str:
    """JSON has no decimal numbers and no dates, so those come as text."""
    suffix = "_in" if field.check in {"number", "moment", "day"} else ""
    return f'fields.{field.check}{suffix}(data["{field.name}"], name="{field.name}")'


def _plain(field: Field) -> str:
    match field.check:
        case "number":
            return f"str(value.{field.name})"
        case "moment" | "day":
            return f"value.{field.name}.isoformat()"
        case _:
            return f"value.{field.name}"


PYTHON = Language(
    templates=templates(skeleton, service, domain, store, boundaries),
    entry="__main__",
    project=_project,
    words=_words,
    entity_words=_entity_words,
    allowed_row=_allowed_row,
)
