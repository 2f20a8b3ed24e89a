"""The ways in which one call to GitHub goes wrong, as a table; adding a row strikes every call with it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Answer = tuple[int, Mapping[str, str], bytes]

UNICORN = b"<!DOCTYPE html><html><body><h1>Unicorn!</h1></body></html>"
_JSON = {"content-type": "application/json; charset=utf-8"}
_HTML = {"content-type": "text/html; charset=utf-8"}


@dataclass(frozen=True, slots=True)
class Fault:
    """What happens to a call: whether it is carried out, and what the App hears of it.

    `heard` is an answer made up for it, or one of: "killed", the process ends; "nothing", the connection breaks; "half",
    the first half of the answer; "before", what the same read told before the flow began. `strikes` says which calls.
    """

    name: str
    done: bool
    heard: Answer | Literal["killed", "unsent", "nothing", "half", "before"]
    strikes: Literal["reads", "changes", "calls"] = "calls"

    def fits(self, method: str) -> bool:
        """Whether such a call can go wrong like this."""
        return self.strikes == "calls" or (self.strikes == "reads") == (method == "GET")


def _said(status: int, message: str, *, errors: tuple[dict[str, str], ...] = (), **headers: str) -> Answer:
    body = {"message": message, "errors": errors} if errors else {"message": message}
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return status, {**_JSON, **named}, json.dumps(body).encode()


_SECONDARY = "You have exceeded a secondary rate limit. Please wait a few minutes before you try again."
_EXISTS = {"resource": "Reference", "field": "ref", "code": "already_exists"}

FAULTS = (
    Fault("killed before", done=False, heard="killed"),
    Fault("killed after", done=True, heard="killed"),
    Fault("500 before", done=False, heard=_said(500, "Server Error")),
    Fault("502 after", done=True, heard=(502, _HTML, UNICORN)),
    Fault("unsent", done=False, heard="unsent"),
    Fault("timeout before", done=False, heard="nothing"),
    Fault("timeout after", done=True, heard="nothing"),
    Fault("secondary limit", done=False, heard=_said(403, _SECONDARY, retry_after="60")),
    Fault("secondary limit without advice", done=False, heard=_said(403, _SECONDARY)),
    Fault("429", done=False, heard=_said(429, "Too Many Requests", retry_after="60")),
    Fault("expired token", done=False, heard=_said(401, "Bad credentials")),
    # What was just made is not shown everywhere at once; whoever takes that for "it is not there" makes it again.
    Fault("late 404", done=False, heard=_said(404, "Not Found")),
    # An attempt before this one was carried out, and nobody knows of it.
    Fault("422 exists", done=True, heard=_said(422, "exists", errors=(_EXISTS,)), strikes="changes"),
    Fault("stale", done=False, heard="before", strikes="reads"),
    Fault("half an answer", done=True, heard="half"),
    Fault("HTML", done=True, heard=(200, _HTML, UNICORN)),
    Fault("rubbish", done=True, heard=(200, _JSON, b"{}")),
)
