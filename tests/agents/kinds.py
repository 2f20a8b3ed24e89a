"""What the reader finds in a text: the kind of each finding and the line it is on."""

from agents.builtin.reader import Findings, read

Found = list[tuple[str, int]]


def kinds(text: str) -> Found:
    outcome = read(text)
    assert isinstance(outcome, Findings), outcome
    return sorted({(each.kind, each.lines[0]) for each in outcome.findings}, key=lambda found: found[::-1])
