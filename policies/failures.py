"""What a red check had to say, made fit to be read: bounded, without escape codes and secrets, and recognised when it comes again.

A log is written by whatever ran, so everything in it is somebody's words and nobody's order.
"""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import rfc8785
from pydantic import BaseModel, ConfigDict

from policies.credentials import find

# Of one check, and of all of them together: the end of a log says what went wrong.
LINES, CHARACTERS = 200, 16 * 1024
CHECKS = 6

# https://ecma-international.org/publications-and-standards/standards/ecma-48/ : control sequences, and those that carry text.
_ESCAPES = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_].*?(?:\x07|\x1b\\)|[ -/]*[0-~])|\x9b[0-?]*[ -/]*[@-~]", re.DOTALL
)
_CONTROLS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff]"
)
# What GitHub Actions puts before every line.
_STAMP = re.compile(r"^\d{4}-\d\d-\d\dT[\d:.]+Z ?", re.MULTILINE)
# What changes from one run of the same failure to the next, the longest first.
_CHANGING = (
    (re.compile(r"(?:[A-Za-z]:)?(?:[/\\][\w.@+-]+){2,}[/\\]"), ""),
    (re.compile(r"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b"), "#"),
    (re.compile(r"\b(?:0x)?(?=[0-9a-f]*\d)[0-9a-f]{7,64}\b"), "#"),
    (re.compile(r"\d+(?:[.,:]\d+)*"), "#"),
    (re.compile(r"\s+"), " "),
)
_TELLING = re.compile(
    r"error|fail|fatal|exception|assert|panic|traceback|not found|refused|denied|expected", re.IGNORECASE
)


class Report(BaseModel):
    """What one red check said."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    check: str
    text: str


class Failure(BaseModel):
    """What the red checks on one commit said, as it is kept and shown."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    reports: tuple[Report, ...]

    @property
    def signature(self) -> str:
        """The same for the same failure, whatever its numbers, times, paths of runners and hashes (16 hex digits)."""
        told = sorted({(report.check, line) for report in self.reports for line in _telling(report.text)})
        return hashlib.sha256("\n".join(f"{name}: {line}" for name, line in told).encode()).hexdigest()[:16]


def canonical(failure: Failure) -> bytes:
    """The bytes a failure is kept as (RFC 8785)."""
    return rfc8785.dumps(failure.model_dump(mode="json"))


def load(content: bytes) -> Failure:
    """The failure in `content`; raises pydantic's ValidationError when it is none."""
    return Failure.model_validate_json(content)


@dataclass(frozen=True, slots=True)
class Raw:
    """What one red check said, as it came: annotations and texts first, the end of its log last."""

    check: str
    parts: tuple[str, ...]


def failure(raw: Iterable[Raw]) -> Failure:
    """The first few checks, each with the end of what it said."""
    known = tuple(raw)[:CHECKS]
    each = CHARACTERS // max(len(known), 1)
    return Failure(
        reports=tuple(
            Report(check=cleaned(one.check)[:255], text=excerpt(one.parts, limit=each)) for one in known
        )
    )


def stayed_red(checks: Sequence[str]) -> str:
    """Half a sentence for people: which checks are red for good."""
    more = f" and {len(checks) - 3} more" if len(checks) > 3 else ""
    return f"{', '.join(f'`{each}`' for each in checks[:3])}{more} stayed red"


def excerpt(parts: Iterable[str], *, limit: int = CHARACTERS) -> str:
    """The last lines of it, clean and without what has the shape of a secret."""
    lines = [line.rstrip() for part in parts for line in cleaned(part).split("\n")]
    kept = "\n".join(line for line in lines if line)
    kept = "\n".join(kept[-4 * limit :].split("\n")[-LINES:])
    return redacted(kept)[-limit:]


def cleaned(text: str) -> str:
    """The words without escape codes, control and invisible characters, and the time before each line."""
    plain = _ESCAPES.sub("", text.replace("\r\n", "\n"))
    plain = plain.replace("\r", "\n").replace("\t", "    ")
    return _STAMP.sub("", _CONTROLS.sub("", plain))


def redacted(text: str) -> str:
    """The same with every credential's text taken out, also where it is only likely to be one."""
    for found in sorted(find(text), key=lambda each: -len(each.text)):
        text = text.replace(found.text, "[redacted]")
    return text


def _telling(text: str) -> tuple[str, ...]:
    """The lines that tell what failed, without what changes from run to run; all lines where none looks like it."""
    lines = [line for line in text.split("\n") if _TELLING.search(line)] or text.split("\n")
    return tuple(filter(None, (_normal(line) for line in lines)))


def _normal(line: str) -> str:
    plain = line.strip().lower()
    for pattern, instead in _CHANGING:
        plain = pattern.sub(instead, plain)
    return plain.strip()
