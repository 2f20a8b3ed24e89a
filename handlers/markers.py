"""The hidden first line by which an issue, a comment or a pull request of ours is known again."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

_KEY = re.compile(r"[a-z][a-z0-9_]{0,19}")
_VALUE = re.compile(r"[A-Za-z0-9._]+(?:-[A-Za-z0-9._]+)*")
_COUNT = re.compile(r"[0-9]{1,7}")
_LINE = re.compile(
    r"<!-- signalbox:v1 ((?:[a-z][a-z0-9_]{0,19}=[A-Za-z0-9._-]{1,80})(?: [a-z0-9_]+=[^ ]{1,80}){0,11}) -->"
)


@dataclass(frozen=True, slots=True)
class Marker:
    """What a marker says; it is a claim by whoever wrote the text, good for finding a run and for nothing else."""

    kind: str
    fields: Mapping[str, str]

    @property
    def run(self) -> int | None:
        """The number of the intake issue, when the marker names one."""
        number = self.fields.get("run", "")
        return int(number) if re.fullmatch(r"[1-9][0-9]{0,9}", number) else None

    @property
    def unit(self) -> str | None:
        """The unit's id, when the marker names one."""
        return self.fields.get("unit")

    @property
    def seq(self) -> int | None:
        """The number of the ledger entry that the text tells of, when the marker names one."""
        return self._count("seq")

    @property
    def part(self) -> int | None:
        """Which of several comments about one thing this is, when the marker says so."""
        return self._count("part")

    def _count(self, field: str) -> int | None:
        number = self.fields.get(field, "")
        return int(number) if _COUNT.fullmatch(number) else None


def mark(kind: str, **fields: str | int) -> str:
    """`<!-- signalbox:v1 kind=unit run=12 unit=U-03 -->`; raises ValueError for what `read` would not read back."""
    pairs = {"kind": kind, **{key: str(value) for key, value in fields.items()}}
    for key, value in pairs.items():
        if not _KEY.fullmatch(key) or not _VALUE.fullmatch(value) or len(value) > 80:
            raise ValueError(f"not a field of a marker: {key}={value}")
    line = f"<!-- signalbox:v1 {' '.join(f'{key}={value}' for key, value in pairs.items())} -->"
    if len(pairs) > 12:
        raise ValueError("a marker has at most twelve fields")
    return line


def read(body: str) -> Marker | None:
    """The marker in the first line of `body`, or None; no other line counts, so that quoted text marks nothing."""
    match = _LINE.fullmatch(body[:1200].split("\n", 1)[0].rstrip("\r"))
    if match is None:
        return None
    fields: dict[str, str] = {}
    for pair in match[1].split(" "):
        key, _, value = pair.partition("=")
        if key in fields or not _KEY.fullmatch(key) or not _VALUE.fullmatch(value):
            return None
        fields[key] = value
    kind = fields.pop("kind", None)
    return Marker(kind, MappingProxyType(fields)) if kind else None
