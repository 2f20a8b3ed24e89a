"""Acceptance criteria that are requirements, because the document states them nowhere else."""

from dataclasses import replace

from agents.builtin.reader import nature
from agents.builtin.reader.findings import Finding
from agents.builtin.reader.places import Place
from agents.builtin.reader.rules import kind_of

# A document with so few functions has told them elsewhere.
FEW = 2


def criteria_demanded(findings: tuple[Finding, ...], *, typed: bool) -> tuple[Finding, ...]:
    """The findings; where a document demands nothing but in its acceptance criteria, those are its requirements.

    In a text that was `typed` in a few lines they need no word of demand, unless it demands or tells something else.
    """
    typed = typed and not any(each.kind in {"functional", "story"} for each in findings)
    if sum(each.kind == "functional" for each in findings) > FEW:
        return findings
    return tuple(
        replace(each, kind=kind_of(each.text, Place("functional")) or each.kind)
        if each.kind == "acceptance" and (typed or nature.STRONG.search(each.text))
        else each
        for each in findings
    )
