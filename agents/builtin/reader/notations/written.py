"""A document written anew, line by line, with the line of the source that each of its lines comes from."""

import re
from typing import NamedTuple

from agents.builtin.reader.findings import Findings, Flow, Named


class Written(NamedTuple):
    """`text` in Markdown; `sources` holds the number of the source's line for each line, and is empty where they are the same."""

    text: str
    sources: tuple[int, ...] = ()

    def in_source(self, findings: Findings) -> Findings:
        """The findings with the lines of the source, where a person looks for them."""
        if not self.sources:
            return findings
        return findings._replace(
            findings=tuple(each._replace(lines=self._lines(each.lines)) for each in findings.findings),
            actors=self._named(findings.actors),
            entities=self._named(findings.entities),
            integrations=self._named(findings.integrations),
            flows=tuple(Flow(each.name, each.steps, self._each(each.lines)) for each in findings.flows),
            notes=tuple(re.sub(r"\(line (\d+)\)", self._place, note) for note in findings.notes),
        )

    def _named(self, named: tuple[Named, ...]) -> tuple[Named, ...]:
        return tuple(each._replace(lines=self._lines(each.lines)) for each in named)

    def _lines(self, lines: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(dict.fromkeys(self._each(lines)))

    def _each(self, lines: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(self.sources[line - 1] for line in lines)

    def _place(self, found: re.Match[str]) -> str:
        return f"(line {self.sources[int(found[1]) - 1]})"


def in_lines(lines: list[tuple[int, str]]) -> Written:
    """A document of lines, each with the number of its source; words that hold a line break stay on one line."""
    return Written(
        "\n".join(words.replace("\n", " ") for _, words in lines), tuple(number for number, _ in lines)
    )
