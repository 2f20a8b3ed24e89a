"""What a red check had to say, made fit to be read: bounded, without escape codes and secrets, and recognised when it comes again.

A log is written by whatever ran, so everything in it is somebody's words and nobody's order.
"""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import rfc8785
from pydantic import BaseModel, ConfigDict

from policies.characters import is_hidden
from policies.credentials import find

# Of one check, and of all of them together: the end of a log says what went wrong.
LINES, CHARACTERS = 200, 16 * 1024
CHECKS = 6

# https://ecma-international.org/publications-and-standards/standards/ecma-48/ : control sequences, and those that carry text.
_ESCAPES = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_].*?(?:\x07|\x1b\\)|[ -/]*[0-~])|\x9b[0-?]*[ -/]*[@-~]", re.DOTALL
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
    """What one red check said, as it came: annotations and its own words, and the log of the job behind it, if there is one."""

    check: str
    parts: tuple[str, ...]
    log: str = ""


def failure(raw: Iterable[Raw]) -> Failure:
    """The first few checks, each with the end of what it said."""
    known = tuple(raw)[:CHECKS]
    each = CHARACTERS // max(len(known), 1)
    return Failure(
        reports=tuple(Report(check=cleaned(one.check)[:255], text=_told(one, limit=each)) for one in known)
    )


def stayed_red(checks: Sequence[str]) -> str:
    """Half a sentence for people: which checks are red for good."""
    more = f" and {len(checks) - 3} more" if len(checks) > 3 else ""
    return f"{', '.join(f'`{each}`' for each in checks[:3])}{more} stayed red"


def _told(raw: Raw, *, limit: int) -> str:
    """A third for the check's own words, where a log takes the rest."""
    if not raw.log:
        return excerpt(raw.parts, limit=limit)
    words = excerpt(raw.parts, limit=limit // 3, most=LINES // 3)
    used = words.count("\n") + 1 if words else 0
    log = excerpt((_until_it_failed(raw.log),), limit=limit - len(words) - 1, most=LINES - used)
    return "\n".join(filter(None, (words, log)))


def excerpt(parts: Iterable[str], *, limit: int = CHARACTERS, most: int = LINES) -> str:
    """The last lines of it, clean and without what has the shape of a secret."""
    # Escape codes can be most of it; even so there is enough before the cut.
    lines = [line.rstrip() for part in parts for line in cleaned(_end(part, 16 * limit)).split("\n")]
    kept = "\n".join(line for line in lines if line)
    kept = "\n".join(kept[-4 * limit :].split("\n")[-most:])
    return redacted(kept)[-limit:]


def _end(text: str, limit: int) -> str:
    """The last whole lines; half a line could hold half a secret, which nothing would know."""
    return text if len(text) <= limit else text[-limit:].partition("\n")[2] or text[-limit:]


def _until_it_failed(log: str) -> str:
    """The log of a job of GitHub Actions up to its last error: what comes after only tidies up.

    The runner writes `##[error]` before what a step fails with, also where a workflow says `::error::`.
    https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#setting-an-error-message
    """
    before, mark, after = log.rpartition("##[error]")
    return before + mark + after.partition("\n")[0] if mark else log


def cleaned(text: str) -> str:
    """The words without escape codes, control and invisible characters, and the time before each line."""
    plain = _ESCAPES.sub("", text.replace("\r\n", "\n"))
    plain = plain.replace("\r", "\n").replace("\t", "    ")
    return _STAMP.sub("", "".join(map(_shown, plain)))


def _shown(char: str) -> str:
    """What a person sees of it: blanks of other widths as a blank, what is hidden not at all."""
    if char == "\n" or not is_hidden(char):
        return char
    return " " if char > "\x9f" and char.isspace() else ""


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
