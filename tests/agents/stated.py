"""What the reader finds in a text: all of it, or its statements as pairs of a kind and its words."""

from agents.builtin.reader.findings import Findings
from agents.builtin.reader.reading import read


def read_whole(text: str) -> Findings:
    """All that is found in a text that can be read."""
    findings = read(text)
    assert isinstance(findings, Findings)
    return findings


def stated(text: str) -> list[tuple[str, str]]:
    """Every finding of a text that can be read, in its order."""
    return [(each.kind, each.text) for each in read_whole(text).findings]
