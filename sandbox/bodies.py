"""The types that a request's body has to have; anything else is answered with 422 before a handler sees it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sandbox import respond

# Per key: "text", "number", "truth", "texts" (a list of them), the keys of an object, or those of each object in a list.
Takes = Mapping[str, Any]
NAMES = {"text": "a string", "number": "an integer", "truth": "a boolean", "texts": "an array of strings"}


def check(body: Mapping[str, Any], takes: Takes, *, where: str = "") -> None:
    """Ends the call with 422 at the first value of a wrong type; null and absent values pass."""
    for name, kind in takes.items():
        value, pointer = body.get(name), f"{where}/properties/{name}"
        if value is None:
            continue
        if isinstance(kind, str):
            if not _fits(value, kind):
                _refuse(pointer, value, NAMES[kind])
        elif isinstance(kind, tuple):
            if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
                _refuse(pointer, value, "an array of objects")
            for entry in value:
                check(entry, kind[0], where=f"{pointer}/items")
        elif not isinstance(value, dict):
            _refuse(pointer, value, "an object")
        else:
            check(value, kind, where=pointer)


def _fits(value: object, kind: str) -> bool:
    match kind:
        case "text":
            return isinstance(value, str)
        case "number":
            return isinstance(value, int) and not isinstance(value, bool)
        case "truth":
            return isinstance(value, bool)
        case _:
            return isinstance(value, list) and all(isinstance(entry, str) for entry in value)


def _refuse(pointer: str, value: object, wanted: str) -> None:
    respond.refuse(
        422, f"Invalid request.\n\nFor '{pointer.lstrip('/')}', {str(value)[:100]} is not {wanted}."
    )
