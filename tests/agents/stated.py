"""What the reader finds in a text, as pairs of a kind and its words."""

from agents.builtin.reader.findings import Findings
from agents.builtin.reader.reading import read


def stated(text: str) -> list[tuple[str, str]]:
    """Every finding of a text that can be read, in its order."""
    findings = read(text)
    assert isinstance(findings, Findings)
    return [(each.kind, each.text) for each in findings.findings]
