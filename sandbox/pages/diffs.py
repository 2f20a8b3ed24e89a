"""Reads the `patch` that the API gives for a file into numbered rows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

_HUNK = re.compile(r"@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@")
_KINDS = {"+": "added", "-": "gone", "\\": "note"}
SQUARES = 5


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a diff; the line numbers are empty where the line does not exist."""

    kind: str
    old: str
    new: str
    text: str


@dataclass(frozen=True, slots=True)
class FileDiff:
    """What changed in one file; `rows` is empty for what has no text to show."""

    path: str
    was: str | None
    status: str
    added: int
    gone: int
    rows: tuple[Row, ...]

    @property
    def squares(self) -> tuple[str, ...]:
        """Five squares that show the share of added and deleted lines."""
        total = self.added + self.gone
        green = min(round(SQUARES * self.added / total), SQUARES) if total else 0
        red = min(round(SQUARES * self.gone / total), SQUARES - green) if total else 0
        return ("added",) * green + ("gone",) * red + ("same",) * (SQUARES - green - red)


def file_diffs(files: Iterable[dict[str, Any]]) -> tuple[FileDiff, ...]:
    """The diffs of the `files` of a commit, comparison or pull request.

    https://docs.github.com/rest/pulls/pulls#list-pull-requests-files
    """
    return tuple(
        FileDiff(
            path=file["filename"],
            was=file.get("previous_filename"),
            status=file["status"],
            added=file["additions"],
            gone=file["deletions"],
            rows=rows(file.get("patch") or ""),
        )
        for file in files
    )


def rows(patch: str) -> tuple[Row, ...]:
    """The lines of a patch with the numbers they have before and after."""
    found: list[Row] = []
    old = new = 0
    for line in patch.split("\n") if patch else []:
        hunk = _HUNK.match(line)
        if hunk is not None:
            old, new = int(hunk.group(1)), int(hunk.group(2))
            found.append(Row("hunk", "", "", line))
            continue
        kind = _KINDS.get(line[:1], "same")
        before, after = kind in {"same", "gone"}, kind in {"same", "added"}
        found.append(Row(kind, str(old) if before else "", str(new) if after else "", line[1:]))
        old, new = old + before, new + after
    return tuple(found)
