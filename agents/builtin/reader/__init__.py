"""The built-in reader: a PRD in, what it says out, each finding with its source lines and nothing invented."""

from agents.builtin.reader.findings import Finding, Findings, Flow, Named, Unreadable
from agents.builtin.reader.reading import read, read_anew

__all__ = ["Finding", "Findings", "Flow", "Named", "Unreadable", "read", "read_anew"]
