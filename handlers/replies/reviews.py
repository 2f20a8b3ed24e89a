"""The reviewer role's word on a pull request: what it found, and that it approves nothing."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from handlers import markdown as m
from handlers import markers
from handlers.replies import words as w
from handlers.replies.view import View
from policies import entries as e
from policies.decide.reviewing import counted, place
from policies.run import Run

# https://docs.github.com/en/rest/pulls/reviews#create-a-review-for-a-pull-request
_HUNK = re.compile(r"^@@ -[0-9]+(?:,[0-9]+)? \+([0-9]+)(?:,([0-9]+))? @@", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class LineComment:
    """A finding beside the line it is about."""

    path: str
    line: int
    body: str


def lines_in(patch: str) -> frozenset[int]:
    """The lines of the new file that stand in a diff as GitHub shows it; only beside these can anything be said."""
    return frozenset(
        line
        for start, count in _HUNK.findall(patch)
        for line in range(int(start), int(start) + int(count or 1))
    )


def marker_of(run: Run, seq: int) -> str:
    """The first line by which this review is known again."""
    return markers.mark("review", run=run.key.issue, seq=seq)


def review(
    run: Run, entry: e.Reviewed, seq: int, view: View, *, shown: Mapping[str, Collection[int]]
) -> tuple[str, tuple[LineComment, ...]]:
    """The review's text, and a comment for each finding whose line stands in the diff; `shown` are those lines by path."""
    unit = run.units[entry.unit]
    number = unit.patchset.number if unit.patchset else unit.id
    beside = [each for each in entry.findings if each.line in shown.get(each.path, ())]
    rows = [
        (each.severity, each.category, m.cell_code(place(each), limit=200), m.cell(each.text, limit=600))
        for each in entry.findings
    ]
    found = counted(entry.findings) if entry.findings else "nothing to mend"
    text = w.blocks(
        marker_of(run, seq),
        f"### Review of {m.line(number)} {m.code(w.short(entry.digest))}: {found}",
        m.table(("Severity", "About", "Where", "What"), rows) if rows else None,
        _following(run, entry),
        w.sub(
            f"By: {m.line(view.provider, limit=80)}, who saw the unit, the files and what is around them",
            "evidence for people; it approves nothing",
            f"record entry {seq}",
        ),
    )
    comments = tuple(
        LineComment(
            each.path, each.line, f"**{each.severity}**, {each.category}: {m.line(each.text, limit=600)}"
        )
        for each in beside
        if each.line is not None
    )
    return text, comments


def _following(run: Run, entry: e.Reviewed) -> str | None:
    """What comes of it."""
    if not any(each.severity in {"critical", "major"} for each in entry.findings):
        return None
    unit = run.units[entry.unit]
    if unit.for_good:
        return "Enough was tried, so this is a person’s now. Please do not merge what is critical."
    if unit.rounds and unit.rounds[-1].source == "review":
        return "I draw the unit again with these findings. The next version waits for its own approval; nothing is written before."
    return "Enough was tried, so these findings stay here for whoever merges."
