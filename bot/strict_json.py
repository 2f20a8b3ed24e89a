"""Reads JSON from outside without the surprises that Python's reader allows."""

import json
import math
import re
from typing import Any, Never

# No identifier or count that GitHub sends has more digits than a 64-bit number.
LONGEST_NUMBER = 20
# Only an escape can smuggle half a surrogate pair into text that was valid UTF-8.
SURROGATE = re.compile(rb"\\u[dD][89abAB]|\\u[dD][c-fC-F]")


class NotStrict(ValueError):
    """The bytes are no JSON, or JSON that two readers may understand differently."""


def loads(body: bytes) -> Any:  # noqa: ANN401  # JSON can be anything
    """The value in `body`: UTF-8, no duplicate keys, no NaN or infinity, no numbers beyond 64 bits, no lone surrogates."""
    try:
        value = _DECODER.decode(body.decode("utf-8"))
        if SURROGATE.search(body):
            json.dumps(value, ensure_ascii=False).encode("utf-8")
    except RecursionError as error:
        raise NotStrict("it is nested too deeply") from error
    except ValueError as error:
        # Python's own texts quote the document, which may hold anything.
        raise NotStrict(
            str(error) if isinstance(error, NotStrict) else "it is not valid JSON in UTF-8"
        ) from None
    return value


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) != len(pairs):
        raise NotStrict("an object has the same key twice")
    return value


def _no_constant(name: str) -> Never:
    raise NotStrict(f"{name} is not JSON")


def _integer(digits: str) -> int:
    if len(digits) > LONGEST_NUMBER:
        raise NotStrict("a number has too many digits")
    return int(digits)


def _float(digits: str) -> float:
    value = float(digits)
    if not math.isfinite(value):
        raise NotStrict("a number is too large")
    return value


# Made once: making it for every delivery would cost about as much as reading a small one.
_DECODER = json.JSONDecoder(
    object_pairs_hook=_once, parse_constant=_no_constant, parse_int=_integer, parse_float=_float
)
