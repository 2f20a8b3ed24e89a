"""The types that GitHub wants in a body, checked before a handler reads it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sandbox import respond

if TYPE_CHECKING:
    from collections.abc import Mapping

KINDS: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
    "string or integer": (str, int),
    "date-time": (str,),
}


def expect(body: Mapping[str, object], /, **kinds: str) -> None:
    """Ends the call with 422 when a key of the body is there with another type; `?` after a kind lets null through."""
    for name, kind in kinds.items():
        if name not in body:
            continue
        value, plain = body[name], kind.removesuffix("?")
        if value is None and kind.endswith("?"):
            continue
        # In Python, but not in JSON, true is a number.
        fits = isinstance(value, KINDS[plain]) and (plain == "boolean" or not isinstance(value, bool))
        if not fits or (plain == "date-time" and moment(value) is None):
            respond.refuse(
                422, f"Invalid request.\n\nFor 'properties/{name}', {value!r} is not of type {plain}."
            )


def moment(value: object) -> datetime | None:
    """The time that an ISO 8601 text with a zone names, or None."""
    try:
        found = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return found if found is not None and found.tzinfo is not None else None


def since(query: Mapping[str, str]) -> datetime | None:
    """The `since` of a list; ends the call with 422 when it is no time."""
    if "since" not in query:
        return None
    found = moment(query["since"])
    if found is None:
        respond.refuse(422, f"Invalid request.\n\n{query['since']!r} is not a date-time.")
    return found
